/// The parameters read so far, and which of them may follow.
struct ParameterList {
    private var positionalOnly: [Parameter] = []
    private var positional: [Parameter] = []
    private var variadic: Parameter?
    private var keywordOnly: [Parameter] = []
    private var keywordVariadic: Parameter?
    private var hasStar = false
    private var hasSlash = false

    /// What was read.
    var arguments: Arguments {
        Arguments(
            positionalOnly: positionalOnly,
            positional: positional,
            variadic: variadic,
            keywordOnly: keywordOnly,
            keywordVariadic: keywordVariadic
        )
    }

    /// Takes `/`; each of these returns what is wrong, if anything.
    mutating func takeSlash() -> String? {
        if keywordVariadic != nil { return "no parameter may follow the `**` parameter" }
        if hasSlash { return "`/` may appear only once" }
        if hasStar { return "`/` must come before `*`" }
        if positional.isEmpty { return "a parameter must come before `/`" }
        hasSlash = true
        swap(&positionalOnly, &positional)
        return nil
    }

    /// Takes `*` or `*parameter`.
    mutating func takeStar(_ parameter: Parameter?) -> String? {
        if keywordVariadic != nil { return "no parameter may follow the `**` parameter" }
        if hasStar { return "`*` may appear only once" }
        hasStar = true
        variadic = parameter
        return nil
    }

    /// Takes `**parameter`.
    mutating func takeKeywordVariadic(_ parameter: Parameter) -> String? {
        if keywordVariadic != nil { return "no parameter may follow the `**` parameter" }
        keywordVariadic = parameter
        return nil
    }

    /// Takes a plain parameter.
    mutating func takeNamed(_ parameter: Parameter) -> String? {
        if keywordVariadic != nil { return "no parameter may follow the `**` parameter" }
        if hasStar {
            keywordOnly.append(parameter)
            return nil
        }
        let hasDefaultBefore = (positional.last ?? positionalOnly.last)?.defaultValue != nil
        positional.append(parameter)
        return parameter.defaultValue == nil && hasDefaultBefore
            ? "parameter without a default follows one with a default" : nil
    }
}
