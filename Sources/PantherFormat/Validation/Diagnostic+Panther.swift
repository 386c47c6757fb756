import Detections
package import Diagnostics
import Documents

/// Rows of the reference page, 0301 to 0339.
extension Diagnostic.Code {
    static let unknownType = Self(
        "MG0303",
        "unknown kind of item",
        "`AnalysisType` names no kind of item. The names are written exactly so, in lower case."
    )
    static let unknownKey = Self(
        "MG0304",
        "unknown key",
        "Keys that are not known are refused, so that a misspelt option cannot go unnoticed."
    )
    static let missingKey = Self("MG0305", "missing key", "Every item of this kind needs the key.")
    static let exclusiveKeys = Self(
        "MG0306",
        "keys that exclude each other",
        "Of these keys exactly one may be written."
    )
    static let wrongType = Self(
        "MG0307",
        "value of the wrong type",
        "The key holds another type. Quoted numbers and booleans are strings."
    )
    static let badChoice = Self(
        "MG0308",
        "value that is not allowed",
        "The key holds one of a few values, written exactly so."
    )
    static let badIdentifier = Self(
        "MG0309",
        "name that is not allowed",
        "Names of items are used in files and links and may not hold some characters."
    )
    static let conflictingIdentifier = Self(
        "MG0310",
        "identifier used twice",
        "All items share one set of identifiers, whatever their kind."
    )
    static let repeatedValue = Self(
        "MG0311",
        "value given twice",
        "Panther keeps the list as a set. Tags are compared without regard to case."
    )
    static let deduplicationPeriod = Self(
        "MG0312",
        "deduplication period too short",
        "A period of 0 is ignored; one of less than 5 minutes is taken as 5."
    )
    static let badExpression = Self(
        "MG0313",
        "not a valid expression",
        "The value has none of the forms that are known for it."
    )
    static let badSchedule = Self(
        "MG0314",
        "schedule that cannot be kept",
        "A schedule runs at most every two minutes and must end before it starts again."
    )
    static let unknownMember = Self(
        "MG0315",
        "pack member that does not exist",
        "A pack lists identifiers of items; all must be among those loaded."
    )
    static let unreadableFile = Self(
        "MG0316",
        "file that cannot be read",
        "The file is named by an item or found in a folder, but its content cannot be had."
    )
    static let undecodableFile = Self("MG0317", "file that is not UTF-8", "Python files are read as UTF-8.")
    /// A derived rule whose base is not there.
    package static let unknownBase = Self(
        "MG0318",
        "base that does not exist",
        "The rule takes its body from another rule, which is not among those loaded. It does not run."
    )
    static let unusableBase = Self(
        "MG0319",
        "base without a body of its own",
        "A base must be a rule with a body; derived rules cannot be bases."
    )
    /// A log type that another enabled model serves already.
    package static let conflictingModel = Self(
        "MG0320",
        "second data model for a log",
        "Only one enabled data model may serve a kind of log."
    )
    static let tableName = Self(
        "MG0321",
        "table that is not Panther's",
        "Scheduled queries name tables by database, schema and table, the schema being `public`."
    )
    /// A data model that raised when it was made.
    package static let unusableModel = Self(
        "MG0323",
        "data model that cannot be made",
        "The model's Python file raises, lacks a method that a mapping names, or a path in it cannot be read. Its logs have no "
            + "model: `event.udm()` gives what it gives without one."
    )
    static let tooMuch = Self("MG0322", "too many files or folders", "The walk through the folders stopped at a limit.")
    static let refused = Self(
        "MG0339",
        "refused",
        "Panther's tool refuses the item, for a reason that has no code of its own."
    )
}

extension Diagnostic {
    /// All codes of this target.
    package static let pantherCodes: [Code] = [
        .unknownType, .unknownKey, .missingKey, .exclusiveKeys, .wrongType, .badChoice,
        .badIdentifier, .conflictingIdentifier, .repeatedValue, .deduplicationPeriod, .badExpression, .badSchedule,
        .unknownMember, .unreadableFile, .undecodableFile, .unknownBase, .unusableBase, .conflictingModel, .tableName,
        .unusableModel, .tooMuch, .refused, .unknownCondition, .badOperand, .badKey, .tooManyExpressions, .badStatement,
        .unknownStep, .badCorrelation, .secondCorrelation, .unreadableRows, .emptyDetection,
    ]

    static func unknownKey(_ key: DataNode, of path: String, known: [String], _ source: Source) -> Diagnostic {
        let name = key.string ?? PythonText.representation(key)
        let place = path.isEmpty ? "" : " in `\(path)`"
        let same = known.first { $0.lowercased() == name.lowercased() }
        return Diagnostic(
            .unknownKey,
            "unknown key `\(name)`\(place)",
            source: source,
            span: key.span,
            hint: (same ?? known.closest(to: name)).map { "did you mean `\($0)`?" },
            fix: same.flatMap { source.fix(name, at: key.span, with: $0) }
        )
    }

    static func missingKey(_ names: [String], in node: DataNode, of path: String, _ source: Source) -> Diagnostic {
        let list = names.map { "`\($0)`" }.joined(separator: " or ")
        // The first key of the map is a short place that people recognise; the whole map would be many lines.
        let span = node.map?.entries.first?.key.span ?? node.span
        let place = path.isEmpty ? "" : " in `\(path)`"
        return Diagnostic(.missingKey, "missing key \(list)\(place)", source: source, span: span)
    }

    static func exclusiveKeys(_ keys: [DataNode], _ source: Source) -> Diagnostic {
        let names = keys.compactMap(\.string).map { "`\($0)`" }
        return Diagnostic(
            .exclusiveKeys,
            "\(names.joined(separator: " and ")) exclude each other",
            source: source,
            span: keys.last?.span,
            notes: keys.dropLast().map { Note("the other key is here", span: $0.span) },
            hint: "keep one of them"
        )
    }

    static func wrongType(_ path: String, expected: String, found: DataNode, in source: Source) -> Diagnostic {
        let subject = path.isEmpty ? "the document" : "`\(path)`"
        var hint: String?
        var fix: Fix?
        if let text = found.string {
            if expected == "an integer", Int64(text) != nil {
                hint = "write it without quotes"
                fix = Fix(replacing: found.span, with: text)
            }
            if expected.hasPrefix("`true`"), ["true", "false", "yes", "no", "on", "off"].contains(text.lowercased()) {
                hint = "write `true` or `false`, without quotes"
            }
        }
        if expected == "a list", found.string != nil {
            hint = "write `[\(found.string.map { String($0.prefix(40)) } ?? "")]`"
        }
        return Diagnostic(
            .wrongType,
            "\(subject) must be \(expected), not \(found.value.noun)",
            source: source,
            span: found.span,
            hint: hint,
            fix: fix
        )
    }

    static func badChoice(_ path: String, _ node: DataNode, allowed: [String], _ source: Source) -> Diagnostic {
        let found = node.string.map { "`\($0.prefix(80))`" } ?? node.value.noun
        var hint = node.string.flatMap { allowed.closest(to: $0) }.map { "did you mean `\($0)`?" }
        var fix: Fix?
        if let text = node.string, let same = allowed.first(where: { $0.lowercased() == text.lowercased() }) {
            hint = "did you mean `\(same)`?"
            fix = source.fix(text, at: node.span, with: same)
        }
        if hint == nil, allowed.count <= 12 { hint = "write " + allowed.map { "`\($0)`" }.joined(separator: ", ") }
        return Diagnostic(
            .badChoice,
            "`\(path)` cannot be \(found)",
            source: source,
            span: node.span,
            hint: hint,
            fix: fix
        )
    }

    static func badIdentifier(_ path: String, _ node: DataNode, rule: String, _ source: Source) -> Diagnostic {
        Diagnostic(
            .badIdentifier,
            "`\(path)` cannot be `\((node.string ?? "").prefix(80))`",
            source: source,
            span: node.span,
            hint: "a name \(rule)"
        )
    }

    static func badSchedule(_ message: String, _ node: DataNode, _ source: Source) -> Diagnostic {
        Diagnostic(.badSchedule, message, source: source, span: node.span)
    }

    static func unknownType(_ node: DataNode?, _ root: DataNode, _ source: Source) -> Diagnostic {
        let names = ItemType.allCases.map(\.rawValue)
        return Diagnostic(
            .unknownType,
            root.map == nil
                ? "the document must be a map, not \(root.value.noun)"
                : "`AnalysisType` cannot be "
                    + (node?.string.map { "`\($0.prefix(80))`" } ?? node?.value.noun ?? "missing"),
            source: source,
            span: node?.span ?? root.span,
            hint: node?.string.flatMap { names.closest(to: $0) }.map { "did you mean `\($0)`?" }
                ?? "write one of \(names.map { "`\($0)`" }.joined(separator: ", "))"
        )
    }
}

extension Source {
    /// The fix that writes `replacement` for `text`, if it stands at `span` as it is, without escapes or line breaks.
    fileprivate func fix(_ text: String, at span: Span, with replacement: String) -> Fix? {
        let written = self.text(of: span)
        for quote in ["", "'", "\""] where written == quote + text + quote {
            return Fix(replacing: span, with: quote + replacement + quote)
        }
        return nil
    }
}

extension DataValue {
    /// The kind as people say it.
    var noun: String {
        switch self {
        case .null: "empty"
        case .bool(let flag): "`\(flag)`"
        case .int, .bigInt: "an integer"
        case .double: "a number"
        case .string: "a string"
        case .bytes: "bytes"
        case .list: "a list"
        case .map: "a map"
        }
    }
}
