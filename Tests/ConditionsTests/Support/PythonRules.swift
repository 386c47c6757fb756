import Diagnostics
import Events
import PythonLibrary
import PythonRuntime
import PythonSyntax

/// Python expressions over `event`, run by the machine: the arbiter of what a condition means.
struct PythonRules: ~Copyable {
    struct Failure: Error { var message: String }

    private var machine: Machine
    private let module: Value
    private var tape: Tape

    /// Compiles the expressions.
    init(_ expressions: [String]) throws {
        var text = "import re, fnmatch, json\nfrom ipaddress import ip_address, ip_network\n"
        for (index, expression) in expressions.enumerated() {
            text += "def rule\(index)(event):\n    return bool(\(expression))\n"
        }
        machine = Machine(environment: Environment(now: { 0 }, library: Library.table))
        let source = Source(path: "rules.py", text: text)
        guard let code = Compiler.compile(Parser.parse(source).module, name: "rules", source: source).code else {
            throw Failure(message: "does not compile: \(text)")
        }
        do throws(Raised) { module = try machine.load(code) } catch {
            throw Failure(message: machine.describeException().message)
        }
        var limits = TapeLimits()
        limits.allowsNonFinite = true
        tape = Tape(keys: machine.makeKeyTable(), limits: limits)
    }

    /// What expression `index` gives at the event; nil if it raises.
    mutating func result(_ index: Int, at event: String) throws -> Bool? {
        try tape.parse(copying: event.utf8)
        do throws(Raised) {
            let function = try machine.attribute(module, machine.name("rule\(index)"))
            let value = try machine.call(function, [machine.beginEvent(tape.view)])
            let text = machine.string(try machine.repr(value))
            try machine.finishEvent()
            return text == "True"
        } catch {
            _ = machine.describeException()
            do throws(Raised) { try machine.finishEvent() } catch { throw Failure(message: "kept too much") }
            return nil
        }
    }
}
