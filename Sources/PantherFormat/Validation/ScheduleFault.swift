import Detections
import Documents

/// Why a schedule cannot be kept.
enum ScheduleFault {
    /// Every minute or more often.
    case tooOften
    /// It may still run when it is to start again.
    case tooLong

    /// What is wrong with running every `rate` minutes for up to `timeout`; both are integers of any size.
    static func of(rate: DataNode, timeout: DataNode?) -> ScheduleFault? {
        if isLess(rate.value, .int(2)) { return .tooOften }
        if let timeout, isLess(rate.value, timeout.value) { return .tooLong }
        return nil
    }

    /// Whether one integer is less than another; false for other values.
    private static func isLess(_ left: DataValue, _ right: DataValue) -> Bool {
        switch (left, right) {
        case (.int(let left), .int(let right)): return left < right
        case (.bigInt(let digits), .int): return digits.hasPrefix("-")
        case (.int, .bigInt(let digits)): return !digits.hasPrefix("-")
        case (.bigInt(let left), .bigInt(let right)):
            let isNegative = left.hasPrefix("-")
            guard isNegative == right.hasPrefix("-") else { return isNegative }
            let (shorter, longer) = isNegative ? (right, left) : (left, right)
            if shorter.utf8.count != longer.utf8.count { return shorter.utf8.count < longer.utf8.count }
            return shorter.utf8.lexicographicallyPrecedes(longer.utf8)
        default: return false
        }
    }
}
