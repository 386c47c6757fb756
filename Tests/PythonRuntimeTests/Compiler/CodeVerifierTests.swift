import Diagnostics
import Testing

@testable import PythonRuntime

/// Each row breaks the contract in one way; the first keeps it.
@Suite struct CodeVerifierTests {
    static let rows: [(name: String, instructions: [Instruction], handlers: [Code.Handler], isSound: Bool)] = [
        ("sound", [Instruction(.loadNone, a: 1), Instruction(.returnNone)], [], true),
        ("empty", [], [], false),
        ("runs over the end", [Instruction(.loadNone, a: 1)], [], false),
        ("register", [Instruction(.loadNone, a: 2), Instruction(.returnNone)], [], false),
        ("no register", [Instruction(.move, a: 255, b: 0), Instruction(.returnNone)], [], false),
        ("optional register", [Instruction(.raise, a: 0, b: 255, c: 255)], [], true),
        ("constant", [Instruction(.loadConstant, immediate: 1), Instruction(.returnNone)], [], false),
        ("negative constant", [Instruction(.loadConstant, immediate: -1), Instruction(.returnNone)], [], false),
        ("global", [Instruction(.loadGlobal, immediate: 1), Instruction(.returnNone)], [], false),
        ("code", [Instruction(.makeFunction, immediate: 1), Instruction(.returnNone)], [], false),
        ("jump past the end", [Instruction(.jump, immediate: 1)], [], false),
        ("jump backwards", [Instruction(.jump, immediate: 0)], [], false),
        ("jumpBack", [Instruction(.jumpBack, immediate: 0)], [], true),
        ("jumpBack forwards", [Instruction(.jumpBack, immediate: 1), Instruction(.returnNone)], [], false),
        ("call window", [Instruction(.call, a: 0, b: 1, immediate: -1), Instruction(.returnNone)], [], true),
        ("call past it", [Instruction(.call, a: 0, b: 2, immediate: -1), Instruction(.returnNone)], [], false),
        ("keyword names", [Instruction(.call, a: 0, b: 1, immediate: 0), Instruction(.returnNone)], [], false),
        ("no extend", [Instruction(.callMethod, a: 0, b: 1, c: 1), Instruction(.returnNone)], [], false),
        ("list of two", [Instruction(.buildList, a: 0, b: 0, c: 2), Instruction(.returnNone)], [], true),
        ("list of three", [Instruction(.buildList, a: 0, b: 0, c: 3), Instruction(.returnNone)], [], false),
        ("list of none", [Instruction(.buildList, a: 0, b: 9, c: 0), Instruction(.returnNone)], [], true),
        (
            "handler", [Instruction(.loadNone), Instruction(.returnNone)],
            [Code.Handler(start: 0, end: 1, target: 1, register: 0)], true
        ),
        (
            "handler of itself", [Instruction(.loadNone), Instruction(.returnNone)],
            [Code.Handler(start: 0, end: 2, target: 1, register: 0)], false
        ),
        (
            "empty handler", [Instruction(.loadNone), Instruction(.returnNone)],
            [Code.Handler(start: 0, end: 0, target: 1, register: 0)], false
        ),
    ]

    @Test(arguments: rows.indices)
    func verdict(_ row: Int) {
        let (name, instructions, handlers, isSound) = Self.rows[row]
        let code = Code(
            name: "f",
            qualifiedName: "f",
            kind: .function,
            instructions: instructions,
            offsets: instructions.map { _ in 0 },
            registerCount: 2,
            parameters: Code.Parameters(),
            handlers: handlers,
            docstring: nil
        )
        let module = ModuleCode(
            name: "m",
            source: Source(path: "m.py", text: ""),
            codes: [code],
            constants: [.none],
            globals: ["g"]
        )
        #expect(CodeVerifier.verify(module).isEmpty == isSound, "\(name): \(CodeVerifier.verify(module))")
    }
}
