import Events

/// What a path of a data model found: the value, and where it is.
struct JSONPathMatch {
    /// Raw: containers of the event as views, of a wrapped dictionary as they are.
    var value: Value
    /// As jsonpath-ng prints a full path, `a.[0].b`, by its parts.
    var path: [Part]

    enum Part {
        /// A key.
        case name(Value)
        case index(Int)
    }
}

/// Evaluating paths. Keys are compared exactly; what is not there is no match.
extension Machine {
    /// All matches of a path below an immutable mapping, in order. Raises what jsonpath-ng 1.5.3 lets escape: an index
    /// into a mapping or number, a comparison of what has no order. Each value looked at costs a step.
    mutating func find(_ path: JSONPath, in map: Value) throws(Raised) -> [JSONPathMatch] {
        var root = map
        if case .container(let container) = backing(map) { root = container }
        return try find(path.steps, path, from: JSONPathMatch(value: root, path: []))
    }

    /// The value of a path that ``JSONPath/isPlain``, or unbound; allocates nothing on the event.
    mutating func findPlain(_ path: JSONPath, in map: Value) throws(Raised) -> Value {
        var value = map
        if case .container(let container) = backing(map) { value = container }
        for step in path.steps {
            guard case .fields(let names) = step, let name = names.first else { return .unbound }
            try charge(1)
            value = try fieldValue(value, symbols.strings[Int(path.symbols[name])])
            if value.isUnbound { return value }
        }
        return value
    }

    private mutating func find(
        _ steps: [JSONPath.Step],
        _ path: JSONPath,
        from start: JSONPathMatch
    ) throws(Raised) -> [JSONPathMatch] {
        var matches = [start]
        for step in steps {
            var found: [JSONPathMatch] = []
            for match in matches { try take(step, path, from: match, into: &found) }
            matches = found
        }
        return matches
    }

    private mutating func take(
        _ step: JSONPath.Step,
        _ path: JSONPath,
        from match: JSONPathMatch,
        into found: inout [JSONPathMatch]
    ) throws(Raised) {
        try charge(1)
        func below(_ value: Value, _ part: JSONPathMatch.Part) -> JSONPathMatch {
            JSONPathMatch(value: value, path: match.path + [part])
        }
        switch step {
        case .fields(let names):
            for name in names {
                let key = symbols.strings[Int(path.symbols[name])]
                let value = try fieldValue(match.value, key)
                if !value.isUnbound { found.append(below(value, .name(key))) }
            }
        case .anyField:
            for (key, value) in try members(match.value) { found.append(below(value, .name(key))) }
        case .index(let index):
            guard try truth(match.value) else { return }
            let count = try length(match.value)
            guard count > index else { return }
            if index < -count, match.value.tag == .eventList {
                throw raise(.indexError, "list index out of range")
            }
            let key = Value.int(index)
            if isMapping(raw: match.value) { throw raise(.keyError, arguments: [key]) }
            found.append(below(try item(match.value, key), .index(index)))
        case .slice(let start, let stop, let step):
            guard try truth(match.value) else { return }
            let elements = try sliceable(match.value)
            let bounds: (first: Int, count: Int, step: Int)
            do throws(TextFault) {
                bounds = try PythonText.sliceIndices(start: start, stop: stop, step: step, length: elements.count)
            } catch { throw raise(error) }
            for position in 0..<bounds.count {
                let index = bounds.first + position * bounds.step
                guard elements.indices.contains(index) else { continue }
                found.append(below(elements[index], .index(index)))
            }
        case .filter(let conditions):
            for (index, element) in try filterable(match.value).enumerated() {
                try charge(1)
                if try holds(conditions, path, element) { found.append(below(element, .index(index))) }
            }
        case .descendants(let steps): try descend(steps, path, from: match, into: &found)
        }
    }

    /// What `steps` find from `match` and from everything in it: a container's own matches come before those of what it
    /// holds. Raises RecursionError for values that go too deep, or in a circle.
    private mutating func descend(
        _ steps: [JSONPath.Step],
        _ path: JSONPath,
        from match: JSONPathMatch,
        into found: inout [JSONPathMatch]
    ) throws(Raised) {
        var waiting = [match]
        while let current = waiting.popLast() {
            try charge(1)
            guard current.path.count - match.path.count <= JSONPath.descendantDepthMax else { throw recursionError() }
            for inner in try find(steps, path, from: JSONPathMatch(value: current.value, path: [])) {
                found.append(JSONPathMatch(value: inner.value, path: current.path + inner.path))
            }
            var children: [JSONPathMatch] = []
            if isMapping(raw: current.value) {
                for (key, value) in try members(current.value) {
                    children.append(JSONPathMatch(value: value, path: current.path + [.name(key)]))
                }
            } else if current.value.tag == .list || current.value.tag == .eventList {
                for (index, value) in try listElements(raw: current.value).enumerated() {
                    children.append(JSONPathMatch(value: value, path: current.path + [.index(index)]))
                }
            }
            waiting += children.reversed()
        }
    }

    private func isMapping(raw value: Value) -> Bool { unwrapped(value).tag == .dictionary || value.tag == .eventMap }

    private mutating func fieldValue(_ value: Value, _ key: Value) throws(Raised) -> Value {
        if value.tag == .eventMap {
            let found = eventMemberExact(UInt32(truncatingIfNeeded: value.payload), key)
            return found == Tape.missing ? .unbound : try eventValue(found)
        }
        let inner = unwrapped(value)
        return inner.tag == .dictionary ? try lookup(key, in: inner) : .unbound
    }

    private mutating func members(_ value: Value) throws(Raised) -> [(Value, Value)] {
        var members: [(Value, Value)] = []
        if value.tag == .eventMap, let tape = event.tape {
            for child in tape.children(of: UInt32(truncatingIfNeeded: value.payload)) {
                try charge(1)
                members.append((try eventKey(child), try eventValue(child)))
            }
        } else if unwrapped(value).tag == .dictionary {
            try forEachEntry(unwrapped(value)) { (machine: inout Machine, key, value) throws(Raised) in
                try machine.charge(1)
                members.append((key, value))
                return true
            }
        }
        return members
    }

    private mutating func listElements(raw value: Value) throws(Raised) -> [Value] {
        guard value.tag == .eventList else { return elements(ofSequence: value) }
        var elements: [Value] = []
        var cursor = ElementCursor(self, value)
        while true {
            let element = try nextRawElement(value, &cursor)
            if element.isUnbound { return elements }
            elements.append(element)
        }
    }

    /// The elements of a list; a mapping, string or int is taken for a list of itself.
    private mutating func sliceable(_ value: Value) throws(Raised) -> [Value] {
        switch value.tag {
        case .list, .tuple, .eventList: return try listElements(raw: value)
        case .string, .int, .bool, .bigInt: return [value]
        default:
            guard isMapping(raw: value) else {
                throw raise(.typeError, "object of type '\(errorTypeName(value))' has no len()")
            }
            return [value]
        }
    }

    /// What a filter goes through: the elements of a list, the values of a mapping, nothing of anything else.
    private mutating func filterable(_ value: Value) throws(Raised) -> [Value] {
        if isMapping(raw: value) { return try members(value).map(\.1) }
        return value.tag == .list || value.tag == .eventList ? try listElements(raw: value) : []
    }

    // MARK: Filters

    private mutating func holds(
        _ conditions: [JSONPath.Condition],
        _ path: JSONPath,
        _ element: Value
    ) throws(Raised) -> Bool {
        for condition in conditions {
            let targets = try find(condition.target, path, from: JSONPathMatch(value: element, path: []))
            var isMet = false
            for target in targets {
                guard let comparison = condition.comparison else {
                    isMet = true
                    break
                }
                if try compare(target.value, comparison.operation, comparison.operand, path) { isMet = true }
            }
            if !isMet { return false }
        }
        return true
    }

    private mutating func compare(
        _ value: Value,
        _ operation: JSONPath.Operation,
        _ operand: JSONPath.Operand,
        _ path: JSONPath
    ) throws(Raised) -> Bool {
        let right: Value
        var left = value
        switch operand {
        case .text(let name): right = symbols.strings[Int(path.symbols[name])]
        case .float(let number): right = .float(number)
        case .int, .bool:
            if case .bool(let flag) = operand {
                right = .bool(flag)
            } else if case .int(let number) = operand {
                right = .int(number)
            } else {
                right = .none
            }
            // jsonpath-ng compares `int(value)`; what is no number is passed over.
            do throws(Raised) { left = try call(.type(TypeNumber(.int)), [value]) } catch {
                guard isPending(.valueError) else { throw error }
                exception = .unbound
                return false
            }
        }
        switch operation {
        case .equal: return try equals(left, right)
        case .notEqual: return !(try equals(left, right))
        case .less: return try truth(try compare(.less, left, right))
        case .lessEqual: return try truth(try compare(.lessEqual, left, right))
        case .greater: return try truth(try compare(.greater, left, right))
        case .greaterEqual: return try truth(try compare(.greaterEqual, left, right))
        }
    }
}
