import PythonRuntime

extension DateutilModule {
    /// `dateutil.parser._parser`. A text is cut into words and numbers; each takes what it needs of those after it.
    ///
    /// What dateutil does with a text that no grammar describes (`"10.5 2020"`) follows from the order of these tests,
    /// so the order is dateutil's.
    static let textParser = NativeModule(
        "dateutil.parser._parser",
        "Reads dates and times in any common notation.",
        body: ModuleBody(textParserProgram)
    )

    private static let textParserProgram = #"""
        import datetime
        import re
        import time
        from calendar import isleap, monthrange

        from dateutil import relativedelta, tz

        _UPPERCASE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


        class ParserError(ValueError):
            def __str__(self):
                try:
                    return self.args[0] % self.args[1:]
                except (TypeError, IndexError):
                    return super().__str__()

            def __repr__(self):
                shown = ", ".join("'%s'" % argument for argument in self.args)
                return f"{self.__class__.__name__}({shown})"


        class UnknownTimezoneWarning(RuntimeWarning):
            pass


        def _tokens(text):
            # Words, numbers (with a dot or comma in it), single other characters; any white space is " ".
            text = text.replace("\x00", "")
            tokens = []
            start = 0
            while start < len(text):
                char = text[start]
                end = start + 1
                if char.isalpha():
                    kind = "a"
                elif char.isdigit():
                    kind = "0"
                else:
                    tokens.append(" " if char.isspace() else char)
                    start = end
                    continue
                # "a." and "0." are words and numbers with dots, which may turn into each other after one.
                letters = False
                while end < len(text):
                    char = text[end]
                    if kind == "a":
                        letters = True
                        if char == ".":
                            kind = "a."
                        elif not char.isalpha():
                            break
                    elif kind == "0":
                        if char == "." or (char == "," and end - start >= 2):
                            kind = "0."
                        elif not char.isdigit():
                            break
                    elif kind == "a.":
                        letters = True
                        if char != "." and not char.isalpha():
                            if not (char.isdigit() and text[end - 1] == "."):
                                break
                            kind = "0."
                    elif char != "." and not char.isdigit():
                        if not (char.isalpha() and text[end - 1] == "."):
                            break
                        kind = "a."
                    end += 1
                token = text[start:end]
                start = end
                rest = []
                if kind in ("a.", "0.") and (letters or token.count(".") > 1 or token[-1] in ".,"):
                    token, *rest = re.split("([.,])", token)
                if kind == "0." and "." not in token:
                    token = token.replace(",", ".")
                tokens.append(token)
                tokens.extend(part for part in rest if part)
            return tokens


        class _Number:
            # A decimal number of the text: the digits before the dot as an int, those after as they stand.
            def __init__(self, text):
                whole, _, self.fraction = text.partition(".")
                if not text.replace(".", "", 1).isdecimal():
                    raise ValueError("Could not convert %s to decimal" % text)
                self.whole = int(whole)
                self.is_whole = not self.fraction.strip("0")

            def sixtieths(self):
                # How many sixtieths the fraction is; None for none.
                if self.is_whole:
                    return None
                return 60 * int(self.fraction) // 10 ** len(self.fraction)

            def is_at_most(self, limit):
                return self.whole < limit or (self.whole == limit and self.is_whole)


        def _seconds(text):
            # Seconds and microseconds.
            if "." not in text:
                return int(text), 0
            whole, fraction = text.split(".")
            return int(whole), int(fraction.ljust(6, "0")[:6])


        def _days_in_month(year, month):
            return monthrange(2000 if isleap(year) else 2001, month)[1]


        class parserinfo:
            JUMP = [
                " ", ".", ",", ";", "-", "/", "'", "at", "on", "and", "ad", "m", "t", "of", "st", "nd", "rd", "th",
            ]
            WEEKDAYS = [
                ("Mon", "Monday"), ("Tue", "Tuesday"), ("Wed", "Wednesday"), ("Thu", "Thursday"), ("Fri", "Friday"),
                ("Sat", "Saturday"), ("Sun", "Sunday"),
            ]
            MONTHS = [
                ("Jan", "January"), ("Feb", "February"), ("Mar", "March"), ("Apr", "April"), ("May", "May"),
                ("Jun", "June"), ("Jul", "July"), ("Aug", "August"), ("Sep", "Sept", "September"),
                ("Oct", "October"), ("Nov", "November"), ("Dec", "December"),
            ]
            HMS = [("h", "hour", "hours"), ("m", "minute", "minutes"), ("s", "second", "seconds")]
            AMPM = [("am", "a"), ("pm", "p")]
            UTCZONE = ["UTC", "GMT", "Z", "z"]
            PERTAIN = ["of"]
            TZOFFSET = {}

            def __init__(self, dayfirst=False, yearfirst=False):
                self._jump = self._convert(self.JUMP)
                self._weekdays = self._convert(self.WEEKDAYS)
                self._months = self._convert(self.MONTHS)
                self._hms = self._convert(self.HMS)
                self._ampm = self._convert(self.AMPM)
                self._utczone = self._convert(self.UTCZONE)
                self._pertain = self._convert(self.PERTAIN)
                self.dayfirst = dayfirst
                self.yearfirst = yearfirst

            def _convert(self, rows):
                table = {}
                for index, row in enumerate(rows):
                    for word in row if isinstance(row, tuple) else (row,):
                        table[word.lower()] = index
                return table

            def jump(self, name):
                return name.lower() in self._jump

            def weekday(self, name):
                return self._weekdays.get(name.lower())

            def month(self, name):
                index = self._months.get(name.lower())
                return None if index is None else index + 1

            def hms(self, name):
                return self._hms.get(name.lower())

            def ampm(self, name):
                return self._ampm.get(name.lower())

            def pertain(self, name):
                return name.lower() in self._pertain

            def utczone(self, name):
                return name.lower() in self._utczone

            def tzoffset(self, name):
                return 0 if name in self._utczone else self.TZOFFSET.get(name)

            def convertyear(self, year, century_specified=False):
                # Years of two digits are those nearest to now.
                if year < 100 and not century_specified:
                    now = time.localtime().tm_year
                    year += now // 100 * 100
                    if year >= now + 50:
                        year -= 100
                    elif year < now - 50:
                        year += 100
                return year

            def validate(self, res):
                if res.year is not None:
                    res.year = self.convertyear(res.year, res.century_specified)
                if (res.tzoffset == 0 and not res.tzname) or res.tzname in ("Z", "z"):
                    res.tzname = "UTC"
                    res.tzoffset = 0
                elif res.tzoffset != 0 and res.tzname and self.utczone(res.tzname):
                    res.tzoffset = 0
                return True


        class _Day:
            # Numbers that make up the day, in the order of the text; which is which may become clear only at the end.
            def __init__(self):
                self.numbers = []
                self.places = {}
                self.century_specified = False

            def append(self, number, label=None):
                if isinstance(number, str):
                    has_century = number.isdigit() and len(number) > 2
                elif isinstance(number, _Number):
                    has_century = not number.is_at_most(100)
                    number = number.whole
                else:
                    has_century = number > 100
                if has_century:
                    self.century_specified = True
                    if label not in (None, "y"):
                        raise ValueError(label)
                    label = "y"
                self.numbers.append(int(number))
                if label is not None:
                    if label in self.places:
                        raise ValueError("already set")
                    self.places[label] = len(self.numbers) - 1

            def could_be_day(self, number):
                if "d" in self.places:
                    return False
                limit = 31
                if "m" in self.places:
                    year = self.numbers[self.places["y"]] if "y" in self.places else 2000
                    limit = _days_in_month(year, self.numbers[self.places["m"]])
                return number.whole >= 1 and number.is_at_most(limit)

            def resolve(self, yearfirst, dayfirst):
                # Year, month and day; None for what the text does not say.
                numbers, places = self.numbers, self.places
                count = len(numbers)
                if count == 3 and len(places) == 2:
                    missing = next(label for label in "ymd" if label not in places)
                    places[missing] = 3 - sum(places.values())
                if count == len(places) > 0:
                    return tuple(numbers[places[label]] if label in places else None for label in "ymd")
                if count > 3:
                    raise ValueError("More than three YMD values")
                month = places.get("m")
                found = dict.fromkeys("ymd")
                if count == 1 or (count == 2 and month is not None):
                    other = numbers[0]
                    if month is not None:
                        found["m"] = numbers[month]
                        other = numbers[month - 1]
                    if count > 1 or month is None:
                        found["y" if other > 31 else "d"] = other
                elif count > 1:
                    order = self._order_of_two(dayfirst) if count == 2 else self._order_of_three(yearfirst, dayfirst)
                    found.update(zip(order, numbers))
                return found["y"], found["m"], found["d"]

            def _order_of_two(self, dayfirst):
                first, second = self.numbers
                if first > 31:
                    return "ym"
                if second > 31:
                    return "my"
                return "dm" if dayfirst and second <= 12 else "md"

            def _order_of_three(self, yearfirst, dayfirst):
                first, second, third = self.numbers
                month = self.places.get("m")
                if month == 0:
                    return "myd" if second > 31 else "mdy"
                if month == 1:
                    return "ymd" if first > 31 or (yearfirst and third <= 31) else "dmy"
                if month == 2:
                    return "dym" if second > 31 else "ydm"
                if first > 31 or self.places.get("y") == 0 or (yearfirst and second <= 12 and third <= 31):
                    return "ydm" if dayfirst and third <= 12 else "ymd"
                return "dmy" if first > 12 or (dayfirst and second <= 12) else "mdy"


        class _Result:
            NAMES = (
                "year", "month", "day", "weekday", "hour", "minute", "second", "microsecond", "tzname", "tzoffset", "ampm",
            )

            def __init__(self):
                for name in self.NAMES:
                    setattr(self, name, None)
                self.century_specified = False

            def __len__(self):
                return sum(getattr(self, name) is not None for name in self.NAMES)

        """# + textReaderProgram + textBuilderProgram
}
