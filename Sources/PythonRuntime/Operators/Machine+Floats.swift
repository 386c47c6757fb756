/// Operators of floats.
extension Machine {
    /// `left op right` of two floats; TypeError for the operators that floats have not.
    @inline(__always)
    mutating func floats(_ operation: BinaryOperation, _ left: Double, _ right: Double) throws(Raised) -> Value {
        switch operation {
        case .add: .float(left + right)
        case .subtract: .float(left - right)
        case .multiply: .float(left * right)
        default: try otherFloats(operation, left, right)
        }
    }

    private mutating func otherFloats(
        _ operation: BinaryOperation,
        _ left: Double,
        _ right: Double
    ) throws(Raised) -> Value {
        do throws(NumberFault) {
            switch operation {
            case .divide: return .float(try FloatArithmetic.divide(left, right))
            case .floorDivide: return .float(try FloatArithmetic.floorDivide(left, right))
            case .modulo: return .float(try FloatArithmetic.modulo(left, right))
            case .power: return .float(try FloatArithmetic.power(left, right))
            default: break
            }
        } catch {
            throw raise(error)
        }
        throw raise(.typeError, "unsupported operand type(s) for \(operation.symbol): 'float' and 'float'")
    }
}
