import Events

/// A value that a leaf compares: of the event, of a literal, or made by a transform. Trivial, so that nothing is counted.
struct FoundValue {
    /// What kind of value it is.
    var kind: TapeKind
    /// The tape it is on, and that its children are on.
    var view: TapeView
    /// Its node; ``Tape/missing`` if it is not on a tape, which reads as a container without content.
    var node: UInt32
    /// Of a string: its bytes, or those that its escapes stand in.
    var text: UnsafeRawBufferPointer
    /// Whether ``text`` still has escapes.
    var isEscaped: Bool
    /// Of an integer that is not on a tape.
    var integer: Int64
    /// Of a float that is not on a tape.
    var double: Double
    /// Whether it is the list of several results of a walk, which are in the evaluator's ``ConditionEvaluator/walked``.
    var isWalked: Bool

    /// The value of a node.
    @inline(__always)
    init(_ node: UInt32, in view: TapeView) {
        self.node = node
        self.view = view
        kind = view.kind(of: node)
        integer = 0
        double = 0
        isWalked = false
        if kind == .string {
            let text = view.text(of: node)
            self.text = view.bytes(text)
            isEscaped = text.needsUnescape
        } else {
            text = UnsafeRawBufferPointer(start: nil, count: 0)
            isEscaped = false
        }
    }

    /// A value that is on no tape: a container is empty.
    init(_ kind: TapeKind, in view: TapeView) {
        self.init(Tape.missing, in: view)
        self.kind = kind
    }

    /// Whether it is a number or a Boolean, which Python takes for one.
    var isNumber: Bool {
        switch kind {
        case .false, .true, .integer, .double: true
        case .null, .string, .array, .object: false
        }
    }

    /// The value of an integer or a Boolean; nil past 64 bits and for other kinds.
    var int64: Int64? {
        switch kind {
        case .false: 0
        case .true: 1
        case .integer: node == Tape.missing ? integer : view.int64(of: node)
        case .null, .double, .string, .array, .object: nil
        }
    }

    /// The value of a float; nil for other kinds.
    var float: Double? {
        guard kind == .double else { return nil }
        return node == Tape.missing ? double : view.double(of: node)
    }

    /// Whether Python takes it for true.
    var isTruthy: Bool {
        switch kind {
        case .null, .false: return false
        case .true: return true
        case .integer:
            if node == Tape.missing { return integer != 0 }
            let digits = view.bytes(view.text(of: node))
            return !(digits.last == UInt8(ascii: "0") && digits.allSatisfy { $0 == 0x30 || $0 == UInt8(ascii: "-") })
        case .double: return float != 0
        // An escape never stands for nothing.
        case .string: return text.count > 0
        case .array, .object: return isWalked || view.hasChildren(node)
        }
    }
}
