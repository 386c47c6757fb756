import Events

/// Tests that most conditions are made of, without what others need: one field of the event as it stands, compared with texts.
extension ConditionEvaluator {
    /// The truth of a leaf that is ``ProgramLeaf/isPlain``, as ``truth(of:)`` finds it: text is compared where it stands, and what a
    /// missing field comes to is known beforehand.
    mutating func plainTruth(of leaf: UnsafePointer<ProgramLeaf>, _ number: UInt32) -> Truth {
        let field = tables.fields + Int(leaf.pointee.subject.field)
        var view = self.view
        let place = locate(leaf.pointee.subject.field, &view)
        guard place.state == .found else {
            return place.state == .absent ? absentTruths[Int(number)] : .unknown
        }
        if leaf.pointee.code == .exists { return Truth(!leaf.pointee.isNegated) }
        let kind = view.kind(of: place.node)
        if kind == .null, field.pointee.reach != .absent { return absentTruths[Int(number)] }
        guard kind == .string else { return truth(of: leaf) }
        let text = view.text(of: place.node)
        guard !text.needsUnescape else { return truth(of: leaf) }
        let bytes = view.bytes(text)
        if bytes.count == 0, field.pointee.reach == .empty { return absentTruths[Int(number)] }
        let holds: Bool
        switch leaf.pointee.code {
        case .equals, .isIn, .isInSet: holds = isListed(bytes, leaf.pointee.literals)
        case .startsWith: holds = hasAffix(bytes, leaf.pointee.literals, atEnd: false)
        case .endsWith: holds = hasAffix(bytes, leaf.pointee.literals, atEnd: true)
        case .isNull: holds = false
        case .isEmpty: holds = bytes.count == 0
        case .isType: holds = leaf.pointee.detail & (1 << kind.rawValue) != 0
        default: return truth(of: leaf)
        }
        return Truth(holds != leaf.pointee.isNegated)
    }

    /// The truth of a leaf that is ``ProgramLeaf/isOfKey``, as ``truth(of:)`` finds it.
    func keyTruth(of leaf: UnsafePointer<ProgramLeaf>) -> Truth {
        let level = Int(tables.fields[Int(leaf.pointee.subject.field)].level)
        guard tables.fields[Int(leaf.pointee.subject.field)].root == .elementKey, elementCount > level else {
            return .unknown
        }
        let element = elements + (elementCount - 1 - level)
        guard element.pointee.isMember else { return .unknown }
        // Keys have their escapes resolved.
        let key = element.pointee.view.bytes(element.pointee.view.key(of: element.pointee.node))
        let holds: Bool =
            switch leaf.pointee.code {
            case .startsWith: hasAffix(key, leaf.pointee.literals, atEnd: false)
            case .endsWith: hasAffix(key, leaf.pointee.literals, atEnd: true)
            default: isListed(key, leaf.pointee.literals)
            }
        return Truth(holds != leaf.pointee.isNegated)
    }

    /// Whether a text is one of the literals. One that is no text equals none.
    @inline(__always)
    private func isListed(_ text: UnsafeRawBufferPointer, _ range: ProgramRange) -> Bool {
        var literal = tables.literals + Int(range.start)
        let end = literal + Int(range.count)
        while literal < end {
            if Int(literal.pointee.text.count) == text.count, literal.pointee.kind == .string,
                isEqual(text, tables.text(literal.pointee.text))
            {
                return true
            }
            literal += 1
        }
        return false
    }

    /// Whether a text begins or ends with one of the literals, which are texts.
    @inline(__always)
    private func hasAffix(_ text: UnsafeRawBufferPointer, _ range: ProgramRange, atEnd: Bool) -> Bool {
        var literal = tables.literals + Int(range.start)
        let end = literal + Int(range.count)
        while literal < end {
            let affix = tables.text(literal.pointee.text)
            if atEnd ? hasSuffix(text, affix) : hasPrefix(text, affix) { return true }
            literal += 1
        }
        return false
    }
}
