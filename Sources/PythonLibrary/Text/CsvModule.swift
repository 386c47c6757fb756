package import PythonRuntime

/// `csv`, written in the dialect.
package enum CsvModule {
    package static let module = NativeModule(
        "csv",
        "Rows of comma-separated values.",
        body: ModuleBody(program)
    )

    private static let program = #"""
        __all__ = [
            "QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "Error", "Dialect", "excel", "excel_tab",
            "unix_dialect", "reader", "writer", "DictReader", "DictWriter", "register_dialect", "get_dialect", "list_dialects",
            "field_size_limit",
        ]

        QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


        class Error(Exception):
            """A row that cannot be read or written."""


        class Dialect:
            """How rows are written."""

            delimiter = ","
            quotechar = '"'
            doublequote = True
            escapechar = None
            skipinitialspace = False
            lineterminator = "\r\n"
            quoting = QUOTE_MINIMAL
            strict = False


        class excel(Dialect):
            """As Excel writes them."""


        class excel_tab(excel):
            """The same with tabs."""

            delimiter = "\t"


        class unix_dialect(Dialect):
            """All quoted, lines as on Unix."""

            lineterminator = "\n"
            quoting = QUOTE_ALL


        _dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}
        _limit = 131072


        def register_dialect(name, dialect=excel, **fmtparams):
            """Gives a dialect a name."""
            _dialects[name] = _dialect(dialect, fmtparams)


        def get_dialect(name):
            """The dialect of a name."""
            if name not in _dialects:
                raise Error("unknown dialect")
            return _dialects[name]


        def list_dialects():
            """The names of all dialects."""
            return list(_dialects)


        def field_size_limit(new_limit=None):
            """How long a field may be; sets it."""
            global _limit
            old = _limit
            if new_limit is not None:
                _limit = new_limit
            return old


        def _dialect(base, options):
            if isinstance(base, str):
                base = get_dialect(base)
            made = Dialect()
            for name in (
                "delimiter", "quotechar", "doublequote", "escapechar", "skipinitialspace", "lineterminator", "quoting", "strict"
            ):
                setattr(made, name, options.pop(name) if name in options else getattr(base, name))
            for name in options:
                raise TypeError(f"'{name}' is an invalid keyword argument for this function")
            if not isinstance(made.delimiter, str) or len(made.delimiter) != 1:
                raise TypeError('"delimiter" must be a 1-character string')
            if made.quotechar is not None and (not isinstance(made.quotechar, str) or len(made.quotechar) > 1):
                raise TypeError('"quotechar" must be a 1-character string')
            if made.quoting != QUOTE_NONE and not made.quotechar:
                raise TypeError("quotechar must be set if quoting enabled")
            return made


        class reader:
            """The rows of an iterable of lines."""

            def __init__(self, csvfile, dialect="excel", **fmtparams):
                self._lines = iter(csvfile)
                self.dialect = _dialect(dialect, fmtparams)
                self.line_num = 0

            def __iter__(self):
                return self

            def __next__(self):
                d = self.dialect
                fields = []
                field, is_quoted, is_number, state = [], False, False, "start"
                while True:
                    try:
                        line = next(self._lines)
                    except StopIteration:
                        if state in ("quoted", "escape in quotes") and (field or fields or is_quoted):
                            if d.strict:
                                raise Error("unexpected end of data") from None
                            fields.append("".join(field))
                            return fields
                        raise
                    if not isinstance(line, str):
                        raise Error(
                            f"iterator should return strings, not {type(line).__name__} "
                            "(the file should be opened in text mode)"
                        )
                    self.line_num += 1
                    for char in [*line, ""]:
                        if state == "start":
                            if char in ("", "\n", "\r"):
                                state = "end"
                                break
                            state = "field start"
                        if state == "field start":
                            if char in ("", "\n", "\r"):
                                fields.append(self._value(field, is_number))
                                state = "end"
                                break
                            if char == d.quotechar and d.quoting != QUOTE_NONE:
                                is_quoted, state = True, "quoted"
                            elif char == d.escapechar:
                                state = "escape"
                            elif char == " " and d.skipinitialspace:
                                pass
                            elif char == d.delimiter:
                                fields.append(self._value(field, is_number))
                                field = []
                            else:
                                is_number = d.quoting == QUOTE_NONNUMERIC
                                field.append(char)
                                state = "field"
                        elif state == "field":
                            if char in ("", "\n", "\r"):
                                fields.append(self._value(field, is_number))
                                state = "end"
                                break
                            if char == d.escapechar:
                                state = "escape"
                            elif char == d.delimiter:
                                fields.append(self._value(field, is_number))
                                field, is_number, state = [], False, "field start"
                            else:
                                field.append(char)
                        elif state == "escape":
                            field.append(char or "\n")
                            state = "field"
                        elif state == "quoted":
                            if char == "":
                                pass
                            elif char == d.escapechar:
                                state = "escape in quotes"
                            elif char == d.quotechar:
                                state = "quote in quotes" if d.doublequote else "field"
                            else:
                                field.append(char)
                        elif state == "escape in quotes":
                            field.append(char or "\n")
                            state = "quoted"
                        elif state == "quote in quotes":
                            if char == d.quotechar:
                                field.append(char)
                                state = "quoted"
                            elif char == d.delimiter:
                                fields.append(self._value(field, is_number))
                                field, is_number, state = [], False, "field start"
                            elif char in ("", "\n", "\r"):
                                fields.append(self._value(field, is_number))
                                state = "end"
                                break
                            elif not d.strict:
                                field.append(char)
                                state = "field"
                            else:
                                raise Error(f"'{d.delimiter}' expected after '{d.quotechar}'")
                        if len(field) > _limit:
                            raise Error(f"field larger than field limit ({_limit})")
                    if state == "end":
                        return fields

            def _value(self, field, is_number):
                text = "".join(field)
                return float(text) if is_number else text


        class writer:
            """Writes rows to what has `write`."""

            def __init__(self, csvfile, dialect="excel", **fmtparams):
                self._write = csvfile.write
                self.dialect = _dialect(dialect, fmtparams)

            def _field(self, value, is_only):
                d = self.dialect
                is_number = isinstance(value, (int, float))
                text = "" if value is None else repr(value) if isinstance(value, float) else str(value)
                special = d.delimiter + (d.escapechar or "") + (d.quotechar or "") + d.lineterminator + "\r\n"
                needs_quotes = d.quoting == QUOTE_ALL or (d.quoting == QUOTE_NONNUMERIC and not is_number)
                result = []
                for char in text:
                    if char in special:
                        if d.quoting == QUOTE_NONE:
                            wants_escape = True
                        elif char == d.quotechar:
                            wants_escape = not d.doublequote
                            if d.doublequote:
                                result.append(d.quotechar)
                            needs_quotes = needs_quotes or d.doublequote
                        else:
                            wants_escape = char == d.escapechar
                            needs_quotes = needs_quotes or not wants_escape
                        if wants_escape:
                            if not d.escapechar:
                                raise Error("need to escape, but no escapechar set")
                            result.append(d.escapechar)
                    result.append(char)
                if not text and is_only:
                    if d.quoting == QUOTE_NONE:
                        raise Error("single empty field record must be quoted")
                    needs_quotes = True
                body = "".join(result)
                return d.quotechar + body + d.quotechar if needs_quotes else body

            def writerow(self, row):
                """Writes a row; what `write` returned."""
                try:
                    values = list(row)
                except TypeError:
                    raise Error(f"iterable expected, not {type(row).__name__}") from None
                fields = [self._field(value, len(values) == 1) for value in values]
                return self._write(self.dialect.delimiter.join(fields) + self.dialect.lineterminator)

            def writerows(self, rows):
                """Writes rows."""
                for row in rows:
                    self.writerow(row)


        class DictReader:
            """The rows as dicts, keys from the first row or given."""

            def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
                self._fieldnames = None if fieldnames is None else list(fieldnames)
                self.restkey = restkey
                self.restval = restval
                self.reader = reader(f, dialect, *args, **kwds)
                self.line_num = 0

            def __iter__(self):
                return self

            @property
            def fieldnames(self):
                if self._fieldnames is None:
                    try:
                        self._fieldnames = next(self.reader)
                    except StopIteration:
                        pass
                self.line_num = self.reader.line_num
                return self._fieldnames

            @fieldnames.setter
            def fieldnames(self, value):
                self._fieldnames = value

            def __next__(self):
                if self.line_num == 0:
                    self.fieldnames
                row = next(self.reader)
                self.line_num = self.reader.line_num
                while row == []:
                    row = next(self.reader)
                names = self.fieldnames
                result = dict(zip(names, row))
                if len(names) < len(row):
                    result[self.restkey] = row[len(names) :]
                for name in names[len(row) :]:
                    result[name] = self.restval
                return result


        class DictWriter:
            """Writes dicts as rows."""

            def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
                self.fieldnames = list(fieldnames)
                self.restval = restval
                if extrasaction.lower() not in ("raise", "ignore"):
                    raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
                self.extrasaction = extrasaction.lower()
                self.writer = writer(f, dialect, *args, **kwds)

            def writeheader(self):
                """Writes the names."""
                return self.writer.writerow(self.fieldnames)

            def _row(self, rowdict):
                if self.extrasaction == "raise":
                    wrong = [key for key in rowdict if key not in self.fieldnames]
                    if wrong:
                        raise ValueError("dict contains fields not in fieldnames: " + ", ".join(map(repr, wrong)))
                return [rowdict.get(name, self.restval) for name in self.fieldnames]

            def writerow(self, rowdict):
                """Writes a dict."""
                return self.writer.writerow(self._row(rowdict))

            def writerows(self, rowdicts):
                """Writes dicts."""
                return self.writer.writerows(map(self._row, rowdicts))
        """#
}
