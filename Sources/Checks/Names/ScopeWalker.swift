import Diagnostics
import PythonSyntax

/// Walks every expression of a module with the scopes around it.
///
/// The order of execution is not looked at: a name is taken to be there if any statement of a scope that it is looked up
/// in binds it.
struct ScopeWalker {
    /// What a name means where it stands.
    enum Resolution {
        /// A variable of a function, lambda, class or comprehension.
        case local
        /// A global of the module.
        case global
        /// Nothing in the file binds it: a builtin, or nothing.
        case unbound
    }

    private struct Scope {
        let isClass: Bool
        var bound: Set<String>
        var globals: Set<String> = []
    }

    private let globals: Set<String>
    /// The innermost last; empty at the top level.
    private var scopes: [Scope] = []
    private var nameErrorGuards = 0
    /// The top-level function that is being walked.
    private(set) var function: FunctionDef?
    private let visitor: (Expression, borrowing ScopeWalker) -> Void

    /// Names of every module.
    private static let moduleNames: Set<String> = [
        "__name__", "__file__", "__doc__", "__builtins__", "__package__", "__spec__", "__loader__", "__annotations__",
    ]

    /// Calls `visitor` with each expression, outer ones first.
    static func walk(_ facts: ModuleFacts, _ visitor: (Expression, borrowing ScopeWalker) -> Void) {
        withoutActuallyEscaping(visitor) { visitor in
            var walker = ScopeWalker(facts, visitor)
            walker.visit(facts.module.body)
        }
    }

    private init(_ facts: ModuleFacts, _ visitor: @escaping (Expression, borrowing ScopeWalker) -> Void) {
        globals = Set(facts.bindings.keys).union(Self.moduleNames)
        self.visitor = visitor
    }

    /// Whether a NameError raised here is caught by a `try` around.
    var catchesNameError: Bool { nameErrorGuards > 0 }

    /// What `name` means here.
    func resolve(_ name: String) -> Resolution {
        if let scope = scopes.last, scope.globals.contains(name) { return globals.contains(name) ? .global : .unbound }
        for (index, scope) in scopes.enumerated().reversed() {
            // Functions do not see the names of the class around them.
            if scope.isClass, index != scopes.count - 1 { continue }
            if scope.bound.contains(name) { return .local }
        }
        return globals.contains(name) ? .global : .unbound
    }

    /// The names that can be read here, builtins left out; in ascending order.
    var visibleNames: [String] { (scopes.flatMap(\.bound) + globals).sorted() }

    // MARK: Statements

    private mutating func visit(_ statements: [Statement]) {
        for statement in statements { visit(statement) }
    }

    private mutating func visit(_ statement: Statement) {
        switch statement.kind {
        case .functionDef(let function):
            for expression in statement.expressions { visit(expression) }
            if scopes.isEmpty { self.function = function }
            enter(function.arguments, function.body)
            visit(function.body)
            scopes.removeLast()
            if scopes.isEmpty { self.function = nil }
        case .classDef(let type):
            for expression in statement.expressions { visit(expression) }
            let bound = Set(BoundNames.all(in: type.body)).union(["__module__", "__qualname__", "__class__"])
            scopes.append(Scope(isClass: true, bound: bound))
            declare(type.body)
            visit(type.body)
            scopes.removeLast()
        case .try(let statement):
            for handler in statement.handlers { handler.type.map { visit($0) } }
            let isGuarded = statement.handlers.contains { $0.catches(["NameError", "UnboundLocalError"]) }
            nameErrorGuards += isGuarded ? 1 : 0
            visit(statement.body)
            nameErrorGuards -= isGuarded ? 1 : 0
            for handler in statement.handlers { visit(handler.body) }
            visit(statement.orelse)
            visit(statement.finalbody)
        default:
            for expression in statement.expressions { visit(expression) }
            for block in statement.blocks { visit(block) }
        }
    }

    // MARK: Scopes

    private mutating func enter(_ arguments: Arguments, _ body: [Statement]) {
        let parameters = arguments.all.map(\.name.text)
        // `__class__` is there in methods; elsewhere nobody writes it.
        scopes.append(Scope(isClass: false, bound: Set(parameters + BoundNames.all(in: body) + ["__class__"])))
        declare(body)
    }

    private mutating func declare(_ body: [Statement]) {
        func declared(_ statements: [Statement]) -> [String] {
            statements.flatMap { statement -> [String] in
                if case .global(let names) = statement.kind { return names.map(\.text) }
                return statement.blocks.flatMap(declared)
            }
        }
        scopes[scopes.count - 1].globals = Set(declared(body))
    }

    // MARK: Expressions

    private mutating func visit(_ expression: Expression) {
        visitor(expression, self)
        switch expression.kind {
        case .lambda(let arguments, let body):
            for parameter in arguments.all { parameter.defaultValue.map { visit($0) } }
            enter(arguments, [])
            visit(body)
            scopes.removeLast()
        case .listComp(let element, let clauses), .setComp(let element, let clauses),
            .generatorExp(let element, let clauses):
            visit(clauses, results: [element])
        case .dictComp(let key, let value, let clauses): visit(clauses, results: [key, value])
        default:
            var children: [Expression] = []
            expression.kind.forEachChild { children.append($0) }
            for child in children { visit(child) }
        }
    }

    private mutating func visit(_ clauses: [Comprehension], results: [Expression]) {
        if let first = clauses.first { visit(first.iterable) }
        let targets = clauses.flatMap { BoundNames.names(ofTarget: $0.target) }
        scopes.append(Scope(isClass: false, bound: Set(targets)))
        for (index, clause) in clauses.enumerated() {
            if index > 0 { visit(clause.iterable) }
            for condition in clause.conditions { visit(condition) }
        }
        for result in results { visit(result) }
        scopes.removeLast()
    }
}
