import Detections
import Engine
import Events
import Testing

@Suite struct EventFilterTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var condition: String
        var event: String
        var operand: DataValue = .null
        /// Nil for an error.
        var passes: Bool?
        var testDescription: String { "\(condition) \(operand) on \(event)" }
    }

    static func list(_ values: DataValue...) -> DataValue { .list(values.map { DataNode($0) }) }

    static let cases: [Case] = [
        Case(condition: "Equals", event: #"{"a":"x"}"#, operand: .string("x"), passes: true),
        Case(condition: "Equals", event: #"{"A":"x"}"#, operand: .string("x"), passes: false),
        Case(condition: "Equals", event: #"{"a":1.0}"#, operand: .int(1), passes: true),
        Case(condition: "Equals", event: #"{"a":"1"}"#, operand: .int(1), passes: false),
        Case(condition: "Equals", event: #"{"a":true}"#, operand: .int(1), passes: true),
        Case(condition: "DoesNotEqual", event: "{}", operand: .string("x"), passes: true),
        Case(condition: "DoesNotEqual", event: #"{"a":"x"}"#, operand: .string("x"), passes: false),
        Case(condition: "IsGreaterThan", event: #"{"a":2}"#, operand: .int(1), passes: true),
        Case(condition: "IsGreaterThan", event: #"{"a":1}"#, operand: .int(1), passes: false),
        Case(condition: "IsGreaterThanOrEquals", event: #"{"a":1}"#, operand: .int(1), passes: true),
        Case(condition: "IsGreaterThan", event: "{}", operand: .int(1), passes: false),
        Case(condition: "IsLessThan", event: #"{"a":"x"}"#, operand: .int(1), passes: nil),
        Case(condition: "IsLessThan", event: #"{"a":"a"}"#, operand: .string("b"), passes: true),
        Case(condition: "Contains", event: #"{"a":"xyz"}"#, operand: .string("y"), passes: true),
        Case(condition: "Contains", event: #"{"a":["xyz"]}"#, operand: .string("y"), passes: true),
        Case(condition: "Contains", event: #"{"a":{"y":1}}"#, operand: .string("y"), passes: true),
        Case(condition: "Contains", event: "{}", operand: .string("y"), passes: false),
        Case(condition: "DoesNotContain", event: "{}", operand: .string("y"), passes: true),
        Case(condition: "Contains", event: #"{"a":5}"#, operand: .string("y"), passes: nil),
        Case(condition: "IsIn", event: #"{"a":"x"}"#, operand: list(.string("w"), .string("x")), passes: true),
        Case(condition: "IsIn", event: #"{"a":["x"]}"#, operand: list(.string("w"), .string("x")), passes: true),
        Case(condition: "IsNotIn", event: #"{"a":"y"}"#, operand: list(.string("w")), passes: true),
        Case(condition: "IsIPAddressInCIDR", event: #"{"a":"10.1.2.3"}"#, operand: .string("10.0.0.0/8"), passes: true),
        Case(
            condition: "IsIPAddressInCIDR",
            event: #"{"a":"11.1.2.3"}"#,
            operand: .string("10.0.0.0/8"),
            passes: false
        ),
        Case(
            condition: "IsIPAddressInCIDR",
            event: #"{"a":"0.0.0.0/0"}"#,
            operand: .string("10.0.0.0/8"),
            passes: true
        ),
        Case(condition: "IsIPAddressInCIDR", event: #"{"a":"::1"}"#, operand: .string("10.0.0.0/8"), passes: false),
        Case(condition: "IsIPAddressInCIDR", event: #"{"a":"nonsense"}"#, operand: .string("10.0.0.0/8"), passes: nil),
        Case(condition: "IsIPAddressInCIDR", event: "{}", operand: .string("10.0.0.0/33"), passes: nil),
        Case(
            condition: "CIDRContainsIPAddresses",
            event: #"{"a":["1.1.1.1","10.9.9.9"]}"#,
            operand: .string("10.0.0.0/8"),
            passes: true
        ),
        Case(condition: "IsIPAddressPublic", event: #"{"a":"8.8.8.8"}"#, passes: true),
        Case(condition: "IsIPAddressPublic", event: #"{"a":"100.64.0.1"}"#, passes: false),
        Case(condition: "IsIPAddressPrivate", event: #"{"a":"100.64.0.1"}"#, passes: false),
        Case(condition: "IsIPAddressPrivate", event: #"{"a":"fe80::1"}"#, passes: true),
        Case(condition: "IsIPAddressPrivate", event: #"{"a":"::ffff:8.8.8.8"}"#, passes: false),
        Case(condition: "StartsWith", event: #"{"a":"abc"}"#, operand: .string("ab"), passes: true),
        Case(condition: "EndsWith", event: #"{"a":"abc"}"#, operand: .string("bc"), passes: true),
        Case(condition: "EndsWith", event: #"{"a":7}"#, operand: .string("7"), passes: false),
        Case(condition: "IsNullOrEmpty", event: "{}", passes: true),
        Case(condition: "IsNullOrEmpty", event: #"{"a":[]}"#, passes: true),
        Case(condition: "IsNullOrEmpty", event: #"{"a":0}"#, passes: false),
        Case(condition: "IsNotNullOrEmpty", event: #"{"a":"x"}"#, passes: true),
    ]

    static func node(_ pairs: [(String, DataNode)]) -> DataNode {
        DataNode(.map(DataMap(pairs.map { .init(key: DataNode(.string($0.0)), value: $0.1) })))
    }

    static func filter(_ condition: String, _ operand: DataValue, path: String = "a") -> DataNode {
        var pairs = [("KeyPath", DataNode(.string(path))), ("Condition", DataNode(.string(condition)))]
        if operand != .null { pairs.append(("Value", DataNode(operand))) }
        return node(pairs)
    }

    @Test("each condition means what panther_core makes of it", arguments: cases)
    func condition(_ test: Case) throws {
        let filter = try EventFilter(DataNode(.list([Self.filter(test.condition, test.operand)])))
        var tape = Tape()
        try tape.parse(copying: Array(test.event.utf8))
        let passes: Bool?
        do { passes = try filter.passes(tape.view) } catch { passes = nil }
        #expect(passes == test.passes)
    }

    @Test("All and Any nest, and empty ones hold")
    func combinators() throws {
        let yes = Self.filter("Equals", .int(1))
        let no = Self.filter("Equals", .int(2))
        func group(_ name: String, _ children: DataNode...) -> DataNode {
            Self.node([(name, DataNode(.list(children)))])
        }
        let table: [(DataNode, Bool)] = [
            (group("All"), true), (group("Any"), true), (group("All", yes, no), false), (group("Any", no, yes), true),
            (group("Any", no, group("All", yes, yes)), true),
        ]
        var tape = Tape()
        try tape.parse(copying: Array(#"{"a":1}"#.utf8))
        for (filter, passes) in table {
            #expect(try EventFilter(DataNode(.list([filter]))).passes(tape.view) == passes)
        }
    }

    @Test("what is not known is refused", arguments: ["Resembles", "Exists"])
    func refused(_ condition: String) {
        #expect(throws: EventFilter.Fault.self) {
            _ = try EventFilter(DataNode(.list([Self.filter(condition, .int(1))])))
        }
    }

    @Test("wildcards, and comparisons with nothing, are refused")
    func refusedForms() {
        for filter in [Self.filter("Equals", .int(1), path: "a[*].b"), Self.filter("Equals", .null)] {
            #expect(throws: EventFilter.Fault.self) { _ = try EventFilter(DataNode(.list([filter]))) }
        }
    }
}
