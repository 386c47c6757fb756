import Events

/// Reads the events of files, one input after the other, in constant memory: a batch at a time, where the batch keeps its text.
///
///     var reader = EventReader(inputs)
///     var batch = EventBatch()
///     while batch.fill(from: &reader) { scan(batch) }
package struct EventReader: ~Copyable {
    /// What comes next.
    enum Item {
        /// An event, and where it stands in the text.
        case event(EventBatch.Item)
        /// Something could not be read or was passed over; reading goes on.
        case fault(InputFault)
        /// Enough text is kept: the next event is for another batch.
        case noRoom
        /// There is no more, or it may be long in coming.
        case none
    }

    private let inputs: [InputPath]
    private let limits: InputLimits
    private let stop: StopSignal?
    private var nextInput = 0
    private var reader: ByteReader?
    private var framer = Framer()
    /// What was read and is of no event of the last batch.
    private var rest = InputBuffer()
    /// Where in the text the framer's window begins.
    private var windowStart = 0
    private var isLast = false
    /// Events framed so far, over all inputs, those included that were too long or turn out to be no JSON: in NDJSON
    /// without blank lines it is the number of lines.
    package private(set) var recordCount = 0
    /// Bytes of events framed so far.
    package private(set) var byteCount = 0

    /// A reader of `inputs`, in order. Once `stop` is raised, the inputs end.
    package init(_ inputs: [InputPath], limits: InputLimits = InputLimits(), stop: StopSignal? = nil) {
        self.inputs = inputs
        self.limits = limits
        self.stop = stop
    }

    /// The path of an input, by the number that its events carry.
    package func path(ofInput index: Int) -> String { inputs.indices.contains(index) ? inputs[index].name : "" }

    /// Begins a batch, the text of which is empty.
    mutating func begin(_ text: inout InputBuffer) {
        text.append(rest)
        rest.removeAll()
        windowStart = 0
    }

    /// Ends a batch: what is of none of its events is kept for the next.
    mutating func end(_ text: InputBuffer) {
        // Of an input that cannot be read on, what is left is no event.
        guard reader != nil else { return }
        rest.append(text, from: windowStart + framer.release())
    }

    /// The next event or fault.
    ///
    /// - Parameters:
    ///   - text: where it stands, and where more is read.
    ///   - keepsText: whether `text` has events of the batch, which stay where they are: then it is not read on when there is enough,
    ///     nor waited for, if the input is a stream from which nothing can be read right now.
    mutating func next(in text: inout InputBuffer, keepsText: Bool) -> Item {
        while true {
            if let stop, stop.isRaised { return .none }
            let isFull = keepsText && text.count >= EventBatch.byteCountTarget
            if reader == nil {
                guard nextInput < inputs.count else { return .none }
                if isFull { return .noRoom }
                if let fault = openNext(at: text.count) { return .fault(fault) }
            }
            switch text.withBytes(from: windowStart, { framer.next(in: $0, isLast: isLast) }) {
            case .event(let frame):
                let range = windowStart + frame.range.lowerBound..<windowStart + frame.range.upperBound
                defer { recordCount += 1 }
                byteCount += range.count
                return .event(
                    EventBatch.Item(record: recordCount, input: nextInput - 1, range: range, place: frame.place)
                )
            case .fault(let fault):
                if fault.kind == .tooLong { recordCount += 1 }
                return .fault(InputFault(.frame(fault.kind), path: path(ofInput: nextInput - 1), place: fault.place))
            case .needsMore:
                if keepsText, reader?.isReady == false { return .none }
                if isFull { return .noRoom }
                if let fault = readMore(into: &text, keepsText: keepsText) {
                    // What was cut short by a stop is not damaged.
                    if let stop, stop.isRaised { return .none }
                    return .fault(fault)
                }
            case .end:
                reader = nil
            }
        }
    }

    private mutating func openNext(at start: Int) -> InputFault? {
        defer { nextInput += 1 }
        framer = Framer(eventByteCountMax: limits.eventByteCountMax)
        windowStart = start
        isLast = false
        do throws(InputFault) {
            reader = try ByteReader(inputs[nextInput], limits: limits, stop: stop)
            return nil
        } catch {
            return error
        }
    }

    /// Slides the window on. After a fault what is left of the window is no whole event, and the input is done.
    private mutating func readMore(into text: inout InputBuffer, keepsText: Bool) -> InputFault? {
        windowStart += framer.release()
        if !keepsText {
            text.removeFirst(windowStart)
            windowStart = 0
        }
        do throws(InputFault) {
            let path = path(ofInput: nextInput - 1)
            isLast = try reader?.read(into: &text, path: path) != true
            return nil
        } catch {
            reader = nil
            return error
        }
    }
}
