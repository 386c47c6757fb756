import PythonRuntime

/// `fnmatch`: names by shell patterns.
enum FnmatchModule {
    static let module = NativeModule(
        "fnmatch",
        "Names by shell patterns.",
        functions: [
            NativeFunction("fnmatch(name, pat)", "Whether a name matches a pattern.", matchName),
            NativeFunction("fnmatchcase(name, pat)", "Whether a name matches a pattern.", matchCase),
            NativeFunction("filter(names, pat)", "The names that match a pattern.", filter),
            NativeFunction("translate(pat)", "The regular expression that matches the same.", translate),
        ],
        types: [NativeType("GlobCache", module: "fnmatch", "Patterns that were read.")]
    )

    /// The patterns a machine has read, by the bytes they were read from.
    final class Cache {
        var patterns: [[UInt8]: GlobPattern] = [:]
        /// Patterns that stand in rules, by their place: found without looking at their letters.
        var constants: [Int: GlobPattern] = [:]
        /// More than this many are not remembered.
        static let patternsMax = 4096
        /// Longer ones are read each time.
        static let patternBytesMax = 1024
        private static let name = "fnmatch cache"

        /// The cache of this machine, made when first asked for.
        static func of(_ machine: inout Machine) throws(Raised) -> Cache {
            if let kept = machine.retained[name], let found = machine.foreignObject(kept, as: Cache.self) {
                return found
            }
            let cache = Cache()
            let type = machine.libraryType("fnmatch.GlobCache")
            machine.retained[name] = try machine.makeForeign(cache, type: type, isPermanent: true)
            return cache
        }
    }

    private static func pattern(_ machine: inout Machine, _ text: Value) throws(Raised) -> GlobPattern {
        let cache = try Cache.of(&machine)
        let place = text.offset << 1 | (text.isString ? 1 : 0)
        if text.isInterned, let found = cache.constants[place] { return found }
        let isRemembered = text.length <= Cache.patternBytesMax
        let bytes = isRemembered ? Array(machine.memory.bytes(text)) + (text.isString ? [] : [0xFF]) : []
        if isRemembered, let found = cache.patterns[bytes] { return found }
        try machine.charge(Int(text.length))
        let pattern = GlobPattern(machine.text(of: text).codePoints)
        guard isRemembered else { return pattern }
        if cache.patterns.count < Cache.patternsMax { cache.patterns[bytes] = pattern }
        if text.isInterned, cache.constants.count < Cache.patternsMax { cache.constants[place] = pattern }
        return pattern
    }

    private static func matches(_ machine: inout Machine, _ name: Value, _ pattern: Value) throws(Raised) -> Bool {
        guard name.tag == pattern.tag else {
            throw machine.raise(
                .typeError,
                name.isString
                    ? "cannot use a bytes pattern on a string-like object"
                    : "cannot use a string pattern on a bytes-like object"
            )
        }
        let glob = try Self.pattern(&machine, pattern)
        try machine.charge(1 + Int(name.length) / 32)
        let text = machine.text(of: name)
        if text.isASCII { return glob.matches(text.bytes.lazy.map { UInt32($0) }) }
        return glob.matches(machine.text(of: name).codePoints)
    }

    /// A name or pattern. Raises TypeError.
    private static func pathArgument(_ machine: inout Machine, _ value: Value) throws(Raised) -> Value {
        let inner = machine.unwrapped(value)
        guard inner.isString || inner.tag == .bytes else {
            throw machine.raise(
                .typeError,
                "expected str, bytes or os.PathLike object, not \(machine.errorTypeName(value))"
            )
        }
        return inner
    }

    private static func matchName(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let name = try pathArgument(&machine, arguments[0])
        return .bool(try matches(&machine, name, try pathArgument(&machine, arguments[1])))
    }

    private static func matchCase(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let pattern = machine.unwrapped(arguments[1])
        guard pattern.isString || pattern.tag == .bytes else {
            throw machine.raise(.typeError, "object of type '\(machine.errorTypeName(pattern))' has no len()")
        }
        let name = machine.unwrapped(arguments[0])
        guard name.isString || name.tag == .bytes else {
            throw machine.raise(
                .typeError,
                "expected string or bytes-like object, got '\(machine.errorTypeName(arguments[0]))'"
            )
        }
        return .bool(try matches(&machine, name, pattern))
    }

    private static func filter(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let pattern = try pathArgument(&machine, arguments[1])
        let result = try machine.makeList()
        try machine.forEach(arguments[0]) { (machine: inout Machine, name) throws(Raised) in
            let text = machine.unwrapped(name)
            guard text.isString || text.tag == .bytes else {
                throw machine.raise(
                    .typeError,
                    "expected string or bytes-like object, got '\(machine.errorTypeName(name))'"
                )
            }
            if try matches(&machine, text, pattern) { try machine.append(name, to: result) }
            return true
        }
        return result
    }

    private static func translate(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let pattern = try machine.stringArgument(arguments[0], "expected str, got %")
        let expression = try Self.pattern(&machine, pattern).expression
        var writer = machine.beginText()
        for character in expression { writer.append(codePoint: character) }
        return try machine.finish(writer)
    }
}
