package import Diagnostics

/// A table and what is done to it, one operator after the other.
package struct Pipeline: Hashable, Sendable {
    /// What the rows come from. Nil where the first operator makes them (`union`, `search`, `print`, `range`, `find`), and in
    /// the parts of `mv-apply`, `partition`, `fork` and `facet`, which are given theirs.
    package var source: Expression?
    /// In order.
    package var operators: [TabularOperator]

    /// A table and what is done to it.
    package init(_ source: Expression?, _ operators: [TabularOperator]) {
        self.source = source
        self.operators = operators
    }
}

/// One step of a pipeline.
package struct TabularOperator: Hashable, Sendable {
    /// What it does.
    package var kind: Kind
    /// What stands after its name: `kind=inner`, `hint.strategy=shuffle`.
    package var parameters: [OperatorParameter]
    /// Where it stands, without the `|`.
    package var span: Span

    /// An operator.
    package init(_ kind: Kind, parameters: [OperatorParameter] = [], span: Span) {
        self.kind = kind
        self.parameters = parameters
        self.span = span
    }

    /// By content.
    package static func == (left: Self, right: Self) -> Bool {
        left.kind == right.kind && left.parameters == right.parameters
    }

    /// Agrees with `==`.
    package func hash(into hasher: inout Hasher) { hasher.combine(kind) }

    /// The word that a parameter is set to: `inner` for `kind`. Nil if it is not there, or no word.
    package func word(_ parameter: String) -> String? {
        for entry in parameters where entry.name == parameter {
            if case .name(let word) = entry.value.kind { return word }
        }
        return nil
    }

    /// The operators of KQL. To add one: a case here, an arm in `Parser+Operators.swift` and one in `Printer+Operators.swift`.
    package indirect enum Kind: Hashable, Sendable {
        case `where`(Expression)
        case extend([NamedExpression])
        case project([NamedExpression])
        case projectAway([Expression])
        case projectKeep([Expression])
        case projectRename([NamedExpression])
        case projectReorder([OrderedExpression])
        case summarize([NamedExpression], by: [NamedExpression])
        case distinct([NamedExpression])
        case count
        case take(Expression)
        case sample(Expression)
        case sampleDistinct(Expression, of: NamedExpression)
        case top(Expression, by: [OrderedExpression])
        case topNested([TopNestedLevel])
        case topHitters(Expression, of: NamedExpression, by: OrderedExpression?)
        case sort([OrderedExpression])
        case join(Expression, JoinCondition)
        case lookup(Expression, JoinCondition)
        case union([Expression])
        case mvExpand([ExpandedColumn], limit: Expression?)
        case mvApply([ExpandedColumn], limit: Expression?, id: Constant?, Pipeline)
        case parse(Expression, [ParseSegment], isFilter: Bool)
        case parseKeyValue(Expression, [ColumnDeclaration], [OperatorParameter])
        case makeSeries(MakeSeries)
        case evaluate(Expression, schema: [ColumnDeclaration]?)
        case invoke(Expression)
        case render(String, [OperatorParameter])
        case serialize([NamedExpression])
        case `as`(String)
        case getSchema
        case consume
        case executeAndCache
        case assertSchema([ColumnDeclaration])
        case search(in: [Expression], Expression)
        case find(Find)
        case print([NamedExpression])
        case range(String, from: Expression, to: Expression, step: Expression)
        case fork([ForkBranch])
        case facet([Expression], with: Pipeline?)
        case partition(by: Expression, Pipeline)
        case reduce(by: NamedExpression, with: [NamedExpression])
        case scan(Scan)
        case makeGraph(MakeGraph)
        case graphMatch(GraphMatch)
        case graphToTable([GraphOutput])
        case graphMarkComponents
        /// One that could not be parsed; a diagnostic says why.
        case unparsed(String)
    }
}

/// A setting of an operator.
package struct OperatorParameter: Hashable, Sendable {
    /// `kind`, `hint.strategy`.
    package var name: String
    /// A word or a literal; in `render`, several words are a call without a name.
    package var value: Expression

    /// A setting.
    package init(_ name: String, _ value: Expression) {
        self.name = name
        self.value = value
    }
}
