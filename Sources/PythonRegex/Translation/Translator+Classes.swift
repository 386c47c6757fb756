extension Translator {
    /// Writes `[…]`: categories and case resolved to sets that do not depend on PCRE2's idea of them.
    mutating func writeClass(_ set: CharacterClass, flags: RegexFlags) {
        let isUnicode = flags.contains(.unicode)
        var ranges: [ClosedRange<UInt32>] = []
        var lone: Set<UInt32> = []
        var properties: [String] = []
        for case .range(let low, let high) in set.members {
            ranges.append(low...high)
            if low == high { lone.insert(low) }
        }
        if flags.contains(.ignoreCase), !ranges.isEmpty {
            if ranges.contains(where: { $0.upperBound >= 0x80 }) { wideClassCount += 1 }
            ranges = caseless(CodePointSet(ranges), lone: lone, set: set, isUnicode: isUnicode).ranges
        }
        for case .category(let category, let isNegated) in set.members {
            switch (category, isUnicode) {
            case (.digit, true): properties.append(isNegated ? #"\P{Nd}"# : #"\p{Nd}"#)
            case (.word, true): properties.append(isNegated ? #"\W"# : #"\w"#)
            case (.space, true): ranges += members(of: .spaceUnicode, isNegated: isNegated)
            case (.digit, false): ranges += members(of: .digitASCII, isNegated: isNegated)
            case (.word, false): ranges += members(of: .wordASCII, isNegated: isNegated)
            case (.space, false): ranges += members(of: .spaceASCII, isNegated: isNegated)
            }
        }
        writeSet(CodePointSet(ranges), properties: properties, isNegated: set.isNegated)
    }

    /// A negated lone character is matched by the rule of a character, anything else by that of a class.
    private func caseless(
        _ ranges: CodePointSet,
        lone: Set<UInt32>,
        set: CharacterClass,
        isUnicode: Bool
    ) -> CodePointSet {
        guard isUnicode else { return CaseTable.closureASCII(of: ranges, lone: lone) }
        if set.members.count == 1, let code = lone.first { return CodePointSet(codes: CaseTable.matches(code)) }
        return CaseTable.closure(of: ranges, lone: lone)
    }

    private func members(of set: CodePointSet, isNegated: Bool) -> [ClosedRange<UInt32>] {
        isNegated ? set.complement(upTo: kind.codePointMax).ranges : set.ranges
    }

    /// Writes a class of `set` and of PCRE2's `properties`.
    mutating func writeSet(_ set: CodePointSet, properties: [String], isNegated: Bool) {
        var set = set
        if kind == .text {
            let surrogates = form.hasStandIns ? set.clamped(to: 0xD800...0xDFFF).ranges : []
            let standIns = surrogates.map {
                SubjectText.standIn(for: $0.lowerBound)...SubjectText.standIn(for: $0.upperBound)
            }
            set = CodePointSet(
                set.clamped(to: 0...0xD7FF).ranges + set.clamped(to: 0xE000...0x10_FFFF).ranges + standIns
            )
        }
        if set.ranges.isEmpty, properties.isEmpty { return write(isNegated ? "." : Self.nothing) }
        if set.ranges.isEmpty, properties.count == 1, !isNegated { return write(properties[0]) }
        if set.ranges.contains(where: { $0.upperBound >= 0x41 }) { setCaseless(false) }
        write(isNegated ? "[^" : "[")
        for range in set.ranges {
            write(range.lowerBound)
            if range.count > 2 { write("-") }
            if range.count > 1 { write(range.upperBound) }
        }
        for property in properties { write(property) }
        write("]")
    }
}
