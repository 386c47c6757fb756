/// A text in a frame, with its name and a button to copy it.
struct CodeFigure {
    /// What it is called: a path, mostly.
    var name: String
    var language: CodeLanguage
    var text: String
    /// What tells it from others on the page, as a name in HTML.
    var anchor: String
    /// Where it is to be had as it is.
    var raw: String?
    /// Whether lines have numbers.
    var isNumbered = true
    /// Whether ``text`` itself is only the beginning.
    var isCut = false

    /// What fills the template.
    var slots: Slots {
        let block = CodeBlock(text, language, anchor: isNumbered ? anchor : nil)
        return [
            "name": .text(name),
            "language": .text(language.name),
            "anchor": .text(anchor),
            "raw": .text(raw),
            "isNumbered": .flag(isNumbered),
            "isCut": .flag(isCut || block.isCut),
            "code": .markup(block.markup),
        ]
    }
}
