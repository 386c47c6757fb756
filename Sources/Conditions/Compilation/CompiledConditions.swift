import Addresses
package import Events
import PythonRegex

/// Conditions in the form that is evaluated: flat tables of trivial values over one key table, made once, shared by all
/// workers. A worker evaluates them with a ``ConditionEvaluator``.
///
///     var keys = KeyTable()
///     var compiled = CompiledConditions()
///     let condition = compiled.add(tree, keys: &keys)
///     var evaluator = ConditionEvaluator(compiled)
///     evaluator.begin(tape.view)                       // a tape made with `keys`
///     let truth = evaluator.evaluate(condition)
package struct CompiledConditions: Sendable {
    /// A compiled condition's number.
    package struct ID: Hashable, Sendable, BitwiseCopyable {
        /// The index of its root node.
        let root: UInt32
    }

    var nodes: [ProgramNode] = []
    var leaves: [ProgramLeaf] = []
    var quantifiers: [ProgramQuantifier] = []
    var fields: [ProgramField] = []
    var steps: [ProgramStep] = []
    var literals: [ProgramLiteral] = []
    var transforms: [ProgramTransform] = []
    var networks: [NetworkAddress] = []
    var patterns: [Pattern] = []
    var text: [UInt8] = []
    /// Tables of ``NeedleTable``, one after the other; the first place is nobody's.
    var needles: [UInt16] = [0]
    /// Fields that were compiled already: the same reading is done once.
    var fieldNumbers: [FieldReference: UInt32] = [:]
    var patternNumbers: [PatternKey: UInt32] = [:]
    /// The paths of fields, however what is missing is read.
    var pathNumbers: [PathKey: UInt32] = [:]
    /// Leaves on the event that were compiled already: what several rules ask is asked once.
    var leafNumbers: [Leaf: UInt32] = [:]

    /// What makes patterns the same.
    struct PatternKey: Hashable {
        var source: [UInt8]
        var isInsensitive: Bool
    }

    /// What makes paths the same.
    struct PathKey: Hashable {
        var root: FieldReference.Root
        var style: FieldReference.Style
        var steps: [FieldStep]
    }

    /// No conditions yet.
    package init() {}

    /// Conditions, leaves and the like so far: a measure of size.
    package var nodeCount: Int { nodes.count }

    /// Compiles `condition`. Its keys join `keys`, which the tapes it is evaluated on must be made with, or with a copy that
    /// has grown. What cannot be compiled is unknown at every event: nothing fails.
    package mutating func add(_ condition: Condition, keys: inout KeyTable) -> ID {
        let root = UInt32(nodes.count)
        var compiler = ConditionCompiler(output: self, keys: keys)
        // Held by the compiler alone they grow in place; else each condition would copy those before it.
        self = CompiledConditions()
        keys = KeyTable()
        compiler.compile(condition, depth: 0, quantifiers: 0)
        self = compiler.output
        keys = compiler.keys
        return ID(root: root)
    }
}
