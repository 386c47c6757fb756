package import PythonRuntime

/// `pprint`, written in the dialect.
package enum PprintModule {
    package static let module = NativeModule(
        "pprint",
        "Values over several lines.",
        body: ModuleBody(program)
    )

    private static let program = #"""
        __all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


        class PrettyPrinter:
            """Writes values over several lines where one is too narrow."""

            def __init__(
                self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False
            ):
                if indent < 0:
                    raise ValueError("indent must be >= 0")
                if depth is not None and depth <= 0:
                    raise ValueError("depth must be > 0")
                if not width:
                    raise ValueError("width must be != 0")
                self._indent = indent
                self._width = width
                self._depth = depth
                self._stream = stream
                self._compact = bool(compact)
                self._sort_dicts = sort_dicts
                self._underscores = underscore_numbers

            def pformat(self, object):
                """The value as text."""
                return self._format(object, 0, 0, 1, set())

            def pprint(self, object):
                """Prints the value."""
                if self._stream is None:
                    print(self.pformat(object))
                else:
                    self._stream.write(self.pformat(object) + "\n")

            def isreadable(self, object):
                """Whether the text can be read back."""
                return "<" not in self.pformat(object)

            def isrecursive(self, object):
                """Whether it contains itself."""
                return "<Recursion on " in self.pformat(object)

            def _line(self, value, level, seen):
                # The value on one line.
                kind = type(value)
                if kind is int and self._underscores:
                    return f"{value:_d}"
                if kind not in (dict, list, tuple, set, frozenset):
                    return repr(value)
                if not value:
                    return repr(value)
                if kind in (dict, list, tuple):
                    if id(value) in seen:
                        return f"<Recursion on {kind.__name__} with id={id(value)}>"
                    if self._depth is not None and level > self._depth:
                        return {dict: "{...}", list: "[...]", tuple: "(...)"}[kind]
                    seen.add(id(value))
                    if kind is dict:
                        pairs = [
                            f"{self._line(k, level + 1, seen)}: {self._line(v, level + 1, seen)}" for k, v in self._items(value)
                        ]
                        text = "{" + ", ".join(pairs) + "}"
                    else:
                        parts = ", ".join(self._line(part, level + 1, seen) for part in value)
                        text = f"[{parts}]" if kind is list else f"({parts},)" if len(value) == 1 else f"({parts})"
                    seen.discard(id(value))
                    return text
                return repr(value)

            def _items(self, value):
                return sorted(value.items(), key=lambda item: _Key(item[0])) if self._sort_dicts else value.items()

            def _format(self, value, indent, allowance, level, seen):
                line = self._line(value, level, seen)
                if len(line) <= self._width - indent - allowance:
                    return line
                kind = type(value)
                if isinstance(value, str) and kind is str:
                    return self._text(value, indent, allowance, level)
                if kind not in (dict, list, tuple, set, frozenset) or line.startswith("<Recursion") or not value:
                    return line
                if self._depth is not None and level > self._depth:
                    return line
                seen.add(id(value))
                if kind is dict:
                    text = self._mapping(value, indent, allowance + 1, level, seen)
                elif kind in (list, tuple):
                    tail = ",)" if kind is tuple and len(value) == 1 else ")" if kind is tuple else "]"
                    head = "[" if kind is list else "("
                    text = head + self._gap() + self._elements(value, indent, allowance + len(tail), level, seen) + tail
                else:
                    head = "{" if kind is set else "frozenset({"
                    tail = "}" if kind is set else "})"
                    body = self._elements(
                        sorted(value, key=_Key), indent + len(head) - 1, allowance + len(tail), level, seen
                    )
                    text = head + self._gap() + body + tail
                seen.discard(id(value))
                return text

            def _gap(self):
                return " " * (self._indent - 1) if self._indent > 1 else ""

            def _mapping(self, value, indent, allowance, level, seen):
                indent += self._indent
                parts = []
                items = list(self._items(value))
                for index, (key, part) in enumerate(items):
                    is_last = index == len(items) - 1
                    name = self._line(key, level + 1, seen)
                    body = self._format(part, indent + len(name) + 2, allowance if is_last else 1, level + 1, seen)
                    parts.append(f"{name}: {body}")
                return "{" + self._gap() + (",\n" + " " * indent).join(parts) + "}"

            def _elements(self, values, indent, allowance, level, seen):
                indent += self._indent
                values = list(values)
                if not self._compact:
                    parts = [
                        self._format(part, indent, allowance if index == len(values) - 1 else 1, level + 1, seen)
                        for index, part in enumerate(values)
                    ]
                    return (",\n" + " " * indent).join(parts)
                result = ""
                width = left = self._width - indent + 1
                separator = ""
                for index, part in enumerate(values):
                    is_last = index == len(values) - 1
                    if is_last:
                        left -= allowance
                        width -= allowance
                    line = self._line(part, level + 1, seen)
                    wide = len(line) + 2
                    if left < wide:
                        left = width
                        if separator:
                            separator = ",\n" + " " * indent
                    if left >= wide:
                        left -= wide
                        result += separator + line
                        separator = ", "
                        continue
                    result += separator + self._format(part, indent, allowance if is_last else 1, level + 1, seen)
                    separator = ",\n" + " " * indent
                return result

            def _text(self, value, indent, allowance, level):
                # A long text as several literals, broken after white space.
                import re

                lines = value.splitlines(True)
                if level == 1:
                    indent += 1
                    allowance += 1
                chunks = []
                room = most = self._width - indent
                shown = ""
                for index, line in enumerate(lines):
                    shown = repr(line)
                    if index == len(lines) - 1:
                        most -= allowance
                    if len(shown) <= most:
                        chunks.append(shown)
                        continue
                    words = re.findall(r"\S*\s*", line)
                    words.pop()
                    limit = room
                    current = ""
                    for place, word in enumerate(words):
                        candidate = current + word
                        if place == len(words) - 1 and index == len(lines) - 1:
                            limit -= allowance
                        if len(repr(candidate)) > limit:
                            if current:
                                chunks.append(repr(current))
                            current = word
                        else:
                            current = candidate
                    if current:
                        chunks.append(repr(current))
                if len(chunks) == 1:
                    return shown
                body = ("\n" + " " * indent).join(chunks)
                return f"({body})" if level == 1 else body


        class _Key:
            # Orders values of any types: by type where they cannot be compared.
            def __init__(self, value):
                self.value = value

            def __lt__(self, other):
                try:
                    return self.value < other.value
                except TypeError:
                    first, second = type(self.value), type(other.value)
                    return (str(first), id(self.value)) < (str(second), id(other.value))


        def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
            """A value as text of several lines."""
            return PrettyPrinter(
                indent, width, depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers
            ).pformat(object)


        def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
            """Prints a value over several lines."""
            PrettyPrinter(
                indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers
            ).pprint(object)


        def pp(object, *args, sort_dicts=False, **kwargs):
            """Prints a value over several lines, dicts in their own order."""
            pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


        def saferepr(object):
            """A value on one line, also if it contains itself."""
            return PrettyPrinter()._line(object, 1, set())


        def isreadable(object):
            """Whether the text can be read back."""
            return PrettyPrinter().isreadable(object)


        def isrecursive(object):
            """Whether a value contains itself."""
            return PrettyPrinter().isrecursive(object)
        """#
}
