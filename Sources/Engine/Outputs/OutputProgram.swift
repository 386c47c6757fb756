import Conditions
import Events
import Extraction

/// Says what a match carries without running code, where ``OutputTemplate`` knows it: texts of the event are copied where they
/// belong.
package struct OutputProgram: ~Copyable {
    /// A template in flat tables: where its steps are.
    struct Template: BitwiseCopyable {
        var start: UInt32
        var end: UInt32
        var isMapping: Bool
    }

    /// A step of putting it together. They are taken in order; jumps go forward only, so that all come to an end.
    enum Step: BitwiseCopyable {
        case literal(start: UInt32, count: UInt32)
        case text(CompiledConditions.FieldID)
        case value(CompiledConditions.FieldID)
        case check(CompiledConditions.ID)
        /// Goes on if the condition is true, to another step if it is false.
        case test(CompiledConditions.ID, otherwise: UInt32)
        case jump(UInt32)
    }

    private let templates: FlatTable<Template>
    private let steps: FlatTable<Step>
    private let literals: FlatTable<UInt8>
    /// By the detection's index and the function's number: the template's, or -1. Empty if there are none at all.
    private let numbers: FlatTable<Int32>
    private var buffer = ByteBuffer(capacity: 512)

    /// Functions that are said: those whose result is a text or a mapping.
    static let functions: [DetectionFunction] = [
        .title, .description, .reference, .severity, .runbook, .dedup, .alertContext, .unique,
    ]

    /// A program of the templates of detections, by their index; `count` is the number of all. Conditions and fields join `program`.
    init(
        _ found: [Int: [DetectionFunction: OutputTemplate]],
        count: Int,
        _ program: inout CompiledConditions,
        keys: inout KeyTable
    ) {
        var templates: [Template] = []
        var tables = Tables()
        let functionCount = DetectionFunction.allCases.count
        var numbers = [Int32](repeating: -1, count: found.isEmpty ? 0 : count * functionCount)
        for (index, functions) in found.sorted(by: { $0.key < $1.key }) {
            for function in Self.functions {
                guard let template = functions[function] else { continue }
                numbers[index * functionCount + function.number] = Int32(templates.count)
                let start = tables.steps.count
                tables.add(template.parts, &program, keys: &keys)
                templates.append(
                    Template(
                        start: UInt32(start),
                        end: UInt32(tables.steps.count),
                        isMapping: template.isMapping
                    )
                )
            }
        }
        self.templates = FlatTable(templates)
        steps = FlatTable(tables.steps)
        literals = FlatTable(tables.literals)
        self.numbers = FlatTable(numbers)
    }

    /// Steps in the making.
    private struct Tables {
        var steps: [Step] = []
        var literals: [UInt8] = []

        mutating func add(
            _ parts: [OutputTemplate.Part],
            _ program: inout CompiledConditions,
            keys: inout KeyTable
        ) {
            for part in parts {
                switch part {
                case .literal(let text):
                    steps.append(.literal(start: UInt32(literals.count), count: UInt32(text.utf8.count)))
                    literals += text.utf8
                case .text(let field): steps.append(.text(program.add(field, keys: &keys)))
                case .value(let field): steps.append(.value(program.add(field, keys: &keys)))
                case .check(let condition): steps.append(.check(program.add(condition, keys: &keys)))
                case .choice(let condition, let first, let second):
                    let condition = program.add(condition, keys: &keys)
                    let test = steps.count
                    steps.append(.test(condition, otherwise: 0))
                    add(first, &program, keys: &keys)
                    let jump = steps.count
                    steps.append(.jump(0))
                    steps[test] = .test(condition, otherwise: UInt32(steps.count))
                    add(second, &program, keys: &keys)
                    steps[jump] = .jump(UInt32(steps.count))
                }
            }
        }
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
        buffer.removeAll()
        var next = Int(template.start)
        while next < Int(template.end) {
            let step = steps[next]
            next &+= 1
            switch step {
            case .literal(let start, let count):
                buffer.append(UnsafeRawBufferPointer(start: literals.pointer(to: Int(start)), count: Int(count)))
            case .text(let field):
                guard appendText(field, template.isMapping, &evaluator) else { return nil }
            case .value(let field): guard appendValue(field, &evaluator) else { return nil }
            case .check(let condition): guard evaluator.evaluate(condition) == .true else { return nil }
            case .test(let condition, let otherwise):
                switch evaluator.evaluate(condition) {
                case .true: break
                case .false: next = Int(otherwise)
                case .unknown: return nil
                }
            case .jump(let target): next = Int(target)
            }
        }
        // What is cut or replaced for its length is the code's.
        guard buffer.count <= Self.bytesMax else { return nil }
        return template.isMapping ? .json(buffer.string) : .text(DetectionLimits.truncated(buffer.string))
    }

    /// Bytes of what is said without code.
    package static let bytesMax = 1 << 16

    /// Adds a field that is a text; false where it is something else.
    @inline(__always)
    private mutating func appendText(
        _ field: CompiledConditions.FieldID,
        _ isMapping: Bool,
        _ evaluator: inout ConditionEvaluator
    ) -> Bool {
        guard case .text(let text) = evaluator.plainValue(of: field), !isMapping || Self.isPlain(text) else {
            return false
        }
        buffer.append(text)
        return true
    }

    /// Adds a field as JSON; false where it is none of the values that are written so.
    @inline(__always)
    private mutating func appendValue(
        _ field: CompiledConditions.FieldID,
        _ evaluator: inout ConditionEvaluator
    ) -> Bool {
        switch evaluator.plainValue(of: field) {
        case .text(let text):
            guard Self.isPlain(text) else { return false }
            buffer.append(quoted: text)
        case .null: buffer.append("null")
        case .true: buffer.append("true")
        case .false: buffer.append("false")
        case .other: return false
        }
        return true
    }

    /// Whether a text stands in JSON as it is.
    private static func isPlain(_ text: UnsafeRawBufferPointer) -> Bool {
        plainJSONEnd(text, from: 0, stopsAtNonASCII: true) == text.count
    }
}
