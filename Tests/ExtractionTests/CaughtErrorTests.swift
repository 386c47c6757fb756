import Conditions
import ExtractionSupport
import Testing

@testable import Extraction

/// Errors that are caught where a text is split or read as JSON: both ways are followed, and say what the code does.
@Suite struct CaughtErrorTests {
    private static func attempt(_ body: String, _ errors: String, otherwise: String = "return True") -> String {
        """
            try:
                \(body)
            except\(errors.isEmpty ? "" : " \(errors)"):
                \(otherwise)
        """
    }

    static let cases = [
        RuleCase(
            name: "no JSON",
            body: attempt("v = json.loads(event.get('p'))", "(ValueError, TypeError)") + "\n    return v == 1"
        ),
        RuleCase(
            name: "the error's own name",
            body: attempt("v = json.loads(event.get('p', ''))", "(json.JSONDecodeError, TypeError)")
                + "\n    return v == 1"
        ),
        RuleCase(name: "any error", body: attempt("v = json.loads(event.get('p'))", "") + "\n    return v == 1"),
        RuleCase(
            name: "what is no text is not caught",
            body: attempt("v = json.loads(event.get('p'))", "ValueError") + "\n    return v == 1"
        ),
        RuleCase(
            name: "what is missing is not caught",
            body: attempt("v = json.loads(event['p'])", "(ValueError, TypeError)") + "\n    return v == 1",
            isExact: false
        ),
        RuleCase(
            name: "a text that is known to be one",
            body: "    if not isinstance(event.get('p'), str):\n        return False\n"
                + attempt("v = json.loads(event.get('p'))", "ValueError") + "\n    return v == 1"
        ),
        RuleCase(
            name: "members",
            body: attempt("v = json.loads(event.get('p'))", "Exception", otherwise: "v = {'a': 2}")
                + "\n    return isinstance(v, dict) and v.get('a') == 2"
        ),
        RuleCase(
            name: "returned at once",
            body: attempt("return json.loads(event.get('p')) == 1", "(ValueError, TypeError)")
        ),
        RuleCase(
            name: "a default that is JSON",
            body: attempt("v = json.loads(event.get('p', '1'))", "(ValueError, TypeError)") + "\n    return v == 1",
            isExact: false
        ),
        RuleCase(
            name: "caught within what is caught",
            body: """
                    try:
                        try:
                            v = json.loads(event.get('p'))
                        except ValueError:
                            v = 1
                        w = json.loads(event.get('p'))
                    except (ValueError, TypeError):
                        return False
                    return v == 1
                """,
            isExact: false
        ),
        RuleCase(
            name: "a name that is bound before",
            body: "    n = 'y'\n    try:\n        n = 'x'\n        v = json.loads(event.get('p'))\n"
                + "    except (ValueError, TypeError):\n        return n == 'x'\n    return v == 1",
            isExact: false
        ),
        RuleCase(
            name: "a name that is bound by what raises",
            body: "    v = 1\n    try:\n        v = json.loads(event.get('p'))\n"
                + "    except (ValueError, TypeError):\n        pass\n    return v == 1"
        ),
        RuleCase(
            name: "a container that is changed before",
            body: "    l = []\n    try:\n        l.append(1)\n        v = json.loads(event.get('p'))\n"
                + "    except (ValueError, TypeError):\n        return len(l) == 1\n    return v == 1",
            isExact: false
        ),
        RuleCase(
            name: "a container that is changed on a way out",
            body: "    l = []\n    try:\n        if event.get('a'):\n            l.append(1)\n"
                + "            return json.loads(event.get('p')) == 1\n"
                + "    except (ValueError, TypeError):\n        return len(l) == 1\n    return False",
            isExact: false
        ),
        RuleCase(
            name: "a name that is bound before an address is read",
            body: "    import ipaddress\n    n = 'y'\n    try:\n        n = 'x'\n"
                + "        v = ipaddress.ip_address(event.get('a')).is_private\n"
                + "    except ValueError:\n        return n == 'x'\n    return v",
            isExact: false
        ),
        RuleCase(
            name: "a name that is bound before a piece is taken",
            body: "    n = 'y'\n    try:\n        n = 'x'\n        v = str(event.get('a')).split('/')[2]\n"
                + "    except IndexError:\n        return n == 'x'\n    return v == 'x'",
            isExact: false
        ),
        RuleCase(
            name: "two texts",
            body: attempt("v = json.loads(event.get('p')) == json.loads(event.get('a'))", "(ValueError, TypeError)")
                + "\n    return v",
            isExact: false
        ),
        RuleCase(
            name: "another error",
            body: attempt("v = json.loads(event.get('p'))", "KeyError") + "\n    return v == 1",
            isExact: false
        ),
        RuleCase(name: "a piece", body: attempt("return str(event.get('a')).split('/')[2] == 'x'", "IndexError")),
        RuleCase(
            name: "a piece from the end",
            body: attempt("return str(event.get('a')).split('/')[-2] == 'x'", "IndexError")
        ),
        RuleCase(
            name: "a piece of what may be no text",
            body: attempt("return event.get('a').split('/')[2] == 'x'", "IndexError"),
            isExact: false
        ),
        RuleCase(
            name: "pieces that are counted",
            body: "    p = str(event.get('a')).split('/')\n    return len(p) >= 3 and p[2] == 'x'"
        ),
        RuleCase(
            name: "pieces that are counted the other way",
            body:
                "    p = str(event.get('a')).split('/')\n    if len(p) < 3:\n        return False\n    return p[2] == 'x' and p[-3] == 'user'"
        ),
        RuleCase(
            name: "too few are counted",
            body: "    p = str(event.get('a')).split('/')\n    return len(p) >= 2 and p[2] == 'x'"
        ),
        RuleCase(
            name: "split once",
            body: "    return '/' in event.get('a', '') and event.get('a', '').split('/', 1)[1] == 'x'"
        ),
        RuleCase(
            name: "split once, by name",
            body: "    return event.get('a', '').split('/', maxsplit=1)[0] == 'user'"
        ),
        RuleCase(name: "split twice", body: "    return event.get('a', '').split('/', 2)[2] == 'y/x'"),
        RuleCase(
            name: "an index past every list",
            body:
                "    p = str(event.get('a')).split('/')\n    return len(p) >= 9223372036854775807 and p[9223372036854775807] == 'x'"
        ),
        RuleCase(
            name: "an index before every list",
            body: attempt("return str(event.get('a')).split('/')[-9223372036854775807] == 'x'", "IndexError")
        ),
        RuleCase(name: "no limit", body: "    return event.get('a', '').split('/', -1)[1] == 'x'"),
        RuleCase(name: "split never", body: "    return event.get('a', '').split('/', 0)[0] == 'x'", isExact: false),
        RuleCase(name: "split from the end", body: "    return event.get('a', '').rsplit('/', 1)[-1] == 'x'"),
        RuleCase(name: "split from the end, all", body: "    return event.get('a', '').rsplit('/')[0] == 'user'"),
        RuleCase(
            name: "what is before the last",
            body: "    return event.get('a', '').rsplit('/', 1)[0] == 'user'",
            isExact: false
        ),
        RuleCase(
            name: "the last of two",
            body: "    return event.get('a', '').split('/', 1)[-1] == 'x'",
            isExact: false
        ),
    ]

    /// Texts that are JSON, nearly, and not at all; and what is no text.
    static let events: [String] =
        [
            #""1""#, #""1.0""#, #"" 1\n""#, #""{\"a\":2}""#, #""[]""#, #""null""#, #""NaN""#, #""true""#, #""""#,
            #""{""#, #""{\"a\":2""#, #""1,""#,
            #""01""#, #""-""#, #""1.""#, #""'a'""#, #""\"\\x\"""#, #""\"\t\"""#, #""\"\\ud800\"""#, #""\uFEFF1""#,
            #""\u00a01""#, #""1 2""#, #""nan""#,
            #""{\"a\":2,}""#, #""{\"a\":1,\"a\":2}""#, "1", "1.5", "null", "true", "[]", "{}",
        ].map { #"{"p":\#($0),"a":"1"}"# } + [
            "{}", #"{"a":"user/y/x"}"#, #"{"a":"user/x"}"#, #"{"a":"x"}"#, #"{"a":""}"#, #"{"a":"/"}"#,
            #"{"a":"a//b"}"#, #"{"a":"user/y/x/x"}"#,
            #"{"a":1}"#, #"{"a":null}"#, #"{"a":["user/y/x"]}"#, #"{"a":"x/user/y"}"#, #"{"a":"x/y"}"#,
        ]

    @Test("what is said", arguments: cases) func sound(_ row: RuleCase) throws {
        try row.expectSound(Self.events, changes: 20)
    }

    @Test("a text that is split as often as is followed, and once more", arguments: [0, 1])
    func followedMax(past: Int) throws {
        let count = Splitting.followedMax + past
        let pack = SmallPack("def rule(event):\n    return event.get('a', '').split('/', \(count))[\(count)] == 'x'\n")
        #expect(try #require(pack.extract()).isExact == (past == 0))
        let text = String(repeating: "a/", count: count) + "x"
        #expect(pack.contradictions([#"{"a":"\#(text)"}"#, #"{"a":"a/x"}"#], changes: 10) == [])
    }

    @Test("of a text that is no JSON all is known") func known() throws {
        let judge = ConditionJudge(try #require(SmallPack(Self.cases[0].text).extract()).condition)
        for event in Self.events { #expect(judge.truth(Array(event.utf8)) != .unknown, "\(event)") }
    }
}
