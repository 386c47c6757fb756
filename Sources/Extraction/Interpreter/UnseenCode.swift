import Synchronization

/// What code that the analysis of a detection does not follow may leave behind for later events.
///
/// One object for all that is analysed of the detection: its functions run one after the other on the same modules.
final class UnseenCode: Sendable {
    /// Names that it may write.
    var names: Set<GlobalName> { known.withLock { $0.names } }
    /// Containers of modules that it may change.
    var objects: Set<ObjectID> { known.withLock { $0.objects } }
    /// How often something could not be said.
    var opaqueCount: Int { known.withLock { $0.opaqueCount } }

    private let known: Mutex<Known>

    private struct Known {
        var names: Set<GlobalName> = []
        var objects: Set<ObjectID> = []
        var opaqueCount = 0
        var functions: Set<Int> = []
        /// Functions that may run unseen and have not been looked at.
        var pending: [FunctionID] = []
    }

    /// Nothing, or what another knows.
    init(_ other: UnseenCode? = nil) {
        var start = Known()
        if let other {
            let known = other.known.withLock { $0 }
            (start.names, start.objects, start.functions) = (known.names, known.objects, known.functions)
        }
        known = Mutex(start)
    }

    /// Notes that something cannot be said.
    func noteOpaque() { known.withLock { $0.opaqueCount += 1 } }

    func note(_ name: GlobalName) { known.withLock { _ = $0.names.insert(name) } }

    func note(_ object: ObjectID) -> Bool { known.withLock { $0.objects.insert(object).inserted } }

    /// Notes that a function may run unseen.
    func note(_ function: FunctionID) {
        known.withLock { if $0.functions.insert(function.number).inserted { $0.pending.append(function) } }
    }

    /// Takes a function that is to be looked at.
    func takeFunction() -> FunctionID? { known.withLock { $0.pending.popLast() } }
}
