import Addresses
import Detections
import Events
import PantherFormat
import PythonRuntime

/// One operator on two values, with the meanings of panther_core's filters. Source: panther_core 0.16, filters.
struct ExpressionOperators {
    var matchOperator: MatchCondition.Operator
    let ignoresCase: Bool
    /// Whether the subject is an element of the list that a plural key stands for: operators on lists then ask one element.
    let isElement: Bool
    /// The path of the subject, for messages.
    let target: UInt32
    /// Steps left: see ``ExpressionLimits/stepsMax``.
    var steps: Int

    /// Whether it holds for a value of the event and one of the event or the file.
    mutating func holds(
        _ subject: TapeValue,
        _ operand: TapeValue,
        _ program: borrowing ExpressionProgram
    ) throws(FunctionError) -> Bool {
        guard steps >= 0 else { throw ExpressionLimits.exceeded }
        switch matchOperator {
        case .equals: return try equal(subject, operand, lowered: ignoresCase)
        case .isLess: return try isOrdered(subject, operand, "<") { $0 < $1 }
        case .isGreater: return try isOrdered(subject, operand, ">") { $0 > $1 }
        case .isLessOrEqual:
            return try equal(subject, operand) ? true : isOrdered(subject, operand, "<") { $0 < $1 }
        case .isGreaterOrEqual:
            return try equal(subject, operand) ? true : isOrdered(subject, operand, ">") { $0 > $1 }
        case .contains: return try contains(subject, operand)
        case .isIn: return try isIn(subject, operand)
        case .startsWith:
            guard subject.kind == .string, operand.kind == .string else { return false }
            return withTexts(subject, operand) { text, part in
                text.count >= part.count && text.prefix(part.count).elementsEqual(part)
            }
        case .endsWith:
            guard subject.kind == .string, operand.kind == .string else { return false }
            return withTexts(subject, operand) { text, part in
                text.count >= part.count && text.suffix(part.count).elementsEqual(part)
            }
        case .isEmpty: return isEmpty(subject)
        case .exists: return subject.node != Tape.missing
        case .isNull: return subject.kind == .null
        case .isAddress: return address(subject) != nil
        case .isAddress4: return address(subject)?.isVersion6 == false
        case .isAddress6: return address(subject)?.isVersion6 == true
        case .isPublic: return try existingAddress(subject)?.has(.isGlobal) ?? false
        case .isPrivate: return try existingAddress(subject)?.has(.isPrivate) ?? false
        case .isInNetwork, .containsAddress: return try holds(subject, network(operand), program)
        }
    }

    /// Whether it holds for a value of the event and a network.
    mutating func holds(
        _ subject: TapeValue,
        _ network: NetworkAddress,
        _ program: borrowing ExpressionProgram
    ) throws(FunctionError) -> Bool {
        if subject.kind == .null { return false }
        guard matchOperator == .containsAddress, !isElement else {
            if subject.kind == .array {
                throw Self.filterError("expected target field to be an ip or cidr but got an array")
            }
            return try self.network(subject).overlaps(network)
        }
        guard subject.kind == .array else {
            throw Self.filterError("expected \(program.pathTexts[Int(target)]) to be a list of ips")
        }
        for element in subject.view.children(of: subject.node) {
            try pay(1)
            if try self.network(TapeValue(subject.view, element)).overlaps(network) { return true }
        }
        return false
    }

    @inline(__always)
    mutating func pay(_ count: Int) throws(FunctionError) {
        steps -= count
        if steps < 0 { throw ExpressionLimits.exceeded }
    }

    // MARK: Numbers and emptiness

    private func isOrdered(
        _ left: TapeValue,
        _ right: TapeValue,
        _ symbol: String,
        _ isOrdered: (Double, Double) -> Bool
    ) throws(FunctionError) -> Bool {
        if left.kind == .null { return false }
        if let left = left.integer, let right = right.integer {
            return isOrdered(left < right ? 0 : left > right ? 1 : 0.5, 0.5)
        }
        if let left = left.number, let right = right.number { return isOrdered(left, right) }
        if left.kind == .string, right.kind == .string {
            return withTexts(left, right, lowered: false) { left, right in
                if left.elementsEqual(right) { return false }
                return isOrdered(left.lexicographicallyPrecedes(right) ? 0 : 1, 0.5)
            }
        }
        throw FunctionError(
            type: "TypeError",
            message: "'\(symbol)' not supported between instances of '\(left.typeName)' and '\(right.typeName)'"
        )
    }

    private func isEmpty(_ value: TapeValue) -> Bool {
        switch value.kind {
        case .null: true
        case .string: value.view.text(of: value.node).length == 0
        case .array, .object: !value.view.hasChildren(value.node)
        default: false
        }
    }

    // MARK: Addresses

    private func address(_ value: TapeValue) -> NetworkAddress? {
        guard value.kind == .string else { return nil }
        return withText(value, lowered: false) { NetworkAddress($0, allowsNetwork: false) }
    }

    /// Nil for null; throws for what is no address, as Python's `ip_address` does.
    private func existingAddress(_ value: TapeValue) throws(FunctionError) -> NetworkAddress? {
        if value.kind == .null { return nil }
        if let address = address(value) { return address }
        let shown =
            value.kind == .string ? "'\(value.view.string(value.view.text(of: value.node)))'" : "the value"
        throw FunctionError(type: "ValueError", message: "\(shown) does not appear to be an IPv4 or IPv6 address")
    }

    private func network(_ value: TapeValue) throws(FunctionError) -> NetworkAddress {
        if value.kind == .string, let network = withText(value, lowered: false, { NetworkAddress($0) }) {
            return network
        }
        throw Self.filterError("invalid ip or cidr detected")
    }

    private static func filterError(_ message: String) -> FunctionError {
        FunctionError(type: "FilterException", message: message)
    }
}
