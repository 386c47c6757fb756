import Conditions
import Detections

/// What the functions beside the matcher put into an alert.
enum OutputCollector {
    /// The outputs of one function.
    static func outputs(of name: String, _ run: FunctionRun, _ interpreter: Interpreter) -> [OutputField] {
        guard name == "alert_context" else {
            var result: [OutputField] = []
            for access in interpreter.accesses where !result.contains(where: { $0.name == access.name }) {
                result.append(
                    OutputField(
                        name: access.name,
                        origin: name,
                        kind: .field,
                        reads: access.fields.map { $0.resolved(in: []) }
                    )
                )
            }
            return result
        }
        var result: [OutputField] = []
        for (value, state) in run.decisions.returned { add(value, state, interpreter, origin: name, to: &result) }
        return result
    }

    private static func add(
        _ value: Symbol,
        _ state: PathState,
        _ interpreter: Interpreter,
        origin: String,
        to result: inout [OutputField]
    ) {
        switch value {
        case .object(let id):
            for element in interpreter.content(id, state).elements {
                guard case .constant(.string(let key))? = element.key else { continue }
                let field = output(key, element.value, state, interpreter, origin: origin)
                if let place = result.firstIndex(where: { $0.name == key }) {
                    if result[place] != field { result[place].kind = .computed }
                    for read in field.reads where !result[place].reads.contains(read) {
                        result[place].reads.append(read)
                    }
                } else {
                    result.append(field)
                }
            }
        case .choice(_, let first, let second):
            add(first, state, interpreter, origin: origin, to: &result)
            add(second, state, interpreter, origin: origin, to: &result)
        case .checked(_, let inner): add(inner, state, interpreter, origin: origin, to: &result)
        default: break
        }
    }

    /// The fields as paths, each once.
    private static func paths(_ fields: [FieldReference]) -> [FieldReference] {
        var seen: Set<String> = []
        return fields.map { $0.resolved(in: []) }.filter { !$0.steps.isEmpty && seen.insert($0.path).inserted }
    }

    private static func output(
        _ key: String,
        _ value: Symbol,
        _ state: PathState,
        _ interpreter: Interpreter,
        origin: String
    ) -> OutputField {
        let reads = paths(interpreter.reads(value, state))
        let kind: OutputField.Kind =
            switch value {
            case .reading(let reading) where reading.transforms.isEmpty: .field
            default: interpreter.literal(value, state) == nil ? .computed : .constant
            }
        return OutputField(name: key, origin: origin, kind: kind, reads: reads)
    }
}

extension [Decision] {
    /// The values returned, each with the state there, in order.
    var returned: [(Symbol, PathState)] {
        flatMap { decision -> [(Symbol, PathState)] in
            switch decision {
            case .exit(.returns(let value, let state)): [(value, state)]
            case .branch(_, let first, let second): first.returned + second.returned
            case .check, .effect, .exit: []
            }
        }
    }
}
