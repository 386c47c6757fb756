package import PythonRuntime

/// `ast`: `literal_eval` alone. Trees of Python are not for rules, which cannot run text as code.
package enum AstModule {
    package static let module = NativeModule(
        "ast",
        "Values written as Python.",
        functions: [
            NativeFunction("literal_eval(node_or_string)", "The value of a literal; no other expression is evaluated.")
            {
                (machine: inout Machine, arguments) throws(Raised) in
                let text = machine.unwrapped(arguments[0])
                guard text.isString else {
                    let shown = machine.string(try machine.repr(arguments[0]))
                    throw machine.raise(.valueError, "malformed node or string: \(shown)")
                }
                return try machine.literal(text)
            },
            NativeFunction("parse(source, filename='<unknown>', mode='exec', **kwargs)", "Refused: rules see no trees.")
            {
                (machine: inout Machine, _) throws(Raised) in
                throw machine.raise(
                    .runtimeError,
                    "ast.parse(): rules cannot parse code: use ast.literal_eval for values"
                )
            },
        ]
    )
}
