package import Diagnostics

/// An expression: CPython's `ast.expr`, with the same names and shapes.
///
/// CPython's `ctx` (`Load`, `Store`, `Del`) is left out: the place in the tree says it.
package struct Expression: Sendable {
    /// What it is.
    package let kind: Kind
    /// From its first token to its last; enclosing parentheses belong to tuples, generators and yields only when CPython
    /// counts them in.
    package let span: Span
    /// The height of the tree: 1 for a leaf. At most ``ParserLimits/treeHeight``, so a consumer may recurse.
    package let height: Int32

    /// An expression of `kind` at `span`. O(children).
    package init(_ kind: Kind, span: Span) {
        self.kind = kind
        self.span = span
        var tallest: Int32 = 0
        kind.forEachChild { tallest = max(tallest, $0.height) }
        height = tallest == Int32.max ? tallest : tallest + 1
    }

    /// The kinds of expressions.
    ///
    /// To add one: a case here, its children in ``forEachChild(_:)``, its arms in `Parser`, `Dumper+Expressions` and
    /// `Parser+Targets`, a row in `DifferentialTests`.
    package indirect enum Kind: Sendable {
        /// `a and b and c`: two values or more, one operator.
        case boolOp(BooleanOperator, [Expression])
        /// `(target := value)`; the target is a name.
        case namedExpr(target: Expression, value: Expression)
        /// `left op right`.
        case binOp(left: Expression, op: BinaryOperator, right: Expression)
        /// `op operand`.
        case unaryOp(UnaryOperator, Expression)
        /// `lambda arguments: body`.
        case lambda(Arguments, body: Expression)
        /// `body if test else orelse`.
        case ifExp(test: Expression, body: Expression, orelse: Expression)
        /// `{key: value, **mapping}`.
        case dict([DictItem])
        /// `{a, *b}`; never empty.
        case set([Expression])
        /// `[element for …]`.
        case listComp(Expression, [Comprehension])
        /// `{element for …}`.
        case setComp(Expression, [Comprehension])
        /// `{key: value for …}`.
        case dictComp(key: Expression, value: Expression, [Comprehension])
        /// `(element for …)`.
        case generatorExp(Expression, [Comprehension])
        /// `await value`.
        case await(Expression)
        /// `yield value`.
        case yield(Expression?)
        /// `yield from value`.
        case yieldFrom(Expression)
        /// `left op a op b`: one operator or more, each with its right side.
        case compare(left: Expression, [ComparisonPart])
        /// `function(arguments, keywords)`.
        case call(function: Expression, arguments: [Expression], keywords: [Keyword])
        /// `{value!conversion:specification}` in an f-string. The conversion is `r`, `s` or `a`; the specification is a
        /// ``joinedStr(_:)``.
        case formattedValue(Expression, conversion: Unicode.Scalar?, specification: Expression?)
        /// An f-string: ``constant(_:)`` strings and ``formattedValue(_:conversion:specification:)``.
        case joinedStr([Expression])
        /// A literal.
        case constant(Constant)
        /// `value.name`.
        case attribute(Expression, Identifier)
        /// `value[index]`; the index may be a ``slice(lower:upper:step:)`` or a ``tuple(_:)`` with slices in it.
        case subscripted(Expression, index: Expression)
        /// `*value` in a call, a display, a target or an index.
        case starred(Expression)
        /// A name, after NFKC folding.
        case name(String)
        /// `[a, b]`.
        case list([Expression])
        /// `a, b`.
        case tuple([Expression])
        /// `lower:upper:step` in an index.
        case slice(lower: Expression?, upper: Expression?, step: Expression?)
    }

    /// One entry of a dictionary display.
    package struct DictItem: Sendable {
        /// nil for `**value`.
        package let key: Expression?
        /// The value, or the mapping to spread.
        package let value: Expression
    }

    /// One operator of a comparison with its right side.
    package struct ComparisonPart: Sendable {
        /// The operator.
        package let op: ComparisonOperator
        /// Its right side, which is the left side of the next.
        package let right: Expression
    }
}
