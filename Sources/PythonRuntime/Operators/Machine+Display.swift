import Diagnostics

/// `str`, `repr`, `format`.
extension Machine {
    /// `str(value)`.
    @inline(__always)
    package mutating func str(_ value: Value) throws(Raised) -> Value {
        value.isString ? value : try display(value, isRepr: false)
    }

    /// `repr(value)`.
    package mutating func repr(_ value: Value) throws(Raised) -> Value { try display(value, isRepr: true) }

    private mutating func display(_ value: Value, isRepr: Bool) throws(Raised) -> Value {
        switch value.tag {
        case .string:
            if !isRepr { return value }
            var writer = beginText()
            PythonText(memory.bytes(value), isASCII: value.isASCII).appendRepr(into: &writer)
            return try finish(writer)
        case .none: return intern("None")
        case .bool: return intern(value.boolValue ? "True" : "False")
        case .int, .bigInt, .float: return try numberText(value)
        case .bytes:
            var writer = beginText()
            PythonText.appendBytesRepr(memory.bytes(value), into: &writer)
            return try finish(writer)
        case .instance: return try displayInstance(value, isRepr: isRepr)
        case .object, .foreign:
            let slots = types[typeNumber(value)]
            if let body = isRepr ? slots.repr : slots.str ?? slots.repr {
                let text = try body(&self, value)
                guard text.isString else { throw raise(.typeError, "__repr__ returned non-string") }
                return text
            }
        default: break
        }
        var text = TextBuilder()
        try appendRepr(value, to: &text)
        return try text.finish(&self)
    }

    private mutating func numberText(_ value: Value) throws(Raised) -> Value {
        var writer = beginText()
        if value.tag == .float {
            FloatText.append(value.floatValue, into: &writer)
        } else if let number = integer(value) {
            do { try number.append(limits: numberLimits, into: &writer) } catch { throw raise(error) }
        }
        return try finish(writer)
    }

    private mutating func displayInstance(_ value: Value, isRepr: Bool) throws(Raised) -> Value {
        // An exception shows its arguments, which may be exceptions.
        try enterNative()
        defer { nativeDepth &-= 1 }
        if !isRepr, let method = lookupSpecial(value, "__str__") { return try text(of: method, "__str__") }
        if isExceptionInstance(value), !isRepr { return try exceptionText(value) }
        if let method = lookupSpecial(value, "__repr__") { return try text(of: method, "__repr__") }
        let name = className(instanceClass(value))
        if isExceptionInstance(value) {
            let arguments = instanceStorage(value)
            let inner = string(try repr(arguments))
            return try makeString(
                name + (tupleCount(arguments) == 1 ? "(\(string(try repr(tupleElement(arguments, 0)))))" : inner)
            )
        }
        let inner = unwrapped(value)
        if !inner.isIdentical(to: value) { return isRepr ? try repr(inner) : try str(inner) }
        return try makeString(
            "<\(qualifiedClassName(instanceClass(value))) object at 0x\(String(value.payload, radix: 16))>"
        )
    }

    /// `module.Class`.
    func qualifiedClassName(_ type: Value) -> String {
        let module = lookupText(names.module.value, in: classAttributes(type))
        return module.isString ? "\(string(module)).\(className(type))" : className(type)
    }

    private mutating func text(of method: Value, _ name: String) throws(Raised) -> Value {
        let result = try call(method, [])
        guard result.isString else {
            throw raise(.typeError, "\(name) returned non-string (type \(errorTypeName(result)))")
        }
        return result
    }

    /// Appends the `repr` of anything to a text that is being gathered.
    package mutating func appendRepr(_ value: Value, to text: inout TextBuilder) throws(Raised) {
        switch value.tag {
        case .list: try appendElements(value, "[", "]", to: &text)
        case .tuple: try appendElements(value, "(", tupleCount(value) == 1 ? ",)" : ")", to: &text)
        case .dictionary: try appendDictionary(value, to: &text)
        case .set: try appendSet(value, dictionaryCount(value) == 0 ? ("set()", "") : ("{", "}"), to: &text)
        case .frozenSet:
            try appendSet(value, dictionaryCount(value) == 0 ? ("frozenset()", "") : ("frozenset({", "})"), to: &text)
        case .string, .bytes, .int, .float, .bigInt, .none, .bool, .instance:
            text.append(memory.bytes(try repr(value)))
        case .eventMap, .eventList: try appendEvent(value, to: &text)
        case .object where types[typeNumber(value)].repr != nil, .foreign where types[typeNumber(value)].repr != nil:
            text.append(memory.bytes(try repr(value)))
        default: text.append(try describe(value))
        }
        guard text.count <= limits.arenaBytesMax else { throw exhausted("bytes", limits.arenaBytesMax) }
    }

    private mutating func appendElements(
        _ value: Value,
        _ open: String,
        _ close: String,
        to text: inout TextBuilder
    ) throws(Raised) {
        guard text.enter(value) else { return text.append(open + "..." + (value.tag == .list ? "]" : ")")) }
        try enterNative()
        defer { nativeDepth &-= 1 }
        text.append(open)
        var index = 0
        while index < count(ofSequence: value) {
            try charge(1)
            if index > 0 { text.append(", ") }
            try appendRepr(element(ofSequence: value, index), to: &text)
            index += 1
        }
        text.append(close)
        text.leave()
    }

    private mutating func appendDictionary(_ value: Value, to text: inout TextBuilder) throws(Raised) {
        guard text.enter(value) else { return text.append("{...}") }
        try enterNative()
        defer { nativeDepth &-= 1 }
        text.append("{")
        var cursor = 0
        var isFirst = true
        while let entry = nextEntry(value, &cursor) {
            try charge(1)
            if !isFirst { text.append(", ") }
            isFirst = false
            try appendRepr(entry.key, to: &text)
            text.append(": ")
            try appendRepr(entry.value, to: &text)
        }
        text.append("}")
        text.leave()
    }

    private mutating func appendSet(
        _ value: Value,
        _ marks: (String, String),
        to text: inout TextBuilder
    ) throws(Raised) {
        try enterNative()
        defer { nativeDepth &-= 1 }
        text.append(marks.0)
        var cursor = 0
        var isFirst = true
        while let entry = nextEntry(value, &cursor) {
            try charge(1)
            if !isFirst { text.append(", ") }
            isFirst = false
            try appendRepr(entry.key, to: &text)
        }
        text.append(marks.1)
    }

    /// `repr` of functions, types, modules and the like.
    private mutating func describe(_ value: Value) throws(Raised) -> String {
        try enterNative()
        defer { nativeDepth &-= 1 }
        let address = "0x" + String(value.payload, radix: 16)
        switch value.tag {
        case .unbound: return "<unbound>"
        case .ellipsis: return "Ellipsis"
        case .notImplemented: return "NotImplemented"
        case .range:
            let parts = (0..<3).map { field(value, $0).intValue }
            return parts[2] == 1 ? "range(\(parts[0]), \(parts[1]))" : "range(\(parts[0]), \(parts[1]), \(parts[2]))"
        case .slice:
            var parts: [String] = []
            for index in 0..<3 { parts.append(string(try repr(field(value, index)))) }
            return "slice(\(parts.joined(separator: ", ")))"
        case .function:
            let code = linkedCode(memory.header(value).pointee.extra)
            return "<function \(string(code.pointee.qualifiedName)) at \(address)>"
        case .native: return "<built-in function \(string(natives.pointer(Int(value.payload)).pointee.name))>"
        case .boundMethod:
            let function = field(value, 1)
            guard function.tag == .function else {
                return "<built-in method of \(typeName(field(value, 0))) object at \(address)>"
            }
            let code = linkedCode(memory.header(function).pointee.extra)
            return "<bound method \(string(code.pointee.qualifiedName)) of \(string(try repr(field(value, 0))))>"
        case .classObject:
            if let hook = classHook(value, .represent) { return string(try call(hook, [value])) }
            return "<class '\(qualifiedClassName(value))'>"
        case .nativeType:
            let entry = types.entry(typeNumber(ofType: value))
            let module = entry?.module ?? "builtins"
            return "<class '\(module == "builtins" ? "" : module + ".")\(entry?.name ?? "object")'>"
        case .module:
            let record = modules[moduleNumber(value)]
            return record.code.map { "<module '\(record.name)' from '\($0.source.path)'>" }
                ?? "<module '\(record.name)' (built-in)>"
        case .dictionaryView:
            let list = try makeList(from: value)
            let kind = TypeNumber(memory.header(value).pointee.type)
            let name = kind == iterators.keys ? "dict_keys" : kind == iterators.items ? "dict_items" : "dict_values"
            return "\(name)(\(string(try repr(list))))"
        default: return "<\(typeName(value)) object at \(address)>"
        }
    }
}

/// A text gathered outside the arena while rules' code may run in between; bounded by the arena's limit.
package struct TextBuilder {
    private var bytes: [UInt8] = []
    /// Containers that are being shown: one that contains itself is shown as `[...]`.
    private var open: [Value] = []

    package init() {}

    package var count: Int { bytes.count }

    package mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    package mutating func append(_ more: UnsafeRawBufferPointer) {
        more.withMemoryRebound(to: UInt8.self) { bytes.append(contentsOf: $0) }
    }

    /// Enters a container; false if it is open already.
    mutating func enter(_ value: Value) -> Bool {
        guard !open.contains(where: { $0.isIdentical(to: value) }) else { return false }
        open.append(value)
        return true
    }

    mutating func leave() { _ = open.popLast() }

    /// The string.
    package func finish(_ machine: inout Machine) throws(Raised) -> Value {
        let outcome = bytes.withUnsafeBytes { buffer in
            Result { () throws(Raised) in try machine.makeString(buffer) }
        }
        return try outcome.get()
    }
}
