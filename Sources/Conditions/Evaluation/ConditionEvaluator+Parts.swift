import Events

extension ConditionEvaluator {
    /// Whether a text has one of the parts without which a pattern does not match. Always where none is certain.
    func mayMatch(_ text: UnsafeRawBufferPointer, _ pattern: UnsafePointer<ProgramLiteral>) -> Bool {
        let parts = pattern.pointee.parts
        guard parts.count > 0 else { return true }
        let ignoresCase = pattern.pointee.ignoresCaseOfParts
        var literal = tables.literals + Int(parts.start)
        let end = literal + Int(parts.count)
        while literal < end {
            let part = tables.text(literal.pointee.text)
            if ignoresCase ? CaseFolding.hasPart(text, part) : contains(text, part) { return true }
            literal += 1
        }
        // It may be there by a letter that is none of ASCII.
        return ignoresCase && CaseFolding.mayFoldIntoASCII(text)
    }
}
