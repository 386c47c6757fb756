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
        case separator
        case text(CompiledConditions.OperandID)
        case shown(CompiledConditions.FieldID)
        case value(CompiledConditions.FieldID)
        case check(CompiledConditions.ID)
        /// Goes on if the condition is true, to another step if it is false.
        case test(CompiledConditions.ID, otherwise: UInt32)
        case jump(UInt32)
        /// For each element that the quantifier finds: the steps from here on for the first, those from `rest` on for the others.
        case each(CompiledConditions.ID, rest: UInt32, end: UInt32)
    }

    private let templates: FlatTable<Template>
    private let steps: FlatTable<Step>
    private let literals: FlatTable<UInt8>
    /// By the detection's index and the function's number: the template's, or -1. Empty if there are none at all.
    private let numbers: FlatTable<Int32>
    var buffer = ByteBuffer(capacity: 512)

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
            quantifiers: Int = 0,
            keys: inout KeyTable
        ) {
            for part in parts {
                switch part {
                case .literal(let text):
                    steps.append(.literal(start: UInt32(literals.count), count: UInt32(text.utf8.count)))
                    literals += text.utf8
                case .separator: steps.append(.separator)
                case .text(let operand):
                    steps.append(.text(program.add(operand, quantifiers: quantifiers, keys: &keys)))
                case .shown(let field):
                    steps.append(.shown(program.add(field, quantifiers: quantifiers, keys: &keys)))
                case .value(let field):
                    steps.append(.value(program.add(field, quantifiers: quantifiers, keys: &keys)))
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
                case .each(let quantifier, let first, let rest):
                    let condition = program.add(.quantifier(quantifier), keys: &keys)
                    let each = steps.count
                    steps.append(.jump(0))
                    add(first, &program, quantifiers: 1, keys: &keys)
                    let middle = UInt32(steps.count)
                    add(rest, &program, quantifiers: 1, keys: &keys)
                    steps[each] = .each(condition, rest: middle, end: UInt32(steps.count))
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
        guard knows(function, index), say(function, index, &evaluator) else { return nil }
        return template(function, index).isMapping
            ? .json(buffer.string) : .text(DetectionLimits.truncated(buffer.string))
    }

    /// Whether there is a template of a function of a detection.
    @inline(__always)
    func knows(_ function: DetectionFunction, _ index: Int) -> Bool {
        numbers.count > 0 && numbers[index &* DetectionFunction.allCases.count &+ function.number] >= 0
    }

    /// Puts together what a function gives of which there is a template: see ``said``; false where only its code can tell.
    mutating func say(_ function: DetectionFunction, _ index: Int, _ evaluator: inout ConditionEvaluator) -> Bool {
        say(template(function, index), &evaluator)
    }

    /// What was put together last, uncut: a text as UTF-8, or as WTF-8 where the event has lone surrogates; good until the next.
    var said: UnsafeRawBufferPointer { buffer.bytes }

    @inline(__always)
    private func template(_ function: DetectionFunction, _ index: Int) -> Template {
        templates[Int(numbers[index &* DetectionFunction.allCases.count &+ function.number])]
    }

    private mutating func say(_ template: Template, _ evaluator: inout ConditionEvaluator) -> Bool {
        buffer.removeAll()
        // What is cut or replaced for its length is the code's.
        return say(template.start..<template.end, template.isMapping, &evaluator) && buffer.count <= Self.bytesMax
    }

    private mutating func say(
        _ range: Range<UInt32>,
        _ isMapping: Bool,
        _ evaluator: inout ConditionEvaluator
    ) -> Bool {
        var next = range.lowerBound
        while next < range.upperBound {
            let step = steps[Int(next)]
            next &+= 1
            switch step {
            case .literal(let start, let count):
                buffer.append(UnsafeRawBufferPointer(start: literals.pointer(to: Int(start)), count: Int(count)))
            case .separator:
                // Nothing but a bracket stands before the first element.
                if let last = buffer.bytes.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") {
                    buffer.append(UInt8(ascii: ","))
                    buffer.append(UInt8(ascii: " "))
                }
            case .text(let operand): guard appendText(operand, isMapping, &evaluator) else { return false }
            case .shown(let field): guard appendShown(field, &evaluator) else { return false }
            case .value(let field): guard appendValue(field, &evaluator) else { return false }
            case .check(let condition): guard evaluator.evaluate(condition) == .true else { return false }
            case .test(let condition, let otherwise):
                switch evaluator.evaluate(condition) {
                case .true: break
                case .false: next = otherwise
                case .unknown: return false
                }
            case .jump(let target): next = target
            case .each(let condition, let rest, let end):
                guard sayEach(condition, next..<rest, rest..<end, isMapping, &evaluator) else { return false }
                next = end
            }
        }
        return true
    }

    /// Adds what the elements say that a quantifier finds.
    private mutating func sayEach(
        _ condition: CompiledConditions.ID,
        _ first: Range<UInt32>,
        _ rest: Range<UInt32>,
        _ isMapping: Bool,
        _ evaluator: inout ConditionEvaluator
    ) -> Bool {
        guard var visit = evaluator.visit(condition) else { return false }
        defer { evaluator.end(visit) }
        var steps = first
        while true {
            switch evaluator.next(&visit) {
            case .false: return true
            case .unknown: return false
            case .true:
                guard say(steps, isMapping, &evaluator), buffer.count <= Self.bytesMax else { return false }
                steps = rest
            }
        }
    }

    /// Bytes of what is said without code.
    package static let bytesMax = 1 << 16
    /// Lists and objects within one another that are copied without code.
    package static let nestingMax = 32
}
