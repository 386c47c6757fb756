import PythonRuntime
import Testing

/// How builtins with `*args` and keyword-only parameters get their arguments.
@Suite struct NativeBindingTests {
    static let functions = [
        NativeFunction("star(first, *rest, one=1, two='b')", "Shows what it got.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try machine.makeTuple([arguments[0], arguments[1], arguments[2], arguments[3]])
        },
        NativeFunction("all(*args, **kwargs)", "Shows what it got.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try machine.makeTuple([arguments[0], arguments[1]])
        },
    ]

    @Test(arguments: [
        ("star(1)", "(1, (), 1, 'b')"), ("star(1, 2, 3)", "(1, (2, 3), 1, 'b')"),
        ("star(1, one=5)", "(1, (), 5, 'b')"),
        ("star(1, 2, two=6)", "(1, (2,), 1, 6)"), ("star(1, 2, 3, 4, one=7, two=8)", "(1, (2, 3, 4), 7, 8)"),
        ("star(1, two=8, one=7)", "(1, (), 7, 8)"), ("star(first=1)", "(1, (), 1, 'b')"),
        ("star(1, 2, three=3)", "TypeError: 'three' is an invalid keyword argument for star()"),
        ("star(1, first=2)", "TypeError: argument for star() given by name ('first') and position (1)"),
        ("star(*[1, 2], **{'one': 3})", "(1, (2,), 3, 'b')"),
        ("all(1, a=2)", "((1,), {'a': 2})"),
        ("all()", "((), {})"),
    ])
    func binding(_ call: String, _ expected: String) throws {
        let module = NativeModule("probe", "Functions under test.", functions: Self.functions)
        var machine = Machine(environment: Environment(now: { 0 }, library: ["probe": module]))
        let program = "from probe import *\ndef f(e):\n    return \(call)\n"
        #expect(try EventProgram.evaluate(program, named: "m", &machine) == expected)
    }
}
