/// Writes a set of actions as few wildcards: each action becomes the shortest prefix that stands for no action outside
/// the set.
struct ActionMinimizer {
    /// Actions to stand for; all of the table.
    let desired: ActionSet
    /// Prefixes shorter than this, in characters of the action, are not used; 0 allows all.
    let lengthMin: Int
    /// The wildcards and names found, sorted.
    private(set) var result: [[UInt8]] = []
    /// What the original prints on the way, in the order of the actions.
    private(set) var messages: [String] = []
    /// How many actions before each one are not desired; one more than there are actions.
    private let deniedBefore: [Int32]

    init(_ desired: ActionSet, lengthMin: Int) {
        self.desired = desired
        self.lengthMin = lengthMin
        let table = ActionTable.shared
        var deniedBefore: [Int32] = [0]
        deniedBefore.reserveCapacity(table.count + 1)
        for index in 0..<table.count {
            deniedBefore.append(deniedBefore[index] + (desired.contains(index) ? 0 : 1))
        }
        self.deniedBefore = deniedBefore
        var found: Set<[UInt8]> = []
        for index in desired.indices { found.insert(shortest(for: index)) }
        result = found.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// The shortest prefix of an action that begins desired ones only, with its `*`; the action itself if there is none.
    private mutating func shortest(for index: Int) -> [UInt8] {
        let table = ActionTable.shared
        let name = Array(table[index])
        let service = (name.firstIndex(of: UInt8(ascii: ":")) ?? 0) + 1
        if isDenied(table.range(withPrefix: name)) {
            messages.append("Action is a denied prefix. Action: \(String(decoding: name, as: UTF8.self))")
            return name
        }
        var range = table.range(withPrefix: name[..<service])
        for length in service...name.count {
            if length > service { range = narrowed(range, at: length - 1, to: name[length - 1]) }
            let prefix = name[..<length]
            if length > service, length - service < lengthMin {
                let permission = String(decoding: name[service..<length], as: UTF8.self)
                messages.append("Skipping prefix \(permission) because length of \(length - service)")
            } else if !isDenied(range) {
                // A whole action needs no `*`, even if others begin with it.
                let isAction = table[range.lowerBound].count == length
                return isAction ? Array(prefix) : prefix + [UInt8(ascii: "*")]
            }
        }
        messages.append("Could not suitable prefix. Defaulting to \(String(decoding: name, as: UTF8.self))")
        return name
    }

    /// Whether an action in the range is not desired.
    private func isDenied(_ range: Range<Int>) -> Bool {
        deniedBefore[range.upperBound] > deniedBefore[range.lowerBound]
    }

    /// Those of `range`, which agree up to byte `place`, that have `byte` there.
    private func narrowed(_ range: Range<Int>, at place: Int, to byte: UInt8) -> Range<Int> {
        let table = ActionTable.shared
        func first(where isReached: (Int) -> Bool) -> Int {
            var low = range.lowerBound
            var high = range.upperBound
            while low < high {
                let middle = (low + high) / 2
                let name = table[middle]
                let value = place < name.count ? Int(name[name.startIndex + place]) : -1
                if isReached(value) { high = middle } else { low = middle + 1 }
            }
            return low
        }
        return first { $0 >= Int(byte) }..<first { $0 > Int(byte) }
    }
}
