import Diagnostics

extension ModuleCode {
    /// Bytes that its constants and names take in a machine at most. O(its size).
    var constantByteCount: Int {
        var count = Constant.textOverhead + source.path.utf8.count
        for constant in constants { count += constant.byteCount }
        for name in globals { count += Constant.textOverhead + name.utf8.count }
        for code in codes {
            count += 3 * Constant.textOverhead
            count += code.name.utf8.count + code.qualifiedName.utf8.count + (code.docstring?.utf8.count ?? 0)
            for name in code.parameters.names { count += Constant.textOverhead + name.utf8.count }
        }
        return count
    }
}

extension Constant {
    /// What a text takes beside its bytes: hash and symbol before it, room to begin at a multiple of sixteen.
    fileprivate static let textOverhead = 32

    /// Bytes that it takes in a machine's constants at most.
    fileprivate var byteCount: Int {
        switch self {
        case .none, .bool, .ellipsis, .int, .float: 0
        case .string(let bytes), .bytes(let bytes): Constant.textOverhead + bytes.count
        // Three bits and a third for each digit.
        case .bigInt(let digits): Constant.textOverhead + digits.utf8.count / 2
        case .tuple(let parts): parts.reduce(32) { $0 + 16 + $1.byteCount }
        // An entry for each element, an index of at most four words for it.
        case .frozenSet(let parts): parts.reduce(128) { $0 + 64 + $1.byteCount }
        }
    }
}
