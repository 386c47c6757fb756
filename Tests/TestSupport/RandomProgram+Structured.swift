/// Statements with a structure: functions, classes, handlers, patterns, loops. Each prints what it comes to.
extension RandomProgram {
    mutating func structured() -> String {
        switch below(13) {
        case 0: return function()
        case 1: return type()
        case 2: return handlers()
        case 3: return patterns()
        case 4: return loop()
        case 5: return comprehension()
        case 6: return "run(lambda: (\(setAlgebra())))\n"
        case 7: return "run(lambda: (\(dictionaryAlgebra())))\n"
        case 8: return "run(lambda: (\(sorting())))\n"
        case 9: return "run(lambda: (\(interpolation())))\n"
        case 10: return unpacking()
        case 11: return closure()
        default: return "run(lambda: (\(numbers())))\n"
        }
    }

    private mutating func function() -> String {
        let signature = pick([
            "x", "x, y=2", "x, *rest", "x, *, key=3", "x, /, y=1, *rest, key=None, **more", "x, y, *, key",
            "*all, **more",
        ])
        let names = signature.contains("rest") ? "rest" : signature.contains("more") ? "more" : "x"
        let call = pick([
            "f(1)", "f(1, 2)", "f(1, 2, 3)", "f(x=1)", "f(1, key=2)", "f(1, y=2, key=3, z=4)", "f(*b)", "f(**{'x': 1})",
            "f()",
            "f(1, x=2)", "f(1, *[2, 3], key=4)", "f(1, **{'key': 2}, **{'key': 3})",
        ])
        let result = signature.hasPrefix("x") ? expression(1, "x") : "all, sorted(more)"
        return """
            def f(\(signature)):
                if \(signature.hasPrefix("x") ? expression(1, "x") : "all"): return \(names)
                return \(result)
            run(lambda: \(call))

            """
    }

    private mutating func type() -> String {
        let method = pick([
            "__len__", "__bool__", "__contains__", "__iter__", "__call__", "__str__", "__repr__", "__index__",
        ])
        let signature = ["__contains__", "__call__"].contains(method) ? "self, other=None" : "self"
        let use = pick([
            "len(p)", "bool(p)", "1 in p", "list(p)", "p()", "str(p)", "f'{p}'", "[1, 2, 3][p]", "p.total", "p.missing",
            "P.total", "p.twice(2)", "P.make(3).n", "isinstance(p, Q)", "p + 1", "2 + p", "p == P(p.n)", "p < P(5)",
            "sorted([P(3), P(1)])[0].n", "{p: 1}[P(p.n)]", "p.total.__class__.__name__",
            "hasattr(p, 'n'), getattr(p, 'm', 4)",
            "p @ 2", "-p", "p[1:2]", "P.__name__, P.__mro__[1].__name__", "super(P, p).base()",
        ])
        return """
            class Q:
                def base(self): return 'base'
                def __add__(self, other): return ('add', other)
                def __radd__(self, other): return ('radd', other)
                def __getitem__(self, key):
                    if isinstance(key, int) and key > 3: raise IndexError(key)
                    return key
            class P(Q):
                count = 0
                def __init__(self, n):
                    self.n = n
                    P.count += 1
                @property
                def total(self): return \(expression(1, "self.n"))
                @classmethod
                def make(cls, n): return cls(n)
                @staticmethod
                def twice(n): return n * 2
                def __eq__(self, other): return isinstance(other, P) and self.n == other.n
                def __hash__(self): return hash(self.n)
                def __lt__(self, other): return self.n < other.n
                def \(method)(\(signature)): return \(pick([scalar(), list(0), "iter(b)", "self.n", expression(1, "self.n")]))
            p = P(\(pick([smallInteger(), scalar()])))
            run(lambda: (\(use)) if not callable(\(pick(["0", "p"]))) else P.count)

            """
    }

    private mutating func handlers() -> String {
        let raised = pick([
            expression(2, "a"), "[][1]", "{}['k']", "int('x')", "1 // 0", "None.x", "undefined", "'a' + 1",
            "next(iter([]))", "(lambda: 1)(2)", "[1, 2, 3].index(4)", "b'\\xff'.decode()", "'é'.encode('ascii')",
        ])
        let types = [
            "ValueError", "TypeError", "LookupError", "ArithmeticError", "(NameError, AttributeError)", "Exception",
        ]
        return """
            def g(log):
                try:
                    log.append(1)
                    \(raised)
                except \(pick(types)) as e:
                    log.append(type(e).__name__)
                    \(pick(["raise", "raise ValueError('again') from e", "pass", "return log", "log.append(str(e)[:60])"]))
                except \(pick(types)):
                    log.append('second')
                else:
                    log.append('else')
                    \(pick(["pass", "return 'else'", "raise KeyError('k')"]))
                finally:
                    log.append('finally')
                    \(pick(["pass", "pass", "return log"]))
                return log
            log = []
            run(lambda: g(log))
            run(lambda: log)

            """
    }

    private mutating func patterns() -> String {
        let first = pick([
            "int(n)", "str() | bytes()", "[x]", "[x, *rest]", "{'a': v}", "{'a': v, **rest}", "(1 | 2) as n", "None",
            "-1",
            "'ab'", "[1, [y, *_]]", "float(n) if n > 1", "{}", "[]", "True", "tuple((x, y))", "list()", "dict()",
        ])
        let binding = ["n", "x", "rest", "v", "y"].filter { first.contains($0 + ")") || first.contains("*" + $0) }.first
        return """
            def h(v):
                match v:
                    case \(first): return ('first', \(binding ?? "0"))
                    case [_, _] | (_, _, _): return 'sequence'
                    case {**more} if more: return sorted(map(str, more))
                    case str(s): return s[:3]
                    case _: return 'other'
            for v in \(list(2)) + [\(value(2)), a, b, c, d]: run(lambda: h(v))

            """
    }

    private mutating func loop() -> String {
        """
        def k(limit):
            out = []
            for i, x in enumerate(\(iterable(1))):
                if i > limit: break
                if \(expression(1, "x")): continue
                out.append(x)
            else:
                out.append('done')
            while out and len(out) > limit: out.pop(\(pick(["", "0", "-1"])))
            return out
        run(lambda: k(\(pick(["-1", "0", "1", "2", "9"]))))

        """
    }

    private mutating func comprehension() -> String {
        let source = iterable(1)
        return pick([
            "run(lambda: [(x, y) for x in \(source) for y in \(iterable(0)) if x != y][:6])\n",
            "run(lambda: {x: i for i, x in enumerate(\(source))})\n",
            "run(lambda: sorted({str(x) for x in \(source)}))\n",
            "run(lambda: [[y for y in b if y == x] for x in \(source)])\n",
            "run(lambda: [z for x in \(source) if (z := \(expression(1, "x")))])\n",
            "run(lambda: dict(zip(map(str, \(source)), \(iterable(0)))))\n",
            "run(lambda: any(x for x in \(source)) or all(\(expression(1, "x")) for x in \(source)))\n",
            "run(lambda: sum(len(str(x)) for x in \(source)))\n",
            "run(lambda: max(\(source), key=lambda x: (str(type(x)), str(x)), default=None))\n",
        ])
    }

    private mutating func setAlgebra() -> String {
        let left = pick(["set(\(iterable(0)))", "frozenset(\(iterable(0)))", "d.keys()", "d.items()", "{1, 2, 'a'}"])
        let right = pick([
            "set(\(iterable(0)))", "frozenset(\(iterable(0)))", "d.keys()", iterable(0), "{1, 2, 'a'}", value(1),
        ])
        return pick([
            "\(left) \(pick(["&", "|", "-", "^"])) \(right)",
            "\(left) \(pick(["<", "<=", "==", "!=", ">", ">="])) \(right)",
            "\(left).\(pick(["union", "intersection", "difference", "symmetric_difference"]))(\(right))",
            "\(left).\(pick(["issubset", "issuperset", "isdisjoint"]))(\(right))",
            "len(\(left)), \(scalar()) in \(left)",
        ])
    }

    private mutating func dictionaryAlgebra() -> String {
        let left = dictionary(0)
        let right = dictionary(0)
        return pick([
            "\(left) | \(right)", "{**\(left), **\(right)}", "list((\(left) | \(right)).items())",
            "\(left) == \(right)",
            "dict(\(left), a=1, b=2)", "dict([(1, 2), (\(scalar()), 3)])", "list(reversed(\(left)))",
            "\(left).setdefault(\(scalar()), 5), \(left).get(\(scalar()))", "sorted(\(left), key=str)",
            "\(left) | \(list(0))",
            "\(scalar()) in \(left)", "\(left).pop(\(scalar()))", "dict.fromkeys(\(iterable(0)))",
            "list(\(left).values())",
            "(lambda t: (t.update(\(right)), t))(\(left))", "str(\(left)) == repr(\(left))", "\(left) < \(right)",
        ])
    }

    private mutating func sorting() -> String {
        let items = pick([
            list(0), iterable(0), "[3, 1, 2]", "['b', 'A', 'a', '']", "[(1, 'b'), (1, 'a'), (0, 'z')]",
            "[1.5, True, 0, -1]",
        ])
        return pick([
            "sorted(\(items))", "sorted(\(items), reverse=True)", "sorted(\(items), key=str)",
            "sorted(\(items), key=len)",
            "sorted(\(items), key=lambda x: (str(x), x))", "list(reversed(sorted(\(items), key=repr)))",
            "min(\(items))",
            "max(\(items), key=str)", "sum(\(items))", "sorted(\(items), key=None)",
            "sorted(\(items), key=lambda x: -x)",
        ])
    }

    private mutating func interpolation() -> String {
        let specification = pick([
            "", ":>8", ":<8|", ":^9", ":08", ":+", ":,", ":.2f", ":x", ":#b", ":e", ":.3", ":_d", ":%", ":{2 + 6}",
        ])
        let conversion = pick(["", "", "!r", "!s", "!a"])
        let content = pick(["a", "b", "c", "d", "a if a else c", "len(b)", "c[:2]", "[x for x in b][:2]"])
        return pick([
            "f'<{\(content)\(conversion)\(specification)}>'", "f'{\(content)=}'", "f'{{}}{\(content)\(conversion)}{{'",
            "'{0\(conversion)\(specification)} {1}'.format(\(content), c)",
            "'{x}-{y[0]}'.format(x=a, y=\(pick(["b", "c", "'q'"])))",
            "'%s %r %5.1f' % (\(content), c, \(number()))", "'%(k)s' % {'k': \(content)}",
            "format(\(number()), '\(specification.dropFirst())')",
            "str(\(number())) + repr(\(number()))", "'{:>{}}'.format(c, \(pick(["5", "-1", "'x'", "0"])))",
        ])
    }

    private mutating func unpacking() -> String {
        """
        def u(v):
            \(pick(["x, y = v", "x, *y = v", "*x, y = v", "x, *_, y = v", "(x, [y, *_]) = v", "x = y = v", "[x, y] = v"]))
            return x, y
        run(lambda: u(\(pick([iterable(1), list(2), value(1), "(1, [2, 3])", "'ab'"]))))

        """
    }

    private mutating func closure() -> String {
        """
        def make(n):
            total = \(scalar())
            def add(x, *, by=n):
                nonlocal total
                total = \(expression(1, "total"))
                return total, x, by
            return add
        run(lambda: make(\(scalar()))(\(scalar())))
        run(lambda: [f() for f in [lambda: i for i in range(3)]])

        """
    }

    private mutating func numbers() -> String {
        let first = number()
        let second = number()
        return pick([
            "int(\(first))", "float(\(first))", "round(\(first), \(smallInteger()))", "divmod(\(first), \(second))",
            "pow(\(first), \(smallInteger()))", "\(first) // \(second), \(first) % \(second)", "str(\(first))",
            "hash(\(integer()))",
            "abs(\(first)), -(\(first)), +(\(first))", "(\(integer())).bit_length(), (\(integer())).bit_count()",
            "bin(\(integer())), hex(\(integer()))", "int(str(\(integer())), \(pick(["0", "8", "10", "36"])))",
            "(\(first)) < (\(second)), (\(first)) == (\(second))", "float(str(\(first)))",
            "min(\(first), \(second)), max(\(first), \(second))", "sum([\(first), \(second), 0.1])", "bool(\(first))",
            "(\(integer())) >> \(smallInteger()), (\(integer())) & \(integer())", "\(range())",
        ])
    }
}
