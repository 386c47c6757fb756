package import PythonRuntime

/// `zoneinfo`, written in the dialect.
package enum ZoneinfoModule {
    package static let module = NativeModule(
        "zoneinfo",
        "Time zones by name: UTC.",
        body: ModuleBody(program)
    )

    private static let program = #"""
        from datetime import timedelta, tzinfo

        __all__ = ["ZoneInfo", "ZoneInfoNotFoundError", "InvalidTZPathWarning", "available_timezones", "TZPATH"]

        TZPATH = ()
        _UTC = frozenset(
            ("UTC", "Etc/UTC", "GMT", "Etc/GMT", "UCT", "Etc/UCT", "Universal", "Etc/Universal", "Zulu", "Etc/Zulu", "Greenwich")
        )


        class ZoneInfoNotFoundError(KeyError):
            """A zone that is not known here."""


        class InvalidTZPathWarning(RuntimeWarning):
            """A path of zones that is wrong."""


        class ZoneInfo(tzinfo):
            """A zone by its name: UTC, as rules have no table of time zones."""

            _known = {}

            def __new__(cls, key):
                if key not in cls._known:
                    if key not in _UTC:
                        raise ZoneInfoNotFoundError(f"No time zone found with key {key}: rules have no table of time zones, only UTC")
                    made = super().__new__(cls)
                    made.key = key
                    cls._known[key] = made
                return cls._known[key]

            @classmethod
            def no_cache(cls, key):
                """The same."""
                return cls(key)

            def utcoffset(self, dt):
                return None if dt is None else timedelta(0)

            def dst(self, dt):
                return None if dt is None else timedelta(0)

            def tzname(self, dt):
                return None if dt is None else "GMT" if "GMT" in self.key or self.key == "Greenwich" else "UTC"

            def fromutc(self, dt):
                return dt

            def __str__(self):
                return self.key

            def __repr__(self):
                return f"{self.__class__.__module__}.{self.__class__.__qualname__}(key={self.key!r})"


        def available_timezones():
            """The names of all zones that are known."""
            return set(_UTC)
        """#
}
