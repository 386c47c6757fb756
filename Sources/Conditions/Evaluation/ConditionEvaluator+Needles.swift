import Events

extension ConditionEvaluator {
    /// Whether one of the literals, which have a ``NeedleTable``, stands in a text. O(text · literals with one first byte).
    func containsNeedle(_ text: UnsafeRawBufferPointer, _ leaf: UnsafePointer<ProgramLeaf>) -> Bool {
        let table = tables.needles + Int(leaf.pointee.needles)
        let literals = tables.literals + Int(leaf.pointee.literals.start)
        for start in 0..<text.count {
            let first = Int(text[start])
            var place = Int(table[first])
            let end = Int(table[first &+ 1])
            while place < end {
                let needle = tables.text(literals[Int(table[257 &+ place])].text)
                if needle.count <= text.count &- start, haveSameBytes(text, start, needle) { return true }
                place &+= 1
            }
        }
        return false
    }
}
