import PythonRuntime

extension DateutilModule {
    /// `dateutil.parser.isoparser`: ISO 8601 and nothing else.
    static let isoParser = NativeModule(
        "dateutil.parser.isoparser",
        "Reads dates and times of ISO 8601.",
        body: ModuleBody(
            #"""
            import re
            from calendar import isleap
            from datetime import date, datetime, time, timedelta

            from dateutil import tz

            __all__ = ["isoparse", "isoparser"]

            _FRACTION = re.compile(b"[.,]([0-9]+)")


            def _ascii(text):
                if hasattr(text, "read"):
                    text = text.read()
                if isinstance(text, str):
                    try:
                        return text.encode("ascii")
                    except UnicodeEncodeError as error:
                        raise ValueError("ISO-8601 strings should contain only ASCII characters") from error
                return text


            class isoparser:
                def __init__(self, sep=None):
                    if sep is not None:
                        if len(sep) != 1 or ord(sep) >= 128 or sep in "0123456789":
                            raise ValueError("Separator must be a single, non-numeric ASCII character")
                        sep = sep.encode("ascii")
                    self._sep = sep

                def isoparse(self, dt_str):
                    text = _ascii(dt_str)
                    parts, end = self._date(text)
                    if len(text) > end:
                        if self._sep is not None and text[end : end + 1] != self._sep:
                            raise ValueError("String contains unknown ISO components")
                        parts += self._time(text[end + 1 :])
                    if len(parts) > 3 and parts[3] == 24:
                        parts[3] = 0
                        return datetime(*parts) + timedelta(days=1)
                    return datetime(*parts)

                def parse_isodate(self, datestr):
                    text = _ascii(datestr)
                    parts, end = self._date(text)
                    if end < len(text):
                        raise ValueError(f"String contains unknown ISO components: {text.decode('ascii')!r}")
                    return date(*parts)

                def parse_isotime(self, timestr):
                    parts = self._time(_ascii(timestr))
                    if parts[0] == 24:
                        parts[0] = 0
                    return time(*parts)

                def parse_tzstr(self, tzstr, zero_as_utc=True):
                    return self._zone(_ascii(tzstr), zero_as_utc)

                def _date(self, text):
                    # Year, month and day, and where they end.
                    try:
                        return self._common_date(text)
                    except ValueError:
                        return self._uncommon_date(text)

                def _common_date(self, text):
                    # YYYY, YYYY-MM, YYYY-MM-DD, YYYYMMDD
                    if len(text) < 4:
                        raise ValueError("ISO string too short")
                    parts = [int(text[:4]), 1, 1]
                    if len(text) == 4:
                        return parts, 4
                    dash = text[4:5] == b"-"
                    start = 4 + dash
                    if len(text) - start < 2:
                        raise ValueError("Invalid common month")
                    parts[1] = int(text[start : start + 2])
                    start += 2
                    if start >= len(text):
                        if dash:
                            return parts, start
                        raise ValueError("Invalid ISO format")
                    if dash:
                        if text[start : start + 1] != b"-":
                            raise ValueError("Invalid separator in ISO string")
                        start += 1
                    if len(text) - start < 2:
                        raise ValueError("Invalid common day")
                    parts[2] = int(text[start : start + 2])
                    return parts, start + 2

                def _uncommon_date(self, text):
                    # YYYY-Www[-D], YYYY-DDD, both also without dashes
                    if len(text) < 4:
                        raise ValueError("ISO string too short")
                    year = int(text[:4])
                    dash = text[4:5] == b"-"
                    start = 4 + dash
                    if text[start : start + 1] == b"W":
                        week = int(text[start + 1 : start + 3])
                        start += 3
                        day = 1
                        if len(text) > start:
                            if (text[start : start + 1] == b"-") != dash:
                                raise ValueError("Inconsistent use of dash separator")
                            start += dash
                            day = int(text[start : start + 1])
                            start += 1
                        found = self._day_of_week(year, week, day)
                    else:
                        if len(text) - start < 3:
                            raise ValueError("Invalid ordinal day")
                        day = int(text[start : start + 3])
                        start += 3
                        if not 1 <= day <= 365 + isleap(year):
                            raise ValueError(f"Invalid ordinal day {day} for year {year}")
                        found = date(year, 1, 1) + timedelta(days=day - 1)
                    return [found.year, found.month, found.day], start

                def _day_of_week(self, year, week, day):
                    if not 0 < week < 54:
                        raise ValueError(f"Invalid week: {week}")
                    if not 0 < day < 8:
                        raise ValueError(f"Invalid weekday: {day}")
                    # The fourth of January is always in the first week.
                    fourth = date(year, 1, 4)
                    return fourth + timedelta(days=7 * (week - 1) + day - fourth.isoweekday())

                def _time(self, text):
                    # Hour, minute, second, microsecond, zone.
                    parts = [0, 0, 0, 0, None]
                    if len(text) < 2:
                        raise ValueError("ISO time too short")
                    start = 0
                    colon = False
                    for index in range(6):
                        if start >= len(text):
                            break
                        char = text[start : start + 1]
                        if char in b"-+Zz":
                            parts[4] = self._zone(text[start:], True)
                            start = len(text)
                            break
                        if index == 1 and char == b":":
                            colon = True
                            start += 1
                        elif index == 2 and colon:
                            if char != b":":
                                raise ValueError("Inconsistent use of colon separator")
                            start += 1
                        if index < 3:
                            parts[index] = int(text[start : start + 2])
                            start += 2
                        if index == 3:
                            fraction = _FRACTION.match(text[start:])
                            if fraction:
                                digits = fraction.group(1)[:6]
                                parts[3] = int(digits) * 10 ** (6 - len(digits))
                                start += len(fraction.group())
                    if start < len(text):
                        raise ValueError("Unused components in ISO string")
                    if parts[0] == 24 and any(parts[1:4]):
                        raise ValueError("Hour may only be 24 at 24:00:00.000")
                    return parts

                def _zone(self, text, zero_as_utc):
                    if text in (b"Z", b"z"):
                        return tz.UTC
                    if len(text) not in (3, 5, 6):
                        raise ValueError("Time zone offset must be 1, 3, 5 or 6 characters")
                    if text[:1] not in (b"-", b"+"):
                        raise ValueError("Time zone offset requires sign")
                    hours = int(text[1:3])
                    minutes = 0
                    if len(text) > 3:
                        minutes = int(text[4 if text[3:4] == b":" else 3 :])
                    if zero_as_utc and hours == 0 and minutes == 0:
                        return tz.UTC
                    if minutes > 59:
                        raise ValueError("Invalid minutes in time zone offset")
                    if hours > 23:
                        raise ValueError("Invalid hours in time zone offset")
                    seconds = (hours * 60 + minutes) * 60
                    return tz.tzoffset(None, -seconds if text[:1] == b"-" else seconds)


            DEFAULT_ISOPARSER = isoparser()
            isoparse = DEFAULT_ISOPARSER.isoparse
            """#
        )
    )
}
