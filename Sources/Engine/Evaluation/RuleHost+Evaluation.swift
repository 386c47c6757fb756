import Detections
package import Events
package import PythonRuntime

/// What one detection said of one event.
package struct DetectionResult: Sendable {
    /// What each function gave.
    package var outcomes = FunctionOutcomes()
    /// Why the module could not be loaded at all.
    package var setupError: FunctionError?
    /// The matcher's result; nil if it raised or returned no bool.
    package var matched: Bool?
    /// Whether inline filters kept the detection from running.
    package var isFiltered = false

    package init() {}

    /// The outcome of a function, absent if it was not called.
    package subscript(function: DetectionFunction) -> FunctionOutcome { outcomes[function] }
}

/// How a detection is run.
package enum EvaluationMode: Sendable {
    /// As in production: functions beside the matcher run on a match only, and their errors fall back.
    case production
    /// As in unit tests: all functions run, and errors are results.
    case test
}

extension RuleHost {
    /// Calls the matcher alone. For scans, where most events do not match.
    ///
    /// The value of the event must have been made by ``Machine/beginEvent(_:)`` since the last ``finish()``.
    @inline(__always)
    package mutating func match(_ index: Int, _ input: Value) -> FunctionOutcome {
        guard let matcher = matcher(index) else { return .absent }
        do throws(Raised) {
            let result = try machine.call(machine.global(matcher.module, slot: matcher.slot), with: input)
            if result.tag == .bool { return .bool(result.boolValue) }
            return wrongType(index, compiled.pack.detections[index].matcher, result, expected: "bool")
        } catch {
            return .error(error.describe(&machine))
        }
    }

    private mutating func matcherOutcome(
        _ index: Int,
        _ matcher: DetectionFunction,
        _ input: Value
    ) -> FunctionOutcome {
        do throws(Raised) {
            let result = try callFunction(index, matcher, input)
            guard result.tag == .bool else { return wrongType(index, matcher, result, expected: "bool") }
            return .bool(result.boolValue)
        } catch {
            return .error(error.describe(&machine))
        }
    }

    /// Runs a detection on the event or resource of `tape`, of which `input` is the value.
    ///
    /// With `filtering`, inline filters come first: one that does not hold is a matcher that says no.
    package mutating func evaluate(
        _ index: Int,
        _ input: Value,
        _ tape: TapeView,
        mode: EvaluationMode,
        filtering: Bool
    ) -> DetectionResult {
        var result = DetectionResult()
        let detection = compiled.pack.detections[index]
        if let error = load(index) {
            result.setupError = error
            return result
        }
        let matcher = detection.matcher
        if filtering, let outcome = filterOutcome(index, tape) {
            result.isFiltered = true
            result.outcomes[matcher] = outcome
        } else if isSimple(index) {
            beginConditions()
            result.outcomes[matcher] = match(index, tape)
        } else {
            result.outcomes[matcher] = matcherOutcome(index, matcher, input)
        }
        if case .bool(let matched) = result[matcher] { result.matched = matched }
        guard mode == .test || result.matched == detection.alertValue else { return result }
        complete(&result, index, input, tape, mode: mode)
        return result
    }

    /// What stands for a detection's result on an event if its inline filters keep it from running; nil if they do not.
    @inline(__always)
    package func filterOutcome(_ index: Int, _ tape: TapeView) -> FunctionOutcome? {
        guard expressions.hasFilter(index) else { return nil }
        do throws(FunctionError) {
            return try expressions.passesFilter(index, tape) ? nil : .bool(false)
        } catch {
            return .error(error)
        }
    }

    /// Whether a detection that is made of expressions, or of a condition, matches. For a condition the event must have been begun:
    /// ``beginConditions()``.
    @inline(__always)
    package mutating func match(_ index: Int, _ tape: TapeView) -> FunctionOutcome {
        do throws(FunctionError) {
            return .bool(try isLogic(index) ? conditionHolds(index, tape) : expressions.matches(index, tape))
        } catch {
            return .error(error)
        }
    }

    /// Calls the functions beside the matcher, or does what alert keys say in their place.
    package mutating func complete(
        _ result: inout DetectionResult,
        _ index: Int,
        _ input: Value,
        _ tape: TapeView,
        mode: EvaluationMode
    ) {
        var input = input
        for function in DetectionFunction.auxiliary {
            if let outcome = expressions.outcome(of: function, compiled.pack, index, tape, mode: mode) {
                result.outcomes[function] = outcome
                continue
            }
            guard function == .dedup || slot(index, function) != nil else { continue }
            input = renewed(input, index)
            result.outcomes[function] =
                function == .dedup
                ? deduplication(index, input, title: result[.title], mode: mode)
                : auxiliary(index, function, input, mode: mode)
        }
    }

    /// The input for the next function, which gets a budget of its own: one that used up its own hurts no other.
    mutating func renewed(_ input: Value, _ index: Int) -> Value {
        if isSimple(index) { return input }
        do throws(Raised) {
            guard let event = try machine.renewBudget() else { return input }
            return compiled.pack.detections[index].kind == .policy ? try machine.plainEventValue(Tape.root) : event
        } catch {
            // What modules keep is too much: the function will raise for itself.
            _ = machine.takeException()
            return .none
        }
    }

    private mutating func callFunction(
        _ index: Int,
        _ function: DetectionFunction,
        _ input: Value
    ) throws(Raised) -> Value {
        guard let module = module(index), let slot = slot(index, function) else { return .none }
        return try machine.call(machine.global(module, slot: slot), with: input)
    }

    mutating func auxiliary(
        _ index: Int,
        _ function: DetectionFunction,
        _ input: Value,
        mode: EvaluationMode
    ) -> FunctionOutcome {
        let outcome = attempt(index, function, input)
        guard mode == .production, let error = outcome.error else { return outcome }
        // What production falls back to when a function raises.
        switch function {
        case .title: return .text(compiled.pack.detections[index].id)
        case .description, .reference, .runbook: return .text("")
        case .alertContext:
            return .json("{\"_error\": \(Self.quoted("\(error.type)(\(Self.quotedPython(error.message)))"))}")
        default: return .absent
        }
    }

    mutating func attempt(
        _ index: Int,
        _ function: DetectionFunction,
        _ input: Value
    ) -> FunctionOutcome {
        do throws(Raised) {
            let value = try callFunction(index, function, input)
            switch function {
            case .destinations: return destinations(value, index)
            case .alertContext: return try alertContext(value, index)
            default:
                guard value.isString else { return wrongType(index, function, value, expected: "str") }
                let text = machine.string(value)
                return function == .severity ? severity(text) : .text(DetectionLimits.truncated(text))
            }
        } catch {
            return .error(error.describe(&machine))
        }
    }

    // MARK: Single functions

    private mutating func wrongType(
        _ index: Int,
        _ function: DetectionFunction,
        _ value: Value,
        expected: String
    ) -> FunctionOutcome {
        let expectation = function == .destinations ? "a list" : "[\(expected)]"
        return .error(
            FunctionError(
                type: "FunctionReturnTypeError",
                message: "detection [\(compiled.pack.detections[index].id)] function [\(function.pythonName)] returned "
                    + "[\(machine.typeName(value))], expected \(expectation)"
            )
        )
    }

    /// `DEFAULT` gives no outcome: the static severity holds.
    func severity(_ text: String) -> FunctionOutcome {
        // As they are written most often: without a text for their capitals.
        if text == "DEFAULT" { return .absent }
        if Severity(rawValue: text) != nil { return .text(text) }
        let name = text.uppercased()
        if name == "DEFAULT" { return .absent }
        guard Severity(rawValue: name) != nil else {
            return .error(
                FunctionError(
                    type: "AssertionError",
                    message: "Expected severity to be any of the following: "
                        + "[['INFO', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL']], got [\(name)] instead."
                )
            )
        }
        return .text(name)
    }

    private mutating func destinations(_ value: Value, _ index: Int) -> FunctionOutcome {
        if value.isNone { return .absent }
        guard value.tag == .list else {
            return wrongType(index, .destinations, value, expected: "list")
        }
        let elements = machine.elements(ofSequence: value)
        if elements.isEmpty { return .list(["SKIP"]) }
        var chosen: [String] = []
        var invalid: [String] = []
        for element in elements {
            guard element.isString || element.tag == .bool else {
                return wrongType(index, .destinations, value, expected: "list")
            }
            let name = machine.string((try? machine.str(element)) ?? .none)
            if let known = knownDestinations[name], !chosen.contains(known) {
                chosen.append(known)
            } else if knownDestinations.values.contains(name), !chosen.contains(name) {
                chosen.append(name)
            } else {
                invalid.append(name)
            }
        }
        guard invalid.isEmpty else {
            let names = invalid.map(Self.quotedPython).joined(separator: ", ")
            return .error(
                FunctionError(type: "UnknownDestinationError", message: "Invalid Destinations: [\(names)]")
            )
        }
        return .list(Array(chosen.prefix(DetectionLimits.destinationsMax)))
    }

    private mutating func alertContext(_ value: Value, _ index: Int) throws(Raised) -> FunctionOutcome {
        guard try machine.isMapping(value) else {
            return wrongType(index, .alertContext, value, expected: "Mapping")
        }
        let json = try machine.alertContextJSON(value)
        // ASCII, but for lone surrogates.
        guard json.utf8.count <= DetectionLimits.contextMax else {
            return .json(DetectionLimits.oversizedContext(json.utf8.count))
        }
        return .json(json)
    }

    /// The chain of panther_core: `dedup()`, else the title, else a string of the detection's own.
    private mutating func deduplication(
        _ index: Int,
        _ input: Value,
        title: FunctionOutcome,
        mode: EvaluationMode
    ) -> FunctionOutcome {
        var fallback: FunctionOutcome {
            .text(DetectionLimits.defaultDeduplication(compiled.pack.detections[index].id))
        }
        guard slot(index, .dedup) != nil else {
            if let text = title.text, !text.isEmpty { return title }
            return fallback
        }
        let outcome = attempt(index, .dedup, input)
        switch outcome {
        case .text(""): return fallback
        case .error where mode == .production: return fallback
        default: return outcome
        }
    }

    /// A text in Python's quotes, as `repr` gives it for plain text.
    private static func quotedPython(_ text: String) -> String {
        text.contains("'") && !text.contains("\"") ? "\"\(text)\"" : "'\(text.replacing("'", with: "\\'"))'"
    }

    /// A text as JSON.
    private static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        Array(text.utf8).withUnsafeBytes { appendJSONEscaped($0, to: &bytes) }
        return "\"\(String(decoding: bytes, as: UTF8.self))\""
    }
}
