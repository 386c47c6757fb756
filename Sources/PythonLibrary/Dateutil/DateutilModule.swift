package import PythonRuntime

/// `dateutil`: reading times as people write them, and arithmetic with months. Behaves as dateutil 2.9.
///
/// To add a module of it: its file here, its row in ``modules``, chunks in `Tests/Language/dateutil.py`.
package enum DateutilModule {
    /// The package and all of its modules, the package first.
    package static let modules = [package, parser, textParser, isoParser, relativeDelta, zones, weekdays, utilities]

    private static let package = NativeModule(
        "dateutil",
        "Extensions of datetime.",
        body: ModuleBody(
            #"""
            import sys

            __all__ = ["parser", "relativedelta", "tz", "utils"]
            __version__ = "2.9.0"


            def __getattr__(name):
                if name == "parser":
                    import dateutil.parser as module
                elif name == "relativedelta":
                    import dateutil.relativedelta as module
                elif name == "tz":
                    import dateutil.tz as module
                elif name == "utils":
                    import dateutil.utils as module
                else:
                    raise AttributeError(f"module 'dateutil' has no attribute {name!r}")
                return module
            """#
        )
    )

    private static let parser = NativeModule(
        "dateutil.parser",
        "Reading dates and times from text.",
        body: ModuleBody(
            #"""
            from dateutil.parser._parser import (
                DEFAULTPARSER,
                ParserError,
                UnknownTimezoneWarning,
                parse,
                parser,
                parserinfo,
            )
            from dateutil.parser.isoparser import isoparse, isoparser

            __all__ = ["parse", "parser", "parserinfo", "isoparse", "isoparser", "ParserError", "UnknownTimezoneWarning"]
            """#
        )
    )

    private static let weekdays = NativeModule(
        "dateutil._common",
        "Days of the week, perhaps counted.",
        body: ModuleBody(
            #"""
            class weekday:
                # A day of the week, 0 for Monday, and which of them: the first, the last (-1) …
                def __init__(self, weekday, n=None):
                    self.weekday = weekday
                    self.n = n

                def __call__(self, n):
                    return self if n == self.n else self.__class__(self.weekday, n)

                def __eq__(self, other):
                    try:
                        return self.weekday == other.weekday and self.n == other.n
                    except AttributeError:
                        return False

                def __hash__(self):
                    return hash((self.weekday, self.n))

                def __ne__(self, other):
                    return not (self == other)

                def __repr__(self):
                    name = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[self.weekday]
                    return f"{name}({self.n:+d})" if self.n else name
            """#
        )
    )

    private static let utilities = NativeModule(
        "dateutil.utils",
        "Small helpers around datetimes.",
        body: ModuleBody(
            #"""
            from datetime import datetime, time


            def today(tzinfo=None):
                """Midnight of this day."""
                return datetime.combine(datetime.now(tzinfo).date(), time(0, tzinfo=tzinfo))


            def default_tzinfo(dt, tzinfo):
                """The datetime, in this zone if it has none."""
                return dt if dt.tzinfo is not None else dt.replace(tzinfo=tzinfo)


            def within_delta(dt1, dt2, delta):
                """Whether two datetimes are at most so far apart."""
                return -abs(delta) <= dt1 - dt2 <= abs(delta)
            """#
        )
    )
}
