import Diagnostics
import PythonSyntax
import Synchronization

/// The part of a library module that is written in the dialect itself.
///
/// It is compiled when a machine of the process first imports the module, once for all machines. Its frames are not
/// shown to people: an error in it is reported at the line of the rule that called.
package final class ModuleBody: Sendable {
    /// The program.
    package let text: String
    private let compiled = Mutex<ModuleCode?>(nil)

    /// A body; what `text` defines becomes the module's globals.
    package init(_ text: String) { self.text = text }

    /// The code of the module `name`; nil if the text is no program, which the tests of the library rule out.
    func code(of name: String) -> ModuleCode? {
        compiled.withLock { known in
            if let known { return known }
            known = Self.compile(text, name: name).code
            return known
        }
    }

    /// Compiles a body under the name of its module, with its diagnostics: for tests.
    package static func compile(_ text: String, name: String) -> CompileResult {
        let source = Source(path: "<library>/\(name).py", text: text)
        let parsed = Parser.parse(source)
        guard parsed.isValid else { return CompileResult(code: nil, diagnostics: parsed.diagnostics) }
        return Compiler.compile(parsed.module, name: name, source: source)
    }
}
