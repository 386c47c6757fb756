import Conditions
import Diagnostics
import PythonSyntax
import Synchronization

/// What the methods of data models answer, each found out once for all detections of a pack: a method is given the event and nothing
/// else, so it answers every detection alike as long as modules are as they were loaded.
final class ModelMethods: Sendable {
    /// The analysis of the pack's helpers and models, before any detection.
    private let base: Interpreter
    private let known = Mutex<[GlobalName: Answer?]>([:])

    init(_ base: Interpreter) { self.base = base }

    /// What a method says of an event.
    struct Answer: Sendable {
        let value: Symbol
        /// What has to be checked each time.
        let flow: [Decision]
        /// Whether something in it could not be said.
        let isOpaque: Bool
    }

    /// What a method answers; nil where that cannot be kept: it has effects, or its value lies in containers of the path that made it.
    func answer(of method: String, in module: String) -> Answer? {
        let name = GlobalName(module: module, name: method)
        if let answer = known.withLock({ $0[name] }) { return answer }
        let answer = findAnswer(of: name)
        known.withLock { $0[name] = .some(answer) }
        return answer
    }

    private func findAnswer(of name: GlobalName) -> Answer? {
        guard let module = base.modules[name.module], let function = module.globals[name.name] else { return nil }
        // Wherever it is called, so that what is found does not depend on who asks first.
        var interpreter = base
        interpreter.renewBudgets(interpreter.limits)
        interpreter.isInModel = 1
        interpreter.unseen = UnseenCode()
        (interpreter.module, interpreter.source) = (name.module, module.source)
        var given = Interpreter.Arguments()
        given.positional = [.reading(.event)]
        var state = PathState()
        var flow: [Decision] = []
        let value = interpreter.apply(function, given, &state, &flow, Span(0, 0))
        let unseen = interpreter.unseen
        guard state.isUntouched, flow.allSatisfy(\.isPure), interpreter.isPlain(value), !value.hasElements,
            unseen.names.isEmpty, unseen.objects.isEmpty, interpreter.stepsLeft > 0
        else { return nil }
        return Answer(value: value, flow: flow, isOpaque: unseen.opaqueCount > 0)
    }
}

extension Symbol {
    /// Whether it speaks of elements of a list by a number, which is one of the analysis that made it.
    fileprivate var hasElements: Bool {
        switch self {
        case .gathered, .selection, .count: true
        case .choice(_, let first, let second): first.hasElements || second.hasElements
        case .checked(_, let value): value.hasElements
        case .text(let parts): parts.contains(where: \.hasElements)
        default: false
        }
    }
}
