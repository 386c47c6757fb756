package import Diagnostics

extension Diagnostic.Code {
    static let asynchronous = Self(
        "MG0202",
        "asynchronous code is not supported",
        "`async` and `await` exist to wait for input and output, and rules have none."
    )
    static let exceptionGroups = Self(
        "MG0203",
        "`except*` is not supported",
        "Exception groups come from concurrent tasks, which the dialect does not have."
    )
    static let relativeImport = Self(
        "MG0204",
        "relative import outside of a package",
        "A rule is a module of its own and in no package, as are global helpers: they are imported by their names. Modules "
            + "of a package from `--python-path` may import one another relatively, up to the package itself."
    )
    static let complexNumber = Self(
        "MG0205",
        "complex numbers are not supported",
        "Logs hold no complex numbers, so the dialect leaves the type out."
    )
    static let bodyTooLarge = Self(
        "MG0206",
        "function too large",
        "Each body has a limited number of registers for its variables and the values being computed."
    )
    static let moduleTooLarge = Self(
        "MG0207",
        "module too large",
        "The compiled module has more instructions than the limit. Nested `finally` blocks multiply: each is compiled once "
            + "for every way out of its `try`."
    )
    static let nonlocalUnbound = Self(
        "MG0208",
        "`nonlocal` names no variable",
        "`nonlocal x` needs a function around this one that binds `x`."
    )

    /// The rows of the compiler.
    package static let compilerCodes: [Self] = [
        .asynchronous, .exceptionGroups, .relativeImport, .complexNumber, .bodyTooLarge,
        .moduleTooLarge, .nonlocalUnbound,
    ]
}

extension Diagnostic {
    static func asynchronous(_ construct: String, _ source: Source, _ span: Diagnostics.Span) -> Self {
        Self(
            .asynchronous,
            "`\(construct)` is not supported: rules have nothing to wait for",
            source: source,
            span: span,
            hint: "write it without `async` and `await`"
        )
    }

    static func exceptionGroups(_ source: Source, _ span: Diagnostics.Span) -> Self {
        Self(
            .exceptionGroups,
            "`except*` is not supported: rules have no exception groups",
            source: source,
            span: span,
            hint: "use `except`"
        )
    }

    static func relativeImport(_ source: Source, _ span: Diagnostics.Span) -> Self {
        Self(
            .relativeImport,
            "relative import outside of a package: this module is in none, or not so deep in one",
            source: source,
            span: span,
            hint: "import the helper by its full name"
        )
    }

    static func complexNumber(_ source: Source, _ span: Diagnostics.Span) -> Self {
        Self(
            .complexNumber,
            "complex numbers are not supported",
            source: source,
            span: span,
            hint: "compute with two floats"
        )
    }

    static func bodyTooLarge(_ name: String, limit: Int, _ source: Source, _ span: Diagnostics.Span) -> Self {
        Self(
            .bodyTooLarge,
            "`\(name)` is too large: it needs more than \(limit) registers for variables and values",
            source: source,
            span: span,
            hint: "split it into smaller functions, and nested expressions into several statements"
        )
    }

    static func moduleTooLarge(limit: Int, _ source: Source, _ span: Diagnostics.Span) -> Self {
        Self(
            .moduleTooLarge,
            "the module is too large: it compiles to more than \(limit) instructions",
            source: source,
            span: span,
            hint: "split the module, and nest fewer `try … finally`"
        )
    }

    static func nonlocalUnbound(_ name: String, _ source: Source, _ span: Diagnostics.Span) -> Self {
        Self(
            .nonlocalUnbound,
            "no binding for nonlocal `\(name)` found",
            source: source,
            span: span,
            hint: "assign `\(name)` in a function around this one, or use `global`"
        )
    }
}
