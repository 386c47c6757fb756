import Foundation
import PythonLibrary
import PythonRuntime
import Synchronization
import Testing

/// `panther_detection_helpers.caching` on an injected clock. CPython cannot run these without a DynamoDB.
@Suite struct CachingTests {
    /// A clock that a test sets.
    final class Clock: Sendable {
        private let bits = Atomic<UInt64>(0)

        var now: Double {
            get { Double(bitPattern: bits.load(ordering: .relaxed)) }
            set { bits.store(newValue.bitPattern, ordering: .relaxed) }
        }
    }

    /// Runs lines one after another on one store; each is `seconds: expression -> expected`.
    static func check(_ script: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let clock = Clock()
        var machine = Machine(environment: Environment(now: { clock.now }, library: Library.table))
        for (number, line) in script.split(separator: "\n").enumerated() {
            let time = line.prefix { $0 != ":" }
            let rest = line.dropFirst(time.count + 2)
            let parts = rest.components(separatedBy: " -> ")
            clock.now = 1_000_000 + (Double(time) ?? .nan)
            let program = "from panther_detection_helpers.caching import *\ndef f(e):\n    return \(parts[0])\n"
            let actual = try EventProgram.evaluate(program, named: "m\(number)", &machine)
            #expect(actual == parts.last, "\(line)", sourceLocation: sourceLocation)
        }
    }

    @Test func counters() throws {
        try Self.check(
            """
            0: get_counter("k") -> 0
            0: increment_counter("k") -> 1
            0: increment_counter("k", 5) -> 6
            0: increment_counter("k", val=-2, epoch_seconds=10) -> 4
            10: increment_counter("k", epoch_seconds=10) -> 5
            19: get_counter("k", force_ttl_check=True) -> 5
            20: get_counter("k", True) -> 0
            20: get_counter("k") -> 5
            21: increment_counter("k", 3) -> 3
            21: reset_counter("k") -> None
            21: get_counter("k") -> 0
            21: increment_counter("k") -> 1
            21: reset_counter("never") -> None
            35: increment_counter("big", 9223372036854775807) -> 9223372036854775807
            35: increment_counter("f", 1.5) -> TypeError: Float types are not supported. Use Decimal types instead.
            """
        )
    }

    @Test("expiries as text and floats", .enabled(if: EventProgram.hasIntegers)) func looseExpiry() throws {
        try Self.check(
            """
            21: increment_counter("t", epoch_seconds="12.9") -> 1
            33: increment_counter("t", epoch_seconds=2.9) -> 2
            35: get_counter("t", True) -> 0
            """
        )
    }

    @Test("how small numbers count from now, and large ones from 1970") func expiry() throws {
        try Self.check(
            """
            0: set_key_expiration("a", 604800) -> None
            0: kv_table().get_item(Key={"key": "a"}) -> {'Item': {'key': 'a', 'expiresAt': 1604800}}
            0: set_key_expiration("a", 604801) -> None
            0: kv_table().get_item(Key={"key": "a"}) -> {'Item': {'key': 'a', 'expiresAt': 604801}}
            0: set_key_expiration("a", 0) -> None
            0: kv_table().get_item(Key={"key": "a"})["Item"]["expiresAt"] -> 1000000
            0: set_key_expiration("a", -5) -> None
            0: kv_table().get_item(Key={"key": "a"})["Item"]["expiresAt"] -> 999995
            0: set_key_expiration("a", None) -> None
            0: kv_table().get_item(Key={"key": "a"})["Item"]["expiresAt"] -> 8776000
            0: kv_table().delete_item(Key={"key": "a"}) -> {}
            0: kv_table().get_item(Key={"key": "a"}) -> {}
            """
        )
    }

    @Test func stringSets() throws {
        try Self.check(
            """
            0: get_string_set("k") -> set()
            0: add_to_string_set("k", "b") -> {'b'}
            0: add_to_string_set("k", ["a", "b", "é"], 10) -> {'b', 'a', 'é'}
            5: add_to_string_set("k", []) -> {'b', 'a', 'é'}
            5: remove_from_string_set("k", ("b", "x"), 10) -> {'a', 'é'}
            14: get_string_set("k", force_ttl_check=True) -> {'a', 'é'}
            15: get_string_set("k", True) -> set()
            15: get_string_set("k") -> {'a', 'é'}
            16: add_to_string_set("k", []) -> set()
            16: add_to_string_set("k", "c", 10) -> {'c'}
            27: remove_from_string_set("k", "c") -> set()
            27: get_string_set("k") -> set()
            27: put_string_set("k", ["x", "y", "x"]) -> None
            27: get_string_set("k") -> {'x', 'y'}
            27: increment_counter("k") -> 1
            27: get_string_set("k") -> {'x', 'y'}
            27: remove_from_string_set("k", ["x", "y"]) -> set()
            27: get_string_set("k") -> set()
            27: get_counter("k") -> 1
            27: put_string_set("k", {"z"}) -> None
            27: get_counter("k") -> 0
            27: put_string_set("k", []) -> None
            27: get_string_set("k") -> set()
            27: add_to_string_set("k", [1]) -> TypeError: Unsupported type "<class 'set'>" for value "{1}"
            27: add_to_string_set("k", [[1]]) -> TypeError: unhashable type: 'list'
            """
        )
    }

    @Test func thresholdsAndAges() throws {
        try Self.check(
            """
            0: evaluate_threshold("t", 3, 10) -> False
            5: evaluate_threshold("t", 3, 10) -> False
            16: evaluate_threshold("t", 3, 10) -> False
            17: evaluate_threshold("t", threshold=2, expiry_seconds=10) -> True
            17: get_counter("t") -> 0
            17: check_account_age("u") -> False
            17: put_string_set("u", ["x"], 10) -> None
            17: check_account_age("u") -> True
            27: check_account_age("u") -> False
            27: check_account_age("") -> False
            27: check_account_age(5) -> False
            27: ttl_expired({}) -> 0
            27: ttl_expired({"Item": {}}) -> 0
            """
        )
    }

    @Test("what the table refuses") func refusals() throws {
        try Self.check(
            """
            0: get_counter(5) -> ClientError: An error occurred (ValidationException) when calling the GetItem operation: The provided key element does not match the schema
            0: put_dictionary("k", [1]) -> TypeError: panther_oss_helpers.put_dictionary: value is not a dictionary
            0: put_string_set("k", ["x" * 409591]) -> None
            0: put_string_set("k", ["x" * 409592]) -> ClientError: An error occurred (ValidationException) when calling the PutItem operation: Item size has exceeded the maximum allowed size
            0: increment_counter("n", 9223372036854775807) -> 9223372036854775807
            0: increment_counter("n", 1) -> ClientError: An error occurred (ValidationException) when calling the UpdateItem operation: Number overflow. Attempting to store a number outside of 64 bits
            0: get_counter("n") -> 9223372036854775807
            """
        )
    }

    @Test("a store can be taken out and put into another machine") func exported() {
        var store = KeyValueStore()
        try? store.update([1]) { $0.counter = 1 }
        try? store.update([0]) { $0.expiresAt = 5 }
        #expect(store.takeChanges() == [[0], [1]])
        #expect(store.takeChanges().isEmpty)
        var copy = KeyValueStore(items: store.items)
        copy.removeExpired(before: 5)
        #expect(copy.items.count == 2 && copy.takeChanges().isEmpty)
        copy.removeExpired(before: 6)
        #expect(copy.takeChanges() == [[0]] && copy[[1]]?.counter == 1 && store.items.count == 2)
    }

    @Test("mocks that the engine makes") func mocks() throws {
        var machine = Machine(environment: Environment(now: { 0 }, library: Library.table))
        do throws(Raised) {
            let mock = try machine.makeMock(returnValue: machine.intern("[1]"))
            #expect(machine.string(try machine.repr(try machine.call(mock, [.int(3)]))) == "'[1]'")
            #expect(try machine.attribute(mock, machine.name("call_count")).intValue == 1)
            let helpers = try machine.importModule("panther_detection_helpers.mocking", leaf: true)
            #expect(try machine.callMethod(helpers, "is_mock", [mock]).boolValue)
            #expect(try !machine.callMethod(helpers, "is_mock", [.int(1)]).boolValue)
        } catch { Issue.record("\(machine.describeException())") }
    }
}
