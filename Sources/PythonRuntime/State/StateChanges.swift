/// Objects outside of the arena that code has changed since somebody asked.
///
/// Rules that change nothing that outlives the event may run in any order and on any machine; the first change ends that.
/// So it has to be seen, whatever the construct: all changes of objects go through few functions, and those say so.
struct StateChanges {
    /// Changed objects, in part repeated; no more than ``objectsMax``.
    private(set) var objects: [Value] = []
    /// Whether state of the library was used: what `caching` keeps, a sequence of random numbers.
    var usesLibraryState = false
    /// Whether something changed of which nobody knows who sees it.
    var isUnknown = false

    /// Changed objects that are remembered one by one; past that, who sees them is not known.
    static let objectsMax = 64

    var isEmpty: Bool { objects.isEmpty && !usesLibraryState && !isUnknown }

    mutating func add(_ object: Value) {
        if let last = objects.last, last.isIdentical(to: object) { return }
        if objects.count < StateChanges.objectsMax { objects.append(object) } else { isUnknown = true }
    }

    /// Objects are about to move: where they were says nothing any more.
    mutating func forgetPlaces() {
        guard !objects.isEmpty else { return }
        objects.removeAll()
        isUnknown = true
    }
}
