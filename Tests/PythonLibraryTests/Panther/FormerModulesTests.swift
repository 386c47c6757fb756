import Testing

/// Modules that `panther_core` took the place of.
@Suite struct FormerModulesTests {
    @Test("rules of 2021 find the event's classes where they were") func classes() {
        let program = """
            from panther_analysis_tool.immutable import ImmutableCaseInsensitiveDict, ImmutableList
            from panther_analysis_tool.enriched_event import PantherEvent
            e = PantherEvent({"a": {"b": [1]}})
            print(isinstance(e["a"], ImmutableCaseInsensitiveDict), isinstance(e["a"]["b"], ImmutableList))
            import panther_core
            print(PantherEvent is panther_core.PantherEvent)
            """
        #expect(LanguageTests.output(of: program, path: "former.py") == "True True\nTrue\n")
    }
}
