package import Diagnostics
import Events

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Diagnostic {
    /// Every code of this target.
    package static let inputCodes: [Code] = [
        .unreadableInput, .damagedCompression, .inputLimit, .unsupportedCompression, .unframedInput, .invalidEvent,
    ]

    /// The diagnostic of an input fault: the path, the line or element, what was expected.
    package static func input(_ fault: InputFault) -> Diagnostic {
        let (code, message, hint) = wording(of: fault.kind)
        let name = fault.path == "-" ? "<stdin>" : fault.path
        guard let place = fault.place else { return Diagnostic(code, message, path: name, hint: hint) }
        let element = place.element.map { "element \($0), " } ?? ""
        return Diagnostic(
            code,
            message,
            path: "\(name):\(place.line)",
            notes: [Note("\(element)byte \(place.offset) of the input")],
            hint: hint
        )
    }

    private static func wording(of kind: InputFault.Kind) -> (code: Code, message: String, hint: String?) {
        switch kind {
        case .cannotOpen(let number): (.unreadableInput, "cannot open: \(systemMessage(number))", nil)
        case .cannotRead(let number): (.unreadableInput, "cannot read: \(systemMessage(number))", nil)
        case .damaged(let compression):
            (.damagedCompression, "the \(compression) data are damaged", "events before the damage were read")
        case .truncated(let compression):
            (.damagedCompression, "the \(compression) data end too early", "events before the end were read")
        case .decompressionRatio:
            (.inputLimit, "the data decompress to more than `decompressionRatioMax` times their size", nil)
        case .decompressedSize: (.inputLimit, "the data decompress to more than `decompressedByteCountMax`", nil)
        case .decompressionWindow:
            (
                .inputLimit, "the zstd data need a window of more than `zstdWindowLogMax` bits",
                "compress without `--long`"
            )
        case .unsupportedCompression(let name):
            (.unsupportedCompression, "\(name) is not supported", "decompress it and pipe it into `-`")
        case .directoryDepth: (.inputLimit, "the folder is nested deeper than `directoryDepthMax`", nil)
        case .fileCount: (.inputLimit, "there are more files than `fileCountMax`", nil)
        case .frame(.tooLong): (.inputLimit, "the event is longer than `eventByteCountMax`", nil)
        case .frame(.truncated): (.unframedInput, "the input ends inside a document", nil)
        case .frame(.unclosed):
            (.unframedInput, "another document begins before this one is closed", "look for a missing `]` or `}`")
        case .frame(.unbalanced): (.unframedInput, "the document's brackets do not match", nil)
        case .frame(.expectedDocument): (.unframedInput, "expected `{` or `[`", nil)
        case .frame(.expectedElement): (.unframedInput, "expected an element between commas", nil)
        case .event(let fault):
            (.invalidEvent, "\(expectation(of: fault.kind)), at byte \(fault.offset) of the event", nil)
        case .notAnObject: (.invalidEvent, "the event is not a JSON object", nil)
        }
    }

    private static func expectation(of kind: TapeFault.Kind) -> String {
        switch kind {
        case .truncated: "the event ends too early"
        case .expectedValue: "expected a value"
        case .expectedKey: "expected a key in quotes"
        case .expectedColon: "expected `:`"
        case .expectedCommaOrEnd: "expected `,` or the closing bracket"
        case .trailingBytes: "expected nothing after the event"
        case .invalidNumber: "expected a digit of a number"
        case .invalidEscape: "expected an escape after the backslash"
        case .controlCharacter: "a control character has to be escaped"
        case .invalidUTF8: "the text is not UTF-8"
        case .depthLimit: "the event is nested deeper than `depthMax`"
        case .nodeLimit: "the event has more values than `nodeCountMax`"
        case .sizeLimit: "the event is longer than `byteCountMax`"
        }
    }

    private static func systemMessage(_ number: Int32) -> String { String(cString: strerror(number)) }
}

extension Diagnostic.Code {
    /// A file or stream cannot be opened or read.
    package static let unreadableInput = Diagnostic.Code(
        "MG0401",
        "unreadable input",
        "The operating system refused to open or to read a file or stream that was named as input."
    )
    /// Compressed data that end early or do not add up.
    package static let damagedCompression = Diagnostic.Code(
        "MG0402",
        "damaged compression",
        "The input is gzip or zstd, but its data are damaged or end too early. Events before that place were read."
    )
    /// A limit that protects the reader.
    package static let inputLimit = Diagnostic.Code(
        "MG0403",
        "input limit passed",
        "Input comes from strangers, so its size, nesting and compression have limits; the message names the one passed."
    )
    /// A compression we do not read.
    package static let unsupportedCompression = Diagnostic.Code(
        "MG0404",
        "unsupported compression",
        "The input is compressed in a way that is not read. Plain text, gzip and zstd are."
    )
    /// Text between events.
    package static let unframedInput = Diagnostic.Code(
        "MG0405",
        "no event here",
        "Input is a sequence of JSON objects, one a line or one after the other, arrays of them, or objects with `Records`."
    )
    /// An event that is no JSON object.
    package static let invalidEvent = Diagnostic.Code(
        "MG0406",
        "invalid event",
        "An event is one JSON object (RFC 8259). It was passed over; the events after it were read."
    )
}
