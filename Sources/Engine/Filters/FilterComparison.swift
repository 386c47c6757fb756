import Detections

/// One operator of panther_core's filters on two values. Source: panther_core 0.16, filters.
struct FilterComparison {
    var filterOperator: FilterOperator
    var ignoresCase: Bool
    /// The field's name, for messages.
    var target: String

    /// Whether it holds for the event's value and the file's.
    func holds(_ subject: DataValue, _ operand: DataValue) throws(FunctionError) -> Bool {
        let subject = ignoresCase ? lowered(subject) : subject
        let operand = ignoresCase ? lowered(operand) : operand
        switch filterOperator {
        case .equals: return Self.equal(subject, operand)
        case .isLess: return try isOrdered(subject, operand) { $0 < $1 }
        case .isGreater: return try isOrdered(subject, operand) { $0 > $1 }
        case .isLessOrEqual:
            if Self.equal(subject, operand) { return true }
            return try isOrdered(subject, operand) { $0 < $1 }
        case .isGreaterOrEqual:
            if Self.equal(subject, operand) { return true }
            return try isOrdered(subject, operand) { $0 > $1 }
        case .contains: return try contains(subject, operand)
        case .isIn: return try isIn(subject, operand)
        case .isInNetwork: return try isInNetwork(subject, operand)
        case .containsAddress: return try containsAddress(subject, operand)
        case .isPublic: return try address(subject)?.isGlobal ?? false
        case .isPrivate: return try address(subject)?.isPrivate ?? false
        case .startsWith: return Self.texts(subject, operand).map { $0.starts(with: $1) } ?? false
        case .endsWith: return Self.texts(subject, operand).map { $0.reversed().starts(with: $1.reversed()) } ?? false
        case .isEmpty: return Self.isEmpty(subject)
        }
    }

    // MARK: Values as Python sees them

    /// Python's `==`: numbers and booleans by value, texts byte by byte.
    static func equal(_ left: DataValue, _ right: DataValue) -> Bool {
        switch (left, right) {
        case (.list(let left), .list(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { equal($0.value, $1.value) }
        case (.map(let left), .map(let right)):
            guard left.entries.count == right.entries.count else { return false }
            return left.entries.allSatisfy { entry in
                guard let key = entry.key.string, let other = right[key] else { return false }
                return equal(entry.value.value, other.value)
            }
        default:
            if let left = integer(left), let right = integer(right) { return left == right }
            if let left = number(left), let right = number(right) { return left == right }
            return left == right
        }
    }

    private static func integer(_ value: DataValue) -> Int64? {
        switch value {
        case .int(let number): number
        case .bool(let flag): flag ? 1 : 0
        default: nil
        }
    }

    /// As a float; exact but for integers past 2⁵³, which differ from a float nearby in Python only.
    private static func number(_ value: DataValue) -> Double? {
        switch value {
        case .double(let number): number
        case .bigInt(let digits): Double(digits)
        default: integer(value).map(Double.init)
        }
    }

    private static func texts(_ left: DataValue, _ right: DataValue) -> (String.UTF8View, String.UTF8View)? {
        guard case .string(let left) = left, case .string(let right) = right else { return nil }
        return (left.utf8, right.utf8)
    }

    private static func isEmpty(_ value: DataValue) -> Bool {
        switch value {
        case .null: true
        case .string(let text): text.isEmpty
        case .list(let elements): elements.isEmpty
        case .map(let map): map.entries.isEmpty
        default: false
        }
    }

    private static func typeName(_ value: DataValue) -> String {
        switch value {
        case .null: "NoneType"
        case .bool: "bool"
        case .int, .bigInt: "int"
        case .double: "float"
        case .string: "str"
        case .bytes: "bytes"
        case .list: "list"
        case .map: "dict"
        }
    }

    private func lowered(_ value: DataValue) -> DataValue {
        switch value {
        case .string(let text): .string(text.lowercased())
        case .list(let elements): .list(elements.map { DataNode(lowered($0.value)) })
        default: value
        }
    }

    // MARK: Operators

    private func isOrdered(
        _ left: DataValue,
        _ right: DataValue,
        _ isOrdered: (Double, Double) -> Bool
    ) throws(FunctionError) -> Bool {
        if case .null = left { return false }
        if let left = Self.integer(left), let right = Self.integer(right) {
            return isOrdered(left < right ? 0 : left > right ? 1 : 0.5, 0.5)
        }
        if let left = Self.number(left), let right = Self.number(right) { return isOrdered(left, right) }
        if let (left, right) = Self.texts(left, right) {
            if left.elementsEqual(right) { return false }
            return isOrdered(left.lexicographicallyPrecedes(right) ? 0 : 1, 0.5)
        }
        let symbol = filterOperator == .isLess || filterOperator == .isLessOrEqual ? "<" : ">"
        throw FunctionError(
            type: "TypeError",
            message:
                "'\(symbol)' not supported between instances of '\(Self.typeName(left))' and '\(Self.typeName(right))'"
        )
    }

    /// Python's `operand in subject`, and for a list also a part of one of its texts.
    private func contains(_ subject: DataValue, _ operand: DataValue) throws(FunctionError) -> Bool {
        switch subject {
        case .null: return false
        case .list(let elements):
            return elements.contains { element in
                Self.equal(element.value, operand) || Self.isPart(operand, of: element.value) == true
            }
        default: return try Self.isMember(operand, of: subject)
        }
    }

    private func isIn(_ subject: DataValue, _ operand: DataValue) throws(FunctionError) -> Bool {
        if case .list(let left) = subject, case .list(let right) = operand {
            return left.contains { element in right.contains { Self.equal(element.value, $0.value) } }
        }
        return try Self.isMember(subject, of: operand)
    }

    /// Python's `value in container`.
    private static func isMember(_ value: DataValue, of container: DataValue) throws(FunctionError) -> Bool {
        switch container {
        case .string:
            if let found = isPart(value, of: container) { return found }
            throw FunctionError(
                type: "TypeError",
                message: "'in <string>' requires string as left operand, not \(typeName(value))"
            )
        case .list(let elements): return elements.contains { equal($0.value, value) }
        case .map(let map): return map.entries.contains { equal($0.key.value, value) }
        default:
            throw FunctionError(type: "TypeError", message: "argument of type '\(typeName(container))' is not iterable")
        }
    }

    /// Whether a text is part of another; nil if either is no text.
    private static func isPart(_ part: DataValue, of whole: DataValue) -> Bool? {
        guard case .string(let part) = part, case .string(let whole) = whole else { return nil }
        let (needle, hay) = (Array(part.utf8), Array(whole.utf8))
        return needle.isEmpty || hay.firstRange(of: needle) != nil
    }

    // MARK: Addresses

    private func isInNetwork(_ subject: DataValue, _ operand: DataValue) throws(FunctionError) -> Bool {
        let network = try self.network(operand)
        switch subject {
        case .null: return false
        case .list: throw Self.filterError("expected target field to be an ip or cidr but got an array")
        default: return try self.network(subject).overlaps(network)
        }
    }

    private func containsAddress(_ subject: DataValue, _ operand: DataValue) throws(FunctionError) -> Bool {
        let network = try self.network(operand)
        guard case .list(let elements) = subject else {
            if case .null = subject { return false }
            throw Self.filterError("expected \(target) to be a list of ips")
        }
        for element in elements where try self.network(element.value).overlaps(network) { return true }
        return false
    }

    private func network(_ value: DataValue) throws(FunctionError) -> NetworkAddress {
        guard case .string(let text) = value, let network = NetworkAddress(text) else {
            throw Self.filterError("invalid ip or cidr detected")
        }
        return network
    }

    private func address(_ value: DataValue) throws(FunctionError) -> NetworkAddress? {
        if case .null = value { return nil }
        if case .string(let text) = value, let address = NetworkAddress(text, allowsNetwork: false) { return address }
        let shown = if case .string(let text) = value { "'\(text)'" } else { "the value" }
        throw FunctionError(type: "ValueError", message: "\(shown) does not appear to be an IPv4 or IPv6 address")
    }

    private static func filterError(_ message: String) -> FunctionError {
        FunctionError(type: "FilterException", message: message)
    }
}
