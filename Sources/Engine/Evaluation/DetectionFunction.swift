/// The functions of a detection's module that the engine calls, in the order in which it calls them.
package enum DetectionFunction: String, CaseIterable, Sendable {
    case rule
    case policy
    case title
    case description
    case reference
    case severity
    case runbook
    case destinations
    case dedup
    case alertContext = "alert_context"
    case unique

    /// Its name in the module.
    package var pythonName: String { rawValue }

    /// Its name in results, as Panther's tool prints it.
    package var resultName: String { self == .alertContext ? "alertContext" : rawValue }

    /// Its number among ``allCases``, for tables with a row for each.
    @inline(__always)
    var number: Int {
        switch self {
        case .rule: 0
        case .policy: 1
        case .title: 2
        case .description: 3
        case .reference: 4
        case .severity: 5
        case .runbook: 6
        case .destinations: 7
        case .dedup: 8
        case .alertContext: 9
        case .unique: 10
        }
    }

    /// The order in which results are printed.
    package static let printed: [DetectionFunction] = [
        .rule, .policy, .title, .dedup, .alertContext, .description, .reference, .severity, .runbook, .destinations,
    ]

    /// The functions beside the matcher, in the order of calls.
    package static let auxiliary: [DetectionFunction] = [
        .title, .description, .reference, .severity, .runbook, .destinations, .dedup, .alertContext, .unique,
    ]
}

/// What calling one of them gave.
package enum FunctionOutcome: Hashable, Sendable {
    /// The module does not have it, or it was not asked for.
    case absent
    case bool(Bool)
    case text(String)
    /// Identifiers of destinations.
    case list([String])
    /// JSON text of a mapping, as Python writes it.
    case json(String)
    case error(FunctionError)

    /// The error, if it is one.
    package var error: FunctionError? {
        if case .error(let error) = self { error } else { nil }
    }

    /// The text, if it is one.
    package var text: String? {
        if case .text(let text) = self { text } else { nil }
    }
}

/// An exception that a detection raised, or a value it must not return.
package struct FunctionError: Error, Hashable, Sendable {
    /// Name of the exception's class.
    package var type: String
    /// `str()` of the exception.
    package var message: String
    /// The file of the innermost frame, if a frame of a rule or helper was left.
    package var file: String?
    /// The line in it, from 1.
    package var line: Int?

    package init(type: String, message: String, file: String? = nil, line: Int? = nil) {
        self.type = type
        self.message = message
        self.file = file
        self.line = line
    }
}
