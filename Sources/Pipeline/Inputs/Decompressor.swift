/// Decompresses an input, piece by piece, whatever it is compressed with.
enum Decompressor: ~Copyable {
    case gzip(GzipInflater)
    case zstd(ZstdDecompressor)

    init(_ compression: Compression, _ limits: InputLimits) {
        switch compression {
        case .gzip: self = .gzip(GzipInflater())
        case .zstd: self = .zstd(ZstdDecompressor(windowLogMax: limits.zstdWindowLogMax))
        }
    }

    /// Decompresses from `source` into `target`, as far as either goes.
    mutating func step(_ source: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer)
        -> DecompressionStep
    {
        switch consume self {
        case .gzip(var inflater):
            let step = inflater.step(source, into: target)
            self = .gzip(inflater)
            return step
        case .zstd(var decompressor):
            let step = decompressor.step(source, into: target)
            self = .zstd(decompressor)
            return step
        }
    }

    /// Makes ready for another member.
    mutating func beginMember() -> Bool {
        switch consume self {
        case .gzip(var inflater):
            let isReady = inflater.beginMember()
            self = .gzip(inflater)
            return isReady
        case .zstd(var decompressor):
            let isReady = decompressor.beginMember()
            self = .zstd(decompressor)
            return isReady
        }
    }
}
