import Diagnostics
import PythonSyntax
import TestSupport
import Testing

/// Snippets for every production of the grammar, parsed by CPython 3.11 too: equal trees, or both refuse.
@Suite(.enabled(if: pythonPath != nil, "needs python3.11")) struct DifferentialTests {
    static func outcome(_ text: String) -> (dump: String?, rendered: String) {
        let result = Parser.parse(Source(path: "<test>", text: text))
        let rendered = result.diagnostics.map(Renderer(usesColor: false).render).joined()
        return (result.isValid ? Dumper.dump(result.module) : nil, rendered)
    }

    @Test(
        "valid: trees are equal",
        arguments: [ValidSnippets.expressions, ValidSnippets.statements, ValidSnippets.lexical]
    )
    func valid(_ snippets: [String]) throws {
        #expect(snippets.count > 40)
        let references = try Reference.about(snippets.map { Array($0.utf8) })
        try #require(references.count == snippets.count)
        for (snippet, reference) in zip(snippets, references) {
            let (dump, rendered) = Self.outcome(snippet)
            #expect(reference.dump != nil, "CPython refuses \(snippet): \(reference.error)")
            #expect(dump == reference.dump, "\(snippet)\n\(rendered)")
        }
    }

    @Test(
        "invalid: both refuse",
        arguments: [InvalidSnippets.grammar, InvalidSnippets.literals, InvalidSnippets.scopes]
    )
    func invalid(_ snippets: [String]) throws {
        #expect(snippets.count > 40)
        let references = try Reference.about(snippets.map { Array($0.utf8) })
        try #require(references.count == snippets.count)
        for (snippet, reference) in zip(snippets, references) {
            let result = Parser.parse(Source(path: "<test>", text: snippet))
            #expect(reference.dump == nil, "CPython accepts \(snippet)")
            #expect(!result.isValid, "accepted: \(snippet), CPython: \(reference.error)")
            #expect(result.diagnostics.allSatisfy { $0.span != nil })
        }
    }
}
