import Diagnostics

/// The entries of sections.
extension YaraLParser {
    /// `binding = NAME "=" value`
    mutating func parseMetaBinding() -> YaraLBinding? {
        guard case .name(let name) = next.kind else {
            reportExpected("a key")
            return nil
        }
        let span = advance().span
        guard takeEquals() else {
            reportExpected("`=` after `\(name)`")
            skipEntry()
            return nil
        }
        return YaraLBinding(name: name, value: parseOperand(), nameSpan: span)
    }

    /// `outcome = VARIABLE "=" expression`
    mutating func parseOutcome() -> YaraLBinding? {
        guard case .variable(let name) = next.kind else {
            reportExpected("an outcome, such as `$risk_score = 35`")
            return nil
        }
        let span = advance().span
        guard takeEquals() else {
            reportExpected("`=` after `$\(name)`")
            skipEntry()
            return nil
        }
        return YaraLBinding(name: name, value: parseExpression(), nameSpan: span)
    }

    /// A `=`; `==` is reported and taken for one.
    mutating func takeEquals() -> Bool {
        if at(.doubleEquals) { report(.doubleEquals(next.span, source)) }
        return take(.equals) || take(.doubleEquals)
    }

    /// A predicate of `events`, or a condition; the rest of what cannot be read is passed over.
    mutating func parsePredicate() -> YaraLExpression? {
        let start = position
        let expression = parseExpression()
        // After an error the rest of its line says nothing.
        if hasError(since: start), !isAtSectionEnd, !next.startsLine { skipEntry() }
        return expression
    }

    /// `match = operand {"," operand} [window]`
    mutating func parseMatch() -> YaraLMatch? {
        var keys: [YaraLExpression] = []
        repeat {
            if at(word: "over") || at(word: "by") || isAtSectionEnd { break }
            keys.append(parseOperand())
        } while take(.comma)
        if keys.isEmpty { reportExpected("a placeholder, such as `$user`") }
        var match = YaraLMatch(keys: keys)
        if at(word: "over") || at(word: "by") { match.window = parseWindow() }
        if !isAtSectionEnd {
            reportExpected(match.window == nil ? "`over` and the length of the window" : "the next section")
            skipEntry()
            while !isAtSectionEnd { skipEntry() }
        }
        return match
    }

    /// `window = ("over" ["every"] | "by") duration [("before" | "after") VARIABLE]`
    private mutating func parseWindow() -> YaraLMatch.Window? {
        var kind: YaraLMatch.Kind = take(word: "by") ? .by : .over
        if kind == .over {
            advance()
            if take(word: "every") { kind = .overEvery }
        }
        guard let length = parseDuration() else {
            reportExpected("the length of the window, such as `5m`")
            return nil
        }
        var window = YaraLMatch.Window(kind, length)
        if at(word: "before") || at(word: "after") {
            let isBefore = at(word: "before")
            advance()
            if case .variable(let name) = next.kind {
                advance()
                window.pivot = .init(isBefore: isBefore, variable: name)
            } else {
                reportExpected("the event that the window slides by, such as `$login`")
            }
        }
        return window
    }

    /// Words that stand for a length of time.
    private static let units: Set<String> = [
        "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months",
        "s", "m", "h", "d", "w",
    ]

    /// `duration = DURATION | [NUMBER] UNIT`
    private mutating func parseDuration() -> YaraLDuration? {
        if case .duration(let count, let unit) = next.kind {
            advance()
            return YaraLDuration(count: count, unit: unit)
        }
        var count: String?
        var unitOffset = 0
        if case .number(let digits) = next.kind {
            count = digits
            unitOffset = 1
        }
        guard case .name(let unit) = peek(unitOffset).kind, Self.units.contains(unit.lowercased()),
            peek(unitOffset + 1).kind != .sign(.colon)
        else { return nil }
        for _ in 0...unitOffset { advance() }
        return YaraLDuration(count: count, unit: unit.lowercased())
    }
}
