/// What a step of a decompressor did.
enum DecompressionStep {
    /// This many bytes were taken and written; more of either may follow.
    case progress(taken: Int, written: Int)
    /// A member (of gzip; zstd's word is frame) ended; what follows is another one or nothing.
    case memberEnd(taken: Int, written: Int)
    /// No more can be had after this many bytes.
    case failed(InputFault.Kind, written: Int)

    /// Bytes written.
    var written: Int {
        switch self {
        case .progress(_, let written), .memberEnd(_, let written), .failed(_, let written): written
        }
    }
}
