import Catalog

extension RuleView {
    /// The rule's tests.
    func fillTests(_ slots: inout Slots) {
        let tests = page.tests
        slots["hasTests"] = .flag(!tests.isEmpty)
        let (passed, run) = (tests.count { $0.passed == true }, tests.count { $0.passed != nil })
        slots["testSummary"] = .text(tests.isEmpty ? "" : run == 0 ? "not run" : "\(passed) of \(tests.count) passed")
        var bytesLeft = Self.eventBytesMax
        slots["tests"] = .list(tests.enumerated().map { index, test in self.test(test, number: index + 1, &bytesLeft) })
    }

    private func test(_ test: TestEntry, number: Int, _ bytesLeft: inout Int) -> Slots {
        var slots: Slots = [
            "number": .text(String(number)),
            "name": .text(test.name),
            "expectation": .text(test.expectsMatch ? "expects a match" : "expects none"),
            "result": .markup(Self.result(test)),
            "verdict": .text(Self.verdict(test.condition)),
            "failure": .text(test.failure),
            "hasMocks": .flag(!test.mocks.isEmpty),
            "mocks": .list(test.mocks.map { ["name": .text($0.name), "value": .text($0.returnValue)] }),
            "hasFunctions": .flag(!test.functions.isEmpty),
            "functions": .list(
                test.functions.map { function in
                    [
                        "name": .text(function.name),
                        "value": .text(function.result),
                        "isError": .flag(function.isError),
                    ]
                }
            ),
        ]
        guard let event = test.event, event.utf8.count <= bytesLeft else { return slots }
        bytesLeft -= event.utf8.count
        let figure = CodeFigure(
            name: "event",
            language: .json,
            text: JSONLayout.lines(of: event),
            anchor: "event\(number)",
            isNumbered: false
        )
        slots["event"] = .group(figure.slots)
        return slots
    }

    private static func result(_ test: TestEntry) -> Markup {
        switch test.passed {
        case true: Markup("passed")
        case false: Markup(literal: "<span class=\"fails\">failed</span>")
        case nil: Markup("not run")
        }
    }

    private static func verdict(_ verdict: TestEntry.ConditionVerdict) -> String? {
        switch verdict {
        case .agrees: "condition agrees"
        case .disagrees: "condition contradicts"
        case .undecided: "condition cannot tell"
        case .none: nil
        }
    }
}
