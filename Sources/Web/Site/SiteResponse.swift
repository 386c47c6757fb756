import Pages

/// What the site answers.
package struct SiteResponse: Sendable {
    /// The status of HTTP.
    package var status: Int
    /// The media type of the body.
    package var mediaType: String
    /// What is sent.
    package var body: [UInt8]
    /// Further header fields, by their names in small letters.
    package var fields: [(name: String, value: String)] = []
    /// How long it may be kept.
    package var keeping: Keeping

    /// How long an answer may be kept.
    package enum Keeping: Sendable {
        /// For ever: its address changes with it.
        case forEver
        /// Until asked again: its tag tells whether it has changed.
        case untilAsked
        /// Not at all.
        case never
    }

    /// An answer.
    package init(_ mediaType: String, _ body: [UInt8], status: Int = 200, keeping: Keeping = .untilAsked) {
        self.status = status
        self.mediaType = mediaType
        self.body = body
        self.keeping = keeping
    }

    /// A page.
    static func page(_ markup: Markup, status: Int = 200) -> SiteResponse {
        SiteResponse(
            "text/html; charset=utf-8",
            Array(markup.html.utf8),
            status: status,
            keeping: status == 200 ? .untilAsked : .never
        )
    }

    /// A text.
    static func text(_ text: String, status: Int = 200, keeping: Keeping = .untilAsked) -> SiteResponse {
        SiteResponse("text/plain; charset=utf-8", Array(text.utf8), status: status, keeping: keeping)
    }
}
