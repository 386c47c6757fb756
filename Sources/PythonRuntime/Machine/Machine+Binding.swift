import Glibc

/// Binding arguments to parameters where the plain case does not hold, with CPython's messages.
extension Machine {
    /// Arranges the arguments of a function's call in the registers of its parameters.
    mutating func bindArguments(
        _ function: Value,
        _ code: UnsafePointer<LinkedCode>,
        window: Int,
        count: Int,
        names: Value
    ) throws(Raised) {
        let parameters = codes[code.pointee.body].parameters
        let keywordCount = names.tag == .tuple ? tupleCount(names) : 0
        let given = count - keywordCount
        let total = parameters.names.count
        // What was passed, out of the way of the registers.
        let passed = (0..<count).map { stack[window + $0] }
        memset(stack + window, 0, code.pointee.registerCount * 16)

        let byPosition = min(given, parameters.positionalCount)
        for index in 0..<byPosition { stack[window + index] = passed[index] }
        let starPlace = parameters.positionalCount + parameters.keywordOnlyCount
        if parameters.hasStar {
            stack[window + starPlace] = try makeTuple(Array(passed[byPosition..<given]))
        }
        var extra = Value.unbound
        if parameters.hasDoubleStar {
            extra = try makeDictionary()
            stack[window + total - 1] = extra
        }
        for index in 0..<keywordCount {
            let name = tupleElement(names, index)
            let value = passed[given + index]
            let named = parameters.positionalCount + parameters.keywordOnlyCount
            let place = (0..<named).first { sameText(code.pointee.parameterNames[$0], name) }
            if let place, place >= parameters.positionalOnlyCount {
                guard stack[window + place].isUnbound else {
                    throw raise(
                        .typeError,
                        "\(callName(code)) got multiple values for argument '\(string(name))'"
                    )
                }
                stack[window + place] = value
            } else if parameters.hasDoubleStar {
                try set(name, to: value, in: extra)
            } else if place != nil {
                throw positionalOnlyByKeyword(code, parameters, names)
            } else {
                throw raise(.typeError, "\(callName(code)) got an unexpected keyword argument '\(string(name))'")
            }
        }
        // After the keywords, as in CPython: a wrong one is told first.
        if given > parameters.positionalCount, !parameters.hasStar {
            throw tooManyArguments(function, code, parameters, given: given, window: window)
        }
        try fillDefaults(function, code, parameters, window: window)
    }

    /// `f()`, qualified as CPython 3.11 does.
    private func callName(_ code: UnsafePointer<LinkedCode>) -> String { string(code.pointee.qualifiedName) + "()" }

    private mutating func fillDefaults(
        _ function: Value,
        _ code: UnsafePointer<LinkedCode>,
        _ parameters: Code.Parameters,
        window: Int
    ) throws(Raised) {
        let defaults = field(function, FunctionField.defaults)
        let defaultCount = defaults.tag == .tuple ? tupleCount(defaults) : 0
        var missing: [String] = []
        for index in 0..<parameters.positionalCount where stack[window + index].isUnbound {
            let place = index - (parameters.positionalCount - defaultCount)
            if place >= 0 {
                stack[window + index] = tupleElement(defaults, place)
            } else {
                missing.append(parameters.names[index])
            }
        }
        if !missing.isEmpty { throw missingArguments(code, missing, kind: "positional") }
        let keywordDefaults = field(function, FunctionField.keywordDefaults)
        for offset in 0..<parameters.keywordOnlyCount {
            let index = parameters.positionalCount + offset
            guard stack[window + index].isUnbound else { continue }
            let value =
                keywordDefaults.tag == .dictionary
                ? lookupText(code.pointee.parameterNames[index], in: keywordDefaults) : .unbound
            if value.isUnbound { missing.append(parameters.names[index]) } else { stack[window + index] = value }
        }
        if !missing.isEmpty { throw missingArguments(code, missing, kind: "keyword-only") }
    }

    private mutating func missingArguments(
        _ code: UnsafePointer<LinkedCode>,
        _ names: [String],
        kind: String
    ) -> Raised {
        let quoted = names.map { "'\($0)'" }
        let list: String =
            switch quoted.count {
            case 1: quoted[0]
            case 2: "\(quoted[0]) and \(quoted[1])"
            default: quoted.dropLast().joined(separator: ", ") + ", and " + (quoted.last ?? "")
            }
        let plural = names.count == 1 ? "" : "s"
        return raise(
            .typeError,
            "\(callName(code)) missing \(names.count) required \(kind) argument\(plural): \(list)"
        )
    }

    private mutating func tooManyArguments(
        _ function: Value,
        _ code: UnsafePointer<LinkedCode>,
        _ parameters: Code.Parameters,
        given: Int,
        window: Int
    ) -> Raised {
        let defaults = field(function, FunctionField.defaults)
        let defaultCount = defaults.tag == .tuple ? tupleCount(defaults) : 0
        let maximum = parameters.positionalCount
        let takes = defaultCount > 0 ? "from \(maximum - defaultCount) to \(maximum)" : "\(maximum)"
        let plural = maximum == 1 && defaultCount == 0 ? "" : "s"
        let named = (maximum..<(maximum + parameters.keywordOnlyCount)).count { !stack[window + $0].isUnbound }
        let also =
            named == 0
            ? ""
            : " positional argument\(given == 1 ? "" : "s") (and \(named) keyword-only argument\(named == 1 ? "" : "s"))"
        return raise(
            .typeError,
            "\(callName(code)) takes \(takes) positional argument\(plural) but \(given)\(also) "
                + "\(given == 1 && named == 0 ? "was" : "were") given"
        )
    }

    private mutating func positionalOnlyByKeyword(
        _ code: UnsafePointer<LinkedCode>,
        _ parameters: Code.Parameters,
        _ names: Value
    ) -> Raised {
        let passed = elements(ofSequence: names).map { string($0) }
        let wrong = parameters.names.prefix(parameters.positionalOnlyCount).filter(passed.contains)
        return raise(
            .typeError,
            "\(callName(code)) got some positional-only arguments passed as keyword arguments: "
                + "'\(wrong.joined(separator: ", "))'"
        )
    }

    // MARK: Builtins

    /// Arranges the arguments of a builtin's call in the places of its parameters. Allocates nothing but the tuple of
    /// `*args` and the dictionary of `**kwargs`.
    mutating func bindNativeArguments(
        _ entry: UnsafePointer<NativeTable.Entry>,
        window: Int,
        count: Int,
        names: Value
    ) throws(Raised) {
        let total = entry.pointee.count
        let keywordCount = names.tag == .tuple ? tupleCount(names) : 0
        let given = count - keywordCount
        // What was passed goes behind the places of the parameters, out of their way.
        let passed = window + max(total, count)
        try reserveStack(passed + count)
        (stack + passed).update(from: stack + window, count: count)
        memset(stack + window, 0, total * 16)
        let byPosition = min(given, entry.pointee.positional)
        (stack + window).update(from: stack + passed, count: byPosition)
        var extra = Value.unbound
        if entry.pointee.star >= 0 {
            stack[window + entry.pointee.star] = try makeTuple(
                copying: stack + (passed + byPosition),
                count: given - byPosition
            )
        } else if given > byPosition {
            throw nativeArgumentCount(entry, given: given)
        }
        if entry.pointee.doubleStar >= 0 {
            extra = try makeDictionary()
            stack[window + entry.pointee.doubleStar] = extra
        }
        for index in 0..<keywordCount {
            let name = self.name(tupleElement(names, index))
            let value = stack[passed + given + index]
            let place = entry.pointee.place(of: name.symbol)
            if place >= 0 {
                guard stack[window + place].isUnbound else { throw givenTwice(entry, name, place) }
                stack[window + place] = value
            } else if !extra.isUnbound {
                try set(name.value, to: value, in: extra)
            } else {
                throw unexpectedKeyword(entry, name)
            }
        }
        for index in 0..<total where stack[window + index].isUnbound {
            if entry.pointee.isRequired[index] { throw missingNativeArgument(entry, index, given: given) }
            stack[window + index] = entry.pointee.defaults[index]
        }
    }

    private mutating func givenTwice(
        _ entry: UnsafePointer<NativeTable.Entry>,
        _ name: Name,
        _ place: Int
    ) -> Raised {
        raise(
            .typeError,
            "argument for \(entry.pointee.function.name)() given by name ('\(string(name.value))') "
                + "and position (\(place + 1))"
        )
    }

    private mutating func unexpectedKeyword(_ entry: UnsafePointer<NativeTable.Entry>, _ name: Name) -> Raised {
        let function = entry.pointee.function
        if function.signature.parameters.allSatisfy({ $0.kind == .positionalOnly }) {
            return raise(.typeError, "\(qualifiedName(entry))() takes no keyword arguments")
        }
        return raise(
            .typeError,
            "'\(string(name.value))' is an invalid keyword argument for \(function.name)()"
        )
    }

    private mutating func missingNativeArgument(
        _ entry: UnsafePointer<NativeTable.Entry>,
        _ index: Int,
        given: Int
    ) -> Raised {
        let function = entry.pointee.function
        let parameter = function.signature.parameters[index]
        if parameter.kind == .positionalOnly { return nativeArgumentCount(entry, given: given) }
        return raise(
            .typeError,
            "\(function.name)() missing required argument '\(parameter.name)' (pos \(index + 1))"
        )
    }

    /// `list.append`: methods with the name of their type.
    private func qualifiedName(_ entry: UnsafePointer<NativeTable.Entry>) -> String {
        entry.pointee.owner.isEmpty
            ? entry.pointee.function.name : "\(entry.pointee.owner).\(entry.pointee.function.name)"
    }

    /// Functions of one argument whose messages CPython words as those of several.
    private static let wordedAsSeveral: Set<String> = [
        "attrgetter", "classmethod", "itemgetter", "reversed", "sorted", "staticmethod",
    ]

    private mutating func nativeArgumentCount(
        _ entry: UnsafePointer<NativeTable.Entry>,
        given: Int
    ) -> Raised {
        let function = entry.pointee.function
        // `self` is not counted in messages.
        let hidden = function.signature.parameters.first.map { $0.name == "self" || $0.name == "cls" } == true ? 1 : 0
        let minimum = entry.pointee.required - hidden
        let maximum = entry.pointee.positional - hidden
        let count = given - hidden
        let name = "\(qualifiedName(entry))()"
        if count < 0 { return raise(.typeError, "unbound method \(name) needs an argument") }
        let named = function.signature.parameters.dropFirst(hidden)
        if named.contains(where: { $0.kind == .positional }), count > maximum {
            // CPython's parser of keywords has other words than that of positions.
            let kind = named.contains { $0.kind == .keywordOnly } ? " positional" : ""
            let bound = minimum == maximum ? "exactly" : "at most"
            return raise(
                .typeError,
                "\(function.name)() takes \(bound) \(maximum)\(kind) argument\(maximum == 1 ? "" : "s") (\(count) given)"
            )
        }
        if maximum == 0, named.contains(where: { $0.kind == .keywordOnly }) {
            return raise(.typeError, "\(function.name)() takes no positional arguments")
        }
        if maximum == 0 { return raise(.typeError, "\(name) takes no arguments (\(count) given)") }
        if minimum == maximum {
            return raise(
                .typeError,
                maximum == 1 && !Machine.wordedAsSeveral.contains(function.name)
                    ? "\(name) takes exactly one argument (\(count) given)"
                    : "\(function.name) expected \(maximum) argument\(maximum == 1 ? "" : "s"), got \(count)"
            )
        }
        let bound = count < minimum ? "at least \(minimum)" : "at most \(maximum)"
        let number = count < minimum ? minimum : maximum
        return raise(
            .typeError,
            "\(function.name) expected \(bound) argument\(number == 1 ? "" : "s"), got \(count)"
        )
    }
}
