package import PythonRuntime

/// `string`.
package enum StringModule {
    private static let lower = "abcdefghijklmnopqrstuvwxyz"
    private static let upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    private static let digits = "0123456789"
    private static let punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
    private static let whitespace = " \t\n\r\u{B}\u{C}"

    package static let module: NativeModule = NativeModule(
        "string",
        "Letters, digits and the like.",
        functions: [
            NativeFunction("capwords(s, sep=None)", "Each word with a capital first letter.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let words = try machine.callMethod(arguments[0], "split", [arguments[1]])
                let list = try machine.makeList()
                try machine.forEach(words) { (machine: inout Machine, word) throws(Raised) in
                    try machine.append(try machine.callMethod(word, "capitalize"), to: list)
                    return true
                }
                let separator = arguments[1].isNone ? machine.intern(" ") : arguments[1]
                return try machine.callMethod(separator, "join", [list])
            }
        ],
        types: [template],
        constants: { (machine: inout Machine) throws(Raised) in
            [
                ("ascii_letters", lower + upper), ("ascii_lowercase", lower), ("ascii_uppercase", upper),
                ("digits", digits), ("hexdigits", digits + "abcdefABCDEF"), ("octdigits", "01234567"),
                ("printable", digits + lower + upper + punctuation + whitespace), ("punctuation", punctuation),
                ("whitespace", " \t\n\r\u{B}\u{C}"),
            ].map { (name: $0.0, value: machine.intern($0.1)) }
        }
    )

    /// `Template`: `$name`, `${name}`, `$$`. Field: the text.
    private static let template = NativeType(
        "Template",
        module: "string",
        "A text with `$name` in it.",
        methods: [
            NativeFunction("substitute(self, mapping=..., /, **kws)", "The text with values for its names.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try substitute(&machine, arguments, isSafe: false)
            },
            NativeFunction("safe_substitute(self, mapping=..., /, **kws)", "The same; unknown names stay.") {
                (machine: inout Machine, arguments) throws(Raised) in try substitute(&machine, arguments, isSafe: true)
            },
        ],
        properties: [
            NativeFunction("template(self)", "The text.") { (machine: inout Machine, arguments) throws(Raised) in
                machine.objectField(arguments[0], 0)
            }
        ],
        slots: .init {
            $0.construct = NativeFunction("Template(cls, template)", "The text.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try machine.makeObject(machine.libraryType("string.Template"), [try machine.str(arguments[1])])
            }
        }
    )

    private static func substitute(
        _ machine: inout Machine,
        _ arguments: NativeArguments,
        isSafe: Bool
    ) throws(Raised) -> Value {
        let text = Array(machine.string(machine.objectField(arguments[0], 0)).unicodeScalars)
        try machine.charge(text.count / 64 + 1)
        var result = TextBuilder()
        var index = 0
        func isName(_ letter: Unicode.Scalar, first: Bool) -> Bool {
            letter == "_" || ("a"..."z").contains(letter) || ("A"..."Z").contains(letter)
                || (!first && ("0"..."9").contains(letter))
        }
        while index < text.count {
            guard text[index] == "$" else {
                result.append(String(Character(text[index])))
                index += 1
                continue
            }
            if index + 1 < text.count, text[index + 1] == "$" {
                result.append("$")
                index += 2
                continue
            }
            let isBraced = index + 1 < text.count && text[index + 1] == "{"
            let start = index + (isBraced ? 2 : 1)
            var end = start
            while end < text.count, isName(text[end], first: end == start) { end += 1 }
            guard end > start, !isBraced || (end < text.count && text[end] == "}") else {
                guard isSafe else {
                    let before = text[..<index]
                    let line = before.count { $0 == "\n" } + 1
                    let column = index - (before.lastIndex(of: "\n") ?? -1)
                    throw machine.raise(.valueError, "Invalid placeholder in string: line \(line), col \(column)")
                }
                result.append("$")
                index += 1
                continue
            }
            let name = try machine.makeString(String(String.UnicodeScalarView(text[start..<end])))
            let after = isBraced ? end + 1 : end
            var value = try machine.lookup(name, in: arguments[2])
            if value.isUnbound, !arguments[1].isUnbound {
                let isThere = try isSafe ? machine.contains(arguments[1], name) : true
                if isThere { value = try machine.item(arguments[1], name) }
            }
            if value.isUnbound {
                guard isSafe else { throw machine.raise(.keyError, arguments: [name]) }
                result.append(String(String.UnicodeScalarView(text[index..<after])))
            } else {
                result.append(machine.memory.bytes(try machine.str(value)))
            }
            index = after
        }
        return try result.finish(&machine)
    }
}
