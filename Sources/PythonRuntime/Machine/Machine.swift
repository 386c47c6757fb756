/// Runs modules of the dialect: one machine for one worker, with its stack, its memory and its modules' state.
///
/// A machine is used by one thread at a time. Nothing it computes outlives ``finishEvent()`` but what modules keep
/// and what the caller copied out. All limits are those given at the start.
package struct Machine: ~Copyable {
    package internal(set) var memory: Memory
    package let limits: Limits
    package let environment: Environment

    /// Never read: an existential makes the compiler pass the machine by its address. Without it the machine is
    /// "loadable", and each call of a method that does not mutate copies all of its nine hundred bytes.
    private let heldInPlace: any Sendable = ()

    // MARK: Execution

    /// Registers of all frames, one behind the other.
    let stack: UnsafeMutablePointer<Value>
    let stackCapacity: Int
    let frames: UnsafeMutablePointer<Frame>
    /// Number of frames; the running one is `frames[depth - 1]`.
    var depth = 0
    /// The first stack place above everything in use; where a call from a builtin starts.
    var top = 0
    /// Calls that went through Swift and have not returned.
    var nativeDepth = 0
    /// Steps left in this event.
    package internal(set) var steps: Int
    /// The exception that was raised, while ``Raised`` is on its way.
    package var exception: Value = .unbound
    /// What the generator returned that has just ended; see ``resume(_:sending:)``.
    var generatorResult: Value = .none
    /// What writes the contexts of alerts; nil while it does, or before it has.
    var contextWriter: JSONWriter?
    /// Set when a limit was reached: no handler may catch it.
    var isExhausted = false

    // MARK: Tables

    var symbols = SymbolTable()
    var types: TypeTable
    var natives = NativeTable()
    var modules: [ModuleRecord] = []
    /// The first of each library module that was made, by name.
    var libraryNumbers: [String: Int] = [:]
    /// The functions of library modules, in the order of their tables.
    var libraryFunctions: [String: [Value]] = [:]
    /// Above zero while a library module that all spaces share is being made.
    var sharedImports = 0
    /// Above zero while a library module gets the constants that are made in Swift.
    var libraryFills = 0
    /// The modules of each space by name; see ``ModuleSpace``.
    var spaces: [[String: Int]] = [[:]]
    /// Copies of modules that no name finds: see ``moduleCopy(_:in:)``.
    var moduleCopies: [ModulePlace: Int] = [:]
    /// Bytes of the names that each space has added to its modules.
    var addedNameBytes = [0]
    /// What each space keeps of the heap.
    var heapShares: HeapShares
    /// Modules that were found by name, linked once: further spaces borrow their code.
    var templates: [String: Int] = [:]
    var codes: [Code] = []
    var linkedCodes: [UnsafePointer<LinkedCode>] = []
    /// The same as ``linkedCodes``, and the slots of each module, as the loop reads them: no array in between.
    var codeTable = LoopTable<UnsafePointer<LinkedCode>>()
    var slotTable = LoopTable<Value>()
    /// Builtin functions and types by name.
    var builtins: [Symbol: Value] = [:]
    /// Exception classes by ``ExceptionType``.
    var exceptionClasses: [Value] = []
    /// Swift objects that values refer to; see ``makeForeign(_:type:)``.
    var foreign = ForeignTable()
    /// Values of the library that live as long as the machine, by name.
    package var retained: [String: Value] = [:] { didSet { retainedVersion &+= 1 } }
    /// Changes with `retained`.
    var retainedVersion = 0
    var retainedVersionSeen = 0
    /// Modules that got other slots since the last event ended: those may lie in the arena still.
    var movedModules: [Int] = []
    /// Whether the builtins and their exceptions, which never change again, lie in the heap.
    var hasKeptBuiltins = false
    /// Types of the builtin iterators.
    var iterators = IteratorTypes()
    /// Names that the machine itself looks up.
    var names: WellKnownNames
    /// Seed of string hashes: keeps hostile keys from colliding on purpose.
    let hashSeed: UInt64
    /// Objects that were hashed by identity: each has a number of its own.
    var serialNumber: UInt64 = 0
    /// How many NaNs `float()` has made: each gets bits of its own.
    var madeNaNs: UInt64 = 0

    /// What rules keep by key: `panther_detection_helpers.caching`.
    /// Whoever reads or changes it depends on the order of events: see ``noteLibraryState()``.
    package var keyValueStore: KeyValueStore {
        mutating _read {
            noteLibraryState()
            yield keptByKey
        }
        _modify {
            noteLibraryState()
            yield &keptByKey
        }
    }
    private var keptByKey = KeyValueStore()
    /// What was changed that outlives the event.
    var changes = StateChanges()

    // MARK: The event

    /// What the running rule looks at; set by ``withEvent(_:_:)``.
    var event = EventContext()
    /// What rules printed during this event, up to ``Limits/printedBytesMax``; emptied by ``finishEvent()``.
    package var printed: [UInt8] = []

    /// A machine without modules. Reserves address space, takes memory only as it is used.
    package init(limits: Limits = Limits(), environment: Environment) {
        self.limits = limits
        self.environment = environment
        memory = Memory(limits: limits)
        heapShares = HeapShares(limits: limits)
        stackCapacity = (limits.depthMax + 2) * (Code.registersMax / 4) + 4096
        stack = .allocate(capacity: stackCapacity)
        stack.initialize(repeating: .unbound, count: stackCapacity)
        frames = .allocate(capacity: limits.depthMax + 2)
        steps = limits.stepsMax
        types = TypeTable()
        names = WellKnownNames()
        hashSeed = environment.hashSeed
        boot()
    }

    deinit {
        stack.deallocate()
        frames.deallocate()
        codeTable.release()
        slotTable.release()
        for code in linkedCodes {
            if code.pointee.ownsParts {
                code.pointee.instructions.deallocate()
                code.pointee.parameterNames.deallocate()
            }
            code.deallocate()
        }
        for constants in constantsOf.values { constants.deallocate() }
    }

    /// Constants of each module, by its name and number.
    var constantsOf: [String: UnsafePointer<Value>] = [:]
}

/// What a machine may know of the world: it opens nothing itself.
package struct Environment: Sendable {
    /// Seconds since 1970, as `time.time()` gives them: the wall clock, or the time of the event.
    package var now: @Sendable () -> Double
    /// Seeds the hashes of strings; never seen by rules but through `hash()`.
    package var hashSeed: UInt64
    /// `os.environ`.
    package var variables: [String: String]
    /// The code of a module that is not in the library, a global helper: the same for the same name; nil if there is none.
    package var findModule: @Sendable (String) throws(ModuleRefusal) -> ModuleCode?
    /// `event.lookup(table, key)` where the event has no rows for tests: the row as a plain dictionary, or `None`.
    package var lookup: (@Sendable (inout Machine, String, String) throws(Raised) -> Value)?
    /// The modules of the library, by name.
    package var library: [String: NativeModule]
    /// The seed of `random`, `uuid4`: injected, so that a run can be repeated.
    package var randomSeed: UInt64

    /// A seed for tests and tools that run nothing of strangers.
    package static let hashSeedDefault: UInt64 = 0x9E37_79B9_7F4A_7C15

    package init(
        now: @escaping @Sendable () -> Double,
        hashSeed: UInt64 = Environment.hashSeedDefault,
        variables: [String: String] = [:],
        library: [String: NativeModule] = [:],
        findModule: @escaping @Sendable (String) throws(ModuleRefusal) -> ModuleCode? = { _ in nil },
        randomSeed: UInt64 = 0,
        lookup: (@Sendable (inout Machine, String, String) throws(Raised) -> Value)? = nil
    ) {
        self.now = now
        self.hashSeed = hashSeed
        self.variables = variables
        self.library = library
        self.findModule = findModule
        self.randomSeed = randomSeed
        self.lookup = lookup
    }
}
