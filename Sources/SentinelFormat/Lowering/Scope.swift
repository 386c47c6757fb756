import KQL

/// The names that an expression of a query sees.
struct Scope {
    /// How many of the query's own definitions stand before it.
    var definitions = 0
    /// Names of the functions around: parameters, and what their bodies define.
    var locals: [String: Entry] = [:]

    /// What a name of a function stands for.
    indirect enum Entry {
        /// An expression, in the scope that it stands in.
        case definition(Expression, Scope)
        /// A parameter that is known only when the query runs.
        case parameter
    }
}

/// The definitions of a query, in order. Each sees those before it, and a name may be defined again.
struct Definitions {
    private var places: [String: [(index: Int, value: Expression)]] = [:]
    private var parameters: Set<String> = []
    private(set) var count = 0

    mutating func append(_ name: String, _ value: Expression) {
        places[name, default: []].append((count, value))
        count += 1
    }

    mutating func append(_ parameter: Parameter) {
        guard let value = parameter.defaultValue else {
            parameters.insert(parameter.name)
            return
        }
        append(parameter.name, value)
    }

    /// What `name` stands for in `scope`; nil if nothing defines it.
    func entry(_ name: String, in scope: Scope) -> Scope.Entry? {
        if let local = scope.locals[name] { return local }
        if let place = places[name].flatMap({ Self.last(of: $0, before: scope.definitions) }) {
            return .definition(place.value, Scope(definitions: place.index))
        }
        return parameters.contains(name) ? .parameter : nil
    }

    /// The last of those with one name that stands before a definition, by halving: a name may be defined again and again.
    private static func last(
        of places: [(index: Int, value: Expression)],
        before index: Int
    ) -> (index: Int, value: Expression)? {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle].index < index { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? places[low - 1] : nil
    }
}
