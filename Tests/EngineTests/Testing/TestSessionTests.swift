import Detections
import Diagnostics
import Documents
import Engine
import Testing

/// Many detections at once: the same as one after the other.
@Suite struct TestSessionTests {
    /// Detections that each try to leave something behind for the next one, in places that all of them know.
    static func pack(of count: Int) -> DetectionPack {
        let helper = """
            SEEN = []
            def note(name):
                SEEN.append(name)
                return len(SEEN)
            """
        var one = OneRule("def rule(event):\n    return True\n")
        one.helpers = ["shared": helper]
        var pack = one.pack
        pack.detections = (0..<count).map { number in
            var detection = OneRule(
                """
                import logging
                import random
                from panther_detection_helpers.caching import increment_counter
                import shared

                print("loaded", shared.note("loading"))
                seen = []

                def rule(event):
                    seen.append(event.get("n"))
                    logging.getLogger().setLevel(logging.DEBUG if \(number) % 2 else logging.ERROR)
                    if \(number) % 5 == 0 and event.get("n") == 1:
                        raise ValueError(len(seen))
                    return True

                def title(event):
                    return f"{shared.note('rule')} {seen} {increment_counter('k')} {random.Random(1).random()} {helper()}"

                def helper():
                    return logging.getLogger().level
                """,
                id: "Test.\(number)"
            ).detection
            detection.tests = (0..<Int64(3)).map { test in
                let log = DataMap([.init(key: DataNode(.string("n")), value: DataNode(.int(test)))])
                var unit = UnitTest(
                    name: "t\(test)",
                    expectedResult: true,
                    input: .event(DataNode(.map(log))),
                    span: Span(0, 0)
                )
                if test == 2 { unit.mocks = [Mock(name: "helper", returnValue: .string("mocked"))] }
                return unit
            }
            return detection
        }
        return pack
    }

    static func lines(_ workers: Int, _ order: [Int], of pack: DetectionPack) -> [String] {
        let session = TestSession(
            CompiledPack(pack),
            options: TestOptions(),
            clock: EngineClock(seconds: 1_700_000_000)
        )
        return session.run(order, workers: Workers(workers)).reports.map { report in
            let tests = report.tests.map { test in
                "\(test.name) \(test.passed) \(test.functions.map { "\($0.function) \($0.outcome.displayText)" })"
            }
            return "\(report.detection.id) \(report.printed) \(tests)"
        }
    }

    @Test("the outcome does not depend on the number of threads, nor on who ran before", arguments: [2, 3, 8])
    func workers(_ count: Int) {
        let pack = Self.pack(of: 41)
        let alone = Self.lines(1, Array(0..<41), of: pack)
        #expect(alone.count == 41 && Set(alone).count == 41)
        #expect(Self.lines(count, Array(0..<41), of: pack) == alone)
        #expect(Self.lines(count, Array((0..<41).reversed()), of: pack) == alone.reversed())
    }

    @Test("nothing to run is nothing to report")
    func nothing() { #expect(Self.lines(4, [], of: Self.pack(of: 2)).isEmpty) }
}
