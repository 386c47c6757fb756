import Testing

@testable import Events

/// What a parsed event says: values, order, look-ups, limits, and events that are built.
@Suite struct TapeValueTests {
    static func tape(_ text: String, _ keys: [String] = [], limits: TapeLimits = TapeLimits()) throws -> Tape {
        var tape = Tape(keys: KeyTable(keys), limits: limits)
        try tape.parse(copying: text.utf8)
        return tape
    }

    /// Python's `json.dumps(json.loads(text), separators=(",", ":"))` for repeated keys.
    static let repeated: [(text: String, expected: String)] = [
        (#"{"a":1,"a":2}"#, #"{"a":2}"#),
        (#"{"a":1,"b":2,"a":3}"#, #"{"a":3,"b":2}"#),
        (#"{"a":1,"b":2,"a":{"x":[1,2]},"c":4}"#, #"{"a":{"x":[1,2]},"b":2,"c":4}"#),
        (#"{"a":{"x":[1,2]},"b":2,"a":1}"#, #"{"a":1,"b":2}"#),
        (#"{"a":{"b":1,"b":2},"c":[{"d":1,"d":[2]}],"a":{"b":3,"b":4}}"#, #"{"a":{"b":4},"c":[{"d":[2]}]}"#),
        (#"{"a":1,"\u0061":2}"#, #"{"a":2}"#), (#"{"é":1,"\u00e9":2}"#, #"{"é":2}"#),
        (#"{"":1,"":2}"#, #"{"":2}"#), (#"{"a":1,"A":2}"#, #"{"a":1,"A":2}"#),
        (#"[{"a":1,"a":2},{"a":3}]"#, #"[{"a":2},{"a":3}]"#),
        (#"{"a":{"a":1},"b":{"a":2}}"#, #"{"a":{"a":1},"b":{"a":2}}"#),
    ]

    @Test(
        "a repeated key has its first place and its last value, at every depth",
        arguments: repeated,
        [[], ["a", "b", "A"]]
    )
    func repeatedKeys(_ test: (text: String, expected: String), _ keys: [String]) throws {
        let tape = try Self.tape(test.text, keys)
        #expect(tape.view.json(of: Tape.root) == test.expected)
    }

    @Test("many keys, each twice") func manyRepeatedKeys() throws {
        let members = (0..<5_000).map { "\"k\($0)\":1" } + (0..<5_000).map { "\"k\($0)\":2" }
        let tape = try Self.tape("{" + members.joined(separator: ",") + "}", ["k7"])
        #expect(tape.view.childCount(of: Tape.root) == 5_000)
        #expect(tape.view.children(of: Tape.root).allSatisfy { tape.view.int64(of: $0) == 2 })
    }

    static let integers: [(text: String, value: Int64?)] = [
        ("0", 0), ("-0", 0), ("9223372036854775807", .max), ("9223372036854775808", nil),
        ("-9223372036854775808", .min), ("-9223372036854775809", nil), ("1e2", nil), ("\"1\"", nil),
        ("99999999999999999999999999", nil),
    ]

    @Test("integers of 64 bits, and no others", arguments: integers) func integer(_ test: (text: String, value: Int64?))
        throws
    {
        let tape = try Self.tape(test.text)
        #expect(tape.view.int64(of: Tape.root) == test.value)
        if test.text.first != "\"" { #expect(tape.view.string(tape.view.text(of: Tape.root)) == test.text) }
    }

    static let doubles: [(text: String, value: Double)] = [
        ("0.1", 0.1), ("-0.0", -0.0), ("1e400", .infinity), ("-1E400", -.infinity), ("1e-400", 0),
        ("123456789012345", 123_456_789_012_345), ("0.000001", 1e-6), ("9007199254740993", 9_007_199_254_740_992),
        ("2.2250738585072011e-308", .leastNormalMagnitude.nextDown), ("4.9e-324", .leastNonzeroMagnitude),
        ("1.7976931348623157e308", 1.7976931348623157e308),
        ("179769313486231580793728971405301e276", .greatestFiniteMagnitude),
        ("0.30000000000000004", 0.30000000000000004),
    ]

    @Test("doubles are rounded correctly", arguments: doubles) func double(_ test: (text: String, value: Double)) throws
    {
        let tape = try Self.tape(test.text)
        let value = try #require(tape.view.double(of: Tape.root))
        #expect(value == test.value && value.sign == test.value.sign)
    }

    @Test("numbers of millions of digits are read in time") func longNumbers() throws {
        let digits = String(repeating: "1", count: 2_000_000)
        let tape = try Self.tape("[\(digits),0.\(digits),0.\(String(repeating: "0", count: 2_000_000))1]")
        let values = tape.view.children(of: Tape.root).map { tape.view.double(of: $0) }
        #expect(values == [.infinity, 0.1111111111111111, 0])
        #expect(tape.view.int64(of: 1) == nil)
    }

    @Test("the words of Python's json are numbers if allowed") func nonFinite() throws {
        let tape = try Self.tape("[NaN,Infinity,-Infinity]", limits: TapeLimits(allowsNonFinite: true))
        let values = tape.view.children(of: Tape.root).map { tape.view.double(of: $0) ?? 0 }
        #expect(values[0].isNaN && values[1] == .infinity && values[2] == -.infinity)
        #expect(throws: TapeFault(.invalidNumber, at: 1)) {
            _ = try Self.tape("-NaN", limits: TapeLimits(allowsNonFinite: true)).limits
        }
    }

    static let strings: [(text: String, bytes: [UInt8])] = [
        (#""a\"\\\/\b\f\n\r\tz""#, [0x61, 0x22, 0x5C, 0x2F, 8, 12, 10, 13, 9, 0x7A]),
        (#""\u0041\u00e9""#, [0x41, 0xC3, 0xA9]),
        (#""\ud83d\ude00""#, [0xF0, 0x9F, 0x98, 0x80]), (#""\ud83d""#, [0xED, 0xA0, 0xBD]),
        (#""\ude00\ud83d""#, [0xED, 0xB8, 0x80, 0xED, 0xA0, 0xBD]),
        (#""\ud83d\u0041""#, [0xED, 0xA0, 0xBD, 0x41]),
        (#""\ud83d\ud83d\ude00""#, [0xED, 0xA0, 0xBD, 0xF0, 0x9F, 0x98, 0x80]),
        (#""\u0000""#, [0]), (#""\udbff\udfff""#, [0xF4, 0x8F, 0xBF, 0xBF]), (#""\\u0041""#, Array(#"\u0041"#.utf8)),
        // Eight bytes at a time, whatever stands before and behind.
        (#""12345678\n12345678\t1234567\\""#, Array("12345678\n12345678\t1234567\\".utf8)),
        (#""\\12345678é\\x""#, Array("\\12345678é\\x".utf8)), (#""1234567\u00e9890""#, Array("1234567é890".utf8)),
    ]

    @Test("escapes are resolved, surrogates as in Python", arguments: strings)
    func unescapes(_ test: (text: String, bytes: [UInt8])) throws {
        let tape = try Self.tape(test.text)
        let text = tape.view.text(of: Tape.root)
        #expect(text.needsUnescape && !text.isASCII)
        var buffer = [UInt8](repeating: 0, count: Int(text.length))
        let count = buffer.withUnsafeMutableBytes { tape.view.unescape(text, into: $0) }
        #expect(Array(buffer[..<count]) == test.bytes)
        // As a key the same text is resolved by the parser, and written back as valid JSON.
        let keyed = try Self.tape("{\(test.text):1}")
        let key = keyed.view.key(of: 1)
        #expect(Array(keyed.view.bytes(key)) == test.bytes)
    }

    @Test("look-ups: exact first, then any case in order; root and below") func lookups() throws {
        var table = KeyTable(["eventName", "EVENTNAME", "absent", "x"])
        let text = #"{"EventName":1,"eventName":2,"x":{"EVENTname":3,"EventName":4},"unknown":5}"#
        var tape = Tape(keys: table)
        try tape.parse(copying: text.utf8)
        let view = tape.view
        func value(_ index: UInt32) -> Int64? { index == Tape.missing ? nil : view.int64(of: index) }
        let name = table.intern("eventName")
        #expect(value(view.lookup(in: Tape.root, key: name)) == 2)
        #expect(value(view.lookup(in: Tape.root, key: table.intern("EVENTNAME"))) == nil)
        #expect(value(view.lookupIgnoringCase(in: Tape.root, key: table.intern("EVENTNAME"))) == 1)
        #expect(value(view.lookup(in: Tape.root, key: table.intern("absent"))) == nil)
        #expect(value(view.lookupIgnoringCase(in: Tape.root, key: table.intern("absent"))) == nil)
        let nested = view.lookup(in: Tape.root, key: table.intern("x"))
        #expect(value(view.lookup(in: nested, key: name)) == nil)
        #expect(value(view.lookupIgnoringCase(in: nested, key: name)) == 3)
        #expect(value(view.lookup(in: Tape.root, key: "unknown")) == 5)
        #expect(view.lookup(in: Tape.missing, key: name) == Tape.missing)
        #expect(view.lookup(in: view.lookup(in: Tape.root, key: "unknown"), key: name) == Tape.missing)
    }

    @Test("children are counted and found, flat or deep") func children() throws {
        for text in ["[10,11,12]", "[10,[1,[2]],12]", #"[10,{},12]"#] {
            let tape = try Self.tape(text)
            #expect(tape.view.childCount(of: Tape.root) == 3)
            #expect(tape.view.int64(of: tape.view.child(of: Tape.root, at: 2)) == 12)
            #expect(tape.view.child(of: Tape.root, at: 3) == Tape.missing)
            #expect(tape.view.child(of: Tape.root, at: -1) == Tape.missing)
        }
    }

    @Test("limits: at each, and one past it") func limits() throws {
        func parse(_ text: String, _ limits: TapeLimits) -> TapeFault.Kind? {
            var tape = Tape(limits: limits)
            do throws(TapeFault) { try tape.parse(copying: text.utf8) } catch { return error.kind }
            return nil
        }
        #expect(parse("[[0]]", TapeLimits(depthMax: 2)) == nil)
        #expect(parse("[[0]]", TapeLimits(depthMax: 1)) == .depthLimit)
        #expect(parse("[0,0]", TapeLimits(nodeCountMax: 3)) == nil)
        #expect(parse("[0,0]", TapeLimits(nodeCountMax: 2)) == .nodeLimit)
        #expect(parse("[0,0]", TapeLimits(byteCountMax: 5)) == nil)
        #expect(parse("[0,0]", TapeLimits(byteCountMax: 4)) == .sizeLimit)
        let deep = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
        #expect(parse(deep, TapeLimits()) == nil)
        #expect(parse(String(repeating: "[", count: 100_000), TapeLimits()) == .depthLimit)
        #expect(parse(String(repeating: "{\"a\":", count: 100_000), TapeLimits()) == .depthLimit)
    }

    @Test("the tape grows, and long keys work") func growth() throws {
        let long = String(repeating: "k", count: 70_000)
        let tape = try Self.tape("{\"\(long)\":[" + String(repeating: "0,", count: 200_000) + "7]}", [long])
        let array = tape.view.lookup(in: Tape.root, key: KeyTable([long]).find(Array(long.utf8)))
        #expect(tape.view.childCount(of: array) == 200_001)
        #expect(tape.view.int64(of: tape.view.child(of: array, at: 200_000)) == 7)
    }

    @Test("an event is built, and extended; a key that is there gets the new value") func building() throws {
        var tape = Tape(keys: KeyTable(["p_new", "b"]))
        try tape.build { builder in
            builder.beginObject()
            builder.key("s\"")
            builder.string("a\n\u{1F600}")
            builder.key("n")
            builder.beginArray()
            builder.integer(.min)
            builder.double(1.5)
            builder.integer(digits: "123456789012345678901234567890")
            builder.bool(true)
            builder.null()
            builder.beginObject()
            builder.endObject()
            builder.endArray()
            builder.endObject()
        }
        let built = #"{"s\"":"a\n😀","n":[-9223372036854775808,1.5,123456789012345678901234567890,true,null,{}]}"#
        #expect(tape.view.json(of: Tape.root) == built)
        try tape.parse(copying: #" {"a" : [1, 2], "b":{"c":1}} "#.utf8)
        let element = tape.view.text(of: tape.view.child(of: 1, at: 1))
        try tape.extend { builder in
            builder.key("p_new")
            builder.beginArray()
            builder.string(element)
            builder.endArray()
            builder.key("b")
            builder.integer(9)
        }
        #expect(tape.view.json(of: Tape.root) == #"{"a":[1, 2],"b":9,"p_new":["2"]}"#)
        #expect(tape.view.int64(of: tape.view.lookup(in: Tape.root, key: KeyTable(["p_new", "b"]).find([0x62]))) == 9)
        // Members behind one that is replaced by less are found where they have come to.
        let keys = KeyTable(["long", "short"])
        tape = Tape(keys: keys)
        try tape.parse(copying: #"{"long":[1,2,3],"short":4}"#.utf8)
        try tape.extend { builder in
            builder.key("long")
            builder.null()
        }
        let short = keys.find(Array("short".utf8))
        #expect(tape.view.int64(of: tape.view.lookup(in: Tape.root, key: short)) == 4)
        #expect(tape.view.int64(of: tape.view.lookupIgnoringCase(in: Tape.root, key: short)) == 4)
        var small = Tape(limits: TapeLimits(nodeCountMax: 2))
        try small.parse(copying: "{}".utf8)
        #expect(throws: TapeFault(.nodeLimit, at: 2)) {
            try small.extend { builder in
                for key in ["a", "b"] {
                    builder.key(key)
                    builder.null()
                }
            }
        }
        #expect(small.view.nodeCount == 0)
    }

    @Test("a stale index reads null") func staleIndex() throws {
        let tape = try Self.tape("{\"a\":1}")
        for index in [2, 100, Tape.missing, Tape.missing - 1] as [UInt32] {
            #expect(tape.view.kind(of: index) == .null)
            #expect(tape.view.childCount(of: index) == 0)
            #expect(Array(tape.view.children(of: index)).isEmpty)
            #expect(tape.view.bytes(tape.view.text(of: index)).isEmpty)
        }
        #expect(tape.view.bytes(TapeText(offset: 5, length: .max)).isEmpty)
        #expect(tape.view.bytes(TapeText(offset: .max, length: 1)).isEmpty)
    }

    @Test("ids of keys stay the same while the table grows") func keyTable() {
        var table = KeyTable()
        let ids = (0..<10_000).map { table.intern("key\($0)") }
        #expect(ids.allSatisfy(\.isSpelled) && Set(ids).count == 10_000)
        #expect((0..<10_000).allSatisfy { table.intern("key\($0)") == ids[$0] })
        #expect(table.find(Array("KEY7".utf8)).group == ids[7].group && !table.find(Array("KEY7".utf8)).isSpelled)
        #expect(table.find(Array("nokey".utf8)) == .unknown)
        #expect(String(decoding: table.bytes(of: ids[42]), as: UTF8.self) == "key42")
        // Keys that differ only in the middle all hash alike: those past the probe limit stay unknown, and are few.
        let alike = (0..<100).map { table.intern("aaaaaaaa\(1000 + $0)zzzzzzzz") }
        #expect((1...KeyTable.probeCountMax).contains(alike.filter(\.isSpelled).count))
    }

    /// Whether an event's key is found, and no other, by a table that may have no number for it.
    static func found(_ key: String, _ table: KeyTable) throws -> Bool {
        var tape = Tape(keys: table)
        try tape.parse(copying: "{\"\(key)\":7}".utf8)
        let view = tape.view
        return view.int64(of: view.lookup(in: Tape.root, key: key)) == 7
            && view.lookup(in: Tape.root, key: key.uppercased()) == Tape.missing
            && view.lookup(in: Tape.root, key: key + "x") == Tape.missing
    }

    @Test("a table that is full: further keys have no number, and are found") func keyTableGroups() throws {
        #expect(KeyTable().groupCount == 1)
        var table = KeyTable(groupCountMax: 3)
        #expect(["a", "b"].map { table.intern($0).group } == [1, 2])
        #expect(table.intern("c") == .unknown)
        #expect(table.groupCount == 3 && table.count == 2)
        #expect(table.intern("B").group == 2, "another spelling needs no group")
        for key in ["a", "c"] { #expect(try Self.found(key, table)) }
        // No table has more than ids have bits for.
        #expect(KeyID(group: UInt32(KeyID.groupCountMax - 1), spelling: 63).group == UInt32(KeyID.groupCountMax - 1))
    }

    @Test("spellings of one key: as many as the limit, and one more") func keyTableSpellings() throws {
        // Letters of five bits in capitals or not, so that the next is always a new one.
        let spellings = (0...KeyID.spellingCountMax).map { number in
            String(
                "abcdef".enumerated().map {
                    number >> $0.offset & 1 == 1 ? Character($0.element.uppercased()) : $0.element
                }
            )
        }
        var table = KeyTable()
        let ids = spellings.map { table.intern($0) }
        #expect(ids.dropLast().allSatisfy { $0.isSpelled && $0.group == 1 } && Set(ids).count == ids.count)
        #expect(ids.last == .unknown)
        #expect(KeyID.spellingCountMax == KeyTable.probeCountMax && KeyID.spellingCountMax < 64)
        let last = try #require(spellings.last)
        #expect(!table.find(Array(last.utf8)).isSpelled)
        var tape = Tape(keys: table)
        try tape.parse(copying: "{\"\(spellings[0])\":1,\"\(last)\":7}".utf8)
        #expect(tape.view.int64(of: tape.view.lookup(in: Tape.root, key: last)) == 7)
    }

    @Test("bytes of all keys of a table: as many as the limit, and one more", arguments: [0, 1])
    func keyTableBytes(past: Int) {
        var table = KeyTable(["first"])
        // Eight bytes of padding count.
        let most = KeyTable.byteCountMax - 8 - "first".utf8.count
        let id = table.intern([UInt8](repeating: UInt8(ascii: "k"), count: most + past))
        #expect(id.isSpelled == (past == 0))
        #expect(table.intern("x").isSpelled == (past == 1), "a full table takes no byte more")
    }

    @Test("no limit of nodes is above what indices can say") func nodeCeiling() {
        let most = TapeLimits.nodeCountCeiling
        for (asked, given) in [(most, most), (most + 1, most), (.max, most), (0, 1)] {
            #expect(TapeLimits(nodeCountMax: asked).nodeCountMax == given)
        }
        for (asked, given) in [(most, most), (most + 1, most), (-1, 0)] {
            #expect(TapeLimits(depthMax: asked).depthMax == given)
        }
        // Indices and the doubling of a tape stay within 32 bits.
        #expect(2 * most <= Int(UInt32.max))
    }
}
