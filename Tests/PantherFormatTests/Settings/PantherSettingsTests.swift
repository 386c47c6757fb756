import Diagnostics
import PantherFormat
import Testing

@Suite struct PantherSettingsTests {
    private func settings(_ text: String) throws -> PantherSettings {
        try PantherSettings(Source(path: ".panther_settings.yml", text: text))
    }

    @Test(
        "what is a flag",
        arguments: [
            ("true", true), ("TRUE", true), ("1", true), ("yes", true), ("on", true), ("t", true), ("false", false),
            ("0", false), ("No", false), ("off", false), ("maybe", nil), ("", nil), ("2", nil),
        ] as [(String, Bool?)]
    )
    func flags(_ text: String, _ flag: Bool?) { #expect(PantherSettings.flag(text) == flag) }

    @Test("values of every kind, quoted or not; null is no value")
    func values() throws {
        let settings = try settings(
            "n: 5\nq: '6'\nf: true\ng: 'no'\nh: off\nt: one\nl: [one, two]\nz: null\n"
        )
        #expect(try settings.number("n") == 5)
        #expect(try settings.number("q") == 6)
        #expect(try settings.flag("f") == true)
        #expect(try settings.flag("g") == false)
        #expect(try settings.flag("h") == false)
        #expect(try settings.texts("t") == ["one"])
        #expect(try settings.texts("l") == ["one", "two"])
        #expect(try settings.texts("z") == nil && settings.number("z") == nil && settings.flag("none") == nil)
    }

    @Test("values of the wrong kind are said, with their place")
    func faults() throws {
        let settings = try settings("n: five\nf: maybe\nl: [one, 2]\n")
        #expect(throws: Diagnostic.self) { try settings.number("n") }
        #expect(throws: Diagnostic.self) { try settings.flag("f") }
        do {
            _ = try settings.texts("l")
            Issue.record("a list of texts and numbers is none of texts")
        } catch {
            #expect(error.location == Location(line: 3, column: 4))
        }
    }

    @Test("only keys that look like one of ours are said to be misspelled")
    func misspelled() throws {
        let settings = try settings("minimum_test: 1\naws_profile: x\nfilter: a\n")
        let warnings = settings.misspelled(among: ["minimum_tests", "filter"])
        #expect(warnings.map(\.message) == ["unknown setting `minimum_test`"])
    }
}
