/// What a scan does with an event, one stage after the other.
package enum ScanStage: String, CaseIterable, Sendable {
    /// Bytes of files become texts of events: decompression and framing.
    case read
    /// The text becomes a tape.
    case parse
    /// The event gets its standard fields, and the rules that may match it are found.
    case route
    /// Conditions of these rules decide, or their code does, and the functions of those that match are called.
    case evaluate
    /// Matches become contributions to alerts and alerts text; rules that keep state see events in order.
    case alert
}
