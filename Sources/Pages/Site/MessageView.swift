/// A page that only says something: that there is no such page, that a request was too large.
package struct MessageView {
    private let title: String
    private let text: String
    private let frame: SiteFrame

    /// A message.
    package init(title: String, text: String, frame: SiteFrame) {
        self.title = title
        self.text = text
        self.frame = frame
    }

    /// The document.
    package func render() -> Markup {
        frame.page(
            title: title,
            part: nil,
            Template.message.render(["title": .text(title), "text": .text(text), "home": .text(frame.links.home)])
        )
    }
}
