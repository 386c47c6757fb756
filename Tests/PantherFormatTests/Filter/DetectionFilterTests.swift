import Detections
import Diagnostics
import Documents
import PantherFormat
import Testing

@Suite struct DetectionFilterTests {
    static let item = """
        AnalysisType: rule
        Severity: High
        Enabled: true
        Threshold: 5
        Tags: [Initial Access, AWS]
        """

    @Test(
        "which items pass",
        arguments: [
            (["Severity=High"], true), (["Severity=high"], true), (["Severity=Low,HIGH"], true),
            (["Severity=Low"], false),
            (["Severity!=Low"], true), (["Severity!=Low,High"], false), (["Tags=aws"], true), (["Tags=gcp,aws"], true),
            (["Tags=gcp"], false), (["Tags!=aws"], false), (["Enabled=yes"], true), (["Enabled=0"], false),
            (["Enabled!=off"], true), (["Status=x"], false), (["Status!=experimental"], true), (["Status=,x"], true),
            // The tool compares numbers with texts, which are never equal.
            (["Threshold=5"], false), (["Threshold!=5"], true),
            (["Severity=High", "Tags=aws"], true), (["Severity=High", "Tags=gcp"], false),
            (["Severity=Low", "Severity=High"], true), (["Severity=High", "Severity=Low"], false),
            (["Severity=High", "Severity!=High"], false), (["PolicyID=x"], false), (["GlobalID!=x"], true),
        ]
    )
    func matches(_ texts: [String], _ expected: Bool) throws {
        let item = try #require(try YAMLDocument.parse(Source(path: "<test>", text: Self.item))?.map)
        let filters = try DetectionFilter.parse(texts)
        #expect(filters.allSatisfy { $0.matches(item) } == expected)
    }

    @Test(
        "filters that cannot be read",
        arguments: [
            ("Severity", "Filter Severity is not in format KEY=VALUE"), ("=x", "Filter =x is not in format KEY=VALUE"),
            ("Severity=", "Filter Severity= is not in format KEY=VALUE"),
            ("A=b=c", "Filter A=b=c is not in format KEY=VALUE"),
            ("Foo=x", "Filter key Foo is not a valid filter field"), ("!=x", "Filter key  is not a valid filter field"),
            ("Enabled=maybe", "Filter key Enabled should have either true or false"),
            ("severity=x", "Filter key severity is not a valid filter field"),
        ]
    )
    func faults(_ text: String, _ message: String) {
        do {
            _ = try DetectionFilter.parse([text])
            Issue.record("no fault")
        } catch {
            #expect(error.patMessage == message)
        }
    }

    @Test(
        "helpers and data models are never filtered",
        arguments: [
            ("./global_helpers", true), ("/x/global_helpers", true), ("global_helpers", false),
            ("./global_helpers/sub", false),
            ("x/data_models/y", true), ("rules", false),
        ]
    )
    func kept(_ folder: String, _ expected: Bool) { #expect(DetectionFilter.alwaysKeeps(folder: folder) == expected) }
}
