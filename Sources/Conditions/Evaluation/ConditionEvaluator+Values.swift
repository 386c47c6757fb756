package import Events

extension CompiledConditions {
    /// A compiled field's number.
    package struct FieldID: Hashable, Sendable, BitwiseCopyable {
        let number: UInt32
    }

    /// A compiled field and what is done to it.
    package struct OperandID: Sendable, BitwiseCopyable {
        let operand: ProgramOperand
    }

    /// Compiles a field that is read by itself: see ``ConditionEvaluator/plainValue(of:)``. As ``add(_:keys:)-(Condition,_)``
    /// otherwise.
    ///
    /// - Parameter quantifiers: The quantifiers around it: those of the visit in which it is read.
    package mutating func add(_ field: FieldReference, quantifiers: Int = 0, keys: inout KeyTable) -> FieldID {
        compiling(&keys) { compiler in FieldID(number: compiler.field(field, quantifiers: quantifiers)) }
    }

    /// Compiles what is done to a field too: see ``ConditionEvaluator/plainText(of:)``.
    package mutating func add(_ operand: Operand, quantifiers: Int = 0, keys: inout KeyTable) -> OperandID {
        compiling(&keys) { compiler in
            OperandID(operand: compiler.operand(operand.field, operand.transforms, quantifiers: quantifiers))
        }
    }

    private mutating func compiling<Result>(
        _ keys: inout KeyTable,
        _ body: (inout ConditionCompiler) -> Result
    ) -> Result {
        var compiler = ConditionCompiler(output: self, keys: keys)
        // Held by the compiler alone they grow in place.
        self = CompiledConditions()
        keys = KeyTable()
        let result = body(&compiler)
        self = compiler.output
        keys = compiler.keys
        return result
    }
}

extension ConditionEvaluator {
    /// A value of the event as it stands.
    package enum PlainValue {
        /// A text without escapes, as UTF-8; good for as long as the event, and no longer than the evaluator.
        case text(UnsafeRawBufferPointer)
        case null
        case `true`
        case `false`
        /// A number, a list or an object: its node.
        case node(UInt32, TapeView)
        /// A text with escapes, or nothing that can be read.
        case other
    }

    /// What a field of the event, or of the element that a visit is at, reads as.
    package mutating func plainValue(of field: CompiledConditions.FieldID) -> PlainValue {
        let compiled = tables.fields + Int(field.number)
        guard compiled.pointee.style == .direct else { return .other }
        guard compiled.pointee.root != .elementKey else {
            guard case .value(let value) = read(field.number) else { return .other }
            return .text(value.text)
        }
        var view = self.view
        let place = locate(field.number, &view)
        switch place.state {
        case .unknown: return .other
        case .absent: return missingValue(compiled)
        case .found: break
        }
        switch view.kind(of: place.node) {
        case .string:
            let text = view.text(of: place.node)
            guard !text.needsUnescape else { return .other }
            let bytes = view.bytes(text)
            return bytes.count == 0 && compiled.pointee.reach == .empty ? missingValue(compiled) : .text(bytes)
        case .null: return compiled.pointee.reach == .absent ? .null : missingValue(compiled)
        case .true: return .true
        case .false: return compiled.pointee.reach == .empty ? missingValue(compiled) : .false
        case .integer, .double, .array, .object:
            return compiled.pointee.reach == .empty ? .other : .node(place.node, view)
        }
    }

    /// The text that a field becomes; nil where it becomes none, or Python would raise. Good until the next text is asked for.
    package mutating func plainText(of operand: CompiledConditions.OperandID) -> UnsafeRawBufferPointer? {
        guard case .text(let text) = plainValue(of: CompiledConditions.FieldID(number: operand.operand.field)) else {
            return nil
        }
        guard operand.operand.transforms.count > 0 else { return text }
        var value = FoundValue(.string, in: view)
        value.text = text
        guard apply(operand.operand.transforms, to: &value, isOther: false), value.kind == .string else { return nil }
        return value.text
    }

    private func missingValue(_ field: UnsafePointer<ProgramField>) -> PlainValue {
        guard field.pointee.missing == .literal else { return .other }
        let literal = tables.literals + Int(field.pointee.literal)
        switch literal.pointee.kind {
        case .string: return .text(tables.text(literal.pointee.text))
        case .null: return .null
        case .true: return .true
        case .false: return .false
        case .integer, .double, .array, .object: return .other
        }
    }
}
