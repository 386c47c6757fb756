import PythonRuntime

extension DateutilModule {
    /// `dateutil.relativedelta`: differences in months and years, and "the last Friday".
    static let relativeDelta = NativeModule(
        "dateutil.relativedelta",
        "Differences of calendars: months, years, days of the week.",
        body: ModuleBody(
            #"""
            import calendar
            import datetime

            from dateutil._common import weekday

            __all__ = ["relativedelta", "MO", "TU", "WE", "TH", "FR", "SA", "SU"]

            MO, TU, WE, TH, FR, SA, SU = weekdays = tuple(weekday(day) for day in range(7))

            # In the order in which they are shown. Relative parts are added, absolute ones replace.
            _COUNTED = ("years", "months", "days", "leapdays", "hours", "minutes", "seconds", "microseconds")
            _SMALLER = ("years", "months", "days", "hours", "minutes", "seconds", "microseconds")
            _CLOCK = ("hour", "minute", "second", "microsecond")
            _ABSOLUTE = ("year", "month", "day", "weekday") + _CLOCK
            _LAST_DAYS = (31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 366)


            def _carry(count, base):
                # What is left of a count, with its sign, and how many of the next larger unit it makes.
                if abs(count) < base:
                    return count, 0
                sign = -1 if count < 0 else 1
                more, rest = divmod(count * sign, base)
                return rest * sign, more * sign


            class relativedelta:
                def __init__(
                    self, dt1=None, dt2=None, years=0, months=0, days=0, leapdays=0, weeks=0, hours=0, minutes=0,
                    seconds=0, microseconds=0, year=None, month=None, day=None, weekday=None, yearday=None,
                    nlyearday=None, hour=None, minute=None, second=None, microsecond=None,
                ):
                    if dt1 and dt2:
                        for name in _COUNTED:
                            setattr(self, name, 0)
                        for name in _ABSOLUTE:
                            setattr(self, name, None)
                        self._has_time = 0
                        self._set_difference(dt1, dt2)
                    else:
                        if any(count is not None and count != int(count) for count in (years, months)):
                            raise ValueError(
                                "Non-integer years and months are ambiguous and not currently supported."
                            )
                        self.years = int(years)
                        self.months = int(months)
                        self.days = days + weeks * 7
                        self.leapdays = leapdays
                        self.hours = hours
                        self.minutes = minutes
                        self.seconds = seconds
                        self.microseconds = microseconds
                        self.year = year
                        self.month = month
                        self.day = day
                        self.hour = hour
                        self.minute = minute
                        self.second = second
                        self.microsecond = microsecond
                        self.weekday = weekdays[weekday] if isinstance(weekday, int) else weekday
                        if yearday and not nlyearday and yearday > 59:
                            self.leapdays = -1
                        if nlyearday or yearday:
                            self._set_day_of_year(nlyearday or yearday)
                    self._fix()

                def _set_difference(self, dt1, dt2):
                    if not (isinstance(dt1, datetime.date) and isinstance(dt2, datetime.date)):
                        raise TypeError("relativedelta only diffs datetime/date")
                    if isinstance(dt1, datetime.datetime) != isinstance(dt2, datetime.datetime):
                        if isinstance(dt1, datetime.datetime):
                            dt2 = datetime.datetime.fromordinal(dt2.toordinal())
                        else:
                            dt1 = datetime.datetime.fromordinal(dt1.toordinal())
                    months = (dt1.year - dt2.year) * 12 + dt1.month - dt2.month
                    self._set_months(months)
                    reached = dt2 + self
                    # The months may reach past it, by one at most.
                    step = 1 if dt1 < dt2 else -1
                    while dt1 > reached if step > 0 else dt1 < reached:
                        months += step
                        self._set_months(months)
                        reached = dt2 + self
                    rest = dt1 - reached
                    self.seconds = rest.seconds + rest.days * 86400
                    self.microseconds = rest.microseconds

                def _set_months(self, months):
                    self.months, self.years = _carry(months, 12)

                def _set_day_of_year(self, number):
                    for index, last in enumerate(_LAST_DAYS):
                        if number <= last:
                            self.month = index + 1
                            self.day = number - _LAST_DAYS[index - 1] if index else number
                            return
                    raise ValueError("invalid year day (%d)" % number)

                def _fix(self):
                    self.microseconds, more = _carry(self.microseconds, 1000000)
                    self.seconds, more = _carry(self.seconds + more, 60)
                    self.minutes, more = _carry(self.minutes + more, 60)
                    self.hours, more = _carry(self.hours + more, 24)
                    self.days += more
                    self.months, more = _carry(self.months, 12)
                    self.years += more
                    counts = self.hours or self.minutes or self.seconds or self.microseconds
                    self._has_time = int(bool(counts) or any(getattr(self, name) is not None for name in _CLOCK))

                @property
                def weeks(self):
                    return int(self.days / 7.0)

                @weeks.setter
                def weeks(self, value):
                    self.days = self.days - self.weeks * 7 + value * 7

                def normalized(self):
                    """The same with whole numbers for all parts."""
                    days = int(self.days)
                    in_hours = round(self.hours + 24 * (self.days - days), 11)
                    hours = int(in_hours)
                    in_minutes = round(self.minutes + 60 * (in_hours - hours), 10)
                    minutes = int(in_minutes)
                    in_seconds = round(self.seconds + 60 * (in_minutes - minutes), 8)
                    seconds = int(in_seconds)
                    microseconds = round(self.microseconds + 1e6 * (in_seconds - seconds))
                    return self._changed(
                        days=days, hours=hours, minutes=minutes, seconds=seconds, microseconds=microseconds
                    )

                def _changed(self, **parts):
                    all_parts = {name: getattr(self, name) for name in _COUNTED + _ABSOLUTE}
                    return self.__class__(**{**all_parts, **parts})

                def _combined(self, other, sign):
                    # The absolute parts of the one that was written last win.
                    first, second = (self, other) if sign < 0 else (other, self)
                    parts = {name: getattr(self, name) + sign * getattr(other, name) for name in _SMALLER}
                    parts["leapdays"] = first.leapdays or second.leapdays
                    for name in _ABSOLUTE:
                        value = getattr(first, name)
                        parts[name] = getattr(second, name) if value is None else value
                    return self.__class__(**parts)

                def __add__(self, other):
                    if isinstance(other, relativedelta):
                        return self._combined(other, 1)
                    if isinstance(other, datetime.timedelta):
                        return self._changed(
                            days=self.days + other.days,
                            seconds=self.seconds + other.seconds,
                            microseconds=self.microseconds + other.microseconds,
                        )
                    if not isinstance(other, datetime.date):
                        return NotImplemented
                    return self._moved(other)

                def _moved(self, moment):
                    if self._has_time and not isinstance(moment, datetime.datetime):
                        moment = datetime.datetime.fromordinal(moment.toordinal())
                    year = (self.year or moment.year) + self.years
                    month = (self.month or moment.month) + self.months
                    if self.months and month > 12:
                        year += 1
                        month -= 12
                    elif self.months and month < 1:
                        year -= 1
                        month += 12
                    day = min(calendar.monthrange(year, month)[1], self.day or moment.day)
                    parts = {"year": year, "month": month, "day": day}
                    for name in _CLOCK:
                        if getattr(self, name) is not None:
                            parts[name] = getattr(self, name)
                    days = self.days
                    if self.leapdays and month > 2 and calendar.isleap(year):
                        days += self.leapdays
                    result = moment.replace(**parts) + datetime.timedelta(
                        days=days,
                        hours=self.hours,
                        minutes=self.minutes,
                        seconds=self.seconds,
                        microseconds=self.microseconds,
                    )
                    if self.weekday:
                        wanted, nth = self.weekday.weekday, self.weekday.n or 1
                        jump = (abs(nth) - 1) * 7
                        if nth > 0:
                            jump += (wanted - result.weekday()) % 7
                        else:
                            jump = -(jump + (result.weekday() - wanted) % 7)
                        result += datetime.timedelta(days=jump)
                    return result

                def __radd__(self, other):
                    return self.__add__(other)

                def __rsub__(self, other):
                    return self.__neg__().__radd__(other)

                def __sub__(self, other):
                    if not isinstance(other, relativedelta):
                        return NotImplemented
                    return self._combined(other, -1)

                def __abs__(self):
                    return self._changed(**{name: abs(getattr(self, name)) for name in _SMALLER})

                def __neg__(self):
                    return self._changed(**{name: -getattr(self, name) for name in _SMALLER})

                def __bool__(self):
                    return any(getattr(self, name) for name in _COUNTED) or any(
                        getattr(self, name) is not None for name in _ABSOLUTE
                    )

                def __mul__(self, other):
                    try:
                        factor = float(other)
                    except TypeError:
                        return NotImplemented
                    return self._changed(**{name: int(getattr(self, name) * factor) for name in _SMALLER})

                __rmul__ = __mul__

                def __truediv__(self, other):
                    try:
                        reciprocal = 1 / float(other)
                    except TypeError:
                        return NotImplemented
                    return self.__mul__(reciprocal)

                def __eq__(self, other):
                    if not isinstance(other, relativedelta):
                        return NotImplemented
                    if self.weekday or other.weekday:
                        if not self.weekday or not other.weekday:
                            return False
                        if self.weekday.weekday != other.weekday.weekday:
                            return False
                        # The first is the one that is meant without a number.
                        if (self.weekday.n or 1) != (other.weekday.n or 1):
                            return False
                    names = [name for name in _COUNTED + _ABSOLUTE if name != "weekday"]
                    return all(getattr(self, name) == getattr(other, name) for name in names)

                def __hash__(self):
                    return hash(tuple(getattr(self, name) for name in ("weekday",) + _COUNTED + _ABSOLUTE))

                def __ne__(self, other):
                    return not self.__eq__(other)

                def __repr__(self):
                    parts = [f"{name}={getattr(self, name):+g}" for name in _COUNTED if getattr(self, name)]
                    order = ("year", "month", "day", "weekday") + _CLOCK
                    parts += [f"{name}={getattr(self, name)!r}" for name in order if getattr(self, name) is not None]
                    return f"{self.__class__.__name__}({', '.join(parts)})"
            """#
        )
    )
}
