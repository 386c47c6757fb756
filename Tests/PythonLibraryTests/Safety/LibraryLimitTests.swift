import Testing

@testable import PythonLibrary
@testable import PythonRuntime

/// Each limit of the library at its edge and one past it, by what a rule sees of it.
@Suite struct LibraryLimitTests {
    struct Row: CustomTestStringConvertible, Sendable {
        var testDescription: String
        /// The body of `rule`, with `n` for the number.
        var body: String
        var edge: Int
        /// What it returns at the edge and one past it.
        var answers: [String]

        init(_ name: String, _ edge: Int, _ body: String, _ answers: [String]) {
            testDescription = name
            self.body = body
            self.edge = edge
            self.answers = answers
        }
    }

    static let rows: [Row] = [
        Row(
            "NumberLimits.textDigitsMax",
            NumberLimits.standard.textDigitsMax,
            "try: return int('7' * n) > 0\n    except ValueError: return 'refused'",
            ["True", "'refused'"]
        ),
        Row(
            "NumberLimits.textDigitsMax, written",
            NumberLimits.standard.textDigitsMax,
            "try: return len(str(10 ** (n - 1))) == n\n    except ValueError: return 'refused'",
            ["True", "'refused'"]
        ),
        Row(
            "TextLimits.quotedLengthMax",
            TextLimits.quotedLengthMax - 2,
            "try: int('x' * n)\n    except ValueError as e: return str(e)[-1]",
            [#""'""#, "'x'"]
        ),
        Row(
            "TextLimits.templateDepthMax",
            TextLimits.templateDepthMax,
            """
            try: return len(('{:' * (n - 1) + '{}' + '}' * (n - 1)).format('a', 5, 5))
                except ValueError as e: return str(e)
            """,
            ["5", "'Max string recursion exceeded'"]
        ),
        Row(
            "Options.indentMax",
            JSONWriter.Options.indentMax,
            "import json\n    return len(json.dumps([1], indent=n)) - n",
            ["5", "4"]
        ),
        Row(
            "JSONReader.depthMax",
            JSONReader.depthMax,
            """
            import json
                try: return type(json.loads('[' * n + ']' * n)).__name__
                except RecursionError: return 'too deep'
            """,
            ["'list'", "'too deep'"]
        ),
        Row(
            "JSONWriter.depthMax",
            JSONWriter.depthMax,
            """
            import json
                a = [1]
                for _ in range(n - 1): a = [a]
                try: return len(json.dumps(a)) == 2 * n + 1
                except RecursionError: return 'too deep'
            """,
            ["True", "'too deep'"]
        ),
        Row(
            "DatePattern.knownMax",
            DatePattern.knownMax,
            """
            from datetime import datetime
                years = [datetime.strptime('2026' + 'x' * i, '%Y' + 'x' * i).year for i in range(n)]
                return set(years + [datetime.strptime('2026', '%Y').year])
            """,
            ["{2026}", "{2026}"]
        ),
        Row(
            "DateParser.lengthMax, of the date",
            DateParser.lengthMax,
            """
            from datetime import datetime
                try: return datetime.strptime('2026' + ' ' * (n - 4), '%Y ').year
                except ValueError as e: return str(e)
            """,
            ["2026", "'more than \(DateParser.lengthMax) characters in a date or its format'"]
        ),
        Row(
            "DateParser.lengthMax, of the format",
            DateParser.lengthMax,
            """
            from datetime import datetime
                try: return datetime.strptime('2026 ', '%Y' + ' ' * (n - 2)).year
                except ValueError as e: return str(e)
            """,
            ["2026", "'more than \(DateParser.lengthMax) characters in a date or its format'"]
        ),
        Row(
            "DateFormat.widthMax",
            DateFormat.widthMax,
            "from datetime import date\n    return len(date(2026, 1, 2).strftime(f'%{n}d')) - n",
            ["0", "-1"]
        ),
        Row(
            "State.loggersMax",
            // The root logger, which has a level from the start, is one of the 256.
            255,
            """
            import logging
                for i in range(n): logging.getLogger('l%d' % i).setLevel(10)
                return logging.getLogger('l%d' % (n - 1)).getEffectiveLevel()
            """,
            ["10", "30"]
        ),
        Row(
            "State.nameBytesMax",
            1000,
            "import logging\n    logging.getLogger('l' * n).setLevel(10)\n    return logging.getLogger('l' * n).getEffectiveLevel()",
            ["10", "30"]
        ),
    ]

    @Test("holds at its edge and not past it", arguments: rows)
    func edges(_ row: Row) {
        let answers = NativeStack.run { () -> [String] in
            [row.edge, row.edge + 1].map { number in
                var machine = KeptStateTests.machine()
                return KeptStateTests.event("def rule(event):\n    n = \(number)\n    \(row.body)\n", "rule", &machine)
            }
        }
        #expect(answers == row.answers)
    }

    /// How many patterns are remembered once these have matched.
    @Test(
        "patterns of fnmatch: number and length, at the limits and past them",
        arguments: [
            (FnmatchModule.Cache.patternsMax, 5, FnmatchModule.Cache.patternsMax),
            (FnmatchModule.Cache.patternsMax + 1, 5, FnmatchModule.Cache.patternsMax),
            (1, FnmatchModule.Cache.patternBytesMax, 1), (1, FnmatchModule.Cache.patternBytesMax + 1, 0),
        ]
    )
    func globs(_ count: Int, _ length: Int, _ remembered: Int) throws {
        let found = try NativeStack.run { () -> Result<[String], Raised> in
            Result { () throws(Raised) in
                var machine = KeptStateTests.machine()
                let program = """
                    from fnmatch import fnmatch
                    def rule(event):
                        names = [str(10000 + n) + 'x' * \(length - 5) for n in range(\(count))]
                        return all(fnmatch(name, name) for name in names)
                    """
                let answer = KeptStateTests.event(program, "rule", &machine)
                return [answer, "\(try FnmatchModule.Cache.of(&machine).patterns.count)"]
            }
        }.get()
        #expect(found == ["True", "\(remembered)"])
    }

    @Test("KeyValueStore.itemBytesMax: an item and its key", arguments: [0, 1])
    func itemBytes(past: Int) {
        var store = KeyValueStore()
        let key = Array("key".utf8)
        let text = [UInt8](repeating: 0x61, count: KeyValueStore.itemBytesMax - key.count + past)
        var fault: KeyValueStore.Fault?
        do throws(KeyValueStore.Fault) {
            try store.update(key) { (item) throws(KeyValueStore.Fault) in item.dictionary = text }
        } catch { fault = error }
        #expect(fault == (past == 0 ? nil : .itemTooLarge))
        #expect(store.isEmpty == (past == 1))
    }

    @Test("KeyValueStore.shareBytesMax: a rule that fills its share is refused, others are not") func storeShares()
        throws
    {
        var store = KeyValueStore()
        let large = [UInt8](repeating: 0x61, count: 1 << 18)
        func add(_ key: String, _ space: Int, fairPart: Int = 0) -> KeyValueStore.Fault? {
            do throws(KeyValueStore.Fault) {
                try store.update(Array(key.utf8), for: ModuleSpace(number: space), fairPart: fairPart) {
                    (item) throws(KeyValueStore.Fault) in item.dictionary = large
                }
                return nil
            } catch { return error }
        }
        let size = large.count + KeyValueStore.Item.overhead + 3
        let count = KeyValueStore.shareBytesMax / size
        for number in 100..<100 + count { #expect(add("\(number)", 1) == nil) }
        #expect(add("999", 1) == .full)
        #expect(add("100", 1) == nil, "an item of its own may be written again")
        store.remove(Array("100".utf8))
        #expect(add("999", 1) == nil, "room is given back")
        #expect(add("101", 2) == nil, "an item counts for who wrote it last")
        #expect(add("100", 1) == nil)
        // Seven more rules fill what all of them may keep together.
        for space in 2...9 { for number in 0..<count { _ = add("\(space * 1000 + number)", space) } }
        #expect(store.byteCount <= KeyValueStore.bytesMax && store.byteCount > KeyValueStore.bytesMax - size)
        #expect(add("new", 10) == .full)
        #expect(add("new", 10, fairPart: 2 * size) == nil, "its equal part a rule always has")
        #expect(add("more", 10, fairPart: size) == .full)
    }

    @Test("RegexState.patternsMax and permanentMax: further patterns are compiled anew, and match as well")
    func patterns() throws {
        let counts = try NativeStack.run { () -> Result<[Int], Raised> in
            Result { () throws(Raised) in
                var machine = KeptStateTests.machine()
                _ = try machine.importModule("re", leaf: true)
                let state = try RegexState.of(&machine)
                var counts: [Int] = []
                for number in 0...RegexState.patternsMax {
                    _ = try state.handle(&machine, try machine.makeString("a\(number)"), flags: .int(0))
                    if number >= RegexState.patternsMax - 1 { counts.append(state.count) }
                }
                return counts
            }
        }.get()
        #expect(counts == [RegexState.patternsMax, RegexState.patternsMax])
    }
}
