package import PythonRuntime

/// `enum`, written in the dialect.
package enum EnumModule {
    package static let module = NativeModule(
        "enum",
        "Classes of named constants.",
        body: ModuleBody(program + "\n\n" + second)
    )

    private static let program = #"""
        __all__ = [
            "EnumMeta", "EnumType", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "auto", "unique", "verify", "member",
            "nonmember", "property", "global_enum", "UNIQUE", "CONTINUOUS", "NAMED_FLAGS", "STRICT", "CONFORM", "EJECT", "KEEP",
        ]

        _property = property


        class auto:
            """Stands for the next value."""

            def __init__(self, value=None):
                self.value = value


        class member:
            """Makes a member of what would be none."""

            def __init__(self, value):
                self.value = value


        class nonmember:
            """Keeps from being a member what would be one."""

            def __init__(self, value):
                self.value = value


        class EnumMeta(type):
            """Stands for the type of enumerations."""


        def _is_special(name):
            return name.startswith("_") and (name.endswith("_") or name.startswith("__"))


        def _is_descriptor(value):
            return (
                isinstance(value, (type(_is_special), classmethod, staticmethod, _property))
                or hasattr(type(value), "__get__")
                or hasattr(type(value), "__set__")
            )


        class Enum:
            """A class of named constants."""

            _member_names_ = []
            _member_map_ = {}
            _value2member_map_ = {}
            _member_type_ = object
            _is_flag_ = False

            def __init_subclass__(cls, *, boundary=None, **kwargs):
                super().__init_subclass__(**kwargs)
                namespace = cls.__dict__
                ignored = namespace.get("_ignore_", [])
                if isinstance(ignored, str):
                    ignored = ignored.replace(",", " ").split()
                for name in [*ignored, "_ignore_"]:
                    namespace.pop(name, None)
                if boundary is not None:
                    cls._boundary_ = boundary
                for base in cls.__mro__[1:]:
                    if base is not Enum and getattr(base, "_member_names_", None):
                        raise TypeError(f"<enum {cls.__name__!r}> cannot extend <enum {base.__name__!r}>")
                cls._member_type_ = next(
                    (base for base in cls.__mro__[1:] if base is not object and not issubclass(base, Enum)), object
                )
                for base in cls.__mro__[1:]:
                    if issubclass(base, Enum) and base._member_type_ is not object:
                        cls._member_type_ = base._member_type_
                        break
                make = namespace.pop("__new__", None)
                if make is not None:
                    cls._new_member_ = make
                cls._member_names_ = []
                cls._member_map_ = {}
                cls._value2member_map_ = {}
                cls._unhashable_values_ = []
                names = [
                    name
                    for name, value in namespace.items()
                    if not _is_special(name)
                    and not name.startswith(f"_{cls.__name__.lstrip('_')}__")
                    and (isinstance(value, member) or not _is_descriptor(value))
                ]
                values = []
                for name in names:
                    value = namespace[name]
                    if isinstance(value, nonmember):
                        namespace[name] = value.value
                        continue
                    if isinstance(value, member):
                        value = value.value
                    if isinstance(value, auto) or (isinstance(value, tuple) and any(isinstance(v, auto) for v in value)):
                        value = cls._filled(name, value, values)
                    values.append(value)
                    namespace[name] = cls._add(name, value)
                namespace["__members__"] = cls._member_map_
                cls.__class_setup__()

            @classmethod
            def __class_setup__(cls):
                pass

            @classmethod
            def _filled(cls, name, value, values):
                def one(part):
                    if not isinstance(part, auto):
                        return part
                    if part.value is not None:
                        return part.value
                    generate = cls._generate_next_value_
                    return generate(name, 1, len(values), values[:])

                return tuple(map(one, value)) if isinstance(value, tuple) else one(value)

            @classmethod
            def _add(cls, name, value):
                if name == "mro":
                    raise ValueError("invalid enum member name(s) 'mro'")
                arguments = value if isinstance(value, tuple) else (value,)
                if cls._member_type_ is tuple:
                    arguments = (value,)
                make = getattr(cls, "_new_member_", None)
                if make is not None:
                    made = (make.__func__ if hasattr(make, "__func__") else make)(cls, *arguments)
                    if not hasattr(made, "_value_"):
                        made._value_ = value if cls._member_type_ is object else cls._member_type_(*arguments)
                elif cls._member_type_ is object:
                    made = object.__new__(cls)
                    made._value_ = value
                else:
                    made = cls._member_type_.__new__(cls, *arguments)
                    made._value_ = cls._member_type_(*arguments)
                value = made._value_
                made._name_ = name
                made.__objclass__ = cls
                initialize = getattr(cls, "__init__", None)
                if initialize is not Enum.__init__:
                    made.__init__(*arguments)
                made._sort_order_ = len(cls._member_names_)
                try:
                    known = cls._value2member_map_.get(value)
                except TypeError:
                    known = next((found for found in cls._member_map_.values() if found._value_ == value), None)
                if known is not None:
                    made = known
                elif cls._counts(value):
                    cls._member_names_.append(name)
                cls._member_map_[name] = made
                try:
                    cls._value2member_map_.setdefault(value, made)
                except TypeError:
                    cls._unhashable_values_.append(value)
                return made

            @classmethod
            def _counts(cls, value):
                return True

            def __init__(self, *args, **kwds):
                pass

            def _generate_next_value_(name, start, count, last_values):
                if not last_values:
                    return start
                try:
                    return sorted(last_values)[-1] + 1
                except TypeError:
                    last = last_values[-1]
                    return last + 1

            # What CPython does in the metaclass.

            def __class_call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
                if names is None and (cls._member_map_ or type is None and cls not in (Enum, IntEnum, StrEnum, Flag, IntFlag)):
                    return cls._find(value)
                if isinstance(names, str):
                    names = names.replace(",", " ").split()
                if isinstance(names, dict):
                    pairs = list(names.items())
                else:
                    pairs = []
                    for number, item in enumerate(names or ()):
                        if isinstance(item, str):
                            values = [known for _, known in pairs]
                            pairs.append((item, cls._generate_next_value_(item, start, number, values)))
                        else:
                            pairs.append(tuple(item))
                bases = (cls,) if type is None else (type, cls)
                namespace = dict(pairs)
                if module:
                    namespace["__module__"] = module
                return _make_class(value, bases, namespace)

            def __class_iter__(cls):
                return iter([cls._member_map_[name] for name in cls._member_names_])

            def __class_len__(cls):
                return len(cls._member_names_)

            def __class_contains__(cls, value):
                if not isinstance(value, Enum):
                    raise TypeError(
                        "unsupported operand type(s) for 'in': '%s' and '%s'" % (type(value).__qualname__, "EnumType")
                    )
                return isinstance(value, cls) and value._name_ in cls._member_map_

            def __class_repr__(cls):
                return f"<{'flag' if cls._is_flag_ else 'enum'} {cls.__name__!r}>"

            def __class_setattr__(cls, name, value):
                if name in cls.__dict__.get("_member_map_", {}):
                    raise AttributeError("cannot reassign member %r" % (name,))
                cls.__dict__[name] = value

            def __class_getattr__(cls, name):
                raise AttributeError(name) from None

            def __class_getitem__(cls, name):
                return cls._member_map_[name]

            @classmethod
            def _find(cls, value):
                if type(value) is cls:
                    return value
                try:
                    found = cls._value2member_map_.get(value)
                except TypeError:
                    found = next((known for known in cls._member_map_.values() if known._value_ == value), None)
                if found is not None:
                    return found
                error = None
                try:
                    result = cls._missing_(value)
                except Exception as exc:
                    error, result = exc, None
                if isinstance(result, cls) or (cls._is_flag_ and isinstance(result, int)):
                    return result
                wrong = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
                if result is None and error is None:
                    raise wrong
                if error is None:
                    error = TypeError(f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member")
                raise error

            @classmethod
            def _missing_(cls, value):
                return None

            @_property
            def name(self):
                return self._name_

            @name.setter
            def name(self, value):
                raise AttributeError("<enum 'Enum'> cannot set attribute 'name'")

            @_property
            def value(self):
                return self._value_

            @value.setter
            def value(self, value):
                raise AttributeError("<enum 'Enum'> cannot set attribute 'value'")

            def __repr__(self):
                return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

            def __str__(self):
                return f"{self.__class__.__name__}.{self._name_}"

            def __format__(self, format_spec):
                return format(str(self), format_spec)

            def __hash__(self):
                return hash(self._name_ if self._member_type_ is object else self._value_)

            def __eq__(self, other):
                if self is other:
                    return True
                if self._member_type_ is object:
                    return NotImplemented
                return self._value_ == (other._value_ if isinstance(other, Enum) else other)

            def __bool__(self):
                return True if self._member_type_ is object else bool(self._value_)

            def __reduce_ex__(self, proto):
                return self.__class__, (self._value_,)

            def __copy__(self):
                return self

            def __deepcopy__(self, memo):
                return self


        EnumMeta.__class_base__ = Enum
        EnumType = EnumMeta


        def _make_class(name, bases, namespace):
            return type(name, bases, namespace)


        class IntEnum(int, Enum):
            """Constants that are ints."""

            def __str__(self):
                return repr(self._value_)

            def __format__(self, format_spec):
                return format(self._value_, format_spec)


        class StrEnum(str, Enum):
            """Constants that are texts."""

            def _new_member_(cls, *values):
                if len(values) > 3:
                    raise TypeError("too many arguments for str(): %r" % (values,))
                if not isinstance(values[0], str):
                    raise TypeError("%r is not a string" % (values[0],))
                value = str(*values)
                made = str.__new__(cls, value)
                made._value_ = value
                return made

            def _generate_next_value_(name, start, count, last_values):
                return name.lower()

            def __str__(self):
                return self._value_

            def __format__(self, format_spec):
                return format(self._value_, format_spec)


        STRICT, CONFORM, EJECT, KEEP = "strict", "conform", "eject", "keep"
        UNIQUE, CONTINUOUS, NAMED_FLAGS = "one name per value", "no skipped values", "multi-flag aliases may not contain unnamed flags"
        """#
}
