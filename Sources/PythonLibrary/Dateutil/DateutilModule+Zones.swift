import PythonRuntime

extension DateutilModule {
    /// `dateutil.tz`: UTC, fixed offsets, the local zone (which is UTC here).
    static let zones = NativeModule(
        "dateutil.tz",
        "Time zones: UTC and fixed offsets.",
        body: ModuleBody(
            #"""
            from datetime import datetime, timedelta, tzinfo

            __all__ = [
                "tzutc", "tzoffset", "tzlocal", "gettz", "enfold", "datetime_ambiguous", "datetime_exists",
                "resolve_imaginary", "UTC",
            ]

            _ZERO = timedelta(0)


            class _Fixed(tzinfo):
                # A zone whose offset never changes.
                _offset = _ZERO

                def utcoffset(self, dt):
                    return self._offset

                def dst(self, dt):
                    return _ZERO

                def is_ambiguous(self, dt):
                    return False

                def fromutc(self, dt):
                    if not isinstance(dt, datetime):
                        raise TypeError("fromutc() requires a datetime argument")
                    if dt.tzinfo is not self:
                        raise ValueError("dt.tzinfo is not self")
                    return dt + self._offset

                def __ne__(self, other):
                    return not (self == other)

                __hash__ = None

                def __repr__(self):
                    return f"{self.__class__.__name__}()"


            class tzutc(_Fixed):
                _only = None

                def __new__(cls):
                    if cls._only is None:
                        cls._only = super().__new__(cls)
                    return cls._only

                def tzname(self, dt):
                    return "UTC"

                def __eq__(self, other):
                    if not isinstance(other, (tzutc, tzoffset)):
                        return NotImplemented
                    return other._offset == _ZERO

                __hash__ = None


            UTC = tzutc()


            class tzoffset(_Fixed):
                def __init__(self, name, offset):
                    self._name = name
                    if hasattr(offset, "total_seconds"):
                        offset = offset.total_seconds()
                    self._offset = timedelta(seconds=offset)

                def tzname(self, dt):
                    return self._name

                def __eq__(self, other):
                    if not isinstance(other, tzoffset):
                        return NotImplemented
                    return self._offset == other._offset

                __hash__ = None

                def __repr__(self):
                    return f"{self.__class__.__name__}({self._name!r}, {int(self._offset.total_seconds())})"


            class tzlocal(_Fixed):
                def tzname(self, dt):
                    return "UTC"

                def __eq__(self, other):
                    if isinstance(other, (tzlocal, tzutc)):
                        return True
                    if isinstance(other, tzoffset):
                        return other._name == "UTC" and other._offset == _ZERO
                    return NotImplemented

                __hash__ = None


            def gettz(name=None):
                """UTC and the local zone by their names."""
                if not name:
                    return tzlocal()
                if name in ("UTC", "GMT", "Etc/UTC", "Etc/GMT", "Zulu", "Etc/Zulu", "UCT", "Etc/UCT", "Universal"):
                    return UTC
                raise LookupError(f"gettz({name!r}): rules have no table of time zones, only UTC and fixed offsets")


            def enfold(dt, fold=1):
                """The datetime with this fold."""
                return dt.replace(fold=fold)


            def _zone_of(dt, tz):
                tz = dt.tzinfo if tz is None else tz
                if tz is None:
                    raise ValueError("Datetime is naive and no time zone provided.")
                return tz


            def datetime_exists(dt, tz=None):
                """Whether a clock of the zone ever shows this."""
                tz = _zone_of(dt, tz)
                dt = dt.replace(tzinfo=tz)
                there_and_back = dt.astimezone(UTC).astimezone(tz)
                return dt.replace(tzinfo=None) == there_and_back.replace(tzinfo=None)


            def datetime_ambiguous(dt, tz=None):
                """Whether a clock of the zone shows this twice."""
                tz = _zone_of(dt, tz)
                if hasattr(tz, "is_ambiguous"):
                    return tz.is_ambiguous(dt.replace(tzinfo=None))
                first = dt.replace(tzinfo=tz, fold=0)
                second = dt.replace(tzinfo=tz, fold=1)
                return first.utcoffset() != second.utcoffset() or first.dst() != second.dst()


            def resolve_imaginary(dt):
                """The datetime, moved out of the hour that its clock skips."""
                if dt.tzinfo is not None and not datetime_exists(dt):
                    after = (dt + timedelta(hours=24)).utcoffset()
                    before = (dt - timedelta(hours=24)).utcoffset()
                    dt += after - before
                return dt


            def tzstr(text, posix_offset=False):
                """Refused: rules of daylight saving are not read."""
                raise ValueError(f"time zone {text!r}: use tzoffset(name, seconds)")
            """#
        )
    )
}
