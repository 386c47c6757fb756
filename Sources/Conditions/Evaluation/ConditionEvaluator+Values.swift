package import Events

extension CompiledConditions {
    /// A compiled field's number.
    package struct FieldID: Hashable, Sendable, BitwiseCopyable {
        let number: UInt32
    }

    /// Compiles a field that is read by itself: see ``ConditionEvaluator/plainValue(of:)``. As ``add(_:keys:)-(Condition,_)``
    /// otherwise.
    package mutating func add(_ field: FieldReference, keys: inout KeyTable) -> FieldID {
        var compiler = ConditionCompiler(output: self, keys: keys)
        self = CompiledConditions()
        keys = KeyTable()
        let number = compiler.field(field, quantifiers: 0)
        self = compiler.output
        keys = compiler.keys
        return FieldID(number: number)
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
        /// A number, a container, a text with escapes, or nothing that can be read.
        case other
    }

    /// What a field of the event reads as.
    package mutating func plainValue(of field: CompiledConditions.FieldID) -> PlainValue {
        let compiled = tables.fields + Int(field.number)
        guard compiled.pointee.style == .direct, compiled.pointee.root == .event else { return .other }
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
        case .integer, .double, .array, .object: return .other
        }
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
