import Addresses
import Events
import PythonRegex

/// Tests of fields that may have several values: ``FieldReference/Style/each`` and ``FieldReference/Style/anywhere``.
extension ConditionEvaluator {
    /// The truth of such a test: whether one of the values passes. Unknown only past a limit, or for a test that cannot be made.
    mutating func pluralTruth(of leaf: UnsafePointer<ProgramLeaf>) -> Truth {
        let code = leaf.pointee.code
        guard code != .unknown else { return .unknown }
        hasPassedOver = false
        let number = leaf.pointee.subject.field
        let field = tables.fields + Int(number)
        var passed = false
        if let known = known(number) {
            if known.state == .found {
                passed = passes(leaf, known.node, isSingle: true)
            } else if known.state == .unknown {
                passed = walk(leaf, field.pointee.steps, 0, from: Tape.root)
            }
        } else {
            passed = find(leaf, number, field)
        }
        guard stepsLeft >= 0 else { return .unknown }
        if code == .isNull { passed.toggle() }
        if !passed, hasPassedOver { return .unknown }
        return Truth(passed != leaf.pointee.isNegated)
    }

    /// Looks for the field the first time in this event. Where no list is on the way, its place is kept.
    private mutating func find(
        _ leaf: UnsafePointer<ProgramLeaf>,
        _ number: UInt32,
        _ field: UnsafePointer<ProgramField>
    ) -> Bool {
        let steps = field.pointee.steps
        var node = Tape.root
        for offset in 0..<Int(steps.count) {
            switch view.kind(of: node) {
            case .object:
                node = exactMember(tables.steps + Int(steps.start) + offset, of: node)
                guard node == Tape.missing else { continue }
                keep(number, node, .absent)
                return false
            case .array:
                keep(number, Tape.missing, .unknown)
                return walk(leaf, steps, 0, from: Tape.root)
            default:
                keep(number, Tape.missing, .absent)
                return false
            }
        }
        if view.kind(of: node) == .array, field.pointee.style == .each {
            keep(number, Tape.missing, .unknown)
            return walk(leaf, steps, 0, from: Tape.root)
        }
        keep(number, node, .found)
        return passes(leaf, node, isSingle: true)
    }

    private func exactMember(_ step: UnsafePointer<ProgramStep>, of object: UInt32) -> UInt32 {
        let key = step.pointee.key
        if key != .unknown { return view.lookup(in: object, key: key) }
        return view.lookup(in: object, keyBytes: tables.text(step.pointee.text))
    }

    /// Whether a value passes that the steps from `offset` on lead to, through all elements of lists. The depth of the tape bounds
    /// the recursion.
    private mutating func walk(
        _ leaf: UnsafePointer<ProgramLeaf>,
        _ steps: ProgramRange,
        _ offset: Int,
        from node: UInt32
    ) -> Bool {
        stepsLeft &-= 1
        guard stepsLeft >= 0 else { return false }
        let isEnd = offset == Int(steps.count)
        if isEnd, leaf.pointee.code == .exists { return true }
        switch view.kind(of: node) {
        case .array:
            if isEnd, tables.fields[Int(leaf.pointee.subject.field)].style == .anywhere {
                return passes(leaf, node, isSingle: false)
            }
            for child in view.children(of: node) where walk(leaf, steps, offset, from: child) { return true }
            return false
        case .object where !isEnd:
            let found = exactMember(tables.steps + Int(steps.start) + offset, of: node)
            return found != Tape.missing && walk(leaf, steps, offset + 1, from: found)
        default: return isEnd && passes(leaf, node, isSingle: false)
        }
    }

    // MARK: Values

    /// Whether the value at the end of a path passes, or for ``FieldReference/Style/anywhere`` one below it. The text of one that is
    /// the only one is folded once for all tests of the field.
    private mutating func passes(_ leaf: UnsafePointer<ProgramLeaf>, _ node: UInt32, isSingle: Bool) -> Bool {
        if leaf.pointee.code == .exists { return true }
        let isAnywhere = tables.fields[Int(leaf.pointee.subject.field)].style == .anywhere
        // An object contains what a value in it contains, however the part that is looked for is written.
        let looksForPart = leaf.pointee.code == .contains || leaf.pointee.code == .wildcard
        let isWhole = looksForPart && view.kind(of: node) == .object
        guard isWhole || isAnywhere else { return test(leaf, FoundValue(node, in: view), isSingle: isSingle) }
        // Every node below stands between it and its end, each before what is in it.
        var index = node
        let end = view.kind(of: node).isContainer ? view.endOfChildren(of: node) : node &+ 1
        while index < end {
            stepsLeft &-= 1
            guard stepsLeft >= 0 else { return false }
            if !view.kind(of: index).isContainer {
                let value = FoundValue(index, in: view)
                if test(leaf, value, isSingle: false, isInObject: !isAnywhere) { return true }
            }
            index &+= 1
        }
        return false
    }

    /// Whether one value passes. Of one within an object only patterns that are open at both ends are asked: see ``passes``.
    private mutating func test(
        _ leaf: UnsafePointer<ProgramLeaf>,
        _ found: FoundValue,
        isSingle: Bool,
        isInObject: Bool = false
    ) -> Bool {
        var value = found
        if leaf.pointee.subject.transforms.count > 0 {
            guard apply(leaf.pointee.subject.transforms, to: &value, isOther: false) else { return false }
        }
        if leaf.pointee.hasOther { return compares(leaf, &value) }
        let literals = tables.literals + Int(leaf.pointee.literals.start)
        let count = Int(leaf.pointee.literals.count)
        switch leaf.pointee.code {
        case .isNull: return value.kind != .null
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            guard number(&value) else { return false }
            return Self.truth(of: ordered(&value, literals), leaf.pointee.code) == .true
        case .isIn where value.isNumber && value.kind.isNumeric:
            for index in 0..<count where equalNumber(&value, literals + index) { return true }
        default: break
        }
        guard let text = text(of: &value, leaf, isSingle: isSingle) else { return false }
        switch leaf.pointee.code {
        case .isIn:
            for index in 0..<count where isEqual(text, tables.text(literals[index].text)) { return true }
        case .contains:
            if leaf.pointee.needles != 0 { return containsNeedle(text, leaf) }
            for index in 0..<count where contains(text, tables.text(literals[index].text)) { return true }
        case .startsWith:
            for index in 0..<count where hasPrefix(text, tables.text(literals[index].text)) { return true }
        case .endsWith:
            for index in 0..<count where hasSuffix(text, tables.text(literals[index].text)) { return true }
        case .hasTerm:
            let part = TermPart.allCases[Int(leaf.pointee.detail) % TermPart.allCases.count]
            for index in 0..<count {
                switch term(text, tables.text(literals[index].text), part) {
                case .true: return true
                case .unknown: hasPassedOver = true
                case .false: break
                }
            }
        case .wildcard:
            for index in 0..<count {
                let pattern = tables.text(literals[index].text)
                if isInObject, !Wildcard.isOpen(pattern) { continue }
                guard mayMatch(text, literals + index) else { continue }
                if isLike(text, pattern) { return true }
            }
        case .regex:
            guard let mode = MatchMode(rawValue: Int(leaf.pointee.detail)) else { return false }
            for index in 0..<count where mayMatch(text, literals + index) {
                switch match(Int(literals[index].integer), mode, text) {
                case .true: return true
                case .unknown: hasPassedOver = true
                case .false: break
                }
            }
        case .cidr:
            guard let address = NetworkAddress(text, allowsNetwork: false) else { return false }
            for index in 0..<count where tables.networks[Int(literals[index].integer)].contains(address) { return true }
        default: return false
        }
        return false
    }

    private mutating func equalNumber(_ value: inout FoundValue, _ literal: UnsafePointer<ProgramLiteral>) -> Bool {
        literal.pointee.kind.isNumeric && equal(&value, literal) == .true
    }

    /// A text against a pattern; the work is charged.
    private mutating func isLike(_ text: UnsafeRawBufferPointer, _ pattern: UnsafeRawBufferPointer) -> Bool {
        let (cost, overflow) = text.count.multipliedReportingOverflow(by: max(pattern.count, 1))
        guard !overflow, cost / 1024 < stepsLeft else {
            hasPassedOver = true
            return false
        }
        stepsLeft &-= cost / 1024
        return Wildcard.matchesBytes(text, pattern)
    }

    /// The text that a value is compared by; nil for null, lists and objects, and for what is too long.
    private mutating func text(
        of value: inout FoundValue,
        _ leaf: UnsafePointer<ProgramLeaf>,
        isSingle: Bool
    ) -> UnsafeRawBufferPointer? {
        guard value.kind == .string else { return spelling(of: value) }
        let isFolded = leaf.pointee.isInsensitive
        let number = Int(leaf.pointee.subject.field)
        let isKept = isFolded && isSingle && leaf.pointee.subject.transforms.count == 0
        if isKept, foldedPlaces[number].event == eventNumber, foldedPlaces[number].node == value.node {
            return foldedTexts.bytes(foldedPlaces[number].start, foldedPlaces[number].count)
        }
        resolveAny(&value, isOther: false)
        guard isFolded else { return value.text }
        if isKept {
            let place = foldedTexts.append(value.text)
            foldedPlaces[number] = FoldedText(
                event: eventNumber,
                node: value.node,
                start: place.start,
                count: place.count
            )
            return foldedTexts.bytes(place.start, place.count)
        }
        return folded(value.text, isOther: true)
    }

    /// Resolves the escapes of a text of any length: the event has a limit of its own.
    private mutating func resolveAny(_ value: inout FoundValue, isOther: Bool) {
        guard value.isEscaped else { return }
        let count = value.text.count
        guard let room = isOther ? otherText.reserve(count, limit: .max) : subjectText.reserve(count, limit: .max)
        else { return }
        let written = value.view.unescape(value.view.text(of: value.node), into: room)
        value.text = UnsafeRawBufferPointer(rebasing: room[..<written])
        value.isEscaped = false
    }

    /// A folded copy, in the memory that `text` is not in.
    private mutating func folded(_ text: UnsafeRawBufferPointer, isOther: Bool) -> UnsafeRawBufferPointer? {
        let needed = CaseFolding.capacity(text.count)
        // No longer than twice the event, which has a limit of its own.
        guard let room = isOther ? otherText.reserve(needed, limit: .max) : subjectText.reserve(needed, limit: .max)
        else {
            return nil
        }
        let count = CaseFolding.fold(text, into: room)
        return UnsafeRawBufferPointer(rebasing: room[..<count])
    }

    private static let `true`: StaticString = "true"
    private static let `false`: StaticString = "false"

    /// What JSON writes for a number or a Boolean.
    private func spelling(of value: FoundValue) -> UnsafeRawBufferPointer? {
        switch value.kind {
        case .true:
            return UnsafeRawBufferPointer(start: Self.true.utf8Start, count: Self.true.utf8CodeUnitCount)
        case .false:
            return UnsafeRawBufferPointer(start: Self.false.utf8Start, count: Self.false.utf8CodeUnitCount)
        case .integer, .double:
            return value.node == Tape.missing ? nil : value.view.bytes(value.view.text(of: value.node))
        case .null, .string, .array, .object: return nil
        }
    }

    /// Makes a number of a text that is one as JSON writes it; false for what is none.
    private mutating func number(_ value: inout FoundValue) -> Bool {
        if value.kind.isNumeric { return true }
        guard value.kind == .string, value.text.count <= Self.numberBytesMax, resolve(&value, isOther: false),
            let first = value.text.first, first == UInt8(ascii: "-") || first &- UInt8(ascii: "0") <= 9
        else { return false }
        let text = String(decoding: value.text, as: UTF8.self)
        let view = value.view
        if let number = Int64(text) {
            value = FoundValue(.integer, in: view)
            value.integer = number
            return true
        }
        guard text.utf8.allSatisfy({ $0 &- 0x30 <= 9 || "+-.eE".utf8.contains($0) }), let number = Double(text) else {
            return false
        }
        value = FoundValue(.double, in: view)
        value.double = number
        return true
    }

    /// Bytes of a text that may be a number.
    private static var numberBytesMax: Int { 64 }

    // MARK: Two fields

    /// Whether the value passes beside one of the other field's.
    private mutating func compares(_ leaf: UnsafePointer<ProgramLeaf>, _ value: inout FoundValue) -> Bool {
        let steps = tables.fields[Int(leaf.pointee.other.field)].steps
        switch leaf.pointee.code {
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            guard number(&value) else { return false }
            return compare(leaf, &value, UnsafeRawBufferPointer(start: nil, count: 0), steps, 0, Tape.root)
        default:
            guard var text = text(of: &value, leaf, isSingle: false) else { return false }
            if leaf.pointee.isInsensitive {
                // The other value is folded where this one is. To fold twice changes nothing.
                let place = foldedTexts.append(text)
                text = foldedTexts.bytes(place.start, place.count)
            }
            return compare(leaf, &value, text, steps, 0, Tape.root)
        }
    }

    private mutating func compare(
        _ leaf: UnsafePointer<ProgramLeaf>,
        _ value: inout FoundValue,
        _ text: UnsafeRawBufferPointer,
        _ steps: ProgramRange,
        _ offset: Int,
        _ node: UInt32
    ) -> Bool {
        stepsLeft &-= 1
        guard stepsLeft >= 0 else { return false }
        let kind = view.kind(of: node)
        if kind == .array {
            for child in view.children(of: node) where compare(leaf, &value, text, steps, offset, child) { return true }
            return false
        }
        if offset < Int(steps.count) {
            guard kind == .object else { return false }
            let found = exactMember(tables.steps + Int(steps.start) + offset, of: node)
            return found != Tape.missing && compare(leaf, &value, text, steps, offset + 1, found)
        }
        var other = FoundValue(node, in: view)
        guard apply(leaf.pointee.other.transforms, to: &other, isOther: true) else { return false }
        switch leaf.pointee.code {
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            guard number(&other) else { return false }
            return Self.truth(of: ordered(&value, &other), leaf.pointee.code) == .true
        default: break
        }
        guard let part = otherSpelling(&other, isFolded: leaf.pointee.isInsensitive) else { return false }
        return switch leaf.pointee.code {
        case .isIn: isEqual(text, part)
        case .contains: contains(text, part)
        case .startsWith: hasPrefix(text, part)
        case .endsWith: hasSuffix(text, part)
        default: false
        }
    }

    private mutating func otherSpelling(_ other: inout FoundValue, isFolded: Bool) -> UnsafeRawBufferPointer? {
        guard other.kind == .string else { return spelling(of: other) }
        resolveAny(&other, isOther: true)
        return isFolded ? folded(other.text, isOther: false) : other.text
    }

    // MARK: Explaining

    /// The values that such a test looked at, for people.
    mutating func foundValues(by leaf: ProgramLeaf) -> String {
        let field = tables.fields[Int(leaf.subject.field)]
        if field.style == .anywhere { return "the event's values" }
        var found: [String] = []
        collect(field.steps, 0, from: Tape.root, &found)
        guard !found.isEmpty else { return "nothing" }
        return found.count == 1 ? found[0] : Self.shortened("one of " + found.joined(separator: ", "))
    }

    private mutating func collect(_ steps: ProgramRange, _ offset: Int, from node: UInt32, _ found: inout [String]) {
        guard found.count < Self.shownMax, node != Tape.missing else { return }
        switch view.kind(of: node) {
        case .array: for child in view.children(of: node) { collect(steps, offset, from: child, &found) }
        case .object where offset < Int(steps.count):
            let next = exactMember(tables.steps + Int(steps.start) + offset, of: node)
            collect(steps, offset + 1, from: next, &found)
        default: if offset == Int(steps.count) { found.append(Self.shown(FoundValue(node, in: view))) }
        }
    }

    /// Values that are shown.
    private static var shownMax: Int { 8 }
}

extension TapeKind {
    /// Whether it is a number, Booleans not among them.
    fileprivate var isNumeric: Bool { self == .integer || self == .double }
}
