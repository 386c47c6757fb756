import Conditions

/// What is known of names of the language and its library.
enum NativeFunctions {
    /// Builtin names.
    static let builtins: Set<String> = [
        "abs", "all", "any", "bool", "bytes", "callable", "chr", "dict", "divmod", "enumerate", "filter", "float",
        "format", "frozenset", "getattr", "hasattr", "hash", "hex", "id", "int", "isinstance", "issubclass", "iter",
        "len",
        "list", "map", "max", "min", "next", "object", "ord", "pow", "print", "property", "range", "repr", "reversed",
        "round", "set", "slice", "sorted", "str", "sum", "super", "tuple", "type", "vars", "zip", "Exception",
        "ValueError", "KeyError", "TypeError", "AttributeError", "IndexError", "RuntimeError", "LookupError",
        "ArithmeticError", "ZeroDivisionError", "StopIteration", "UnicodeDecodeError", "UnicodeEncodeError",
        "NotImplementedError", "OSError", "ImportError", "AssertionError",
    ]

    /// Modules of the library that are there to be imported from; all names in them are native.
    static let modules: Set<String> = [
        "re", "json", "json.decoder", "fnmatch", "ipaddress", "datetime", "time", "math", "collections",
        "collections.abc",
        "functools", "itertools", "typing", "base64", "binascii", "hashlib", "hmac", "string", "os", "os.path",
        "logging",
        "urllib", "urllib.parse", "copy", "operator", "random", "uuid", "unittest", "unittest.mock", "dateutil",
        "dateutil.parser", "difflib", "shlex", "statistics", "textwrap", "abc", "enum", "dataclasses", "contextlib",
        "panther_core", "panther_core.immutable", "panther_core.enriched_event", "panther_detection_helpers",
        "panther_detection_helpers.caching", "panther_detection_helpers.monitoring", "boto3", "requests", "botocore",
        "botocore.exceptions", "policyuniverse", "policyuniverse.policy", "pycountry", "ast", "struct", "calendar",
        "zoneinfo", "secrets", "inspect", "sys", "traceback", "types", "numbers", "decimal", "html", "socket",
        "jsonpath_ng", "jsonpath_ng.ext",
    ]

    /// Why a call that is not modelled is opaque, by the start of its full name; the longest that fits holds.
    static let reasons: [(prefix: String, reason: OpaqueReason, changesState: Bool)] = [
        ("panther_detection_helpers.caching", .cache, true),
        ("panther_detection_helpers.monitoring", .unsupported, true),
        ("datetime.datetime.now", .clock, false), ("datetime.datetime.utcnow", .clock, false),
        ("datetime.datetime.today", .clock, false), ("datetime.date.today", .clock, false),
        ("time.time", .clock, false), ("random", .randomness, true), ("uuid", .randomness, false),
        ("secrets", .randomness, false), ("boto3", .environment, true), ("requests", .environment, true),
        ("socket", .environment, true), ("os.getenv", .environment, false), ("os.environ", .environment, false),
        ("print", .stateChange, true), ("logging", .stateChange, true),
    ]

    /// Kinds of JSON value that are instances of a class, where that is all there is to it.
    static let kinds: [String: Set<ValueKind>] = [
        "str": [.string], "int": [.integer, .boolean], "float": [.double], "bool": [.boolean],
        "collections.abc.Mapping": [.object], "typing.Mapping": [.object], "collections.Mapping": [.object],
        "collections.abc.Sequence": [.string, .array], "typing.Sequence": [.string, .array],
        "bytes": [], "tuple": [], "set": [], "frozenset": [], "complex": [],
        "unittest.mock.MagicMock": [], "unittest.mock.Mock": [], "datetime.datetime": [],
        "collections.abc.Iterable": [.string, .array, .object], "typing.Iterable": [.string, .array, .object],
        "object": Set(ValueKind.allCases), "numbers.Number": [.integer, .double, .boolean],
    ]

    /// Whether there certainly is such a thing in the library.
    static func isKnown(_ name: String) -> Bool {
        kinds[name] != nil || wrappers[name] != nil || expressionFlags.contains(name)
    }

    /// Flags of regular expressions.
    private static let expressionFlags: Set<String> = [
        "re.IGNORECASE", "re.I", "re.MULTILINE", "re.M", "re.DOTALL", "re.S", "re.VERBOSE", "re.X",
    ]

    /// Classes of Panther's wrappers.
    static let wrappers: [String: ValueKind] = [
        "panther_core.immutable.ImmutableList": .array,
        "panther_core.immutable.ImmutableCaseInsensitiveDict": .object,
        "panther_core.enriched_event.ImmutableList": .array,
    ]
}
