/// A builtin or library type: its name, its methods, and what operators do with its values.
///
/// To add a library type: one static `NativeType` in the file of its module, listed in the module's table
/// (``NativeModule/types``). Values of it are made by ``Machine/makeObject(_:_:)``.
package struct NativeType: Sendable {
    /// As `type(x).__name__` says it.
    package let name: String
    /// As `repr` of the type says it: `datetime` for `<class 'datetime.date'>`; `builtins` is not shown.
    package let module: String
    /// One sentence for the reference page.
    package let documentation: String
    /// Methods, `self` first.
    package var methods: [NativeFunction]
    /// Attributes that are computed: functions of `self` alone.
    package var properties: [NativeFunction]
    /// Functions that belong to the type: `dict.fromkeys`, `datetime.now`. Their first parameter is the type, `cls`.
    package var classMethods: [NativeFunction]
    package var slots: Slots

    package init(
        _ name: String,
        module: String = "builtins",
        _ documentation: String,
        methods: [NativeFunction] = [],
        properties: [NativeFunction] = [],
        classMethods: [NativeFunction] = [],
        slots: Slots = Slots()
    ) {
        self.name = name
        self.module = module
        self.documentation = documentation
        self.methods = methods
        self.properties = properties
        self.classMethods = classMethods
        self.slots = slots
    }

    /// What operators and builtins ask of a value of the type; nil where it does not support it.
    package struct Slots: Sendable {
        package typealias Unary<Result> = @Sendable (inout Machine, Value) throws(Raised) -> Result
        package typealias Binary<Result> = @Sendable (inout Machine, Value, Value) throws(Raised) -> Result

        /// Calling the type. The signature's first parameter is the type itself, `cls`.
        package var construct: NativeFunction?
        /// Calling a value of the type; the signature's first parameter is `self`.
        package var call: NativeFunction?
        package var repr: Unary<Value>?
        package var str: Unary<Value>?
        package var hash: Unary<UInt64>?
        package var truth: Unary<Bool>?
        package var length: Unary<Int>?
        /// The result may be ``Value/notImplemented``.
        package var equals: Binary<Value>?
        /// Order: the comparison, left, right. The result may be ``Value/notImplemented``.
        package var compare: (@Sendable (inout Machine, Comparison, Value, Value) throws(Raised) -> Value)?
        /// The operator, left, right, one of which is of the type. The result may be ``Value/notImplemented``.
        package var binary: (@Sendable (inout Machine, BinaryOperation, Value, Value) throws(Raised) -> Value)?
        /// The same for `left op= right`, with the left one of the type; where it is not implemented, `binary` is asked.
        package var inPlace: (@Sendable (inout Machine, BinaryOperation, Value, Value) throws(Raised) -> Value)?
        package var unary: (@Sendable (inout Machine, UnaryOperation, Value) throws(Raised) -> Value)?
        package var item: Binary<Value>?
        package var setItem: (@Sendable (inout Machine, Value, Value, Value) throws(Raised) -> Void)?
        package var deleteItem: Binary<Void>?
        /// Container, then element.
        package var contains: Binary<Bool>?
        package var iterate: Unary<Value>?
        /// The next element, or unbound at the end.
        package var next: Unary<Value>?
        /// An attribute that no table has; unbound where there is none. The name is a string.
        package var attribute: Binary<Value>?
        /// Object, name, value.
        package var setAttribute: (@Sendable (inout Machine, Value, Value, Value) throws(Raised) -> Void)?
        /// `format(value, specification)`.
        package var format: Binary<Value>?
        /// For abstract types such as `Mapping`: whether a value is an instance.
        package var isInstance: Unary<Bool>?

        package init() {}

        /// Slots filled in by a closure: reads well in tables.
        package init(_ fill: (inout Slots) -> Void) { fill(&self) }
    }
}

/// `< <= > >=`; equality is a slot of its own.
package enum Comparison: String, Sendable {
    case less = "<"
    case lessEqual = "<="
    case greater = ">"
    case greaterEqual = ">="

    /// The comparison with its operands exchanged.
    package var reflected: Comparison {
        switch self {
        case .less: .greater
        case .lessEqual: .greaterEqual
        case .greater: .less
        case .greaterEqual: .lessEqual
        }
    }

    /// What it says of an order.
    @inline(__always)
    package func holds(_ order: Int) -> Bool {
        switch self {
        case .less: order < 0
        case .lessEqual: order <= 0
        case .greater: order > 0
        case .greaterEqual: order >= 0
        }
    }
}

/// The binary operators, with the names of their special methods.
package enum BinaryOperation: UInt8, CaseIterable, Sendable {
    case add, subtract, multiply, divide, floorDivide, modulo, power, matrixMultiply
    case leftShift, rightShift, bitAnd, bitOr, bitXor

    /// As it stands in messages.
    package var symbol: String {
        ["+", "-", "*", "/", "//", "%", "** or pow()", "@", "<<", ">>", "&", "|", "^"][Int(rawValue)]
    }
    /// Whether floats have it.
    var isForFloats: Bool { rawValue <= BinaryOperation.power.rawValue }
    /// The word in `__add__`, `__radd__` and `__iadd__`.
    package var word: String {
        [
            "add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "lshift", "rshift", "and", "or", "xor",
        ][Int(rawValue)]
    }
}

/// The unary operators on numbers.
package enum UnaryOperation: String, Sendable {
    case negative = "-"
    case positive = "+"
    case invert = "~"

    /// Its special method.
    package var method: String {
        switch self {
        case .negative: "__neg__"
        case .positive: "__pos__"
        case .invert: "__invert__"
        }
    }
}
