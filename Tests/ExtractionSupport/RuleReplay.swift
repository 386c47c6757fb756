package import Conditions
package import Detections
import Documents
package import Engine
import Events
import PythonLibrary
import PythonRuntime

/// Runs the matchers of a pack on single events, for comparison with their conditions.
package struct RuleReplay: ~Copyable {
    private var host: RuleHost
    private let limits: TapeLimits
    private var tape: Tape

    /// What a matcher said.
    package enum Answer: Hashable, Sendable {
        /// It returned this.
        case returned(Bool)
        /// It raised, or returned no Boolean.
        case raised(String)
    }

    /// A replay of a pack; the clock stands still.
    package init(_ compiled: CompiledPack) {
        host = RuleHost(compiled, clock: EngineClock(seconds: 1_750_000_000))
        var limits = TapeLimits()
        limits.allowsNonFinite = true
        self.limits = limits
        tape = Tape(limits: limits)
    }

    /// Whether detection `index` can run at all.
    package mutating func load(_ index: Int) -> Bool {
        let isLoaded = host.load(index) == nil
        // The machine finds the names that its code knows by their numbers: those of its own table.
        tape = Tape(keys: host.machine.makeKeyTable(), limits: limits)
        return isLoaded
    }

    /// What the matcher of a loaded detection says of an event, with names of its module replaced as unit tests do.
    package mutating func run(_ index: Int, _ json: [UInt8], mocks: [Mock] = []) -> Answer {
        defer { host.finish() }
        guard (try? tape.parse(copying: json)) != nil else { return .raised("no event") }
        let detection = host.compiled.pack.detections[index]
        var event = host.machine.beginEvent(tape.view)
        if detection.kind == .policy {
            guard let resource = try? host.machine.plainEventValue(Tape.root) else { return .raised("no resource") }
            event = resource
        }
        if detection.kind == .rule {
            let logType = tape.view.lookup(in: Tape.root, key: "p_log_type")
            let model = try? host.dataModel(of: tape.view.string(tape.view.text(of: logType)))
            host.machine.attachDataModel(model ?? nil)
        }
        let replaced = replace(mocks, index)
        let outcome = host.match(index, event)
        restore(replaced, index)
        switch outcome {
        case .bool(let value): return .returned(value)
        case .error(let error): return .raised("\(error.type): \(error.message)")
        default: return .raised("nothing")
        }
    }

    /// Whether a condition's truth contradicts the matcher: what is known must be so.
    package static func contradicts(_ truth: Truth, _ answer: Answer, alerting: Bool = true) -> Bool {
        switch truth {
        case .unknown: false
        case .true: answer != .returned(alerting)
        case .false: answer != .returned(!alerting)
        }
    }

    private mutating func replace(_ mocks: [Mock], _ index: Int) -> [(Name, Value)] {
        guard let module = host.module(index) else { return [] }
        var replaced: [(Name, Value)] = []
        for mock in mocks {
            let name = host.machine.name(mock.name)
            let old = host.machine.moduleAttribute(module, name)
            let value: Value? =
                switch mock.returnValue {
                case .bool(let flag): .bool(flag)
                case .string(let text): try? host.machine.makeString(text)
                default: Value.none
                }
            guard let value, let mocked = try? host.machine.makeMock(returnValue: value) else { continue }
            try? host.machine.setModuleAttribute(module, name, to: mocked)
            replaced.append((name, old))
        }
        return replaced
    }

    private mutating func restore(_ replaced: [(Name, Value)], _ index: Int) {
        guard let module = host.module(index) else { return }
        for (name, old) in replaced.reversed() {
            if old.isUnbound {
                host.machine.unsetModuleAttribute(module, name)
            } else {
                try? host.machine.setModuleAttribute(module, name, to: old)
            }
        }
    }
}
