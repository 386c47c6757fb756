/// What can go wrong with text; the virtual machine raises ``pythonType`` with ``pythonMessage``.
///
/// Wording: CPython 3.11, as observed by the differential tests.
package enum TextFault: Error, Hashable, Sendable {
    /// A `UnicodeDecodeError` or `UnicodeEncodeError` with its fields.
    case codec(CodecFault)
    /// A `LookupError`: no such encoding.
    case unknownEncoding(String)
    /// A `LookupError`: no such error handler.
    case unknownErrorHandler(String)
    /// A `ValueError` of split, partition and the like.
    case emptySeparator
    case substringNotFound
    case zeroStep
    case fillNotOneCharacter(length: Int)
    /// A `ValueError` of a format specification or template, worded already.
    case format(String)
    /// A `TypeError` of `%` formatting, worded already.
    case formatType(String)
    /// An `OverflowError` of a format, worded already.
    case formatOverflow(String)
    /// The result would be larger than the sink takes.
    case resultTooLarge(bytesMax: Int)

    /// The name of the exception's type.
    package var pythonType: String {
        switch self {
        case .codec(let fault): fault.isDecoding ? "UnicodeDecodeError" : "UnicodeEncodeError"
        case .unknownEncoding, .unknownErrorHandler: "LookupError"
        case .emptySeparator, .substringNotFound, .zeroStep, .format: "ValueError"
        case .fillNotOneCharacter, .formatType: "TypeError"
        case .formatOverflow: "OverflowError"
        case .resultTooLarge: "MemoryError"
        }
    }

    /// The text of the exception.
    package var pythonMessage: String {
        switch self {
        case .codec(let fault): fault.pythonMessage
        case .unknownEncoding(let name): "unknown encoding: \(name)"
        case .unknownErrorHandler(let name): "unknown error handler name '\(name)'"
        case .emptySeparator: "empty separator"
        case .substringNotFound: "substring not found"
        case .zeroStep: "slice step cannot be zero"
        case .fillNotOneCharacter: "The fill character must be exactly one character long"
        case .format(let message), .formatType(let message), .formatOverflow(let message): message
        case .resultTooLarge(let bytesMax): "text exceeds the limit of \(bytesMax) bytes"
        }
    }
}
