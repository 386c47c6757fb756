import Diagnostics
import Events
import PythonLibrary
import PythonRuntime
import PythonSyntax

/// A rule of one expression over the event `e`, for tables of tests.
struct EventProgram {
    /// What it answers for the event on the tape, and for the same event wrapped from plain values.
    struct Results: Hashable {
        var tape: String
        var wrapped: String

        init(tape: String, wrapped: String) {
            self.tape = tape
            self.wrapped = wrapped
        }

        init(both: String) { self.init(tape: both, wrapped: both) }
    }

    struct Failure: Error { var message: String }

    let expression: String

    init(_ expression: String) { self.expression = expression }

    /// A machine that has loaded `program` as module `rule`, with the library and this clock.
    static func machine(_ program: String, limits: Limits = Limits(), now: Double = 1_700_000_000) throws -> Machine {
        var machine = Machine(limits: limits, environment: Environment(now: { now }, library: Library.table))
        let source = Source(path: "rule.py", text: program)
        guard let code = Compiler.compile(Parser.parse(source).module, name: "rule", source: source).code else {
            throw Failure(message: "the program does not compile: \(program)")
        }
        do throws(Raised) { _ = try machine.load(code) } catch {
            throw Failure(message: machine.describeException().message)
        }
        return machine
    }

    /// The `repr` of what function `name` returns for `argument`, or the exception as `Type: message`.
    static func call(_ name: String, _ argument: Value, _ machine: inout Machine) -> String {
        do throws(Raised) {
            let module = try machine.importModule("rule", leaf: true)
            let function = try machine.attribute(module, machine.name(name))
            return machine.string(try machine.repr(try machine.call(function, [argument])))
        } catch {
            let raised = machine.describeException()
            return "\(raised.type): \(raised.message)"
        }
    }

    /// Loads `program` into the machine as another module and calls its function `f`.
    static func evaluate(_ program: String, named name: String, _ machine: inout Machine) throws -> String {
        let source = Source(path: "\(name).py", text: program)
        guard let code = Compiler.compile(Parser.parse(source).module, name: name, source: source).code else {
            throw Failure(message: "the program does not compile: \(program)")
        }
        do throws(Raised) {
            let function = try machine.attribute(try machine.load(code), machine.name("f"))
            return machine.string(try machine.repr(try machine.call(function, [.none])))
        } catch {
            let raised = machine.describeException()
            return "\(raised.type): \(raised.message)"
        }
    }

    /// Whether `int()` can be called.
    static let hasIntegers: Bool = {
        var machine = Machine(environment: Environment(now: { 0 }))
        do throws(Raised) { return try machine.call(.type(TypeNumber(.int)), [.int(1)]).tag == .int } catch {
            return false
        }
    }()

    func results(_ json: String) throws -> Results {
        let program = """
            from panther_core import PantherEvent
            def rule(e):
                return \(expression)
            def wrapped(d):
                return rule(PantherEvent(d))
            """
        var machine = try Self.machine(program)
        var tape = Tape(keys: machine.makeKeyTable())
        try tape.parse(copying: json.utf8)
        let onTape = Self.call("rule", machine.beginEvent(tape.view), &machine)
        do throws(Raised) {
            let wrapped = Self.call("wrapped", try machine.plainEvent(), &machine)
            return Results(tape: onTape, wrapped: wrapped)
        } catch {
            throw Failure(message: machine.describeException().message)
        }
    }
}
