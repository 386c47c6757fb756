import Events
import PythonLibrary
import Testing

@testable import PythonRuntime

/// Data models on the tape. Expectations: panther_core 0.16.3 with jsonpath-ng 1.5.3.
@Suite struct DataModelTests {
    static let event = """
        {"a": {"b": [1, {"c": "x"}], "role": "r"}, "people": [{"role": "actor", "id": "1", "age": 3},
        {"role": "t", "id": "2", "age": "5"}, {"role": "actor2", "id": "3", "age": null}], "s": "str", "n": null,
        "e": [], "src-ip": "9", "z": 0, "Case": 1, "m": {"k1": {"v": 1}, "k2": {"v": 2}}, "big": {"0": "zero"},
        "one": [7], "p_log_type": "T"}
        """

    /// Path, what `udm` gives, what `udm_path` gives.
    static let paths: [(String, String, String)] = [
        (#"a.b"#, #"ImmutableList((1, {'c': 'x'}))"#, #"'a.b'"#),
        (#"$.a.role"#, #"'r'"#, #"'a.role'"#),
        (#"$.a.b[0]"#, #"1"#, #"'a.b.[0]'"#),
        (#"$.a.b[1].c"#, #"'x'"#, #"'a.b.[1].c'"#),
        (
            #"a.b[*]"#, #"Exception: JSONPath [a.b.[*]] in DataModel [D], matched multiple fields."#,
            #"Exception: JSONPath [a.b.[*]] in DataModel [D], matched multiple fields."#
        ),
        (#"one[*]"#, #"7"#, #"'one.[0]'"#),
        (#"one.[0]"#, #"7"#, #"'one.[0]'"#),
        (#"$.people[?(@.role == 'actor')].id"#, #"'1'"#, #"'people.[0].id'"#),
        (#"$.people[?(@.id = '2')].age"#, #"'5'"#, #"'people.[1].age'"#),
        (#"$.people[?(@.role == actor & @.id == '1')].id"#, #"'1'"#, #"'people.[0].id'"#),
        (#"$.nope"#, #"'D'"#, #"None"#),
        (#"src-ip"#, #"'9'"#, #"'src-ip'"#),
        (#"$['src-ip']"#, #"'9'"#, #"'src-ip'"#),
        (#"case"#, #"'D'"#, #"None"#),
        (#"Case"#, #"1"#, #"'Case'"#),
        (#"s[0]"#, #"'s'"#, #"'s.[0]'"#),
        (#"s[*]"#, #"'str'"#, #"'s.[0]'"#),
        (#"z[0]"#, #"'D'"#, #"None"#),
        (#"n[0]"#, #"'D'"#, #"None"#),
        (#"m[0]"#, #"KeyError: 0"#, #"KeyError: 0"#),
        (
            #"m.*"#, #"Exception: JSONPath [m.*] in DataModel [D], matched multiple fields."#,
            #"Exception: JSONPath [m.*] in DataModel [D], matched multiple fields."#
        ),
        (#"m.k1.*"#, #"1"#, #"'m.k1.v'"#),
        (#"m[*].k1"#, #"ImmutableCaseInsensitiveDict({'v': 1})"#, #"'m.[0].k1'"#),
        (#"$.people[0:1].id"#, #"'1'"#, #"'people.[0].id'"#),
        (#"$.people[-1].id"#, #"'3'"#, #"'people.[-1].id'"#),
        (#"$.people[-9].id"#, #"IndexError: list index out of range"#, #"IndexError: list index out of range"#),
        (#"people[5]"#, #"'D'"#, #"None"#),
        (
            #"a,s"#, #"Exception: JSONPath [a,s] in DataModel [D], matched multiple fields."#,
            #"Exception: JSONPath [a,s] in DataModel [D], matched multiple fields."#
        ),
        (#"a.(role)"#, #"'r'"#, #"'a.role'"#),
        (#"z"#, #"0"#, #"'z'"#),
        (#"e[*]"#, #"'D'"#, #"None"#),
        (
            #"$.people[?(@.role)].id"#,
            #"Exception: JSONPath [$.people.[?[Expression(Child(This(), Fields('role')))]].id] in DataModel [D], matched multiple fields."#,
            #"Exception: JSONPath [$.people.[?[Expression(Child(This(), Fields('role')))]].id] in DataModel [D], matched multiple fields."#
        ),
        (#"$.a[?(@.c == 'x')]"#, #"'D'"#, #"None"#),
        (
            #"$.people[1:].id"#, #"Exception: JSONPath [$.people.[1].id] in DataModel [D], matched multiple fields."#,
            #"Exception: JSONPath [$.people.[1].id] in DataModel [D], matched multiple fields."#
        ),
        (
            #"$.people[?(@.role < 't')].id"#,
            #"Exception: JSONPath [$.people.[?[Expression(Child(This(), Fields('role')) < 't')]].id] in DataModel [D], matched multiple fields."#,
            #"Exception: JSONPath [$.people.[?[Expression(Child(This(), Fields('role')) < 't')]].id] in DataModel [D], matched multiple fields."#
        ),
        (#"$.people[?role == 'actor'].id"#, #"'1'"#, #"'people.[0].id'"#),
    ]

    /// Comparisons with numbers, which go through `int()`.
    static let numbers: [(String, String, String)] = [
        (
            #"$.people[?(@.age == 5)].id"#,
            #"TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'"#,
            #"TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'"#
        ),
        (
            #"$.people[?(@.age > 4)].id"#,
            #"TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'"#,
            #"TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'"#
        ),
        (#"m[?(@.v == 1)]"#, #"ImmutableCaseInsensitiveDict({'v': 1})"#, #"'m.[0]'"#),
        (#"m[?(@.v == 1)].v"#, #"1"#, #"'m.[0].v'"#),
        (#"$.one[?(@ > 3)]"#, #"7"#, #"'one.[0]'"#),
        (
            #"$.people[?(@.age >= 3)].id"#,
            #"TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'"#,
            #"TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'"#
        ),
        (#"$.one[?(@ == true)]"#, #"'D'"#, #"None"#),
    ]

    /// Descendants: a container's own matches come first, then those of what it holds.
    static let descendants: [(String, String, String)] = [
        (#"$.a..c"#, #"'x'"#, #"'a.b.[1].c'"#),
        (#"a..b"#, #"ImmutableList((1, {'c': 'x'}))"#, #"'a.b'"#),
        (#"$..c"#, #"'x'"#, #"'a.b.[1].c'"#),
        (#"$..src-ip"#, #"'9'"#, #"'src-ip'"#),
        (
            #"m..v"#, #"Exception: JSONPath [m..v] in DataModel [D], matched multiple fields."#,
            #"Exception: JSONPath [m..v] in DataModel [D], matched multiple fields."#
        ),
        (#"m..k1.v"#, #"1"#, #"'m.k1.v'"#),
        (#"$..k1..v"#, #"1"#, #"'m.k1.v'"#),
        (#"a..b[1].c"#, #"'x'"#, #"'a.b.[1].c'"#),
        (#"$..people[?(@.role == 'actor')].id"#, #"'1'"#, #"'people.[0].id'"#),
        (
            #"one..[0]"#, #"TypeError: object of type 'int' has no len()"#,
            #"TypeError: object of type 'int' has no len()"#
        ),
        (#"$..nope"#, #"'D'"#, #"None"#),
        (#"s..x"#, #"'D'"#, #"None"#),
        (#"m..(k1.v)"#, #"1"#, #"'m.k1.v'"#),
        (#"a..b..c"#, #"'x'"#, #"'a.b.[1].c'"#),
        (
            #"$..b[*]"#, #"Exception: JSONPath [$..b.[*]] in DataModel [D], matched multiple fields."#,
            #"Exception: JSONPath [$..b.[*]] in DataModel [D], matched multiple fields."#
        ),
        (#"$..k2,nope"#, #"ImmutableCaseInsensitiveDict({'v': 2})"#, #"'m.k2'"#),
    ]

    static func machine(_ mappings: [DataModelMapping]) throws -> Machine {
        var machine = try EventProgram.machine(program)
        let module = machine.module(named: "rule")
        do throws(DataModelFault) {
            machine.attachDataModel(try machine.makeDataModel(id: "D", mappings: mappings, module: module))
        } catch {
            throw EventProgram.Failure(message: error.message(id: "D"))
        }
        return machine
    }

    static let program = """
        from panther_core import PantherEvent
        limit = 3
        def udm(e):
            return e.udm("x", default="D")
        def udm_path(e):
            return e.udm_path("x")
        def pair(e):
            return (e.udm("x"), e.udm("y", default="D"), e.udm("z"), e.udm("nope", default="D"), e.data_model is None)
        def method(e):
            return (f"{e}"[:29], e.get("CASE"), e.deep_get("a", "role"), e["a"])
        def none(e):
            return None
        def fails(e):
            return e.udm("x")
        def nested(e, depth):
            value = {"k": 1}
            for _ in range(depth):
                value = {"d": value}
            return PantherEvent(value, e.data_model).udm("x")
        def deep(e):
            return nested(e, \(JSONPath.descendantDepthMax - 1))
        def deeper(e):
            return nested(e, \(JSONPath.descendantDepthMax))
        def circle(e):
            value = {}
            value["d"] = value
            return PantherEvent(value, e.data_model).udm("x")
        """

    private static func results(_ path: String) throws -> [String] {
        var machine = try machine([DataModelMapping(name: "x", source: .path(path))])
        var tape = Tape(keys: machine.makeKeyTable())
        try tape.parse(copying: event.utf8)
        let value = machine.beginEvent(tape.view)
        return [EventProgram.call("udm", value, &machine), EventProgram.call("udm_path", value, &machine)]
    }

    @Test(arguments: paths) func path(_ path: String, _ value: String, _ fullPath: String) throws {
        #expect(try Self.results(path) == [value, fullPath])
    }

    @Test(arguments: descendants) func descendant(_ path: String, _ value: String, _ fullPath: String) throws {
        #expect(try Self.results(path) == [value, fullPath])
    }

    /// Values of a rule's own may be deeper than events, or go in a circle.
    @Test(
        "descendants have a depth",
        arguments: [
            ("deep", "1"), ("deeper", "RecursionError: maximum recursion depth exceeded"),
            ("circle", "RecursionError: maximum recursion depth exceeded"),
        ]
    )
    func depth(_ function: String, _ expected: String) throws {
        var machine = try Self.machine([DataModelMapping(name: "x", source: .path("$..k"))])
        var tape = Tape(keys: machine.makeKeyTable())
        try tape.parse(copying: Self.event.utf8)
        #expect(EventProgram.call(function, machine.beginEvent(tape.view), &machine) == expected)
    }

    @Test(.enabled(if: EventProgram.hasIntegers), arguments: numbers)
    func number(_ path: String, _ value: String, _ fullPath: String) throws {
        #expect(try Self.results(path) == [value, fullPath])
    }

    /// Method, what `udm` and `udm_path` give. A method gets a mapping that is no event.
    @Test(arguments: [
        (
            "method",
            "('ImmutableCaseInsensitiveDict(', 1, 'r', ImmutableCaseInsensitiveDict("
                + "{'b': [1, {'c': 'x'}], 'role': 'r'}))", "'method'"
        ),
        ("none", "None", "'none'"), ("limit", "'D'", "None"),
        ("fails", "AttributeError: 'ImmutableCaseInsensitiveDict' object has no attribute 'udm'", "'fails'"),
    ])
    func methods(_ method: String, _ value: String, _ name: String) throws {
        var machine = try Self.machine([DataModelMapping(name: "x", source: .method(method))])
        var tape = Tape(keys: machine.makeKeyTable())
        try tape.parse(copying: Self.event.utf8)
        let event = machine.beginEvent(tape.view)
        #expect(EventProgram.call("udm", event, &machine) == value)
        #expect(EventProgram.call("udm_path", event, &machine) == name)
    }

    @Test("a data model outlives events, and can be taken away") func kept() throws {
        var machine = try Self.machine([
            DataModelMapping(name: "x", source: .path("a.role")), DataModelMapping(name: "y", source: .path("nope")),
        ])
        var tape = Tape(keys: machine.makeKeyTable())
        for _ in 0..<3 {
            try tape.parse(copying: Self.event.utf8)
            #expect(
                EventProgram.call("pair", machine.beginEvent(tape.view), &machine) == "('r', 'D', None, 'D', False)"
            )
            do throws(Raised) { try machine.finishEvent() } catch { Issue.record("finishEvent") }
        }
        machine.attachDataModel(nil)
        #expect(EventProgram.call("pair", machine.beginEvent(tape.view), &machine) == "(None, 'D', None, 'D', True)")
        #expect(
            EventProgram.call("udm_path", machine.beginEvent(tape.view), &machine)
                == "PantherError: a data model hasn't been specified for log type: T"
        )
    }

    /// What cannot be made, in words that name the mapping.
    @Test(arguments: [
        (DataModelMapping.Source.path(""), "DataModel [D] is missing a field or method for [x]"),
        (.method(""), "DataModel [D] is missing a field or method for [x]"),
        (.method("nope"), "DataModel is missing method named [nope]"),
        (.path("a."), "DataModel [D] has an invalid path for [x]: the path ends too early"),
        (.path("a]"), "DataModel [D] has an invalid path for [x]: unexpected ']' at 1"),
        (.path("$.a[?(@.b == )]"), "DataModel [D] has an invalid path for [x]: unexpected ')' at 13"),
        (.path("a['b"), "DataModel [D] has an invalid path for [x]: the path ends too early"),
        (.path("a.."), "DataModel [D] has an invalid path for [x]: the path ends too early"),
        (.path("..a"), "DataModel [D] has an invalid path for [x]: unexpected '..' at 0"),
        (.path("a..$"), "DataModel [D] has an invalid path for [x]: unexpected '$' at 3"),
        (.path("a where b"), "DataModel [D] has an invalid path for [x]: 'where' is not supported in paths (at 2)"),
        (.path("a + 1"), "DataModel [D] has an invalid path for [x]: arithmetic is not supported in paths (at 2)"),
        (
            .path("a.`len`"),
            "DataModel [D] has an invalid path for [x]: a named operator is not supported in paths (at 2)"
        ),
        (
            .path("a[?(@.b =~ 'x')]"),
            "DataModel [D] has an invalid path for [x]: a regular expression is not supported in paths (at 8)"
        ),
        (
            .path("a[9223372036854775808]"),
            "DataModel [D] has an invalid path for [x]: unexpected '9223372036854775808' at 2"
        ),
        (.path("a[::0]"), "DataModel [D] has an invalid path for [x]: unexpected '0' at 2"),
        (
            .path(String(repeating: "(", count: JSONPath.depthMax + 1) + "a"),
            "DataModel [D] has an invalid path for [x]: the path is too long or nested too deep"
        ),
        (
            .path(String(repeating: "a", count: JSONPath.lengthMax + 1)),
            "DataModel [D] has an invalid path for [x]: the path is too long or nested too deep"
        ),
    ])
    func faults(_ source: DataModelMapping.Source, _ message: String) throws {
        do {
            _ = try Self.machine([DataModelMapping(name: "x", source: source)])
            Issue.record("it was made: \(source)")
        } catch let failure as EventProgram.Failure {
            #expect(failure.message == message)
        }
    }

    @Test(
        "limits are met exactly",
        arguments: [
            String(repeating: "(", count: JSONPath.depthMax) + "a" + String(repeating: ")", count: JSONPath.depthMax),
            String(repeating: "a", count: JSONPath.lengthMax),
            "a[9223372036854775]", "a[::-1]", "a[1:2:3]",
        ]
    )
    func limits(_ path: String) throws {
        _ = try Self.machine([DataModelMapping(name: "x", source: .path(path))])
    }
}
