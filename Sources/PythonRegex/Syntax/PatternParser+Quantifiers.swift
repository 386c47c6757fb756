extension PatternParser {
    /// Parses `*`, `+`, `?` or `{…}`, its first character taken, and wraps the last of `items`.
    ///
    /// Braces that are no count, such as `{` alone, `{x}` and `{}`, are text.
    mutating func parseQuantifier(_ character: UInt32, of items: inout [RegexNode]) throws(PatternFault) {
        let here = scanner.position
        var least = 0
        var most: Int?
        switch character {
        case UInt32(ascii: "?"): most = 1
        case UInt32(ascii: "+"): least = 1
        case UInt32(ascii: "*"): break
        default:
            guard let counts = try parseCounts(here: here) else {
                items.append(.literal(character))
                return
            }
            (least, most) = counts
        }
        guard let item = items.last, !item.isAnchor else {
            throw scanner.fault("nothing to repeat", back: scanner.position - here + 1)
        }
        if case .repetition = item {
            throw scanner.fault("multiple repeat", back: scanner.position - here + 1)
        }
        var greed = RegexNode.Greed.greedy
        if try scanner.take("?") {
            greed = .lazy
        } else if try scanner.take("+") {
            greed = .possessive
        }
        guard max(least, most ?? 0) <= PatternLimit.repeatMax else { throw .limit(.repetition) }
        items[items.count - 1] = .repetition(body: item, least: least, most: most, greed: greed)
    }

    /// The counts of `{…}`, the `{` taken; nil and nothing taken if it is text.
    private mutating func parseCounts(here: Int) throws(PatternFault) -> (least: Int, most: Int?)? {
        if scanner.at("}") { return nil }
        let low = try scanner.take(upTo: .max) { $0.isDecimalDigit }
        var high = low
        if try scanner.take(",") { high = try scanner.take(upTo: .max) { $0.isDecimalDigit } }
        guard try scanner.take("}") else {
            try scanner.seek(here)
            return nil
        }
        var least = 0
        var most: Int?
        if !low.isEmpty { least = try count(low) }
        if !high.isEmpty {
            let value = try count(high)
            if value < least {
                throw scanner.fault("min repeat greater than max repeat", back: scanner.position - here)
            }
            most = value
        }
        return (least, most)
    }

    private func count(_ digits: [UInt32]) throws(PatternFault) -> Int {
        guard digits.count <= PythonText.integerDigitsMax else {
            throw .value(
                "Exceeds the limit (\(PythonText.integerDigitsMax) digits) for integer string conversion: "
                    + "value has \(digits.count) digits; use sys.set_int_max_str_digits() to increase the limit"
            )
        }
        let value = PythonText.integer(digits) ?? 0
        guard value < Self.repeatCountMax else { throw .overflow("the repetition number is too large") }
        return value
    }

    /// CPython's `MAXREPEAT` on 64-bit machines.
    private static let repeatCountMax = 4_294_967_295
}

extension RegexNode {
    /// Whether it is a place, which cannot be repeated (unless in a group).
    var isAnchor: Bool {
        if case .anchor = self { true } else { false }
    }
}
