import Conditions
import Detections
import Documents
import Extraction
import Testing

/// Code across modules: helpers, data models, mocks.
@Suite struct ModuleTests {
    @Test("helpers of helpers are followed") func helpers() throws {
        let pack = SmallPack(
            """
            import outer
            from outer import is_bad as bad

            def rule(event):
                return bad(event) and event.get("b") in outer.NAMES
            """,
            helpers: [
                "outer": "from inner import field\nNAMES = ['y']\ndef is_bad(event):\n    return field(event) == 'x'\n",
                "inner": "def field(event):\n    return event.deep_get('a', 'b')\n",
            ]
        )
        let rule = try #require(pack.extract())
        #expect(rule.condition.text == #"a.b eq "x" and b eq "y""#)
        #expect(rule.isExact)
        #expect(rule.reads.map(\.path) == ["a.b", "b"])
    }

    @Test("modules that import each other end") func circles() throws {
        let pack = SmallPack(
            "from a import f\ndef rule(event):\n    return f(event)\n",
            helpers: [
                "a": "import b\ndef f(event):\n    return event.get('x') == 1\n",
                "b": "import a\ndef g(event):\n    return a.f(event)\n",
            ]
        )
        #expect(try #require(pack.extract()).condition.text == "x eq 1")
    }

    static let model: (module: String, mappings: [(name: String, target: DataModel.Target)]) = (
        """
        def kind(event):
            if event.get("t") == "login":
                return "signed in"
            return None
        """,
        [("user", .path("$.actor.name")), ("event_type", .method("kind")), ("odd", .path("$.l[*].x"))]
    )

    @Test("names of data models are followed for the kinds of log the rule names") func models() throws {
        let pack = SmallPack(
            """
            def rule(event):
                return event.udm("event_type") == "signed in" and event.udm("user", default="n") == "x"
            """,
            model: Self.model
        )
        let rule = try #require(pack.extract())
        #expect(rule.isExact, "\(rule.opaques)")
        #expect(
            pack.contradictions(
                [
                    #"{"p_log_type":"Test.Log","t":"login","actor":{"name":"x"}}"#,
                    #"{"t":"login","actor":{"name":"x"},"user":"x","event_type":"signed in"}"#,
                    #"{"p_log_type":"Other.Log","event_type":"signed in","p_udm":{"user":"x"}}"#,
                ],
                changes: 100
            ) == []
        )
    }

    @Test("a path of a data model that is no plain one is opaque") func oddPaths() throws {
        let pack = SmallPack("def rule(event):\n    return event.udm('odd') == 'x'\n", model: Self.model)
        let rule = try #require(pack.extract())
        #expect(rule.opaques.map(\.reason) == [.dataModel])
    }

    @Test("the condition as a unit test with mocks sees it") func mocks() throws {
        let pack = SmallPack(
            """
            import json
            from unittest.mock import MagicMock
            NAMES = ["x"]

            def rule(event):
                global NAMES
                if isinstance(NAMES, MagicMock):
                    NAMES = json.loads(NAMES())
                return event.get("a") in NAMES
            """
        )
        #expect(try #require(pack.extract()).condition.text == #"a eq "x""#)
        let mocks = [Mock(name: "NAMES", returnValue: .string(#"["y", "z"]"#))]
        #expect(try #require(pack.extract(mocks: mocks)).condition.text.contains(#""y""#))
    }

    @Test("fields of an alert and where they come from") func outputs() throws {
        let pack = SmallPack(
            """
            def base(event):
                return {"name": event.get("name"), "constant": 1}

            def rule(event):
                return event.get("a") == "x"

            def title(event):
                return f"{event.get('who')} did {event.deep_get('b', 'c')}"

            def dedup(event):
                return event.get("id")

            def alert_context(event):
                context = base(event)
                context["more"] = event.deep_get("b", "c", default="?")
                context.update({"sum": f"{event.get('x')}-{event.get('y')}"})
                context |= {"last": event.get("z")}
                if event.get("q"):
                    context["maybe"] = event.get("q")
                return {**context, "spread": event.get("s")}
            """
        )
        let rule = try #require(pack.extract())
        let lines = rule.outputs.map {
            "\($0.origin) \($0.name) \($0.kind.rawValue) \($0.reads.map(\.path).joined(separator: "+"))"
        }
        #expect(
            lines == [
                "title who field who", "title b.c field b.c", "dedup id field id", "alert_context name field name",
                "alert_context constant constant ", "alert_context more field b.c", "alert_context sum computed x+y",
                "alert_context last field z", "alert_context maybe field q", "alert_context spread field s",
            ]
        )
    }

    @Test("a file with syntax errors has no condition") func broken() {
        #expect(SmallPack("def rule(event:\n").extract() == nil)
    }
}
