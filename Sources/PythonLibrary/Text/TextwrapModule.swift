package import PythonRuntime

/// `textwrap`, written in the dialect.
package enum TextwrapModule {
    package static let module = NativeModule(
        "textwrap",
        "Breaking text into lines.",
        body: ModuleBody(program)
    )

    private static let program = #"""
        import re

        __all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

        _SPACES = "\t\n\x0b\x0c\r "
        _ONE_LINE = {ord(char): " " for char in _SPACES}
        _WORD = r"[\w!\"'&.,?]"
        _LETTER = r"[^\d\W]"
        _SPACE = "[" + re.escape(_SPACES) + "]"
        _NO_SPACE = "[^" + re.escape(_SPACES) + "]"
        _BREAKS = re.compile(
            rf"({_SPACE}+|(?<={_WORD})-{{2,}}(?=\w)|{_NO_SPACE}+?(?:-(?:(?<={_LETTER}{{2}}-)|(?<={_LETTER}-{_LETTER}-))"
            rf"(?={_LETTER}-?{_LETTER})|(?={_SPACE}|\Z)|(?<={_WORD})(?=-{{2,}}\w)))"
        )
        _PLAIN_BREAKS = re.compile(f"({_SPACE}+)")
        _SENTENCE_END = re.compile(r"[a-z][\.\!\?][\"\']?\Z")


        class TextWrapper:
            """Breaks text into lines."""

            def __init__(
                self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *,
                max_lines=None, placeholder=" [...]",
            ):
                self.width = width
                self.initial_indent = initial_indent
                self.subsequent_indent = subsequent_indent
                self.expand_tabs = expand_tabs
                self.replace_whitespace = replace_whitespace
                self.fix_sentence_endings = fix_sentence_endings
                self.break_long_words = break_long_words
                self.drop_whitespace = drop_whitespace
                self.break_on_hyphens = break_on_hyphens
                self.tabsize = tabsize
                self.max_lines = max_lines
                self.placeholder = placeholder

            def _chunks(self, text):
                if self.expand_tabs:
                    text = text.expandtabs(self.tabsize)
                if self.replace_whitespace:
                    text = text.translate(_ONE_LINE)
                pattern = _BREAKS if self.break_on_hyphens is True else _PLAIN_BREAKS
                chunks = [chunk for chunk in pattern.split(text) if chunk]
                if self.fix_sentence_endings:
                    for index in range(len(chunks) - 1):
                        if chunks[index + 1] == " " and _SENTENCE_END.search(chunks[index]):
                            chunks[index + 1] = "  "
                return chunks

            def _break_word(self, chunks, line, length, width):
                # A word that is longer than a line: as much of it as there is room for, or all of it on a line of its own.
                room = 1 if width < 1 else width - length
                if self.break_long_words:
                    word = chunks[-1]
                    end = room
                    if self.break_on_hyphens and len(word) > room:
                        hyphen = word.rfind("-", 0, room)
                        if hyphen > 0 and any(char != "-" for char in word[:hyphen]):
                            end = hyphen + 1
                    line.append(word[:end])
                    chunks[-1] = word[end:]
                elif not line:
                    line.append(chunks.pop())

            def wrap(self, text):
                """The lines, without line ends."""
                if self.width <= 0:
                    raise ValueError("invalid width %r (must be > 0)" % self.width)
                if self.max_lines is not None:
                    indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
                    if len(indent) + len(self.placeholder.lstrip()) > self.width:
                        raise ValueError("placeholder too large for max width")
                lines = []
                chunks = self._chunks(text)[::-1]
                while chunks:
                    line = []
                    length = 0
                    indent = self.subsequent_indent if lines else self.initial_indent
                    width = self.width - len(indent)
                    if self.drop_whitespace and lines and chunks[-1].strip() == "":
                        chunks.pop()
                    while chunks and length + len(chunks[-1]) <= width:
                        length += len(chunks[-1])
                        line.append(chunks.pop())
                    if chunks and len(chunks[-1]) > width:
                        self._break_word(chunks, line, length, width)
                        length = sum(map(len, line))
                    if self.drop_whitespace and line and line[-1].strip() == "":
                        length -= len(line.pop())
                    if not line:
                        continue
                    is_last = not chunks or (self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())
                    if self.max_lines is None or len(lines) + 1 < self.max_lines or (is_last and length <= width):
                        lines.append(indent + "".join(line))
                        continue
                    while line:
                        if line[-1].strip() and length + len(self.placeholder) <= width:
                            line.append(self.placeholder)
                            lines.append(indent + "".join(line))
                            break
                        length -= len(line.pop())
                    else:
                        if lines:
                            previous = lines[-1].rstrip()
                            if len(previous) + len(self.placeholder) <= self.width:
                                lines[-1] = previous + self.placeholder
                                break
                        lines.append(indent + self.placeholder.lstrip())
                    break
                return lines

            def fill(self, text):
                """The lines as one text."""
                return "\n".join(self.wrap(text))


        def wrap(text, width=70, **kwargs):
            """The lines of a text, each at most so wide."""
            return TextWrapper(width=width, **kwargs).wrap(text)


        def fill(text, width=70, **kwargs):
            """The same as one text."""
            return TextWrapper(width=width, **kwargs).fill(text)


        def shorten(text, width, **kwargs):
            """As many words as there is room for, and `[...]`."""
            return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


        def dedent(text):
            """The text without the white space that all its lines begin with."""
            text = re.sub("^[ \t]+$", "", text, flags=re.MULTILINE)
            margin = None
            for indent in re.findall("(^[ \t]*)(?:[^ \t\n])", text, re.MULTILINE):
                if margin is None or margin.startswith(indent):
                    margin = indent
                elif not indent.startswith(margin):
                    for index, (char, other) in enumerate(zip(margin, indent)):
                        if char != other:
                            margin = margin[:index]
                            break
            return re.sub("(?m)^" + margin, "", text) if margin else text


        def indent(text, prefix, predicate=None):
            """The text with a prefix before each line that is not blank."""
            if predicate is None:
                predicate = str.strip
            return "".join(prefix + line if predicate(line) else line for line in text.splitlines(True))
        """#
}
