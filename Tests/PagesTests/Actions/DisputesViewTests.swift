import Catalog
import Testing

@testable import Pages

/// Operations of which rules say different things.
@Suite struct DisputesViewTests {
    @Test("of many techniques the first are shown, the rest unfolds", arguments: [8, 9])
    func techniques(count: Int) {
        let summary = ActionSummary(
            action: Action(family: "AWS.CloudTrail", field: "eventName", name: "<SendCommand>"),
            rules: 12,
            vendors: 2,
            techniques: (0..<count).map { "T100\($0)" }
        )
        let html = DisputesView([summary], frame: Sample.frame(.served)).render().html
        #expect(html.contains("&lt;SendCommand&gt;"))
        for id in summary.techniques { #expect(html.contains(">\(id)<"), "\(id)") }
        #expect(html.contains("<details") == (count > 8))
        #expect(html.contains("and 1 more") == (count > 8))
    }
}
