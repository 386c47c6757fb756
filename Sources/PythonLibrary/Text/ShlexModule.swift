package import PythonRuntime

/// `shlex`: words are found in Swift, by ``ShellReader``; what can be set and derived from is written in the dialect.
package enum ShlexModule {
    package static let module = NativeModule(
        "shlex",
        "Command lines as a shell reads them.",
        functions: [
            NativeFunction("split(s, comments=False, posix=True)", "The words of a command line.", split),
            NativeFunction("_read_token(lexer)", "The next word of a `shlex`.", readToken),
        ],
        body: ModuleBody(program)
    )

    private static func split(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let text = try self.text(&machine, of: arguments[0])
        var rules = ShellReader.Rules()
        rules.isPosix = try machine.truth(arguments[2])
        rules.splitsAtWhitespaceOnly = true
        if try !machine.truth(arguments[1]) { rules.commenters = ShellCharacters("") }
        let words = try machine.makeList()
        var reader = ShellReader(rules)
        while let word = try next(&machine, &reader, text) { try machine.append(word, to: words) }
        return words
    }

    /// What is to be cut: a text, or what a file gives.
    private static func text(_ machine: inout Machine, of value: Value) throws(Raised) -> Value {
        let inner = machine.unwrapped(value)
        if inner.isString { return inner }
        guard !inner.isNone else {
            throw machine.raise(.valueError, "shlex needs a text: rules have no standard input")
        }
        let content = try machine.callMethod(value, "read")
        return try machine.stringArgument(content, "shlex needs a text, not %")
    }

    /// The next word; nil at the end.
    private static func next(
        _ machine: inout Machine,
        _ reader: inout ShellReader,
        _ text: Value
    ) throws(Raised) -> Value? {
        let start = reader.place
        let outcome = reader.next(in: machine.text(of: text))
        try machine.charge(1 + (reader.place - start) / 16)
        switch outcome {
        case .openQuote: throw machine.raise(.valueError, "No closing quotation")
        case .openEscape: throw machine.raise(.valueError, "No escaped character")
        case .word(let word, let isQuoted):
            return word.isEmpty && !(isQuoted && reader.rules.isPosix) ? nil : try machine.makeString(word)
        }
    }

    // MARK: A `shlex` that a rule has made

    private static func readToken(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let lexer = arguments[0]
        // A rule may have set any of these to anything.
        let given = try machine.attribute(lexer, machine.name("_text"))
        let text = try machine.stringArgument(given, "shlex needs a text, not %")
        var reader = ShellReader(try rules(&machine, of: lexer))
        reader.place = try place(&machine, of: lexer)
        reader.isAtEnd = try machine.truth(try machine.attribute(lexer, machine.name("_ended")))
        reader.ahead = try characters(&machine, "_ahead", of: lexer)
        let word = try next(&machine, &reader, text)
        try machine.setAttribute(lexer, machine.name("_place"), to: .int(reader.place))
        try machine.setAttribute(lexer, machine.name("_ended"), to: reader.isAtEnd ? .true : .false)
        try machine.setAttribute(lexer, machine.name("_ahead"), to: try makeText(&machine, reader.ahead))
        if let pushed = reader.pushed {
            _ = try machine.callMethod(lexer, "push_token", [try makeText(&machine, [pushed])])
        }
        if reader.lineCount > 0 {
            let line = try machine.attribute(lexer, machine.name("lineno"))
            let next = try machine.binary(.add, line, .int(reader.lineCount))
            try machine.setAttribute(lexer, machine.name("lineno"), to: next)
        }
        if let word { return word }
        return reader.rules.isPosix ? .none : machine.intern("")
    }

    /// The byte to go on from: what the reader left, within the text whatever a rule has made of it.
    private static func place(_ machine: inout Machine, of lexer: Value) throws(Raised) -> Int {
        max(0, try machine.sizeArgument(try machine.attribute(lexer, machine.name("_place"))))
    }

    private static func rules(_ machine: inout Machine, of lexer: Value) throws(Raised) -> ShellReader.Rules {
        func set(_ name: String, _ machine: inout Machine) throws(Raised) -> ShellCharacters {
            let value = try machine.attribute(lexer, machine.name(name))
            let text = try machine.stringArgument(value, "\(name) must be str, not %")
            return ShellCharacters(machine.text(of: text))
        }
        func flag(_ name: String, _ machine: inout Machine) throws(Raised) -> Bool {
            try machine.truth(try machine.attribute(lexer, machine.name(name)))
        }
        var rules = ShellReader.Rules()
        rules.isPosix = try flag("posix", &machine)
        rules.splitsAtWhitespaceOnly = try flag("whitespace_split", &machine)
        rules.whitespace = try set("whitespace", &machine)
        rules.commenters = try set("commenters", &machine)
        rules.word = try set("wordchars", &machine)
        rules.quotes = try set("quotes", &machine)
        rules.escape = try set("escape", &machine)
        rules.escapedQuotes = try set("escapedquotes", &machine)
        rules.punctuation = try set("punctuation_chars", &machine)
        return rules
    }

    private static func characters(
        _ machine: inout Machine,
        _ name: String,
        of lexer: Value
    ) throws(Raised) -> [UInt32] {
        let value = try machine.stringArgument(try machine.attribute(lexer, machine.name(name)), "str expected, not %")
        return machine.text(of: value).codePoints
    }

    private static func makeText(_ machine: inout Machine, _ characters: [UInt32]) throws(Raised) -> Value {
        var bytes: [UInt8] = []
        for character in characters { bytes.append(codePoint: character) }
        return try machine.makeString(bytes)
    }

    private static let program = #"""
        import re

        __all__ = ["shlex", "split", "quote", "join"]

        _UNSAFE = re.compile(r"[^\w@%+=:,./-]", re.ASCII)


        class shlex:
            """Cuts a text into words as a shell does."""

            def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
                if instream is None:
                    raise ValueError("shlex needs a text: rules have no standard input")
                self._text = instream if isinstance(instream, str) else instream.read()
                self._place = 0
                self._ended = False
                self.infile = infile
                self.posix = posix
                self.eof = None if posix else ""
                self.commenters = "#"
                self.wordchars = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
                if posix:
                    self.wordchars += "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ"
                self.whitespace = " \t\r\n"
                self.whitespace_split = False
                self.quotes = "'\""
                self.escape = "\\"
                self.escapedquotes = '"'
                self.lineno = 1
                self.token = ""
                self._pushed = []
                self._ahead = ""
                self.punctuation_chars = "();<>|&" if punctuation_chars is True else punctuation_chars or ""
                if self.punctuation_chars:
                    self.wordchars += "~-./*?="
                    for char in self.punctuation_chars:
                        self.wordchars = self.wordchars.replace(char, "")

            def push_token(self, tok):
                """Puts a word back, to be the next one."""
                self._pushed.insert(0, tok)

            def get_token(self):
                """The next word; at the end None, or an empty text without `posix`."""
                return self._pushed.pop(0) if self._pushed else self.read_token()

            def read_token(self):
                """The next word of the text."""
                return _read_token(self)

            def __iter__(self):
                return self

            def __next__(self):
                token = self.get_token()
                if token == self.eof:
                    raise StopIteration
                return token


        def join(split_command):
            """The command line of these words."""
            return " ".join(quote(word) for word in split_command)


        def quote(s):
            """The text as one word of a command line."""
            if not s:
                return "''"
            if _UNSAFE.search(s) is None:
                return s
            return "'" + s.replace("'", "'\"'\"'") + "'"
        """#
}
