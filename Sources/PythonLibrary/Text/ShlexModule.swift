package import PythonRuntime

/// `shlex`, written in the dialect.
package enum ShlexModule {
    package static let module = NativeModule(
        "shlex",
        "Command lines as a shell reads them.",
        body: ModuleBody(program)
    )

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
                self._state = " "
                self._pushed = []
                self._ahead = []
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

            def _char(self):
                if self.punctuation_chars and self._ahead:
                    return self._ahead.pop()
                if self._place >= len(self._text):
                    return ""
                self._place += 1
                return self._text[self._place - 1]

            def _skip_line(self):
                end = self._text.find("\n", self._place)
                self._place = len(self._text) if end < 0 else end + 1
                self.lineno += 1

            def read_token(self):
                """The next word of the text."""
                quoted = False
                escaped_in = " "
                while True:
                    char = self._char()
                    if char == "\n":
                        self.lineno += 1
                    state = self._state
                    if state is None:
                        self.token = ""
                        break
                    if state == " ":
                        if not char:
                            self._state = None
                            break
                        if char in self.whitespace:
                            if self.token or (self.posix and quoted):
                                break
                        elif char in self.commenters:
                            self._skip_line()
                        elif self.posix and char in self.escape:
                            escaped_in = "a"
                            self._state = char
                        elif char in self.wordchars:
                            self.token = char
                            self._state = "a"
                        elif char in self.punctuation_chars:
                            self.token = char
                            self._state = "c"
                        elif char in self.quotes:
                            if not self.posix:
                                self.token = char
                            self._state = char
                        elif self.whitespace_split:
                            self.token = char
                            self._state = "a"
                        else:
                            self.token = char
                            if self.token or (self.posix and quoted):
                                break
                    elif state in self.quotes:
                        quoted = True
                        if not char:
                            raise ValueError("No closing quotation")
                        if char == state:
                            if not self.posix:
                                self.token += char
                                self._state = " "
                                break
                            self._state = "a"
                        elif self.posix and char in self.escape and state in self.escapedquotes:
                            escaped_in = state
                            self._state = char
                        else:
                            self.token += char
                    elif state in self.escape:
                        if not char:
                            raise ValueError("No escaped character")
                        # Within quotes only the quote and the escape itself are escaped.
                        if escaped_in in self.quotes and char != state and char != escaped_in:
                            self.token += state
                        self.token += char
                        self._state = escaped_in
                    elif not char:
                        self._state = None
                        break
                    elif char in self.whitespace:
                        self._state = " "
                        if self.token or (self.posix and quoted):
                            break
                    elif char in self.commenters:
                        self._skip_line()
                        if self.posix:
                            self._state = " "
                            if self.token or (self.posix and quoted):
                                break
                    elif state == "c":
                        if char in self.punctuation_chars:
                            self.token += char
                        else:
                            if char not in self.whitespace:
                                self._ahead.append(char)
                            self._state = " "
                            break
                    elif self.posix and char in self.quotes:
                        self._state = char
                    elif self.posix and char in self.escape:
                        escaped_in = "a"
                        self._state = char
                    elif (
                        char in self.wordchars
                        or char in self.quotes
                        or (self.whitespace_split and char not in self.punctuation_chars)
                    ):
                        self.token += char
                    else:
                        if self.punctuation_chars:
                            self._ahead.append(char)
                        else:
                            self._pushed.insert(0, char)
                        self._state = " "
                        if self.token or (self.posix and quoted):
                            break
                result = self.token
                self.token = ""
                return None if self.posix and not quoted and result == "" else result

            def __iter__(self):
                return self

            def __next__(self):
                token = self.get_token()
                if token == self.eof:
                    raise StopIteration
                return token


        def split(s, comments=False, posix=True):
            """The words of a command line."""
            lexer = shlex(s, posix=posix)
            lexer.whitespace_split = True
            if not comments:
                lexer.commenters = ""
            return list(lexer)


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
