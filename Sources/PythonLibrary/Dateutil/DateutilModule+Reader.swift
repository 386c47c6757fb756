extension DateutilModule {
    /// The part of the parser that goes through the words and numbers of a text.
    static let textReaderProgram = #"""

        class _Reader:
            def __init__(self, info, tokens, fuzzy):
                self.info = info
                self.tokens = tokens
                self.fuzzy = fuzzy
                self.result = _Result()
                self.day = _Day()
                self.skipped = []

            def read(self):
                # Raises IndexError or ValueError for a text that says no time.
                index = 0
                while index < len(self.tokens):
                    index = self._read(index) + 1

            def _read(self, index):
                # Takes the token there and what belongs to it; the index of the last one taken.
                info, result, token = self.info, self.result, self.tokens[index]
                try:
                    float(token)
                except ValueError:
                    pass
                else:
                    return self._number(index)
                weekday = info.weekday(token)
                if weekday is not None:
                    result.weekday = weekday
                    return index
                if info.month(token) is not None:
                    return self._month(index)
                half = info.ampm(token)
                if half is not None:
                    if self._is_half_of_day():
                        result.hour = self._hour(result.hour, half)
                        result.ampm = half
                    elif self.fuzzy:
                        self.skipped.append(index)
                    return index
                if self._could_be_zone(token, result.tzoffset):
                    self._zone(index)
                    return index
                if result.hour is not None and token in ("+", "-"):
                    return self._offset(index)
                if not (info.jump(token) or self.fuzzy):
                    raise ValueError(token)
                self.skipped.append(index)
                return index

            def _month(self, index):
                tokens, info = self.tokens, self.info
                self.day.append(info.month(tokens[index]), "m")
                if index + 1 >= len(tokens):
                    return index
                separator = tokens[index + 1]
                if separator in ("-", "/"):
                    # Jan-01[-99]
                    self.day.append(tokens[index + 2])
                    if index + 3 < len(tokens) and tokens[index + 3] == separator:
                        self.day.append(tokens[index + 4])
                        return index + 4
                    return index + 2
                is_pair = index + 4 < len(tokens) and separator == tokens[index + 3] == " "
                if is_pair and info.pertain(tokens[index + 2]):
                    # Jan of 01
                    if tokens[index + 4].isdigit():
                        self.day.append(str(info.convertyear(int(tokens[index + 4]))), "y")
                    return index + 4
                return index

            def _is_half_of_day(self):
                # In running text "a" and "am" may be words.
                if self.fuzzy and self.result.ampm is not None:
                    return False
                if self.result.hour is not None and 0 <= self.result.hour <= 12:
                    return True
                if self.fuzzy:
                    return False
                raise ValueError("no hour of a half of the day")

            def _hour(self, hour, half):
                if half == 1 and hour < 12:
                    return hour + 12
                return 0 if half == 0 and hour == 12 else hour

            def _could_be_zone(self, token, offset):
                return (
                    self.result.hour is not None
                    and self.result.tzname is None
                    and offset is None
                    and len(token) <= 5
                    and (_UPPERCASE.issuperset(token) or token in self.info.UTCZONE)
                )

            def _zone(self, index):
                tokens, result = self.tokens, self.result
                result.tzname = tokens[index]
                result.tzoffset = self.info.tzoffset(result.tzname)
                if index + 1 < len(tokens) and tokens[index + 1] in ("+", "-"):
                    # "GMT+3" is POSIX for three hours behind, but people mean "my time +3 is GMT": the sign turns.
                    tokens[index + 1] = "-" if tokens[index + 1] == "+" else "+"
                    result.tzoffset = None
                    if self.info.utczone(result.tzname):
                        result.tzname = None

            def _offset(self, index):
                tokens = self.tokens
                sign = 1 if tokens[index] == "+" else -1
                digits = tokens[index + 1]
                if len(digits) == 4:
                    hours, minutes = int(digits[:2]), int(digits[2:])
                elif index + 2 < len(tokens) and tokens[index + 2] == ":":
                    hours, minutes = int(digits), int(tokens[index + 3])
                    index += 2
                elif len(digits) <= 2:
                    hours, minutes = int(digits), 0
                else:
                    raise ValueError(digits)
                self.result.tzoffset = sign * (hours * 3600 + minutes * 60)
                if (
                    index + 5 < len(tokens)
                    and self.info.jump(tokens[index + 2])
                    and tokens[index + 3] == "("
                    and tokens[index + 5] == ")"
                    and len(tokens[index + 4]) >= 3
                    and self._could_be_zone(tokens[index + 4], None)
                ):
                    # -0300 (BRST)
                    self.result.tzname = tokens[index + 4]
                    index += 4
                return index + 1

            def _number(self, index):
                tokens, info, result, day = self.tokens, self.info, self.result, self.day
                text = tokens[index]
                number = _Number(text)
                length, count = len(text), len(tokens)
                following = tokens[index + 1] if index + 1 < count else None

                if (
                    len(day.numbers) == 3
                    and length in (2, 4)
                    and result.hour is None
                    and (following is None or (following != ":" and info.hms(following) is None))
                ):
                    # 19990101T23[59]
                    result.hour = int(text[:2])
                    if length == 4:
                        result.minute = int(text[2:])
                    return index
                if length == 6 or (length > 6 and text.find(".") == 6):
                    # YYMMDD or HHMMSS[.ss]
                    if not day.numbers and "." not in text:
                        for start in (0, 2, 4):
                            day.append(text[start : start + 2])
                    else:
                        result.hour = int(text[:2])
                        result.minute = int(text[2:4])
                        result.second, result.microsecond = _seconds(text[4:])
                    return index
                if length in (8, 12, 14):
                    # YYYYMMDD[hhmm[ss]]
                    day.append(text[:4], "y")
                    day.append(text[4:6])
                    day.append(text[6:8])
                    if length > 8:
                        result.hour = int(text[8:10])
                        result.minute = int(text[10:12])
                        if length > 12:
                            result.second = int(text[12:])
                    return index
                unit = self._unit(index)
                if unit is not None:
                    self._count(text, number, info.hms(tokens[unit]) + (unit < index))
                    return max(index, unit)
                if index + 2 < count and following == ":":
                    # HH:MM[:SS[.ss]]
                    minutes = _Number(tokens[index + 2])
                    result.hour = number.whole
                    result.minute, result.second = minutes.whole, minutes.sixtieths()
                    if index + 4 < count and tokens[index + 3] == ":":
                        result.second, result.microsecond = _seconds(tokens[index + 4])
                        return index + 4
                    return index + 2
                if following in ("-", "/", "."):
                    return self._numeric_day(index)
                if following is None or info.jump(following):
                    if index + 2 < count and info.ampm(tokens[index + 2]) is not None:
                        # 12 am
                        result.hour = self._hour(number.whole, info.ampm(tokens[index + 2]))
                        return index + 2
                    day.append(number)
                    return index + 1
                if info.ampm(following) is not None and number.whole < 24:
                    # 12am
                    result.hour = self._hour(number.whole, info.ampm(following))
                    return index + 1
                if day.could_be_day(number):
                    day.append(number)
                elif not self.fuzzy:
                    raise ValueError(text)
                return index

            def _unit(self, index):
                # Where the unit of a number stands ("h", "minutes"): behind it, or before it for the next smaller unit.
                tokens, hms, count = self.tokens, self.info.hms, len(self.tokens)
                if index + 1 < count and hms(tokens[index + 1]) is not None:
                    return index + 1
                if index + 2 < count and tokens[index + 1] == " " and hms(tokens[index + 2]) is not None:
                    return index + 2
                if index > 0 and hms(tokens[index - 1]) is not None:
                    return index - 1
                if 1 < index == count - 1 and tokens[index - 1] == " " and hms(tokens[index - 2]) is not None:
                    return index - 2
                return None

            def _count(self, text, number, unit):
                result = self.result
                if unit == 0:
                    result.hour = number.whole
                    if not number.is_whole:
                        result.minute = number.sixtieths()
                elif unit == 1:
                    result.minute, result.second = number.whole, number.sixtieths()
                elif unit == 2:
                    result.second, result.microsecond = _seconds(text)

            def _numeric_day(self, index):
                # 01-01[-01], 01/Jan/2020, 1.2.2020
                tokens, info, day = self.tokens, self.info, self.day
                separator = tokens[index + 1]
                day.append(tokens[index])
                if index + 2 >= len(tokens) or info.jump(tokens[index + 2]):
                    return index + 1
                self._part_of_day(tokens[index + 2], isdigit=True)
                if index + 3 < len(tokens) and tokens[index + 3] == separator:
                    self._part_of_day(tokens[index + 4], isdigit=False)
                    return index + 4
                return index + 2

            def _part_of_day(self, token, isdigit):
                month = None if isdigit and token.isdigit() else self.info.month(token)
                if month is not None:
                    self.day.append(month, "m")
                elif isdigit and not token.isdigit():
                    raise ValueError(token)
                else:
                    self.day.append(token)

            def unread(self):
                # The texts that were passed over, those next to each other as one.
                texts = []
                last = None
                for index in self.skipped:
                    if last is not None and index == last + 1:
                        texts[-1] += self.tokens[index]
                    else:
                        texts.append(self.tokens[index])
                    last = index
                return tuple(texts)

        """#

    /// The part of the parser that makes a datetime of what was read.
    static let textBuilderProgram = #"""

        class parser:
            def __init__(self, info=None):
                self.info = info or parserinfo()

            def parse(self, timestr, default=None, ignoretz=False, tzinfos=None, **kwargs):
                if default is None:
                    default = datetime.datetime.now().replace(hour=0, minute=0, second=0, microsecond=0)
                result, skipped = self._parse(timestr, **kwargs)
                if result is None:
                    raise ParserError("Unknown string format: %s", timestr)
                if len(result) == 0:
                    raise ParserError("String does not contain a date: %s", timestr)
                try:
                    moment = self._build_naive(result, default)
                except ValueError as error:
                    raise ParserError(str(error) + ": %s", timestr) from error
                if not ignoretz:
                    moment = self._build_tzaware(moment, result, tzinfos)
                return (moment, skipped) if kwargs.get("fuzzy_with_tokens", False) else moment

            def _parse(self, timestr, dayfirst=None, yearfirst=None, fuzzy=False, fuzzy_with_tokens=False):
                text = timestr.decode() if isinstance(timestr, bytes) else timestr
                if not isinstance(text, str):
                    read = getattr(text, "read", None)
                    if read is None:
                        name = timestr.__class__.__name__
                        raise TypeError(f"Parser must be a string or character stream, not {name}")
                    text = read()
                reader = _Reader(self.info, _tokens(text), fuzzy or fuzzy_with_tokens)
                result = reader.result
                try:
                    reader.read()
                    result.year, result.month, result.day = reader.day.resolve(
                        self.info.yearfirst if yearfirst is None else yearfirst,
                        self.info.dayfirst if dayfirst is None else dayfirst,
                    )
                    result.century_specified = reader.day.century_specified
                except (IndexError, ValueError):
                    return None, None
                if not self.info.validate(result):
                    return None, None
                return result, reader.unread() if fuzzy_with_tokens else None

            def _build_naive(self, result, default):
                names = ("year", "month", "day", "hour", "minute", "second", "microsecond")
                parts = {name: getattr(result, name) for name in names if getattr(result, name) is not None}
                if "day" not in parts:
                    # The default's day may be past the end of the month.
                    last = _days_in_month(parts.get("year", default.year), parts.get("month", default.month))
                    if default.day > last:
                        parts["day"] = last
                moment = default.replace(**parts)
                if result.weekday is not None and not result.day:
                    moment = moment + relativedelta.relativedelta(weekday=result.weekday)
                return moment

            def _build_tzaware(self, naive, result, tzinfos):
                name, offset = result.tzname, result.tzoffset
                if callable(tzinfos) or (tzinfos and name in tzinfos):
                    aware = naive.replace(tzinfo=self._build_tzinfo(tzinfos, name, offset))
                    if aware.tzname() != name and aware.replace(fold=1).tzname() == name:
                        return aware.replace(fold=1)
                    return aware
                if name and name in time.tzname:
                    return naive.replace(tzinfo=tz.tzlocal())
                if offset == 0:
                    return naive.replace(tzinfo=tz.UTC)
                if offset:
                    return naive.replace(tzinfo=tz.tzoffset(name, offset))
                # A zone that nobody knows.
                return naive

            def _build_tzinfo(self, tzinfos, name, offset):
                zone = tzinfos(name, offset) if callable(tzinfos) else tzinfos.get(name)
                if isinstance(zone, datetime.tzinfo) or zone is None:
                    return zone
                if isinstance(zone, str):
                    return tz.tzstr(zone)
                if isinstance(zone, int):
                    return tz.tzoffset(name, zone)
                raise TypeError("Offset must be tzinfo subclass, tz string, or int offset.")


        DEFAULTPARSER = parser()
        # As logs write it: nothing is left open, so no default is asked for.
        _WRITTEN = re.compile(r"(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?\Z", re.ASCII)


        def parse(timestr, parserinfo=None, **kwargs):
            """The datetime that a text in any common notation says. Raises ParserError."""
            if parserinfo:
                return parser(parserinfo).parse(timestr, **kwargs)
            if not kwargs and type(timestr) is str:
                written = _WRITTEN.match(timestr)
                if written:
                    *parts, fraction = written.groups("0")
                    try:
                        return datetime.datetime(*map(int, parts), int(fraction.ljust(6, "0")[:6]))
                    except ValueError:
                        pass  # what is wrong with it is said below
            return DEFAULTPARSER.parse(timestr, **kwargs)
        """#
}
