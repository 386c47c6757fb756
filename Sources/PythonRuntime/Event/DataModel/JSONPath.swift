/// A compiled path of a data model's mapping, in the syntax of jsonpath-ng's extended parser.
///
/// Supported: `$`, names (bare, quoted, several with commas), `*`, `[n]`, `[*]`, slices, descendants `a..b` and filters
/// `[?(@.role == 'actor' & @.age > 3)]`. What jsonpath-ng knows beyond that (`where`, arithmetic, sorting, named
/// operators) is refused when the path is compiled. Source: jsonpath-ng 1.5.3.
struct JSONPath: Sendable {
    /// One step from a value to those below it.
    indirect enum Step: Sendable {
        /// Numbers in ``JSONPath/names``.
        case fields([Int])
        case anyField
        case index(Int)
        case slice(start: Int?, stop: Int?, step: Int?)
        case filter([Condition])
        /// What the steps find from the value and from all that is in it, the outer before the inner.
        case descendants([Step])
    }

    /// A condition of a filter; without comparison it holds where the target is there.
    struct Condition: Sendable {
        var target: [Step]
        var comparison: (operation: Operation, operand: Operand)?
    }

    /// The comparison operators of filters; `=` is `==`.
    enum Operation: String, Sendable {
        case equal = "=="
        case notEqual = "!="
        case less = "<"
        case lessEqual = "<="
        case greater = ">"
        case greaterEqual = ">="
    }

    /// A literal of a filter.
    enum Operand: Sendable {
        /// A number in ``JSONPath/names``.
        case text(Int)
        case int(Int64)
        case float(Double)
        case bool(Bool)
    }

    var steps: [Step]
    /// As jsonpath-ng prints the path, for messages.
    var description: String
    /// The names and strings in it.
    var names: [String]
    /// The same, numbered by the machine that the path is for.
    var symbols: [Symbol] = []

    /// Whether it is names only, so that it matches at most once.
    var isPlain: Bool {
        for step in steps {
            guard case .fields(let names) = step, names.count == 1 else { return false }
        }
        return true
    }

    /// Bytes of a path's text.
    static let lengthMax = 4096
    /// Filters within filters.
    static let depthMax = 8
    /// Containers within containers that `..` goes down to; CPython's own limit of recursion.
    static let descendantDepthMax = 1000
}

/// Why a path could not be compiled.
package struct JSONPathFault: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// The text ends where something has to follow.
        case truncated
        case unexpected(String)
        /// jsonpath-ng knows it, we do not.
        case unsupported(String)
        /// Longer than 4096 bytes, or filters nested more than 8 deep.
        case tooLarge
    }

    package var reason: Reason
    /// In bytes from the path's start.
    package var offset: Int

    /// For people: `unexpected ')' at 7`.
    package var message: String {
        switch reason {
        case .truncated: "the path ends too early"
        case .unexpected(let text): "unexpected '\(text)' at \(offset)"
        case .unsupported(let what): "\(what) is not supported in paths (at \(offset))"
        case .tooLarge: "the path is too long or nested too deep"
        }
    }
}
