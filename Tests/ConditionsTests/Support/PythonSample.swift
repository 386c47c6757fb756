import Conditions
import TestSupport

/// A condition and the Python expression that it stands for.
struct PythonSample {
    var condition: Condition
    var python: String
}

/// A reading and its Python.
struct PythonReading {
    var field: FieldReference
    var transforms: [Transform] = []
    var python: String
}

/// Makes random conditions together with the expressions that they were extracted from, so to speak.
struct SampleGenerator {
    var random: Seeded

    static let keys = ["a", "b", "A", "list", "o", "name"]
    static let texts = ["", "a", "ab", "AB", "x/y", "b a", "10.1.2.3", "é", "\n", "1"]

    /// A constant and its Python.
    mutating func literal() -> (Literal, String) {
        switch random.below(9) {
        case 0: return (.null, "None")
        case 1: return (.bool(true), "True")
        case 2: return (.bool(false), "False")
        case 3: return (.int(1), "1")
        case 4: return (.int(0), "0")
        case 5: return (.double(1), "1.0")
        case 6: return (.double(2.5), "2.5")
        default:
            let text = random.pick(Self.texts)
            return (.string(text), Self.quoted(text))
        }
    }

    static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
    }

    mutating func text() -> (Literal, String) {
        let text = random.pick(Self.texts)
        return (.string(text), Self.quoted(text))
    }

    // MARK: Readings

    /// A reading of the event, or of the element of a quantifier around.
    mutating func reading(_ depth: Int) -> PythonReading {
        if depth > 0, random.below(3) > 0 {
            let level = random.below(depth)
            let variable = "x\(depth - 1 - level)"
            if random.once(in: 2) { return PythonReading(field: FieldReference(.element(level)), python: variable) }
            let key = random.pick(Self.keys)
            let step = FieldStep(.key(key, .panther), forgives: .nothing)
            let field = FieldReference(.element(level), [step])
            return PythonReading(field: field, python: "\(variable).get(\"\(key)\")")
        }
        let key = random.pick(Self.keys)
        let second = random.pick(Self.keys)
        let value = literal()
        switch random.below(11) {
        case 0: return PythonReading(field: .get(key), python: "event.get(\"\(key)\")")
        case 1: return PythonReading(field: .get(key, default: value.0), python: "event.get(\"\(key)\", \(value.1))")
        case 2: return PythonReading(field: .required(key), python: "event[\"\(key)\"]")
        case 3:
            return PythonReading(
                field: .deepGet([key, second], default: value.0),
                python: "event.deep_get(\"\(key)\", \"\(second)\", default=\(value.1))"
            )
        case 4:
            let value = random.once(in: 2) ? (Literal.list([]), "[]") : value
            return PythonReading(
                field: .deepWalk([key, second], default: value.0),
                python: "event.deep_walk(\"\(key)\", \"\(second)\", default=\(value.1))"
            )
        case 5:
            let result = random.pick([FieldReference.WalkResult.first, .last, .all])
            return PythonReading(
                field: .deepWalk([key], result),
                python: "event.deep_walk(\"\(key)\", return_val=\"\(result.rawValue)\")"
            )
        case 6:
            return chained(.get(key, default: .object([])), "event.get(\"\(key)\", {})", second)
        case 7:
            var field = FieldReference.get(key)
            field.missing = MissingPolicy(.value(.object([])), when: .empty)
            return chained(field, "(event.get(\"\(key)\") or {})", second)
        case 8: return chained(.required(key), "event[\"\(key)\"]", second)
        case 9:
            let index = random.pick([0, 1, -1, 5])
            let field = FieldReference.get(key).then(.index(index), missing: .raises)
            return PythonReading(field: field ?? .get(key), python: "event.get(\"\(key)\")[\(index)]")
        default:
            var field = FieldReference.get(key)
            field.missing = MissingPolicy(.value(value.0), when: .empty)
            return PythonReading(field: field, python: "(event.get(\"\(key)\") or \(value.1))")
        }
    }

    private mutating func chained(_ field: FieldReference, _ python: String, _ key: String) -> PythonReading {
        if random.once(in: 2), let next = field.then(.key(key, .panther), missing: .raises) {
            return PythonReading(field: next, python: "\(python)[\"\(key)\"]")
        }
        return PythonReading(field: field.then(.key(key, .panther)) ?? field, python: "\(python).get(\"\(key)\")")
    }

    /// A reading, perhaps transformed.
    mutating func operand(_ depth: Int) -> PythonReading {
        var reading = reading(depth)
        guard random.once(in: 3) else { return reading }
        let (transform, suffix): (Transform, (String) -> String) =
            switch random.below(14) {
            case 0: (.lower, { "\($0).lower()" })
            case 1: (.upper, { "\($0).upper()" })
            case 2: (.strip(nil), { "\($0).strip()" })
            case 3: (.stripLeft("ab"), { "\($0).lstrip(\"ab\")" })
            case 4: (.length, { "len(\($0))" })
            case 5: (.split(separator: "/", index: -1), { "\($0).split(\"/\")[-1]" })
            case 6: (.split(separator: nil, index: 1), { "\($0).split()[1]" })
            case 7: (.slice(from: -2, to: nil), { "\($0)[-2:]" })
            case 8: (.string, { "str(\($0))" })
            case 9: (.replace(old: "a", new: ""), { "\($0).replace(\"a\", \"\")" })
            case 10: (.replace(old: "ab", new: "aab"), { "\($0).replace(\"ab\", \"aab\")" })
            case 11: (.after("/"), { "\($0).split(\"/\", 1)[1]" })
            case 12: (.pieces("/"), { "len(\($0).split(\"/\"))" })
            default: (.integer, { "int(\($0))" })
            }
        reading.transforms = [transform]
        reading.python = suffix(reading.python)
        return reading
    }

    // MARK: Conditions

    /// A leaf.
    mutating func leaf(_ depth: Int) -> PythonSample {
        let subject = operand(depth)
        let value = subject.python
        var leaf = Leaf(subject.field, .isNull, transforms: subject.transforms)
        var python = "\(value) is None"
        let first = literal()
        let second = literal()
        let text = text()
        switch random.below(19) {
        case 0, 1, 2: (leaf.op, leaf.values, python) = (.equals, [first.0], "\(value) == \(first.1)")
        case 3:
            (leaf.op, leaf.values, python) = (.isIn, [first.0, second.0], "\(value) in [\(first.1), \(second.1)]")
        case 4:
            (leaf.op, leaf.values, python) = (.isInSet, [first.0, text.0], "\(value) in {\(first.1), \(text.1)}")
        case 5: (leaf.op, leaf.values, python) = (.isInText, [text.0], "\(value) in \(text.1)")
        case 6:
            leaf.op = .contains
            leaf.values = [first.0, text.0]
            python = "(\(first.1) in \(value) or \(text.1) in \(value))"
        case 7: (leaf.op, leaf.values, python) = (.startsWith, [text.0], "\(value).startswith(\(text.1))")
        case 8: (leaf.op, leaf.values, python) = (.endsWith, [text.0], "\(value).endswith((\(text.1),))")
        case 9:
            let pattern = random.pick(["*", "a*", "?", "*b*", "[a-b]*", "[!a]", "x?y", "", "*/*"])
            (leaf.op, leaf.values) = (.glob, [.string(pattern)])
            python = "fnmatch.fnmatch(\(value), \(Self.quoted(pattern)))"
        case 10:
            let pattern = random.pick(["a", "^b", "(?i)ab$", #"\\d+"#, "é", "."])
            let mode = random.pick(RegexMode.allCases)
            (leaf.op, leaf.values) = (.regex(mode), [.string(pattern.replacing(#"\\"#, with: #"\"#))])
            python = "re.\(mode.rawValue)(\"\(pattern)\", \(value)) is not None"
        case 11:
            let network = random.pick(["10.0.0.0/8", "2001:db8::/32", "10.1.2.3"])
            (leaf.op, leaf.values) = (.cidr, [.string(network)])
            python = "ip_address(\(value)) in ip_network(\"\(network)\")"
        case 12:
            let (op, sign): (Operator, String) = random.pick([
                (.less, "<"), (.lessOrEqual, "<="), (.greater, ">"), (.greaterOrEqual, ">="),
            ])
            (leaf.op, leaf.values, python) = (op, [first.0], "\(value) \(sign) \(first.1)")
        case 13:
            (leaf.op, leaf.values, python) = (.between, [first.0, second.0], "\(first.1) <= \(value) <= \(second.1)")
        case 14:
            let key = random.pick(Self.keys)
            (leaf.field, leaf.transforms, leaf.op, python) = (.get(key), [], .exists, "\"\(key)\" in event")
        case 15: (leaf.op, python) = (.isEmpty, "not \(value)")
        case 16:
            let other = operand(depth)
            leaf.other = Operand(other.field, transforms: other.transforms)
            let choices: [(Operator, String)] = [
                (.equals, "\(value) == \(other.python)"), (.isIn, "\(value) in \(other.python)"),
                (.contains, "\(other.python) in \(value)"), (.startsWith, "\(value).startswith(\(other.python))"),
                (.less, "\(value) < \(other.python)"),
            ]
            (leaf.op, python) = random.pick(choices)
        case 17: (leaf.op, python) = (.isType([.string]), "isinstance(\(value), str)")
        default: break
        }
        if random.once(in: 3) {
            leaf.isNegated = true
            python = "not (\(python))"
        }
        return PythonSample(condition: .leaf(leaf), python: "(\(python))")
    }

    /// A condition of at most this size, within so many quantifiers.
    mutating func condition(_ size: Int, depth: Int = 0) -> PythonSample {
        guard size > 1 else { return leaf(depth) }
        switch random.below(6) {
        case 0, 1:
            let parts = (0..<random.below(3) + 1).map { _ in condition(size / 2, depth: depth) }
            return PythonSample(
                condition: .all(parts.map(\.condition)),
                python: "(" + parts.map(\.python).joined(separator: " and ") + ")"
            )
        case 2, 3:
            let parts = (0..<random.below(3) + 1).map { _ in condition(size / 2, depth: depth) }
            return PythonSample(
                condition: .any(parts.map(\.condition)),
                python: "(" + parts.map(\.python).joined(separator: " or ") + ")"
            )
        case 4:
            let part = condition(size - 1, depth: depth)
            return PythonSample(condition: .not(part.condition), python: "(not \(part.python))")
        default: return depth < 2 ? quantifier(size, depth) : leaf(depth)
        }
    }

    private mutating func quantifier(_ size: Int, _ depth: Int) -> PythonSample {
        var list = reading(depth)
        if depth == 0, random.once(in: 2) {
            list = PythonReading(
                field: .deepGet(["list"], default: .list([])),
                python: "event.deep_get(\"list\", default=[])"
            )
        }
        let part = condition(size / 2, depth: depth + 1)
        let variable = "x\(depth)"
        let kinds: [(Quantifier.Kind, String)] = [
            (.some, "any(\(part.python) for \(variable) in \(list.python))"),
            (.every, "all(\(part.python) for \(variable) in \(list.python))"),
            (.none, "(not any(\(part.python) for \(variable) in \(list.python)))"),
            (.count(.greater, 1), "(sum(1 for \(variable) in \(list.python) if \(part.python)) > 1)"),
            (.count(.equal, 1), "(sum(1 for \(variable) in \(list.python) if \(part.python)) == 1)"),
        ]
        let kind = random.pick(kinds)
        return PythonSample(
            condition: .quantifier(Quantifier(kind.0, of: list.field, .elements, part.condition)),
            python: kind.1
        )
    }

    // MARK: Events

    /// A value as JSON.
    mutating func value(_ depth: Int) -> String {
        switch random.below(depth > 0 ? 16 : 12) {
        case 0: return "null"
        case 1: return "true"
        case 2: return "false"
        case 3: return random.pick(["0", "1", "-0", "2", "9223372036854775808"])
        case 4: return random.pick(["1.0", "2.5", "0.0", "1e3"])
        case 5: return #""\#(random.pick(["\\u0061b", "x\\/y", "\\u00e9", "a\\nb", "\\ud800"]))""#
        case 6...11:
            return SampleGenerator.jsonText(random.pick(Self.texts))
        case 12, 13: return "[" + (0..<random.below(4)).map { _ in value(depth - 1) }.joined(separator: ",") + "]"
        default: return object(depth - 1)
        }
    }

    static func jsonText(_ text: String) -> String { "\"" + text.replacing("\n", with: "\\n") + "\"" }

    /// An object as JSON; keys may differ in case only.
    mutating func object(_ depth: Int) -> String {
        // Beside keys of other letters, one that is not found exactly is not looked for natively.
        let names = Self.keys + ["B", "List"] + (random.once(in: 60) ? ["é"] : [])
        let members = (0..<random.below(6)).map { _ in "\"\(random.pick(names))\":\(value(depth))" }
        return "{" + members.joined(separator: ",") + "}"
    }

    mutating func event() -> String { object(4) }
}
