/// Names of the machine, numbered from 1 in the order they came.
struct SymbolTable {
    private var numbers: [[UInt8]: Symbol] = [:]
    /// The string of each symbol, in the constants; the one at 0 is unbound.
    private(set) var strings: [Value] = [.unbound]
    /// Bytes of the longest name: no longer text need be looked for.
    private var byteCountMax = 0

    /// The number of a name, if it has one.
    func find(_ bytes: UnsafeRawBufferPointer) -> Symbol? {
        bytes.count <= byteCountMax ? numbers[Array(bytes)] : nil
    }

    /// Numbers a new name whose string is `value`.
    mutating func add(_ bytes: [UInt8], _ value: Value) {
        numbers[bytes] = Symbol(strings.count)
        strings.append(value)
        byteCountMax = max(byteCountMax, bytes.count)
    }

    var nextNumber: Symbol { Symbol(strings.count) }

    /// All names in the order of their numbers, from 1.
    var names: [[UInt8]] { numbers.sorted { $0.value < $1.value }.map(\.key) }
}

/// A name with its number, for looking up attributes.
package struct Name {
    /// The string.
    package var value: Value
    /// 0 if no table knows the name: then only dictionaries can hold it.
    package var symbol: Symbol
}

extension Machine {
    /// The string of a name, numbered and kept for good. For names of code and tables; those of data are what
    /// ``knownName(_:)`` is for.
    package mutating func intern(_ text: String) -> Value { intern(Array(text.utf8)) }

    /// The string of a name given as UTF-8.
    package mutating func intern(_ bytes: [UInt8]) -> Value {
        if let symbol = bytes.withUnsafeBytes({ symbols.find($0) }) { return symbols.strings[Int(symbol)] }
        let symbol = symbols.nextNumber
        let value = makeConstantText(bytes, tag: .string, symbol: symbol)
        symbols.add(bytes, value)
        return value
    }

    /// Bytes in the constants, behind their hash and symbol.
    mutating func makeConstantText(_ bytes: [UInt8], tag: Tag, symbol: Symbol) -> Value {
        guard let start = memory.allocate(bytes.count + 16, in: .constants) else {
            preconditionFailure("margay: names were interned past Memory.constantBytesMax")
        }
        let address = memory.address(.constants, start)
        address.storeBytes(of: bytes.withUnsafeBytes { hashBytes($0) }, as: UInt64.self)
        (address + 8).storeBytes(of: symbol, as: UInt32.self)
        (address + 16).copyMemory(from: bytes, byteCount: bytes.count)
        let isASCII = bytes.allSatisfy { $0 < 128 }
        return Value(
            tag: tag,
            payload: UInt64(start + 16),
            length: UInt32(bytes.count),
            place: Region.Name.constants.rawValue | (isASCII ? Value.asciiFlag : 0) | Value.internedFlag
        )
    }

    /// The name of a string value: constants know their number, others are looked up.
    @inline(__always)
    package mutating func name(_ value: Value) -> Name {
        if value.isInterned {
            return Name(value: value, symbol: (memory.address(.constants, value.offset - 8)).load(as: UInt32.self))
        }
        return knownName(value)
    }

    @inline(never)
    private mutating func knownName(_ value: Value) -> Name {
        debit(Int(value.length) >> 6)
        return Name(value: value, symbol: symbols.find(memory.bytes(value)) ?? 0)
    }

    /// The name of a text that a rule has made of data: if no code has it, it lives no longer than the event.
    package mutating func knownName(_ text: String) throws(Raised) -> Name {
        let symbol = Array(text.utf8).withUnsafeBytes { symbols.find($0) }
        if let symbol { return Name(value: symbols.strings[Int(symbol)], symbol: symbol) }
        return Name(value: try makeString(text), symbol: 0)
    }

    /// The interned name of `text`.
    package mutating func name(_ text: String) -> Name { name(intern(text)) }
}

/// Names that the machine looks up by itself, interned at its start.
struct WellKnownNames {
    var initializer = Name(value: .unbound, symbol: 0)
    var new = Name(value: .unbound, symbol: 0)
    var name = Name(value: .unbound, symbol: 0)
    var module = Name(value: .unbound, symbol: 0)
    var qualifiedName = Name(value: .unbound, symbol: 0)
    var doc = Name(value: .unbound, symbol: 0)
    var dictionary = Name(value: .unbound, symbol: 0)
    var classAttribute = Name(value: .unbound, symbol: 0)
    var getAttribute = Name(value: .unbound, symbol: 0)
    var call = Name(value: .unbound, symbol: 0)
    var get = Name(value: .unbound, symbol: 0)
    var cause = Name(value: .unbound, symbol: 0)
    var context = Name(value: .unbound, symbol: 0)
    var args = Name(value: .unbound, symbol: 0)
    var deepGet = Name(value: .unbound, symbol: 0)
    var defaultName = Name(value: .unbound, symbol: 0)
}

extension Machine {
    /// Whether the loaded code knows a name that `isWanted` accepts, given as UTF-8.
    package func knowsName(_ isWanted: ([UInt8]) -> Bool) -> Bool { symbols.names.contains(where: isWanted) }
}
