package import PythonRuntime

/// `inspect`, written in the dialect.
package enum InspectModule {
    package static let module = NativeModule(
        "inspect",
        "What values are.",
        body: ModuleBody(program)
    )

    private static let program = #"""
        import types

        __all__ = [
            "isfunction", "ismethod", "isclass", "ismodule", "isbuiltin", "isroutine", "isgenerator", "iscoroutinefunction",
            "isabstract", "getdoc", "cleandoc", "getmembers", "getmro",
        ]


        def isfunction(object):
            """Whether it is a function that was written in Python."""
            return isinstance(object, types.FunctionType)


        def ismethod(object):
            """Whether it is a method bound to an instance."""
            return isinstance(object, types.MethodType)


        def isclass(object):
            """Whether it is a class."""
            return isinstance(object, type)


        def ismodule(object):
            """Whether it is a module."""
            return isinstance(object, types.ModuleType)


        def isbuiltin(object):
            """Whether it is a builtin function."""
            return isinstance(object, types.BuiltinFunctionType)


        def isroutine(object):
            """Whether it is a function or method of any kind."""
            return isfunction(object) or ismethod(object) or isbuiltin(object)


        def isgenerator(object):
            """Whether it is a generator."""
            return isinstance(object, types.GeneratorType)


        def iscoroutinefunction(obj):
            """False: there are none."""
            return False


        def isabstract(object):
            """Whether it is a class with abstract methods."""
            return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", ()))


        def cleandoc(doc):
            """A docstring without the indentation of its lines."""
            lines = doc.expandtabs().split("\n")
            margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
            margin = min(margins, default=0)
            lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
            while lines and not lines[-1]:
                lines.pop()
            while lines and not lines[0]:
                lines.pop(0)
            return "\n".join(lines)


        def getdoc(object):
            """The docstring of an object, cleaned."""
            doc = getattr(object, "__doc__", None)
            return cleandoc(doc) if isinstance(doc, str) else None


        def getmembers(object, predicate=None):
            """Names and values of all attributes, sorted."""
            found = []
            for name in dir(object):
                try:
                    value = getattr(object, name)
                except AttributeError:
                    continue
                if predicate is None or predicate(value):
                    found.append((name, value))
            return sorted(found, key=lambda pair: pair[0])


        def getmro(cls):
            """The classes that attributes are looked for in."""
            return cls.__mro__
        """#
}
