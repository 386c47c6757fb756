import PythonRuntime

/// The iterators that combine elements: groups, products, permutations.
extension ItertoolsModule {
    static let combining: [NativeType] = [
        type("_tee(cls)", "One of the iterators of `tee`.") { (_: inout Machine, _) throws(Raised) in
            [.none, .none, .int(0)]
        } next: { (machine: inout Machine, value) throws(Raised) in
            let buffer = machine.objectField(value, 1)
            let index = Int(machine.objectField(value, 2).intValue)
            if index >= machine.listCount(buffer) {
                let element = try machine.next(machine.listElement(machine.objectField(value, 0), 0))
                guard !element.isUnbound else { return .unbound }
                try machine.append(element, to: buffer)
            }
            machine.setObjectField(value, 2, .int(index + 1))
            return machine.listElement(buffer, index)
        },
        type("zip_longest(cls, *iterables, fillvalue=None)", "Tuples of elements until all have ended.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let list = try machine.makeList()
            for iterable in machine.elements(ofSequence: arguments[1]) {
                try machine.append(try machine.iterator(iterable), to: list)
            }
            return [list, arguments[2]]
        } next: { (machine: inout Machine, value) throws(Raised) in
            let sources = machine.objectField(value, 0)
            var elements: [Value] = []
            var isLive = false
            for index in 0..<machine.listCount(sources) {
                let source = machine.listElement(sources, index)
                let element = source.isNone ? Value.unbound : try machine.next(source)
                if element.isUnbound {
                    machine.setListElement(sources, index, .none)
                    elements.append(machine.objectField(value, 1))
                } else {
                    isLive = true
                    elements.append(element)
                }
            }
            return isLive ? try machine.makeTuple(elements) : .unbound
        },
        type("groupby(cls, iterable, key=None)", "Runs of elements with the same key.") {
            (machine: inout Machine, arguments) throws(Raised) in
            // Source, key function, element read ahead, its key, the number of the group, key of the group.
            [try machine.iterator(arguments[1]), arguments[2], .unbound, .unbound, .int(0), .unbound]
        } next: { (machine: inout Machine, value) throws(Raised) in
            let group = machine.objectField(value, 4).intValue + 1
            machine.setObjectField(value, 4, .int(group))
            // What is left of the group before is skipped.
            while true {
                if machine.objectField(value, 2).isUnbound, !(try readAhead(&machine, value)) { return .unbound }
                let last = machine.objectField(value, 5)
                if last.isUnbound { break }
                guard try machine.equals(machine.objectField(value, 3), last) else { break }
                machine.setObjectField(value, 2, .unbound)
            }
            let key = machine.objectField(value, 3)
            machine.setObjectField(value, 5, key)
            let elements = try machine.makeObject(machine.libraryType("itertools._grouper"), [value, .int(group)])
            return try machine.makeTuple([key, elements])
        },
        type("_grouper(cls)", "One group of `groupby`.") { (_: inout Machine, _) throws(Raised) in
            [.none, .int(0)]
        } next: { (machine: inout Machine, value) throws(Raised) in
            let parent = machine.objectField(value, 0)
            guard machine.objectField(parent, 4).intValue == machine.objectField(value, 1).intValue else {
                return .unbound
            }
            if machine.objectField(parent, 2).isUnbound, !(try readAhead(&machine, parent)) { return .unbound }
            let key = machine.objectField(parent, 3)
            guard try machine.equals(key, machine.objectField(parent, 5)) else { return .unbound }
            let element = machine.objectField(parent, 2)
            machine.setObjectField(parent, 2, .unbound)
            return element
        },
        type("product(cls, *iterables, repeat=1)", "Every choice of one element of each.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let times = try machine.sizeArgument(arguments[2])
            guard times >= 0 else { throw machine.raise(.valueError, "repeat argument cannot be negative") }
            var pools: [Value] = []
            for iterable in machine.elements(ofSequence: arguments[1]) {
                pools.append(try machine.makeList(from: iterable))
            }
            let list = try machine.makeList()
            for _ in 0..<(pools.isEmpty ? 0 : times) {
                for pool in pools {
                    try machine.charge(1)
                    try machine.append(pool, to: list)
                }
            }
            return [list, .unbound]
        } next: { (machine: inout Machine, value) throws(Raised) in
            try nextProduct(&machine, value)
        },
        type("permutations(cls, iterable, r=None)", "Every order of r elements.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let pool = try machine.makeList(from: arguments[1])
            return [pool, .int(try size(&machine, arguments[2], machine.listCount(pool))), .unbound, .unbound]
        } next: { (machine: inout Machine, value) throws(Raised) in
            try nextPermutation(&machine, value)
        },
        type("combinations(cls, iterable, r)", "Every choice of r elements.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let pool = try machine.makeList(from: arguments[1])
            return [pool, .int(try size(&machine, arguments[2], 0)), .unbound]
        } next: { (machine: inout Machine, value) throws(Raised) in
            try nextCombination(&machine, value, isRepeating: false)
        },
        type("combinations_with_replacement(cls, iterable, r)", "Every choice of r elements, the same ones too.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let pool = try machine.makeList(from: arguments[1])
            return [pool, .int(try size(&machine, arguments[2], 0)), .unbound]
        } next: { (machine: inout Machine, value) throws(Raised) in
            try nextCombination(&machine, value, isRepeating: true)
        },
    ]

    /// Elements of one combination; more would be a mistake that costs memory at once.
    private static let sizeMax = 1 << 20

    private static func size(_ machine: inout Machine, _ value: Value, _ fallback: Int) throws(Raised) -> Int {
        if value.isNone { return fallback }
        let size = try machine.sizeArgument(value)
        guard size >= 0 else { throw machine.raise(.valueError, "r must be non-negative") }
        return min(size, sizeMax)
    }

    /// Reads the next element of a `groupby` and its key; false at the end.
    private static func readAhead(_ machine: inout Machine, _ group: Value) throws(Raised) -> Bool {
        let element = try machine.next(machine.objectField(group, 0))
        guard !element.isUnbound else { return false }
        try machine.charge(1)
        let function = machine.objectField(group, 1)
        machine.setObjectField(group, 3, function.isNone ? element : try machine.call(function, [element]))
        machine.setObjectField(group, 2, element)
        return true
    }

    private static func indices(_ machine: borrowing Machine, _ list: Value) -> [Int] {
        machine.elements(ofSequence: list).map { Int($0.intValue) }
    }

    private static func store(_ machine: inout Machine, _ value: Value, _ field: Int, _ indices: [Int]) throws(Raised) {
        machine.setObjectField(value, field, try machine.makeList(indices.map { .int($0) }))
    }

    private static func pick(_ machine: inout Machine, _ pool: Value, _ indices: some Sequence<Int>) throws(Raised)
        -> Value
    {
        try machine.makeTuple(indices.map { machine.listElement(pool, $0) })
    }

    private static func nextProduct(_ machine: inout Machine, _ value: Value) throws(Raised) -> Value {
        let pools = machine.elements(ofSequence: machine.objectField(value, 0))
        try machine.charge(pools.count / 8)
        var chosen: [Int]
        let before = machine.objectField(value, 1)
        if before.isUnbound {
            chosen = pools.map { _ in 0 }
            guard pools.allSatisfy({ machine.listCount($0) > 0 }) else { return .unbound }
        } else {
            chosen = indices(machine, before)
            var place = chosen.count - 1
            while place >= 0 {
                chosen[place] += 1
                if chosen[place] < machine.listCount(pools[place]) { break }
                chosen[place] = 0
                place -= 1
            }
            guard place >= 0 else { return .unbound }
        }
        try store(&machine, value, 1, chosen)
        return try machine.makeTuple(zip(pools, chosen).map { machine.listElement($0, $1) })
    }

    private static func nextPermutation(_ machine: inout Machine, _ value: Value) throws(Raised) -> Value {
        let pool = machine.objectField(value, 0)
        let count = machine.listCount(pool)
        let size = Int(machine.objectField(value, 1).intValue)
        guard size <= count else { return .unbound }
        try machine.charge(count / 8)
        guard !machine.objectField(value, 2).isUnbound else {
            try store(&machine, value, 2, Array(0..<count))
            try store(&machine, value, 3, (0..<size).map { count - $0 })
            return try pick(&machine, pool, 0..<size)
        }
        var order = indices(machine, machine.objectField(value, 2))
        var cycles = indices(machine, machine.objectField(value, 3))
        for place in (0..<size).reversed() {
            cycles[place] -= 1
            guard cycles[place] == 0 else {
                order.swapAt(place, count - cycles[place])
                try store(&machine, value, 2, order)
                try store(&machine, value, 3, cycles)
                return try pick(&machine, pool, order.prefix(size))
            }
            order.append(order.remove(at: place))
            cycles[place] = count - place
        }
        // Ended: what would come next is the first order again.
        machine.setObjectField(value, 1, .int(count + 1))
        return .unbound
    }

    private static func nextCombination(
        _ machine: inout Machine,
        _ value: Value,
        isRepeating: Bool
    ) throws(Raised) -> Value {
        let pool = machine.objectField(value, 0)
        let count = machine.listCount(pool)
        let size = Int(machine.objectField(value, 1).intValue)
        guard isRepeating ? (count > 0 || size == 0) : size <= count else { return .unbound }
        try machine.charge(size / 8)
        guard !machine.objectField(value, 2).isUnbound else {
            let start = isRepeating ? Array(repeating: 0, count: size) : Array(0..<size)
            try store(&machine, value, 2, start)
            return try pick(&machine, pool, start)
        }
        var chosen = indices(machine, machine.objectField(value, 2))
        let place = (0..<size).last { chosen[$0] != (isRepeating ? count - 1 : $0 + count - size) }
        guard let place else { return .unbound }
        chosen[place] += 1
        for later in (place + 1)..<max(size, place + 1) {
            chosen[later] = isRepeating ? chosen[place] : chosen[later - 1] + 1
        }
        try store(&machine, value, 2, chosen)
        return try pick(&machine, pool, chosen)
    }
}
