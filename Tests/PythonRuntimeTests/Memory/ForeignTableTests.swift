import Testing

@testable import PythonRuntime

/// Library objects that rules hold, as bookkeeping alone.
@Suite struct ForeignTableTests {
    final class Object {}

    static let type = TypeNumber(.unbound)

    static func add(_ table: inout ForeignTable, weight: Int = 0, isPermanent: Bool = false) -> Value? {
        table.add(Object(), type: type, weight: weight, isPermanent: isPermanent)
            .map { Value(tag: .foreign, payload: UInt64($0)) }
    }

    @Test(
        "keeping an object costs its weight, and never less than the least",
        arguments: [
            (0, ForeignTable.weightMin), (ForeignTable.weightMin, ForeignTable.weightMin),
            (ForeignTable.weightMin + 1, ForeignTable.weightMin + 1),
        ]
    )
    func weight(_ weight: Int, _ charged: Int) throws {
        var table = ForeignTable()
        // The second gets the number that the first had.
        for _ in 0..<2 {
            let value = try #require(Self.add(&table, weight: weight))
            #expect(table.weightToKeep(value) == charged)
            table.endEvent()
            #expect(table.weightToKeep(value) == 0)
        }
        let value = try #require(Self.add(&table, weight: weight))
        table.keep(value)
        #expect(table.weightToKeep(value) == 0, "it is paid for")
    }

    @Test("an event may make so many; the next event may again") func objects() {
        var table = ForeignTable()
        for _ in 0..<2 {
            for _ in 0..<ForeignTable.objectsMax { _ = Self.add(&table) }
            #expect(table.aliveCount == ForeignTable.objectsMax + 1, "number 0 is none")
            #expect(Self.add(&table) == nil)
            #expect(Self.add(&table, isPermanent: true) != nil)
            table.endEvent()
            // What is permanent stays, and is let go here only with the table.
            #expect(table.aliveCount == 2)
            table = ForeignTable()
        }
    }

    @Test("those that are kept are not looked through while they are few") func keptThreshold() throws {
        var table = ForeignTable()
        for _ in 0..<ForeignTable.keptThresholdMin { table.keep(try #require(Self.add(&table))) }
        table.endEvent()
        #expect(!table.isCrowded)
        table.keep(try #require(Self.add(&table)))
        #expect(table.isCrowded)
        table.beginMarking()
        table.endMarking()
        #expect(!table.isCrowded)
        #expect(table.aliveCount == 1)
    }
}
