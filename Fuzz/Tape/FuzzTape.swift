import Events

/// One input of libFuzzer: an event, a stream of events and a timestamp at once. It must not crash, read outside its
/// memory, or break what holds for every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTape(_ data: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let input = UnsafeRawBufferPointer(start: data, count: count)
    parse(input)
    frame(input)
    if let time = EventTime(input) { precondition(EventTime(time.isoText) == time, "a time's text names it") }
    if let path = try? FieldPath(String(decoding: input, as: UTF8.self)) { precondition(!path.steps.isEmpty) }
    return 0
}

/// Parses, reads everything, adds fields, writes, and parses what was written.
private func parse(_ input: UnsafeRawBufferPointer) {
    var table = KeyTable(["a", "eventName", "userIdentity", "Records"])
    var fields = StandardFields(in: &table)
    let buffer = EventBuffer(input)
    var tape = Tape(keys: table, limits: TapeLimits(allowsNonFinite: true))
    do throws(TapeFault) { try tape.parse(buffer.bytes) } catch {
        precondition(error.offset >= 0 && error.offset <= input.count, "a fault is in the input")
        return
    }
    let view = tape.view
    var scratch = [UInt8](repeating: 0, count: input.count)
    for index in 0..<view.nodeCount {
        precondition(view.next(after: index) > index && view.next(after: index) <= view.nodeCount, "walks end")
        precondition(view.childCount(of: index) == Array(view.children(of: index)).count, "children are counted")
        scratch.withUnsafeMutableBytes { _ = view.unescape(view.text(of: index), into: $0) }
        _ = (view.int64(of: index), view.double(of: index))
    }
    let written = view.json(of: Tape.root)
    guard (try? fields.add(to: &tape, StandardFields.Context(parseTime: EventTime(microseconds: 0)))) == true else {
        return
    }
    var again = Tape(keys: table, limits: TapeLimits(allowsNonFinite: true))
    do throws(TapeFault) {
        try again.parse(copying: written.utf8)
        precondition(again.view.json(of: Tape.root) == written, "what is written reads the same")
        try again.parse(copying: tape.view.json(of: Tape.root).utf8)
    } catch { preconditionFailure("what is written is JSON") }
    precondition(again.view.childCount(of: Tape.root) == tape.view.childCount(of: Tape.root), "no member is lost")
}

/// Frames the input whole and byte by byte.
private func frame(_ input: UnsafeRawBufferPointer) {
    func steps(chunk: Int) -> [FrameStep] {
        var framer = Framer(eventByteCountMax: 64)
        var buffer = EventBuffer()
        var given = 0
        var released = 0
        var found: [FrameStep] = []
        while true {
            switch framer.next(in: buffer.bytes, isLast: given == input.count) {
            case .event(let frame):
                let range = frame.range.lowerBound + released..<frame.range.upperBound + released
                found.append(.event(Frame(range: range, place: frame.place)))
            case .fault(let fault): found.append(.fault(fault))
            case .end: return found
            case .needsMore:
                let count = framer.release()
                released += count
                buffer.removeFirst(count)
                let next = min(given + chunk, input.count)
                buffer.append(UnsafeRawBufferPointer(rebasing: input[given..<next]))
                given = next
            }
        }
    }
    let whole = steps(chunk: max(input.count, 1))
    for case .event(let frame) in whole { precondition(frame.range.count <= 64, "an event keeps its limit") }
    if input.count <= 64 { precondition(whole == steps(chunk: 1), "where the input is split makes no difference") }
}
