import PythonRegex
import PythonRuntime

/// A compiled pattern of one machine: what a value of type `re.Pattern` refers to.
final class PatternHandle {
    let matcher: PatternMatcher
    /// Holds this and outlives it.
    unowned let state: RegexState
    /// Where a match is written: a start and an end for each group. Good until the next match of this pattern.
    let captures: UnsafeMutableBufferPointer<Int>
    /// Its value if it has one for good; else unbound.
    var permanent = Value.unbound
    /// The template used last, with what it was read from.
    private var template: (source: [UInt8], parsed: ReplacementTemplate)?

    init(_ pattern: Pattern, state: RegexState) throws(MatchFault) {
        matcher = try PatternMatcher(pattern, workspace: state.workspace)
        self.state = state
        captures = .allocate(capacity: pattern.captureSlotCount)
        captures.initialize(repeating: -1)
    }

    deinit { captures.deallocate() }

    var pattern: Pattern { matcher.pattern }

    /// The value of it that rules see.
    func value(_ machine: inout Machine) throws(Raised) -> Value {
        permanent.isUnbound ? try machine.makeForeign(self, type: state.patternType, weight: pattern.weight) : permanent
    }

    // MARK: Subjects

    /// What a pattern is matched with.
    struct Subject {
        var value: Value
        var text: PythonText
        /// The part that is looked at, in bytes.
        var start: Int
        var end: Int
    }

    /// `value` as a subject, from code point `position` to `end`; nil where they leave nothing, not even the empty text.
    ///
    /// Raises TypeError unless it is of the pattern's kind.
    func subject(
        _ machine: inout Machine,
        _ value: Value,
        from position: Value = .unbound,
        to end: Value = .unbound
    ) throws(Raised) -> Subject? {
        let inner = machine.unwrapped(value)
        guard inner.isString || inner.tag == .bytes else {
            throw machine.raise(
                .typeError,
                "expected string or bytes-like object, got '\(machine.errorTypeName(value))'"
            )
        }
        if inner.isString != (pattern.kind == .text) {
            throw machine.raise(
                .typeError,
                inner.isString
                    ? "cannot use a bytes pattern on a string-like object"
                    : "cannot use a string pattern on a bytes-like object"
            )
        }
        var subject = Subject(value: inner, text: machine.text(of: inner), start: 0, end: 0)
        subject.end = subject.text.count
        try machine.charge(1 + subject.end / 256)
        let first = position.isUnbound ? 0 : try machine.clampedArgument(position)
        let last = end.isUnbound ? Int.max : try machine.clampedArgument(end)
        if first > 0 { subject.start = subject.text.offset(ofIndex: first) }
        if last < subject.end { subject.end = subject.text.offset(ofIndex: max(0, last)) }
        return subject.start <= subject.end ? subject : nil
    }

    // MARK: Matching

    /// Looks for a match and writes it to ``captures``.
    func find(_ machine: inout Machine, _ mode: MatchMode, in subject: Subject) throws(Raised) -> Bool {
        do {
            return try matcher.find(
                mode,
                in: subject.text.bytes,
                from: subject.start,
                to: subject.end,
                captures: captures
            )
        } catch {
            throw machine.raise(error, limits: state.workspace.limits)
        }
    }

    /// Goes through the matches of a subject; `body` finds each in ``captures``, which it has to read before it lets
    /// rules run. False from it stops.
    func forEachMatch(
        _ machine: inout Machine,
        in subject: Subject,
        _ body: (inout Machine) throws(Raised) -> Bool
    ) throws(Raised) {
        var matches: MatchIterator
        do {
            matches = try MatchIterator(matcher, in: subject.text.bytes, from: subject.start, to: subject.end)
        } catch {
            throw machine.raise(error, limits: state.workspace.limits)
        }
        while true {
            let isFound: Bool
            do { isFound = try matches.next(captures: captures) } catch {
                throw machine.raise(error, limits: state.workspace.limits)
            }
            guard isFound else { return }
            try machine.charge(1 + (captures[1] - captures[0]) / 256)
            guard try body(&machine) else { return }
        }
    }

    /// What group `index` of the last match took; `missing` if it took no part.
    func group(_ machine: borrowing Machine, _ index: Int, of subject: Value, missing: Value) -> Value {
        guard 2 * index + 1 < captures.count, captures[2 * index] >= 0 else { return missing }
        return machine.slice(subject, captures[2 * index], captures[2 * index + 1])
    }

    /// The template of a replacement that has a backslash in it. Raises re.error, IndexError.
    func template(_ machine: inout Machine, _ replacement: Value) throws(Raised) -> ReplacementTemplate {
        let bytes = machine.memory.bytes(replacement)
        if let template, template.source.elementsEqual(bytes) { return template.parsed }
        let source = Array(bytes)
        try machine.charge(source.count)
        do {
            let parsed = try ReplacementTemplate(source, for: pattern)
            template = (source, parsed)
            return parsed
        } catch {
            throw machine.raise(error, in: replacement)
        }
    }
}

extension Machine {
    /// Makes what CPython raises for a pattern or template `source` pending.
    mutating func raise(_ fault: PatternFault, in source: Value) -> Raised {
        guard case .syntax(let error) = fault else {
            switch fault {
            case .value(let message): return raise(.valueError, message)
            case .overflow(let message): return raise(.overflowError, message)
            case .unknownGroup: return raise(.indexError, fault.message)
            default: return raisePatternError(fault.message, source, nil)
            }
        }
        return raisePatternError(error.message, source, error)
    }

    private mutating func raisePatternError(_ message: String, _ source: Value, _ error: RegexError?) -> Raised {
        do throws(Raised) {
            let number = { (value: Int?) in value.map { Value.int($0) } ?? .none }
            return raise(
                libraryException("re.error"),
                arguments: [try makeString(error?.description ?? message)],
                attributes: [
                    ("msg", try makeString(message)), ("pattern", error?.position == nil ? .none : source),
                    ("pos", number(error?.position)),
                    ("lineno", number(error?.line)), ("colno", number(error?.column)),
                ]
            )
        } catch {
            return error
        }
    }

    /// A match was given up: BudgetExceeded, and for text that is none ValueError.
    mutating func raise(_ fault: MatchFault, limits: MatchLimits) -> Raised {
        switch fault {
        case .steps: exhausted("steps in one match of a regular expression", self.limits.patternStepsMax)
        case .memory: exhausted("bytes of memory in one match of a regular expression", limits.heapBytes)
        case .subjectLength: exhausted("bytes of text for a regular expression", limits.subjectBytes)
        case .resultLength: exhausted("bytes", limits.resultBytes)
        case .engine(let code):
            exhausted("of what the regular expression engine can do (\(code)), steps", self.limits.patternStepsMax)
        case .invalidText, .invalidRange: raise(.valueError, "the text to be matched is not valid")
        }
    }
}
