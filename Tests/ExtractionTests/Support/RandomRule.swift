import Foundation
import TestSupport

/// Rules made at random of statements on a list, a dict, a set, a text and a number: what people would write, in any order.
struct RandomRule {
    private var random: Seeded
    private var lines: [String] = []
    private var depth = 1
    private var focus = Focus(changes: [], results: [])

    /// A rule for a number: the same number, the same rule.
    init(_ seed: UInt64) { random = Seeded(seed) }

    /// The rule's text.
    mutating func text() -> String {
        focus = random.pick(Self.focuses)
        lines = ["def rule(event):"]
        for start in ["n = 0", "t = ''", "l = []", "d = {}", "s = set()"] { add(start) }
        for _ in 0..<2 + random.below(4) { addStatement() }
        add("return \(random.pick(focus.results))")
        return Self.helpers + lines.joined(separator: "\n") + "\n"
    }

    private static let helpers = """
        def h(l, d, s, event):
            if event.get("y"):
                l.append("h")
            else:
                d["h"] = 1
            s.add("h")

        def f(d, k, q=1):
            d[k] = q
            return len(d)


        """

    /// What a rule is about: most of its statements change it, and it is what decides.
    private struct Focus {
        var changes: [String]
        var results: [String]
    }

    private static let focuses = [
        Focus(
            changes: [
                "l.append(VALUE)", "l.append(VALUE)", "l = l + ['q']", "l += [VALUE]", "m = l\nm.append(VALUE)",
                "m = list(l)\nm.append('m')", "l.extend(['a', t])", "l = [*l, VALUE]", "l = [v for v in l if v != 1]",
                "h(l, d, s, event)", "[l.append(v) for v in ('a', 'b')]", "l = list(s)", "l = [v for v in d]",
            ],
            results: [
                "len(l) == 2", "'a' in l", "bool(l)", "l[0] == 'a'", "l == ['a']",
                "','.join(str(v) for v in l) == 'a,b'",
                "any(v == event.get('x') for v in l)",
            ]
        ),
        Focus(
            changes: [
                "d['a'] = VALUE", "d['b'] = VALUE", "d['c'] = VALUE", "if event.get('x'): d['a'] = VALUE",
                "if event.get('y'): d['b'] = VALUE", "d.update({'b': VALUE})",
                "d.update(c=1, a=VALUE)",
                "d = {**d, 'a': VALUE}", "d |= {'c': 3}", "e = d\ne['c'] = 7", "e = dict(d)\ne['c'] = 7",
                "d = {k: v for k, v in d.items() if v is not None}", "n = f(d, 'a', q=VALUE)", "h(l, d, s, event)",
                "d = {k: event.get(k) for k in ('x', 'y') if event.get(k)}", "d.setdefault('b', 9)", "d.pop('a', None)",
                "d[str(event.get('x'))] = 1", "d[1] = 'a'\nd[True] = 'b'",
            ],
            results: [
                "list(d)[0] == 'a'", "','.join(str(k) for k in d) == 'a,b'", "len(d) == 2", "'b' in d",
                "d.get('a') == 1",
                "d['b'] == event.get('x')", "d == {'a': 1}", "''.join(str(v) for v in d.values()) == '1a'", "bool(d)",
            ]
        ),
        Focus(
            changes: [
                "s.add(VALUE)", "s.add(VALUE)", "s.add('a')", "if event.get('x'): s.add('a')", "s.add(event.get('z'))",
                "s.add(1)",
                "s = set(s)\ns.add('b')",
                "u = s\nu.add('uu')", "u = set(s)\nu.add('uu')", "s |= {'w'}", "s = s | {VALUE}", "s = s - {'a'}",
                "s = s & {'a', 'b', '1', 1}", "s = {VALUE, 'a'}", "s = {str(v) for v in l}", "s.discard('a')",
                "any(s.add(v) for v in ('a', 'b'))", "s = {v for v in ('a', VALUE)}", "h(l, d, s, event)",
            ],
            results: [
                "len(s) == 1", "len(s) == 2", "len(s) == 2", "list(s)[0] == 'a'", "'a' in s", "'uu' in s", "bool(s)",
                "s == {'a'}",
                "sum(1 for v in s) == 2", "','.join(str(v) for v in s) == 'a,b'",
            ]
        ),
        Focus(
            changes: [
                "t += WORD", "t = WORD", "n += 1", "n = n + (1 if event.get('x') else 0)", "t = t.upper()",
                "t = ','.join(str(v) for v in (event.get('x'), event.get('y')))", "n = sum(1 for v in l if v)",
                "t = t.replace('a', 'b')", "n = len(t)",
            ],
            results: ["t == 'a'", "t.startswith('a')", "n == 1", "n > 1", "len(t) == 1", "'a' in t", "bool(t)"]
        ),
    ]

    /// A statement or a result with its gaps filled in.
    private mutating func filled(_ text: String) -> String {
        var text = text
        while let gap = text.range(of: "VALUE") { text.replaceSubrange(gap, with: value()) }
        while let gap = text.range(of: "WORD") { text.replaceSubrange(gap, with: word()) }
        return text
    }

    private mutating func addStatement() {
        switch random.below(20) {
        case 0...9: for line in filled(random.pick(focus.changes)).split(separator: "\n") { add(String(line)) }
        case 10, 11:
            for line in filled(random.pick(random.pick(Self.focuses).changes)).split(separator: "\n") {
                add(String(line))
            }
        case 12: addBlock("if any(v == \(word()) for v in \(sequence())):")
        case 13, 14, 15:
            addBlock("if \(condition()):")
            if random.below(3) == 0 { addBlock("elif \(condition()):") }
            if random.below(2) == 0 { addBlock("else:") }
        case 16: add("if \(condition()): return \(random.pick(focus.results))")
        case 17 where depth < 3:
            addBlock("try:")
            lines.append(
                String(repeating: "    ", count: depth + 1)
                    + random.pick(["n = int(t)", "l.append(d['a'])", "v = l[0]"])
            )
            addBlock(random.pick(["except Exception:", "except (ValueError, KeyError, IndexError):"]))
        default:
            guard depth < 3 else { return add("n += 1") }
            addBlock(
                random.pick([
                    "for v in \(sequence()):", "for k, v in d.items():", "for i, v in enumerate(l):",
                    "for v in ('a', 'b'):",
                ])
            ) { rule in
                rule.add(
                    rule.random.pick([
                        "n += 1", "t += str(v)", "d[str(v)] = n", "if v in ('a', 1): n += 1", "if v: break",
                        "if \(rule.condition()): continue", "if v == event.get('x'): return True", "l2 = [v]",
                    ])
                )
            }
        }
    }

    private mutating func addBlock(_ head: String, _ body: (inout RandomRule) -> Void = { $0.addStatement() }) {
        add(head)
        depth += 1
        body(&self)
        if random.below(3) == 0, depth < 4 { addStatement() }
        depth -= 1
    }

    private mutating func condition() -> String {
        random.pick([
            "event.get('\(random.pick(["x", "y", "z"]))')", "event.get('x') == \(random.pick(["1", "'a'", "None"]))",
            "\(word()) in \(random.pick(["l", "d", "s"]))",
            "len(\(random.pick(["l", "d", "s", "t"]))) \(random.pick(["==", ">"])) \(random.below(3))",
            random.pick(["l", "d", "s", "t", "n"]), "t == \(word())", "not event.get('y')",
        ])
    }

    private mutating func word() -> String {
        random.pick(["'a'", "'b'", "'c'", "str(event.get('x'))", "t", "event.get('y', 'a')"])
    }

    private mutating func value() -> String {
        random.pick([
            word(), "\(random.below(3))", "event.get('z')", "n", "len(l)", "('a' if event.get('x') else \(word()))",
        ])
    }

    private mutating func sequence() -> String {
        random.pick([
            "l", "d", "s", "d.values()", "('a', 'b')", "list(s)", "(event.get('x'), event.get('y'))",
            "event.get('l', [])",
        ])
    }

    private mutating func add(_ line: String) { lines.append(String(repeating: "    ", count: depth) + line) }
}
