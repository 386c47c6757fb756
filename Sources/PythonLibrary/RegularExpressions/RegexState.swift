import PythonRegex
import PythonRuntime

/// What `re` keeps in one machine: compiled patterns, the memory of matching, the numbers of its types.
///
/// A pattern written in a rule is a constant, whose place tells it from all others: finding it compares a few words
/// and allocates nothing.
final class RegexState {
    /// A compiled pattern is found by what it was compiled from.
    private struct Key: Hashable {
        var source: [UInt8]
        var kind: PatternKind
        var flags: Int
    }

    private struct Constant {
        var pattern: Value
        var flags: Int
        var handle: PatternHandle
    }

    let workspace: MatchWorkspace
    let patternType: TypeNumber
    let matchType: TypeNumber
    private var handles: [Key: PatternHandle] = [:]
    /// Keys in the order they came; the first to come is the first to go.
    private var order: [Key] = []
    private var oldest = 0
    /// What the handles weigh.
    private(set) var weight = 0
    /// Patterns that are remembered.
    var count: Int { handles.count }
    private var constants: [Constant?]
    private var permanentCount = 0
    /// What the handles weigh that have a value for good.
    private(set) var permanentWeight = 0

    /// Compiled patterns that are remembered; CPython remembers 512.
    static let patternsMax = 2048
    /// What they may weigh.
    static let patternBytesMax = 64 << 20
    /// Patterns that have a value for good, which a pattern needs to be had without making one.
    static let permanentMax = 4096
    /// What those may weigh.
    static let permanentBytesMax = 64 << 20
    private static let constantSlots = 1024
    private static let name = "re state"

    private init(_ machine: borrowing Machine) {
        let steps = UInt32(clamping: max(1, machine.limits.patternStepsMax / 4))
        workspace = MatchWorkspace(
            limits: MatchLimits(steps: steps, meteredSteps: max(1, machine.limits.patternStepsMax))
        )
        patternType = machine.libraryType("re.Pattern")
        matchType = machine.libraryType("re.Match")
        constants = Array(repeating: nil, count: RegexState.constantSlots)
    }

    /// The state of this machine, made when first asked for.
    static func of(_ machine: inout Machine) throws(Raised) -> RegexState {
        if let kept = machine.retained[name], let state = machine.foreignObject(kept, as: RegexState.self) {
            return state
        }
        let state = RegexState(machine)
        machine.retained[name] = try machine.makeForeign(state, type: state.patternType, isPermanent: true)
        return state
    }

    /// Forgets all patterns (`re.purge()`).
    func removeAll() {
        handles.removeAll()
        order.removeAll()
        oldest = 0
        weight = 0
        for index in constants.indices { constants[index] = nil }
    }

    /// The pattern behind the first argument of `re.search` and its like, compiled unless it was.
    func handle(_ machine: inout Machine, _ pattern: Value, flags: Value) throws(Raised) -> PatternHandle {
        let number = flags.tag == .int ? Int(flags.intValue) : try RegexFlagType.number(&machine, flags)
        let slot =
            Int(truncatingIfNeeded: (pattern.payload >> 4) ^ UInt64(truncatingIfNeeded: number))
            & (RegexState.constantSlots - 1)
        if pattern.region == .constants, let found = constants[slot], found.pattern.isIdentical(to: pattern),
            found.flags == number
        {
            return found.handle
        }
        if let handle = machine.foreignObject(pattern, as: PatternHandle.self) {
            guard number == 0 else {
                throw machine.raise(.valueError, "cannot process flags argument with a compiled pattern")
            }
            return handle
        }
        let source = machine.unwrapped(pattern)
        guard source.isString || source.tag == .bytes else {
            _ = try machine.hash(pattern)
            throw machine.raise(.typeError, "first argument must be string or compiled pattern")
        }
        let handle = try compiled(&machine, source, flags: number)
        if pattern.region == .constants {
            if handle.permanent.isUnbound, permanentCount < RegexState.permanentMax,
                permanentWeight + handle.pattern.weight <= RegexState.permanentBytesMax
            {
                permanentCount += 1
                permanentWeight += handle.pattern.weight
                handle.permanent = try machine.makeForeign(handle, type: patternType, isPermanent: true)
            }
            constants[slot] = Constant(pattern: pattern, flags: number, handle: handle)
        }
        return handle
    }

    private func compiled(_ machine: inout Machine, _ source: Value, flags: Int) throws(Raised) -> PatternHandle {
        let bytes = Array(machine.memory.bytes(source))
        try machine.charge(bytes.count / 64)
        let key = Key(source: bytes, kind: source.isString ? .text : .bytes, flags: flags)
        if let handle = handles[key] { return handle }
        try machine.charge(RegexState.compileSteps + bytes.count)
        let handle: PatternHandle
        do {
            let pattern = try Pattern(bytes, kind: key.kind, flags: RegexFlags(rawValue: flags))
            handle = try PatternHandle(pattern, state: self)
        } catch let fault as PatternFault {
            throw machine.raise(fault, in: source)
        } catch {
            throw machine.exhausted("memory for regular expressions", workspace.limits.heapBytes)
        }
        remember(handle, key)
        return handle
    }

    /// Steps that compiling costs whatever the pattern: it takes as long as a few hundred turns of a loop.
    private static let compileSteps = 500

    private func remember(_ handle: PatternHandle, _ key: Key) {
        let limit = RegexState.patternBytesMax - handle.pattern.weight
        while oldest < order.count, order.count - oldest >= RegexState.patternsMax || weight > limit { forgetOldest() }
        order.append(key)
        handles[key] = handle
        weight += handle.pattern.weight
    }

    private func forgetOldest() {
        let forgotten = handles.removeValue(forKey: order[oldest])
        oldest += 1
        if oldest == RegexState.patternsMax {
            order.removeFirst(oldest)
            oldest = 0
        }
        guard let forgotten else { return }
        weight -= forgotten.pattern.weight
        for slot in constants.indices where constants[slot]?.handle === forgotten { constants[slot] = nil }
    }
}

extension MatchLimits {
    /// ``heapKibibytes`` in bytes.
    var heapBytes: Int { Int(heapKibibytes) << 10 }
}
