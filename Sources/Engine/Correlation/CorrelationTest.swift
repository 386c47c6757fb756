import Detections
import Documents
import Events

/// The rows that a correlation's unit test gives: `RuleOutputs`.
struct CorrelationTest {
    /// By step.
    private(set) var rows: [[CorrelationRow]]
    /// The moment of evaluation: that of the latest row.
    private(set) var time: Int64 = 0

    /// A row as the test writes it.
    private struct Draft {
        /// Nil for a step that is said to match without saying when: at the moment of evaluation.
        var time: Int64?
        var values: [[[UInt8]]]
    }

    /// Reads the outputs for the steps of `machine`. Times are minutes from a moment that does not matter, or texts.
    ///
    /// A test lists field → value → times. Rows of one step and one time are one match: the first with each value at that time, the
    /// second where a time is written twice, and so on.
    init(_ node: DataNode, _ machine: CorrelationStateMachine) throws(FunctionError) {
        var drafts: [[Draft]] = machine.correlation.steps.map { _ in [] }
        for output in node.list ?? [] {
            let id = output["ID"]?.string ?? ""
            guard let step = machine.correlation.steps.firstIndex(where: { $0.id == id }) else {
                throw FunctionError(type: "KeyError", message: "the correlation rule has no step `\(id)`")
            }
            drafts[step] += try Self.drafts(output, machine.fields(ofStep: step))
        }
        let times = drafts.joined().compactMap(\.time)
        let latest = times.max() ?? 0
        var number = 0
        rows = drafts.map { drafts in
            drafts.map { draft in
                number += 1
                return CorrelationRow(time: draft.time ?? latest, number: number, values: draft.values)
            }
        }
        time = latest
    }

    private static func drafts(_ output: DataNode, _ fields: [String]) throws(FunctionError) -> [Draft] {
        let empty: [[[UInt8]]] = fields.map { _ in [] }
        guard let matches = output["Matches"]?.map else { return [Draft(time: nil, values: empty)] }
        var drafts: [Draft] = []
        // Rows of one time, in order.
        var known: [Int64: [Int]] = [:]
        for field in matches.entries {
            let slot = fields.firstIndex { $0 == field.key.string }
            for value in field.value.map?.entries ?? [] {
                var seen: [Int64: Int] = [:]
                for written in value.value.list ?? [] {
                    let time = try Self.time(written)
                    let order = seen[time, default: 0]
                    seen[time] = order + 1
                    if known[time, default: []].count <= order {
                        known[time, default: []].append(drafts.count)
                        drafts.append(Draft(time: time, values: empty))
                    }
                    guard let slot, let place = known[time]?[order] else { continue }
                    let text = value.key.string ?? String(decoding: (try? value.key.json()) ?? [], as: UTF8.self)
                    drafts[place].values[slot].append(Array(text.utf8))
                }
            }
        }
        return drafts
    }

    private static func time(_ node: DataNode) throws(FunctionError) -> Int64 {
        switch node.value {
        case .int(let minutes):
            let (time, overflows) = minutes.multipliedReportingOverflow(by: 60_000_000)
            if !overflows { return time }
        case .double(let minutes):
            if let time = Int64(exactly: (minutes * 60_000_000).rounded()) { return time }
        case .string(let text):
            if let time = EventTime(text) { return time.microseconds }
        default: break
        }
        let shown = String(decoding: (try? node.json()) ?? [], as: UTF8.self)
        throw FunctionError(
            type: "ValueError",
            message: "a time is a number of minutes or a text like 2024-06-01T10:00:00Z, not \(shown)"
        )
    }
}
