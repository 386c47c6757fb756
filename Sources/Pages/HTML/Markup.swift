/// HTML that may be sent as it is.
///
/// There are two ways to make one: from a text, which is escaped, and from a literal of this program. So no page can show a
/// rule's text as anything but text, whoever writes the template.
package struct Markup: Hashable, Sendable {
    /// The HTML.
    package private(set) var html: String

    /// Nothing.
    package init() { html = "" }

    /// `text` to be read as text, in an element or a quoted attribute. Characters that a reader cannot see, or that turn the
    /// reading order, are spelled out as `⟨U+202E⟩`; line feeds and tabs stay. O(bytes).
    package init(_ text: String) { html = Self.escape(text, spellsOut: true) }

    /// `text` to be sent back as it came, such as what a form's field holds: escaped, nothing spelled out.
    package init(verbatim text: String) { html = Self.escape(text, spellsOut: false) }

    /// HTML of this program's own.
    package init(literal: StaticString) { html = literal.description }

    /// HTML that a template of this program made of others.
    init(rendered html: String) { self.html = html }

    /// Whether there is nothing.
    package var isEmpty: Bool { html.isEmpty }

    /// Appends more.
    package static func += (left: inout Markup, right: Markup) { left.html += right.html }

    /// Appends a text, escaped.
    package mutating func append(_ text: String) { html += Self.escape(text, spellsOut: true) }

    /// Appends HTML of this program's own.
    package mutating func append(literal: StaticString) { html += literal.description }

    /// Several after one another, `separator` between them.
    package static func joined(_ parts: [Markup], separator: Markup = Markup()) -> Markup {
        Markup(rendered: parts.map(\.html).joined(separator: separator.html))
    }
}
