/// What compiled code may hold at most; past it the compiler says so and gives no code.
package struct CompilerLimits: Sendable {
    /// Registers of one body; never more than ``Code/registersMax``.
    package var registers = Code.registersMax
    /// Instructions of a module. Bounds what nested `finally` bodies, which are copied to each exit, can grow to.
    package var instructions = 1 << 20
    /// Elements of a call or display that are put in neighbouring registers; longer ones are built one by one.
    package var neighbours = 64

    /// The default limits; change what has to differ.
    package init() {}
}
