extension PatternParser {
    /// Parses a character class, its `[` taken.
    ///
    /// There are no nested classes, operations on sets or POSIX names in Python: `[[:alpha:]]` is a class and a `]`.
    mutating func parseClass() throws(PatternFault) -> RegexNode {
        let here = scanner.position - 1
        var result = CharacterClass(isNegated: try scanner.take("^"))
        while true {
            let token = try takeInClass(here: here)
            if token.is("]"), !result.members.isEmpty { break }
            let member = try parseMember(token)
            guard try scanner.take("-") else {
                result.members.append(member)
                continue
            }
            let end = try takeInClass(here: here)
            if end.is("]") {
                result.members += [member, .range(UInt32(ascii: "-"), UInt32(ascii: "-"))]
                break
            }
            guard case .range(let low, _) = member, case .range(let high, _) = try parseMember(end), low <= high else {
                let message = "bad character range " + PythonText.string(token.codes + [UInt32(ascii: "-")] + end.codes)
                throw scanner.fault(message, back: token.count + 1 + end.count)
            }
            result.members.append(.range(low, high))
        }
        // CPython makes the same step, and its caseless matching of a lone character is not that of a class.
        if let single = result.members.first, case .range(let low, let high) = single, low == high,
            result.members.allSatisfy({ $0 == single })
        {
            if !result.isNegated { return .literal(low) }
            result.members = [single]
        }
        return .set(result)
    }

    private mutating func takeInClass(here: Int) throws(PatternFault) -> PatternScanner.Token {
        guard let token = try scanner.take() else {
            throw scanner.fault("unterminated character set", back: scanner.position - here)
        }
        return token
    }

    private mutating func parseMember(_ token: PatternScanner.Token) throws(PatternFault) -> CharacterClass.Member {
        guard let letter = token.second else { return .range(token.first, token.first) }
        return try parseClassEscape(letter)
    }
}
