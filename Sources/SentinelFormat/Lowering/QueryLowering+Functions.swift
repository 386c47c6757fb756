import Conditions
import KQL

/// Calls of scalar functions.
///
/// To add one: an arm in ``call(_:_:_:_:_:)`` or, for one that gives a truth, in `QueryLowering+Predicates.swift`. Any other
/// function is an opaque value that reads what its arguments read.
extension QueryLowering {
    mutating func call(
        _ name: String,
        _ arguments: [NamedExpression],
        _ expression: Expression,
        _ rows: inout Rows,
        _ scope: Scope
    ) -> QueryValue {
        if case .definition(let value, let inner)? = definitions.entry(name, in: scope),
            case .function(let function) = value.kind
        {
            guard let (body, bodyScope) = bind(function, arguments, inner, from: scope) else {
                return .opaque(.limit, reads: [])
            }
            return self.value(body, &rows, bodyScope)
        }
        if let truth = predicate(name, arguments, expression, &rows, scope) { return .condition(truth) }
        if let time = time(name, arguments, &rows, scope) { return time }
        switch name {
        case "iff", "iif": return choice(arguments, &rows, scope)
        case "case": return choice(arguments, &rows, scope)
        case "toscalar":
            guard let first = arguments.first else { break }
            if case .rows = value(first.value, &rows, scope) { return .opaque(.otherEvents, reads: []) }
            return value(first.value, &rows, scope)
        case "materialize", "_GetWatchlist", "table": return .rows(table(expression, scope))
        case "column_ifexists", "columnifexists":
            if case .constant(.string(let column, _))? = arguments.first?.value.kind { return rows.column(column) }
        case "ingestion_time": return .reading(Reading(column: "ingestion_time()"))
        case "pack_array", "array_concat", "dynamic_to_json": break
        default: break
        }
        var values: [QueryValue] = []
        for argument in arguments {
            if case .star = argument.value.kind { continue }
            values.append(value(argument.value, &rows, scope))
        }
        let reads = kept(values.flatMap { self.reads(of: $0, rows) })
        for case .constant(let literal) in values where !spend(on: literal) { return .opaque(.limit, reads: reads) }
        guard let result = computed(name, values, rows) else { return .opaque(reason(name, values), reads: reads) }
        if case .constant(let literal) = result, !spend(on: literal) { return .opaque(.limit, reads: reads) }
        return result
    }

    /// Why a function's value is not known.
    private func reason(_ name: String, _ values: [QueryValue]) -> OpaqueReason {
        for value in values {
            if case .opaque(let reason, _) = value, reason != .computedValue { return reason }
            if case .rows = value { return .otherEvents }
        }
        if name == "rand" || name == "new_guid" { return .randomness }
        if name.hasPrefix("geo_info") { return .enrichment }
        if name.hasPrefix("series_") || name.hasPrefix("row_") || name == "prev" || name == "next" {
            return .otherEvents
        }
        return Self.computing.contains(name) ? .computedValue : .unknownFunction
    }

    /// What a function makes of values, where that can be said.
    private func computed(_ name: String, _ values: [QueryValue], _ rows: Rows) -> QueryValue? {
        guard let first = values.first else { return nil }
        if case .cases(let cases) = first, cases.count <= limits.alternatives {
            var results: [QueryValue.Case] = []
            for entry in cases {
                guard let value = computed(name, [entry.value] + values.dropFirst(), rows) else { return nil }
                results.append(QueryValue.Case(condition: entry.condition, value: value))
            }
            return .cases(results)
        }
        switch name {
        // The value as it is; what kind of value it is decides nothing here.
        case "tostring", "toguid", "tobool", "toboolean", "todatetime", "totimespan", "toreal", "todouble", "todecimal",
            "make_string", "dynamic", "long", "int", "real", "double", "decimal", "bool":
            return first
        case "toint", "tolong":
            guard case .reading(let reading) = first else { return first }
            return reading.transformed(.integer).map { .reading($0) }
        case "parse_json", "todynamic", "parsejson", "toobject", "extractjson_all": return json(first, rows)
        case "tolower": return text(first, .lower)
        case "toupper": return text(first, .upper)
        case "strlen", "array_length", "arraylength", "string_size": return length(first)
        case "base64_decode_tostring", "base64_decodestring": return text(first, .base64)
        case "split": return parts(first, values)
        case "substring": return slice(first, values)
        case "replace_string":
            guard case .reading(let reading) = first, let old = values.text(1), let new = values.text(2) else {
                return nil
            }
            return reading.transformed(.replace(old: old, new: new)).map { .reading($0) }
        case "strcat": return joined(values, separator: "")
        case "pack_array", "array_concat": return list(values)
        case "coalesce": return firstOf(values, rows)
        default: return nil
        }
    }

    private func json(_ value: QueryValue, _ rows: Rows) -> QueryValue? {
        switch value {
        case .reading(let reading):
            // A second `parse_json` of what is an object already changes nothing.
            if case .json? = reading.steps.last?.selector { return value }
            return reading.then(.json).map { .reading($0) }
        case .constant(.list), .constant(.object): return value
        case .measure: return value
        default: return nil
        }
    }

    private func text(_ value: QueryValue, _ transform: Transform) -> QueryValue? {
        switch (value, transform) {
        case (.reading(let reading), _): reading.transformed(transform).map { .reading($0) }
        case (.constant(.string(let text)), .lower): .constant(.string(text.lowercased()))
        case (.constant(.string(let text)), .upper): .constant(.string(text.uppercased()))
        case (.measure, .lower), (.measure, .upper): value
        default: nil
        }
    }

    private func length(_ value: QueryValue) -> QueryValue? {
        switch value {
        case .reading(let reading): return reading.transformed(.length).map { .reading($0) }
        case .constant(.list(let elements)): return .constant(.int(Int64(elements.count)))
        case .constant(.string(let text)): return .constant(.int(Int64(text.unicodeScalars.count)))
        case .measure(var measure):
            // As many values as there are, each once or not.
            guard case .values(let field, let isSet) = measure.kind else { return nil }
            measure.kind = .metric(isSet ? .distinct(field) : .count)
            return .measure(measure)
        default: return nil
        }
    }

    private func parts(_ value: QueryValue, _ values: [QueryValue]) -> QueryValue? {
        guard let separator = values.text(1) else { return nil }
        switch value {
        case .reading(let reading): return .parts(reading, separator: separator)
        case .constant(.string(let text)) where !separator.isEmpty:
            let parts = text.split(separator: separator, omittingEmptySubsequences: false)
            guard parts.count <= limits.elements else { return nil }
            return .constant(.list(parts.map { .string(String($0)) }))
        default: return nil
        }
    }

    private func slice(_ value: QueryValue, _ values: [QueryValue]) -> QueryValue? {
        guard case .reading(let reading) = value, case .constant(.int(let start))? = values.dropFirst().first,
            start >= 0
        else { return nil }
        guard values.count > 2 else {
            return reading.transformed(.slice(from: Int(clamping: start), to: nil)).map { .reading($0) }
        }
        guard case .constant(.int(let length)) = values[2], length >= 0 else { return nil }
        let end = start.addingReportingOverflow(length)
        return reading.transformed(
            .slice(from: Int(clamping: start), to: end.overflow ? nil : Int(clamping: end.partialValue))
        ).map { .reading($0) }
    }

    private func joined(_ values: [QueryValue], separator: String) -> QueryValue? {
        var result = ""
        for value in values {
            guard case .constant(let literal) = value else { return nil }
            switch literal {
            case .string(let text): result += text
            case .int(let number): result += String(number)
            default: return nil
            }
        }
        return result.utf8.count <= 65_536 ? .constant(.string(result)) : nil
    }

    private func list(_ values: [QueryValue]) -> QueryValue? {
        var elements: [Literal] = []
        for value in values {
            guard case .constant(let literal) = value else { return nil }
            if case .list(let inner) = literal { elements += inner } else { elements.append(literal) }
        }
        return elements.count <= limits.elements ? .constant(.list(elements)) : nil
    }

    /// The first value that is there.
    private func firstOf(_ values: [QueryValue], _ rows: Rows) -> QueryValue? {
        guard values.count <= limits.alternatives else { return nil }
        var cases: [QueryValue.Case] = []
        for (index, value) in values.enumerated() {
            guard index + 1 < values.count else {
                cases.append(QueryValue.Case(condition: .constant(true), value: value))
                break
            }
            guard case .reading(let reading) = value else { return nil }
            var leaf = Leaf(rows.field(reading, names), .isEmpty, transforms: reading.transforms)
            leaf.isNegated = true
            cases.append(QueryValue.Case(condition: .leaf(leaf), value: value))
        }
        return choice(cases)
    }

    /// One of several values, if those are not too many, with those of choices within.
    private func choice(_ cases: [QueryValue.Case]) -> QueryValue {
        let count = cases.reduce(0) { $0 + $1.value.alternatives }
        return count <= limits.alternatives + 1 ? .cases(cases) : .opaque(.limit, reads: [])
    }

    /// `iff(condition, value, value)` and `case(condition, value, …, value)`.
    private mutating func choice(_ arguments: [NamedExpression], _ rows: inout Rows, _ scope: Scope) -> QueryValue {
        var cases: [QueryValue.Case] = []
        var index = 0
        while index + 1 < arguments.count, cases.count < limits.alternatives {
            let test = bounded(condition(arguments[index].value, &rows, scope), arguments[index].value)
            cases.append(QueryValue.Case(condition: test, value: value(arguments[index + 1].value, &rows, scope)))
            index += 2
        }
        guard index + 1 == arguments.count else { return .opaque(.limit, reads: []) }
        cases.append(QueryValue.Case(condition: .constant(true), value: value(arguments[index].value, &rows, scope)))
        return choice(cases)
    }

    // MARK: Times

    /// Functions that give times, and lengths of time.
    private mutating func time(
        _ name: String,
        _ arguments: [NamedExpression],
        _ rows: inout Rows,
        _ scope: Scope
    ) -> QueryValue? {
        switch name {
        case "now":
            guard let offset = arguments.first else { return .moment(before: Timespan(ticks: 0)) }
            guard case .span(let span) = value(offset.value, &rows, scope), span.ticks != .min else {
                return .moment(before: nil)
            }
            return .moment(before: Timespan(ticks: -span.ticks))
        case "ago":
            guard let first = arguments.first, case .span(let span) = value(first.value, &rows, scope) else {
                return .moment(before: nil)
            }
            return .moment(before: span)
        case "bin", "bin_at", "floor", "startofday", "endofday", "startofweek", "endofweek", "startofmonth",
            "endofmonth",
            "startofyear", "endofyear", "datetime_add":
            // `datetime_add` has the time at its end.
            guard let argument = name == "datetime_add" ? arguments.last : arguments.first else { return nil }
            switch value(argument.value, &rows, scope) {
            case .moment(let before): return .moment(before: before)
            case .reading(let reading):
                guard name.hasPrefix("bin") || name == "floor", arguments.count > 1,
                    case .span(let size) = value(arguments[1].value, &rows, scope)
                else {
                    guard name == "startofday", let day = Timespan(count: 1, unit: "d") else { return nil }
                    return .bin(reading, day)
                }
                return .bin(reading, size)
            default: return nil
            }
        case "totimespan", "timespan", "time":
            guard let first = arguments.first, case .span(let span) = value(first.value, &rows, scope) else {
                return nil
            }
            return .span(span)
        default: return nil
        }
    }

    /// Functions that compute a value of their arguments and of nothing else, and that conditions have no words for.
    private static let computing: Set<String> = Set([
        "abs", "array_index_of", "array_iff", "array_reverse", "array_rotate_left", "array_slice", "array_sort_asc",
        "array_sort_desc", "array_split", "array_sum", "assert", "bag_has_key", "bag_keys", "bag_merge", "bag_pack",
        "bag_remove_keys", "bag_set_key", "base64_decode_toarray", "base64_decode_toguid", "base64_encode_tostring",
        "bin",
        "binary_and", "binary_or", "binary_shift_left", "binary_shift_right", "bin_at", "bitset_count_ones", "ceiling",
        "cos", "countof", "datetime_add", "datetime_diff", "datetime_local_to_utc", "datetime_part",
        "datetime_utc_to_local",
        "dayofmonth", "dayofweek", "dayofyear", "endofday", "endofmonth", "endofweek", "exp", "extract", "extract_all",
        "extract_json", "extractall", "extractjson", "floor", "format_bytes", "format_datetime", "format_ipv4",
        "format_ipv4_mask", "format_timespan", "geo_distance_2points", "geo_point_in_circle", "getyear", "gettype",
        "hash",
        "hash_md5", "hash_sha1", "hash_sha256", "hourofday", "gzip_decompress_from_base64_string", "indexof", "iif",
        "indexof_regex", "ipv4_compare", "ipv4_netmask_suffix", "ipv6_compare", "jaccard_index", "log", "log10", "log2",
        "make_datetime", "make_timespan", "max_of", "min_of", "monthofyear", "pack", "pack_all", "pack_array",
        "pack_dictionary", "parse_command_line", "parse_csv", "parse_ipv4", "parse_ipv4_mask", "parse_ipv6",
        "parse_path",
        "parse_url", "parse_urlquery", "parse_user_agent", "parse_version", "parse_xml", "percentile_tdigest", "pow",
        "regex_quote", "repeat", "replace", "replace_regex", "replace_string", "replace_strings", "reverse", "round",
        "set_difference", "set_intersect", "set_union", "sin", "split", "sqrt", "startofday", "startofmonth",
        "startofweek",
        "startofyear", "strcat", "strcat_array", "strcat_delim", "strcmp", "string_size", "strlen", "strrep",
        "substring",
        "todecimal", "tohex", "toint", "tolong", "tolower", "totimespan", "toupper", "translate", "treepath", "trim",
        "trim_end", "trim_start", "unicode_codepoints_from_string", "unicode_codepoints_to_string",
        "unixtime_microseconds_todatetime", "unixtime_milliseconds_todatetime", "unixtime_seconds_todatetime",
        "url_decode",
        "url_encode", "week_of_year", "weekofyear", "zip", "zlib_decompress_from_base64_string", "coalesce", "case",
        "iff",
        "array_length", "array_concat", "parse_json", "todynamic", "base64_decode_tostring", "base64_decodestring",
        "tostring", "todatetime", "todouble", "toreal", "tobool", "make_string", "parsejson", "toobject", "any",
        "count",
        "countif", "dcount", "dcountif", "sum", "avg", "max", "min", "make_set", "make_list", "make_bag", "arg_max",
        "arg_min",
        "percentile", "percentiles", "stdev", "variance", "column_ifexists", "columnifexists", "toguid", "todecimal",
        "set_has_element", "array_shift_left", "current_principal_is_member_of", "ipv4_range_to_cidr_list", "bag_zip",
    ])
}

extension QueryValue {
    /// How many values it may be.
    fileprivate var alternatives: Int {
        if case .cases(let cases) = self { cases.reduce(0) { $0 + $1.value.alternatives } } else { 1 }
    }
}

extension [QueryValue] {
    /// The constant text at a place.
    fileprivate func text(_ index: Int) -> String? {
        guard indices.contains(index), case .constant(.string(let text)) = self[index] else { return nil }
        return text
    }
}
