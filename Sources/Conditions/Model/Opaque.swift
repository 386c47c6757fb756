/// A part of a detection that conditions cannot say, with the reason, so that a page can name it and the engine knows
/// what running without it would miss.
///
/// Where evaluation comes to one, only the code can tell from there on: it may go on elsewhere than the rest of the condition
/// says. So the whole is unknown in either order of evaluation, unless something before the opaque part decided. Only where it
/// ``goesOn`` what comes later may decide too.
package struct Opaque: Hashable, Sendable {
    /// Why.
    package var reason: OpaqueReason
    /// Where the construct stands.
    package var place: SourcePlace?
    /// The construct as written, shortened to a line.
    package var text: String?
    /// The fields that it reads: they still serve search.
    package var reads: [FieldReference]
    /// Whether it may raise.
    package var mayRaise: Bool
    /// Whether it may change what a later event, or another function of the detection, sees.
    package var changesState: Bool
    /// Whether nothing but a truth is unknown: it raises nothing, changes nothing, and what follows is evaluated as the rest of the
    /// condition says.
    package var goesOn: Bool

    /// A part that is opaque for `reason`.
    package init(
        _ reason: OpaqueReason,
        place: SourcePlace? = nil,
        text: String? = nil,
        reads: [FieldReference] = [],
        mayRaise: Bool = true,
        changesState: Bool = false,
        goesOn: Bool = false
    ) {
        self.reason = reason
        self.place = place
        self.text = text
        self.reads = reads
        self.mayRaise = mayRaise
        self.changesState = changesState
        self.goesOn = goesOn
    }
}
