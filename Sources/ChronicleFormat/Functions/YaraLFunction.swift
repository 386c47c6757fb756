import Conditions

/// A function that rules call, and what it means in a condition.
///
/// To add one: a row in ``all``; where conditions have no words for it, ``Meaning/computed``.
/// Source: Google SecOps documentation, "YARA-L 2.0 functions".
struct YaraLFunction: Sendable {
    /// With its family: `strings.to_lower`.
    let name: String
    /// What it means.
    let meaning: Meaning

    enum Meaning: Sendable {
        /// The first argument, changed.
        case transform(@Sendable () -> Transform)
        /// The first argument without blanks at its ends, or without the characters of the second argument.
        case trim(@Sendable (String?) -> Transform)
        /// Whether the first argument stands so to the second, which is a text.
        case test(@Sendable () -> Operator)
        /// Whether a pattern matches in the first argument.
        case pattern
        /// The first argument that is not empty.
        case coalesce
        /// The second argument where the first holds, else the third.
        case choice
        /// The arguments, one after the other.
        case concat
        /// An element of a list; of the parts of a text, if it was split right there.
        case element
        /// A part of a text that a pattern finds.
        case capture
        /// A value of many events together.
        case aggregate(Summary)
        /// A value that depends on the time of day.
        case clock
        /// A value that is looked up outside of the event.
        case enrichment
        /// Anything else that is computed.
        case computed
    }

    /// How a value of many events is made.
    enum Summary: Sendable {
        case count, countDistinct, sum, average, max, min
        /// A list, or a figure that conditions have no words for.
        case other
    }

    /// By name.
    static let all: [String: YaraLFunction] = {
        var all: [String: YaraLFunction] = [:]
        for function in rows { all[function.name] = function }
        return all
    }()

    /// The function called `name`; nil for one that is not known.
    static func named(_ name: String) -> YaraLFunction? {
        if let function = all[name.lowercased()] { return function }
        // Precomputed statistics of entities, of which there are many.
        if name.hasPrefix("metrics.") { return YaraLFunction(name, .enrichment) }
        // Rows of a data table.
        return name.hasPrefix("%") ? YaraLFunction(name, .computed) : nil
    }

    init(_ name: String, _ meaning: Meaning) {
        self.name = name
        self.meaning = meaning
    }

    private static let rows: [YaraLFunction] =
        [
            YaraLFunction("strings.to_lower", .transform { .lower }),
            YaraLFunction("strings.to_upper", .transform { .upper }),
            YaraLFunction("strings.trim", .trim { .strip($0) }),
            YaraLFunction("strings.ltrim", .trim { .stripLeft($0) }),
            YaraLFunction("strings.rtrim", .trim { .stripRight($0) }),
            YaraLFunction("strings.base64_decode", .transform { .base64 }),
            YaraLFunction("strings.from_base64", .transform { .base64 }),
            YaraLFunction("cast.as_int", .transform { .integer }),
            YaraLFunction("cast.as_uint", .transform { .integer }),
            YaraLFunction("cast.as_string", .transform { .string }),
            YaraLFunction("arrays.length", .transform { .length }),
            YaraLFunction("arrays.size", .transform { .length }),
            YaraLFunction("strings.contains", .test { .contains }),
            YaraLFunction("strings.starts_with", .test { .startsWith }),
            YaraLFunction("strings.ends_with", .test { .endsWith }),
            YaraLFunction("arrays.contains", .test { .contains }),
            YaraLFunction("net.ip_in_range_cidr", .test { .cidr }),
            YaraLFunction("re.regex", .pattern),
            YaraLFunction("re.capture", .capture),
            YaraLFunction("strings.coalesce", .coalesce),
            YaraLFunction("if", .choice),
            YaraLFunction("strings.concat", .concat),
            YaraLFunction("arrays.index_to_str", .element),
            YaraLFunction("count", .aggregate(.count)),
            YaraLFunction("count_distinct", .aggregate(.countDistinct)),
            YaraLFunction("sum", .aggregate(.sum)),
            YaraLFunction("avg", .aggregate(.average)),
            YaraLFunction("max", .aggregate(.max)),
            YaraLFunction("min", .aggregate(.min)),
            YaraLFunction("timestamp.current_seconds", .clock),
            YaraLFunction("timestamp.now", .clock),
            YaraLFunction("math.random", .computed),
        ]
        + ["array", "array_distinct", "stddev", "earliest", "latest"].map { YaraLFunction($0, .aggregate(.other)) }
        + [
            "window.avg", "window.first", "window.last", "window.median", "window.mode", "window.range",
            "window.stddev",
            "window.variance", "window.percentile",
        ].map { YaraLFunction($0, .aggregate(.other)) }
        + [
            "strings.count_substrings", "strings.extract_domain", "strings.extract_hostname", "strings.from_hex",
            "strings.reverse", "strings.rpad", "strings.lpad", "strings.split", "strings.substr", "strings.url_decode",
            "strings.replace", "strings.length", "strings.equals_ignore_case",
            "re.replace", "re.capture_all", "re.count",
            "arrays.concat", "arrays.index_to_float", "arrays.index_to_int", "arrays.join_string", "arrays.max",
            "arrays.min", "arrays.sum", "arrays.distinct",
            "math.abs", "math.ceil", "math.floor", "math.geo_distance", "math.is_increasing", "math.log", "math.pow",
            "math.round", "math.sqrt", "math.max", "math.min", "math.mod",
            "timestamp.as_unix_seconds", "timestamp.diff", "timestamp.get_date", "timestamp.get_day_of_week",
            "timestamp.get_hour", "timestamp.get_minute", "timestamp.get_month", "timestamp.get_timestamp",
            "timestamp.get_week", "timestamp.get_year", "timestamp.add", "timestamp.sub",
            "cast.as_bool", "cast.as_float", "cast.as_bytes",
            "hash.fingerprint2011", "hash.sha256", "hash.md5", "hash.sha1", "fingerprint",
            "bytes.to_base64", "group", "optimization.sample_rate", "maps.get", "net.ip_to_int",
        ].map { YaraLFunction($0, .computed) }
}
