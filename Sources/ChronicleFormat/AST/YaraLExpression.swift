package import Diagnostics

/// A predicate or a value. Equal expressions mean the same, wherever they stand; parentheses are the tree's shape.
package struct YaraLExpression: Hashable, Sendable {
    /// What it is.
    package var kind: Kind
    /// Where it stands.
    package var span: Span

    /// An expression at a place.
    package init(_ kind: Kind, _ span: Span = Span(0, 0)) {
        self.kind = kind
        self.span = span
    }

    /// By what it is.
    package static func == (left: Self, right: Self) -> Bool { left.kind == right.kind }

    /// Agrees with `==`.
    package func hash(into hasher: inout Hasher) { hasher.combine(kind) }

    /// The kinds of expression.
    package indirect enum Kind: Hashable, Sendable {
        /// A text; `isRaw` if it stood between backquotes, where a backslash is one.
        case text(String, isRaw: Bool)
        /// A pattern that stood between slashes.
        case pattern(String)
        /// A number, as written.
        case number(String)
        /// `true` or `false`.
        case boolean(Bool)
        /// A length of time, as an argument or an option.
        case duration(YaraLDuration)
        /// `$name`: an event, a placeholder or an outcome.
        case variable(String)
        /// `#name`: how many events, or different values, there are.
        case count(String)
        /// A field of an event.
        case field(YaraLPath)
        /// `%name` or `%name.column`: a reference list, or a column of a data table.
        case list(String, column: String?)
        /// `strings.to_lower($e.a)`.
        case call(String, [Argument])
        /// `any $e.a`, `all $e.a`: some value of a field that repeats, or every one.
        case each(Each, YaraLExpression)
        /// Two of them at least.
        case all([YaraLExpression])
        /// Two of them at least.
        case any([YaraLExpression])
        /// `not x` or `!x`.
        case not(YaraLExpression)
        /// Two values compared.
        case comparison(YaraLExpression, Comparison, YaraLExpression)
        /// `x in %list`.
        case membership(YaraLExpression, Membership, YaraLExpression)
        /// `x nocase`, of a comparison, a membership or a call.
        case withoutCase(YaraLExpression)
        /// A first operand, and what is done with the others from left to right: all of them added and subtracted, or all of
        /// them multiplied and divided.
        case arithmetic(YaraLExpression, [Operation])
        /// `-x`.
        case negative(YaraLExpression)
        /// `2 of [$a, $b]`, `any of […]`, `all of […]`.
        case some(Quantity, [YaraLExpression])
        /// What could not be read; an error was reported.
        case unreadable
    }

    /// An argument of a call; some functions name theirs: `period:1d`.
    package struct Argument: Hashable, Sendable {
        /// The name, if it has one; may hold dots.
        package var label: String?
        /// What is given.
        package var value: YaraLExpression

        /// An argument.
        package init(label: String? = nil, value: YaraLExpression) {
            self.label = label
            self.value = value
        }
    }

    /// How many values of a field that repeats must pass.
    package enum Each: String, Hashable, Sendable {
        /// One at least.
        case any
        /// All of them.
        case all
    }

    /// How many of several conditions must hold.
    package enum Quantity: Hashable, Sendable {
        /// So many at least, in digits.
        case number(String)
        /// One at least.
        case any
        /// Every one.
        case all
    }

    /// How two values are compared.
    package enum Comparison: String, Hashable, Sendable, CaseIterable {
        case equals = "="
        case notEquals = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="

        /// The same with the sides exchanged.
        package var flipped: Comparison {
            switch self {
            case .equals: .equals
            case .notEquals: .notEquals
            case .less: .greater
            case .lessOrEqual: .greaterOrEqual
            case .greater: .less
            case .greaterOrEqual: .lessOrEqual
            }
        }
    }

    /// What the lines of a list are.
    package enum Membership: String, Hashable, Sendable {
        /// Texts: `in`.
        case texts = "in"
        /// Patterns: `in regex`.
        case patterns = "in regex"
        /// Networks: `in cidr`.
        case networks = "in cidr"
    }

    /// A step of a computation.
    package struct Operation: Hashable, Sendable {
        /// `+`, `-`, `*`, `/` or `%`.
        package var sign: Arithmetic
        /// The other operand.
        package var operand: YaraLExpression

        /// A step.
        package init(_ sign: Arithmetic, _ operand: YaraLExpression) {
            self.sign = sign
            self.operand = operand
        }
    }

    /// A sign of computation.
    package enum Arithmetic: String, Hashable, Sendable {
        case plus = "+"
        case minus = "-"
        case times = "*"
        case divided = "/"
        case modulo = "%"

        /// Whether it binds as `+` does.
        var isAdditive: Bool { self == .plus || self == .minus }
    }
}

extension YaraLExpression {
    /// The expressions right below, in order.
    package var children: [YaraLExpression] {
        switch kind {
        case .text, .pattern, .number, .boolean, .duration, .variable, .count, .field, .list, .unreadable: []
        case .call(_, let arguments): arguments.map(\.value)
        case .each(_, let child), .not(let child), .withoutCase(let child), .negative(let child): [child]
        case .all(let children), .any(let children), .some(_, let children): children
        case .comparison(let left, _, let right), .membership(let left, _, let right): [left, right]
        case .arithmetic(let first, let others): [first] + others.map(\.operand)
        }
    }

    /// Every expression, each before those below it.
    package func forEach(_ body: (YaraLExpression) -> Void) {
        body(self)
        for child in children { child.forEach(body) }
    }
}
