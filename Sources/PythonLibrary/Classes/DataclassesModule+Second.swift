extension DataclassesModule {
    /// The second part of the program.
    static let second = #"""
        def _convert(value, make):
            if _is_instance(value):
                return make(value)
            if isinstance(value, tuple) and hasattr(value, "_fields"):
                return type(value)(*[_convert(part, make) for part in value])
            if isinstance(value, (list, tuple)):
                return type(value)([_convert(part, make) for part in value])
            if isinstance(value, dict):
                return type(value)((_convert(key, make), _convert(part, make)) for key, part in value.items())
            return copy.deepcopy(value)


        def replace(obj, /, **changes):
            """A copy with some fields changed."""
            if not _is_instance(obj):
                raise TypeError("replace() should be called on dataclass instances")
            for f in obj.__dataclass_fields__.values():
                if not f.init:
                    if f.name in changes:
                        raise ValueError(
                            f"field {f.name} is declared with init=False, it cannot be specified with replace()"
                        )
                elif f.name not in changes:
                    if f._is_init_var and f.default is MISSING:
                        raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
                    if not f._is_init_var:
                        changes[f.name] = getattr(obj, f.name)
            return obj.__class__(**changes)


        def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
            """A dataclass of these fields: names, or names with types and defaults."""
            body = dict(namespace or {})
            annotations = {}
            for item in fields:
                name, annotation, *default = (item, "typing.Any") if isinstance(item, str) else item
                if name in annotations:
                    raise TypeError(f"Field name duplicated: {name!r}")
                if not name.isidentifier():
                    raise TypeError(f"Field names must be valid identifiers: {name!r}")
                annotations[name] = annotation
                if default:
                    body[name] = default[0]
            body["__annotations__"] = annotations
            return dataclass(type(cls_name, bases, body), **options)
        """#
}
