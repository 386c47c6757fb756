import Diagnostics
import PythonSyntax

extension ModuleBody {
    /// What the reference page says of a function, a class or an import of the text.
    package enum Entry: Sendable {
        /// Its head without `def`, and the first line of its docstring.
        case function(head: String, documentation: String)
        /// Its name, its bases, the first line of its docstring, its public methods.
        case type(name: String, bases: String, documentation: String, methods: [Entry])
        /// Names that come from another module.
        case imported(names: [String], from: String)
    }

    /// The public names of the text, in its order.
    package var outline: [Entry] {
        let source = Source(path: "<library>", text: text)
        return Self.entries(of: Parser.parse(source).module.body, in: source)
    }

    private static func entries(of statements: [Statement], in source: Source) -> [Entry] {
        statements.compactMap { statement in
            switch statement.kind {
            case .functionDef(let function) where isPublic(function.name.text):
                .function(
                    head: head(of: statement, before: function.body, in: source),
                    documentation: firstLine(function.docstring)
                )
            case .classDef(let type) where isPublic(type.name.text):
                .type(
                    name: type.name.text,
                    bases: type.bases.map { source.text(of: $0.span) }.joined(separator: ", "),
                    documentation: firstLine(type.docstring),
                    methods: entries(of: type.body, in: source)
                )
            case .importFrom(let module?, let names, level: 0):
                .imported(names: names.map(\.name.text).filter(isPublic), from: module.text)
            default: nil
            }
        }
    }

    private static func isPublic(_ name: String) -> Bool { !name.hasPrefix("_") || name == "__init__" }

    private static func firstLine(_ text: StringConstant?) -> String {
        text.map { String($0.text.split(separator: "\n", omittingEmptySubsequences: false).first ?? "") } ?? ""
    }

    /// `name(parameters)`, on one line.
    private static func head(of statement: Statement, before body: [Statement], in source: Source) -> String {
        let end = body.first?.span.start ?? statement.span.end
        let text = source.text(of: Span(statement.span.start, end))
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let head = words.dropFirst("def ".count)
        let last = head.lastIndex(of: ")").map { head.index(after: $0) } ?? head.endIndex
        return String(head[..<last]).replacing("( ", with: "(").replacing(", )", with: ")")
    }
}
