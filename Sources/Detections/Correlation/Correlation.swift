/// A detection over matches of other detections: which of them have to come, how often, in which order, and what they must have
/// in common.
package struct Correlation: Sendable, Equatable {
    /// The detections whose matches it looks at; in a sequence in the order in which they have to come.
    package var steps: [Step]
    /// Whether order counts.
    package var form: Form
    /// What matches of several steps must have in common.
    package var links: [Link]
    /// How far back from the moment of evaluation matches count.
    package var lookbackMinutes: Int
    /// How often it is evaluated; nil if that is not said in minutes.
    package var rateMinutes: Int?

    /// Minutes of a window where none is given.
    package static let lookbackMinutesDefault = 15
    /// Longer windows are taken as this long: a hundred years.
    package static let minutesMax = 52_560_000
    /// Steps of one correlation.
    package static let stepsMax = 64
    /// Links of one correlation.
    package static let linksMax = 16

    /// A correlation.
    package init(steps: [Step], form: Form, links: [Link], lookbackMinutes: Int, rateMinutes: Int?) {
        self.steps = steps
        self.form = form
        self.links = links
        self.lookbackMinutes = lookbackMinutes
        self.rateMinutes = rateMinutes
    }

    /// Matches of one detection.
    package struct Step: Sendable, Equatable {
        /// What the correlation calls it.
        package var id: String
        /// The identifier of the detection.
        package var detection: String
        /// Matches that are enough.
        package var minimum: Int
        /// Matches that are too many; nil if none are.
        package var maximum: Int?
        /// Whether enough matches must *not* be there.
        package var isAbsent: Bool

        /// A step.
        package init(id: String, detection: String, minimum: Int = 1, maximum: Int? = nil, isAbsent: Bool = false) {
            self.id = id
            self.detection = detection
            self.minimum = minimum
            self.maximum = maximum
            self.isAbsent = isAbsent
        }
    }

    /// Whether order counts.
    package enum Form: Sendable, Equatable {
        /// In any order. So many of the steps that have to come must; nil for all.
        case group(minimumSteps: Int?)
        /// In the order of the steps.
        case sequence([Transition])
    }

    /// A bound on the time from one step of a sequence to the next.
    package struct Transition: Sendable, Equatable {
        /// The earlier step's index.
        package var from: Int
        /// The later step's index; between the two all steps are absent ones.
        package var to: Int
        /// Minutes from the last match of the earlier step to the first of the later at most.
        package var withinMinutes: Int

        /// A bound.
        package init(from: Int, to: Int, withinMinutes: Int) {
            self.from = from
            self.to = to
            self.withinMinutes = withinMinutes
        }
    }

    /// A value that matches have in common: every match of these steps that counts has it in the field named. A field with a list
    /// has each of its values.
    package struct Link: Sendable, Equatable {
        /// At least one of a step that is not absent.
        package var fields: [Field]

        /// A link.
        package init(fields: [Field]) { self.fields = fields }
    }

    /// A field of a step's matches.
    package struct Field: Sendable, Equatable {
        /// The step's index.
        package var step: Int
        /// Dotted, in the match as it is stored: the event's fields, and `p_alert_context` and the like.
        package var path: String

        /// A field.
        package init(step: Int, path: String) {
            self.step = step
            self.path = path
        }
    }
}
