package import PythonRuntime

/// `types`, written in the dialect.
package enum TypesModule {
    package static let module = NativeModule(
        "types",
        "The types of things that have no other name.",
        body: ModuleBody(program)
    )

    private static let program = #"""
        import functools

        __all__ = [
            "FunctionType", "LambdaType", "GeneratorType", "MethodType", "BuiltinFunctionType", "BuiltinMethodType",
            "ModuleType", "NoneType", "EllipsisType", "NotImplementedType", "SimpleNamespace", "MappingProxyType",
            "DynamicClassAttribute", "new_class", "UnionType",
        ]


        def _function():
            yield


        class _Class:
            def method(self):
                pass


        FunctionType = LambdaType = type(_function)
        GeneratorType = type(_function())
        MethodType = type(_Class().method)
        BuiltinFunctionType = type(len)
        BuiltinMethodType = type([].append)
        ModuleType = type(functools)
        NoneType = type(None)
        EllipsisType = type(...)
        NotImplementedType = type(NotImplemented)
        UnionType = type(int | str)
        DynamicClassAttribute = property


        class SimpleNamespace:
            """An object of any attributes."""

            def __init__(self, /, **kwargs):
                self.__dict__.update(kwargs)

            def __repr__(self):
                name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
                return f"{name}({', '.join(f'{key}={value!r}' for key, value in self.__dict__.items())})"

            def __eq__(self, other):
                if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
                    return self.__dict__ == other.__dict__
                return NotImplemented


        class MappingProxyType:
            """A dict that can only be read."""

            def __init__(self, mapping):
                if not (hasattr(mapping, "keys") and hasattr(mapping, "__getitem__")):
                    raise TypeError(f"mappingproxy() argument must be a mapping, not {type(mapping).__name__}")
                self._mapping = mapping

            def __getitem__(self, key):
                return self._mapping[key]

            def __setitem__(self, key, value):
                raise TypeError("'mappingproxy' object does not support item assignment")

            def __delitem__(self, key):
                raise TypeError("'mappingproxy' object does not support item deletion")

            def __contains__(self, key):
                return key in self._mapping

            def __iter__(self):
                return iter(self._mapping)

            def __len__(self):
                return len(self._mapping)

            def __eq__(self, other):
                return self._mapping == (other._mapping if isinstance(other, MappingProxyType) else other)

            def __or__(self, other):
                return dict(self._mapping) | dict(other)

            def __repr__(self):
                return f"mappingproxy({self._mapping!r})"

            def __str__(self):
                return str(self._mapping)

            def get(self, key, default=None):
                """The value of a key, or the default."""
                return self._mapping.get(key, default)

            def keys(self):
                """The keys."""
                return self._mapping.keys()

            def values(self):
                """The values."""
                return self._mapping.values()

            def items(self):
                """Keys and values."""
                return self._mapping.items()

            def copy(self):
                """A dict that can be changed."""
                return self._mapping.copy()


        def new_class(name, bases=(), kwds=None, exec_body=None):
            """A class, its body run by a function."""
            namespace = {}
            if exec_body is not None:
                exec_body(namespace)
            return type(name, tuple(bases), namespace, **(kwds or {}))
        """#
}
