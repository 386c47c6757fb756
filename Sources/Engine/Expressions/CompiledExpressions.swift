import Detections
package import Diagnostics
import Documents
import PantherFormat

/// Everything in a pack that is made of match expressions, read: shared by all workers.
package struct CompiledExpressions: Sendable {
    /// What one detection has of it.
    struct Entry: Sendable {
        /// What its inline filters demand.
        var filter: MatchExpression?
        /// What it matches, if it is a simple detection.
        var matcher: MatchExpression?
        /// How it words its alerts.
        var keys: AlertKeys?
    }

    /// By the detection's index in the pack; nothing for one that has none of it.
    private(set) var entries: [Int: Entry] = [:]
    /// What is wrong with detections of match expressions, and with alert keys, by index; never empty.
    private(set) var bodyErrors: [Int: [Diagnostic]] = [:]
    /// What is wrong with inline filters, by index; never empty.
    package private(set) var filterErrors: [Int: [Diagnostic]] = [:]
    /// All of it, each once.
    private(set) var diagnostics: [Diagnostic] = []
    private var noted: Set<Place> = []

    /// Reads the expressions of `pack`. O(size of the expressions).
    init(_ pack: DetectionPack) {
        for (index, detection) in pack.detections.enumerated() {
            var entry = Entry()
            if let filters = detection.filters {
                var reader = ExpressionReader(filters.source)
                let filter = reader.filters(filters.node)
                if reader.diagnostics.isEmpty {
                    entry.filter = filter
                } else {
                    filterErrors[index] = reader.diagnostics
                }
                note(reader.diagnostics)
            }
            var errors: [Diagnostic] = []
            if case .conditions(let written) = detection.body {
                var reader = ExpressionReader(written.source)
                entry.matcher = reader.detection(written.node)
                errors += reader.diagnostics
            }
            if entry.matcher != nil || detection.base != nil {
                // In a rule with Python of its own these keys mean nothing: Panther documents them for match expressions.
                let (keys, found) = ExpressionReader.alertKeys(detection.alertTemplate)
                if !keys.isEmpty { entry.keys = keys }
                errors += found
            }
            if !errors.isEmpty {
                bodyErrors[index] = errors
                entry.matcher = nil
                entry.keys = nil
                note(errors)
            }
            if entry.filter != nil || entry.matcher != nil || entry.keys != nil { entries[index] = entry }
        }
    }

    /// Derived detections repeat the faults of their base.
    private mutating func note(_ found: [Diagnostic]) {
        for diagnostic in found {
            let place = Place(
                source: diagnostic.source.map(ObjectIdentifier.init),
                span: diagnostic.span,
                message: diagnostic.message
            )
            if noted.insert(place).inserted { diagnostics.append(diagnostic) }
        }
    }

    private struct Place: Hashable {
        var source: ObjectIdentifier?
        var span: Span?
        var message: String
    }

    /// Every name that an expression looks up, each once.
    var names: Set<String> {
        var names: Set<String> = []
        func add(_ specifier: KeySpecifier) {
            for case .name(let name) in specifier.steps { names.insert(name) }
        }
        func add(_ expression: MatchExpression) {
            switch expression {
            case .constant: break
            case .combination(_, let children): children.forEach(add)
            case .elements(_, let subject, let children):
                add(subject)
                children.forEach(add)
            case .comparison(let comparison):
                add(comparison.subject)
                if case .key(let key) = comparison.operand { add(key) }
            }
        }
        for entry in entries.values {
            for expression in [entry.filter, entry.matcher] { expression.map(add) }
            for case .value(let key) in entry.keys?.title?.parts ?? [] { add(key) }
            for (_, value) in entry.keys?.context ?? [] { add(value) }
            entry.keys?.groupBy?.forEach(add)
            for (_, condition) in entry.keys?.severities ?? [] { add(condition) }
        }
        return names
    }
}
