/// What a function or lambda takes: CPython's `arguments`.
///
/// CPython keeps defaults in lists of their own (`defaults`, `kw_defaults`); here each stands with its parameter.
package struct Arguments: Sendable {
    /// Before `/` (`posonlyargs`).
    package let positionalOnly: [Parameter]
    /// By position or keyword (`args`).
    package let positional: [Parameter]
    /// `*args` (`vararg`).
    package let variadic: Parameter?
    /// After `*` or `*args` (`kwonlyargs`).
    package let keywordOnly: [Parameter]
    /// `**kwargs` (`kwarg`).
    package let keywordVariadic: Parameter?

    /// The parameters of a function.
    package init(
        positionalOnly: [Parameter] = [],
        positional: [Parameter] = [],
        variadic: Parameter? = nil,
        keywordOnly: [Parameter] = [],
        keywordVariadic: Parameter? = nil
    ) {
        self.positionalOnly = positionalOnly
        self.positional = positional
        self.variadic = variadic
        self.keywordOnly = keywordOnly
        self.keywordVariadic = keywordVariadic
    }

    /// Every parameter, in the order of the source; O(count).
    package var all: [Parameter] {
        positionalOnly + positional + (variadic.map { [$0] } ?? []) + keywordOnly
            + (keywordVariadic.map { [$0] } ?? [])
    }
}
