import Conditions
import Detections
import Extraction

extension DetectionPage {
    /// The page as one JSON object on one line, without a line's end.
    ///
    /// - Parameter events: JSON objects of what the detection says of events, under `events` if not nil.
    package func json(events: [String]? = nil) -> String {
        var writer = JSONLine()
        writer.begin()
        writer.member("detection", detection.id)
        writer.key("condition")
        writer.raw(condition.json())
        writer.member("exact", isExact)
        writer.key("validated")
        writer.begin()
        writer.member("agree", validation.agreeing.count)
        writer.member("disagree", validation.disagreeing.count)
        writer.member("undecided", validation.undecided.count)
        writer.end()
        writer.key("indicators")
        writer.raw("[" + indicators.map(Self.json).joined(separator: ",") + "]")
        writer.key("outputs")
        writer.raw("[" + outputs.map(Self.json).joined(separator: ",") + "]")
        writer.key("reads")
        writer.list(reads.map(\.path))
        writer.member("text", condition.text)
        writer.member("hash", condition.canonicalHash)
        writer.key("opaque")
        writer.raw("[" + opaque.map(Self.json).joined(separator: ",") + "]")
        writer.key("disagreeing")
        writer.list(validation.disagreeing)
        if let events {
            writer.key("events")
            writer.raw("[" + events.joined(separator: ",") + "]")
        }
        writer.end()
        return writer.text
    }

    private static func json(_ use: IndicatorUse) -> String {
        var writer = JSONLine()
        writer.begin()
        writer.member("field", use.indicator.field)
        writer.member("op", use.indicator.op.name())
        writer.key("values")
        writer.raw(Literal.list([use.indicator.value]).json)
        if use.indicator.isNegated { writer.member("negated", true) }
        if use.indicator.alternatives > 1 { writer.member("alternatives", use.indicator.alternatives) }
        writer.member("rules", use.others.count)
        writer.end()
        return writer.text
    }

    private static func json(_ output: OutputField) -> String {
        var writer = JSONLine()
        writer.begin()
        writer.member("field", output.name)
        writer.member("origin", output.origin)
        writer.member("kind", output.kind.rawValue)
        if output.reads.map(\.path) != [output.name] {
            writer.key("reads")
            writer.list(output.reads.map(\.path))
        }
        writer.end()
        return writer.text
    }

    private static func json(_ opaque: Opaque) -> String {
        var writer = JSONLine()
        writer.begin()
        writer.member("reason", opaque.reason.rawValue)
        writer.member("sentence", opaque.reason.sentence)
        if let file = opaque.place?.file { writer.member("file", file) }
        if let line = opaque.place?.line { writer.member("line", line) }
        if let text = opaque.text { writer.member("text", text) }
        writer.end()
        return writer.text
    }
}
