import Diagnostics
import PythonSyntax

/// What a Python file binds at its top level, found without running it.
struct ModuleFacts {
    /// The name it is imported by, or the identifier of the detection whose body it is.
    let name: String
    let source: Source
    /// The statements; without those that have syntax errors.
    let module: Module
    /// Whether the file has no syntax error, so that what is missing is really not there.
    let isComplete: Bool
    /// Everything that may be behind each global, in the order of the file.
    private(set) var bindings: [String: [Binding]] = [:]
    /// Modules whose names are all imported.
    private(set) var starImports: [Identifier] = []

    /// What a global may be.
    enum Binding {
        case function(FunctionDef)
        case type(ClassDef)
        /// `import a.b as c` binds `a.b`, `import a.b` binds `a`.
        case module(String)
        /// `from a import b`.
        case imported(module: String, name: String)
        /// Anything else.
        case value
    }

    init(name: String, source: Source) {
        self.name = name
        self.source = source
        let parsed = Parser.parse(source)
        module = parsed.module
        isComplete = parsed.isValid
        collect(module.body)
        for name in GlobalDeclarations.names(in: module.body) { bindings[name, default: []].append(.value) }
    }

    /// Whether nothing but the file's text decides which globals there are: no `import *` and no `__getattr__`.
    var isClosed: Bool { isComplete && starImports.isEmpty && bindings["__getattr__"] == nil }

    /// The only thing a global can be; nil if it is bound more than once or not at all.
    func binding(_ name: String) -> Binding? {
        guard let all = bindings[name], all.count == 1 else { return nil }
        return all[0]
    }

    // MARK: Collecting

    private mutating func bind(_ name: String, _ binding: Binding = .value) {
        bindings[name, default: []].append(binding)
    }

    private mutating func collect(_ statements: [Statement]) {
        for statement in statements { collect(statement) }
    }

    private mutating func collect(_ statement: Statement) {
        switch statement.kind {
        case .functionDef(let function):
            // A decorator may return anything.
            bind(function.name.text, function.decorators.isEmpty ? .function(function) : .value)
        case .classDef(let type): bind(type.name.text, type.decorators.isEmpty ? .type(type) : .value)
        case .import(let names):
            for alias in names {
                let parts = alias.name.text.split(separator: ".", maxSplits: 1)
                if let asName = alias.asName {
                    bind(asName.text, .module(alias.name.text))
                } else {
                    let first = parts.first.map(String.init) ?? alias.name.text
                    // `import a.b` and `import a.c` bind the same module twice.
                    if case .module(first)? = binding(first) { continue }
                    bind(first, .module(first))
                }
            }
        case .importFrom(let module, let names, let level):
            for alias in names {
                if alias.name.text == "*" {
                    starImports.append(module ?? alias.name)
                } else if let module, level == 0 {
                    bind((alias.asName ?? alias.name).text, .imported(module: module.text, name: alias.name.text))
                } else {
                    bind((alias.asName ?? alias.name).text)
                }
            }
        default:
            for name in BoundNames.directly(in: statement) { bind(name) }
            for block in statement.blocks { collect(block) }
        }
    }
}
