package import PythonRuntime

/// `warnings`, written in the dialect.
package enum WarningsModule {
    package static let module = NativeModule(
        "warnings",
        "Warnings; nothing is shown.",
        body: ModuleBody(program)
    )

    private static let program = #"""
        __all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings", "catch_warnings"]

        # Rules of which the first that fits says what becomes of a warning: action, pattern, category. Nothing is shown:
        # rules have nobody to warn. What `catch_warnings(record=True)` records is there, and "error" raises.
        filters = []
        _recorded = []


        class WarningMessage:
            """A recorded warning."""

            def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
                self.message = message
                self.category = category
                self.filename = filename
                self.lineno = lineno
                self.file = file
                self.line = line
                self.source = source
                self._category_name = category.__name__ if category else None

            def __str__(self):
                return "{message : %r, category : %r, filename : %r, lineno : %s, line : %r}" % (
                    self.message, self._category_name, self.filename, self.lineno, self.line,
                )


        def warn(message, category=None, stacklevel=1, source=None):
            """Gives a warning: an exception if a filter says so, else nothing that is seen."""
            if isinstance(message, Warning):
                category = message.__class__
            if category is None:
                category = UserWarning
            if not (isinstance(category, type) and issubclass(category, Warning)):
                raise TypeError("category must be a Warning subclass, not '{:s}'".format(type(category).__name__))
            warn_explicit(message, category, "<rule>", 1)


        def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
            """Gives a warning of a place."""
            import re

            if isinstance(message, Warning):
                category, text = message.__class__, str(message)
            else:
                text = message
                message = category(message)
            action = "default"
            for action_of, pattern, category_of in filters:
                if (not pattern or re.match(pattern, text, re.IGNORECASE)) and issubclass(category, category_of):
                    action = action_of
                    break
            if action == "error":
                raise message
            if action != "ignore" and _recorded:
                _recorded[-1].append(WarningMessage(message, category, filename, lineno))


        def showwarning(message, category, filename, lineno, file=None, line=None):
            """Does nothing."""


        def formatwarning(message, category, filename, lineno, line=None):
            """A warning as text."""
            return f"{filename}:{lineno}: {category.__name__}: {message}\n" + (f"  {line.strip()}\n" if line else "")


        def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
            """Adds a filter."""
            filters.insert(len(filters) if append else 0, (action, message, category))


        def simplefilter(action, category=Warning, lineno=0, append=False):
            """Adds a filter for all messages."""
            filterwarnings(action, "", category, append=append)


        def resetwarnings():
            """Removes all filters."""
            filters.clear()


        class catch_warnings:
            """Keeps the filters for a while; records warnings if asked to."""

            def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
                self._record = record
                self._filter = None if action is None else (action, category, append)

            def __enter__(self):
                self._filters = filters[:]
                if self._filter is not None:
                    simplefilter(self._filter[0], self._filter[1], append=self._filter[2])
                if not self._record:
                    return None
                _recorded.append([])
                return _recorded[-1]

            def __exit__(self, *exc_info):
                filters[:] = self._filters
                if self._record:
                    _recorded.pop()
        """#
}
