extension Expression.Kind {
    /// Calls `body` with each expression directly below, in the order of the source. O(children).
    ///
    /// A lambda's defaults and a comprehension's parts are children too, whatever scope they run in.
    package func forEachChild(_ body: (Expression) -> Void) {
        switch self {
        case .constant, .name: break
        case .unaryOp(_, let operand): body(operand)
        case .await(let value), .yieldFrom(let value), .starred(let value), .attribute(let value, _): body(value)
        case .yield(let value):
            if let value { body(value) }
        case .boolOp(_, let values), .set(let values), .list(let values), .tuple(let values), .joinedStr(let values):
            for value in values { body(value) }
        case .namedExpr(let first, let second), .subscripted(let first, let second):
            body(first)
            body(second)
        case .binOp(let left, _, let right):
            body(left)
            body(right)
        case .lambda(let arguments, let result):
            for parameter in arguments.all {
                if let value = parameter.defaultValue { body(value) }
            }
            body(result)
        case .ifExp(let test, let then, let orelse):
            body(then)
            body(test)
            body(orelse)
        case .dict(let items):
            for item in items {
                if let key = item.key { body(key) }
                body(item.value)
            }
        case .listComp(let element, let clauses), .setComp(let element, let clauses),
            .generatorExp(let element, let clauses):
            body(element)
            for clause in clauses { clause.forEachChild(body) }
        case .dictComp(let key, let value, let clauses):
            body(key)
            body(value)
            for clause in clauses { clause.forEachChild(body) }
        case .compare(let left, let parts):
            body(left)
            for part in parts { body(part.right) }
        case .call(let function, let arguments, let keywords):
            body(function)
            for argument in arguments { body(argument) }
            for keyword in keywords { body(keyword.value) }
        case .formattedValue(let value, _, let specification):
            body(value)
            if let specification { body(specification) }
        case .slice(let lower, let upper, let step):
            for part in [lower, upper, step] {
                if let part { body(part) }
            }
        }
    }
}

extension Comprehension {
    /// Calls `body` with each expression directly below, in the order of the source.
    func forEachChild(_ body: (Expression) -> Void) {
        body(target)
        body(iterable)
        for condition in conditions { body(condition) }
    }
}
