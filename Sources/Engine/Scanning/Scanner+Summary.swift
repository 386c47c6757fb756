import Detections
import Events

extension Scanner {
    /// A summary attribute and where it is found.
    struct SummaryPath {
        var name: String
        var path: FieldPath
    }

    /// The values of a detection's summary attributes in the event that was begun last.
    ///
    /// Where it names none, all indicators. Indicators are collected now if they were not needed before.
    package mutating func summaryValues(of index: Int) -> [AlertMatch.SummaryValues] {
        addIndicatorsLeftOut()
        let names = host.compiled.pack.detections[index].summaryAttributes
        guard !names.isEmpty else { return indicators() }
        if summaryPaths[index] == nil {
            summaryPaths[index] = names.compactMap { name in
                (try? FieldPath(name)).map { SummaryPath(name: name, path: $0) }
            }
        }
        let view = tape.view
        return (summaryPaths[index] ?? []).compactMap { attribute in
            let node = attribute.path.find(in: view)
            return node == Tape.missing ? nil : values(of: node, attribute.name)
        }
    }

    private func indicators() -> [AlertMatch.SummaryValues] {
        let view = tape.view
        return view.children(of: Tape.root).compactMap { child in
            guard Indicator.isName(view.bytes(view.key(of: child))) else { return nil }
            return values(of: child, view.string(view.key(of: child)))
        }
    }

    private func values(of node: UInt32, _ name: String) -> AlertMatch.SummaryValues {
        let view = tape.view
        func text(_ node: UInt32) -> String {
            view.kind(of: node) == .string ? view.string(view.text(of: node)) : view.json(of: node)
        }
        let values = view.kind(of: node) == .array ? view.children(of: node).map(text) : [text(node)]
        return AlertMatch.SummaryValues(attribute: name, values: values)
    }
}
