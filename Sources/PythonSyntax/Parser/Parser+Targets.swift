import Diagnostics

/// What a target is for.
enum TargetUse {
    case assignment, augmentedAssignment, deletion

    fileprivate var verb: String {
        switch self {
        case .assignment, .augmentedAssignment: "assign to"
        case .deletion: "delete"
        }
    }
}

extension Parser {
    /// Reports what cannot be assigned to or deleted. Recursion is bounded: parsing has bounded the nesting of displays.
    mutating func checkTarget(_ target: Expression, for use: TargetUse, inDisplay: Bool = false) {
        switch target.kind {
        case .name: checkAssignable(name: target, verb: use.verb)
        case .attribute(_, let name):
            if name.text == "__debug__" {
                report(.invalidTarget(use.verb, "`__debug__`", source: source, span: name.span))
            }
        case .subscripted: break
        case .tuple(let elements) where use != .augmentedAssignment,
            .list(let elements) where use != .augmentedAssignment:
            var stars = 0
            for element in elements {
                if case .starred = element.kind { stars += 1 }
                checkTarget(element, for: use, inDisplay: true)
            }
            if stars > 1, use == .assignment {
                report(.star("two starred targets in one assignment", source: source, span: target.span))
            }
        case .starred(let value) where use == .assignment:
            if !inDisplay {
                report(
                    .star(
                        "starred target must be in a list or tuple",
                        source: source,
                        span: target.span,
                        hint: "write `*a, = …`"
                    )
                )
            }
            if case .starred = value.kind {
                report(.star("cannot star a starred expression", source: source, span: value.span))
            } else {
                checkTarget(value, for: use, inDisplay: true)
            }
        default:
            let isComparable = use == .assignment
            report(
                .invalidTarget(
                    use.verb,
                    target.describedAsTarget,
                    source: source,
                    span: target.span,
                    hint: isComparable && target.isCondition ? "did you mean `==`?" : nil
                )
            )
        }
    }

    /// Reports a name that may not be bound.
    mutating func checkAssignable(name: Expression, verb: String = "assign to") {
        guard case .name("__debug__") = name.kind else { return }
        report(.invalidTarget(verb, "`__debug__`", source: source, span: name.span))
    }

    /// Reports a starred expression that stands alone.
    mutating func checkNoBareStar(_ expression: Expression) throws(Abandoned) {
        guard case .starred = expression.kind else { return }
        throw fail(
            .star(
                "cannot use a starred expression here",
                source: source,
                span: expression.span,
                hint: "a tuple of one needs a comma: `*a,`"
            )
        )
    }
}

extension Constant {
    /// `None`, `True`, `False`.
    var isKeyword: Bool {
        switch self {
        case .none, .bool: true
        default: false
        }
    }
}

extension Expression {
    /// Something one would compare: the author of `f() = 1` meant `==`.
    fileprivate var isCondition: Bool {
        switch kind {
        case .call, .binOp, .unaryOp, .constant, .compare, .boolOp, .joinedStr: true
        default: false
        }
    }

    /// How messages name it as a target: CPython's `_PyPegen_get_expr_name`.
    var describedAsTarget: String {
        switch kind {
        case .attribute: "an attribute"
        case .subscripted: "a subscript"
        case .starred: "a starred expression"
        case .name: "a name"
        case .list: "a list"
        case .tuple: "a tuple"
        case .lambda: "a lambda"
        case .call: "a function call"
        case .boolOp, .binOp, .unaryOp: "an expression"
        case .generatorExp: "a generator expression"
        case .yield, .yieldFrom: "a yield expression"
        case .await: "an await expression"
        case .listComp: "a list comprehension"
        case .setComp: "a set comprehension"
        case .dictComp: "a dict comprehension"
        case .dict: "a dict literal"
        case .set: "a set display"
        case .joinedStr, .formattedValue: "an f-string"
        case .constant(.none): "`None`"
        case .constant(.bool(let value)): value ? "`True`" : "`False`"
        case .constant(.ellipsis): "an ellipsis"
        case .constant: "a literal"
        case .compare: "a comparison"
        case .ifExp: "a conditional expression"
        case .namedExpr: "an assignment expression"
        case .slice: "a slice"
        }
    }
}
