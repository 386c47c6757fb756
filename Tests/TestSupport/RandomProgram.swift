/// Writes small programs of the dialect at random, the same for the same seed: containers, slices, texts, numbers,
/// comprehensions, exceptions and closures with the arguments that break things.
///
/// Each line of output is one expression, or the exception it raised, so that two interpreters can be compared line
/// by line. Nothing is printed that may differ by right: addresses, the order of sets.
package struct RandomProgram {
    private var state: UInt64
    /// What is chosen, byte by byte, where a fuzzer chooses; past their end all choices are the first.
    private let bytes: [UInt8]?
    private var position = 0

    package init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        bytes = nil
    }

    /// A program chosen by bytes: a change of one of them is a change of one choice, and the program stays one.
    package init(bytes: [UInt8]) {
        state = 1
        self.bytes = bytes
    }

    /// Whether there is anything left to choose with.
    var isExhausted: Bool { position >= bytes?.count ?? .max }

    static let header = """
        import re as _re
        def show(v):
            if isinstance(v, (set, frozenset)):
                return type(v).__name__ + str(sorted(map(show, v)))
            return _re.sub(' at 0x[0-9a-f]+', ' at 0x', repr(v))
        def run(f):
            try:
                text = show(f())
                print(len(text), text[:200])
            except Exception as e:
                print(type(e).__name__, str(e)[:120])

        """

    /// A program of `count` lines of output.
    package mutating func program(count: Int = 12) -> String {
        var text = RandomProgram.header
        text += "a = \(value(2))\nb = \(list(1))\nc = \(text_())\nd = \(dictionary(1))\n"
        for _ in 0..<count { text += statement() }
        return text
    }

    // MARK: Choice

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }

    mutating func below(_ bound: Int) -> Int {
        guard let bytes else { return Int(next() >> 33) % bound }
        defer { position += 1 }
        return position < bytes.count ? Int(bytes[position]) % bound : 0
    }

    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }

    // MARK: Statements

    mutating func statement() -> String {
        if below(3) == 0 { return structured() }
        switch below(12) {
        case 0:
            return """
                def f(x):
                    b.\(pick(["append", "remove", "extend"]))(\(value(1)))
                    return b[\(slice())]
                run(lambda: f(\(value(0))))

                """
        case 1: return "run(lambda: [x for x in \(iterable(1)) if \(expression(1, "x"))])\n"
        case 2: return "run(lambda: {x: \(expression(1, "x")) for x in \(iterable(1))})\n"
        case 3: return "run(lambda: sorted(\(iterable(1)), key=lambda x: \(expression(1, "x"))))\n"
        case 4:
            return "run(lambda: list(\(expression(1, "x")) for x in \(iterable(1)) for y in b[:3]))\n"
        case 5:
            return """
                try:
                    b[\(slice())] = \(iterable(1))
                except Exception as e:
                    print(type(e).__name__, e)
                run(lambda: b)

                """
        case 6:
            return """
                try:
                    del b[\(pick([slice(), integer()]))]
                    d[\(scalar())] = \(value(1))
                except (ValueError, TypeError, IndexError) as e:
                    print(type(e).__name__, e)
                run(lambda: (b, d))

                """
        case 7: return "run(lambda: (lambda x, *y, **z: \(expression(2, "x")))(*\(list(0)), **{}))\n"
        case 8:
            return """
                def h():
                    try:
                        return \(expression(2, "a"))
                    except \(pick(["ValueError", "TypeError", "(IndexError, KeyError)", "ArithmeticError"])) as e:
                        return e.args
                    finally:
                        c
                run(h)

                """
        default: return "run(lambda: \(expression(3, "a")))\n"
        }
    }

    // MARK: Expressions

    mutating func expression(_ depth: Int, _ name: String) -> String {
        guard depth > 0 else { return pick([name, name, "a", "b", "c", "d", scalar()]) }
        let inner = depth - 1
        switch below(13) {
        case 0, 1:
            let operation = pick(["+", "-", "*", "/", "//", "%", "&", "|", "^"])
            return "(\(expression(inner, name)) \(operation) \(expression(inner, name)))"
        case 2:
            return "(\(expression(inner, name)) \(pick(["**", "<<", ">>"])) \(smallInteger()))"
        case 3:
            let operation = pick(["<", "<=", "==", "!=", ">", ">=", "in", "not in", "is"])
            return "(\(expression(inner, name)) \(operation == "is" ? "==" : operation) \(expression(inner, name)))"
        case 4: return "(\(pick(["-", "+", "~", "not "]))\(expression(inner, name)))"
        case 5: return "\(expression(inner, name))[\(expression(inner, name))]"
        case 6: return "\(expression(inner, name))[\(slice())]"
        case 7: return call(inner, name)
        case 8: return textMethod(inner, name)
        case 9: return containerMethod(inner, name)
        case 10: return formatting(inner, name)
        case 11: return "(\(expression(inner, name)) if \(expression(inner, name)) else \(expression(inner, name)))"
        default: return value(depth)
        }
    }

    mutating func call(_ depth: Int, _ name: String) -> String {
        let argument = expression(depth, name)
        switch below(5) {
        case 0:
            let function = pick([
                "len", "abs", "bool", "str", "repr", "int", "float", "list", "tuple", "sorted", "sum", "min", "max",
                "any",
                "all", "ord", "chr", "hex", "oct", "bin", "round", "hash", "iter", "callable", "ascii", "set", "dict",
            ])
            return function == "hash" || function == "iter"
                ? "bool(\(function)(\(argument)) is None)" : "\(function)(\(argument))"
        case 1: return "int(\(pick([text_(), argument])), \(pick(["0", "2", "10", "16", "36", "37", "-1"])))"
        case 2: return "round(\(number()), \(pick(["-400", "-20", "-1", "0", "1", "2", "17", "330", "None"])))"
        case 3: return "\(pick(["divmod", "zip", "isinstance"]))(\(argument), \(expression(depth, name)))".replacingZip
        default: return range()
        }
    }

    /// Its bounds are of 64 bits: longer ones are refused here.
    mutating func range() -> String {
        let range = "range(\(word()), \(word()), \(word()))"
        switch below(6) {
        case 0: return "(\(integer()) in \(range))"
        case 1: return "\(range)[\(integer())]"
        case 2: return "list(\(range)[:3])"
        case 3: return "(\(range) == \(range))"
        case 4: return "(len(\(range)), \(range).index(\(word())))"
        default: return "\(range)[-1]"
        }
    }

    private mutating func word() -> String {
        pick([
            "0", "1", "-1", "2", "3", "-3", "5", "7", "10", "100", "255", "-128", "2 ** 31", "-2 ** 31", "2 ** 53 + 1",
            "2 ** 63 - 1", "-2 ** 63", "10 ** 18", "True",
        ])
    }

    mutating func textMethod(_ depth: Int, _ name: String) -> String {
        let receiver = pick([text_(), text_(), "c", "(\(expression(depth, name)))"])
        switch below(6) {
        case 0:
            let method = pick([
                "upper", "lower", "title", "swapcase", "casefold", "capitalize", "strip", "split", "rsplit",
                "splitlines",
                "isdigit", "isalpha", "isalnum", "isidentifier", "isspace", "isupper", "istitle", "isnumeric", "encode",
            ])
            return "\(receiver).\(method)()"
        case 1:
            let method = pick(["find", "rfind", "index", "rindex", "count", "startswith", "endswith"])
            return "\(receiver).\(method)(\(text_()), \(integer()), \(pick([integer(), "None"])))"
        case 2: return "\(receiver).\(pick(["split", "rsplit"]))(\(pick([text_(), "None"])), \(integer()))"
        case 3: return "\(receiver).replace(\(text_()), \(text_()), \(integer()))"
        case 4: return "\(receiver).\(pick(["center", "ljust", "rjust", "zfill", "expandtabs"]))(\(smallInteger()))"
        default:
            return pick([
                "\(receiver).join(\(iterable(0)))", "\(receiver).partition(\(text_()))",
                "\(receiver).removeprefix(\(text_()))", "\(receiver).translate({97: \(scalar()), 98: None})",
                "\(receiver).strip(\(text_()))", "\(receiver) * \(pick(["-1", "0", "2", "3"]))",
                "\(receiver).rpartition(\(text_()))", "\(receiver).encode('utf-8', \(text_()))",
            ])
        }
    }

    mutating func containerMethod(_ depth: Int, _ name: String) -> String {
        let argument = expression(depth, name)
        return pick([
            "\(list(depth)).index(\(argument), \(integer()), \(integer()))", "\(list(depth)).count(\(argument))",
            "\(list(depth)).pop(\(integer()))", "b.pop(\(integer()))", "b.insert(\(integer()), \(argument))",
            "b.reverse()", "b.sort()", "d.get(\(argument), \(scalar()))", "d.pop(\(argument), \(scalar()))",
            "d.setdefault(\(argument), \(scalar()))", "list(d.items())", "d.update(\(argument))", "d.popitem()",
            "dict(\(argument))", "d.keys() & \(iterable(0))", "set(\(iterable(0))) ^ set(\(iterable(0)))",
            "set(\(iterable(0))) <= set(\(iterable(0)))", "\(list(depth)) * \(pick(["-1", "0", "2"]))",
            "list(zip(\(iterable(0)), \(iterable(0))))", "list(enumerate(\(iterable(0)), \(integer())))",
            "list(map(str, \(argument)))", "list(filter(None, \(argument)))", "list(reversed(\(argument)))",
            "slice(\(integer()), None, \(integer())).indices(\(pick(["0", "3", "2 ** 62"])))",
            "tuple(\(argument)).index(\(scalar()))", "dict.fromkeys(\(argument), \(scalar()))",
            "sum(\(argument), \(scalar()))", "min(\(argument), key=str)", "max(\(argument), default=\(scalar()))",
            "pow(\(integer()), \(smallInteger()), \(integer()))",
            "(\(integer())).to_bytes(\(pick(["1", "8", "20"])), 'big')",
            "(\(number())).is_integer()",
            "int.from_bytes(b'\\xff\\x00\\x80', \(pick(["'big'", "'little'"])), signed=True)",
            "(\(number())).as_integer_ratio()", "(\(integer())).bit_length()",
        ])
    }

    mutating func formatting(_ depth: Int, _ name: String) -> String {
        let fill = pick(["", "", "0", "*<", "=", ">", "^", "é^", "+", " ", "-", "#", "0=", "z"])
        let width = pick(["", "", "1", "5", "20", "0", "40"])
        let grouping = pick(["", "", "", ",", "_"])
        let precision = pick(["", "", ".0", ".1", ".3", ".20", ".400"])
        let kind = pick(["", "", "d", "x", "b", "o", "e", "f", "g", "%", "s", "c", "n", "E", "G", "X", "q"])
        let specification = fill + width + grouping + precision + kind
        switch below(4) {
        case 0: return "format(\(pick([number(), expression(depth, name)])), '\(specification)')"
        case 1: return "f'{\(name)!r:\(pick(["", ">10", ".3", "*^9"]))}{\(scalar().asFieldText)}'"
        case 2:
            let flags = pick(["", "#", "0", "-", " ", "+", "-#", "0 "])
            let letter = pick(["d", "s", "r", "x", "f", "e", "g", "c", "i", "o", "a", "%"])
            return "'<%\(flags)\(width)\(precision)\(letter)>' % \(pick(["(\(expression(depth, name)),)", number()]))"
        default: return "'{0:\(specification)}|{x}|{0!s}'.format(\(number()), x=\(scalar()))"
        }
    }

    // MARK: Values

    mutating func value(_ depth: Int) -> String {
        guard depth > 0 else { return scalar() }
        switch below(5) {
        case 0: return list(depth - 1)
        case 1: return "(\(value(depth - 1)), \(value(depth - 1)))"
        case 2: return dictionary(depth - 1)
        default: return scalar()
        }
    }

    mutating func iterable(_ depth: Int) -> String {
        pick([
            list(depth), text_(), dictionary(depth), "range(\(pick(["0", "3", "-3, 3", "5, -5, -3"])))", "b", "c", "d",
            "reversed(b)", "(x for x in b)", "b'a\\xff'",
        ])
    }

    mutating func list(_ depth: Int) -> String {
        let count = below(5)
        return "[" + (0..<count).map { _ in value(depth) }.joined(separator: ", ") + "]"
    }

    mutating func dictionary(_ depth: Int) -> String {
        let count = below(4)
        return "{" + (0..<count).map { _ in "\(scalar()): \(value(depth))" }.joined(separator: ", ") + "}"
    }

    mutating func slice() -> String {
        "\(pick(["", integer()])):\(pick(["", integer()])):\(pick(["", "", integer()]))"
    }

    mutating func scalar() -> String {
        switch below(6) {
        case 0, 1: return number()
        case 2, 3: return text_()
        case 4: return pick(["None", "True", "False"])
        default: return pick(["b''", "b'abc'", "b'\\xff\\x00'", "()", "(1, 'a')", "frozenset()"])
        }
    }

    mutating func number() -> String {
        below(3) == 0
            ? pick([
                "0.0", "-0.0", "1.5", "-2.5", "0.1", "1e22", "1e300", "-1e300", "5e-324", "1e16", "123456789.125",
                "float('inf')", "float('-inf')", "float('nan')", "2.0 ** 63", "9007199254740993.0", "1e-7",
            ]) : integer()
    }

    mutating func integer() -> String {
        pick([
            "0", "1", "-1", "2", "3", "-3", "5", "7", "10", "100", "255", "256", "-128", "2 ** 31", "2 ** 31 - 1",
            "-2 ** 31", "2 ** 32", "2 ** 53 + 1", "2 ** 63 - 1", "-2 ** 63", "2 ** 63", "-2 ** 63 - 1", "2 ** 64",
            "-2 ** 64", "10 ** 18", "10 ** 22", "-10 ** 30", "True",
        ])
    }

    mutating func smallInteger() -> String {
        pick(["-2", "-1", "0", "1", "2", "3", "5", "17", "63", "64", "65"])
    }

    mutating func text_() -> String {
        pick([
            "''", "'a'", "'ab'", "'abc'", "'ABC def'", "'\\u00e9'", "'stra\\u00dfe'", "'\\U0001F600x'", "'\\u0130'",
            "'12'", "' 3 '", "'\\t\\n'", "'\\x00'", "'\\u01c6'", "('a' * 50)", "'aXbXc'", "'-7_0'", "'0x1F'", "'1e5'",
            "'nan'",
            "'\\u0663'", "'a\\u0301'", "'%s'", "'{}'", "'\\u2028b'", "'\\u03a3\\u03a3'", "'\\r\\n.\\r'",
        ])
    }
}

extension String {
    /// `zip` shows an address: as a list it does not.
    fileprivate var replacingZip: String { hasPrefix("zip(") ? "list(\(self))" : self }

    /// As the expression of a field of an f-string, which may hold no quote or backslash.
    fileprivate var asFieldText: String { contains("'") || contains("\\") || contains("{") ? "1" : "(\(self))" }
}
