import Conditions
import Detections
import Engine
import Events
import Extraction
import Testing

/// What a match carries is the same whether code is run for it or not.
@Suite struct OutputProgramTests {
    struct Row: Sendable, CustomTestStringConvertible {
        /// The functions of a rule that matches every event.
        var body: String
        /// Those that are known without their code.
        var known: Set<String>

        init(_ body: String, _ known: String...) {
            self.body = body
            self.known = Set(known)
        }

        var testDescription: String { body }
    }

    static let rows: [Row] = [
        Row("def title(event): return 'a text'", "title"),
        Row("def title(event): return event.get('a')", "title"),
        Row("def title(event): return event['a']", "title"),
        Row("def title(event): return f\"a {event.get('a')} é {event.deep_get('o', 'k', default='none')}\"", "title"),
        Row("def title(event): return event.get('a', '') + '-' + event.deep_get('o', 'k', default='')", "title"),
        Row("def title(event): return event.get('a') or 'nobody'", "title"),
        Row("def title(event): return str(event.get('a'))", "title"),
        Row("def title(event): return event.get('a', 'x').upper()", "title"),
        Row("def title(event): return event.get('a', '').strip().replace('e', '33').lower()[1:9] + '!'", "title"),
        Row("def title(event): return event.get('a', '').split('\\\"')[0]", "title"),
        Row("def title(event): return event.get('a', '').casefold()"),
        Row("def title(event): return event.get('a', '').title()"),
        Row("def title(event): return f\"{event.get('a')!r}\""),
        Row("def title(event): return f\"{event.get('a'):>9}\""),
        // Ways through a function, and one of two values.
        Row("def title(event):\n    if event.get('a'):\n        return 'some'\n    return 'none'", "title"),
        Row(
            "def title(event):\n    if event.get('a') == 'x':\n        who = 'ex'\n    elif event.get('b'):\n"
                + "        who = event.get('b')\n    else:\n        who = event.deep_get('o', 'k', default='nobody')\n"
                + "    return f\"<{who}> {who}\"",
            "title"
        ),
        Row("def title(event): return event.get('a') if event.get('b') else event.deep_get('o', 'k')", "title"),
        Row("def title(event): return 'even' if len(event.get('a', '')) % 2 == 0 else 'odd'"),
        // A way that only the code knows leaves the others known.
        Row(
            "def title(event):\n    if event.get('a'):\n        return event.get('a').upper()\n    return 'none'",
            "title"
        ),
        Row("def title(event):\n    if event.get('a'):\n        raise ValueError('a')\n    return 'none'", "title"),
        Row("def title(event):\n    if event.get('a'):\n        return event['missing']\n", "title"),
        // Entries that may not be there, in the order in which they come.
        Row(
            "def alert_context(event):\n    context = {'a': event.get('a') or event.get('b')}\n"
                + "    if event.get('b'):\n        context['b'] = [event.get('b')]\n    return context",
            "alert_context"
        ),
        Row(
            "def alert_context(event):\n    c = {'a': event.get('a'), 'b': event.get('b'), 'o': event.get('o')}\n"
                + "    return {k: v for k, v in c.items() if v is not None}",
            "alert_context"
        ),
        Row(
            "def alert_context(event):\n    c = {}\n    if event.get('a') == 'x':\n        c['x'] = {}\n"
                + "    c['l'] = [v for v in (event.get('a'), event.get('b')) if v]\n    if event.get('b'):\n"
                + "        c['b'] = '{'\n    return c",
            "alert_context"
        ),
        Row(
            "def alert_context(event):\n    c = {}\n    if event.get('a'):\n        c['a'] = 1\n    c['b'] = 2\n"
                + "    c['a'] = 3\n    return c"
        ),
        Row("def alert_context(event): return dict(b=1, a=event.get('a'))", "alert_context"),
        Row(
            "def alert_context(event):\n    if event.get('b'):\n        return {'b': [event.get('b')]}\n"
                + "    return {'a': 'y' if event.get('a') == 'x' else None}",
            "alert_context"
        ),
        Row("def alert_context(event): return {'x': 1} if event.get('a') else {}", "alert_context"),
        // Severities are looked at as the code's are.
        Row("def severity(event): return 'high' if event.get('a') == 'x' else 'DEFAULT'", "severity"),
        Row("def severity(event): return event.get('a', 'LOW')", "severity"),
        Row("def title(event): return '%s' % event.get('a')"),
        Row("def dedup(event): return event.get('a', '')", "dedup"),
        Row("def dedup(event): return ''", "dedup"),
        Row(
            "def title(event): return 't'\ndef description(event): return f\"d {event.get('a')}\"\n"
                + "def reference(event): return event.get('a', 'r')\ndef runbook(event): return 'b'\n"
                + "def unique(event): return event.get('a', '')",
            "title",
            "description",
            "reference",
            "runbook",
            "unique"
        ),
        // What is checked beyond its type stays with its code.
        Row("def severity(event): return 'HIGH'\ndef destinations(event): return ['d']", "severity"),
        Row("def alert_context(event): return {}", "alert_context"),
        Row(
            "def alert_context(event): return {'a': event.get('a'), 'k': event.deep_get('o', 'k'), 'c': 'x', 'n': 1, 'b': True}",
            "alert_context"
        ),
        Row(
            "def alert_context(event):\n    return {'t': f\"<{event.get('a')}>\", 'o': {'l': [event.get('b', 'none'), None, []]}}",
            "alert_context"
        ),
        Row(
            "def alert_context(event):\n    context = {'a': event.get('a')}\n    context['b'] = event.get('b')\n    return context",
            "alert_context"
        ),
        Row(
            "def alert_context(event): return {'ip': event.get('a', '{not found}') + ':' + event.deep_get('o', 'k', default='-')}",
            "alert_context"
        ),
        Row("def alert_context(event): return {'q\"': 'a\\\\b\\n\\t\\x01'}", "alert_context"),
        Row("def alert_context(event): return {'é': 1}"), Row("def alert_context(event): return {'d': '\\x7f'}"),
        Row("def alert_context(event): return {'f': 1.5}"), Row("def alert_context(event): return {event.get('a'): 1}"),
        Row("def alert_context(event): return {'e': event}"), Row("def alert_context(event): return {'t': (1, 2)}"),
        Row("def alert_context(event): return event.get('o')"), Row("def alert_context(event): return 'none'"),
        Row("def alert_context(event): return {'p': event.get('p_any_ip_addresses')}", "alert_context"),
        // Loops that put a text together.
        Row(
            loop("event.items()", overlaps, context: "{'q': text + '|', 'none': first}")
        ),
        Row(
            loop("event.items()", overlaps, context: "{'q': text + '|'}"),
            "alert_context"
        ),
        Row(
            loop(
                "event.items()",
                "if not key.startswith('l_'):\n            continue\n        text += key",
                context: "{'q': text}"
            ),
            "alert_context"
        ),
        Row(
            loop("event.get('o', {}).items()", "text += f'{key}={value};'", context: "{'q': text}"),
            "alert_context"
        ),
        Row(
            "def title(event):\n    text = 'all'\n    for key in event.keys():\n        text += ' ' + key\n    return text",
            "title"
        ),
        Row(
            "def title(event):\n    text = 'all'\n    for item in event.get('l_a', []):\n        if item != 'b':\n"
                + "            text += f' {item}'\n    return text",
            "title"
        ),
        // Those that do more are left to the code.
        Row(loop("event.items()", "text += key if key in text else ''", context: "{'q': text}")),
        Row(loop("event.items()", "if key == 'b': break\n        text += key", context: "{'q': text}")),
        Row(loop("event.items()", "if 'a' in text: text += key", context: "{'q': text}")),
        Row(loop("event.items()", "text = key + text", context: "{'q': text}")),
        Row(loop("event.items()", "first = key\n        text += key", context: "{'q': text}")),
        Row(loop("event.items()", "text += f'{key}{value!r}'", context: "{'q': text}")),
        Row(
            "def alert_context(event):\n    text, seen = '', []\n    for key in event.keys():\n        text += key\n"
                + "        seen.append(key)\n    return {'q': text, 's': seen}"
        ),
        Row(
            "def alert_context(event):\n    text, other = '', ''\n    for key in event.keys():\n        text += key\n"
                + "        other += '.'\n    return {'q': text, 's': other}"
        ),
        // What one call leaves behind, another may find.
        Row(
            "SEEN = []\ndef title(event):\n    SEEN.append(1)\n    return 't'\ndef dedup(event): return str(len(SEEN))"
        ),
        Row("def title(event):\n    global WHO\n    WHO = event.get('a')\n    return 't'"),
        // Nor is what a loop that is not followed leaves behind taken for what the module was loaded with.
        Row(
            "LAST = 'none'\ndef description(event):\n    global LAST\n    while event.get('a'):\n"
                + "        LAST = str(event.get('a'))\n        return 'seen'\n    return 'd'\ndef title(event): return LAST"
        ),
        Row(
            "LAST = {}\ndef note(kept, value): kept['v'] = value\ndef description(event):\n"
                + "    while event.get('a'):\n        note(LAST, str(event.get('a')))\n        return 'seen'\n"
                + "    return 'd'\ndef title(event): return LAST.get('v', 'none')"
        ),
        // Containers in one another, and parts.
        Row("def alert_context(event): return \(nested(OutputTemplate.nestingMax - 1))", "alert_context"),
        Row("def alert_context(event): return \(nested(OutputTemplate.nestingMax))"),
        Row("def title(event): return f\"{\(many((OutputTemplate.partsMax - 1) / 2))}x\"", "title"),
        Row("def title(event): return f\"{\(many(OutputTemplate.partsMax / 2 + 1))}x\""),
        Row("def title(event):\n\(ways(OutputTemplate.partsMax))    return 'none'", "title"),
        Row("def title(event): return missing_name"), Row("def title(event): return 7"),
    ]

    /// The first member of a kind is written in another way than those after it.
    static let overlaps =
        "if key.startswith('l_') and key != 'l_not':\n            if first:\n"
        + "                text += f\"| {key} {value.copy()}\\n\"\n                first = False\n"
        + "            else:\n                text += f\"  or {key}, {value.copy()}\\n\""

    /// A context made by a loop over members.
    static func loop(_ source: String, _ body: String, context: String) -> String {
        "def alert_context(event):\n    text = 't'\n    first = True\n    for key, value in \(source):\n        \(body)\n"
            + "    return \(context)"
    }

    /// A dict within lists, so that there are `depth` containers.
    static func nested(_ depth: Int) -> String {
        "{'k': " + String(repeating: "[", count: depth - 1) + "event.get('a')"
            + String(repeating: "]", count: depth - 1) + "}"
    }

    /// Fields of a text, with something between them.
    static func many(_ count: Int) -> String {
        Array(repeating: "event.get('a')", count: count).joined(separator: "}-{")
    }

    /// Ways that return before the end, if one of so many tests holds.
    static func ways(_ count: Int, tests: Int = 1) -> String {
        (0..<count).map { way in
            let test = (0..<tests).map { "(event.get('a') == 'x\(way)_\($0)' and event.get('b') == 'y\($0)')" }
            return "    if \(test.joined(separator: " or ")):\n        return 'n\(way)'\n"
        }.joined()
    }

    static let events: [String] = {
        let values = [
            "\"x\"", "\" Eerie \"", "\"\"", "\"a\\\"b\"", "\"é\"", "\"\\u00e9\\n\"", "\"\u{7F}\"", "null", "true",
            "false", "1", "-0",
            "1.50", "[1]",
            "{\"k\":\"v\"}", "[[],{},[{\"k\":[1,-0,null,true]}],\"x\"]", "{\"é\":1}", "{\"k\":{\"q\":\"\\n\"}}",
            nestedLists(OutputProgram.nestingMax), nestedLists(OutputProgram.nestingMax + 1),
            "\"\(String(repeating: "long ", count: 300))\"",
            "\"\(String(repeating: "x", count: OutputProgram.bytesMax))\"",
            "\"\(String(repeating: "x", count: OutputProgram.bytesMax + 1))\"",
        ]
        var events = ["{}", #"{"o":{}}"#, #"{"o":null}"#, #"{"o":"text"}"#, #"{"A":"other","O":{"K":"case"}}"#]
        for value in values {
            events += [
                "{\"a\":\(value)}", "{\"b\":\(value),\"o\":{\"k\":\(value)}}", "{\"a\":\"y\",\"o\":{\"k\":\(value)}}",
            ]
        }
        let lists = [
            "[]", "[\"a\",\"b\"]", "[\"it's\"]", "[\"é\"]", "[\"\\\\\"]", "[\"\\\"\"]", "[1,-0,true,false,null]",
            "[1.50]", "[[]]", "\"x\"",
            "{\"k\":1}", "null", "7", "[\"\u{7F}\"]",
        ]
        for list in lists {
            events += ["{\"l_a\":\(list)}", "{\"l_not\":3,\"b\":1,\"l_a\":[\"b\"],\"l_b\":\(list),\"l_c\":[]}"]
        }
        events += [#"{"sourceIPAddress":"8.8.8.8","l_a":["y"]}"#, #"{"l_é":["y"]}"#, #"{"l_\n":["y"],"L_A":[]}"#]
        return events
    }()

    /// As many lists in one another.
    static func nestedLists(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }

    static func lines(_ pack: DetectionPack, routes: Bool) throws -> (lines: [String], known: [[String]]) {
        let (matches, compiled) = try pack.scan(events, routes: routes)
        let lines = matches.map { match in
            guard case .match(let content) = match.verdict else { return pack.line(match) }
            let more = [content.description, content.reference, content.runbook, content.unique]
            return ([pack.line(match)] + more.map { $0 ?? "-" }).joined(separator: " ")
        }
        let known = pack.detections.indices.map { compiled.templates[$0]?.keys.map(\.pythonName).sorted() ?? [] }
        return (lines, known)
    }

    @Test("as the code says it, and without it where it is put together") func equality() throws {
        var pack = DetectionPack()
        pack.detections = Self.rows.enumerated().map {
            OneRule("def rule(event): return True\n" + $0.element.body, id: "Rule.\($0.offset)").detection
        }
        let found = try Self.lines(pack, routes: true)
        let plain = try Self.lines(pack, routes: false)
        #expect(plain.lines.count >= Self.events.count * Self.rows.count)
        for (left, right) in zip(found.lines, plain.lines) where left != right { Issue.record("\(left)\n\(right)") }
        #expect(found.lines.count == plain.lines.count)
        for (row, known) in zip(Self.rows, found.known) { #expect(Set(known) == row.known, "\(row.body)") }
    }

    @Test("a line that is written from the event is that of the match") func lines() throws {
        var pack = DetectionPack()
        pack.detections = Self.rows.enumerated().map {
            OneRule("def rule(event): return True\n" + $0.element.body, id: "Rule.\"\($0.offset)").detection
        }
        let (lines, writtenCount) = try pack.lines(Self.events)
        let expected = try pack.scan(Self.events, routes: false).matches.map(pack.line)
        for (left, right) in zip(lines, expected) where left != right { Issue.record("\(left)\n\(right)") }
        #expect(lines.count == expected.count)
        // Where all of a rule's functions are known, and most events are plain.
        #expect(writtenCount > lines.count / 3 && writtenCount < lines.count)
    }

    @Test(
        "a loop that cannot be run raises, whatever becomes of its text",
        arguments: [
            "event.get('l_a', [])", "event.get('l_a', {}).items()", "event.get('o')", "event.items()", "event.get('a')",
        ]
    )
    func unusedText(_ source: String) throws {
        let body =
            "def rule(event):\n    text = ''\n    for item in \(source):\n        text += 'a'\n    return event.get('b') == 1\n"
        let pack = OneRule(body).pack
        let found = try pack.scan(Self.events, routes: true).matches.map(pack.line)
        let plain = try pack.scan(Self.events, routes: false).matches.map(pack.line)
        #expect(found == plain)
        #expect(!plain.isEmpty)
    }

    @Test("what a rule found that does not count leaves no line") func discarded() throws {
        let pack = OneRule("def rule(event): return True").pack
        var compiled = CompiledPack(pack)
        compiled.findConditions()
        var scanner = Scanner(compiled, options: ScanOptions(), wallClock: { 1_700_000_000 })
        scanner.prepareLines()
        var found = FoundMatches(writesLines: true)
        let event = Array("{}".utf8) + [UInt8](repeating: 0, count: Tape.paddingByteCount)
        try event.withUnsafeBytes { buffer in
            _ = try scanner.begin(UnsafeRawBufferPointer(rebasing: buffer.dropLast(Tape.paddingByteCount)))
        }
        for round in 0..<3 {
            _ = scanner.evaluate(0, record: round, into: &found)
            #expect(found.line != nil && found.matches.isEmpty)
            if round == 1 { found.discard() } else { found.clear() }
            #expect(found.line == nil)
        }
        let records = found.lines.text.split(separator: "\n").map { $0.prefix(11) }
        #expect(records == [#"{"record":0"#, #"{"record":2"#])
    }

    /// A choice and a text for each way, and the text behind them; 91 nodes for 30 tests.
    @Test(
        "what is past the limits of a template is left to the code, and nothing else",
        arguments: [
            (OutputTemplate.partsMax / 2 - 1, 1, false), (OutputTemplate.partsMax / 2, 1, true),
            (OutputTemplate.conditionNodesMax / 91, 30, false), (OutputTemplate.conditionNodesMax / 91 + 1, 30, true),
        ]
    )
    func limits(_ ways: Int, _ tests: Int, _ isCut: Bool) throws {
        let rule = "def rule(event): return True\ndef title(event):\n\(Self.ways(ways, tests: tests))    return 'none'"
        var compiled = CompiledPack(OneRule(rule).pack)
        compiled.findConditions()
        let template = try #require(compiled.templates[0]?[.title])
        #expect(template.conditions.contains(.constant(false)) == isCut)
        #expect(template.conditions.count >= ways)
    }
}
