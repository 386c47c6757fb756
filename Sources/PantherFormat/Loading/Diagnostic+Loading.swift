package import Detections
package import Diagnostics
import Documents

/// The wording of what concerns files and several items.
extension Diagnostic {
    static func unreadable(_ path: String, _ fault: FileFault) -> Diagnostic {
        Diagnostic(.unreadableFile, "cannot read `\(path)`: \(fault.reason)", path: path)
    }

    static func unreadableModule(_ path: String, _ fault: FileFault, named node: DataNode, _ item: LoadedItem)
        -> Diagnostic
    {
        Diagnostic(
            .unreadableFile,
            "cannot read `\(path)`: \(fault.reason)",
            source: item.source,
            span: node.span,
            hint: fault == .notFound ? "paths are relative to the folder of this file" : nil
        )
    }

    static func undecodable(_ path: String, named node: DataNode, _ item: LoadedItem) -> Diagnostic {
        Diagnostic(.undecodableFile, "`\(path)` is not UTF-8", source: item.source, span: node.span)
    }

    static func tooDeep(_ folder: String, depthMax: Int) -> Diagnostic {
        Diagnostic(.tooMuch, "folders below `\(folder)` are not read: more than \(depthMax) levels", path: folder)
    }

    static func tooManyFiles(_ path: String, filesMax: Int) -> Diagnostic {
        Diagnostic(.tooMuch, "files from `\(path)` on are not read: more than \(filesMax)", path: path)
    }

    static func conflictingIdentifier(_ item: LoadedItem, first: LoadedItem) -> Diagnostic {
        let place = first.source.location(at: first.idSpan.start)
        return Diagnostic(
            .conflictingIdentifier,
            "identifier `\(item.id)` is used already",
            source: item.source,
            span: item.idSpan,
            notes: [Note("first used at \(first.path):\(place.line):\(place.column)")]
        )
    }

    static func repeatedValues(_ item: LoadedItem, _ fields: [String]) -> [Diagnostic] {
        fields.compactMap { field in
            let ignoresCase = field == "LowerTags"
            let key = ignoresCase ? "Tags" : field
            var seen: [String: Span] = [:]
            for node in item.item[key]?.list ?? [] {
                guard let text = node.string else { continue }
                let folded = ignoresCase ? text.lowercased() : text
                if let first = seen[folded] {
                    return Diagnostic(
                        .repeatedValue,
                        "`\(key)` names `\(text)` twice" + (ignoresCase ? ", case aside" : ""),
                        source: item.source,
                        span: node.span,
                        notes: [Note("first named here", span: first)]
                    )
                }
                seen[folded] = node.span
            }
            return Diagnostic(
                .repeatedValue,
                "`\(key)` names a value twice",
                source: item.source,
                span: item.item[key]?.span
            )
        }
    }

    static func shortPeriod(_ item: LoadedItem, _ minutes: Int64) -> Diagnostic {
        Diagnostic(
            .deduplicationPeriod,
            minutes == 0
                ? "a deduplication period of 0 is ignored"
                : "a deduplication period of \(minutes) minutes is taken as 5",
            severity: .warning,
            source: item.source,
            span: item.item["DedupPeriodMinutes"]?.span,
            hint: minutes == 0 ? "to get an alert for each match, let `dedup` return the event's `p_row_id`" : nil
        )
    }

    static func badExpression(_ breach: ShapeRule.Breach, _ item: LoadedItem) -> Diagnostic {
        let path = String(breach.jsonPath.dropFirst(breach.jsonPath.hasPrefix("$.") ? 2 : 1))
        let isCorrelation = item.type == .correlationRule
        if !isCorrelation, path.hasPrefix("Detection[") || path.hasPrefix("InlineFilters[") {
            let fault = ExpressionExplanation(isFilter: path.hasPrefix("I")).fault(in: breach.node)
            return Diagnostic(
                .badExpression,
                "in `\(path)`: \(fault.message)",
                source: item.source,
                span: fault.node.span,
                hint: fault.hint
            )
        }
        return Diagnostic(.badExpression, "`\(path)` \(breach.summary)", source: item.source, span: breach.node.span)
    }

    static func refused(_ message: String, _ root: DataNode, _ source: Source) -> Diagnostic {
        let line = message.split(separator: "\n").first ?? ""
        return Diagnostic(.refused, String(line.prefix(200)), source: source, span: root.span)
    }

    static func tableNames(_ names: [String], _ query: DataNode, _ item: LoadedItem) -> Diagnostic {
        Diagnostic(
            .tableName,
            "the query reads " + names.map { "`\($0)`" }.joined(separator: ", "),
            source: item.source,
            span: query.span,
            hint: "write `database.public.table`, or allow the table with `--valid-table-names`"
        )
    }

    static func unknownMember(_ node: DataNode, of item: LoadedItem, known: [String]) -> Diagnostic {
        let meant = known.closest(to: node.string ?? "")
        return unknownMember(node, of: item, hint: meant.map { "did you mean `\($0)`?" })
    }

    static func unknownMember(_ node: DataNode, of item: LoadedItem, hint: String?) -> Diagnostic {
        Diagnostic(
            .unknownMember,
            "pack `\(item.id)` names `\(node.string ?? "")`, which does not exist",
            source: item.source,
            span: node.span,
            hint: hint
        )
    }

    static func unknownBase(
        _ node: DataNode,
        _ item: LoadedItem,
        known: [String],
        _ fault: String?
    ) -> Diagnostic {
        let name = node.string ?? ""
        return Diagnostic(
            .unknownBase,
            "`\(item.id)` does not run: its base `\(name)` \(fault ?? "does not exist")",
            severity: .warning,
            source: item.source,
            span: node.span,
            hint: known.closest(to: name).map { "did you mean `\($0)`?" }
        )
    }

    static func unusableBase(_ node: DataNode, _ item: LoadedItem) -> Diagnostic {
        Diagnostic(
            .unusableBase,
            "`\(node.string ?? "")` cannot be a base: it has no body of its own",
            source: item.source,
            span: node.span,
            hint: "name a rule with a Python file or match expressions"
        )
    }

    static func conflictingModel(_ node: DataNode, first: DataModel, _ item: LoadedItem) -> Diagnostic {
        let place = first.source.location(at: first.idSpan.start)
        return Diagnostic(
            .conflictingModel,
            "`\(node.string ?? "")` has an enabled data model already",
            source: item.source,
            span: node.span,
            notes: [Note("`\(first.id)` at \(first.source.path):\(place.line):\(place.column)")]
        )
    }

    /// A data model that raised when it was made; `place` is where.
    package static func unusableModel(_ model: DataModel, _ message: String, place: String?) -> Diagnostic {
        Diagnostic(
            .unusableModel,
            "data model `\(model.id)` cannot be made: \(message)",
            source: model.source,
            span: model.idSpan,
            notes: place.map { [Note("raised at \($0)")] } ?? []
        )
    }

    static func emptyMapping(_ mapping: DataModel.Mapping, _ item: LoadedItem) -> Diagnostic {
        Diagnostic(.missingKey, "mapping `\(mapping.name)` leads nowhere", source: item.source, span: mapping.span)
    }
}

extension ShapeRule.Breach {
    /// The fault in a few words, without the value, which may be long.
    var summary: String {
        let phrases = [
            "is not valid under any of the given schemas": "has none of the known forms",
            "is not of type 'array'": "must be a list",
            "is not of type 'object'": "must be a map", "is not of type 'string'": "must be a string",
            "is not of type 'integer'": "must be an integer", "is not of type 'number'": "must be a number",
            "is not of type 'boolean'": "must be `true` or `false`", "is too long": "is too long",
            "is too short": "is too short",
        ]
        for (ending, phrase) in phrases where message.hasSuffix(ending) { return phrase }
        if message.hasPrefix("Additional properties") { return "has a key that is not known here" }
        if message.hasSuffix("is a required property") {
            return "lacks " + message.dropLast(" is a required property".count).replacing("'", with: "`")
        }
        if message.hasPrefix("expected string") { return "has a key that is not a string" }
        return "is not one of the values allowed"
    }
}

extension FileFault {
    /// As Python says it.
    func pythonMessage(_ path: String) -> String {
        switch self {
        case .notFound: "[Errno 2] No such file or directory: \(PythonText.quoted(path))"
        case .notPermitted: "[Errno 13] Permission denied: \(PythonText.quoted(path))"
        case .wrongKind: "[Errno 21] Is a directory: \(PythonText.quoted(path))"
        case .tooLong, .other: reason
        }
    }
}
