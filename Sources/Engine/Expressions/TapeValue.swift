import Events

/// A value of an event or of a program's constants: what operators take.
struct TapeValue {
    let view: TapeView
    /// ``Tape/missing`` reads as null.
    let node: UInt32

    @inline(__always)
    init(_ view: TapeView, _ node: UInt32) {
        self.view = view
        self.node = node
    }

    @inline(__always)
    var kind: TapeKind { view.kind(of: node) }

    /// The name of its type in Python, for messages.
    var typeName: String {
        switch kind {
        case .null: "NoneType"
        case .true, .false: "bool"
        case .integer: "int"
        case .double: "float"
        case .string: "str"
        case .array: "list"
        case .object: "dict"
        }
    }

    /// The value of an integer of 64 bits, or of a boolean, which Python takes for one.
    var integer: Int64? {
        switch kind {
        case .integer: view.int64(of: node)
        case .true: 1
        case .false: 0
        default: nil
        }
    }

    /// As a float; exact but for integers past 2⁵³.
    var number: Double? {
        switch kind {
        case .integer, .double: view.double(of: node)
        case .true: 1
        case .false: 0
        default: nil
        }
    }
}
