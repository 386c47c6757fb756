/// Writes a parsed pattern as a PCRE2 pattern that matches the same.
///
/// Nothing of the author's text is copied: every character of the result is written from the tree, so no syntax that
/// only PCRE2 has can get in. The options it counts on are `DOTALL`, `MULTILINE`, `ALT_CIRCUMFLEX` and a newline of LF.
struct Translator {
    let pattern: ParsedPattern
    let kind: PatternKind
    let form: Translation.Form
    /// Whether PCRE2's `\b` and `\w` go by Unicode here.
    let usesProperties: Bool
    var output: [UInt8] = []
    private var hasAtomicGroup = false
    /// Classes whose case was worked out the long way.
    var wideClassCount = 0
    /// Whether what is written now follows `(?i)`.
    private var isCaseless = false

    /// Translates `pattern`.
    ///
    /// - Throws: `re.error` for a lookbehind of varying width, and for any repetition under `re.TEMPLATE`: CPython
    ///   finds both after parsing.
    static func translate(
        _ pattern: ParsedPattern,
        kind: PatternKind,
        form: Translation.Form
    ) throws(PatternFault) -> Translation {
        let usesProperties = kind == .text && (pattern.flags.contains(.unicode) || pattern.hasUnicodeScope)
        var translator = Translator(
            pattern: pattern,
            kind: kind,
            form: form,
            usesProperties: usesProperties
        )
        if form.isMetered { translator.write(Self.meter) }
        try translator.write(pattern.root, flags: pattern.flags)
        // Once more for the last class.
        try translator.write(.sequence([]), flags: pattern.flags)
        return Translation(
            text: translator.output,
            usesProperties: usesProperties,
            hasAtomicGroup: translator.hasAtomicGroup,
            form: form
        )
    }

    private init(pattern: ParsedPattern, kind: PatternKind, form: Translation.Form, usesProperties: Bool) {
        self.pattern = pattern
        self.kind = kind
        self.form = form
        self.usesProperties = usesProperties
    }

    // MARK: Nodes

    private mutating func write(_ node: RegexNode, flags: RegexFlags) throws(PatternFault) {
        guard wideClassCount <= PatternLimit.wideClassesMax else { throw .limit(.wideClasses) }
        switch node {
        case .literal(let code): writeLiteral(code, flags: flags)
        case .any: write(flags.contains(.dotAll) ? "." : #"\N"#)
        case .set(let set): writeClass(set, flags: flags)
        case .anchor(let anchor): writeAnchor(anchor, flags: flags)
        case .sequence(let items):
            for item in items { try write(item, flags: flags) }
        case .alternation(let branches):
            try writeGroup("(?:") { (writer) throws(PatternFault) in
                try writer.write(branches: branches, flags: flags)
            }
        case .group(let index, let added, let removed, let body):
            let inner = flags.scoped(adding: added, removing: removed)
            try writeGroup(index == nil ? "(?:" : "(", body, flags: inner)
        case .atomic(let body): try writeGroup("(?>", body, flags: flags)
        case .look(let isBehind, let isNegated, let body):
            try checkWidth(of: body, isBehind: isBehind)
            // PCRE2 10.42 takes the first character asserted for the first of the match and then asks for the last
            // one besides: `(?=a)(|^x)a` would need two. The empty group hides it.
            let opening = isBehind ? (isNegated ? "(?<!" : "(?<=") : (isNegated ? "(?!" : "(?=(?:)")
            try writeGroup(opening, body, flags: flags)
        case .backreference(let group):
            setCaseless(flags.contains(.ignoreCase))
            write(#"\g{\#(group)}"#)
        case .conditional(let group, let yes, let no):
            try writeGroup("(?(\(group))") { (writer) throws(PatternFault) in
                try writer.write(yes, flags: flags)
                guard let no else { return }
                writer.write("|")
                try writer.write(no, flags: flags)
            }
        case .repetition(let body, let least, let most, let greed):
            try writeRepetition(of: body, least: least, most: most, greed: greed, flags: flags)
        }
    }

    private mutating func write(branches: [RegexNode], flags: RegexFlags) throws(PatternFault) {
        for (index, branch) in branches.enumerated() {
            if index > 0 { write(form.isMetered ? "|" + Self.meter : "|") }
            try write(branch, flags: flags)
        }
    }

    /// A group whose only content is an alternation needs no second pair of parentheses.
    private mutating func writeGroup(_ opening: String, _ body: RegexNode, flags: RegexFlags) throws(PatternFault) {
        try writeGroup(opening) { (writer) throws(PatternFault) in
            if case .alternation(let branches) = body {
                try writer.write(branches: branches, flags: flags)
            } else {
                try writer.write(body, flags: flags)
            }
        }
    }

    /// Writes a group; options set within it end with it.
    private mutating func writeGroup(
        _ opening: String,
        _ body: (inout Translator) throws(PatternFault) -> Void
    ) throws(PatternFault) {
        let outer = isCaseless
        if opening.hasPrefix("(?>") { hasAtomicGroup = true }
        write(opening)
        try body(&self)
        write(")")
        isCaseless = outer
    }

    private func checkWidth(of body: RegexNode, isBehind: Bool) throws(PatternFault) {
        guard isBehind else { return }
        let width = body.width(groups: pattern.groupWidths)
        guard width.least == width.most else {
            throw .syntax(RegexError("look-behind requires fixed-width pattern"))
        }
    }

    // MARK: Repetition

    private mutating func writeRepetition(
        of body: RegexNode,
        least: Int,
        most: Int?,
        greed: RegexNode.Greed,
        flags: RegexFlags
    ) throws(PatternFault) {
        if pattern.flags.contains(.template) {
            let name =
                switch greed {
                case .greedy: "MAX_REPEAT"
                case .lazy: "MIN_REPEAT"
                case .possessive: "POSSESSIVE_REPEAT"
                }
            throw .syntax(RegexError("internal: unsupported template operator \(name)"))
        }
        // A group of one character needs no loop of its own: `(?:a|b)*` is `[ab]*`.
        var body = body
        while case .group(index: nil, adding: [], removing: [], let inner) = body { body = inner }
        if most == 0 { return try writeNever(body, flags: flags) }
        if greed == .possessive, !body.isCharacter {
            // In Python each turn keeps what it took, not only the whole: `(?:a+){2}+` never matches. And a possessive
            // group of PCRE2's JIT may leave its captures to the next starting place.
            try writeGroup("(?>") { (writer) throws(PatternFault) in
                try writer.writeGroup("(?>") { (writer) throws(PatternFault) in
                    if writer.form.isMetered { writer.write(Self.meter) }
                    try writer.write(body, flags: flags)
                }
                writer.writeQuantifier(least: least, most: most)
            }
            return
        }
        let isMetered = form.isMetered && least != most
        if isMetered, !body.isCharacter {
            try writeGroup("(?:" + Self.meter) { (writer) throws(PatternFault) in try writer.write(body, flags: flags) }
        } else if body.isQuantifiable {
            try write(body, flags: flags)
        } else {
            try writeGroup("(?:", body, flags: flags)
        }
        writeQuantifier(least: least, most: most)
        switch greed {
        case .greedy: break
        case .lazy: write("?")
        case .possessive: write("+")
        }
        if isMetered, body.isCharacter { write(Self.meter) }
    }

    /// Writes what matches the empty string as `body{0}` does and still counts its groups.
    ///
    /// PCRE2 10.42 takes `(\A|){0}B` for anchored, and knows no `\A{0}`.
    private mutating func writeNever(_ body: RegexNode, flags: RegexFlags) throws(PatternFault) {
        let start = output.count
        try writeGroup("(?>|") { (writer) throws(PatternFault) in
            try writer.writeGroup("(?=", body, flags: flags)
        }
        if !body.hasCapture { output.removeSubrange(start...) }
    }

    private mutating func writeQuantifier(least: Int, most: Int?) {
        switch (least, most) {
        case (0, nil): write("*")
        case (1, nil): write("+")
        case (0, 1): write("?")
        case (_, nil): write("{\(least),}")
        case (_, .some(let most)): write(least == most ? "{\(least)}" : "{\(least),\(most)}")
        }
    }

    // MARK: Characters and places

    private mutating func writeLiteral(_ code: UInt32, flags: RegexFlags) {
        guard flags.contains(.ignoreCase) else { return writeCharacter(code) }
        let isUnicode = flags.contains(.unicode)
        if code.isASCIILetter {
            // Caseless PCRE2 agrees on these: in UTF mode `k` and `s` have a third form, which ASCII rules exclude,
            // and Python's `i` has four.
            let agrees =
                isUnicode ? code | 0x20 != 0x69 : kind == .bytes || (code | 0x20 != 0x6B && code | 0x20 != 0x73)
            if agrees {
                setCaseless(true)
                return write(code)
            }
        }
        let matched =
            isUnicode
            ? CaseTable.matches(code)
            : Array(CaseTable.closureASCII(of: .init(codes: [code]), lone: [code]).ranges.joined())
        if matched.count == 1 { return writeCharacter(code) }
        writeSet(CodePointSet(codes: matched), properties: [], isNegated: false)
    }

    /// One character, in its own case only.
    private mutating func writeCharacter(_ code: UInt32) {
        guard let code = visible(code) else { return write(Self.nothing) }
        if code > 0x7F || code.isASCIILetter { setCaseless(false) }
        write(code)
    }

    /// The code point to write for `code`; nil for a surrogate where subjects have none.
    func visible(_ code: UInt32) -> UInt32? {
        guard kind == .text, CodePoints.isSurrogate(code) else { return code }
        return form.hasStandIns ? SubjectText.standIn(for: code) : nil
    }

    private mutating func writeAnchor(_ anchor: RegexNode.Anchor, flags: RegexFlags) {
        switch anchor {
        case .lineStart: write(flags.contains(.multiline) ? "^" : #"\A"#)
        case .lineEnd: write(flags.contains(.multiline) ? "$" : #"\Z"#)
        case .textStart: write(#"\A"#)
        case .textEnd: write(#"\z"#)
        case .wordBoundary: writeBoundary(isNegated: false, flags: flags)
        case .notWordBoundary:
            // In Python 3.11 the empty string has no place that is not a boundary.
            write(#"(?!\A\z)"#)
            writeBoundary(isNegated: true, flags: flags)
        }
    }

    private mutating func writeBoundary(isNegated: Bool, flags: RegexFlags) {
        if flags.contains(.unicode) == usesProperties {
            return write(isNegated ? #"\B"# : #"\b"#)
        }
        let word = flags.contains(.unicode) ? #"[\p{L}\p{N}_]"# : "[0-9A-Za-z_]"
        setCaseless(false)
        write(
            isNegated
                ? "(?:(?<=\(word))(?=\(word))|(?<!\(word))(?!\(word)))"
                : "(?:(?<=\(word))(?!\(word))|(?<!\(word))(?=\(word)))"
        )
    }

    // MARK: Output

    /// A callout to `MatchMeter`. One stands wherever a match may start or try something else: at the start, in each
    /// branch after the first, at each turn of a group and after each repeated character.
    static let meter = "(?C1)"

    /// A class of no character: it may be repeated and is one character wide, unlike `(?!)`.
    static let nothing = #"[^\x{0}-\x{10ffff}]"#

    mutating func setCaseless(_ value: Bool) {
        if value != isCaseless { write(value ? "(?i)" : "(?-i)") }
        isCaseless = value
    }

    mutating func write(_ text: String) {
        output += text.utf8
    }

    /// Writes a character so that it stands for itself, in a class or outside.
    mutating func write(_ code: UInt32) {
        if let byte = UInt8(exactly: code), code.isASCIILetter || code.isDecimalDigit || code == 0x20 || code == 0x5F {
            output.append(byte)
        } else {
            write(#"\x{"# + String(code, radix: 16) + "}")
        }
    }
}

extension RegexNode {
    /// Whether it matches one character, whatever it is.
    fileprivate var isCharacter: Bool {
        switch self {
        case .literal, .any, .set: true
        default: false
        }
    }

    /// Whether a capturing group is in it.
    var hasCapture: Bool {
        switch self {
        case .literal, .any, .set, .anchor, .backreference: false
        case .sequence(let items), .alternation(let items): items.contains(where: \.hasCapture)
        case .group(let index, _, _, let body): index != nil || body.hasCapture
        case .atomic(let body), .look(_, _, let body), .repetition(let body, _, _, _): body.hasCapture
        case .conditional(_, let yes, let no): yes.hasCapture || no?.hasCapture == true
        }
    }

    /// Whether PCRE2 takes a quantifier after it that means all of it.
    fileprivate var isQuantifiable: Bool {
        switch self {
        case .literal, .any, .set, .group, .alternation, .atomic, .backreference: true
        case .anchor, .sequence, .look, .conditional, .repetition: false
        }
    }
}
