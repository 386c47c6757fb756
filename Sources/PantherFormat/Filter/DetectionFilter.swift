import Detections
package import Documents

/// A condition on an item's keys, as `--filter KEY=VALUE` gives it.
package struct DetectionFilter: Hashable, Sendable {
    /// The key of the item.
    package var key: String
    /// Any of these will do. For `Enabled`, `true` or `false`.
    package var values: [String]
    /// Whether none of them may be there instead.
    package var isInverted: Bool

    /// Why a filter cannot be read.
    package enum Fault: Error, Hashable, Sendable {
        /// Not `KEY=VALUE` or `KEY!=VALUE`, with no other `=`.
        case malformed(String)
        /// No rule, policy or helper has the key.
        case unknownKey(String)
        /// `Enabled` compared with neither truth value.
        case notBoolean(String)

        /// The words of Panther's tool.
        package var patMessage: String {
            switch self {
            case .malformed(let text): "Filter \(text) is not in format KEY=VALUE"
            case .unknownKey(let key): "Filter key \(key) is not a valid filter field"
            case .notBoolean(let key): "Filter key \(key) should have either true or false"
            }
        }
    }

    /// Filters as Panther's tool shows them when nothing matches.
    package static func patText(_ filters: [DetectionFilter]) -> String {
        func text(_ filters: [DetectionFilter]) -> String {
            let shown = filters.map { filter in
                let values = filter.values.map { value in
                    filter.key == "Enabled" ? (value == "true" ? "True" : "False") : PythonText.quoted(value)
                }
                return "Filter(key=\(PythonText.quoted(filter.key)), values=[\(values.joined(separator: ", "))], "
                    + "inverted=\(filter.isInverted ? "True" : "False"))"
            }
            return "[\(shown.joined(separator: ", "))]"
        }
        return text(filters.filter { !$0.isInverted }) + " - " + text(filters.filter(\.isInverted))
    }

    /// The keys that filters may name.
    package static let validKeys = Set(
        ItemSchema.global.shape.names + ItemSchema.policy.shape.names + ItemSchema.rule.shape.names
    )

    /// Reads filters in the order of the command line: `KEY=A,B` or `KEY!=A,B`. Of several with one key and one sense the
    /// last counts, at the place of the first; those with `!=` come last.
    package static func parse(_ texts: [String]) throws(Fault) -> [DetectionFilter] {
        var filters: [DetectionFilter] = []
        for text in texts {
            let filter = try parse(text)
            if let place = filters.firstIndex(where: { $0.key == filter.key && $0.isInverted == filter.isInverted }) {
                filters[place] = filter
            } else {
                filters.append(filter)
            }
        }
        return filters.filter { !$0.isInverted } + filters.filter(\.isInverted)
    }

    private static func parse(_ text: String) throws(Fault) -> DetectionFilter {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, let head = parts.first, let tail = parts.last, !head.isEmpty, !tail.isEmpty else {
            throw .malformed(text)
        }
        let isInverted = head.utf8.last == UInt8(ascii: "!")
        let key = String(isInverted ? head.dropLast() : head)
        guard validKeys.contains(key) else { throw .unknownKey(key) }
        var values = tail.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        if key == "Enabled" {
            switch tail.lowercased() {
            case "y", "yes", "t", "true", "on", "1": values = ["true"]
            case "n", "no", "f", "false", "off", "0": values = ["false"]
            default: throw .notBoolean(key)
            }
        }
        return DetectionFilter(key: key, values: values, isInverted: isInverted)
    }

    /// Whether an item passes: texts are compared without case, lists by any element, a missing key as an empty text.
    package func matches(_ item: DataMap) -> Bool {
        let wanted = Set(values.map { Array($0.lowercased().utf8) })
        let found: [DataNode]
        switch item[key]?.value {
        case nil: found = [DataNode(.string(""))]
        case .list(let elements)?: found = elements
        case let value?: found = [DataNode(value)]
        }
        let isMet = found.contains { node in
            switch node.value {
            case .string(let text): key != "Enabled" && wanted.contains(Array(text.lowercased().utf8))
            case .bool(let flag): key == "Enabled" && values == [flag ? "true" : "false"]
            default: false
            }
        }
        return isMet != isInverted
    }

    /// Whether items of this folder pass every filter: rules need their helpers and data models.
    package static func alwaysKeeps(folder: String) -> Bool {
        PathName.matches(folder, "*/global_helpers") || PathName.matches(folder, "*data_models*")
    }
}
