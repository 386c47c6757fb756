import Addresses
import Detections
import Events
import PantherFormat
import PythonRuntime

/// The expressions of a pack, ready for the tapes of one machine: flat, trivial, without text of their own.
///
/// Compiled expressions are shared by all workers; a program is one worker's. Once it is linked with the table of keys that
/// events are parsed with, finding a field compares numbers; before, texts. Evaluating allocates nothing, but for texts with escapes or in other case that are longer
/// than 1 KiB.
struct ExpressionProgram: ~Copyable {
    var nodes: [ExpressionNode] = []
    var paths: [ExpressionPath] = []
    var steps: [ExpressionStep] = []
    var networks: [NetworkAddress] = []
    /// How subjects are called in messages, by path.
    var pathTexts: [String] = []
    /// The values of the file that are compared with: elements of one array.
    var constants = Tape()
    /// By detection: the node that decides whether its filters let an event pass, ``absent`` without filters.
    var filters: [UInt32]
    /// By detection: the node that decides whether it matches, ``absent`` if it is not made of expressions.
    var matchers: [UInt32]
    /// The alert keys of detections that have some.
    var alerts: [Int: LinkedAlertKeys] = [:]

    static var absent: UInt32 { .max }

    /// Alert keys, their keys and conditions by number.
    struct LinkedAlertKeys {
        var title: [TitlePart]?
        var context: [(name: String, path: UInt32)]?
        var groupBy: [UInt32]?
        var severities: [(severity: Severity, node: UInt32)]?

        enum TitlePart {
            case text(String)
            case value(UInt32)
        }
    }

    /// The steps that go down to a member, by its name.
    private var names: [(step: Int, name: String)] = []

    /// Links the expressions of `compiled`, whose names `machine` then knows.
    init(_ compiled: CompiledExpressions, detectionCount: Int, _ machine: inout Machine) {
        filters = Array(repeating: Self.absent, count: detectionCount)
        matchers = filters
        guard !compiled.entries.isEmpty else { return }
        for name in compiled.names { _ = machine.name(name) }
        var linker = ExpressionLinker()
        for (index, entry) in compiled.entries where index < detectionCount {
            // Filters look at the raw event, where names match exactly; detections at Panther's event, where they need not.
            if let filter = entry.filter { filters[index] = linker.link(filter, ignoringCase: false) }
            if let matcher = entry.matcher { matchers[index] = linker.link(matcher, ignoringCase: true) }
            if let keys = entry.keys { alerts[index] = linker.link(keys) }
        }
        names = linker.names
        nodes = linker.nodes
        paths = linker.paths
        steps = linker.steps
        networks = linker.networks
        pathTexts = linker.pathTexts
        linker.build(&constants)
        // From a constant's number to its node.
        let places = constants.view.children(of: Tape.root).map { $0 }
        for index in nodes.indices where nodes[index].kind == .comparison {
            nodes[index].operand = places[Int(nodes[index].operand)]
        }
        for index in steps.indices {
            if case .name(let number) = steps[index] { steps[index] = .name(places[Int(number)]) }
        }
    }

    /// Makes names numbers of `keys`, which they join and tapes of events must be made with. O(names).
    mutating func link(_ keys: inout KeyTable) {
        for (step, name) in names {
            let id = keys.intern(name)
            // One that is past a limit of the table is still found by its text.
            if id.isSpelled { steps[step] = .key(id.rawValue) }
        }
    }

    /// Whether the detection has filters.
    @inline(__always)
    func hasFilter(_ index: Int) -> Bool { filters[index] != Self.absent }

    /// Whether the detection is made of expressions.
    @inline(__always)
    func hasMatcher(_ index: Int) -> Bool { matchers[index] != Self.absent }

    /// Whether alert keys stand for some of the detection's functions.
    @inline(__always)
    func hasAlertKeys(_ index: Int) -> Bool { !alerts.isEmpty && alerts[index] != nil }

    /// Whether the filters of a detection let the event pass; true without filters. Throws what Python would raise.
    func passesFilter(_ index: Int, _ event: TapeView) throws(FunctionError) -> Bool {
        filters[index] == Self.absent ? true : try evaluate(filters[index], event)
    }

    /// Whether a detection that is made of expressions matches the event.
    func matches(_ index: Int, _ event: TapeView) throws(FunctionError) -> Bool {
        matchers[index] == Self.absent ? false : try evaluate(matchers[index], event)
    }

    func evaluate(_ node: UInt32, _ event: TapeView) throws(FunctionError) -> Bool {
        var evaluation = ExpressionEvaluation(event: event, constants: constants.view)
        return try evaluation.holds(node, at: Tape.root, self)
    }
}
