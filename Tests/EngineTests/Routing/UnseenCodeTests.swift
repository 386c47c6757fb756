import Detections
import Diagnostics
import Engine
import Events
import Testing

/// What code that the analysis does not follow leaves behind for later events is not taken for what the module was loaded with: rules
/// are run as often as without routing, and say the same.
@Suite struct UnseenCodeTests {
    /// A helper that all rows import, and what they look at.
    static let helper = """
        LAST = None
        SEEN = {}
        LIST = []
        def put(value):
            global LAST
            LAST = value
        def note(kept, value):
            kept[value] = True
        def kept(): return SEEN
        class Box:
            def put(self, value):
                global LAST
                LAST = value
            def note(self, value): SEEN[value] = True
        BOX = Box()
        """

    /// What is done where the event has an `a`; `LAST`, `SEEN` and `LIST` are the rule's own, those of the helper `helper`'s.
    static let changes: [String] = [
        "LAST = 'x'", "LAST = event.get('a')", "SEEN['x'] = 1", "SEEN.update({'x': 1})", "SEEN.setdefault('x', 1)",
        "LIST.append('x')", "LIST += ['x']", "mine = LIST\n            mine.append('x')",
        "mine = LIST or SEEN\n            mine.append('x')", "[LIST.append(v) for v in ['x']]",
        "[put(v) for v in ['x']]", "own('x')", "helper.put('x')", "put('x')", "note(SEEN, 'x')",
        "helper.note(helper.SEEN, 'x')", "helper.kept()['x'] = 1", "list(map(LIST.append, ['x']))",
        "list(map(own, ['x']))", "(lambda v: LIST.append(v))('x')", "(LIST if event else SEEN).append('x')",
        "for one in [LIST]: one.append('x')", "inner = {'l': LIST}\n            inner['l'].append('x')",
        "del LIST[:]\n            LIST.append('x')", "helper.LIST.append('x')", "take().append('x')",
        "helper.BOX.put('x')", "helper.BOX.note('x')", "Own().put('x')", "helper.LAST = 'x'",
        "rows = [LIST]\n            rows[0].append('x')",
        "dict(l=LIST)['l'].append('x')", "tuple([LIST])[0].append('x')", "LIST[0:0] = ['x']",
        "NUMBERS['n'] += 1",
    ]

    /// Ways to do it that are not followed.
    static let frames: [String] = [
        // Followed, but for what is called.
        "CHANGE\n            return False",
        "while event.get('a'):\n            CHANGE\n            return False",
        "for v in event.get('l') or []:\n            CHANGE\n            return v == 'no'",
        "for v in event.get('l') or []:\n            CHANGE",
        "with open('nothing') as f:\n            CHANGE",
        "try:\n            CHANGE\n            return event['no'].lower() == 'x'\n        except AttributeError:\n            pass",
        "try:\n            raise ValueError(event.get('a'))\n        except ValueError:\n            CHANGE",
    ]

    static let events = [
        #"{"b":"x"}"#, #"{"a":"x","l":["x","y"]}"#, #"{"b":"x"}"#, "{}", #"{"a":"y","l":["y"]}"#, #"{"b":"y"}"#,
    ]

    /// Rules that ask for what an earlier event left, and say it.
    static func rule(_ frame: String, _ change: String) -> String {
        """
        import helper
        from helper import put, note
        LAST = None
        SEEN = {}
        LIST = []
        NUMBERS = {'n': 0}
        def own(value):
            global LAST
            LAST = value
        def take(): return LIST
        class Own:
            def put(self, value):
                global LAST
                LAST = value
        def rule(event):
            global LAST
            if event.get('a'):
                \(frame.replacing("CHANGE", with: change))
                return False
            return LAST == 'x' or 'x' in SEEN or 'x' in LIST or helper.LAST == 'x' or 'x' in helper.SEEN or len(helper.LIST) > 0 or NUMBERS['n'] > 0
        def title(event): return f"{LAST} {helper.LAST} {NUMBERS['n']}"
        """
    }

    @Test("nothing is missed", arguments: frames) func missed(_ frame: String) throws {
        var pack = DetectionPack()
        pack.detections = Self.changes.enumerated().map {
            OneRule(Self.rule(frame, $0.element), id: "Rule.\($0.offset)").detection
        }
        var rule = OneRule("")
        rule.helpers = ["helper": Self.helper]
        pack.helpers = rule.pack.helpers
        let (found, plain) = try pack.routedAndPlain(Self.events)
        for (number, change) in Self.changes.enumerated() {
            let id = "\"Rule.\(number)\""
            #expect(found.filter { $0.contains(id) } == plain.filter { $0.contains(id) }, "\(change)")
        }
        #expect(found.count == plain.count)
    }

    /// Followed themselves, before and behind what is not: nothing else in the rule is.
    static let places: [String] = [
        "CHANGE\n        while True:\n            break", "while True:\n            break\n        CHANGE",
        "if event.get('l'):\n            while True:\n                break\n        CHANGE",
    ]

    @Test("what is followed before and behind what is not", arguments: places) func around(_ place: String) throws {
        for change in ["LAST = 'x'", "SEEN['x'] = 1", "LIST.append('x')", "NUMBERS['n'] += 1"] {
            let rule = """
                LAST = None
                SEEN = {}
                LIST = []
                NUMBERS = {'n': 0}
                def rule(event):
                    global LAST
                    if event.get('a'):
                        \(place.replacing("CHANGE", with: change))
                        return False
                    return LAST == 'x' or 'x' in SEEN or 'x' in LIST or NUMBERS['n'] > 0
                def title(event): return f"{LAST} {NUMBERS['n']}"
                """
            var pack = DetectionPack()
            pack.detections = [OneRule(rule, id: "Rule.Place").detection]
            let (found, plain) = try pack.routedAndPlain(Self.events)
            #expect(found == plain, "\(change)")
            #expect(!plain.isEmpty, "\(change)")
        }
    }

    /// A data model whose methods write; one of them is not followed to its end.
    static let model = """
        LAST = None
        SEEN = {}
        def seen(event): SEEN['x'] = 1
        def late(event):
            global LAST
            while True:
                break
            LAST = event.get('a')
        def kept(event): return LAST == 'x' or 'x' in SEEN
        """

    /// Ways to ask it.
    static let questions: [String] = [
        "event.udm('late')", "event.udm('seen')", "while True:\n            break\n        event.udm('seen')",
        "while event.get('l'):\n            event.udm('late')\n            break", "event.udm(event.get('b', 'late'))",
        "list(map(ask, ['late', 'seen']))", "for name in event.get('b', ['seen']): event.udm(name)",
    ]

    @Test("what methods of data models write", arguments: questions) func models(_ question: String) throws {
        let rule = """
            def rule(event):
                ask = event.udm
                if event.get('a'):
                    \(question)
                    return False
                return event.udm('kept')
            """
        var pack = OneRule(rule, id: "Rule.Model").pack
        pack.dataModels = [.methods(["late": "late", "seen": "seen", "kept": "kept"], of: Self.model)]
        let (found, plain) = try pack.routedAndPlain(Self.events)
        #expect(found == plain)
        #expect(!plain.isEmpty)
    }

    /// Rules whose title says what an earlier event wrote: not every way to a match writes it before.
    static let titleRules: [String] = [
        """
        LAST = None
        def rule(event):
            global LAST
            if event.get('b') == 'x':
                while True:
                    break
                return True
            LAST = event.get('b') or LAST
            return False
        def title(event): return f"{LAST}"
        """,
        """
        LAST = None
        def rule(event):
            global LAST
            if event.get('l'):
                LAST = event.get('a')
            while True:
                break
            return event.get('b') == 'x'
        def title(event): return f"{LAST}"
        """,
        """
        LAST = None
        def rule(event):
            global LAST
            LAST = event.get('a') if event.get('l') else LAST
            return event.get('b') == 'x'
        last = lambda: LAST
        def title(event): return f"{last()}"
        """,
        """
        LAST = None
        class Own:
            def last(self): return LAST
        def rule(event):
            global LAST
            if event.get('l'):
                LAST = event.get('a')
            return event.get('b') == 'x'
        def title(event): return f"{Own().last()}"
        """,
    ]

    @Test("a title that says what an earlier event wrote", arguments: titleRules) func title(_ text: String) throws {
        var pack = DetectionPack()
        pack.detections = [OneRule(text, id: "Rule.Title").detection]
        let events = Self.events + Self.events.reversed()
        let (found, plain) = try pack.routedAndPlain(events)
        #expect(found == plain)
        // An earlier event's is in it.
        #expect(plain.contains { $0.contains("\"x\"") || $0.contains("\"y\"") })
    }

    @Test("what the rows do is seen by a later event") func control() throws {
        var matching = 0
        for frame in Self.frames {
            for change in Self.changes {
                var rule = OneRule(Self.rule(frame, change))
                rule.helpers = ["helper": Self.helper]
                let said = try rule.scan(Self.events[0], Self.events[1], Self.events[2])
                matching += said.contains { if case .match = $0.verdict { true } else { false } } ? 1 : 0
            }
        }
        // All but those within `with`, which opens nothing.
        #expect(matching >= (Self.frames.count - 1) * Self.changes.count / 2)
    }
}
