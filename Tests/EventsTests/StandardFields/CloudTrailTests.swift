import Foundation
import TestSupport
import Testing

@testable import Events

/// Real records, from bytes to standard fields.
@Suite struct CloudTrailTests {
    static let file = Repository.root.appending(path: "Tests/EventsTests/Data/stratus.ndjson")

    @Test("the fields that are added to real events") func golden() throws {
        let bytes = Array(try Data(contentsOf: Self.file))
        var table = KeyTable()
        var fields = StandardFields(in: &table)
        let name = table.intern("eventName")
        var tape = Tape(keys: table)
        let context = StandardFields.Context(parseTime: EventTime(microseconds: 0))
        var report = ""
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            try tape.parse(copying: line)
            let before = tape.view.childCount(of: Tape.root)
            let text = tape.view.json(of: Tape.root)
            #expect(Array(text.utf8) == Array(line), "what stands in the input is copied as it stands")
            #expect(try fields.add(to: &tape, context))
            let view = tape.view
            report += view.string(view.text(of: view.lookup(in: Tape.root, key: name))) + "\n"
            for member in view.children(of: Tape.root).dropFirst(before) {
                report += "  \(view.string(view.key(of: member))): \(view.json(of: member))\n"
            }
        }
        try expectGolden("fields.txt", report)
    }

    @Test("the same events in every shape are the same events") func shapes() throws {
        let text = try String(contentsOf: Self.file, encoding: .utf8)
        let events = text.split(separator: "\n").map(String.init)
        #expect(events.count == 12)
        let shapes = [
            text, events.joined(separator: " "), "[" + events.joined(separator: ",\n") + "]",
            "{\"Records\":[" + events.joined(separator: ",") + "]}",
            "{\"x\":[{}],\"Records\" : [\n" + events.joined(separator: "\n,\n") + "\n]}",
        ]
        for shape in shapes {
            let frames = FramerTests.frames(Array(shape.utf8)).map { $0.prefix { $0 != "@" } }
            #expect(frames == events.map { $0.prefix { $0 != "@" } })
        }
    }
}
