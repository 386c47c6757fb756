import Events
import Testing

@testable import Engine
@testable import Pipeline

@Suite struct BatchResultTests {
    @Test("memory for findings and lines is kept up to a limit", arguments: [false, true]) func memory(isTooLarge: Bool)
    {
        var result = BatchResult()
        let lines = BatchResult.lineCapacityMax / (isTooLarge ? 1 : 2) + 1
        let findings = BatchResult.findingCapacityMax / (isTooLarge ? 1 : 2) + 1
        let finding = ScanFinding(line: 0..<1, item: 0, detection: 0)
        result.findings = Array(repeating: finding, count: findings)
        let error = FunctionError(type: "E", message: "")
        let match = ScanMatch(record: 0, detection: 0, eventTime: EventTime(microseconds: 0), verdict: .error(error))
        for number in 0..<findings { #expect(result.details.add(match) == number) }
        let capacity = result.details.matches.capacity
        result.lines.scanned = Array(repeating: 0, count: lines)
        result.lines.ordered = Array(repeating: 0, count: lines)
        result.begin(ordered: RuleSet())
        #expect(result.findings.isEmpty && result.lines.scanned.isEmpty && result.lines.ordered.isEmpty)
        #expect(result.details.matches.isEmpty && (capacity > BatchResult.findingCapacityMax) == isTooLarge)
        #expect((result.details.matches.capacity >= findings) == !isTooLarge)
        #expect((result.findings.capacity >= findings) == !isTooLarge)
        #expect((result.lines.scanned.capacity >= lines) == !isTooLarge)
        #expect((result.lines.ordered.capacity >= lines) == !isTooLarge)
    }
}
