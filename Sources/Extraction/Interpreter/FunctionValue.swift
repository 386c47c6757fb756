import Diagnostics
import PythonSyntax

/// A function of Python code.
struct FunctionValue: Sendable {
    /// Its name; `<lambda>` without one.
    let name: String
    let arguments: Arguments
    let body: Body
    /// The module it is defined in.
    let module: String
    /// The text of that module.
    let source: Source
    /// What the names of enclosing functions meant where it was defined.
    let captured: [String: Symbol]
    /// The function in which it was defined.
    let definer: FunctionID?
    /// The values of its defaults, by parameter, as they were where it was defined.
    let defaults: [String: Symbol]
    let scope: FunctionScope
    /// Why it cannot be followed, if so.
    let obstacle: Bool

    /// The names of enclosing functions that it uses.
    var capturedNames: [String] { captured.keys.sorted() }

    /// What it runs.
    enum Body {
        case statements([Statement])
        case expression(Expression)
    }
}
