import Conditions
import Diagnostics
import PythonSyntax

/// Runs Python code on symbols instead of values: what comes out is what the code decides, for all events at once.
///
/// Every expression gives a ``Symbol``; every block of statements gives ``Decision``s in the order they are met. The rule that
/// keeps all of it sound: whatever may raise or change something stands in front of what decides after it, as a condition
/// that is then ``Truth/unknown``.
struct Interpreter: Sendable {
    let limits: ExtractionLimits
    var library: ModuleLibrary
    /// Modules whose body has run, by name.
    var modules: [String: ModuleNames] = [:]
    /// What containers made by modules hold.
    var moduleHeap: [ObjectID: HeapObject] = [:]
    /// Python functions, by ``FunctionID``.
    var functions: [FunctionValue] = []
    var nextObject = 0
    /// The last object that the pack's helpers and data models have made.
    var lastSharedObject = 0
    var nextBinder = Condition.firstBinder

    // What is being run.

    /// The module whose code runs.
    var module = ""
    /// The text of that module.
    var source = Source(path: "", text: "")
    /// The names of the function that runs; nil for the body of a module.
    var scope: FunctionScope?
    /// The functions that run, outermost first.
    var calls: [FunctionID] = []
    var stepsLeft: Int
    /// What conditions may still be put together.
    var compilation: CompilationBudget
    /// Statements and expressions that stand in one another, calls included.
    var nesting = 0
    /// What an earlier event may have left changed.
    var unstable = LastingState()
    /// What has been written of that by all that was followed, on ways that end in something that cannot be said too.
    var touched = LastingState()
    /// Unstable names that were read before they were written.
    var staleReads: Set<GlobalName> = []
    /// The methods of the classes of modules.
    var methods: [(module: String, body: [Statement])] = []
    /// What functions may change of what they are given, by their number; nil while that is found out.
    var exposures: [Int: Exposure?] = [:]
    var exposureDepth = 0
    /// What was passed over, and may have an effect.
    var unseen = UnseenCode()
    /// How long keys of the cache are kept, in seconds, wherever the code says so.
    var windows: Set<Int> = []
    /// The names in data models that values were asked for by.
    var modelNames: [Symbol: String] = [:]
    /// What data models have answered.
    var modelAnswers: [ModelQuestion: ModelAnswer] = [:]
    /// Names of the module that tests replace, with what calling them gives.
    var mocks: [String: Symbol] = [:]
    /// What calling a mock gives, by the native name that stands for it.
    var mockResults: [String: Symbol] = [:]
    /// Names that modules of the pack are being loaded under, to meet circles.
    var loading: Set<String> = []
    /// What methods of data models answer; nil while the pack's modules are loaded.
    var modelMethods: ModelMethods?
    /// Whether a module has changed another that was loaded before it.
    var hasChangedModules = false
    /// Whether what is no JSON is caught where it is read as such.
    var catchesFaultsOfJSON = false
    /// What has been read as JSON since.
    var forgivenJSON: [FieldReference] = []
    /// Methods of data models that run; the event has no `udm` there.
    var isInModel = 0
    /// What has been asked of the event, in order.
    var accesses: [FieldAccess] = []
    /// Which data model answers.
    var model = AnsweringModel.none
    /// Whether it matters which.
    var asksModel = false

    init(library: ModuleLibrary, limits: ExtractionLimits) {
        self.library = library
        self.limits = limits
        stepsLeft = limits.steps
        compilation = CompilationBudget(limits.compiledNodes)
    }

    /// Begins with another function, for which all that is allowed is left.
    mutating func renewBudgets(_ limits: ExtractionLimits) {
        stepsLeft = limits.steps
        compilation = CompilationBudget(limits.compiledNodes)
    }

    // MARK: Places and reasons

    /// The place of an expression in the module that runs.
    func place(_ span: Span) -> SourcePlace {
        SourcePlace(file: module == library.mainModule ? nil : source.path, line: source.line(at: span.start))
    }

    /// Something at `span` that cannot be said.
    func opaque(
        _ reason: OpaqueReason,
        _ span: Span,
        reads: [FieldReference] = [],
        mayRaise: Bool = true,
        changesState: Bool = false
    ) -> Opaque {
        unseen.noteOpaque()
        let text = source.text(of: span).split(whereSeparator: \.isNewline).map { line in
            line.drop { $0 == " " || $0 == "\t" }
        }.joined(separator: " ")
        let shown = text.count > 80 ? text.prefix(79) + "…" : Substring(text)
        return Opaque(
            reason,
            place: place(span),
            text: String(shown),
            reads: reads,
            mayRaise: mayRaise,
            changesState: changesState
        )
    }

    /// The code raises at `span`.
    func failure(_ span: Span) -> Opaque { opaque(.error, span, mayRaise: true) }

    /// Counts a step of work; false when there are none left.
    mutating func step() -> Bool {
        stepsLeft -= 1
        return stepsLeft > 0
    }

    /// A condition, or its beginning where it has grown past its limit.
    mutating func charged(_ condition: Condition, _ span: Span) -> Condition {
        let weight = condition.weight(upTo: limits.conditionNodes)
        stepsLeft -= weight / 8
        return weight > limits.conditionNodes ? shortened(condition, span) : condition
    }

    /// A condition, or its beginning where it has grown past its limit.
    func bounded(_ condition: Condition, _ span: Span) -> Condition {
        guard condition.weight(upTo: limits.conditionNodes) > limits.conditionNodes else { return condition }
        return shortened(condition, span)
    }

    /// As much of a condition that is too long as leaves room for what comes after it.
    private func shortened(_ condition: Condition, _ span: Span) -> Condition {
        let reason = opaque(.limit, span, reads: Array(condition.fieldsRead.prefix(64)))
        return condition.cut(to: limits.conditionNodes / 4, .opaque(condition.goesOn ? reason.open : reason))
    }

    /// A number for elements of a list.
    mutating func makeBinder() -> Int {
        nextBinder += 1
        return nextBinder
    }

    // MARK: Containers

    /// A new container.
    mutating func make(_ object: HeapObject, _ state: inout PathState) -> Symbol {
        nextObject += 1
        let id = ObjectID(number: nextObject)
        state.heap[id] =
            object.elements.count <= limits.elements ? object : HeapObject(kind: object.kind, poison: Opaque(.limit))
        return .object(id)
    }

    /// A new container with these elements.
    mutating func make(_ kind: HeapObject.Kind, _ elements: [Symbol], _ state: inout PathState) -> Symbol {
        make(HeapObject(kind: kind, elements: elements.map { HeapObject.Element(value: $0) }), &state)
    }

    /// What a container holds.
    func content(_ id: ObjectID, _ state: PathState) -> HeapObject {
        if let here = state.heap[id] { return here }
        guard let kept = moduleHeap[id] else { return HeapObject(kind: .list, poison: Opaque(.unsupported)) }
        guard unstable.objects.contains(id) else { return kept }
        return HeapObject(kind: kept.kind, poison: Opaque(.stateChange, mayRaise: true, changesState: true))
    }

    /// Changes a container.
    mutating func change(
        _ id: ObjectID,
        _ span: Span,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ body: (inout HeapObject) -> Void
    ) {
        var object = content(id, state)
        body(&object)
        if object.elements.count > limits.elements {
            object.elements = []
            object.poison = opaque(.limit, span, mayRaise: false)
        }
        state.heap[id] = object
        if moduleHeap[id] != nil, scope != nil {
            state.changed.insert(id)
            touched.objects.insert(id)
            flow.append(.effect(Decision.Effect(name: nil, opaque: opaque(.stateChange, span, changesState: true))))
        }
    }

    /// The content of containers that `symbol` leads to is no longer known.
    mutating func poison(
        _ symbol: Symbol,
        _ reason: Opaque,
        _ span: Span,
        _ state: inout PathState,
        _ flow: inout [Decision]
    ) {
        var pending = [symbol]
        var seen: Set<ObjectID> = []
        while let next = pending.popLast() {
            switch next {
            case .object(let id):
                guard seen.insert(id).inserted else { continue }
                let object = content(id, state)
                pending += object.elements.map(\.value)
                guard object.kind != .tuple, object.kind != .frozenset else { continue }
                change(id, span, &state, &flow) { object in
                    object.elements = object.elements.map {
                        HeapObject.Element(
                            key: $0.key,
                            value: .opaque(reason.settled),
                            presence: .opaque(reason.settled)
                        )
                    }
                    object.poison = reason.settled
                }
            case .choice(_, let first, let second): pending += [first, second]
            case .checked(_, let value): pending.append(value)
            case .method(let value, _), .view(let value, _): pending.append(value)
            default: break
            }
        }
    }

    /// The constant that a symbol is, containers included; nil if it is none.
    func literal(_ symbol: Symbol, _ state: PathState) -> Literal? {
        switch symbol {
        case .constant(let value): return value
        case .truth(.constant(let value)): return .bool(value)
        case .object(let id):
            let object = content(id, state)
            guard object.isCertain else { return nil }
            if object.kind == .dict {
                var members: [Literal.Member] = []
                for element in object.elements {
                    guard case .constant(.string(let name)) = element.key, let value = literal(element.value, state)
                    else { return nil }
                    members.append(Literal.Member(name, value))
                }
                return .object(members)
            }
            var values: [Literal] = []
            for element in object.elements {
                guard let value = literal(element.value, state) else { return nil }
                values.append(value)
            }
            return .list(values)
        default: return nil
        }
    }
}

/// The names of a module whose body has run.
struct ModuleNames: Sendable {
    /// Where its functions look up names.
    var globals: [String: Symbol] = [:]
    /// Its text.
    var source: Source
}

/// A read of the event by the code, as the code names it.
struct FieldAccess: Hashable, Sendable {
    /// The path, or the name in the data model.
    var name: String
    /// What is read.
    var fields: [FieldReference]
}
