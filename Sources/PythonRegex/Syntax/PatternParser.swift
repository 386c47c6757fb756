/// Parses Python's regular expressions, with CPython's errors word for word.
///
/// To add syntax: an arm here or in a `PatternParser+Topic.swift`, a case of ``RegexNode``, an arm in `Translator`.
/// Source: CPython 3.11.7, `Lib/re/_parser.py`; the order of its checks is kept, for it decides which error shows.
struct PatternParser {
    var scanner: PatternScanner
    /// The flags given and the global ones read so far.
    var flags: RegexFlags
    var groupWidths: [NodeWidth?] = [nil]
    var groupNames: [[UInt32]: Int] = [:]
    /// Groups there were when the outermost open lookbehind began; nil outside of one.
    var lookbehindGroups: Int?
    /// Conditions on a group by number, and where each was first written: the group may follow.
    var conditionPositions: [(group: Int, digits: String, position: Int)] = []
    var conditionGroups: Set<Int> = []
    var closingOrder: [Int] = []
    var hasUnicodeScope = false
    /// Groups open.
    private var depth = 0

    /// Parses `text` written with `flags`.
    static func parse(_ text: [UInt32], kind: PatternKind, flags: RegexFlags) throws(PatternFault) -> ParsedPattern {
        guard text.count <= PatternLimit.lengthMax else { throw .limit(.length) }
        var parser = PatternParser(scanner: try PatternScanner(text: text, kind: kind), flags: flags)
        let root = try parser.parseTopLevel()
        let fixed = try checkedFlags(parser.flags, kind: kind)
        if parser.scanner.next != nil { throw parser.scanner.fault("unbalanced parenthesis") }
        for condition in parser.conditionPositions where condition.group >= parser.groupWidths.count {
            let message = "invalid group reference \(condition.digits)"
            throw .syntax(RegexError(message, in: text, at: condition.position))
        }
        return ParsedPattern(
            root: root,
            flags: fixed,
            hasUnicodeScope: parser.hasUnicodeScope,
            groupWidths: parser.groupWidths,
            groupNames: parser.groupNames.sorted { $0.value < $1.value }
                .map { (PythonText.string($0.key), $0.value) },
            closingOrder: parser.closingOrder
        )
    }

    private init(scanner: PatternScanner, flags: RegexFlags) {
        self.scanner = scanner
        self.flags = flags
    }

    /// Source: `fix_flags`.
    private static func checkedFlags(_ flags: RegexFlags, kind: PatternKind) throws(PatternFault) -> RegexFlags {
        switch kind {
        case .text:
            if flags.contains(.locale) { throw .value("cannot use LOCALE flag with a str pattern") }
            guard flags.contains(.ascii) else { return flags.union(.unicode) }
            if flags.contains(.unicode) { throw .value("ASCII and UNICODE flags are incompatible") }
        case .bytes:
            if flags.contains(.unicode) { throw .value("cannot use UNICODE flag with a bytes pattern") }
            if flags.isSuperset(of: [.locale, .ascii]) { throw .value("ASCII and LOCALE flags are incompatible") }
        }
        return flags
    }

    // MARK: Branches

    /// The whole pattern: only here may global flags stand, first of all.
    private mutating func parseTopLevel() throws(PatternFault) -> RegexNode {
        var isVerbose = flags.contains(.verbose)
        var branches: [RegexNode] = []
        repeat {
            branches.append(try parseBranch(isVerbose: isVerbose, isFirst: branches.isEmpty))
            isVerbose = flags.contains(.verbose)
        } while try scanner.take("|")
        return alternation(of: branches)
    }

    /// What stands between parentheses.
    mutating func parseAlternation(isVerbose: Bool) throws(PatternFault) -> RegexNode {
        var branches: [RegexNode] = []
        repeat {
            branches.append(try parseBranch(isVerbose: isVerbose))
        } while try scanner.take("|")
        return alternation(of: branches)
    }

    /// Branches of one character each are a class, as in CPython.
    private func alternation(of branches: [RegexNode]) -> RegexNode {
        if branches.count == 1 { return branches[0] }
        var members: [CharacterClass.Member] = []
        for branch in branches {
            switch branch {
            case .literal(let code): members.append(.range(code, code))
            case .set(let set) where !set.isNegated: members += set.members
            default: return .alternation(branches)
            }
        }
        return .set(CharacterClass(members: members))
    }

    /// A branch: items up to `|`, `)` or the end, none of which is taken.
    mutating func parseBranch(isVerbose: Bool, isFirst: Bool = false) throws(PatternFault) -> RegexNode {
        var isVerbose = isVerbose
        var items: [RegexNode] = []
        while let token = scanner.next, !token.is("|"), !token.is(")") {
            _ = try scanner.take()
            if isVerbose, try skipVerbose(token) { continue }
            switch (token.second, token.first) {
            case (.some(let escaped), _): items.append(try parseEscape(escaped))
            case (nil, UInt32(ascii: "[")): items.append(try parseClass())
            case (nil, UInt32(ascii: "*")), (nil, UInt32(ascii: "+")), (nil, UInt32(ascii: "?")),
                (nil, UInt32(ascii: "{")):
                try parseQuantifier(token.first, of: &items)
            case (nil, UInt32(ascii: ".")): items.append(.any)
            case (nil, UInt32(ascii: "^")): items.append(.anchor(.lineStart))
            case (nil, UInt32(ascii: "$")): items.append(.anchor(.lineEnd))
            case (nil, UInt32(ascii: "(")):
                let allowsGlobalFlags = isFirst && items.isEmpty
                switch try parseGroup(isVerbose: isVerbose, allowsGlobalFlags: allowsGlobalFlags) {
                case .node(let node): items.append(node)
                case .comment: break
                case .globalFlags: isVerbose = flags.contains(.verbose)
                }
            default: items.append(.literal(token.first))
            }
        }
        return items.count == 1 ? items[0] : .sequence(items)
    }

    /// Skips what verbose mode does not read; false if `token` is part of the pattern.
    private mutating func skipVerbose(_ token: PatternScanner.Token) throws(PatternFault) -> Bool {
        guard token.second == nil else { return false }
        switch token.first {
        case 0x09...0x0D, 0x20: return true
        case UInt32(ascii: "#"):
            while let skipped = try scanner.take(), !skipped.is("\n") {}
            return true
        default: return false
        }
    }

    // MARK: Groups

    /// Runs `body` one level deeper.
    mutating func nested(
        _ body: (inout PatternParser) throws(PatternFault) -> RegexNode
    ) throws(PatternFault) -> RegexNode {
        guard depth < PatternLimit.nestingMax else { throw .limit(.nesting) }
        depth += 1
        defer { depth -= 1 }
        return try body(&self)
    }

    /// Whether `group` exists and is closed.
    func isClosed(_ group: Int) -> Bool {
        groupWidths.indices.contains(group) && groupWidths[group] != nil
    }

    /// In a lookbehind, only groups closed before it may be referred to.
    func requireBeforeLookbehind(_ group: Int) throws(PatternFault) {
        guard let lookbehindGroups else { return }
        guard isClosed(group) else { throw scanner.fault("cannot refer to an open group") }
        if group >= lookbehindGroups {
            throw scanner.fault("cannot refer to group defined in the same lookbehind subpattern")
        }
    }
}
