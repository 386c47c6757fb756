package import PythonRuntime

/// `email.utils`, written in the dialect.
package enum EmailUtilsModule {
    package static let module = NativeModule(
        "email.utils",
        "Addresses and dates of mail.",
        body: ModuleBody(program)
    )

    private static let program = #"""
        import re
        from datetime import datetime, timedelta, timezone

        __all__ = [
            "formataddr", "format_datetime", "formatdate", "getaddresses", "parseaddr", "parsedate", "parsedate_to_datetime",
            "parsedate_tz", "mktime_tz", "quote", "unquote",
        ]

        _DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
        _MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
        _LONG_MONTHS = (
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
            "december",
        )
        _ZONES = {
            "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "AST": -400, "ADT": -300, "EST": -500, "EDT": -400, "CST": -600, "CDT": -500,
            "MST": -700, "MDT": -600, "PST": -800, "PDT": -700,
        }


        def quote(str):
            """The text with backslashes and quotes escaped."""
            return str.replace("\\", "\\\\").replace('"', '\\"')


        def unquote(str):
            """The text without quotes around it."""
            if len(str) > 1:
                if str.startswith('"') and str.endswith('"'):
                    return str[1:-1].replace("\\\\", "\\").replace('\\"', '"')
                if str.startswith("<") and str.endswith(">"):
                    return str[1:-1]
            return str


        class _Addresses:
            # The addresses of a header, RFC 822 as people write it.
            def __init__(self, text):
                self.text = text
                self.place = 0
                self.comments = []

            def _peek(self):
                return self.text[self.place] if self.place < len(self.text) else ""

            def _skip(self):
                while self._peek() and (self._peek() in " \t\r\n" or self._peek() == "("):
                    if self._peek() == "(":
                        self.comments.append(self._delimited("(", ")", True))
                    else:
                        self.place += 1

            def _delimited(self, begin, end, nests=False):
                # What is between two marks, and goes behind the second.
                self.place += 1
                parts = []
                while self._peek():
                    char = self._peek()
                    if char == "\\":
                        self.place += 1
                        parts.append(self._peek())
                    elif char == end:
                        self.place += 1
                        break
                    elif nests and char == begin:
                        parts.append(begin + self._delimited(begin, end, True) + end)
                        continue
                    else:
                        parts.append(char)
                    self.place += 1
                return "".join(parts)

            def _atom(self, ends):
                start = self.place
                while self._peek() and self._peek() not in ends:
                    self.place += 1
                return self.text[start : self.place]

            def read(self):
                found = []
                while self.place < len(self.text):
                    found += self._address() or [("", "")]
                return found

            def _phrase(self):
                words = []
                while self.place < len(self.text):
                    self._skip()
                    char = self._peek()
                    if char == '"':
                        words.append(self._delimited('"', '"'))
                    elif not char or char in "()<>@,:;[]":
                        break
                    else:
                        words.append(self._atom('()<>@,:;"[] \t\r\n'))
                return words

            def _address(self):
                self.comments = []
                self._skip()
                start = self.place
                words = self._phrase()
                self._skip()
                char = self._peek()
                result = []
                if char in (".", "@", ",", ";", ""):
                    self.place = start
                    address = self._plain()
                    name = " ".join(self.comments)
                    result = [(name, address)] if address or char in ("", ",") and words else []
                elif char == ":":
                    self.place += 1
                    while self._peek() and self._peek() != ";":
                        result += self._address() or []
                    self.place += 1
                elif char == "<":
                    self.place += 1
                    self._skip()
                    address = self._plain()
                    if self._peek() == ">":
                        self.place += 1
                    name = " ".join(words)
                    if self.comments:
                        name += " (" + " ".join(self.comments) + ")"
                    result = [(name, address)]
                elif words:
                    result = [(" ".join(self.comments), words[0])]
                    if char in "()<>@,:;[]":
                        self.place += 1
                elif char in "()<>@,:;[]":
                    self.place += 1
                self._skip()
                if self._peek() == ",":
                    self.place += 1
                return result

            def _plain(self):
                # local@domain
                parts = []
                while self.place < len(self.text):
                    self._skip()
                    char = self._peek()
                    if char == ".":
                        parts.append(".")
                        self.place += 1
                    elif char == '"':
                        parts.append('"' + quote(self._delimited('"', '"')) + '"')
                    elif not char or char in "()<>@,:;[]":
                        break
                    else:
                        parts.append(self._atom('()<>@,:;".[] \t\r\n'))
                    self._skip()
                if self._peek() != "@":
                    return "".join(parts)
                self.place += 1
                domain = []
                while self.place < len(self.text):
                    self._skip()
                    char = self._peek()
                    if char == "[":
                        domain.append("[" + self._delimited("[", "]") + "]")
                    elif char == ".":
                        domain.append(".")
                        self.place += 1
                    elif char == "@":
                        return ""
                    elif not char or char in "()<>,:;]" or char == '"':
                        break
                    else:
                        domain.append(self._atom('()<>@,:;".[] \t\r\n'))
                return "".join(parts) + "@" + "".join(domain) if domain else ""


        def getaddresses(fieldvalues):
            """Name and address of each that headers name."""
            return _Addresses(", ".join(str(value) for value in fieldvalues)).read()


        def parseaddr(addr):
            """Name and address of the first that a header names; two empty texts for none."""
            found = _Addresses(addr).read()
            return found[0] if found else ("", "")


        def formataddr(pair, charset="utf-8"):
            """A header of a name and an address."""
            name, address = pair
            address.encode("ascii")
            if not name:
                return address
            try:
                name.encode("ascii")
            except UnicodeEncodeError:
                import base64

                coded = base64.b64encode(name.encode(charset)).decode("ascii")
                return f"=?{charset}?b?{coded}?= <{address}>"
            quotes = '"' if re.search(r"[][\\()<>@,:;\".]", name) else ""
            return "%s%s%s <%s>" % (quotes, re.sub(r'[\\"]', r"\\\g<0>", name), quotes, address)


        def _parts(data):
            # Year … second, three numbers that mean nothing, and the offset, None for "-0000"; or None.
            if not data:
                return None
            words = data.split()
            if not words:
                return None
            if words[0].endswith(",") or words[0].lower() in [day.lower() for day in _DAYS]:
                del words[0]
            else:
                index = words[0].rfind(",")
                if index >= 0:
                    words[0] = words[0][index + 1 :]
            if len(words) == 3:
                parts = words[0].split("-")
                if len(parts) == 3:
                    words = parts + words[1:]
            if len(words) == 4:
                index = words[3].find("+")
                if index == -1:
                    index = words[3].find("-")
                if index > 0:
                    words[3:] = [words[3][:index], words[3][index:]]
                else:
                    words.append("")
            if len(words) < 5:
                return None
            day, month, year, clock, zone = words[:5]
            if not (day and month and year):
                return None
            month = month.lower()
            if month not in _MONTHS and month not in _LONG_MONTHS:
                day, month = month, day.lower()
                if month not in _MONTHS and month not in _LONG_MONTHS:
                    return None
            number = (_MONTHS.index(month) if month in _MONTHS else _LONG_MONTHS.index(month)) + 1
            day = day.removesuffix(",")
            if ":" in year:
                year, clock = clock, year
            year = year.removesuffix(",")
            if not year:
                return None
            if not year[0].isdigit():
                year, zone = zone, year
            clock = clock.removesuffix(",")
            parts = clock.split(":")
            if len(parts) == 1 and "." in parts[0]:
                parts = parts[0].split(".")
            if len(parts) == 2:
                parts.append("0")
            if len(parts) != 3:
                return None
            try:
                year, day = int(year), int(day)
                hour, minute, second = map(int, parts)
            except ValueError:
                return None
            if year < 100:
                year += 1900 if year > 68 else 2000
            offset = None
            zone = zone.upper()
            if zone in _ZONES:
                offset = _ZONES[zone]
            else:
                try:
                    offset = int(zone)
                except ValueError:
                    pass
                if offset == 0 and zone.startswith("-"):
                    offset = None
            if offset:
                sign = -1 if offset < 0 else 1
                offset = sign * (abs(offset) // 100 * 3600 + abs(offset) % 100 * 60)
            return year, number, day, hour, minute, second, 0, 1, -1, offset


        def parsedate_tz(data):
            """Year … second, three numbers that mean nothing, and the offset in seconds; None for no date."""
            found = _parts(data)
            return found if found is None or found[9] is not None else (*found[:9], 0)


        def parsedate(data):
            """The same without the offset."""
            found = parsedate_tz(data)
            return None if found is None else found[:9]


        def mktime_tz(data):
            """Seconds since 1970 of what `parsedate_tz` gave."""
            moment = datetime(*data[:6], tzinfo=timezone.utc)
            return int(moment.timestamp()) - (data[9] or 0)


        def parsedate_to_datetime(data):
            """The datetime of a header."""
            found = _parts(data)
            if found is None:
                raise ValueError('Invalid date value or format "%s"' % str(data))
            if found[9] is None:
                return datetime(*found[:6])
            return datetime(*found[:6], tzinfo=timezone(timedelta(seconds=found[9])))


        def format_datetime(dt, usegmt=False):
            """A datetime as a header has it."""
            if usegmt:
                if dt.tzinfo is None or dt.tzinfo != timezone.utc:
                    raise ValueError("usegmt option requires a UTC datetime")
                zone = "GMT"
            elif dt.tzinfo is None:
                zone = "-0000"
            else:
                zone = dt.strftime("%z")
            month = _MONTHS[dt.month - 1].title()
            return "%s, %02d %s %04d %02d:%02d:%02d %s" % (
                _DAYS[dt.weekday()], dt.day, month, dt.year, dt.hour, dt.minute, dt.second, zone,
            )


        def formatdate(timeval=None, localtime=False, usegmt=False):
            """Seconds since 1970 as a header has them."""
            now = datetime.now(timezone.utc) if timeval is None else datetime.fromtimestamp(timeval, timezone.utc)
            return format_datetime(now if localtime or usegmt else now.replace(tzinfo=None), usegmt)
        """#
}
