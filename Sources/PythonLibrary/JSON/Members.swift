import PythonRuntime

/// The members of a mapping that is being written: a copy, since `default` may change the mapping.
enum Members {
    struct Member {
        var key: Value
        var value: Value
    }

    static func of(_ machine: inout Machine, dictionary: Value) throws(Raised) -> [Member] {
        var members: [Member] = []
        members.reserveCapacity(machine.dictionaryCount(dictionary))
        try machine.forEachEntry(dictionary) { (_: inout Machine, key, value) throws(Raised) in
            members.append(Member(key: key, value: value))
            return true
        }
        return members
    }

    /// The members that a list of pairs holds.
    static func of(_ machine: inout Machine, items: Value) throws(Raised) -> [Member] {
        var members: [Member] = []
        for pair in machine.elements(ofSequence: items) {
            guard pair.tag == .tuple || pair.tag == .list, machine.count(ofSequence: pair) == 2 else {
                throw machine.raise(.valueError, "items must return 2-tuples")
            }
            members.append(
                Member(key: machine.element(ofSequence: pair, 0), value: machine.element(ofSequence: pair, 1))
            )
        }
        return members
    }

    /// The members in the order of their keys, as `sorted(d.items())` has them. Raises TypeError.
    static func sorted(_ machine: inout Machine, _ members: [Member]) throws(Raised) -> [Member] {
        return try machine.sortedIndices(of: members.map(\.key)).map { members[$0] }
    }
}
