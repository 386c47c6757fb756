/// How an input is compressed.
package enum Compression: String, Hashable, CaseIterable, Sendable {
    /// RFC 1952.
    case gzip
    /// RFC 8878.
    case zstd

    /// What a file that begins so is compressed with; nil where it is not, or not in a way that is read.
    init?(magic: some Collection<UInt8>) {
        if magic.starts(with: [0x1F, 0x8B]) {
            self = .gzip
        } else if magic.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) || Self.isSkippableFrame(magic) {
            self = .zstd
        } else {
            return nil
        }
    }

    /// Frames of zstd that hold something else than data, with which parallel compressors begin.
    private static func isSkippableFrame(_ magic: some Collection<UInt8>) -> Bool {
        guard let first = magic.first else { return false }
        return first & 0xF0 == 0x50 && magic.dropFirst().starts(with: [0x2A, 0x4D, 0x18])
    }
}
