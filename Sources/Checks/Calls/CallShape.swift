import PythonRuntime
import PythonSyntax

/// What a function can be called with.
struct CallShape {
    /// Parameters that can be given by position, in order.
    private(set) var positional: [Parameter] = []
    private(set) var keywordOnly: [Parameter] = []
    private(set) var takesAnyPosition = false
    private(set) var takesAnyKeyword = false

    struct Parameter {
        var name: String
        var isRequired: Bool
        /// Whether the caller may write `name=`.
        var isNamed: Bool
    }

    /// The shape of a function of a file.
    init(_ arguments: Arguments) {
        positional =
            arguments.positionalOnly.map {
                .init(name: $0.name.text, isRequired: $0.defaultValue == nil, isNamed: false)
            }
            + arguments.positional.map { .init(name: $0.name.text, isRequired: $0.defaultValue == nil, isNamed: true) }
        keywordOnly = arguments.keywordOnly
            .map { .init(name: $0.name.text, isRequired: $0.defaultValue == nil, isNamed: true) }
        takesAnyPosition = arguments.variadic != nil
        takesAnyKeyword = arguments.keywordVariadic != nil
    }

    /// The shape of a builtin; of a method the receiver is left out.
    init(_ signature: Signature, isMethod: Bool = false) {
        for parameter in signature.parameters.dropFirst(isMethod ? 1 : 0) {
            let isRequired = parameter.fallback == .required
            switch parameter.kind {
            case .positionalOnly:
                positional.append(.init(name: parameter.name, isRequired: isRequired, isNamed: false))
            case .positional: positional.append(.init(name: parameter.name, isRequired: isRequired, isNamed: true))
            case .keywordOnly: keywordOnly.append(.init(name: parameter.name, isRequired: isRequired, isNamed: true))
            case .star: takesAnyPosition = true
            case .doubleStar: takesAnyKeyword = true
            }
        }
    }

    /// Why a call with `count` arguments by position and these keywords raises TypeError; nil if it does not.
    func mismatch(count: Int, keywords: [String]) -> String? {
        if count > positional.count, !takesAnyPosition {
            let most = positional.count
            let least = positional.count { $0.isRequired }
            let takes =
                most == 0 ? "no arguments" : least == most ? Self.arguments(most) : "at most \(Self.arguments(most))"
            return "takes \(takes)\(takesAnyKeyword || !keywordOnly.isEmpty ? " by position" : ""), not \(count)"
        }
        let given = Set(positional.prefix(count).map(\.name))
        let named = Set((positional + keywordOnly).filter(\.isNamed).map(\.name))
        for keyword in keywords {
            if given.contains(keyword), named.contains(keyword) { return "gets two values for `\(keyword)`" }
            if !named.contains(keyword), !takesAnyKeyword { return "has no parameter `\(keyword)`" }
        }
        let missing = (positional.dropFirst(count) + keywordOnly)
            .filter { $0.isRequired && !keywords.contains($0.name) }
            .map { "`\($0.name)`" }
        guard !missing.isEmpty else { return nil }
        return "is called without \(missing.joined(separator: ", "))"
    }

    private static func arguments(_ count: Int) -> String { count == 1 ? "1 argument" : "\(count) arguments" }
}
