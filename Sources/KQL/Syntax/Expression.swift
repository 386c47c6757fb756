package import Diagnostics

/// A scalar or a table. Which of the two a name stands for is not known from the text.
package struct Expression: Hashable, Sendable {
    /// What it is.
    package var kind: Kind
    /// Where it stands, brackets around it left out.
    package var span: Span

    /// An expression.
    package init(_ kind: Kind, span: Span) {
        self.kind = kind
        self.span = span
    }

    /// By content.
    package static func == (left: Self, right: Self) -> Bool { left.kind == right.kind }

    /// Agrees with `==`.
    package func hash(into hasher: inout Hasher) { hasher.combine(kind) }

    /// The kinds of expression. Brackets that only group have no node.
    package indirect enum Kind: Hashable, Sendable {
        /// A column, a table, a definition or a parameter.
        case name(String)
        /// Names with a pattern, where a table or columns are named: `Device*`.
        case wildcard(String)
        /// `*`: all columns.
        case star
        /// A literal.
        case constant(Constant)
        /// `dynamic(…)`.
        case dynamic(DynamicValue)
        /// `base.name`.
        case member(Expression, String)
        /// `base[index]`.
        case index(Expression, Expression)
        /// `name(…)`.
        case call(String, [NamedExpression])
        /// `base.name(…)`: `cluster("c").database("d")`.
        case method(Expression, String, [NamedExpression])
        /// `-x`, `+x`.
        case sign(isNegative: Bool, Expression)
        /// An operator between two operands.
        case binary(BinaryOperator, Expression, Expression)
        /// `a and b and c`; two or more.
        case all([Expression])
        /// `a or b or c`; two or more.
        case any([Expression])
        /// `x in (…)`, `x has_any (…)`.
        case membership(MembershipOperator, Expression, [Expression])
        /// `x between (low .. high)`.
        case between(Expression, Expression, Expression, isNegated: Bool)
        /// A table and what is done to it.
        case pipeline(Pipeline)
        /// `(x: string) { … }`, in a definition.
        case function(Function)
        /// `datatable (…) [ … ]`.
        case dataTable([ColumnDeclaration], [Expression])
        /// `externaldata (…) [ "https://…" ] with (…)`.
        case externalData([ColumnDeclaration], [Expression], [OperatorParameter])
    }

    /// A function's parameters and body.
    package struct Function: Hashable, Sendable {
        /// Whether `union *` sees it.
        package var isView: Bool
        /// In order.
        package var parameters: [Parameter]
        /// Definitions, then what it gives.
        package var body: [Statement]

        /// A function.
        package init(isView: Bool, parameters: [Parameter], body: [Statement]) {
            self.isView = isView
            self.parameters = parameters
            self.body = body
        }
    }
}

/// An expression that may be given a name: a column of `extend`, an argument of a call.
package struct NamedExpression: Hashable, Sendable {
    /// The name; several for one that gives several columns: `(a, b) = arg_max(…)`. Empty for none.
    package var names: [String]
    /// The expression.
    package var value: Expression

    /// An expression and its names.
    package init(_ names: [String] = [], _ value: Expression) {
        self.names = names
        self.value = value
    }
}

/// An expression by which rows are sorted.
package struct OrderedExpression: Hashable, Sendable {
    /// What is compared.
    package var value: NamedExpression
    /// `asc`, `desc`, `granny-asc` or `granny-desc`; nil where it does not say.
    package var direction: String?
    /// Whether nulls come first or last; nil where it does not say.
    package var nullsFirst: Bool?

    /// An order.
    package init(_ value: NamedExpression, direction: String? = nil, nullsFirst: Bool? = nil) {
        self.value = value
        self.direction = direction
        self.nullsFirst = nullsFirst
    }
}
