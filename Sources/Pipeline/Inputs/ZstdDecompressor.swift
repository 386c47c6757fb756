import CZstd

/// Decompresses zstd (RFC 8878) of any number of frames, piece by piece; frames that hold no data are passed over.
struct ZstdDecompressor: ~Copyable {
    private let context: OpaquePointer?

    /// `windowLogMax` bounds the memory that a frame may ask for: so many bits of window.
    init(windowLogMax: Int) {
        context = ZSTD_createDCtx()
        if let context { ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Int32(clamping: windowLogMax)) }
    }

    deinit { ZSTD_freeDCtx(context) }

    /// Decompresses from `source` into `target`, as far as either goes.
    mutating func step(_ source: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer)
        -> DecompressionStep
    {
        guard let context else { return .failed(.damaged(.zstd), written: 0) }
        var input = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: 0)
        var output = ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
        let left = ZSTD_decompressStream(context, &output, &input)
        guard ZSTD_isError(left) == 0 else {
            return .failed(Self.fault(ZSTD_getErrorCode(left)), written: output.pos)
        }
        return left == 0
            ? .memberEnd(taken: input.pos, written: output.pos) : .progress(taken: input.pos, written: output.pos)
    }

    private static func fault(_ code: ZSTD_ErrorCode) -> InputFault.Kind {
        switch code {
        case ZSTD_error_frameParameter_windowTooLarge: .decompressionWindow
        case ZSTD_error_dictionary_wrong: .unsupportedCompression("zstd with a dictionary")
        default: .damaged(.zstd)
        }
    }

    /// Makes ready for another frame.
    mutating func beginMember() -> Bool {
        guard let context else { return false }
        return ZSTD_isError(ZSTD_DCtx_reset(context, ZSTD_reset_session_only)) == 0
    }
}
