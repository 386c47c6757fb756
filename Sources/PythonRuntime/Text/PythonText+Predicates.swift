extension PythonText {
    /// A predicate of `str` that asks every code point and is false for the empty text.
    package enum Predicate: Sendable {
        case isalpha
        case isalnum
        case isdecimal
        case isdigit
        case isnumeric
        case isspace

        var properties: UnicodeProperties {
            switch self {
            case .isalpha: .alphabetic
            case .isalnum: .alphanumeric
            case .isdecimal: .decimal
            case .isdigit: .digit
            case .isnumeric: .numeric
            case .isspace: .space
            }
        }
    }

    /// `isalpha()` and its like.
    package func satisfies(_ predicate: Predicate) -> Bool {
        let properties = predicate.properties
        return bytes.count > 0 && allSatisfy { !$0.isDisjoint(with: properties) }
    }

    /// `isprintable()`: true for the empty text.
    package var isPrintable: Bool {
        allSatisfy { $0.contains(.printable) }
    }

    /// `isidentifier()`.
    package var isIdentifier: Bool {
        guard bytes.count > 0 else { return false }
        let first = codePoint(at: 0)
        return UnicodeTables.properties(of: first.value).contains(.identifierStart)
            && self[first.next..<bytes.count].allSatisfy { $0.contains(.identifierContinue) }
    }

    /// `isupper()`: a letter in upper case, and none in lower or title case.
    package var isUpper: Bool { hasOnly(.upper, not: [.lower, .title]) }

    /// `islower()`: a letter in lower case, and none in upper or title case.
    package var isLower: Bool { hasOnly(.lower, not: [.upper, .title]) }

    /// `istitle()`: capitals only after what has no case, small letters only after what has.
    package var isTitle: Bool {
        var found = false
        var afterCased = false
        let ordered = allSatisfy { properties in
            if !properties.isDisjoint(with: [.upper, .title]) {
                guard !afterCased else { return false }
                found = true
                afterCased = true
            } else if properties.contains(.lower) {
                guard afterCased else { return false }
                found = true
            } else {
                afterCased = false
            }
            return true
        }
        return ordered && found
    }

    private func hasOnly(_ wanted: UnicodeProperties, not unwanted: UnicodeProperties) -> Bool {
        var found = false
        let clean = allSatisfy { properties in
            if properties.contains(wanted) { found = true }
            return properties.isDisjoint(with: unwanted)
        }
        return clean && found
    }

    @inline(__always)
    private func allSatisfy(_ test: (UnicodeProperties) -> Bool) -> Bool {
        var offset = 0
        while offset < bytes.count {
            let (codePoint, next) = codePoint(at: offset)
            guard test(UnicodeTables.properties(of: codePoint)) else { return false }
            offset = next
        }
        return true
    }
}
