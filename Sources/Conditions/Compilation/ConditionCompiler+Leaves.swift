import Addresses
import Events
import PythonRegex

extension ConditionCompiler {
    /// The number of a leaf, the same wherever the event alone decides it.
    mutating func number(of leaf: Leaf, quantifiers: Int) -> Int {
        var key = leaf
        key.place = nil
        if let known = output.leafNumbers[key] { return Int(known) }
        let isPlural = leaf.field.style.isPlural
        var compiled =
            isPlural ? compilePlural(leaf, quantifiers: quantifiers) : compile(leaf, quantifiers: quantifiers)
        compiled.isShared = isShared(leaf)
        compiled.isPlain = !isPlural && compiled.isShared && isPlain(compiled)
        compiled.isOfKey = isOfKey(leaf) && isPlain(compiled)
        let number = output.leaves.count
        if compiled.isShared { output.leafNumbers[key] = UInt32(number) }
        output.leaves.append(compiled)
        return number
    }

    /// Whether a leaf has one truth at an event: no element of a quantifier is in it, and no tape of a text's own.
    private func isShared(_ leaf: Leaf) -> Bool {
        leaf.field.root == .event && (leaf.field.style == .direct || leaf.field.style.isPlural) && leaf.other == nil
            && !leaf.field.steps.contains { $0.selector == .json } && !leaf.transforms.contains(.json)
    }

    /// Whether a leaf compares the key of a member with texts.
    private func isOfKey(_ leaf: Leaf) -> Bool {
        guard case .elementKey = leaf.field.root, leaf.field.style == .direct, leaf.other == nil else { return false }
        return switch leaf.op {
        case .equals, .isIn, .isInSet, .startsWith, .endsWith: true
        default: false
        }
    }

    /// Whether ``ConditionEvaluator/plainTruth(of:_:)`` knows what the leaf asks.
    private func isPlain(_ leaf: ProgramLeaf) -> Bool {
        guard leaf.subject.transforms.count == 0, !leaf.isInsensitive else { return false }
        return switch leaf.code {
        case .equals, .isIn, .isInSet, .startsWith, .endsWith, .exists, .isNull, .isEmpty, .isType: true
        default: false
        }
    }

    /// Compiles a leaf; one whose operator and values do not go together is unknown at every event, as Python's call would
    /// raise at every event.
    mutating func compile(_ leaf: Leaf, quantifiers: Int) -> ProgramLeaf {
        let isInsensitive = leaf.casing == .insensitive
        var compiled = unknown(leaf, quantifiers: quantifiers)
        guard isSound(leaf) else { return compiled }
        switch leaf.op {
        case .regex(let mode):
            let flags: RegexFlags = isInsensitive ? .ignoreCase : []
            let sources = leaf.values.map { value in if case .string(let text) = value { text } else { "" } }
            guard let literals = patterns(sources, flags: flags) else { return compiled }
            compiled.literals = literals
            compiled.isInsensitive = false
            compiled.detail = detail(mode)
        case .glob:
            let sources = leaf.values.map { value in if case .string(let text) = value { text } else { "" } }
            if sources.contains(where: { $0.utf8.contains(UInt8(ascii: "[")) }) {
                guard
                    let literals = patterns(sources.map(Wildcard.pattern(of:)), flags: isInsensitive ? .ignoreCase : [])
                else { return compiled }
                compiled.code = .regex
                compiled.literals = literals
                compiled.isInsensitive = false
                compiled.detail = detail(.match)
                return compiled
            }
            compiled.literals = literals(leaf.values, isInsensitive: isInsensitive)
        case .cidr:
            guard let literals = networks(leaf.values) else { return compiled }
            compiled.literals = literals
        case .hasTerm(let part):
            compiled.detail = UInt8(TermPart.allCases.firstIndex(of: part) ?? 0)
            compiled.literals = literals(leaf.values, isInsensitive: isInsensitive)
        case .address(let property):
            compiled.detail = UInt8(AddressProperty.allCases.firstIndex(of: property) ?? 0)
        case .isType(let kinds): compiled.detail = kinds.reduce(0) { $0 | Self.bits(of: $1) }
        default: compiled.literals = literals(leaf.values, isInsensitive: isInsensitive)
        }
        compiled.code = Self.code(of: leaf.op)
        return compiled
    }

    /// A leaf with its fields, whose test is still to come: unknown at every event without one.
    mutating func unknown(_ leaf: Leaf, quantifiers: Int) -> ProgramLeaf {
        var compiled = ProgramLeaf(
            code: .unknown,
            isNegated: leaf.isNegated,
            isInsensitive: leaf.casing == .insensitive,
            detail: 0,
            subject: operand(leaf.field, leaf.transforms, quantifiers: quantifiers),
            other: .none,
            hasOther: false,
            literals: ProgramRange(start: 0, count: 0)
        )
        if let other = leaf.other {
            compiled.other = operand(other.field, other.transforms, quantifiers: quantifiers)
            compiled.hasOther = true
        }
        return compiled
    }

    /// Whether the operator has values that it can be used with.
    private func isSound(_ leaf: Leaf) -> Bool {
        let texts = leaf.values.allSatisfy { $0.kind == .string }
        let isASCII = leaf.casing == .sensitive || leaf.values.allSatisfy(Self.isASCII)
        if leaf.other != nil {
            switch leaf.op {
            case .equals, .isIn, .contains, .startsWith, .endsWith, .less, .lessOrEqual, .greater, .greaterOrEqual:
                return leaf.values.isEmpty
            default: return false
            }
        }
        switch leaf.op {
        case .equals, .less, .lessOrEqual, .greater, .greaterOrEqual: return leaf.values.count == 1 && isASCII
        case .isInText: return leaf.values.count == 1 && texts && isASCII
        case .between: return leaf.values.count == 2 && isASCII
        case .isIn, .isInSet, .contains: return isASCII
        case .startsWith, .endsWith, .hasTerm, .glob: return texts && isASCII
        case .regex: return texts
        case .cidr: return true
        case .exists, .isNull, .isEmpty, .isType, .address: return true
        }
    }

    private static func isASCII(_ value: Literal) -> Bool {
        if case .string(let text) = value { text.utf8.allSatisfy { $0 < 0x80 } } else { true }
    }

    static func code(of op: Operator) -> ProgramLeaf.Code {
        switch op {
        case .equals: .equals
        case .isIn: .isIn
        case .isInSet: .isInSet
        case .isInText: .isInText
        case .contains: .contains
        case .startsWith: .startsWith
        case .endsWith: .endsWith
        case .hasTerm: .hasTerm
        case .glob: .wildcard
        case .regex: .regex
        case .cidr: .cidr
        case .address: .address
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        case .between: .between
        case .exists: .exists
        case .isNull: .isNull
        case .isEmpty: .isEmpty
        case .isType: .isType
        }
    }

    private static func bits(of kind: ValueKind) -> UInt8 {
        func bit(_ kind: TapeKind) -> UInt8 { 1 << kind.rawValue }
        return switch kind {
        case .null: bit(.null)
        case .boolean: bit(.true) | bit(.false)
        case .integer: bit(.integer)
        case .double: bit(.double)
        case .string: bit(.string)
        case .array: bit(.array)
        case .object: bit(.object)
        }
    }

    func detail(_ mode: RegexMode) -> UInt8 {
        switch mode {
        case .search: UInt8(MatchMode.search.rawValue)
        case .match: UInt8(MatchMode.match.rawValue)
        case .fullmatch: UInt8(MatchMode.fullMatch.rawValue)
        }
    }

    // MARK: Tables

    private mutating func literals(_ values: [Literal], isInsensitive: Bool) -> ProgramRange {
        let compiled = values.map { literal($0, isInsensitive: isInsensitive) }
        // They were appended one after the other.
        return ProgramRange(start: compiled.first ?? 0, count: UInt32(compiled.count))
    }

    /// Literals that are numbers of patterns; nil if one cannot be compiled.
    mutating func patterns(_ sources: [String], flags: RegexFlags) -> ProgramRange? {
        var numbers: [UInt32] = []
        for source in sources {
            let key = CompiledConditions.PatternKey(
                source: Array(source.utf8),
                isInsensitive: flags.contains(.ignoreCase)
            )
            if let known = output.patternNumbers[key] {
                numbers.append(known)
                continue
            }
            guard let pattern = try? Pattern(key.source, flags: flags) else { return nil }
            let number = UInt32(output.patterns.count)
            output.patterns.append(pattern)
            output.patternNumbers[key] = number
            numbers.append(number)
        }
        return literals(numbers.map { .int(Int64($0)) }, isInsensitive: false)
    }

    /// Literals that are numbers of networks; nil if one is none: `ip_network` would raise.
    mutating func networks(_ values: [Literal]) -> ProgramRange? {
        var numbers: [Literal] = []
        for value in values {
            guard case .string(let text) = value, let range = NetworkAddress(text), !range.hasHostBits
            else { return nil }
            numbers.append(.int(Int64(output.networks.count)))
            output.networks.append(range)
        }
        return literals(numbers, isInsensitive: false)
    }

    /// A field and what is done to it.
    mutating func operand(
        _ reference: FieldReference,
        _ transforms: [Transform],
        quantifiers: Int
    ) -> ProgramOperand {
        let number = field(reference, quantifiers: quantifiers)
        let range = ProgramRange(start: UInt32(output.transforms.count), count: UInt32(transforms.count))
        for transform in transforms { output.transforms.append(compile(transform)) }
        return ProgramOperand(field: number, transforms: range)
    }

    private mutating func compile(_ transform: Transform) -> ProgramTransform {
        var compiled = ProgramTransform(
            code: .unknown,
            text: ProgramRange(start: 0, count: 0),
            hasText: false,
            from: 0,
            to: 0,
            hasFrom: false,
            hasTo: false
        )
        func setText(_ text: String?, _ compiled: inout ProgramTransform, _ compiler: inout ConditionCompiler) {
            guard let text else { return }
            compiled.text = compiler.text(text)
            compiled.hasText = true
        }
        switch transform {
        case .lower, .casefold: compiled.code = .lower
        case .upper: compiled.code = .upper
        case .strip(let characters), .stripLeft(let characters), .stripRight(let characters):
            // Bytes are compared, so a character of several bytes cannot be stripped.
            if let characters, !characters.utf8.allSatisfy({ $0 < 0x80 }) { break }
            setText(characters, &compiled, &self)
            compiled.code = .strip
            if case .stripLeft = transform { compiled.code = .stripLeft }
            if case .stripRight = transform { compiled.code = .stripRight }
        case .length: compiled.code = .length
        case .split(let separator, let index):
            // An empty separator raises.
            if let separator, separator.isEmpty { break }
            compiled.code = .split
            setText(separator, &compiled, &self)
            compiled.from = index
        case .after(let separator), .pieces(let separator):
            if separator.isEmpty { break }
            compiled.code = .after
            if case .pieces = transform { compiled.code = .pieces }
            setText(separator, &compiled, &self)
        case .slice(let from, let to):
            compiled.code = .slice
            compiled.hasFrom = from != nil
            compiled.hasTo = to != nil
            compiled.from = from ?? 0
            compiled.to = to ?? 0
        case .string: compiled.code = .string
        case .integer: compiled.code = .integer
        case .json: compiled.code = .json
        case .basename: compiled.code = .basename
        case .timePart(let part):
            compiled.code = .timePart
            compiled.part = part
        case .replace(let old, let new):
            // An empty text is found between all characters.
            if old.isEmpty { break }
            compiled.code = .replace
            setText(old, &compiled, &self)
            compiled.replacement = text(new)
        case .base64: break
        }
        return compiled
    }
}
