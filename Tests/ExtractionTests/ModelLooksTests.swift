import Conditions
import Detections
import Diagnostics
import Engine
import Extraction
import ExtractionSupport
import Testing

/// Rules that ask data models: what they are on each kind of log, and together.
@Suite struct ModelLooksTests {
    private static func model(_ logType: String, path: String, module: String = "") -> DataModel {
        let methods = ["kind", "kept", "names"].filter { module.contains("def \($0)(") }
        return DataModel(
            id: "Model.\(logType)",
            displayName: nil,
            isEnabled: true,
            logTypes: [logType],
            module: Helper.Module(path: "m.py", source: Source(path: "m.py", text: module)),
            mappings: [DataModel.Mapping(name: "user", target: .path(path), span: Span(0, 0))]
                + methods.map { DataModel.Mapping(name: $0, target: .method($0), span: Span(0, 0)) },
            source: Source(path: "m.yml", text: ""),
            idSpan: Span(0, 0)
        )
    }

    static let module = """
        SEEN = []
        def kind(event):
            return "login" if event.get("t") == 1 else None
        def kept(event):
            SEEN.append(event.get("t"))
            return len(SEEN)
        def names(event):
            return ",".join(n for n in event.get("names") or [])
        """

    static func pack(_ rule: String, logs: [String], helpers: [String: String] = [:]) -> SmallPack {
        var pack = SmallPack(rule, helpers: helpers)
        pack.pack.detections[0].logSources = logs
        pack.pack.dataModels = [
            model("A", path: "a.name", module: module), model("B", path: "b", module: module), model("C", path: "b"),
            model("Foreign", path: "f"),
        ]
        return pack
    }

    /// A rule, and what it is on the kinds of log that it reads.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let rule: String
        let logs: [String]
        /// What readers are shown.
        let text: String

        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "one kind of log is not named",
            rule: "def rule(event): return event.get('n') == 1 and event.udm('user') == 'x'",
            logs: ["A"],
            text: #"n eq 1 and a.name eq "x""#
        ),
        Case(
            name: "what is asked first is said once",
            rule: "def rule(event): return event.get('n') == 1 and event.udm('user') == 'x'",
            logs: ["A", "B"],
            text: #"n eq 1 and ((p_log_type eq "A" and a.name eq "x") or (p_log_type eq "B" and b eq "x"))"#
        ),
        Case(
            name: "kinds of log with the same answer are one",
            rule: "def rule(event): return event.udm('user') == 'x'",
            logs: ["A", "B", "C"],
            text: #"(p_log_type eq "A" and a.name eq "x") or (p_log_type in ["B","C"] and b eq "x")"#
        ),
        Case(
            name: "one of which has no model",
            rule: "def rule(event): return event.udm('user') == 'x'",
            logs: ["A", "None"],
            text: #"""
                (p_log_type eq "A" and a.name eq "x") or (p_log_type eq "None" and \#
                ((p_udm.user is not empty and p_udm.user eq "x") or (p_udm.user is empty and user eq "x")))
                """#
        ),
        Case(
            name: "a method",
            rule: "def rule(event): return event.udm('kind') == 'login'",
            logs: ["A"],
            text: "t eq 1"
        ),
        Case(
            name: "a model that makes no difference",
            rule: "def rule(event): return event.get('n') == 1\ndef title(event): return event.udm('user')",
            logs: ["A", "B"],
            text: "n eq 1"
        ),
        Case(
            name: "no kind of log with a model",
            rule: "def rule(event): return event.get('n') == 1 and bool(event.udm('user'))",
            logs: ["None"],
            text: "n eq 1 and (p_udm.user is not empty or user is not empty)"
        ),
    ]

    @Test("what readers are shown", arguments: cases) func text(_ row: Case) throws {
        let pack = Self.pack(row.rule, logs: row.logs)
        let rule = try #require(pack.extract())
        #expect(rule.isExact, "\(rule.opaques)")
        #expect(rule.conditionOfGiven.readable.text == row.text)
    }

    /// Events of every kind of log, and some that do not name theirs.
    static let events: [String] = ["\"A\"", "\"B\"", "\"C\"", "\"None\"", "\"Foreign\"", "5", "null", nil].flatMap {
        type in
        ["x", "y"].map { user in
            let log = type.map { #""p_log_type":\#($0),"# } ?? ""
            return
                #"{\#(log)"n":1,"t":1,"a":{"name":"\#(user)"},"b":"\#(user)","user":"\#(user)","p_udm":{"user":"\#(user)"}}"#
        }
    }

    @Test("nothing that is said contradicts the code", arguments: cases) func sound(_ row: Case) {
        #expect(Self.pack(row.rule, logs: row.logs).contradictions(Self.events, changes: 20) == [])
    }

    @Test("what it comes to on each kind of log is what it says of their events", arguments: cases)
    func conditionOfLog(_ row: Case) throws {
        let rule = try #require(Self.pack(row.rule, logs: row.logs).extract())
        for logType in row.logs {
            guard let condition = rule.conditionOfLog[logType] else { continue }
            let (whole, part) = (ConditionJudge(rule.condition), ConditionJudge(condition))
            for event in Self.events where event.contains("\"p_log_type\":\"\(logType)\"") {
                #expect(whole.truth(Array(event.utf8)) == part.truth(Array(event.utf8)), "\(event)")
            }
        }
    }

    @Test("a kind of log that the rule does not read is left to the code") func foreign() throws {
        let rule = try #require(Self.pack(Self.cases[1].rule, logs: ["A"]).extract())
        let judge = ConditionJudge(rule.condition)
        #expect(judge.truth(Array(#"{"p_log_type":"Foreign","n":1,"f":"x"}"#.utf8)) == .unknown)
        // What is asked before a model is known all the same.
        #expect(judge.truth(Array(#"{"p_log_type":"Foreign","n":2,"f":"x"}"#.utf8)) == .false)
    }

    @Test("of a kind of log that is one too many nothing is known, even if all others come to the same") func leftOut()
        throws
    {
        var pack = Self.pack(Self.cases[2].rule, logs: ["A", "B", "C"])
        pack.pack.dataModels.removeLast()
        for place in [0, 1] {
            let other = pack.pack.dataModels[place]
            pack.pack.dataModels[place] = DataModel(
                id: other.id,
                displayName: nil,
                isEnabled: true,
                logTypes: other.logTypes,
                module: nil,
                mappings: [],
                source: other.source,
                idSpan: other.idSpan
            )
        }
        var limits = ExtractionLimits()
        limits.models = 2
        let judge = ConditionJudge(try #require(pack.extract(limits)).condition)
        #expect(judge.truth(Array(#"{"p_log_type":"C","b":"x","user":"y"}"#.utf8)) == .unknown)
        #expect(judge.truth(Array(#"{"p_log_type":"A","b":"x","user":"y"}"#.utf8)) == .false)
    }

    @Test("outputs are those of all kinds of log") func outputs() throws {
        let text = """
            def rule(event): return event.get('n') == 1
            def alert_context(event): return {'who': event.udm('user'), 'n': event.get('n')}
            """
        let rule = try #require(Self.pack(text, logs: ["A", "B"]).extract())
        #expect(rule.outputs.map(\.name) == ["who", "n"])
        #expect(rule.outputs.map(\.kind) == [.computed, .field])
        #expect(rule.outputs[0].reads.map(\.path).prefix(2) == ["a.name", "b"])
        #expect(rule.templates["alert_context"] != nil)
    }

    // MARK: Methods

    /// Rules that ask a method twice over, in surroundings where what it answers elsewhere may not count.
    static let surroundings: [(name: String, rule: String)] = [
        ("as it is", "def rule(event): return event.udm('kind') == 'login'"),
        ("within a loop", "def rule(event): return any(event.udm('kind') == n for n in event.get('names') or [])"),
        ("a method with state", "def rule(event): return event.udm('kept') == 2"),
        ("a method that gathers", "def rule(event): return event.udm('names') == 'x'"),
        (
            "a helper that the rule has changed",
            "import helper\nhelper.WORD = 'x'\ndef rule(event): return event.udm('kind') == 'login' and helper.WORD == 'x'"
        ),
        (
            "a name that the rule changes",
            "N = 0\ndef rule(event):\n    global N\n    N += 1\n    return event.udm('kind') == 'login' and N > 1"
        ),
    ]

    @Test("methods answer as they would", arguments: surroundings.indices) func methods(_ row: Int) {
        let (name, rule) = Self.surroundings[row]
        let pack = Self.pack(rule, logs: ["A", "B"], helpers: ["helper": "WORD = 'y'\n"])
        let events =
            Self.events + [#"{"p_log_type":"A","t":1,"names":["x","login"]}"#, #"{"p_log_type":"B","names":["x"]}"#]
        #expect(pack.contradictions(events, changes: 20) == [], "\(name)")
    }

    @Test("a method that asks a helper which the rule has changed") func changedHelper() {
        var pack = Self.pack(
            "import helper\nhelper.WORD = 'x'\ndef rule(event): return event.udm('kind') == 'x'",
            logs: ["A"],
            helpers: ["helper": "WORD = 'y'\n"]
        )
        pack.pack.dataModels[0] = Self.model(
            "A",
            path: "a",
            module: "import helper\ndef kind(event): return helper.WORD\n"
        )
        #expect(pack.contradictions([#"{"p_log_type":"A","n":1}"#, "{}"], changes: 5) == [])
    }
}
