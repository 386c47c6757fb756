package import Diagnostics

/// A statement: CPython's `ast.stmt`, with the same names and shapes unless a case says otherwise.
///
/// Blocks nest at most ``ParserLimits/indentation`` deep, so a consumer may recurse.
package struct Statement: Sendable {
    /// What it is.
    package let kind: Kind
    /// From its first token to its last, decorators left out.
    package let span: Span

    /// A statement of `kind` at `span`.
    package init(_ kind: Kind, span: Span) {
        self.kind = kind
        self.span = span
    }

    /// The kinds of statements.
    ///
    /// To add one: a case here, its arm in `Parser+Statements`, `ScopeChecker+Statements` and `Dumper+Statements`, a row in
    /// `DifferentialTests`.
    package indirect enum Kind: Sendable {
        /// `def` and `async def`.
        case functionDef(FunctionDef)
        /// `class`.
        case classDef(ClassDef)
        /// `return value`.
        case `return`(Expression?)
        /// `del a, b[0]`; a parenthesised list is one target, a ``Expression/Kind/tuple(_:)``.
        case delete([Expression])
        /// `a = b = value`: the targets from left to right.
        case assign(targets: [Expression], value: Expression)
        /// `target op= value`; the target is a name, an attribute or a subscript.
        case augAssign(target: Expression, op: BinaryOperator, value: Expression)
        /// `target: annotation = value`; `isSimple` if the target is a name without parentheses, which alone makes it
        /// a variable of the scope.
        case annAssign(target: Expression, annotation: Expression, value: Expression?, isSimple: Bool)
        /// `for` and `async for`.
        case `for`(For)
        /// `while test: body else: orelse`.
        case `while`(test: Expression, body: [Statement], orelse: [Statement])
        /// `if` with all its `elif`s, at least one branch. CPython nests an `elif` in the `orelse` of the one before;
        /// here they are a list, so ten thousand of them need no recursion. An `if` alone in an `else:` block
        /// stays in `orelse`.
        case `if`(branches: [IfBranch], orelse: [Statement])
        /// `with` and `async with`.
        case with(items: [WithItem], body: [Statement], isAsync: Bool)
        /// `match`; at least one case.
        case match(subject: Expression, cases: [MatchCase])
        /// `raise exception from cause`.
        case raise(exception: Expression?, cause: Expression?)
        /// `try` and `try … except*` (CPython's `Try` and `TryStar`).
        case `try`(Try)
        /// `assert test, message`.
        case assert(test: Expression, message: Expression?)
        /// `import a.b as c, d`.
        case `import`([Alias])
        /// `from ..module import name`; `level` counts the leading dots, `module` is nil for dots alone. A star import
        /// has one name, `*`.
        case importFrom(module: Identifier?, names: [Alias], level: Int)
        /// `global a, b`.
        case global([Identifier])
        /// `nonlocal a, b`.
        case nonlocal([Identifier])
        /// An expression evaluated for its effect.
        case expr(Expression)
        /// `pass`.
        case pass
        /// `break`.
        case `break`
        /// `continue`.
        case `continue`
    }
}
