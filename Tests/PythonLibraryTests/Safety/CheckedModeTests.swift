import PythonLibrary
import Testing

@testable import PythonRuntime

/// The checked mode stops the program at the first use of a value that outlived its region; without it such a value
/// can at worst read what lies there now.
@Suite struct CheckedModeTests {
    @Test("the generation of a region advances with each event") func generations() throws {
        var machine = KeptStateTests.machine()
        let before = machine.memory.arena.generation
        try machine.finishEvent()
        #expect(machine.memory.arena.generation == before &+ 1)
    }

    #if MARGAY_CHECKED
        @Test("a dead text stops the program") func deadText() async {
            await #expect(processExitsWith: .failure) {
                var machine = KeptStateTests.machine()
                let text = try machine.makeString("dead")
                try machine.finishEvent()
                _ = machine.string(text)
            }
        }

        @Test("a dead list stops the program") func deadList() async {
            await #expect(processExitsWith: .failure) {
                var machine = KeptStateTests.machine()
                let list = try machine.makeList([.none])
                try machine.finishEvent()
                _ = machine.listCount(list)
            }
        }

        @Test("a dead dictionary stops the program") func deadDictionary() async {
            await #expect(processExitsWith: .failure) {
                var machine = KeptStateTests.machine()
                let dictionary = try machine.makeDictionary()
                try machine.finishEvent()
                _ = machine.dictionaryCount(dictionary)
            }
        }

        @Test("a dead record stops the program") func deadRecord() async {
            await #expect(processExitsWith: .failure) {
                var machine = KeptStateTests.machine()
                let tuple = try machine.makeTuple([.none])
                try machine.finishEvent()
                _ = machine.tupleElement(tuple, 0)
            }
        }

        @Test("a dead integer stops the program") func deadInteger() async {
            await #expect(processExitsWith: .failure) {
                var machine = KeptStateTests.machine()
                let integer = try machine.makeInteger(PythonInteger.small(3).power(.small(100)))
                try machine.finishEvent()
                _ = machine.integer(integer)
            }
        }
    #else
        @Test("a dead value reads no further than its region") func deadValues() throws {
            var machine = KeptStateTests.machine()
            let text = try machine.makeString("dead")
            let list = try machine.makeList([.none])
            try machine.finishEvent()
            #expect(machine.string(text).utf8.count <= 4)
            #expect(machine.listCount(list) <= 1)
        }
    #endif
}
