/// A parsed file: CPython's `ast.Module`.
///
/// Only statements without a syntax error are in it; a module is fit to run if its parse gave no error diagnostic.
package struct Module: Sendable {
    /// The statements, in the order of the file.
    package let body: [Statement]

    /// A module of `body`.
    package init(body: [Statement]) {
        self.body = body
    }

    /// The module's docstring; see ``FunctionDef/docstring``.
    package var docstring: StringConstant? { body.docstring }
}

extension [Statement] {
    /// The string that stands alone as the first statement of a body, as CPython's compiler sees it: no f-string,
    /// no bytes.
    package var docstring: StringConstant? {
        guard let first, case .expr(let expression) = first.kind,
            case .constant(.string(let text)) = expression.kind
        else { return nil }
        return text
    }
}
