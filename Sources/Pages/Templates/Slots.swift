import Mustache

/// What fills a template: names and their values. A name that is not there is empty.
package struct Slots: Sendable, ExpressibleByDictionaryLiteral {
    private var values: [String: Slot] = [:]

    /// Values by name; of one name twice the last counts.
    package init(dictionaryLiteral elements: (String, Slot)...) {
        for (name, value) in elements { values[name] = value }
    }

    /// The value of a name.
    package subscript(name: String) -> Slot? {
        get { values[name] }
        set { values[name] = newValue }
    }
}

/// A value of a template. To use one: `{{name}}` writes a text or markup, `{{#name}}…{{/name}}` stands where it is something,
/// once for each of several.
package enum Slot: Sendable {
    /// HTML, written as it is.
    case markup(Markup)
    /// Whether a section stands.
    case flag(Bool)
    /// A section that stands once, with names of its own.
    case group(Slots)
    /// A section that stands so many times.
    case list([Slots])

    /// A text, escaped.
    package static func text(_ text: String) -> Slot { .markup(Markup(text)) }

    /// A text that may be missing.
    package static func text(_ text: String?) -> Slot { .markup(text.map { Markup($0) } ?? Markup()) }

    /// A number.
    package static func count(_ count: Int) -> Slot { .markup(Markup(grouped(count))) }

    /// `12,345`.
    package static func grouped(_ count: Int) -> String {
        let digits = String(count.magnitude)
        var text = count < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return text
    }
}

extension Slots: MustacheParent {
    /// The value of a name, in the terms of the template's engine.
    package func child(named name: String) -> Any? {
        switch values[name] {
        case .markup(let markup): markup
        case .flag(let flag): flag
        case .group(let slots): slots
        case .list(let list): list
        case nil: nil
        }
    }
}

extension Markup: MustacheCustomRenderable, MustacheParent {
    /// The HTML: templates write values as they are, since values have been escaped (``Template``).
    package var renderText: String { html }
    /// A section of nothing does not stand.
    package var isNull: Bool { isEmpty }
    /// Nothing is in it; without this the engine would look by reflection.
    package func child(named name: String) -> Any? { nil }
}
