package import PythonRuntime

/// `io`, written in the dialect.
package enum IoModule {
    package static let module = NativeModule(
        "io",
        "Texts and bytes that are read like files.",
        body: ModuleBody(program)
    )

    private static let program = #"""
        __all__ = ["StringIO", "BytesIO", "SEEK_SET", "SEEK_CUR", "SEEK_END", "UnsupportedOperation", "DEFAULT_BUFFER_SIZE"]

        SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
        DEFAULT_BUFFER_SIZE = 8192


        class UnsupportedOperation(OSError, ValueError):
            """What this kind of file cannot do."""


        class _Memory:
            _empty = ""
            _line_end = "\n"

            def _start(self, value):
                self._content = value
                self._place = 0
                self.closed = False

            def _check(self):
                if self.closed:
                    raise ValueError("I/O operation on closed file" + ("" if self._empty == "" else "."))

            def getvalue(self):
                """All that was written."""
                self._check()
                return self._content

            def read(self, size=-1, /):
                """So many characters, or all that are left."""
                self._check()
                end = len(self._content) if size is None or size < 0 else self._place + size
                part = self._content[self._place : end]
                self._place += len(part)
                return part

            def readline(self, size=-1, /):
                """The next line, with its end."""
                self._check()
                end = self._content.find(self._line_end, self._place)
                end = len(self._content) if end < 0 else end + 1
                if size is not None and size >= 0:
                    end = min(end, self._place + size)
                line = self._content[self._place : end]
                self._place += len(line)
                return line

            def readlines(self, hint=-1, /):
                """The lines that are left."""
                lines = []
                length = 0
                for line in self:
                    lines.append(line)
                    length += len(line)
                    if hint is not None and 0 < hint <= length:
                        break
                return lines

            def _put(self, part):
                self._check()
                if self._place > len(self._content):
                    self._content += self._gap * (self._place - len(self._content))
                self._content = self._content[: self._place] + part + self._content[self._place + len(part) :]
                self._place += len(part)
                return len(part)

            def writelines(self, lines, /):
                """Writes one after the other."""
                for line in lines:
                    self.write(line)

            def tell(self):
                """Where it stands."""
                self._check()
                return self._place

            def seek(self, pos, whence=0, /):
                """Goes there."""
                self._check()
                if whence not in (0, 1, 2):
                    raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
                if whence == 0 and pos < 0:
                    raise ValueError(f"{'Negative seek position' if self._empty == '' else 'negative seek value'} {pos}")
                if whence and pos and self._empty == "":
                    raise OSError("Can't do nonzero cur-relative seeks")
                self._place = max(0, pos + (0, self._place, len(self._content))[whence])
                return self._place

            def truncate(self, size=None, /):
                """Cuts the rest off."""
                self._check()
                size = self._place if size is None else size
                self._content = self._content[:size]
                return size

            def close(self):
                """Ends it."""
                self.closed = True

            def flush(self):
                """Does nothing."""
                self._check()

            def readable(self):
                """True."""
                return True

            def writable(self):
                """True."""
                return True

            def seekable(self):
                """True."""
                return True

            def isatty(self):
                """False."""
                return False

            def __iter__(self):
                self._check()
                return self

            def __next__(self):
                line = self.readline()
                if not line:
                    raise StopIteration
                return line

            def __enter__(self):
                self._check()
                return self

            def __exit__(self, *details):
                self.close()


        class StringIO(_Memory):
            """A text that is read and written like a file."""

            _gap = "\0"

            def __init__(self, initial_value="", newline="\n"):
                if initial_value is not None and not isinstance(initial_value, str):
                    raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
                value = initial_value or ""
                if newline is None:
                    value = value.replace("\r\n", "\n").replace("\r", "\n")
                self._start(value)

            def write(self, s, /):
                """Writes a text; how long it was."""
                if not isinstance(s, str):
                    raise TypeError(f"string argument expected, got {type(s).__name__!r}")
                return self._put(s)


        class BytesIO(_Memory):
            """Bytes that are read and written like a file."""

            _empty = b""
            _line_end = b"\n"
            _gap = b"\0"

            def __init__(self, initial_bytes=b""):
                self._start(bytes(initial_bytes or b""))

            def write(self, b, /):
                """Writes bytes; how many they were."""
                if not isinstance(b, bytes):
                    raise TypeError(f"a bytes-like object is required, not {type(b).__name__!r}")
                return self._put(b)

            def getbuffer(self):
                """The bytes."""
                return self.getvalue()

            read1 = _Memory.read
        """#
}
