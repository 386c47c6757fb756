/// The code points of a text.
struct CodePoints: Sequence, IteratorProtocol {
    private let text: PythonText
    private var offset = 0

    init(_ text: PythonText) { self.text = text }

    mutating func next() -> UInt32? {
        guard offset < text.count else { return nil }
        let (value, after) = text.codePoint(at: offset)
        offset = after
        return value
    }
}
