import Addresses
import Conditions
import PythonRegex

/// A test of one field, as a rule's condition has it, and the truths that it may have.
///
/// Where the event has nothing in the field's place, or a value that leaves no choice, the evaluator itself has been asked; for
/// texts it is said which of them decide; for the rest all is possible that cannot be ruled out.
struct FieldTest {
    let field: RoutedField
    /// By ``ValueClass``; those of ``ValueClass/text`` and ``ValueClass/wideText`` only where no ``texts`` decide.
    private var truths: [Truths]
    /// How texts decide it; nil where they cannot be told apart by looking them up.
    private(set) var texts: Texts?

    /// Texts that decide a test, or leave it open: what is known where one of them is found, and where none is.
    struct Texts {
        var trigger: RoutingClause.Trigger
        /// The truths where one of them is found.
        var found: Truths
        /// The truths where none is.
        var others: Truths
        /// Whether letters beyond ASCII leave it open.
        var isOpenBeyondASCII: Bool
    }

    init(_ field: RoutedField) {
        self.field = field
        truths = Array(repeating: .any, count: ValueClass.allCases.count)
        // Nothing stands on the way to a member of the event itself.
        if field.steps.count == 1 { truths[Int(ValueClass.obstructed.rawValue)] = [] }
    }

    /// The truths it may have where the event has a value of this class.
    subscript(valueClass: ValueClass) -> Truths {
        get { truths[Int(valueClass.rawValue)] }
        set { truths[Int(valueClass.rawValue)] = newValue }
    }

    /// Forgets all but the field: for a test that no evaluation can decide.
    mutating func forgetTruths() {
        self = FieldTest(field)
    }

    /// The classes of value at which it has this truth and no other, whatever the value.
    func classes(_ truth: Truths) -> ValueClasses {
        ValueClass.allCases.reduce(into: ValueClasses()) { classes, valueClass in
            let isByText = texts != nil && (valueClass == .text || valueClass == .wideText)
            if !isByText, self[valueClass] == truth { classes.insert(valueClass) }
        }
    }

    /// A clause outside which the test has one of the truths of `goal`; nil if it would fire at every event or is too large.
    func clause(_ goal: Truths) -> RoutingClause? {
        var trigger = RoutingClause.Trigger()
        var isUseful = false
        for valueClass in ValueClass.allCases where !self[valueClass].isEmpty {
            if let texts, valueClass == .text || valueClass == .wideText && !texts.isOpenBeyondASCII {
                if !texts.others.isSubset(of: goal) {
                    trigger.classes.insert(valueClass)
                } else {
                    isUseful = true
                    if !texts.found.isSubset(of: goal) { trigger.formUnion(texts.trigger) }
                }
            } else if !self[valueClass].isSubset(of: goal) {
                trigger.classes.insert(valueClass)
            } else {
                isUseful = true
            }
        }
        return isUseful && trigger.textCount <= RoutingClause.valuesMax ? RoutingClause(field, trigger) : nil
    }
}

extension FieldTest {
    /// What can be said of a leaf without asking for any value: by its operator.
    init(_ field: RoutedField, of leaf: Leaf) {
        self.init(field)
        guard leaf.other == nil else { return }
        if leaf.field.style.isPlural {
            describePlural(leaf)
            return
        }
        texts = Self.texts(leaf)
        guard leaf.transforms.isEmpty else { return }
        // A value that stands for one that is missing is another question.
        let isEmptyMissing = leaf.field.missing.reach == .empty
        func truth(_ value: Bool) -> Truths { Truths(Truth(value != leaf.isNegated)) }
        // Lists that a walk comes to are not in the field's place, but may be what it reads.
        let isDirect = leaf.field.style == .direct
        for valueClass in [ValueClass.number, .array, .object, .text, .wideText, .openText] {
            if !isDirect, valueClass == .array { continue }
            let mayBeEmpty = valueClass == .number || valueClass == .array || valueClass == .object
            if isEmptyMissing, mayBeEmpty { continue }
            switch leaf.op {
            case .exists: self[valueClass] = isDirect ? truth(true) : .any
            case .isNull: self[valueClass] = truth(false)
            case .isEmpty: self[valueClass] = mayBeEmpty ? .known : truth(false)
            case .isType(let kinds): self[valueClass] = Self.mayBe(valueClass, kinds, leaf.isNegated)
            case .equals, .isIn, .isInSet:
                // A set refuses lists and objects; letters beyond ASCII are not made small.
                let isRefused =
                    leaf.op == .isInSet && (valueClass == .array || valueClass == .object)
                    || leaf.casing == .insensitive && (valueClass == .wideText || valueClass == .openText)
                self[valueClass] = isRefused || Self.mayEqual(valueClass, leaf.values) ? .any : truth(false)
            default: break
            }
        }
    }

    /// Of fields that may have several values: they have a truth whatever is found.
    private mutating func describePlural(_ leaf: Leaf) {
        for valueClass in ValueClass.allCases { self[valueClass] = .known }
        guard leaf.transforms.isEmpty, leaf.field.style == .each else { return }
        func truth(_ value: Bool) -> Truths { Truths(Truth(value != leaf.isNegated)) }
        switch leaf.op {
        case .exists:
            for valueClass in [ValueClass.number, .array, .object] + Self.textClasses { self[valueClass] = truth(true) }
        case .isNull:
            for valueClass in [ValueClass.number, .object] + Self.textClasses { self[valueClass] = truth(false) }
        case .equals, .isIn, .isInSet, .startsWith, .endsWith:
            self[.object] = truth(false)
            texts = Self.texts(leaf.spelled)
        case .contains: texts = Self.texts(leaf.spelled)
        case .glob, .regex: texts = Self.certainParts(leaf)
        default: break
        }
    }

    /// What patterns cannot do without. Such a test refuses a text without it, so that it costs no steps.
    private static func certainParts(_ leaf: Leaf) -> Texts? {
        var trigger = RoutingClause.Trigger()
        guard let patterns = leaf.certainParts else { return nil }
        for parts in patterns {
            guard let parts else { return nil }
            trigger.parts.formUnion(Self.parts(parts.texts, .anywhere, parts.ignoresCase))
        }
        return Texts(trigger: trigger, found: .any, others: Truths(Truth(leaf.isNegated)), isOpenBeyondASCII: false)
    }

    private static let textClasses: [ValueClass] = [.text, .wideText, .openText, .emptyText]

    private static func mayBe(_ valueClass: ValueClass, _ kinds: Set<ValueKind>, _ isNegated: Bool) -> Truths {
        func truth(_ value: Bool) -> Truths { Truths(Truth(value != isNegated)) }
        return switch valueClass {
        case .number:
            kinds.contains(.integer) == kinds.contains(.double) ? truth(kinds.contains(.integer)) : .known
        case .array: truth(kinds.contains(.array))
        case .object: truth(kinds.contains(.object))
        default: truth(kinds.contains(.string))
        }
    }

    /// Whether a value of this class may equal one of these, or not be comparable with it.
    private static func mayEqual(_ valueClass: ValueClass, _ values: [Literal]) -> Bool {
        values.contains { value in
            switch valueClass {
            case .number: [.boolean, .integer, .double].contains(value.kind)
            case .array: value.kind == .array
            case .object: value.kind == .object
            default: value.kind == .string
            }
        }
    }

    /// The texts that a leaf looks for.
    private static func texts(_ leaf: Leaf) -> Texts? {
        switch leaf.op {
        case .address(.isValid) where leaf.transforms.isEmpty: return addresses
        case .regex(let mode) where leaf.transforms.isEmpty: return beginnings(leaf, mode)
        default: break
        }
        let isLowered = leaf.transforms == [.lower] || leaf.transforms == [.casefold]
        let isRaised = leaf.transforms == [.upper]
        guard leaf.transforms.isEmpty || isLowered || isRaised else { return nil }
        let ignoresCase = leaf.casing == .insensitive || isLowered || isRaised
        let isWhole = [.equals, .isIn, .isInSet].contains(leaf.op)
        let isPlural = leaf.field.style.isPlural
        var strings: [[UInt8]] = []
        // Where only one value counts, a text with letters beyond ASCII is not made small, but left open.
        var isOpenBeyondASCII = ignoresCase && !isPlural
        for value in leaf.values {
            if case .string(let text) = value {
                let bytes = Array(text.utf8)
                if ignoresCase, bytes.contains(where: { $0 >= 0x80 }) {
                    guard isPlural else { return nil }
                    let folded = CaseFolding.folded(text)
                    // A text of ASCII has none of these letters, and others are left open.
                    if folded.contains(where: { $0 >= 0x80 }) {
                        isOpenBeyondASCII = true
                    } else {
                        strings.append(folded)
                    }
                    continue
                }
                let small = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
                // No text in small letters has a capital, and none in capitals a small letter.
                let isNeverEqual =
                    isLowered && small != bytes || isRaised && bytes.contains { (0x61...0x7A).contains($0) }
                if leaf.casing == .sensitive, isNeverEqual { continue }
                strings.append(ignoresCase ? small : bytes)
            } else if !isWhole {
                // Values that are no texts equal no text, but cannot be parts of one.
                return nil
            }
        }
        var trigger = RoutingClause.Trigger()
        // Every text has an empty part.
        if !isWhole, strings.contains([]) { return nil }
        switch leaf.op {
        case .equals, .isIn, .isInSet:
            if ignoresCase { trigger.foldedTexts = Set(strings) } else { trigger.texts = Set(strings) }
        case .startsWith: trigger.parts = parts(strings, .start, ignoresCase)
        case .endsWith: trigger.parts = parts(strings, .end, ignoresCase)
        case .contains: trigger.parts = parts(strings, .anywhere, ignoresCase)
        default: return nil
        }
        let found = Truths(Truth(!leaf.isNegated))
        return Texts(trigger: trigger, found: found, others: found.negated, isOpenBeyondASCII: isOpenBeyondASCII)
    }

    /// Whether a text is an address is known, but for one that may name a scope.
    private static var addresses: Texts {
        var trigger = RoutingClause.Trigger()
        trigger.parts = [TextPart(bytes: [UInt8(ascii: "%")], position: .anywhere, ignoresCase: false)]
        return Texts(trigger: trigger, found: .any, others: .known, isOpenBeyondASCII: false)
    }

    /// What patterns begin with: no text without it is matched, and looking for it costs a search no steps.
    private static func beginnings(_ leaf: Leaf, _ mode: RegexMode) -> Texts? {
        let ignoresCase = leaf.casing == .insensitive
        var beginnings: [[UInt8]] = []
        for value in leaf.values {
            guard case .string(let source) = value, let text = Pattern.beginning(of: source) else { return nil }
            beginnings.append(ignoresCase ? text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } : text)
        }
        guard !beginnings.isEmpty else { return nil }
        var trigger = RoutingClause.Trigger()
        trigger.parts = Set(
            beginnings.map {
                TextPart(bytes: $0, position: mode == .search ? .anywhere : .start, ignoresCase: ignoresCase)
            }
        )
        let others = Truths(Truth(leaf.isNegated))
        return Texts(trigger: trigger, found: .any, others: others, isOpenBeyondASCII: ignoresCase)
    }

    private static func parts(_ strings: [[UInt8]], _ position: TextPart.Position, _ ignoresCase: Bool) -> Set<TextPart>
    {
        Set(strings.map { TextPart(bytes: $0, position: position, ignoresCase: ignoresCase) })
    }
}

extension Leaf {
    /// With texts for numbers and Booleans, as those are compared where several values count.
    fileprivate var spelled: Leaf {
        var leaf = self
        leaf.values = values.map { value in if case .string = value { value } else { .string(value.json) } }
        return leaf
    }
}
