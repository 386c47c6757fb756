/// A body made ready for one machine: raw pointers to what the loop reads. Lives as long as the machine.
struct LinkedCode {
    let instructions: UnsafePointer<Instruction>
    let instructionCount: Int
    /// The constants of its module.
    let constants: UnsafePointer<Value>
    let registerCount: Int
    let parameterCount: Int
    let positionalCount: Int
    /// Whether positional arguments, exactly `positionalCount` of them, are all that a call needs.
    let isSimple: Bool
    let kind: Code.Kind
    /// Its module's number.
    var module: Int
    /// Number of the first code of its module; `makeFunction` counts from there.
    var firstCode: Int
    /// Its own number in the machine.
    var number: Int
    /// Which of ``Machine/codes`` it was made from.
    let body: Int
    /// Whether its instructions and names are its own: a module in a second space borrows those of the first.
    var ownsParts = true
    let name: Value
    let qualifiedName: Value
    let docstring: Value
    /// One string per parameter.
    let parameterNames: UnsafePointer<Value>
}

/// A call in progress.
struct Frame {
    enum Purpose: UInt8 {
        /// The result goes into the caller's register.
        case call
        /// The result ends ``Machine/run(from:)``.
        case entry
        /// `__init__`: the result is dropped, the register keeps the instance.
        case constructor
        /// A generator's turn; ends ``Machine/run(from:)``.
        case generator
    }

    var code: UnsafePointer<LinkedCode>
    /// Where to go on, while another frame is on top.
    var next: UnsafePointer<Instruction>
    /// The first register's place on the stack.
    var base: Int
    /// Where on the stack the result goes.
    var result: Int
    var purpose: Purpose
    /// Tuple of cells, or none.
    var closure: Value
}

/// A module as the machine knows it.
struct ModuleRecord {
    var name: String
    var nameValue: Value
    /// A record in the heap with one value for each global slot.
    var slots: Value
    /// Slot of each name.
    var slotOf: [Symbol: Int]
    /// Symbol of each slot.
    var symbols: [Symbol]
    var code: ModuleCode?
    var firstCode: Int
    /// The space whose modules see it; library modules are seen by all.
    var space: Int
    /// Body not yet run, running, run, ended by an exception.
    var state: State
    /// Whether it is one of the library's: its frames are not where an error is shown, and rules cannot change it.
    var isLibrary = false

    enum State: Sendable { case linked, running, ready, failed }
}

/// A name known to the machine: the same number for the same letters. Also the id of that key on the tape.
package typealias Symbol = UInt32
