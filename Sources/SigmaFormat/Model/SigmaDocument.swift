package import Diagnostics
import Documents

/// A document of Sigma's.
package enum SigmaDocument: Hashable, Sendable {
    /// Single events.
    case rule(SigmaRule)
    /// Many events.
    case correlation(SigmaCorrelation)
    /// A condition for others.
    case filter(SigmaFilter)

    /// What kind of document a map is; nil for somebody else's.
    enum Kind {
        case rule, correlation, filter
        /// Keys for the documents that follow: `action: global`.
        case global
        /// Forget the global keys: `action: reset`.
        case reset
        /// The document before once more, changed: `action: repeat`.
        case `repeat`

        /// Panther's items have a key of their own, whatever else they have.
        init?(_ map: DataMap) {
            guard map["AnalysisType"] == nil else { return nil }
            switch map["action"]?.string {
            case "global": self = .global
            case "reset": self = .reset
            case "repeat": self = .repeat
            default:
                if map["correlation"]?.map != nil {
                    self = .correlation
                } else if map["filter"]?.map != nil, map["logsource"] != nil {
                    self = .filter
                } else if map["detection"] != nil, map["logsource"] != nil {
                    self = .rule
                } else {
                    return nil
                }
            }
        }
    }

    /// What it says of itself.
    package var metadata: SigmaMetadata {
        switch self {
        case .rule(let rule): rule.metadata
        case .correlation(let correlation): correlation.metadata
        case .filter(let filter): filter.metadata
        }
    }

    /// The file.
    package var source: Source {
        switch self {
        case .rule(let rule): rule.source
        case .correlation(let correlation): correlation.source
        case .filter(let filter): filter.source
        }
    }
}
