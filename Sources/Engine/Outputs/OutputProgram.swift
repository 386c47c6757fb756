import Conditions
import Events
import Extraction

/// Says what a match carries without running code, where ``OutputTemplate`` knows it: texts of the event are copied where they
/// belong.
package struct OutputProgram: ~Copyable {
    /// A template in flat tables.
    struct Template: BitwiseCopyable {
        var guardStart: UInt32
        var guardCount: UInt32
        var pieceStart: UInt32
        var pieceCount: UInt32
        var isMapping: Bool
    }

    /// A part of one.
    enum Piece: BitwiseCopyable {
        case literal(start: UInt32, count: UInt32)
        case text(CompiledConditions.FieldID)
        case value(CompiledConditions.FieldID)
    }

    private let templates: FlatTable<Template>
    private let guards: FlatTable<CompiledConditions.ID>
    private let pieces: FlatTable<Piece>
    private let literals: FlatTable<UInt8>
    /// By the detection's index and the function's number: the template's, or -1. Empty if there are none at all.
    private let numbers: FlatTable<Int32>
    private var buffer = ByteBuffer(capacity: 512)

    /// Functions that are said: those whose result is a text or a mapping as it is.
    static let functions: [DetectionFunction] = [
        .title, .description, .reference, .runbook, .dedup, .alertContext, .unique,
    ]

    /// A program of the templates of detections, by their index; `count` is the number of all. Guards and fields join `program`.
    init(
        _ found: [Int: [DetectionFunction: OutputTemplate]],
        count: Int,
        _ program: inout CompiledConditions,
        keys: inout KeyTable
    ) {
        var templates: [Template] = []
        var guards: [CompiledConditions.ID] = []
        var pieces: [Piece] = []
        var literals: [UInt8] = []
        let functionCount = DetectionFunction.allCases.count
        var numbers = [Int32](repeating: -1, count: found.isEmpty ? 0 : count * functionCount)
        for (index, functions) in found.sorted(by: { $0.key < $1.key }) {
            for function in Self.functions {
                guard let template = functions[function] else { continue }
                numbers[index * functionCount + function.number] = Int32(templates.count)
                templates.append(
                    Template(
                        guardStart: UInt32(guards.count),
                        guardCount: UInt32(template.guards.count),
                        pieceStart: UInt32(pieces.count),
                        pieceCount: UInt32(template.pieces.count),
                        isMapping: template.isMapping
                    )
                )
                for condition in template.guards { guards.append(program.add(condition, keys: &keys)) }
                for piece in template.pieces {
                    switch piece {
                    case .literal(let text):
                        pieces.append(.literal(start: UInt32(literals.count), count: UInt32(text.utf8.count)))
                        literals += text.utf8
                    case .text(let field): pieces.append(.text(program.add(field, keys: &keys)))
                    case .value(let field): pieces.append(.value(program.add(field, keys: &keys)))
                    }
                }
            }
        }
        self.templates = FlatTable(templates)
        self.guards = FlatTable(guards)
        self.pieces = FlatTable(pieces)
        self.literals = FlatTable(literals)
        self.numbers = FlatTable(numbers)
    }

    /// What a function of a detection gives for the event that `evaluator` is at; nil where only its code can tell.
    @inline(__always)
    mutating func outcome(
        of function: DetectionFunction,
        _ index: Int,
        _ evaluator: inout ConditionEvaluator
    ) -> FunctionOutcome? {
        guard numbers.count > 0 else { return nil }
        let number = numbers[index &* DetectionFunction.allCases.count &+ function.number]
        return number < 0 ? nil : outcome(templates[Int(number)], &evaluator)
    }

    private mutating func outcome(_ template: Template, _ evaluator: inout ConditionEvaluator) -> FunctionOutcome? {
        for offset in 0..<Int(template.guardCount)
        where evaluator.evaluate(guards[Int(template.guardStart) &+ offset]) != .true {
            return nil
        }
        buffer.removeAll()
        for offset in 0..<Int(template.pieceCount) {
            guard append(pieces[Int(template.pieceStart) &+ offset], template.isMapping, &evaluator) else { return nil }
        }
        // What is cut or replaced for its length is the code's.
        guard buffer.count <= Self.bytesMax else { return nil }
        return template.isMapping ? .json(buffer.string) : .text(DetectionLimits.truncated(buffer.string))
    }

    /// Bytes of what is said without code.
    package static let bytesMax = 1 << 16

    /// Adds a part; false where it is not what its place is for.
    private mutating func append(_ piece: Piece, _ isMapping: Bool, _ evaluator: inout ConditionEvaluator) -> Bool {
        switch piece {
        case .literal(let start, let count):
            buffer.append(UnsafeRawBufferPointer(start: literals.pointer(to: Int(start)), count: Int(count)))
        case .text(let field):
            guard case .text(let text) = evaluator.plainValue(of: field), !isMapping || Self.isPlain(text) else {
                return false
            }
            buffer.append(text)
        case .value(let field):
            switch evaluator.plainValue(of: field) {
            case .text(let text):
                guard Self.isPlain(text) else { return false }
                buffer.append(quoted: text)
            case .null: buffer.append("null")
            case .true: buffer.append("true")
            case .false: buffer.append("false")
            case .other: return false
            }
        }
        return true
    }

    /// Whether a text stands in JSON as it is.
    private static func isPlain(_ text: UnsafeRawBufferPointer) -> Bool {
        plainJSONEnd(text, from: 0, stopsAtNonASCII: true) == text.count
    }
}
