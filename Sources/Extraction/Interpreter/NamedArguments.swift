/// Arguments that are given with their names, in the order in which they are given: `**keywords` is a dict in that order.
struct NamedArguments: Sequence {
    private var arguments: [(name: String, value: Symbol)] = []

    /// None.
    init() {}

    func makeIterator() -> IndexingIterator<[(name: String, value: Symbol)]> { arguments.makeIterator() }

    var isEmpty: Bool { arguments.isEmpty }

    /// Their values, in order.
    var values: [Symbol] { arguments.map(\.value) }

    /// The argument of a name; one that is there already keeps its place.
    subscript(name: String) -> Symbol? {
        get { arguments.first { $0.name == name }?.value }
        set {
            guard let newValue else {
                remove(name)
                return
            }
            if let place = arguments.firstIndex(where: { $0.name == name }) {
                arguments[place].value = newValue
            } else {
                arguments.append((name, newValue))
            }
        }
    }

    /// Takes the argument of a name out.
    @discardableResult mutating func remove(_ name: String) -> Symbol? {
        arguments.firstIndex { $0.name == name }.map { arguments.remove(at: $0).value }
    }
}
