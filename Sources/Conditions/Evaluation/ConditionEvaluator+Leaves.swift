import Addresses
import Events
import PythonRegex

extension ConditionEvaluator {
    /// The truth of a leaf.
    mutating func truth(of leaf: UnsafePointer<ProgramLeaf>) -> Truth {
        let code = leaf.pointee.code
        if code == .unknown { return .unknown }
        if leaf.pointee.isOfKey { return keyTruth(of: leaf) }
        if code == .exists { return existence(of: leaf) }
        guard case .value(var value) = read(leaf.pointee.subject.field) else {
            return fails(leaf.pointee.subject.field) ? .false : .unknown
        }
        guard apply(leaf.pointee.subject.transforms, to: &value, isOther: false) else { return .unknown }
        if leaf.pointee.hasOther { return comparison(leaf, &value) }
        let truth = test(leaf, &value)
        return leaf.pointee.isNegated ? truth.negated : truth
    }

    /// The truth of a leaf on a field that is not there.
    mutating func truthOfAbsence(_ leaf: UnsafePointer<ProgramLeaf>) -> Truth {
        if leaf.pointee.code == .exists { return Truth(leaf.pointee.isNegated) }
        switch missing(tables.fields + Int(leaf.pointee.subject.field)) {
        case .unknown: return .unknown
        case .fails: return .false
        case .value(var value):
            let truth = test(leaf, &value)
            return leaf.pointee.isNegated ? truth.negated : truth
        }
    }

    /// Whether a field that was not read as a value makes its leaf false. Looks it up again: rare.
    private mutating func fails(_ field: UInt32) -> Bool {
        if case .fails = read(field) { true } else { false }
    }

    private mutating func existence(of leaf: UnsafePointer<ProgramLeaf>) -> Truth {
        let number = leaf.pointee.subject.field
        guard tables.fields[Int(number)].style == .direct, leaf.pointee.subject.transforms.count == 0 else {
            return .unknown
        }
        var view = self.view
        let state = locate(number, &view).state
        guard state != .unknown else { return .unknown }
        return Truth((state == .found) != leaf.pointee.isNegated)
    }

    // MARK: Values

    /// The truth of a leaf that compares with constants, not yet negated.
    @inline(__always)
    private mutating func test(_ leaf: UnsafePointer<ProgramLeaf>, _ value: inout FoundValue) -> Truth {
        switch leaf.pointee.code {
        case .isNull: return Truth(value.kind == .null)
        case .isEmpty: return Truth(!value.isTruthy)
        case .isType: return Truth(leaf.pointee.detail & (1 << value.kind.rawValue) != 0)
        default: break
        }
        if leaf.pointee.isInsensitive {
            if value.kind == .string {
                guard lower(&value, isOther: false) else { return .unknown }
            } else if value.kind == .array, leaf.pointee.code == .contains {
                // Its elements would have to be made small one by one.
                return insensitiveElement(leaf, value)
            }
        }
        switch leaf.pointee.code {
        case .equals: return equal(&value, tables.literals + Int(leaf.pointee.literals.start))
        case .isIn: return membership(leaf, &value)
        case .isInSet: return value.kind.isContainer ? .unknown : membership(leaf, &value)
        case .isInText:
            guard value.kind == .string, resolve(&value, isOther: false) else { return .unknown }
            return Truth(contains(text(leaf.pointee.literals.start), value.text))
        case .contains: return containment(leaf, &value)
        case .startsWith, .endsWith, .hasTerm, .wildcard, .regex: return textTest(leaf, &value)
        case .cidr, .address: return addressTest(leaf, &value)
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            let ordering = ordered(&value, tables.literals + Int(leaf.pointee.literals.start))
            return Self.truth(of: ordering, leaf.pointee.code)
        case .between:
            let first = tables.literals + Int(leaf.pointee.literals.start)
            let low = Self.truth(of: ordered(&value, first), .greaterOrEqual)
            guard low == .true else { return low }
            return Self.truth(of: ordered(&value, first + 1), .lessOrEqual)
        case .exists, .isNull, .isEmpty, .isType, .unknown: return .unknown
        }
    }

    /// The text of a literal.
    @inline(__always)
    private func text(_ literal: UInt32) -> UnsafeRawBufferPointer { tables.text(tables.literals[Int(literal)].text) }

    /// Whether the value equals one of the literals. An uncertain equality counts only if no certain one is found.
    private mutating func membership(_ leaf: UnsafePointer<ProgramLeaf>, _ value: inout FoundValue) -> Truth {
        var result = Truth.false
        let literals = tables.literals + Int(leaf.pointee.literals.start)
        for index in 0..<Int(leaf.pointee.literals.count) {
            switch equal(&value, literals + index) {
            case .true: return .true
            case .unknown: result = .unknown
            case .false: break
            }
        }
        return result
    }

    /// `literal in value`, for one of the literals.
    private mutating func containment(_ leaf: UnsafePointer<ProgramLeaf>, _ value: inout FoundValue) -> Truth {
        let literals = tables.literals + Int(leaf.pointee.literals.start)
        let count = Int(leaf.pointee.literals.count)
        if value.kind == .string, !resolve(&value, isOther: false) { return .unknown }
        for index in 0..<count {
            let truth: Truth
            switch value.kind {
            case .string:
                guard literals[index].kind == .string else { return .unknown }
                truth = Truth(contains(value.text, tables.text(literals[index].text)))
            case .array: truth = element(equalTo: literals + index, in: value)
            case .object: truth = hasKey(leaf, literals + index, value)
            case .null, .false, .true, .integer, .double: return .unknown
            }
            // A later literal is not asked once this one may have raised.
            if truth != .false { return truth }
        }
        return .false
    }

    /// Whether an element of a list equals a literal.
    private mutating func element(equalTo literal: UnsafePointer<ProgramLiteral>, in list: FoundValue) -> Truth {
        var result = Truth.false
        var elements = ElementIterator(list, walkedCount: walkedCount)
        while let node = elements.next(walked) {
            stepsLeft &-= 1
            guard stepsLeft >= 0 else { return .unknown }
            var element = FoundValue(node, in: list.view)
            switch equal(&element, literal) {
            case .true: return .true
            case .unknown: result = .unknown
            case .false: break
            }
        }
        return result
    }

    /// ``element(equalTo:in:)`` for each literal, letters made small.
    private mutating func insensitiveElement(_ leaf: UnsafePointer<ProgramLeaf>, _ list: FoundValue) -> Truth {
        var result = Truth.false
        var elements = ElementIterator(list, walkedCount: walkedCount)
        while let node = elements.next(walked) {
            stepsLeft &-= 1
            guard stepsLeft >= 0 else { return .unknown }
            var element = FoundValue(node, in: list.view)
            if element.kind == .string, !lower(&element, isOther: false) {
                result = .unknown
                continue
            }
            switch membership(leaf, &element) {
            case .true: return .true
            case .unknown: result = .unknown
            case .false: break
            }
        }
        return result
    }

    /// `literal in object`: keys as the last step of the path finds them.
    private func hasKey(
        _ leaf: UnsafePointer<ProgramLeaf>,
        _ literal: UnsafePointer<ProgramLiteral>,
        _ object: FoundValue
    ) -> Truth {
        guard literal.pointee.kind == .string else { return .unknown }
        guard object.node != Tape.missing else { return .false }
        let steps = tables.fields[Int(leaf.pointee.subject.field)].steps
        // Values on the tape of parsed JSON are dicts; the event and what a step of Panther's finds are not.
        var isExact = leaf.pointee.subject.transforms.count > 0
        if steps.count > 0, tables.steps[Int(steps.start + steps.count - 1)].code != .keyIgnoringCase { isExact = true }
        guard let found = member(tables.text(literal.pointee.text), isExact: isExact, of: object.node, object.view)
        else { return .unknown }
        return Truth(found != Tape.missing)
    }

    private mutating func textTest(_ leaf: UnsafePointer<ProgramLeaf>, _ value: inout FoundValue) -> Truth {
        guard value.kind == .string, resolve(&value, isOther: false) else { return .unknown }
        let literals = tables.literals + Int(leaf.pointee.literals.start)
        for index in 0..<Int(leaf.pointee.literals.count) {
            let literal = tables.text(literals[index].text)
            let truth: Truth
            switch leaf.pointee.code {
            case .startsWith: truth = Truth(hasPrefix(value.text, literal))
            case .endsWith: truth = Truth(hasSuffix(value.text, literal))
            case .hasTerm:
                let parts = TermPart.allCases
                truth = term(value.text, literal, parts[Int(leaf.pointee.detail) % parts.count])
            case .wildcard: truth = wildcard(value.text, literal)
            default:
                // Modes are numbered by PythonRegex.
                guard let mode = MatchMode(rawValue: Int(leaf.pointee.detail)) else { return .unknown }
                truth = match(Int(literals[index].integer), mode, value.text)
            }
            if truth != .false { return truth }
        }
        return .false
    }

    /// A text against a pattern of `*` and `?`; the work is charged.
    private mutating func wildcard(_ text: UnsafeRawBufferPointer, _ pattern: UnsafeRawBufferPointer) -> Truth {
        let (cost, overflow) = text.count.multipliedReportingOverflow(by: max(pattern.count, 1))
        guard !overflow, cost / 1024 < stepsLeft else { return .unknown }
        stepsLeft &-= cost / 1024
        return Truth(Wildcard.matches(text, pattern))
    }

    /// Whether a text has a term; the work is charged.
    mutating func term(
        _ text: UnsafeRawBufferPointer,
        _ term: UnsafeRawBufferPointer,
        _ part: TermPart
    ) -> Truth {
        let (cost, overflow) = text.count.multipliedReportingOverflow(by: max(term.count, 1))
        guard !overflow, cost / 1024 < stepsLeft else { return .unknown }
        stepsLeft &-= cost / 1024
        return Truth(Term.isIn(text, term, part))
    }

    private mutating func addressTest(_ leaf: UnsafePointer<ProgramLeaf>, _ value: inout FoundValue) -> Truth {
        guard value.kind == .string, resolve(&value, isOther: false) else { return .unknown }
        let property = AddressProperty.allCases[Int(leaf.pointee.detail) % AddressProperty.allCases.count]
        guard let address = NetworkAddress(value.text, allowsNetwork: false) else {
            // A scope is fine for Python.
            let mayBeScoped = value.text.contains(UInt8(ascii: "%"))
            return leaf.pointee.code == .address && property == .isValid && !mayBeScoped ? .false : .unknown
        }
        guard leaf.pointee.code == .cidr else { return Truth(address.has(property)) }
        let literals = tables.literals + Int(leaf.pointee.literals.start)
        for index in 0..<Int(leaf.pointee.literals.count)
        where tables.networks[Int(literals[index].integer)].contains(address) {
            return .true
        }
        return .false
    }

    // MARK: Two fields

    /// The truth of a leaf that compares two fields.
    private mutating func comparison(_ leaf: UnsafePointer<ProgramLeaf>, _ value: inout FoundValue) -> Truth {
        // What the subject may stand on must stay as it is while the other field is read.
        let taken = (isWalkTaken, isJSONTaken)
        (isWalkTaken, isJSONTaken) = (true, true)
        defer { (isWalkTaken, isJSONTaken) = taken }
        guard case .value(var other) = read(leaf.pointee.other.field) else {
            return fails(leaf.pointee.other.field) ? .false : .unknown
        }
        guard apply(leaf.pointee.other.transforms, to: &other, isOther: true) else { return .unknown }
        if leaf.pointee.isInsensitive {
            if value.kind == .string, !lower(&value, isOther: false) { return .unknown }
            if other.kind == .string, !lower(&other, isOther: true) { return .unknown }
        }
        let truth: Truth
        switch leaf.pointee.code {
        case .equals: truth = equal(&value, &other)
        case .isIn: truth = inclusion(of: &value, isOther: false, in: &other)
        case .contains: truth = inclusion(of: &other, isOther: true, in: &value)
        case .startsWith, .endsWith:
            guard value.kind == .string, other.kind == .string, resolve(&value, isOther: false),
                resolve(&other, isOther: true)
            else { return .unknown }
            truth = Truth(
                leaf.pointee.code == .startsWith
                    ? hasPrefix(value.text, other.text) : hasSuffix(value.text, other.text)
            )
        default: truth = Self.truth(of: ordered(&value, &other), leaf.pointee.code)
        }
        return leaf.pointee.isNegated ? truth.negated : truth
    }

    /// `part in whole`, of two values of the event.
    private mutating func inclusion(
        of part: inout FoundValue,
        isOther: Bool,
        in whole: inout FoundValue
    ) -> Truth {
        switch whole.kind {
        case .string:
            guard part.kind == .string, resolve(&part, isOther: isOther), resolve(&whole, isOther: !isOther) else {
                return .unknown
            }
            return Truth(contains(whole.text, part.text))
        case .array:
            // Elements with escapes would be resolved where the part may be.
            guard resolve(&part, isOther: false), !subjectText.holds(part.text), !otherText.holds(part.text) else {
                return .unknown
            }
            var result = Truth.false
            var elements = ElementIterator(whole, walkedCount: walkedCount)
            while let node = elements.next(walked) {
                stepsLeft &-= 1
                guard stepsLeft >= 0 else { return .unknown }
                var element = FoundValue(node, in: whole.view)
                switch equal(&part, &element) {
                case .true: return .true
                case .unknown: result = .unknown
                case .false: break
                }
            }
            return result
        case .null, .false, .true, .integer, .double, .object: return .unknown
        }
    }
}

/// The elements of a list: of the tape, or the results of a walk.
struct ElementIterator {
    private let view: TapeView
    private let isWalked: Bool
    private var position: UInt32
    private let end: UInt32

    init(_ list: FoundValue, walkedCount: Int) {
        view = list.view
        isWalked = list.isWalked
        position = list.isWalked ? 0 : view.firstChild(of: list.node)
        end = list.isWalked ? UInt32(walkedCount) : view.endOfChildren(of: list.node)
    }

    /// The next element's node; `walked` is the memory of the walk's results.
    mutating func next(_ walked: UnsafeMutablePointer<UInt32>) -> UInt32? {
        guard position < end else { return nil }
        if isWalked {
            defer { position += 1 }
            return walked[Int(position)]
        }
        defer { position = view.next(after: position) }
        return position
    }
}
