import Diagnostics
import PythonSyntax

extension BodyCompiler {
    /// `a.b[c](d)…`: walked from the left without recursion, as such chains are long.
    func chain(_ expression: Expression, into destination: Register) {
        staged(destination, at: expression.span.start) { result in
            var links: [Expression] = []
            var base = expression
            walk: while true {
                switch base.kind {
                case .attribute(let value, _), .subscripted(let value, _):
                    links.append(base)
                    base = value
                case .call(let function, _, _):
                    links.append(base)
                    if case .attribute(let receiver, _) = function.kind {
                        base = receiver
                    } else {
                        base = function
                    }
                default: break walk
                }
            }
            // `super()` is a call without a callee to evaluate.
            if let call = links.last, superCall(call, into: result) {
                links.removeLast()
                base = call
            } else if let last = links.last, let register = inPlace(base, before: last.argumentExpressions) {
                link(last, register, into: result)
                links.removeLast()
            } else {
                value(base, into: result)
            }
            for next in links.reversed() { link(next, result, into: result) }
        }
    }

    /// One step of a chain: from the value in `receiver` to `result`, the topmost register.
    private func link(_ expression: Expression, _ receiver: Register, into result: Register) {
        switch expression.kind {
        case .attribute(_, let name):
            emit(.loadAttribute, result, receiver, immediate: attribute(name), at: blamed(expression, name))
        case .subscripted(_, let index):
            item(receiver, index, into: result, at: expression.span.start)
        case .call(let function, let arguments, let keywords):
            let call = Call(arguments: arguments, keywords: keywords, offset: expression.span.start)
            guard case .attribute(_, let name) = function.kind else {
                if receiver != result { emit(.move, result, receiver, at: call.offset) }
                return self.call(call, in: result)
            }
            method(name, call, receiver, into: result, at: blamed(function, name))
        default: break
        }
    }

    func attribute(_ name: Identifier) -> Int32 { constant(scope.mangled(name.text)) }

    /// In a chain over several lines CPython blames the line of the attribute's name.
    func blamed(_ expression: Expression, _ name: Identifier) -> Int {
        let source = compilation.source
        let isOneLine = source.line(at: expression.span.start) == source.line(at: name.span.start)
        return isOneLine ? expression.span.start : name.span.start
    }

    private func item(_ receiver: Register, _ index: Expression, into result: Register, at offset: Int) {
        if let key = ConstantFolder.value(of: index) {
            return emit(.loadItemConstant, result, receiver, immediate: constant(key), at: offset)
        }
        temporarily { emit(.loadItem, result, receiver, operand(index), at: offset) }
    }

    private func superCall(_ expression: Expression, into result: Register) -> Bool {
        guard case .call(let function, let arguments, let keywords) = expression.kind, arguments.isEmpty,
            keywords.isEmpty, case .name("super") = function.kind, scope.owner(of: "super") == nil,
            case .cell(let cell, _, _) = place(of: "__class__"), body.kind == .function,
            parameters.positionalCount > 0, let first = parameters.names.first
        else { return false }
        temporarily {
            var register: Register = 0
            if body.symbols[first]?.isCaptured == true {
                register = allocate()
                emit(.loadCell, register, 0, at: expression.span.start)
            }
            emit(.loadSuper, result, cell, register, at: expression.span.start)
        }
        return true
    }

    // MARK: Arguments

    struct Call {
        let arguments: [Expression]
        let keywords: [Keyword]
        let offset: Int

        var count: Int { arguments.count + keywords.count }
        /// Whether there is a `*` or `**` in it.
        var isSpread: Bool {
            keywords.contains { $0.name == nil } || arguments.contains(where: \.isStarred)
        }
    }

    private func method(_ name: Identifier, _ call: Call, _ receiver: Register, into result: Register, at offset: Int) {
        if name.text == "get", !call.isSpread, call.keywords.isEmpty,
            call.arguments.count == 1 || call.arguments.count == 2,
            let key = ConstantFolder.value(of: call.arguments[0]), call.arguments.dropFirst().allSatisfy(isInert)
        {
            return temporarily {
                let other = call.arguments.count == 2 ? operand(call.arguments[1]) : Instruction.noRegister
                emit(.getKey, result, receiver, other, immediate: constant(key), at: offset)
            }
        }
        // `callMethod` looks the method up after the arguments. Where evaluating them could be seen, Python's order,
        // which looks it up before, is kept.
        guard !call.isSpread, fits(call.count),
            call.arguments.allSatisfy(isInert), call.keywords.allSatisfy({ isInert($0.value) })
        else {
            emit(.loadAttribute, result, receiver, immediate: attribute(name), at: offset)
            let offset = call.isSpread ? call.offset : offset
            return self.call(Call(arguments: call.arguments, keywords: call.keywords, offset: offset), in: result)
        }
        if receiver != result { emit(.move, result, receiver, at: offset) }
        temporarily {
            let names = neighbours(call)
            let isNamed: Register = names == nil ? 0 : 1
            emit(.callMethod, result, UInt8(clamping: call.count), isNamed, immediate: attribute(name), at: offset)
            if let names { emit(.extend, immediate: constant(names), at: offset) }
        }
    }

    /// Calls what is in `window`, the topmost register, which gets the result.
    func call(_ call: Call, in window: Register) {
        temporarily {
            guard !call.isSpread, fits(call.count) else { return spread(call, in: window) }
            let names = neighbours(call).map { constant($0) } ?? -1
            emit(.call, window, UInt8(clamping: call.count), immediate: names, at: call.offset)
        }
    }

    /// Whether so many values may stand in neighbouring registers.
    func fits(_ count: Int) -> Bool {
        count <= compilation.limits.neighbours && top + count < 2 * Code.registersMax / 3
    }

    /// Evaluates arguments into neighbouring registers.
    private func neighbours(_ call: Call) -> Constant? {
        for argument in call.arguments { value(argument, into: allocate()) }
        for keyword in call.keywords { value(keyword.value, into: allocate()) }
        guard !call.keywords.isEmpty else { return nil }
        return .tuple(call.keywords.map { .string($0.name?.text ?? "") })
    }

    private func spread(_ call: Call, in window: Register) {
        let positional = allocate()
        tuple(call.arguments, into: positional, at: call.offset)
        let named = allocate()
        if call.keywords.isEmpty {
            emit(.unbind, named, at: call.offset)
        } else {
            keywords(call.keywords, of: window, into: named, at: call.offset)
        }
        emit(.callStar, window, at: call.offset)
    }

    /// `destination =` a dict of keyword arguments of `callee`.
    func keywords(_ keywords: [Keyword], of callee: Register, into destination: Register, at offset: Int) {
        emit(.buildDict, destination, at: offset)
        // A name after a `**` may be in it already, which is an error: `dictMergeKeywords` looks, `dictSet` does not.
        var named: ArraySlice<Keyword> = keywords.prefix { $0.name != nil }
        for keyword in named { set(keyword, in: destination) }
        var rest = keywords.dropFirst(named.count)
        while let next = rest.first {
            temporarily {
                let merged = allocate()
                if next.name == nil {
                    value(next.value, into: merged)
                    rest = rest.dropFirst()
                } else {
                    emit(.buildDict, merged, at: offset)
                    named = rest.prefix { $0.name != nil }
                    for keyword in named { set(keyword, in: merged) }
                    rest = rest.dropFirst(named.count)
                }
                emit(.dictMergeKeywords, destination, merged, callee, at: offset)
            }
        }
    }

    private func set(_ keyword: Keyword, in dict: Register) {
        temporarily {
            let key = allocate()
            emit(.loadConstant, key, immediate: constant(keyword.name?.text ?? ""), at: keyword.span.start)
            emit(.dictSet, dict, key, operand(keyword.value), at: keyword.span.start)
        }
    }

    /// Whether evaluating it has no effect and cannot raise, so that it does not matter when it is done.
    func isInert(_ expression: Expression) -> Bool {
        if ConstantFolder.value(of: expression) != nil { return true }
        switch expression.kind {
        case .name(let text):
            let name = scope.mangled(text)
            switch place(of: name) {
            case .register(let register): return state[register]
            case .cell(_, _, let isCertain): return isCertain
            case .global, .namespace: return false
            }
        case .list(let elements), .tuple(let elements): return elements.allSatisfy(isInert)
        case .dict(let items):
            return items.allSatisfy { item in
                guard let key = item.key, ConstantFolder.value(of: key) != nil else { return false }
                return isInert(item.value)
            }
        default: return false
        }
    }
}

extension Expression {
    var isStarred: Bool {
        if case .starred = kind { return true }
        return false
    }

    /// What a link of a chain evaluates after its receiver.
    var argumentExpressions: [Expression] {
        switch kind {
        case .subscripted(_, let index): [index]
        case .call(_, let arguments, let keywords): arguments + keywords.map(\.value)
        default: []
        }
    }
}
