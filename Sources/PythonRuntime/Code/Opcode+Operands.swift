extension Opcode {
    /// What a register operand of an instruction is.
    enum Operand {
        /// Not looked at.
        case unused
        case register
        /// A register, or ``Instruction/noRegister``.
        case optionalRegister
        /// The first of so many neighbouring registers.
        case window(Int)
        /// The first of as many neighbouring registers as the operand `c` says, which may be none.
        case countedWindow
        /// A small number.
        case number
    }

    /// What the immediate of an instruction is.
    enum Immediate {
        case unused
        case constant
        /// A constant, or -1.
        case optionalConstant
        case global
        case target
        case code
        case number
        /// A register, or -1.
        case optionalRegister
    }

    /// The operands of an opcode, as its comment says; verifier and disassembly read them here.
    struct Shape {
        var a = Operand.unused
        var b = Operand.unused
        var c = Operand.unused
        var immediate = Immediate.unused
    }

    var shape: Shape {
        moveShape ?? operatorShape ?? accessShape ?? callShape ?? matchShape ?? Shape()
    }

    private var moveShape: Shape? {
        switch self {
        case .move, .makeCell, .loadCell, .storeCell:
            self == .makeCell ? Shape(a: .register) : Shape(a: .register, b: .register)
        case .loadConstant: Shape(a: .register, immediate: .constant)
        case .loadNone, .unbind: Shape(a: .register)
        case .loadBool: Shape(a: .register, b: .number)
        case .loadInt, .loadClosure: Shape(a: .register, immediate: .number)
        case .loadGlobal, .storeGlobal: Shape(a: .register, immediate: .global)
        case .deleteGlobal: Shape(immediate: .global)
        case .checkBound: Shape(a: .register, b: .number, immediate: .constant)
        case .loadNamespace: Shape(a: .register, b: .register, immediate: .constant)
        case .deleteNamespace: Shape(b: .register, immediate: .constant)
        case .jump, .jumpBack: Shape(immediate: .target)
        case .jumpIfTrue, .jumpIfFalse, .jumpIfNone, .jumpIfNotNone, .jumpIfBound:
            Shape(a: .register, immediate: .target)
        default: nil
        }
    }

    private var operatorShape: Shape? {
        switch self {
        case .add, .subtract, .multiply, .divide, .floorDivide, .modulo, .power, .matrixMultiply, .leftShift,
            .rightShift, .bitAnd, .bitOr, .bitXor:
            Shape(a: .register, b: .register, c: .register, immediate: .number)
        case .negative, .positive, .invert, .not: Shape(a: .register, b: .register)
        case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual, .identical, .notIdentical, .contains,
            .notContains:
            Shape(a: .register, b: .register, c: .register)
        case .equalConstant, .notEqualConstant, .inConstant, .notInConstant:
            Shape(a: .register, b: .register, immediate: .constant)
        default: nil
        }
    }

    private var accessShape: Shape? {
        switch self {
        case .loadAttribute, .storeAttribute, .loadSpecial, .loadItemConstant, .importFrom:
            Shape(a: .register, b: .register, immediate: .constant)
        case .deleteAttribute: Shape(a: .register, immediate: .constant)
        case .loadItem, .storeItem, .dictSet, .dictMergeKeywords: Shape(a: .register, b: .register, c: .register)
        case .deleteItem, .listAppend, .setAdd, .listExtend, .setUpdate, .dictUpdate, .listToTuple, .getIterator:
            Shape(a: .register, b: .register)
        case .buildList, .buildTuple, .buildSet, .buildString: Shape(a: .register, b: .countedWindow, c: .number)
        case .buildDict: Shape(a: .register)
        case .buildSlice: Shape(a: .register, b: .window(3))
        case .format: Shape(a: .register, b: .register, c: .number, immediate: .optionalRegister)
        case .forIterator: Shape(a: .register, b: .register, immediate: .target)
        case .unpack: Shape(a: .countedWindow, b: .register, c: .number)
        case .unpackStar: Shape(a: .countedWindow, b: .register, c: .number, immediate: .number)
        default: nil
        }
    }

    private var callShape: Shape? {
        switch self {
        case .extend: Shape(immediate: .constant)
        case .call: Shape(a: .register, b: .number, immediate: .optionalConstant)
        case .callMethod: Shape(a: .register, b: .number, c: .number, immediate: .constant)
        case .callStar: Shape(a: .window(3))
        case .getKey: Shape(a: .register, b: .register, c: .optionalRegister, immediate: .constant)
        case .returnValue, .reraise: Shape(a: .register)
        case .yieldValue: Shape(a: .register, b: .register, c: .number, immediate: .number)
        case .delegate: Shape(a: .register, b: .register, immediate: .target)
        case .makeFunction: Shape(a: .register, b: .window(3), immediate: .code)
        case .makeGenerator: Shape(a: .register, b: .window(2), immediate: .code)
        case .makeClass: Shape(a: .register, b: .window(5))
        case .loadSuper: Shape(a: .register, b: .register, c: .register)
        case .raise: Shape(a: .register, b: .optionalRegister, c: .optionalRegister)
        case .raiseAssertion: Shape(a: .optionalRegister)
        case .matchException: Shape(a: .register, b: .register, c: .register)
        case .importModule: Shape(a: .register, c: .number, immediate: .constant)
        case .importStar: Shape(b: .register)
        default: nil
        }
    }

    private var matchShape: Shape? {
        switch self {
        case .isSequence, .isMapping, .length: Shape(a: .register, b: .register)
        case .matchKeys, .copyWithout: Shape(a: .register, b: .register, c: .register)
        case .matchClass: Shape(a: .register, b: .register, c: .register, immediate: .constant)
        default: nil
        }
    }

    /// Whether execution never goes on with the next instruction.
    var isFinal: Bool {
        switch self {
        case .jump, .jumpBack, .returnValue, .returnNone, .raise, .reraise, .raiseAssertion, .raiseNothing: true
        default: false
        }
    }
}
