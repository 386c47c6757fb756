import Events
import PythonRuntime
import Testing

/// What rules see of an event, on the tape and wrapped by hand: both must answer as panther_core 0.16.3 does.
@Suite struct EventTapeTests {
    static let event = #"""
        {"Foo":1,"fOO":2,"a":{"b":[1,{"C":null}],"d":"x"},"s":"it's \u00e9\ud83d\ude00\n","z":-0,"f":1e3,
        "big":123456789012345678901234567890,"e":[],"m":{},"deep":[[1,[2]],{"k":[3]}],
        "l":[{"v":1},{"v":2},{"x":0}],"t":true,"n":null}
        """#

    static let rows: [(String, String)] = [
        (#"e["FOO"]"#, #"1"#),
        (#"e.get("fOO")"#, #"2"#),
        (#"e.get("foo", "d")"#, #"1"#),
        (#"e.get("nope")"#, #"None"#),
        (#"e.get("nope", default=4)"#, #"4"#),
        (#"e["nope"]"#, #"KeyError: 'nope'"#),
        (#"e.get(6)"#, #"AttributeError: 'int' object has no attribute 'lower'"#),
        (#"e[None]"#, #"AttributeError: 'NoneType' object has no attribute 'lower'"#),
        (#"[] in e"#, #"TypeError: unhashable type: 'list'"#),
        (#""A" in e"#, #"True"#),
        (#""nope" in e"#, #"False"#),
        (#"e["a"]["B"][1]["c"]"#, #"None"#),
        (#"e.deep_get("A", "D")"#, #"'x'"#),
        (#"e.deep_get("a", "x", default="q")"#, #"'q'"#),
        (#"e.deep_get("n", default=1)"#, #"1"#),
        (#"e.deep_get("e")"#, #"ImmutableList(())"#),
        (#"e.deep_get("m", "k")"#, #"None"#),
        (#"e["a"]"#, #"ImmutableCaseInsensitiveDict({'b': [1, {'C': None}], 'd': 'x'})"#),
        (#"e["a"]["b"]"#, #"ImmutableList((1, {'C': None}))"#),
        (#"e["e"]"#, #"ImmutableList(())"#),
        (#"e["deep"]"#, #"ImmutableList(([1, [2]], {'k': [3]}))"#),
        (#"e["l"][0]"#, #"ImmutableCaseInsensitiveDict({'v': 1})"#),
        (#"e["deep"][0]"#, #"ImmutableList((1, [2]))"#),
        (#"[*e]"#, #"['Foo', 'fOO', 'a', 's', 'z', 'f', 'big', 'e', 'm', 'deep', 'l', 't', 'n']"#),
        (
            #"[*e["l"]]"#,
            #"[ImmutableCaseInsensitiveDict({'v': 1}), ImmutableCaseInsensitiveDict({'v': 2}), ImmutableCaseInsensitiveDict({'x': 0})]"#
        ),
        (#"[*e.a]"#, #"AttributeError: 'PantherEvent' object has no attribute 'a'"#),
        (#"{**e["a"]}"#, #"{'b': ImmutableList((1, {'C': None})), 'd': 'x'}"#),
        (#"e["l"][1:]"#, #"({'v': 2}, {'x': 0})"#),
        (#"e["l"][-1]["V"]"#, #"KeyError: 'V'"#),
        (#"e["l"][9]"#, #"IndexError: tuple index out of range"#),
        (#"e["l"]["x"]"#, #"TypeError: tuple indices must be integers or slices, not str"#),
        (#"e == e.to_dict()"#, #"True"#),
        (#"e.to_dict() == e"#, #"True"#),
        (#"e["a"]["b"] == [1, {"C": None}]"#, #"True"#),
        (#"e["a"]["b"] == (1, {"C": None})"#, #"True"#),
        (#"e["deep"] == [[1, [2]], {"k": [3]}]"#, #"True"#),
        (#"e["deep"] == [(1, [2]), {"k": [3]}]"#, #"False"#),
        (#"e["deep"][0] == (1, [2])"#, #"True"#),
        (#"e["m"] == {}"#, #"True"#),
        (#"e["a"] == {"B": 1}"#, #"False"#),
        (#"e["a"] == e["a"]"#, #"True"#),
        (#"e["a"] == e["m"]"#, #"False"#),
        (#"e["e"] == "x""#, #"False"#),
        (#"e["l"].copy()"#, #"[{'v': 1}, {'v': 2}, {'x': 0}]"#),
        (#"e["l"].as_list()"#, #"[{'v': 1}, {'v': 2}, {'x': 0}]"#),
        (#"e.raw_view()["a"]"#, #"{'b': [1, {'C': None}], 'd': 'x'}"#),
        (#"e.deep_walk("l", "v")"#, #"[1, 2]"#),
        (#"e.deep_walk("l", "v", default="D")"#, #"[1, 2, 'D']"#),
        (#"e.deep_walk("L", "v")"#, #"None"#),
        (#"e.deep_walk("a")"#, #"{'b': [1, {'C': None}], 'd': 'x'}"#),
        (#"e.deep_walk("e")"#, #"None"#),
        (#"e.deep_walk("e", default=1)"#, #"1"#),
        (#"e.deep_walk("deep", "k")"#, #"3"#),
        (#"e.deep_walk("l")"#, #"[{'v': 1}, {'v': 2}, {'x': 0}]"#),
        (#"e.deep_walk("l", "v", return_val="last")"#, #"2"#),
        (#"e["l"].index({"v": 2})"#, #"1"#),
        (#"e["l"].count(1)"#, #"0"#),
        (#"{"v": 1} in e["l"]"#, #"True"#),
        (#"1 in e["a"]["b"]"#, #"True"#),
        (#"e["l"] + [1]"#, #"TypeError: unsupported operand type(s) for +: 'ImmutableList' and 'list'"#),
        (#"{e: 1}"#, #"TypeError: unhashable type: 'PantherEvent'"#),
        (#"{e["e"]}"#, #"TypeError: unhashable type: 'ImmutableList'"#),
        (#"e.udm("a", "d")"#, #"'x'"#),
        (#"e.udm("z")"#, #"None"#),
        (#"e.udm("z", default=3)"#, #"3"#),
        (#"e.udm_path("x")"#, #"PantherError: a data model hasn't been specified for log type: None"#),
        (#"e.lookup("a", "b")"#, #"None"#),
        (#"e.event_time_epoch()"#, #"0"#),
        (#"e.update"#, #"AttributeError: 'PantherEvent' object has no attribute 'update'"#),
        (#"e["a"].udm"#, #"AttributeError: 'ImmutableCaseInsensitiveDict' object has no attribute 'udm'"#),
        (#"e["big"] + 1"#, #"123456789012345678901234567891"#),
        (#"e["z"]"#, #"0"#),
        (#"e["f"]"#, #"1000.0"#),
        (#"e["s"]"#, #""it's é😀\n""#),
        (#"e < e"#, #"TypeError: '<' not supported between instances of 'PantherEvent' and 'PantherEvent'"#),
        (#"e.keys() & {"t", "q"}"#, #"{'t'}"#),
        (#"e["m"].values()"#, #"ValuesView(ImmutableCaseInsensitiveDict({}))"#),
    ]

    static let small = #"{"b":{"x":[1,"y"]},"A":"\u00e9","z":-0}"#

    static let smallRows: [(String, String)] = [
        (#"e"#, #"PantherEvent({'b': {'x': [1, 'y']}, 'A': 'é', 'z': 0})"#),
        (#"[*e.items()]"#, #"[('b', ImmutableCaseInsensitiveDict({'x': [1, 'y']})), ('A', 'é'), ('z', 0)]"#),
        (#"e.keys()"#, #"KeysView(PantherEvent({'b': {'x': [1, 'y']}, 'A': 'é', 'z': 0}))"#),
        (#"e.to_dict()"#, #"{'b': {'x': [1, 'y']}, 'A': 'é', 'z': 0}"#),
        (#"e.json_encoder()"#, #"{'b': {'x': [1, 'y']}, 'A': 'é', 'z': 0}"#),
        (#"e.copy() == e"#, #"True"#),
        (#"e.raw_view()"#, #"{'b': {'x': [1, 'y']}, 'A': 'é', 'z': 0}"#),
        (#"e.deep_walk()"#, #"{'b': {'x': [1, 'y']}, 'A': 'é', 'z': 0}"#),
        (#"{**e}"#, #"{'b': ImmutableCaseInsensitiveDict({'x': [1, 'y']}), 'A': 'é', 'z': 0}"#),
        (#"e.values()"#, #"ValuesView(PantherEvent({'b': {'x': [1, 'y']}, 'A': 'é', 'z': 0}))"#),
        (#"e.deep_get()"#, #"PantherEvent({'b': {'x': [1, 'y']}, 'A': 'é', 'z': 0})"#),
        (#"e.items()"#, #"ItemsView(PantherEvent({'b': {'x': [1, 'y']}, 'A': 'é', 'z': 0}))"#),
    ]

    @Test(arguments: rows) func parts(_ expression: String, _ expected: String) throws {
        #expect(try EventProgram(expression).results(Self.event) == .init(both: expected))
    }

    @Test(arguments: smallRows) func whole(_ expression: String, _ expected: String) throws {
        #expect(try EventProgram(expression).results(Self.small) == .init(both: expected))
    }

    /// Keys that are not ASCII compare as `str.lower` makes them; the exact spelling still goes first.
    @Test(arguments: [
        (#"{"Ключ":1,"ключ":2}"#, #"e["КЛЮЧ"]"#, "1"), (#"{"Ключ":1,"ключ":2}"#, #"e["ключ"]"#, "2"),
        ("{\"\u{212A}ey\":1,\"KEY\":2}", #"e["key"]"#, "1"), ("{\"\u{212A}ey\":1,\"key\":2}", #"e["key"]"#, "2"),
        (#"{"\u0041b":1}"#, #"e["aB"]"#, "1"), (#"{"":1}"#, #"e[""]"#, "1"), (#"{"é":1}"#, #"e.get("e")"#, "None"),
    ])
    func letters(_ event: String, _ expression: String, _ expected: String) throws {
        #expect(try EventProgram(expression).results(event) == .init(both: expected))
    }

    /// What a module keeps of an event is there after it, of the same type, and no longer tied to it.
    @Test func kept() throws {
        let program = """
            from panther_core import PantherEvent
            kept = None
            part = None
            both = None
            def keep(e):
                global kept, part, both
                kept = e
                part = e["a"]["b"]
                both = (part, part, e["a"])
            def show(e):
                return (kept, kept == e, part, part[1]["c"], both[2].deep_get("D"), both[0] == both[1], kept["FOO"])
            """
        var machine = try EventProgram.machine(program)
        var tape = Tape(keys: machine.makeKeyTable())
        try tape.parse(copying: #"{"Foo":1,"a":{"b":[1,{"C":2}],"d":"x"}}"#.utf8)
        #expect(EventProgram.call("keep", machine.beginEvent(tape.view), &machine) == "None")
        try machine.finishEvent()
        try tape.parse(copying: #"{"other":[]}"#.utf8)
        for _ in 0..<2 {
            let shown = EventProgram.call("show", machine.beginEvent(tape.view), &machine)
            #expect(
                shown == "(PantherEvent({'Foo': 1, 'a': {'b': [1, {'C': 2}], 'd': 'x'}}), False, "
                    + "ImmutableList((1, {'C': 2})), 2, 'x', True, 1)"
            )
            try machine.finishEvent()
        }
    }
}
