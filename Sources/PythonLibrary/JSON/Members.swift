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
        try machine.charge(members.count)
        if members.allSatisfy({ $0.key.isString }) {
            return members.sorted { machine.compareText($0.key, $1.key) < 0 }
        }
        // By insertion into the sorted part, found by halving: as CPython does for few, and it can stop at an error.
        var result: [Member] = []
        for member in members {
            var low = 0
            var high = result.count
            while low < high {
                let middle = (low + high) / 2
                if try machine.isLess(member.key, result[middle].key) { high = middle } else { low = middle + 1 }
            }
            try machine.charge(1 + result.count / 16)
            result.insert(member, at: low)
        }
        return result
    }
}
