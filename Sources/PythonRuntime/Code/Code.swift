package import Diagnostics

/// The compiled body of a function, a class, a generator expression or a module. Immutable and shared by all machines.
package final class Code: Sendable {
    /// What kind of body it is; decides how a call of it starts and ends.
    package enum Kind: Sendable {
        case module, function, generator, classBody
    }

    /// As in `def name`; `<lambda>`, `<genexpr>`, `<module>` otherwise.
    package let name: String
    /// With the names of the functions and classes around it: `f.<locals>.g`.
    package let qualifiedName: String
    package let kind: Kind
    package let instructions: [Instruction]
    /// For each instruction the offset in the module's source that it was compiled from.
    package let offsets: [UInt32]
    /// Registers that a frame needs, at most ``registersMax``.
    package let registerCount: Int
    package let parameters: Parameters
    /// Where exceptions go, innermost first.
    package let handlers: [Handler]
    /// The text below the head of the function, if it is a string.
    package let docstring: String?

    /// Registers of one frame: the operand is one byte, and 255 says "none".
    package static let registersMax = 250

    package init(
        name: String,
        qualifiedName: String,
        kind: Kind,
        instructions: [Instruction],
        offsets: [UInt32],
        registerCount: Int,
        parameters: Parameters,
        handlers: [Handler],
        docstring: String?
    ) {
        self.name = name
        self.qualifiedName = qualifiedName
        self.kind = kind
        self.instructions = instructions
        self.offsets = offsets
        self.registerCount = registerCount
        self.parameters = parameters
        self.handlers = handlers
        self.docstring = docstring
    }

    /// The parameters of a function, in the order of their registers: positional-only, positional, keyword-only,
    /// then `*args`, then `**kwargs`.
    package struct Parameters: Hashable, Sendable {
        /// All names in the order of the registers.
        package var names: [String] = []
        /// How many of them are positional-only.
        package var positionalOnlyCount = 0
        /// How many can be passed by position, the positional-only ones included.
        package var positionalCount = 0
        package var keywordOnlyCount = 0
        package var hasStar = false
        package var hasDoubleStar = false

        package init() {}
    }

    /// While the program counter is in `start ..< end`, an exception is put into `register` and execution goes on
    /// at `target`.
    package struct Handler: Hashable, Sendable {
        package var start: Int
        package var end: Int
        package var target: Int
        package var register: UInt8

        package init(start: Int, end: Int, target: Int, register: UInt8) {
            self.start = start
            self.end = end
            self.target = target
            self.register = register
        }
    }
}

/// A compiled module: what an `import` of it runs.
package final class ModuleCode: Sendable {
    /// The name it is imported under.
    package let name: String
    /// Whether it is a package, with modules in it.
    package let isPackage: Bool
    package let source: Source
    /// All bodies; number 0 is the module itself. `makeFunction` names them by number.
    package let codes: [Code]
    /// What `K[i]` means in every body of the module.
    package let constants: [Constant]
    /// The name of each global slot: every global that the module's text assigns or reads.
    package let globals: [String]

    package init(
        name: String,
        isPackage: Bool = false,
        source: Source,
        codes: [Code],
        constants: [Constant],
        globals: [String]
    ) {
        self.name = name
        self.isPackage = isPackage
        self.source = source
        self.codes = codes
        self.constants = constants
        self.globals = globals
    }
}

/// A constant of a module. Strings are UTF-8, in which lone surrogates stand as three bytes each.
package enum Constant: Hashable, Sendable {
    case none
    case bool(Bool)
    case ellipsis
    case int(Int64)
    /// Decimal digits of a non-negative number past 64 bits.
    case bigInt(String)
    case float(UInt64)
    case string([UInt8])
    case bytes([UInt8])
    case tuple([Constant])
    /// For `x in {…}` with constant elements.
    case frozenSet([Constant])

    /// A string constant, or a name.
    package static func string(_ text: String) -> Constant { .string(Array(text.utf8)) }
}
