package import PythonRuntime

/// `dataclasses`, written in the dialect.
package enum DataclassesModule {
    package static let module = NativeModule(
        "dataclasses",
        "Classes that are made of their fields.",
        body: ModuleBody(program + "\n\n" + second)
    )

    private static let program = #"""
        import copy

        __all__ = [
            "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict", "astuple",
            "make_dataclass", "replace", "is_dataclass",
        ]


        class FrozenInstanceError(AttributeError):
            """An attribute of a frozen instance was set."""


        class _Missing:
            def __repr__(self):
                return "<dataclasses.MISSING>"


        class _Default:
            def __repr__(self):
                return "<factory>"


        MISSING = _Missing()
        _FACTORY = _Default()


        class KW_ONLY:
            """Annotated with it, `_` makes the fields behind it keyword-only."""


        class InitVar:
            """A parameter of `__init__` that is no field: it goes to `__post_init__`."""

            def __init__(self, type):
                self.type = type

            def __class_getitem__(cls, type):
                return InitVar(type)


        class Field:
            """What is known of a field."""

            def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
                self.name = None
                self.type = None
                self.default = default
                self.default_factory = default_factory
                self.init = init
                self.repr = repr
                self.hash = hash
                self.compare = compare
                self.metadata = {} if metadata is None else metadata
                self.kw_only = kw_only
                self._is_init_var = False

            def __repr__(self):
                return (
                    f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
                    f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},hash={self.hash!r},"
                    f"compare={self.compare!r},metadata=mappingproxy({self.metadata!r}),kw_only={self.kw_only!r},"
                    f"_field_type=_FIELD)"
                )


        def field(
            *, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
            kw_only=MISSING,
        ):
            """How a field is treated, in place of its default."""
            if default is not MISSING and default_factory is not MISSING:
                raise ValueError("cannot specify both default and default_factory")
            return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


        def _is_class_var(annotation):
            text = annotation if isinstance(annotation, str) else str(annotation)
            return text.split("[")[0].rsplit(".", 1)[-1] in ("ClassVar", "ClassVar'>")


        def _is_init_var(annotation):
            if isinstance(annotation, str):
                return annotation.split("[")[0].rsplit(".", 1)[-1] == "InitVar"
            return annotation is InitVar or isinstance(annotation, InitVar)


        def _is_keyword_mark(annotation):
            return annotation is KW_ONLY or (isinstance(annotation, str) and annotation.rsplit(".", 1)[-1] == "KW_ONLY")


        def _collect(cls, kw_only):
            found = {}
            for base in cls.__mro__[-1:0:-1]:
                found.update(getattr(base, "__dict__", {}).get("__dataclass_fields__", {}))
            namespace = cls.__dict__
            is_keyword = kw_only
            own = {}
            for name, annotation in namespace.get("__annotations__", {}).items():
                if _is_keyword_mark(annotation):
                    is_keyword = True
                    continue
                default = namespace.get(name, MISSING)
                described = default if isinstance(default, Field) else Field(default, MISSING, True, True, None, True, None, MISSING)
                if _is_class_var(annotation):
                    continue
                described.name, described.type = name, annotation
                described._is_init_var = _is_init_var(annotation)
                if described.kw_only is MISSING:
                    described.kw_only = is_keyword
                if described.default is not MISSING and isinstance(described.default, (list, dict, set)):
                    raise ValueError(
                        f"mutable default {type(described.default)} for field {name} is not allowed: use default_factory"
                    )
                if isinstance(default, Field):
                    if default.default is MISSING:
                        del namespace[name]
                    else:
                        namespace[name] = default.default
                own[name] = described
            for name, value in namespace.items():
                if isinstance(value, Field) and name not in namespace.get("__annotations__", {}):
                    raise TypeError(f"{name!r} is a field but has no type annotation")
            found.update(own)
            return found


        def _make_init(cls, all_fields, is_frozen):
            parameters = [f for f in all_fields.values() if f.init]
            positional = [f for f in parameters if not f.kw_only]
            seen_default = False
            for f in positional:
                if f.default is not MISSING or f.default_factory is not MISSING:
                    seen_default = True
                elif seen_default:
                    raise TypeError(f"non-default argument {f.name!r} follows default argument")
            required = [f.name for f in positional if f.default is MISSING and f.default_factory is MISSING]
            required_keywords = [
                f.name for f in parameters if f.kw_only and f.default is MISSING and f.default_factory is MISSING
            ]
            names = {f.name for f in parameters}
            title = f"{cls.__qualname__}.__init__()"

            def listed(missing):
                quoted = [repr(name) for name in missing]
                if len(quoted) > 2:
                    return ", ".join(quoted[:-1]) + ", and " + quoted[-1]
                return " and ".join(quoted)

            def bind(args, kwargs):
                given = {}
                if len(args) > len(positional):
                    least, most = len(required) + 1, len(positional) + 1
                    takes = f"from {least} to {most}" if least != most else f"{most}"
                    were = "were" if len(args) != 0 else "was"
                    raise TypeError(f"{title} takes {takes} positional argument{'' if takes == '1' else 's'} but {len(args) + 1} {were} given")
                for f, value in zip(positional, args):
                    given[f.name] = value
                for name, value in kwargs.items():
                    if name not in names:
                        raise TypeError(f"{title} got an unexpected keyword argument {name!r}")
                    if name in given:
                        raise TypeError(f"{title} got multiple values for argument {name!r}")
                    given[name] = value
                for wanted, kind in ((required, "positional"), (required_keywords, "keyword-only")):
                    missing = [name for name in wanted if name not in given]
                    if missing:
                        count = len(missing)
                        raise TypeError(
                            f"{title} missing {count} required {kind} argument{'' if count == 1 else 's'}: {listed(missing)}"
                        )
                return given

            def __init__(self, /, *args, **kwargs):
                given = bind(args, kwargs)
                init_only = []
                for f in all_fields.values():
                    if f.name in given:
                        value = given[f.name]
                    elif f.default_factory is not MISSING:
                        value = f.default_factory()
                    elif f.default is not MISSING:
                        value = f.default
                    else:
                        continue
                    if f._is_init_var:
                        init_only.append(value)
                    else:
                        object.__setattr__(self, f.name, value)
                if hasattr(self, "__post_init__"):
                    self.__post_init__(*init_only)

            return __init__


        def _fields_of(all_fields, wanted):
            return [f.name for f in all_fields.values() if not f._is_init_var and wanted(f)]


        def _values(instance, names):
            return tuple([getattr(instance, name) for name in names])


        def _add_methods(cls, all_fields, init, repr_, eq, order, unsafe_hash, frozen):
            namespace = cls.__dict__

            def define(name, function):
                if name in namespace:
                    return False
                setattr(cls, name, function)
                return True

            if init:
                setattr(cls, "__init__", _make_init(cls, all_fields, frozen))
            shown = _fields_of(all_fields, lambda f: f.repr)
            compared = _fields_of(all_fields, lambda f: f.compare)

            def __repr__(self):
                if id(self) in _shown:
                    return "..."
                _shown.add(id(self))
                try:
                    parts = ", ".join([f"{name}={getattr(self, name)!r}" for name in shown])
                    return f"{self.__class__.__qualname__}({parts})"
                finally:
                    _shown.discard(id(self))

            if repr_:
                define("__repr__", __repr__)

            def __eq__(self, other):
                if other.__class__ is self.__class__:
                    return _values(self, compared) == _values(other, compared)
                return NotImplemented

            has_hash = "__hash__" in namespace and not (namespace["__hash__"] is None and "__eq__" in namespace)
            if eq:
                define("__eq__", __eq__)
            if order:
                if not eq:
                    raise ValueError("eq must be true if order is true")

                def ordering(compare):
                    def method(self, other):
                        if other.__class__ is self.__class__:
                            return compare(_values(self, compared), _values(other, compared))
                        return NotImplemented

                    return method

                for name, compare in (
                    ("__lt__", lambda a, b: a < b),
                    ("__le__", lambda a, b: a <= b),
                    ("__gt__", lambda a, b: a > b),
                    ("__ge__", lambda a, b: a >= b),
                ):
                    if not define(name, ordering(compare)):
                        raise TypeError(
                            f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering"
                        )
            hashed = _fields_of(all_fields, lambda f: f.compare if f.hash is None else f.hash)

            def __hash__(self):
                return hash(_values(self, hashed))

            if unsafe_hash:
                if has_hash:
                    raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
                setattr(cls, "__hash__", __hash__)
            elif eq and not has_hash:
                setattr(cls, "__hash__", __hash__ if frozen else None)
            if frozen:
                guarded = set(all_fields)

                def __setattr__(self, name, value):
                    if type(self) is cls or name in guarded:
                        raise FrozenInstanceError(f"cannot assign to field {name!r}")
                    object.__setattr__(self, name, value)

                def __delattr__(self, name):
                    if type(self) is cls or name in guarded:
                        raise FrozenInstanceError(f"cannot delete field {name!r}")
                    object.__delattr__(self, name)

                for name, function in (("__setattr__", __setattr__), ("__delattr__", __delattr__)):
                    if not define(name, function):
                        raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}")


        _shown = set()


        def dataclass(
            cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
            kw_only=False, slots=False, weakref_slot=False,
        ):
            """A decorator: makes `__init__`, `__repr__`, `__eq__` and more from the annotations of a class."""

            def wrap(cls):
                parents = [b for b in cls.__mro__[1:] if "__dataclass_params__" in getattr(b, "__dict__", {})]
                for parent in parents:
                    if parent.__dataclass_params__["frozen"] and not frozen:
                        raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
                    if frozen and not parent.__dataclass_params__["frozen"]:
                        raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
                all_fields = _collect(cls, kw_only)
                cls.__dataclass_fields__ = all_fields
                cls.__dataclass_params__ = {"frozen": frozen, "order": order, "eq": eq}
                _add_methods(cls, all_fields, init, repr, eq, order, unsafe_hash, frozen)
                if match_args and "__match_args__" not in cls.__dict__:
                    cls.__match_args__ = tuple(f.name for f in all_fields.values() if f.init and not f.kw_only)
                return cls

            return wrap if cls is None else wrap(cls)


        def fields(class_or_instance):
            """The fields of a dataclass or an instance of one."""
            found = getattr(class_or_instance, "__dataclass_fields__", None)
            if found is None:
                raise TypeError("must be called with a dataclass type or instance")
            return tuple([f for f in found.values() if not f._is_init_var])


        def is_dataclass(obj):
            """Whether it is a dataclass or an instance of one."""
            return hasattr(obj if isinstance(obj, type) else type(obj), "__dataclass_fields__")


        def _is_instance(obj):
            return not isinstance(obj, type) and hasattr(type(obj), "__dataclass_fields__")


        def asdict(obj, *, dict_factory=dict):
            """The fields as a dict, dataclasses within them too."""
            if not _is_instance(obj):
                raise TypeError("asdict() should be called on dataclass instances")
            return _convert(obj, lambda o: dict_factory([(f.name, _convert_dict(getattr(o, f.name), dict_factory)) for f in fields(o)]))


        def _convert_dict(value, dict_factory):
            return _convert(value, lambda o: dict_factory([(f.name, _convert_dict(getattr(o, f.name), dict_factory)) for f in fields(o)]))


        def astuple(obj, *, tuple_factory=tuple):
            """The fields as a tuple, dataclasses within them too."""
            if not _is_instance(obj):
                raise TypeError("astuple() should be called on dataclass instances")
            return _convert_tuple(obj, tuple_factory)


        def _convert_tuple(value, tuple_factory):
            return _convert(value, lambda o: tuple_factory([_convert_tuple(getattr(o, f.name), tuple_factory) for f in fields(o)]))
        """#
}
