package import Events

/// Reads the events of files, one input after the other, in constant memory.
///
///     var reader = EventReader(inputs)
///     while let item = reader.next() {
///         switch item {
///         case .event(let event): try tape.parse(event.bytes)
///         case .fault(let fault): report(.input(fault))
///         }
///     }
package struct EventReader: ~Copyable {
    /// What comes next.
    package enum Item {
        /// The text of an event.
        case event(InputEvent)
        /// Something could not be read or was passed over; reading goes on.
        case fault(InputFault)
    }

    private let inputs: [InputPath]
    private let limits: InputLimits
    private let stop: StopSignal?
    private var nextInput = 0
    private var reader: ByteReader?
    private var framer = Framer()
    private var buffer = EventBuffer(capacity: 2 * ByteReader.readByteCount)
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

    /// The fault of an event that a tape refused: its place is that of the event, its offset that in the event.
    package func fault(_ fault: TapeFault, in event: InputEvent) -> InputFault {
        InputFault(.event(fault), path: path(ofInput: event.input), place: event.place)
    }

    /// The next event or fault; nil at the end of the last input. An event's bytes are good until the next call.
    ///
    /// If it must not wait, nil also where the next event may be long in coming: none is here, and the input is a stream
    /// from which nothing can be read right now.
    package mutating func next(mayWait: Bool = true) -> Item? {
        while true {
            if let stop, stop.isRaised { return nil }
            if reader == nil {
                guard nextInput < inputs.count else { return nil }
                if let fault = openNext() { return .fault(fault) }
            }
            switch framer.next(in: buffer.bytes, isLast: isLast) {
            case .event(let frame):
                let bytes = UnsafeRawBufferPointer(rebasing: buffer.bytes[frame.range])
                defer { recordCount += 1 }
                byteCount += bytes.count
                return .event(InputEvent(record: recordCount, bytes: bytes, input: nextInput - 1, place: frame.place))
            case .fault(let fault):
                if fault.kind == .tooLong { recordCount += 1 }
                return .fault(InputFault(.frame(fault.kind), path: path(ofInput: nextInput - 1), place: fault.place))
            case .needsMore:
                if !mayWait, reader?.isReady == false { return nil }
                if let fault = readMore() {
                    // What was cut short by a stop is not damaged.
                    if let stop, stop.isRaised { return nil }
                    return .fault(fault)
                }
            case .end:
                reader = nil
            }
        }
    }

    private mutating func openNext() -> InputFault? {
        defer { nextInput += 1 }
        framer = Framer(eventByteCountMax: limits.eventByteCountMax)
        buffer.removeAll()
        isLast = false
        do throws(InputFault) {
            reader = try ByteReader(inputs[nextInput], limits: limits, stop: stop)
            return nil
        } catch {
            return error
        }
    }

    /// Slides the window on. After a fault what is left of the window is no whole event, and the input is done.
    private mutating func readMore() -> InputFault? {
        buffer.removeFirst(framer.release())
        do throws(InputFault) {
            let path = path(ofInput: nextInput - 1)
            isLast = try reader?.read(into: &buffer, path: path) != true
            return nil
        } catch {
            reader = nil
            return error
        }
    }
}

/// The text of an event and where it comes from.
package struct InputEvent {
    /// Its index in the whole input, from 0.
    package let record: Int
    /// Its text; ``Tape/paddingByteCount`` bytes more can be read. Good until the reader moves on.
    package let bytes: UnsafeRawBufferPointer
    /// The number of its input, from 0: see ``EventReader/path(ofInput:)``.
    package let input: Int
    /// Its line, element and offset there.
    package let place: FramePlace
}
