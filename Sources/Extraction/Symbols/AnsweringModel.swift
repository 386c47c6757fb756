/// Which data model answers what a detection asks of one: it depends on the kind of log that an event is of, so a detection is looked
/// at once for each.
enum AnsweringModel: Hashable, Sendable {
    /// That of a kind of log that the detection reads.
    case of(logType: String)
    /// None: the kind of log has no model.
    case none
    /// One of a kind of log that the detection does not read. What it answers is not looked at.
    case foreign
}
