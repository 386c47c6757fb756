package import Diagnostics

/// The text of a query: definitions, and the expressions whose tables it returns.
///
/// Trees are equal if they say the same, wherever they stand.
package struct Script: Hashable, Sendable {
    /// In order. Each query sees the definitions before it.
    package var statements: [Statement]

    /// Of these statements.
    package init(_ statements: [Statement]) { self.statements = statements }
}

/// One statement of a ``Script`` or of a function's body.
package struct Statement: Hashable, Sendable {
    /// What it is.
    package var kind: Kind
    /// Where it stands, without the `;`.
    package var span: Span

    /// A statement.
    package init(_ kind: Kind, span: Span) {
        self.kind = kind
        self.span = span
    }

    /// By content.
    package static func == (left: Self, right: Self) -> Bool { left.kind == right.kind }

    /// Agrees with `==`.
    package func hash(into hasher: inout Hasher) { hasher.combine(kind) }

    /// The kinds of statement.
    package enum Kind: Hashable, Sendable {
        /// `let name = value`: a scalar, a table or a function.
        case definition(String, Expression)
        /// A table that is returned, or a scalar.
        case query(Expression)
        /// `set name = value`.
        case option(String, Expression?)
        /// `declare query_parameters (name: type = default, …)`.
        case queryParameters([Parameter])
        /// `alias database name = cluster(…).database(…)`.
        case alias(String, Expression)
        /// `restrict access to (table, …)`.
        case restriction([Expression])
    }
}

/// A parameter of a function or a query.
package struct Parameter: Hashable, Sendable {
    /// Its name.
    package var name: String
    /// What it takes.
    package var type: ParameterType
    /// What it is when it is not given.
    package var defaultValue: Expression?

    /// A parameter.
    package init(name: String, type: ParameterType, defaultValue: Expression? = nil) {
        self.name = name
        self.type = type
        self.defaultValue = defaultValue
    }

    /// What a parameter takes.
    package enum ParameterType: Hashable, Sendable {
        /// A scalar of the type with this name.
        case scalar(String)
        /// A table with at least these columns; none for any table, `(*)`.
        case table([ColumnDeclaration])
    }
}

/// A column and its type: `Timestamp: datetime`.
package struct ColumnDeclaration: Hashable, Sendable {
    /// The column.
    package var name: String
    /// Its type; nil where none needs to be given.
    package var type: String?

    /// A column.
    package init(name: String, type: String?) {
        self.name = name
        self.type = type
    }
}
