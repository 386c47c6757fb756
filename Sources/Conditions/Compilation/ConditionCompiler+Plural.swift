import Addresses
import Events
import PythonRegex

/// Tests of fields that may have several values: ``FieldReference/Style/each``.
extension ConditionCompiler {
    /// Compiles such a test; one whose operator is not for them, or whose values are none that it takes, is unknown at every event.
    mutating func compilePlural(_ leaf: Leaf, quantifiers: Int) -> ProgramLeaf {
        let isInsensitive = leaf.casing == .insensitive
        var compiled = unknown(leaf, quantifiers: quantifiers)
        guard isReadable(leaf.field), leaf.other.map({ isReadable($0.field) && leaf.values.isEmpty }) ?? true else {
            return compiled
        }
        switch leaf.op {
        case .equals, .isIn, .isInSet:
            guard !leaf.values.contains(where: { [.null, .array, .object].contains($0.kind) }) else { return compiled }
            compiled.literals = spelled(leaf.values, isInsensitive)
            compiled.code = .isIn
        case .contains, .startsWith, .endsWith:
            compiled.literals = spelled(leaf.values, isInsensitive)
            compiled.code = Self.code(of: leaf.op)
            if leaf.op == .contains { compiled.needles = needles(compiled.literals) }
        case .hasTerm(let part) where leaf.other == nil:
            compiled.literals = spelled(leaf.values, isInsensitive)
            compiled.detail = UInt8(TermPart.allCases.firstIndex(of: part) ?? 0)
            compiled.code = .hasTerm
        case .glob where leaf.other == nil: compileGlobs(leaf, isInsensitive, &compiled)
        case .regex(let mode) where leaf.other == nil:
            let sources = leaf.values.map(\.spelling)
            guard let literals = patterns(sources, flags: isInsensitive ? .ignoreCase : []) else { return compiled }
            compiled.literals = literals
            compiled.isInsensitive = false
            compiled.detail = detail(mode)
            compiled.code = .regex
            addCertainParts(leaf, to: literals)
        case .cidr where leaf.other == nil:
            guard let literals = networks(leaf.values) else { return compiled }
            compiled.literals = literals
            compiled.isInsensitive = false
            compiled.code = .cidr
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            let isSound =
                leaf.other != nil || (leaf.values.count == 1 && [.integer, .double].contains(leaf.values[0].kind))
            guard isSound else { return compiled }
            compiled.literals = spelled(leaf.values, false)
            compiled.isInsensitive = false
            compiled.code = Self.code(of: leaf.op)
        case .exists where leaf.other == nil, .isNull where leaf.other == nil: compiled.code = Self.code(of: leaf.op)
        default: break
        }
        return compiled
    }

    /// The place of the table of texts that are looked for together; 0 without one.
    private mutating func needles(_ range: ProgramRange) -> UInt32 {
        let texts = output.literals[Int(range.start)..<Int(range.start + range.count)].map { literal in
            Array(output.text[Int(literal.text.start)..<Int(literal.text.start + literal.text.count)])
        }
        guard let table = NeedleTable.make(texts) else { return 0 }
        let place = output.needles.count
        output.needles += table
        return UInt32(place)
    }

    /// Whether the evaluation follows the path: keys from the event.
    private func isReadable(_ field: FieldReference) -> Bool {
        field.style.isPlural && field.root == .event
            && field.steps.allSatisfy { if case .key(_, .exact) = $0.selector { true } else { false } }
    }

    /// Patterns of `*` and `?`, other signs by themselves or alone in brackets; any other becomes a regular expression.
    private mutating func compileGlobs(_ leaf: Leaf, _ isInsensitive: Bool, _ compiled: inout ProgramLeaf) {
        let sources = leaf.values.map(\.spelling)
        let globs = sources.map { Wildcard.bytes(of: $0, isFolded: isInsensitive) }
        if globs.contains(where: { $0 == nil }) {
            let expressions = sources.map(Wildcard.pattern(of:))
            guard let literals = patterns(expressions, flags: isInsensitive ? .ignoreCase : []) else { return }
            compiled.literals = literals
            compiled.isInsensitive = false
            compiled.detail = detail(.match)
            compiled.code = .regex
            return
        }
        compiled.literals = ProgramRange(start: UInt32(output.literals.count), count: UInt32(globs.count))
        for glob in globs { append(.string, glob ?? []) }
        compiled.code = .wildcard
        addCertainParts(leaf, to: compiled.literals)
    }

    /// Adds the texts that have to be there to the patterns of a leaf, of which there is one for each value.
    private mutating func addCertainParts(_ leaf: Leaf, to patterns: ProgramRange) {
        for (offset, parts) in (leaf.certainParts ?? []).enumerated() {
            guard let parts else { continue }
            let start = UInt32(output.literals.count)
            for text in parts.texts { append(.string, text) }
            let number = Int(patterns.start) + offset
            output.literals[number].parts = ProgramRange(start: start, count: UInt32(parts.texts.count))
            output.literals[number].ignoresCaseOfParts = parts.ignoresCase
        }
    }

    /// Constants with the text that each is compared by.
    private mutating func spelled(_ values: [Literal], _ isInsensitive: Bool) -> ProgramRange {
        let range = ProgramRange(start: UInt32(output.literals.count), count: UInt32(values.count))
        for value in values {
            let number = literal(value)
            let text = value.spelling
            output.literals[Int(number)].text = append(isInsensitive ? CaseFolding.folded(text) : Array(text.utf8))
        }
        return range
    }

    private mutating func append(_ kind: TapeKind, _ text: [UInt8]) {
        output.literals.append(
            ProgramLiteral(kind: kind, isComplex: false, integer: 0, double: 0, text: append(text))
        )
    }

    private mutating func append(_ text: [UInt8]) -> ProgramRange {
        let range = ProgramRange(start: UInt32(output.text.count), count: UInt32(text.count))
        output.text += text
        return range
    }
}
