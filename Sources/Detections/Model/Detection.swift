package import Diagnostics
package import Documents

/// A detection as every vendor means it: what to look for, and what its alert carries.
///
/// Vendor formats lower their files to this; engine and catalogue know nothing else. What only one vendor has goes to
/// ``vendorFields``, under the vendor's own names.
package struct Detection: Sendable {
    /// Unique among all items of a pack.
    package var id: String
    /// Whose format it is written in: Panther's unless a loader says otherwise. Engine and checks do not ask for it.
    package var vendor: Vendor = .panther
    /// What the detection runs on.
    package var kind: Kind
    /// What decides whether an event matches.
    package var body: Body
    /// The name people read; nil where the file gives none.
    package var displayName: String?
    /// Whether the author wants it run.
    package var isEnabled: Bool
    /// The static severity. Nil only for a derived detection whose base is unknown.
    package var severity: Severity?
    /// The kinds of log (rules) or resource (policies) it reads, as written. Empty for a policy that reads all.
    package var logSources: [String]
    /// The queries whose rows a scheduled rule reads.
    package var queries: [String]
    /// Labels, as written.
    package var tags: [String]
    /// Compliance frameworks and the like, ATT&CK among them, in the order written.
    package var reports: [Report]
    /// The tactics and techniques among ``reports``.
    package var attack: [AttackReference]
    /// Static alert text; a body's own function goes first.
    package var description: String?
    /// Static link for the responder.
    package var reference: String?
    /// Static instructions for the responder.
    package var runbook: String?
    /// Minutes a deduplication window lasts, as written; see ``AlertPolicy``.
    package var deduplicationPeriodMinutes: Int
    /// Matches (or distinct values) in a window before an alert, as written.
    package var threshold: Int
    /// Fields whose most frequent values an alert lists.
    package var summaryAttributes: [String]
    /// Whether matches become alerts; else they are only kept, as signals for correlations.
    package var createsAlert: Bool
    /// Where alerts go, by the destination's identifier; empty means by severity.
    package var destinations: [String]
    /// Conditions an event must meet before the body runs, in the vendor's syntax.
    package var filters: SourcedNode?
    /// How a detection without code words its alert, in the vendor's syntax.
    package var alertTemplate: AlertTemplate
    /// The base it takes its body from, if it is a derived detection.
    package var base: String?
    /// `Experimental`, `Deprecated` …, as written.
    package var status: String?
    /// Its unit tests, in file order.
    package var tests: [UnitTest]
    /// What the file says itself, where saying the default differs from saying nothing.
    package var declared: Declared
    /// Why the file with the body cannot be read; nil where it can. ``body`` is empty then.
    package var bodyFault: BodyFault?
    /// The file that declares it.
    package var source: Source
    /// The place of its identifier in ``source``.
    package var idSpan: Span
    /// What only this vendor has, by the vendor's key, in file order.
    package var vendorFields: [VendorField]

    /// A detection with the defaults that all vendors share.
    package init(id: String, kind: Kind, body: Body, source: Source, idSpan: Span) {
        self.id = id
        self.kind = kind
        self.body = body
        self.source = source
        self.idSpan = idSpan
        isEnabled = true
        logSources = []
        queries = []
        tags = []
        reports = []
        attack = []
        deduplicationPeriodMinutes = AlertPolicy.periodMinutesDefault
        threshold = 1
        summaryAttributes = []
        createsAlert = true
        destinations = []
        alertTemplate = AlertTemplate()
        tests = []
        declared = []
        vendorFields = []
    }

    /// The name to show: the display name, else the identifier.
    package var name: String { displayName ?? id }

    /// What deciding gives where an alert is due: policies say whether a resource is compliant.
    package var alertValue: Bool { kind != .policy }

    /// What a detection runs on.
    package enum Kind: String, CaseIterable, Sendable {
        /// Events of a log, one by one.
        case rule
        /// Rows that a scheduled query returned.
        case scheduledRule
        /// Resources; here a match means "compliant".
        case policy
        /// Matches of other detections.
        case correlation
    }

    /// What decides.
    package enum Body: Sendable {
        /// A Python module: its path as the pack names it, and its text.
        case python(path: String, Source)
        /// Match expressions in the vendor's own syntax.
        case conditions(SourcedNode)
        /// A correlation in the vendor's own syntax.
        case correlation(SourcedNode)
        /// A condition, and what matches carry: a vendor's query language.
        case logic(DetectionLogic)
    }

    /// Keys that are there.
    package struct Declared: OptionSet, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }
        /// Whether it is enabled; a derived detection that does not say so has its base's answer.
        package static let enabled = Declared(rawValue: 1)
        /// Tests, if only an empty list of them.
        package static let tests = Declared(rawValue: 2)
        /// The tests are those of the base.
        package static let inheritedTests = Declared(rawValue: 4)
    }

    /// Why a body cannot be read.
    package struct BodyFault: Sendable {
        /// With the place where the file is named.
        package var diagnostic: Diagnostic
        /// In the words of the vendor's own tool.
        package var vendorMessage: String

        /// A fault.
        package init(diagnostic: Diagnostic, vendorMessage: String) {
            self.diagnostic = diagnostic
            self.vendorMessage = vendorMessage
        }
    }

    /// A key that only one vendor knows.
    package struct VendorField: Sendable {
        /// As written in the vendor's file.
        package var key: String
        /// As written.
        package var value: DataNode

        /// A vendor's key and value.
        package init(key: String, value: DataNode) {
            self.key = key
            self.value = value
        }
    }
}
