/// How the rows of two tables are paired.
package enum JoinCondition: Hashable, Sendable {
    /// Equal columns: a name that both have, or `$left.a == $right.b`. Empty if none are given.
    case on([Expression])
    /// Any predicate.
    case matching(Expression)
}

/// A column whose elements become rows.
package struct ExpandedColumn: Hashable, Sendable {
    /// The column, and what the elements are called.
    package var value: NamedExpression
    /// The type they are turned into: `string` for `to typeof(string)`.
    package var type: String?

    /// A column.
    package init(_ value: NamedExpression, type: String? = nil) {
        self.value = value
        self.type = type
    }
}

/// A part of the pattern of `parse`.
package enum ParseSegment: Hashable, Sendable {
    /// `*`: anything.
    case skip
    /// A text that must stand there; a regular expression with `kind=regex`.
    case text(Expression)
    /// A column that takes what stands there.
    case column(ColumnDeclaration)
}

/// A level of `top-nested`.
package struct TopNestedLevel: Hashable, Sendable {
    /// How many; nil for all.
    package var count: Expression?
    /// By which the rows are grouped.
    package var of: NamedExpression
    /// What the others are called, if they are kept.
    package var others: Expression?
    /// What is compared.
    package var by: OrderedExpression

    /// A level.
    package init(count: Expression?, of: NamedExpression, others: Expression?, by: OrderedExpression) {
        self.count = count
        self.of = of
        self.others = others
        self.by = by
    }
}

/// `make-series`.
package struct MakeSeries: Hashable, Sendable {
    /// What is measured, each with what stands where there are no rows.
    package var aggregates: [Aggregate]
    /// The axis.
    package var on: NamedExpression
    /// Where the axis begins.
    package var from: Expression?
    /// Where it ends.
    package var to: Expression?
    /// The distance of its points.
    package var step: Expression?
    /// One series for each of these.
    package var by: [NamedExpression]

    /// A measure of a series.
    package struct Aggregate: Hashable, Sendable {
        /// The measure.
        package var value: NamedExpression
        /// What stands where there are no rows.
        package var defaultValue: Expression?
    }
}

/// `find`.
package struct Find: Hashable, Sendable {
    /// The tables; empty for all.
    package var tables: [Expression]
    /// What rows must be.
    package var predicate: Expression
    /// What is shown of them; nil where `project-smart` or nothing stands.
    package var project: [ColumnDeclaration]?
    /// Whether the other columns are shown in one: `pack(*)`.
    package var packsRest: Bool
    /// Columns that are not shown.
    package var projectAway: [ColumnDeclaration]
}

/// A branch of `fork`.
package struct ForkBranch: Hashable, Sendable {
    /// Its name, if it has one.
    package var name: String?
    /// What it does.
    package var pipeline: Pipeline
}

/// `scan`: a state machine over sorted rows.
package struct Scan: Hashable, Sendable {
    /// How rows are sorted.
    package var order: [OrderedExpression]
    /// Rows with other values of these belong to other matches.
    package var partition: [Expression]
    /// Variables of a match.
    package var declarations: [Parameter]
    /// In order.
    package var steps: [Step]

    /// A state.
    package struct Step: Hashable, Sendable {
        /// Its name.
        package var name: String
        /// Whether a match may pass over it.
        package var isOptional: Bool
        /// `all`, `last` or `none`.
        package var output: String?
        /// What a row must be to be in this state.
        package var condition: Expression
        /// What variables are set to then.
        package var assignments: [NamedExpression]
    }
}

/// `make-graph`.
package struct MakeGraph: Hashable, Sendable {
    /// The column that names the node an edge comes from.
    package var source: String
    /// The column that names the node it goes to.
    package var target: String
    /// Whether edges have a direction: `-->`.
    package var isDirected: Bool
    /// Tables of nodes, each with its key.
    package var nodes: [Nodes]
    /// The name of the node's key where there is no table: `with_node_id=`.
    package var nodeID: String?
    /// A graph for each value of a column, and what is done with it.
    package var partitionedBy: Partition?

    /// A table of nodes.
    package struct Nodes: Hashable, Sendable {
        /// The table.
        package var table: Expression
        /// Its key.
        package var key: String
    }

    /// A graph for each value.
    package struct Partition: Hashable, Sendable {
        /// The column.
        package var column: Expression
        /// What is done with each graph.
        package var pipeline: Pipeline
    }
}

/// `graph-match` and `graph-shortest-paths`.
package struct GraphMatch: Hashable, Sendable {
    /// Whether it is `graph-shortest-paths`.
    package var isShortestPaths: Bool
    /// Paths that a match has.
    package var patterns: [[Element]]
    /// What it must be.
    package var predicate: Expression?
    /// What is shown of it.
    package var project: [NamedExpression]?

    /// A node or an edge of a path.
    package enum Element: Hashable, Sendable {
        /// `(name)`; nil for any.
        case node(String?)
        /// `-[name*1..3]->`.
        case edge(Edge)
    }

    /// An edge, or several in a row.
    package struct Edge: Hashable, Sendable {
        /// Its name; nil for any: `-->`.
        package var name: String?
        /// Which way it goes.
        package var direction: Direction
        /// How many in a row.
        package var length: Length?
    }

    /// How many edges in a row.
    package struct Length: Hashable, Sendable {
        /// At least.
        package var low: Expression
        /// At most.
        package var high: Expression
    }

    /// Which way an edge goes.
    package enum Direction: Hashable, Sendable {
        case forward, backward, either
    }
}

/// An output of `graph-to-table`.
package struct GraphOutput: Hashable, Sendable {
    /// `nodes` or `edges`.
    package var part: String
    /// The table's name.
    package var name: String?
    /// `with_node_id=id` and the like.
    package var parameters: [OperatorParameter]
}
