import Detections

/// The logs that a rule reads, by what its predicates ask of the metadata of events.
struct RuleLogs {
    /// Those that have a name among the field aliases, by the variable of the event.
    private(set) var known: [String: [String]] = [:]
    /// Those of all events, or else what the rule itself writes: types of log, then products, then what its `meta` section says.
    private(set) var names: [String] = []

    /// What the predicates ask of one event.
    private struct Asked {
        var types: [String] = []
        var products: [String] = []
        var eventTypes: [String] = []

        /// What says most which log it is. A kind of event does only where nothing else is said.
        var written: [String] { types.isEmpty ? (products.isEmpty ? eventTypes : products) : types }
    }

    init(_ rule: YaraLRule, _ aliases: FieldAliases, dataSources: [String]) {
        var variables: [String] = []
        var asked: [String: Asked] = [:]
        for predicate in rule.events {
            Self.forEachAsserted(predicate) { path, text in
                let variable = path.variable ?? ""
                if asked[variable] == nil { variables.append(variable) }
                switch path.names {
                case ["metadata", "log_type"]: asked[variable, default: Asked()].types.append(text)
                case ["metadata", "product_name"]: asked[variable, default: Asked()].products.append(text)
                case ["metadata", "event_type"]: asked[variable, default: Asked()].eventTypes.append(text)
                default: break
                }
            }
        }
        var others: [String] = []
        for variable in variables {
            guard let asked = asked[variable] else { continue }
            let logs = asked.written.compactMap { aliases.log(named: $0, schema: .udm) }
            if !logs.isEmpty { known[variable] = Self.distinct(logs) }
            // Both may be asked of one event, and either may be the one that is known.
            if logs.isEmpty, !asked.products.isEmpty {
                let products = asked.products.compactMap { aliases.log(named: $0, schema: .udm) }
                if !products.isEmpty { known[variable] = Self.distinct(products) }
            }
            let isKnown = known[variable] != nil
            others += isKnown ? [] : asked.types.isEmpty ? asked.products : asked.types
        }
        names = Self.distinct(variables.flatMap { known[$0] ?? [] } + others)
        if names.isEmpty { names = Self.distinct(dataSources) }
    }

    /// Texts that fields are said to equal, but for what is negated.
    private static func forEachAsserted(_ expression: YaraLExpression, _ body: (YaraLPath, String) -> Void) {
        switch expression.kind {
        case .not: return
        case .comparison(let left, .equals, let right):
            for (field, value) in [(left, right), (right, left)] {
                if case .field(let path) = field.kind, case .text(let text, _) = value.kind { body(path, text) }
            }
        default: for child in expression.children { forEachAsserted(child, body) }
        }
    }

    private static func distinct(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }
}
