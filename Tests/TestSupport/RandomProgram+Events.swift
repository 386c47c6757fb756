/// Programs that keep something from event to event, for the fuzzer: what a rule does to the machine's memory.
extension RandomProgram {
    /// A module with `rule(event)`, which changes what the module keeps in up to `count` ways.
    package mutating func rule(count: Int = 16) -> String {
        var text = RandomProgram.header
        text += """
            import collections, copy, functools, itertools, json, re
            a = \(value(2))
            b = \(list(1))
            c = \(text_())
            d = \(dictionary(1))
            e = None
            s = set()
            q = collections.deque(maxlen=5)
            class K:
                shared = []
                def __init__(self, n): self.n = n
                def __eq__(self, other): return \(pick(["True", "False", "b.clear() is None", "self.n == other.n", "d.clear()"]))
                def __hash__(self): return \(pick(["1", "hash('a')", "hash(self.n)", "hash(K)"]))
                def __lt__(self, other): return \(pick(["True", "False", "b.append(1)", "show(self.n) < show(other.n)"]))
                def __repr__(self): return \(pick(["'K'", "show(self.n)", "show(b)"]))
                def __iter__(self): return iter(b)
                def __len__(self): return \(pick(["0", "3", "-1", "2 ** 70"]))
                def __getitem__(self, key): return \(pick(["key", "b[key]", "d[key]"]))
            def down(n): return down(n - 1) if n else \(expression(1, "a"))

            """
        var body = ""
        for _ in 0..<count where !isExhausted || body.isEmpty {
            let part = change().split(separator: "\n").map { "        \($0)\n" }.joined()
            body += "    try:\n\(part)    except Exception as error:\n        print(type(error).__name__)\n"
        }
        return text
            + "def rule(event):\n    global a, b, c, d, e, s, q\n\(body)    return show(a)[:20], len(show(b)), show(c)\n"
    }

    private mutating func change() -> String {
        let value = kept()
        switch below(28) {
        case 0: return "b.append(\(value))"
        case 1: return "b[\(slice())] = \(value)"
        case 2: return "del b[\(pick([slice(), "0", "-1"]))]"
        case 3: return "d[\(value)] = \(kept())"
        case 4: return "d.pop(\(value), None)"
        case 5: return "e = \(value)"
        case 6: return "a, e = e, a"
        case 7: return "s.add(\(value))"
        case 8: return "s \(pick(["|=", "&=", "-=", "^="])) \(pick(["set(d)", "{1, 2}", "set(b)"]))"
        case 9: return "e = (x for x in \(iterable(1)) if \(expression(1, "x")))"
        case 10: return "print(next(e))"
        case 11:
            return
                "for x in \(pick(["b", "d", "s", "q"])): \(pick(["b.append(x)", "d.pop(x)", "s.add(len(s))", "b.clear()", "q.append(x)"]))"
        case 12: return "b.sort(key=\(pick(["show", "lambda x: b.append(x)", "lambda x: show(x)[::-1]", "len"])))"
        case 13: return "b.extend(\(pick(["b", "d", "range(300)", "(x for x in b)", value])))"
        case 14: return "e = re.compile(\(pick(["'a+'", "'(a|b)*c'", "c", "'a' * len(b)"])))"
        case 15: return "print(e.sub(\(pick(["'x'", "lambda m: b.append(m) or ''", "r'\\g<0>'"])), \(text_()), 3))"
        case 16: return "e = lambda x=b, *y: (x, y, a)"
        case 17: return "print(len(show(e(\(kept())))))"
        case 18: return "e = K(\(value))\nK.shared.append(e)"
        case 19: return "setattr(\(pick(["e", "K", "K(1)"])), \(pick(["'n'", "'x'", "'__len__'"])), \(value))"
        case 20: return "print(down(\(pick(["5", "60", "2000"]))) is None)"
        case 21: return "q.append(\(value))\nq.rotate(\(smallInteger()))"
        case 22: return "e = copy.deepcopy(\(pick(["b", "d", "e", "event"])))"
        case 23: return "c = (c * \(pick(["2", "3", "100"])))[:\(pick(["10", "5000", "100000"]))]"
        case 24:
            return "c += json.dumps(\(pick(["b", "d", "event.to_dict()", "a"])), default=lambda o: type(o).__name__)"
        case 25: return "e = functools.partial(\(pick(["max", "K", "sorted", "b.append"])), \(value))"
        case 26:
            return
                "while len(b) \(pick(["< 400", "> 3", ">= 0"])): \(pick(["b.append(c)", "b.pop()", "b += b[:7] or [1]"]))"
        default:
            return
                "e = itertools.\(pick(["chain(b, s)", "cycle(b)", "islice(b, 3)", "tee(b)[0]", "groupby(b)", "count()", "product(b, repeat=2)"]))"
        }
    }

    /// A value that is kept: of the event, of the module, or new.
    private mutating func kept() -> String {
        pick([
            "event['name']", "event['list']", "event", "event['name'][2:]", "event.get('list')[2]", "a", "b", "c", "d",
            "e", "K(c)",
            "[b, d]", "(c, e)", "{c: e}", "show(b)", "c.encode()", "len(b) ** 50", "frozenset(d)", "range(len(b))",
            "b.append",
            "iter(b)", "iter(d)", "d.items()", "zip(b, d)", "map(show, b)", "lambda: b", "type('T', (K,), {'n': b})",
            "K.__init__",
            "super(K, K(1))", "re.search('a', c)", "enumerate(e)", "reversed(b)", "float('nan')", "c[::-1]",
            "ValueError(b)",
        ])
    }
}
