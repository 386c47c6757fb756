package import PythonRuntime

/// `abc`, written in the dialect.
package enum AbcModule {
    package static let module = NativeModule(
        "abc",
        "Abstract classes.",
        body: ModuleBody(program)
    )

    private static let program = #"""
        class ABC:
            """The base of abstract classes: those with abstract methods cannot be instantiated."""

            __abstractmethods__ = frozenset()

            def __init_subclass__(cls, **kwargs):
                super().__init_subclass__(**kwargs)
                names = set()
                for base in cls.__mro__[1:]:
                    names.update(getattr(base, "__dict__", {}).get("__abstractmethods__", ()))
                abstract = {name for name in names if _is_abstract(getattr(cls, name, None))}
                abstract.update(name for name, value in cls.__dict__.items() if _is_abstract(value))
                cls.__abstractmethods__ = frozenset(sorted(abstract))

            @classmethod
            def register(cls, subclass):
                """Refused: what is an instance is decided by what a class is derived from."""
                raise TypeError("rules cannot register virtual subclasses: derive the class from this one")


        def _is_abstract(value):
            if isinstance(value, property):
                return any(_is_abstract(function) for function in (value.fget, value.fset, value.fdel))
            return getattr(getattr(value, "__func__", value), "__isabstractmethod__", False) is True


        class ABCMeta(type):
            """Stands for the type of abstract classes."""

            __class_base__ = ABC


        def abstractmethod(funcobj, /):
            """A decorator: derived classes must define this method."""
            if isinstance(funcobj, property):
                for function in (funcobj.fget, funcobj.fset, funcobj.fdel):
                    if function is not None:
                        function.__isabstractmethod__ = True
            else:
                getattr(funcobj, "__func__", funcobj).__isabstractmethod__ = True
            return funcobj


        class abstractproperty(property):
            """A property that derived classes must define."""


        def abstractclassmethod(callable):
            """A class method that derived classes must define."""
            return classmethod(abstractmethod(callable))


        def abstractstaticmethod(callable):
            """A static method that derived classes must define."""
            return staticmethod(abstractmethod(callable))


        def get_cache_token():
            """A number that never changes."""
            return 0
        """#
}
