/// Why a part of a detection is opaque. The raw value is the code of the JSON form.
package enum OpaqueReason: String, Hashable, Sendable, CaseIterable {
    /// Sets, counters and dictionaries that outlive the event.
    case cache
    /// Data that is joined to the event from outside.
    case enrichment
    /// The time of day.
    case clock
    /// Chance.
    case randomness
    /// A loop whose body is more than a search.
    case loop
    /// A key that the event or a computation names.
    case dynamicKey
    /// A value that is computed: arithmetic, joined texts, built lists.
    case computedValue
    /// A function whose text is not in the pack, or cannot be followed.
    case unknownFunction
    /// A name that nothing in the pack defines.
    case unknownName
    /// `try` whose handlers cannot be told apart from its body.
    case exceptionHandling
    /// A data model's name that has no one path.
    case dataModel
    /// A variable of the module that is written while events are looked at.
    case stateChange
    /// A construct or operation that is not analysed.
    case unsupported
    /// More code than the analysis follows.
    case limit
    /// Other events than the one that is looked at, or their order.
    case otherEvents
    /// A macro, watchlist or list that the environment supplies.
    case environment
    /// A score of a trained model.
    case machineLearning
    /// The code fails there with an error: that is all there is to say.
    case error
    /// Only reached by events of a kind of log that the detection does not name.
    case otherLogSource

    /// One sentence for a reader of the rule's page.
    package var sentence: String {
        switch self {
        case .cache: "depends on what earlier events left in a cache"
        case .enrichment: "depends on data that is joined to the event from outside"
        case .clock: "depends on the time at which it runs"
        case .randomness: "depends on chance"
        case .loop: "loops in a way that is more than a search through a list"
        case .dynamicKey: "reads a key that is only known when it runs"
        case .computedValue: "compares with a value that is computed"
        case .unknownFunction: "calls a function that cannot be followed"
        case .unknownName: "uses a name that nothing in the pack defines"
        case .exceptionHandling: "catches errors in a way that cannot be followed"
        case .dataModel: "reads a field that the data model computes"
        case .stateChange: "changes a variable that later events see"
        case .unsupported: "uses a construct that is not analysed"
        case .limit: "is longer than what is analysed"
        case .otherEvents: "depends on other events in a way that is not analysed"
        case .environment: "depends on a list or macro of the environment"
        case .machineLearning: "depends on the score of a trained model"
        case .error: "fails with an error"
        case .otherLogSource: "is analysed for the kinds of log that it names"
        }
    }
}
