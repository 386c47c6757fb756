/// One step of the machine: eight bytes.
///
/// `a`, `b`, `c` are registers of the frame unless the opcode says otherwise; `immediate` is an index into the
/// module's constants, a global's slot, a jump target (an index into the code's instructions) or a small number.
package struct Instruction: Hashable, Sendable {
    package var opcode: Opcode
    package var a: UInt8
    package var b: UInt8
    package var c: UInt8
    package var immediate: Int32

    package init(_ opcode: Opcode, a: UInt8 = 0, b: UInt8 = 0, c: UInt8 = 0, immediate: Int32 = 0) {
        self.opcode = opcode
        self.a = a
        self.b = b
        self.c = c
        self.immediate = immediate
    }

    /// Stands in a register operand for "none given".
    package static let noRegister: UInt8 = 255
}
