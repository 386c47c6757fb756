import Conditions
import Detections
import Events

/// What lines of matches say of each detection whatever the event, as JSON, and whether templates know the rest.
///
/// Such a line is written as ``ScanMatch/write(to:name:)`` would, without the texts between.
struct MatchLineTable: ~Copyable {
    /// JSON text in the table.
    struct Piece: BitwiseCopyable {
        var start: UInt32
        var count: UInt32
    }

    /// A detection.
    struct Draft: BitwiseCopyable {
        /// Whether a line can be written without a ``MatchContent``.
        var isKnown = false
        /// The functions to ask, by ``DetectionFunction/number``.
        var functions: UInt16 = 0
        /// `"detection":"…","title":`
        var head: Piece
        var title: Piece
        var deduplication: Piece
        var severity: Piece
        /// `"severity":"…","alertContext":`, where no function gives another.
        var severityToContext: Piece
    }

    private let drafts: FlatTable<Draft>
    private let texts: FlatTable<UInt8>

    /// A table that knows nothing.
    init() {
        drafts = FlatTable([])
        texts = FlatTable([])
    }

    /// A table of the detections that `host` has loaded.
    init(_ host: borrowing RuleHost, _ outputs: borrowing OutputProgram) {
        var texts: [UInt8] = []
        func piece(json: String) -> Piece {
            defer { texts += json.utf8 }
            return Piece(start: UInt32(texts.count), count: UInt32(json.utf8.count))
        }
        func piece(_ text: String) -> Piece { piece(json: JSONLine.quoted(text)) }
        var drafts: [Draft] = []
        for (index, detection) in host.compiled.pack.detections.enumerated() {
            let content = host.drafts[index]
            var draft = Draft(
                head: piece(json: "\"detection\":\(JSONLine.quoted(detection.id)),\"title\":"),
                title: piece(content.title),
                deduplication: piece(content.deduplication),
                severity: piece(content.severity.rawValue),
                severityToContext: piece(json: "\"severity\":\"\(content.severity.rawValue)\",\"alertContext\":")
            )
            let functions = host.auxiliaryFunctions(index)
            for function in functions { draft.functions |= Self.bit(function) }
            draft.isKnown = !host.expressions.hasAlertKeys(index) && functions.allSatisfy { outputs.knows($0, index) }
            drafts.append(draft)
        }
        self.drafts = FlatTable(drafts)
        self.texts = FlatTable(texts)
    }

    /// Adds the line of a match of a detection on the event that `evaluator` is at; false, and nothing is added, where code has to
    /// be asked, or a text is not as plain as most.
    func write(
        _ index: Int,
        record: Int,
        _ time: EventTime,
        _ outputs: inout OutputProgram,
        _ evaluator: inout ConditionEvaluator,
        to line: inout JSONLine
    ) -> Bool {
        guard index < drafts.count, drafts[index].isKnown else { return false }
        let draft = drafts[index]
        let start = line.place
        line.begin()
        line.member("record", record)
        line.members(bytes(draft.head))
        guard append(draft, index, &outputs, &evaluator, to: &line) else {
            line.removeAll(from: start)
            return false
        }
        line.endMatch(time)
        return true
    }

    /// Functions that a line says nothing of are put together too: where only their code can tell, it has to run.
    private func append(
        _ draft: Draft,
        _ index: Int,
        _ outputs: inout OutputProgram,
        _ evaluator: inout ConditionEvaluator,
        to line: inout JSONLine
    ) -> Bool {
        let functions = draft.functions
        // What a title says is what the match is told apart by too, where no function says another.
        var title: Range<Int>?
        if Self.has(.title, functions) {
            guard let place = say(.title, index, else: draft.title, &outputs, &evaluator, to: &line) else {
                return false
            }
            if !outputs.said.isEmpty { title = place }
        } else {
            line.raw(bytes(draft.title))
        }
        if functions & Self.unshown != 0 {
            for function in DetectionFunction.auxiliary where functions & Self.unshown & Self.bit(function) != 0 {
                guard outputs.say(function, index, &evaluator) else { return false }
            }
        }
        line.key("dedup")
        if Self.has(.dedup, functions) {
            let place = say(.dedup, index, else: draft.deduplication, &outputs, &evaluator, to: &line)
            guard place != nil else { return false }
        } else if let title {
            line.again(title)
        } else {
            line.raw(bytes(draft.deduplication))
        }
        if Self.has(.severity, functions) {
            line.key("severity")
            guard outputs.say(.severity, index, &evaluator) else { return false }
            switch String(decoding: outputs.said, as: UTF8.self) {
            case "DEFAULT": line.raw(bytes(draft.severity))
            case let name where Severity(rawValue: name) != nil: guard line.plain(outputs.said) else { return false }
            default: return false
            }
            line.key("alertContext")
        } else {
            line.members(bytes(draft.severityToContext))
        }
        if Self.has(.alertContext, functions) {
            guard outputs.say(.alertContext, index, &evaluator) else { return false }
            line.raw(outputs.said)
        } else {
            line.raw("null")
        }
        return true
    }

    /// Adds what a function says, or what stands for it where that is nothing: where it is then; nil where code has to be asked, or
    /// the text would be cut or escaped.
    private func say(
        _ function: DetectionFunction,
        _ index: Int,
        else piece: Piece,
        _ outputs: inout OutputProgram,
        _ evaluator: inout ConditionEvaluator,
        to line: inout JSONLine
    ) -> Range<Int>? {
        guard outputs.say(function, index, &evaluator), outputs.said.count <= DetectionLimits.textMax else {
            return nil
        }
        let start = line.place
        if outputs.said.isEmpty {
            line.raw(bytes(piece))
        } else {
            guard line.plain(outputs.said) else { return nil }
        }
        return start..<line.place
    }

    /// Functions that a line says nothing of.
    @inline(__always)
    private static var unshown: UInt16 {
        bit(.description) | bit(.reference) | bit(.runbook) | bit(.destinations) | bit(.unique)
    }

    @inline(__always)
    private static func bit(_ function: DetectionFunction) -> UInt16 { 1 << UInt16(function.number) }

    @inline(__always)
    private static func has(_ function: DetectionFunction, _ functions: UInt16) -> Bool {
        functions & bit(function) != 0
    }

    @inline(__always)
    private func bytes(_ piece: Piece) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: texts.pointer(to: Int(piece.start)), count: Int(piece.count))
    }
}
