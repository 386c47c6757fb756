/// Cuts a stream of bytes into events, by what the bytes are and not by what the file is called.
///
/// An input is a sequence of JSON documents:
/// - an object is an event, unless it has a member `Records` that is an array: then the array's elements are events
///   (CloudTrail's files), and the other members are passed over;
/// - an array is a list of events.
///
/// The first document decides how the others are found. If it is an object on one line of its own, the input is taken
/// line by line (NDJSON): fast, and a bad line spoils only itself; a line that begins `{"Records":[` or `[` still is a
/// list. Otherwise documents are found by their brackets, so that they may span lines and follow each other directly.
///
/// A bracket too few does not spoil what follows: a line that begins with a bracket where none can stand begins another
/// document. Line by line every such line does, so that a list may go on behind its line, but not what is in it.
///
/// It is pure: bytes come in as a window that the caller slides, and memory stays within one event's limit whatever the
/// input. Nothing here checks an event's grammar; ``Tape/parse(_:)`` does.
///
///     var framer = Framer()
///     while true {
///         switch framer.next(in: buffer.bytes, isLast: isLast) {
///         case .event(let frame): ...
///         case .fault(let fault): ...
///         case .needsMore: buffer.removeFirst(framer.release()); isLast = read(into: &buffer) == 0
///         case .end: return
///         }
///     }
package struct Framer {
    /// Longest event, in bytes; a longer one is a fault and is passed over.
    package let eventByteCountMax: Int
    /// Sixteen mebibytes.
    package static let eventByteCountMaxDefault = 16 << 20

    /// How documents are told apart.
    enum Mode {
        /// The first document is still to come, or did not decide.
        case undecided
        /// One a line.
        case lines
        /// By their brackets.
        case documents
    }

    /// What the position is in.
    enum State {
        /// Between documents.
        case between
        /// A line that is one event.
        case line
        /// A line that is passed over.
        case skippedLine
        /// Text that is no document, up to a line that begins with a bracket.
        case skippedText
        /// An object whose end is sought.
        case object
        /// Behind the first object; what follows it decides the mode.
        case afterFirst(isOneLine: Bool)
        /// Between elements of an array.
        case gap
        /// An element of an array.
        case element
        /// Behind the array `Records`, in its object.
        case tail
    }

    var mode = Mode.undecided
    var state = State.between
    var scanner = StructureScanner(.document)
    /// Bytes released.
    private var base = 0
    /// Everything before is done with, or belongs to what starts at ``start``.
    var position = 0
    /// The first byte of the event being collected; nil when there is none, or none worth keeping.
    var start: Int?
    /// Where what is being read starts, kept or not.
    var place = FramePlace(line: 1, offset: 0)
    /// The line of ``position``, but for line feeds that the scanner has counted and not handed over.
    var line = 1
    /// Elements of the current array so far.
    var elementCount = 0
    /// Whether a comma stands before the position, so that an element has to follow.
    var hasComma = false
    /// Whether the current array is the `Records` of an object.
    var isRecords = false

    /// A framer at the start of an input.
    package init(eventByteCountMax: Int = eventByteCountMaxDefault) {
        self.eventByteCountMax = max(1, eventByteCountMax)
    }

    /// How many bytes at the front of the window are no longer needed: the caller drops exactly those from the window.
    package mutating func release() -> Int {
        let released = start ?? position
        base += released
        position -= released
        if start != nil { start = 0 }
        return released
    }

    /// What comes next in the input, of which `window` is what is not released; after its end, 16 more bytes must be
    /// readable. A frame's range is good until the window changes.
    ///
    /// - Parameter isLast: whether the input ends with the window.
    package mutating func next(in window: UnsafeRawBufferPointer, isLast: Bool) -> FrameStep {
        while true {
            let step =
                switch state {
                case .between: between(window, isLast)
                case .line: line(window, isLast)
                case .skippedLine: skippedLine(window, isLast)
                case .skippedText: skippedText(window, isLast)
                case .object: object(window, isLast)
                case .afterFirst(let isOneLine): afterFirst(window, isLast, isOneLine: isOneLine)
                case .gap: gap(window, isLast)
                case .element: element(window, isLast)
                case .tail: tail(window, isLast)
                }
            if let step { return step }
        }
    }

    /// Between documents: finds out what begins.
    private mutating func between(_ window: UnsafeRawBufferPointer, _ isLast: Bool) -> FrameStep? {
        if base + position == 0 {
            if window.count < 3, !isLast { return .needsMore }
            if window.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        }
        skipSpace(window)
        guard position < window.count else { return isLast ? .end : .needsMore }
        place = FramePlace(line: line, offset: base + position)
        switch (window[position], mode) {
        case (UInt8(ascii: "["), _):
            beginArray(at: position + 1, isRecords: false)
        case (UInt8(ascii: "{"), .lines):
            guard let records = recordsPrefix(window, isLast) else { return .needsMore }
            if records > 0 { beginArray(at: records, isRecords: true) } else { beginLine() }
        case (UInt8(ascii: "{"), _):
            start = position
            scanner = StructureScanner(.document)
            state = .object
        case (_, .documents):
            state = .skippedText
            return fault(.expectedDocument)
        default: beginLine()
        }
        return nil
    }

    mutating func beginLine() {
        start = position
        state = .line
    }

    private mutating func beginArray(at position: Int, isRecords: Bool) {
        self.position = position
        self.isRecords = isRecords
        start = nil
        elementCount = 0
        hasComma = false
        state = .gap
    }

    /// Enters the `Records` of the object that was being scanned.
    mutating func beginRecords() { beginArray(at: position, isRecords: true) }

    /// A place in the input, `index` bytes into the window.
    func offset(of index: Int) -> Int { base + index }

    /// A fault about what is being read.
    func fault(_ kind: FrameFault.Kind) -> FrameStep { .fault(FrameFault(kind: kind, place: place)) }

    /// Moves past white space, counting lines.
    mutating func skipSpace(_ window: UnsafeRawBufferPointer) {
        while position < window.count {
            switch window[position] {
            case UInt8(ascii: "\n"): line += 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
            default: return
            }
            position += 1
        }
    }

    /// Takes over the line feeds that the scanner has seen.
    mutating func countLines() {
        line += scanner.lineFeedCount
    }

    /// The event from ``start`` to `end`, or a fault if it is too long; nil if it was given up before.
    mutating func finishEvent(at end: Int) -> FrameStep? {
        defer { start = nil }
        guard let start else { return nil }
        guard end - start <= eventByteCountMax else { return fault(.tooLong) }
        return .event(Frame(range: start..<end, place: place))
    }

    /// Gives up the event being collected if it is too long already.
    mutating func giveUpIfTooLong(_ window: UnsafeRawBufferPointer) -> FrameStep? {
        guard let start, window.count - start > eventByteCountMax else { return nil }
        self.start = nil
        return fault(.tooLong)
    }
}
