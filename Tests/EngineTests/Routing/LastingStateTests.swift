import Detections
import Engine
import Events
import Testing

/// What one event leaves changed lets the next change something else: rules whose state comes in steps are run as often as without
/// routing, and say the same.
@Suite struct LastingStateTests {
    /// Modules; each row matches an event with `ask` only after the events before it have taken all of its steps.
    static let rules: [(name: String, text: String)] = [
        (
            "a name, then a list",
            """
            STATE = 0
            OTHER = []
            def rule(event):
                global STATE
                if OTHER:
                    return True
                if event.get('ask'):
                    return False
                if STATE == 1:
                    OTHER.append(1)
                STATE = event.get('n')
                return False
            """
        ),
        (
            "a list, then a name",
            """
            STATE = 0
            OTHER = []
            def rule(event):
                global STATE
                if STATE == 1:
                    return True
                if event.get('ask'):
                    return False
                if OTHER:
                    STATE = 1
                OTHER.append(1)
                return False
            """
        ),
        (
            "three names",
            """
            A = B = C = 0
            def rule(event):
                global A, B, C
                if C == 1:
                    return True
                if event.get('ask'):
                    return False
                if B == 1:
                    C = 1
                if A == 1:
                    B = 1
                A = 1
                return False
            """
        ),
        (
            "a title sets what the matcher asks for",
            """
            STATE = 0
            OTHER = 0
            def rule(event):
                global OTHER
                if OTHER == 1:
                    return True
                if event.get('ask'):
                    return False
                if STATE == 1:
                    OTHER = 1
                return event.get('n') == 1
            def title(event):
                global STATE
                STATE = 1
                return 'x'
            """
        ),
        (
            "containers that are made by a loop over one that changes",
            """
            BASE = ['a', 'b']
            ROWS = []
            for name in BASE:
                ROWS.append([name])
            LAST = []
            def rule(event):
                if len(LAST) > 0:
                    return True
                if event.get('ask'):
                    return False
                if len(BASE) > 2:
                    LAST.append('x')
                BASE.append('c')
                return False
            """
        ),
        (
            "a key of a dict, then a name",
            """
            SEEN = {}
            FOUND = False
            def rule(event):
                global FOUND
                if FOUND:
                    return True
                if event.get('ask'):
                    return False
                if 'a' in SEEN:
                    FOUND = True
                SEEN['a'] = 1
                return False
            """
        ),
    ]

    @Test("nothing is missed") func missed() throws {
        var pack = DetectionPack()
        pack.detections = Self.rules.map { OneRule($0.text, id: $0.name).detection }
        let events = [
            #"{"ask":1}"#, #"{"n":1}"#, #"{"ask":1}"#, #"{"n":1}"#, #"{"ask":1}"#, #"{"n":1}"#, #"{"ask":1}"#,
            #"{"n":1}"#,
        ]
        let (found, plain) = try pack.routedAndPlain(events)
        #expect(found == plain)
        for rule in Self.rules {
            let asked = plain.filter {
                $0.contains("\"\(rule.name)\"") && ($0.contains("\"record\":6,") || $0.contains("\"record\":4,"))
            }
            #expect(!asked.isEmpty, "the last events must find what the first have left: \(rule.name)")
        }
    }
}
