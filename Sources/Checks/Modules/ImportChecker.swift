import Diagnostics
import PythonSyntax

/// Finds imports that fail: of modules that are not there, of names that a module does not have.
///
/// Imports in a `try` that catches ImportError are a way to ask what is there, and are left alone.
struct ImportChecker {
    private(set) var diagnostics: [Diagnostic] = []
    private let facts: ModuleFacts

    /// The imports of `facts` that fail.
    static func check(_ facts: ModuleFacts, _ table: inout ModuleTable) -> [Diagnostic] {
        var checker = ImportChecker(facts: facts)
        checker.visit(facts.module.body, &table)
        return checker.diagnostics
    }

    private init(facts: ModuleFacts) { self.facts = facts }

    private mutating func visit(_ statements: [Statement], _ table: inout ModuleTable) {
        for statement in statements {
            switch statement.kind {
            case .import(let names):
                for alias in names { require(alias.name, &table) }
            case .importFrom(let module, let names, let level):
                guard level == 0, let module, require(module, &table) else { continue }
                for alias in names where alias.name.text != "*" { require(alias.name, from: module, &table) }
            case .functionDef(let function): visit(function.body, &table)
            case .classDef(let type): visit(type.body, &table)
            case .try(let statement):
                let asks = statement.handlers.contains { $0.catches(["ImportError", "ModuleNotFoundError"]) }
                if !asks { visit(statement.body, &table) }
                for block in statement.handlers.map(\.body) + [statement.orelse, statement.finalbody] {
                    visit(block, &table)
                }
            default:
                for block in statement.blocks { visit(block, &table) }
            }
        }
    }

    @discardableResult
    private mutating func require(_ module: Identifier, _ table: inout ModuleTable) -> Bool {
        switch table.presence(of: module.text) {
        case .there, .written: return true
        case .refused(let refusal):
            diagnostics.append(.refusedModule(module.text, refusal, at: module.span, facts.source))
        case .absent:
            // Parts of a helper that stands in for a package are not known one by one.
            if let first = module.text.split(separator: ".").first, table.helpers[String(first)] != nil { return true }
            diagnostics.append(.unknownModule(module.text, at: module.span, known: table.moduleNames(), facts.source))
        }
        return false
    }

    private mutating func require(_ name: Identifier, from module: Identifier, _ table: inout ModuleTable) {
        if table.contains("\(module.text).\(name.text)") { return }
        guard case .missing(let known) = table.attribute(name.text, of: module.text) else { return }
        diagnostics.append(
            .unknownAttribute(name.text, of: "`\(module.text)`", at: name.span, known: known, facts.source)
        )
    }
}
