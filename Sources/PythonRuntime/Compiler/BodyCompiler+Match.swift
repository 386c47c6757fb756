import Diagnostics
import PythonSyntax

extension BodyCompiler {
    func match(_ subject: Expression, _ cases: [MatchCase]) {
        let register = allocate()
        value(subject, into: register)
        let end = Label()
        for matchCase in cases {
            guard state.isReachable, !isOverflowing else { break }
            let next = Label()
            temporarily {
                // Names are bound when the whole pattern has matched, so what they get waits in registers.
                var captures: [(name: String, register: Register)] = []
                for name in matchCase.pattern.capturedNames { captures.append((name, allocate())) }
                let table = Dictionary(captures.map { ($0.name, $0.register) }, uniquingKeysWith: { first, _ in first })
                pattern(matchCase.pattern, register, captures: table, orGoTo: next)
                for capture in captures { store(capture.name, capture.register, at: matchCase.pattern.span.start) }
                if let condition = matchCase.condition { branch(condition, to: next, when: false) }
                run(matchCase.body)
            }
            emitJump(.jump, to: end, at: matchCase.span.start)
            place(next)
        }
        place(end)
    }

    private typealias Captures = [String: Register]

    /// Goes on if the value in `subject` matches, else at `label`.
    private func pattern(_ pattern: Pattern, _ subject: Register, captures: Captures, orGoTo label: Label) {
        guard state.isReachable, !isOverflowing else { return }
        let offset = pattern.span.start
        temporarily {
            switch pattern.kind {
            case .matchValue(let value):
                let result = allocate()
                compare(subject, .eq, value, into: result, at: offset)
                emitJump(.jumpIfFalse, result, to: label, at: offset)
            case .matchSingleton(let constant): singleton(constant, subject, orGoTo: label, at: offset)
            case .matchSequence(let patterns):
                sequence(patterns, subject, captures: captures, orGoTo: label, at: offset)
            case .matchMapping(let entries, let rest):
                mapping(entries, rest, subject, captures: captures, orGoTo: label, at: offset)
            case .matchClass(let type, let patterns, let keywords):
                let result = allocate()
                let names = keywords.map { Constant.string(scope.mangled($0.name.text)) }
                let shape = Constant.tuple([.int(Int64(patterns.count))] + names)
                emit(.matchClass, result, subject, operand(type), immediate: constant(shape), at: offset)
                emitJump(.jumpIfNone, result, to: label, at: offset)
                elements(
                    patterns + keywords.map(\.pattern),
                    of: result,
                    captures: captures,
                    orGoTo: label,
                    at: offset
                )
            case .matchStar(let name):
                if let name { capture(name, subject, captures, at: offset) }
            case .matchAs(let inner, let name):
                if let inner { self.pattern(inner, subject, captures: captures, orGoTo: label) }
                if let name { capture(name, subject, captures, at: offset) }
            case .matchOr(let alternatives):
                either(alternatives, subject, captures: captures, orGoTo: label, at: offset)
            }
        }
    }

    private func capture(_ name: Identifier, _ subject: Register, _ captures: Captures, at offset: Int) {
        if let register = captures[name.text] { emit(.move, register, subject, at: offset) }
    }

    private func singleton(
        _ constant: PythonSyntax.Constant,
        _ subject: Register,
        orGoTo label: Label,
        at offset: Int
    ) {
        guard case .bool(let value) = constant else {
            return emitJump(.jumpIfNotNone, subject, to: label, at: offset)
        }
        let result = allocate()
        emit(.loadBool, result, value ? 1 : 0, at: offset)
        emit(.identical, result, subject, result, at: offset)
        emitJump(.jumpIfFalse, result, to: label, at: offset)
    }

    private func either(
        _ alternatives: [Pattern],
        _ subject: Register,
        captures: Captures,
        orGoTo label: Label,
        at offset: Int
    ) {
        let matched = Label()
        for (index, alternative) in alternatives.enumerated() {
            guard index < alternatives.count - 1 else {
                pattern(alternative, subject, captures: captures, orGoTo: label)
                break
            }
            let next = Label()
            pattern(alternative, subject, captures: captures, orGoTo: next)
            emitJump(.jump, to: matched, at: offset)
            place(next)
        }
        place(matched)
    }

    private func sequence(
        _ patterns: [Pattern],
        _ subject: Register,
        captures: Captures,
        orGoTo label: Label,
        at offset: Int
    ) {
        let star = patterns.firstIndex(where: \.isStar)
        let result = allocate()
        emit(.isSequence, result, subject, at: offset)
        emitJump(.jumpIfFalse, result, to: label, at: offset)
        let count = patterns.count - (star == nil ? 0 : 1)
        if star == nil || count > 0 {
            emit(.length, result, subject, at: offset)
            if star == nil {
                emit(.equalConstant, result, result, immediate: constant(.int(Int64(count))), at: offset)
            } else {
                let minimum = allocate()
                load(.int(Int64(count)), into: minimum, at: offset)
                emit(.greaterEqual, result, result, minimum, at: offset)
            }
            emitJump(.jumpIfFalse, result, to: label, at: offset)
        }
        // `[]`, `[_, _]` and `[*_]` ask for the length only.
        guard !patterns.allSatisfy(\.isWildcard) else { return }
        elements(patterns, of: subject, captures: captures, orGoTo: label, at: offset)
    }

    /// Matches the elements of the sequence in `register`, whose number is right.
    private func elements(
        _ patterns: [Pattern],
        of register: Register,
        captures: Captures,
        orGoTo label: Label,
        at offset: Int
    ) {
        guard !patterns.isEmpty else { return }
        let first = UInt8(clamping: top)
        let registers = patterns.map { _ in allocate() }
        if let star = patterns.firstIndex(where: \.isStar) {
            let after = Int32(clamping: patterns.count - star - 1)
            emit(.unpackStar, first, register, UInt8(clamping: star), immediate: after, at: offset)
        } else {
            emit(.unpack, first, register, UInt8(clamping: patterns.count), at: offset)
        }
        for (pattern, register) in zip(patterns, registers) {
            self.pattern(pattern, register, captures: captures, orGoTo: label)
        }
    }

    private func mapping(
        _ entries: [Pattern.MappingEntry],
        _ rest: Identifier?,
        _ subject: Register,
        captures: Captures,
        orGoTo label: Label,
        at offset: Int
    ) {
        let result = allocate()
        emit(.isMapping, result, subject, at: offset)
        emitJump(.jumpIfFalse, result, to: label, at: offset)
        let keys = allocate()
        tuple(entries.map(\.key), into: keys, at: offset)
        if !entries.isEmpty {
            emit(.matchKeys, result, subject, keys, at: offset)
            emitJump(.jumpIfNone, result, to: label, at: offset)
            elements(entries.map(\.pattern), of: result, captures: captures, orGoTo: label, at: offset)
        }
        if let rest, let register = captures[rest.text] {
            emit(.copyWithout, register, subject, keys, at: offset)
        }
    }
}

extension Pattern {
    var isStar: Bool {
        if case .matchStar = kind { return true }
        return false
    }

    /// `_` or `*_`.
    var isWildcard: Bool {
        switch kind {
        case .matchAs(nil, nil), .matchStar(nil): true
        default: false
        }
    }

    /// The names it binds, each once, in the order of the source.
    var capturedNames: [String] {
        var names: [String] = []
        var seen: Set<String> = []
        collect(into: &names, &seen)
        return names
    }

    private func collect(into names: inout [String], _ seen: inout Set<String>) {
        func add(_ name: Identifier?) {
            if let name, seen.insert(name.text).inserted { names.append(name.text) }
        }
        switch kind {
        case .matchValue, .matchSingleton: break
        case .matchSequence(let patterns), .matchOr(let patterns):
            for pattern in patterns { pattern.collect(into: &names, &seen) }
        case .matchMapping(let entries, let rest):
            for entry in entries { entry.pattern.collect(into: &names, &seen) }
            add(rest)
        case .matchClass(_, let patterns, let keywords):
            for pattern in patterns + keywords.map(\.pattern) { pattern.collect(into: &names, &seen) }
        case .matchStar(let name): add(name)
        case .matchAs(let inner, let name):
            inner?.collect(into: &names, &seen)
            add(name)
        }
    }
}
