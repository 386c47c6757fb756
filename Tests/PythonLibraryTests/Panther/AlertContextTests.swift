import Events
import PythonRuntime
import Testing

/// JSON of alert contexts. Expectations: `json.dumps(…, default=PantherEvent.json_encoder, allow_nan=False)` of
/// CPython 3.11 with panther_core 0.16.3.
@Suite struct AlertContextTests {
    static let event = #"""
        {"a":{"b":[1,-0,1e3,"\u00e9\ud83d\ude00\"\\\n\u007f/"],"c":{}},"l":[],"x":[[],{"k":null}],"t":true,
        "big":123456789012345678901234567890}
        """#

    static let rows: [(String, String)] = [
        (
            #"e"#,
            #"{"a": {"b": [1, 0, 1000.0, "\u00e9\ud83d\ude00\"\\\n\u007f/"], "c": {}}, "l": [], "x": [[], {"k": null}], "t": true, "big": 123456789012345678901234567890}"#
        ),
        (#"e["a"]"#, #"{"b": [1, 0, 1000.0, "\u00e9\ud83d\ude00\"\\\n\u007f/"], "c": {}}"#),
        (#"e["l"]"#, #"[]"#),
        (#"e["x"]"#, #"[[], {"k": null}]"#),
        (
            #"{"a": e["a"]["b"], "t": (1, 2.5, 1e100, 1e-07), "n": None, "y": True}"#,
            #"{"a": [1, 0, 1000.0, "\u00e9\ud83d\ude00\"\\\n\u007f/"], "t": [1, 2.5, 1e+100, 1e-07], "n": null, "y": true}"#
        ),
        (#"{1: 1, 1.5: 2, True: 3, None: 4}"#, #"{"1": 3, "1.5": 2, "null": 4}"#),
        (#"{"x": {1}}"#, #"TypeError: object of type <class 'set'> is not JSON serializable"#),
        (#"{(1,): 1}"#, #"TypeError: keys must be str, int, float, bool or None, not tuple"#),
        (
            #"{"x": e.keys()}"#,
            #"TypeError: object of type <class 'collections.abc.KeysView'> is not JSON serializable"#
        ),
        (#"{"x": b"b"}"#, #"TypeError: object of type <class 'bytes'> is not JSON serializable"#),
        (#"{"x": 1e308 * 10}"#, #"ValueError: Out of range float values are not JSON compliant"#),
        (#"{1e308 * 10: 1}"#, #"ValueError: Out of range float values are not JSON compliant"#),
        (#"[]"#, #"[]"#),
        (#"{}"#, #"{}"#),
        (#""s""#, #""s""#),
        (#"{"x": {"y": [{"z": {1}}]}}"#, #"TypeError: object of type <class 'set'> is not JSON serializable"#),
        (#"{"\ud800": "\udfff"}"#, #"{"\ud800": "\udfff"}"#),
        (#"{"x": lambda: 1}"#, #"TypeError: object of type <class 'function'> is not JSON serializable"#),
        (
            #"{"e": [e["big"], -e["big"]]}"#,
            #"{"e": [123456789012345678901234567890, -123456789012345678901234567890]}"#
        ),
    ]

    static func json(_ program: String, limits: Limits = Limits()) throws -> String {
        var machine = try EventProgram.machine(program, limits: limits)
        var tape = Tape(keys: machine.makeKeyTable())
        try tape.parse(copying: event.utf8)
        let value = machine.beginEvent(tape.view)
        do throws(Raised) {
            let function = try machine.attribute(try machine.importModule("rule", leaf: true), machine.name("f"))
            let result = try machine.call(function, [value])
            return try machine.alertContextJSON(result)
        } catch {
            let raised = machine.describeException()
            return "\(raised.type): \(raised.message)"
        }
    }

    @Test(arguments: rows) func row(_ expression: String, _ expected: String) throws {
        #expect(try Self.json("def f(e):\n    return \(expression)\n") == expected)
        let wrapped =
            "from panther_core import PantherEvent\ndef f(e):\n    e = PantherEvent({**e})\n    return \(expression)\n"
        #expect(try Self.json(wrapped) == expected)
    }

    @Test("values that contain themselves") func circular() throws {
        let program = "def f(e):\n    d = {}\n    d['x'] = [d]\n    return d\n"
        #expect(try Self.json(program) == "ValueError: Circular reference detected")
    }

    @Test(
        "depth up to the limit and one past it",
        arguments: [
            (Machine.jsonDepthMax, true), (Machine.jsonDepthMax + 1, false),
        ]
    )
    func depth(_ depth: Int, _ fits: Bool) throws {
        var text =
            "def f(e):\n    v = []\n    i = 1\n    while i < \(depth):\n        v = [v]\n        i += 1\n    return v\n"
        text += ""
        let expected =
            fits
            ? String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            : "RecursionError: maximum recursion depth exceeded while encoding a JSON object"
        #expect(try Self.json(text) == expected)
    }
}
