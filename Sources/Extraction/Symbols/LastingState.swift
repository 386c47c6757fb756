/// Names and containers of modules: what a call may change so that a later event sees it.
struct LastingState: Sendable {
    var names: Set<GlobalName> = []
    var objects: Set<ObjectID> = []

    /// Whether all of `other` is in it.
    func covers(_ other: LastingState) -> Bool {
        other.names.isSubset(of: names) && other.objects.isSubset(of: objects)
    }

    mutating func formUnion(_ other: LastingState) {
        names.formUnion(other.names)
        objects.formUnion(other.objects)
    }
}
