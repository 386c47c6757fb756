/// Writes a tree as CPython's `ast.dump` does, without attributes and on one line: for comparison with CPython.
///
/// It keeps a list of what is still to write instead of recursing, so no tree is too deep for it.
package struct Dumper {
    var output = ""
    /// What is to write, the next at the end.
    private var work: [Piece] = []

    /// What is still to write.
    enum Piece {
        case text(String)
        case expression(Expression, Context)
        case statement(Statement)
        case pattern(Pattern)
        case pieces([Piece])
    }

    /// CPython's `ctx`.
    enum Context: String {
        case load = "Load()"
        case store = "Store()"
        case delete = "Del()"
    }

    /// `ast.dump(ast.parse(…))`. O(nodes).
    package static func dump(_ module: Module) -> String {
        var dumper = Dumper()
        dumper.write(
            .node("Module", [("body", .list(module.body.map(Piece.statement))), ("type_ignores", .text("[]"))])
        )
        return dumper.output
    }

    /// `ast.dump` of an expression that is loaded. O(nodes).
    package static func dump(_ expression: Expression) -> String {
        var dumper = Dumper()
        dumper.write(.expression(expression, .load))
        return dumper.output
    }

    private mutating func write(_ root: Piece) {
        work.append(root)
        while let piece = work.popLast() {
            switch piece {
            case .text(let text): output += text
            case .pieces(let pieces): work.append(contentsOf: pieces.reversed())
            case .expression(let expression, let context): work.append(Self.piece(for: expression, context))
            case .statement(let statement): work.append(Self.piece(for: statement))
            case .pattern(let pattern): work.append(Self.piece(for: pattern))
            }
        }
    }
}

extension Dumper.Piece {
    /// `Name(field=value, …)`; fields that are nil are left out, as CPython leaves out optional fields.
    static func node(_ name: String, _ fields: [(String, Dumper.Piece?)] = []) -> Dumper.Piece {
        var pieces: [Dumper.Piece] = [.text(name + "(")]
        var separator = ""
        for (field, value) in fields {
            guard let value else { continue }
            pieces.append(.text(separator + field + "="))
            pieces.append(value)
            separator = ", "
        }
        pieces.append(.text(")"))
        return .pieces(pieces)
    }

    static func list(_ items: [Dumper.Piece]) -> Dumper.Piece {
        var pieces: [Dumper.Piece] = [.text("[")]
        for (place, item) in items.enumerated() {
            if place > 0 { pieces.append(.text(", ")) }
            pieces.append(item)
        }
        pieces.append(.text("]"))
        return .pieces(pieces)
    }

    static func load(_ expression: Expression?) -> Dumper.Piece? { expression.map { .expression($0, .load) } }

    static func loads(_ expressions: [Expression]) -> Dumper.Piece { .list(expressions.map { .expression($0, .load) }) }

    static func body(_ statements: [Statement]) -> Dumper.Piece { .list(statements.map(Dumper.Piece.statement)) }

    /// A string in Python's quotes.
    static func quoted(_ text: String) -> Dumper.Piece { .text(PythonRepresentation.of(text: Array(text.utf8))) }

    static func quoted(_ identifier: Identifier?) -> Dumper.Piece? { identifier.map { quoted($0.text) } }
}
