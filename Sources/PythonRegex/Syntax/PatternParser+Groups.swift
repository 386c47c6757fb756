extension PatternParser {
    /// What a parenthesis turned out to be.
    enum GroupResult {
        case node(RegexNode)
        /// `(?#…)`.
        case comment
        /// `(?i)`: already in ``PatternParser/flags``.
        case globalFlags
    }

    /// Parses a group, its `(` taken.
    mutating func parseGroup(isVerbose: Bool, allowsGlobalFlags: Bool) throws(PatternFault) -> GroupResult {
        let start = scanner.position - 1
        guard try scanner.take("?") else {
            return .node(try parseCapture(name: nil, isVerbose: isVerbose, start: start))
        }
        guard let token = try scanner.take() else { throw scanner.fault("unexpected end of pattern") }
        switch (token.second, token.first) {
        case (nil, UInt32(ascii: "P")): return .node(try parsePythonGroup(isVerbose: isVerbose, start: start))
        case (nil, UInt32(ascii: ":")):
            let body = try parseBody(isVerbose: isVerbose, start: start)
            return .node(.group(index: nil, adding: [], removing: [], body: body))
        case (nil, UInt32(ascii: "#")):
            try skipComment(start: start)
            return .comment
        case (nil, UInt32(ascii: "=")), (nil, UInt32(ascii: "!")), (nil, UInt32(ascii: "<")):
            return .node(try parseLook(token.first, isVerbose: isVerbose, start: start))
        case (nil, UInt32(ascii: "(")): return .node(try parseConditional(isVerbose: isVerbose, start: start))
        case (nil, UInt32(ascii: ">")): return .node(.atomic(try parseBody(isVerbose: isVerbose, start: start)))
        case (nil, let letter) where letter == UInt32(ascii: "-") || RegexFlags(letter: letter) != nil:
            return try parseFlagGroup(
                letter,
                isVerbose: isVerbose,
                allowsGlobalFlags: allowsGlobalFlags,
                start: start
            )
        default:
            throw scanner.fault("unknown extension ?" + PythonText.string(token.codes), back: token.count + 1)
        }
    }

    private mutating func parseBody(isVerbose: Bool, start: Int) throws(PatternFault) -> RegexNode {
        let body = try nested { (parser) throws(PatternFault) in try parser.parseAlternation(isVerbose: isVerbose) }
        try close(start: start)
        return body
    }

    private mutating func close(start: Int) throws(PatternFault) {
        guard try scanner.take(")") else {
            throw scanner.fault("missing ), unterminated subpattern", back: scanner.position - start)
        }
    }

    private mutating func skipComment(start: Int) throws(PatternFault) {
        while let token = try scanner.take() {
            if token.is(")") { return }
        }
        throw scanner.fault("missing ), unterminated comment", back: scanner.position - start)
    }

    // MARK: Capturing

    private mutating func parseCapture(
        name: [UInt32]?,
        isVerbose: Bool,
        start: Int
    ) throws(PatternFault) -> RegexNode {
        let index = groupWidths.count
        groupWidths.append(nil)
        if let name {
            if let earlier = groupNames[name] {
                let message =
                    "redefinition of group name \(PythonText.representation(name)) as group \(index); "
                    + "was group \(earlier)"
                throw scanner.fault(message, back: name.count + 1)
            }
            groupNames[name] = index
        }
        let body = try parseBody(isVerbose: isVerbose, start: start)
        groupWidths[index] = body.width(groups: groupWidths)
        closingOrder.append(index)
        return .group(index: index, adding: [], removing: [], body: body)
    }

    /// `(?P<name>…)` and `(?P=name)`, the `P` taken.
    private mutating func parsePythonGroup(isVerbose: Bool, start: Int) throws(PatternFault) -> RegexNode {
        if try scanner.take("<") {
            let name = try scanner.take(until: ">", name: "group name")
            try scanner.requireIdentifier(name, back: 1)
            return try parseCapture(name: name, isVerbose: isVerbose, start: start)
        }
        if try scanner.take("=") {
            let name = try scanner.take(until: ")", name: "group name")
            try scanner.requireIdentifier(name, back: 1)
            let group = try groupNamed(name)
            guard isClosed(group) else { throw scanner.fault("cannot refer to an open group", back: name.count + 1) }
            try requireBeforeLookbehind(group)
            return .backreference(group)
        }
        guard let token = try scanner.take() else { throw scanner.fault("unexpected end of pattern") }
        throw scanner.fault("unknown extension ?P" + PythonText.string(token.codes), back: token.count + 2)
    }

    private func groupNamed(_ name: [UInt32]) throws(PatternFault) -> Int {
        guard let group = groupNames[name] else {
            throw scanner.fault("unknown group name \(PythonText.representation(name))", back: name.count + 1)
        }
        return group
    }

    // MARK: Assertions and conditions

    /// `(?=…)`, `(?!…)`, `(?<=…)` and `(?<!…)`, the first character after `?` taken.
    private mutating func parseLook(
        _ character: UInt32,
        isVerbose: Bool,
        start: Int
    ) throws(PatternFault) -> RegexNode {
        var sign = character
        let isBehind = character == UInt32(ascii: "<")
        if isBehind {
            guard let token = try scanner.take() else { throw scanner.fault("unexpected end of pattern") }
            guard token.is("=") || token.is("!") else {
                throw scanner.fault("unknown extension ?<" + PythonText.string(token.codes), back: token.count + 2)
            }
            sign = token.first
        }
        let isOutermost = isBehind && lookbehindGroups == nil
        if isOutermost { lookbehindGroups = groupWidths.count }
        let body = try nested { (parser) throws(PatternFault) in try parser.parseAlternation(isVerbose: isVerbose) }
        if isOutermost { lookbehindGroups = nil }
        try close(start: start)
        return .look(behind: isBehind, negated: sign == UInt32(ascii: "!"), body: body)
    }

    /// `(?(1)yes|no)`, the second `(` taken.
    private mutating func parseConditional(isVerbose: Bool, start: Int) throws(PatternFault) -> RegexNode {
        let name = try scanner.take(until: ")", name: "group name")
        let group = PythonText.isIdentifier(name) ? try groupNamed(name) : try conditionNumber(name)
        try requireBeforeLookbehind(group)
        let yes = try nested { (parser) throws(PatternFault) in try parser.parseBranch(isVerbose: isVerbose) }
        var no: RegexNode?
        if try scanner.take("|") {
            no = try nested { (parser) throws(PatternFault) in try parser.parseBranch(isVerbose: isVerbose) }
            if scanner.at("|") { throw scanner.fault("conditional backref with more than two branches") }
        }
        try close(start: start)
        return .conditional(group: group, yes: yes, no: no)
    }

    private mutating func conditionNumber(_ name: [UInt32]) throws(PatternFault) -> Int {
        guard let group = PythonText.integer(name), group >= 0 else {
            throw scanner.fault("bad character in group name \(PythonText.representation(name))", back: name.count + 1)
        }
        if group == 0 { throw scanner.fault("bad group number", back: name.count + 1) }
        let digits = PythonText.canonicalDigits(name)
        if group >= Self.groupNumberMax {
            throw scanner.fault("invalid group reference \(digits)", back: name.count + 1)
        }
        if conditionGroups.insert(group).inserted {
            conditionPositions.append((group, digits, scanner.position - name.count - 1))
        }
        return group
    }

    /// CPython's `MAXGROUPS` on 64-bit machines: a reference this large is an error at once.
    static let groupNumberMax = 1_073_741_823

    // MARK: Flags

    /// `(?i)` and `(?i-s:…)`, the first letter or `-` taken. Source: `_parse_flags`.
    private mutating func parseFlagGroup(
        _ first: UInt32,
        isVerbose: Bool,
        allowsGlobalFlags: Bool,
        start: Int
    ) throws(PatternFault) -> GroupResult {
        var added: RegexFlags = []
        var removed: RegexFlags = []
        var end = first
        if first != UInt32(ascii: "-") { end = try parseAddedFlags(first, into: &added) }
        if end == UInt32(ascii: ")") {
            flags.formUnion(added)
            guard allowsGlobalFlags else {
                let message = "global flags not at the start of the expression"
                throw scanner.fault(message, back: scanner.position - start)
            }
            return .globalFlags
        }
        if !added.isDisjoint(with: .global) {
            throw scanner.fault("bad inline flags: cannot turn on global flag", back: 1)
        }
        if end == UInt32(ascii: "-") { try parseRemovedFlags(into: &removed) }
        if !removed.isDisjoint(with: .global) {
            throw scanner.fault("bad inline flags: cannot turn off global flag", back: 1)
        }
        if !added.isDisjoint(with: removed) {
            throw scanner.fault("bad inline flags: flag turned on and off", back: 1)
        }
        if added.contains(.unicode) { hasUnicodeScope = true }
        let isBodyVerbose = (isVerbose || added.contains(.verbose)) && !removed.contains(.verbose)
        let body = try parseBody(isVerbose: isBodyVerbose, start: start)
        return .node(.group(index: nil, adding: added, removing: removed, body: body))
    }

    /// Takes letters up to `)`, `-` or `:`, and returns which it was.
    private mutating func parseAddedFlags(
        _ first: UInt32,
        into added: inout RegexFlags
    ) throws(PatternFault) -> UInt32 {
        var letter = first
        while let flag = RegexFlags(letter: letter) {
            if scanner.kind == .text, flag == .locale {
                throw scanner.fault("bad inline flags: cannot use 'L' flag with a str pattern")
            }
            if scanner.kind == .bytes, flag == .unicode {
                throw scanner.fault("bad inline flags: cannot use 'u' flag with a bytes pattern")
            }
            added.formUnion(flag)
            if RegexFlags.character.contains(flag), added.intersection(.character) != flag {
                throw scanner.fault("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
            }
            guard let token = try scanner.take() else { throw scanner.fault("missing -, : or )") }
            if token.is(")") || token.is("-") || token.is(":") { return token.first }
            letter = try flagLetter(token, missing: "missing -, : or )")
        }
        return letter
    }

    /// Takes the letters after `-` and the `:`.
    private mutating func parseRemovedFlags(into removed: inout RegexFlags) throws(PatternFault) {
        guard let first = try scanner.take() else { throw scanner.fault("missing flag") }
        var letter = try flagLetter(first, missing: "missing flag")
        while let flag = RegexFlags(letter: letter) {
            if RegexFlags.character.contains(flag) {
                throw scanner.fault("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
            }
            removed.formUnion(flag)
            guard let token = try scanner.take() else { throw scanner.fault("missing :") }
            if token.is(":") { return }
            letter = try flagLetter(token, missing: "missing :")
        }
    }

    private func flagLetter(_ token: PatternScanner.Token, missing: String) throws(PatternFault) -> UInt32 {
        if token.second == nil, RegexFlags(letter: token.first) != nil { return token.first }
        let isUnknown = token.second == nil && PythonText.isAlphabetic(token.first)
        throw scanner.fault(isUnknown ? "unknown flag" : missing, back: token.count)
    }
}
