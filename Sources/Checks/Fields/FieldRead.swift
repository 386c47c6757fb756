import Diagnostics
import PythonSyntax

/// A place where a function reads a field of its event by constant names.
struct FieldRead {
    /// From the event down.
    let path: [String]
    /// The text of the last name.
    let span: Span

    /// The field that `expression` reads, if it does: `event.get("a")`, `event.deep_get("a", "b")`, `event["a"]`,
    /// `event.get("a", {}).get("b")`. `event` is the name of the event in the function.
    init?(_ expression: Expression, event: String) {
        guard let (path, span) = Self.path(of: expression, event: event), let span else { return nil }
        self.path = path
        self.span = span
    }

    private static func path(of expression: Expression, event: String) -> (path: [String], span: Span?)? {
        switch expression.kind {
        case .name(event): return ([], nil)
        case .subscripted(let container, let index):
            guard let (path, _) = Self.path(of: container, event: event) else { return nil }
            // A list is transparent: `event["items"][0]["id"]` is a field `items.id`.
            if case .constant(.int) = index.kind, !path.isEmpty { return (path, nil) }
            guard let key = text(index) else { return nil }
            return (path + [key], index.span)
        case .call(let function, let arguments, _):
            guard case .attribute(let receiver, let method) = function.kind,
                let (path, _) = Self.path(of: receiver, event: event), let first = arguments.first
            else { return nil }
            switch method.text {
            case "get":
                guard arguments.count <= 2, let key = text(first) else { return nil }
                return (path + [key], first.span)
            case "deep_get", "deep_walk":
                let keys = arguments.compactMap(text)
                guard keys.count == arguments.count else { return nil }
                return (path + keys, arguments[arguments.count - 1].span)
            default: return nil
            }
        default: return nil
        }
    }

    private static func text(_ expression: Expression) -> String? {
        if case .constant(.string(let text)) = expression.kind { text.text } else { nil }
    }
}
