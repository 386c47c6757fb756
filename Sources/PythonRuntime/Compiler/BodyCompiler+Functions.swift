import Diagnostics
import PythonSyntax

extension BodyCompiler {
    func lambda(_ expression: Expression, _ arguments: Arguments, _ result: Expression, into destination: Register) {
        guard let inner = scope(of: expression, .function) else { return }
        let number = compilation.number(of: inner) { $0.compileLambda(arguments, result) }
        temporarily { function(number, inner, arguments, into: destination, at: expression.span.start) {} }
    }

    func define(_ definition: FunctionDef, at span: Diagnostics.Span) {
        let key = Scope.Key(start: span.start, end: span.end, kind: .function)
        guard let inner = compilation.scopes[key] else { return }
        decorated(definition.decorators, name: definition.name.text, at: span.start) { result in
            let number = compilation.number(of: inner) {
                $0.compileFunction(definition.arguments, definition.body, at: span)
            }
            function(number, inner, definition.arguments, into: result, at: span.start) {
                annotations(of: definition)
            }
        }
    }

    func define(_ definition: ClassDef, at span: Diagnostics.Span) {
        let key = Scope.Key(start: span.start, end: span.end, kind: .classBody)
        guard let inner = compilation.scopes[key] else { return }
        decorated(definition.decorators, name: definition.name.text, at: span.start) { result in
            let offset = span.start
            let name = allocate()
            emit(.loadConstant, name, immediate: constant(definition.name.text), at: offset)
            tuple(definition.bases, into: allocate(), at: offset)
            let named = allocate()
            if definition.keywords.isEmpty {
                emit(.loadNone, named, at: offset)
            } else {
                keywords(definition.keywords, of: name, into: named, at: offset)
            }
            let namespace = allocate()
            emit(.buildDict, namespace, at: offset)
            let cell = allocate()
            if inner.needsClassCell {
                emit(.unbind, cell, at: offset)
                emit(.makeCell, cell, at: offset)
            } else {
                emit(.loadNone, cell, at: offset)
            }
            temporarily {
                let window = allocate()
                let number = compilation.number(of: inner) { $0.compileClass(definition, at: span) }
                makeFunction(number, inner, classCell: cell, into: window, at: offset) {
                    emit(.loadNone, $0, at: offset)
                    emit(.loadNone, $1, at: offset)
                }
                emit(.move, allocate(), namespace, at: offset)
                emit(.call, window, 1, immediate: -1, at: offset)
            }
            emit(.makeClass, result, name, at: offset)
        }
    }

    /// Evaluates decorators, then what `make` puts into a register; applies them, the last first, and stores the result.
    private func decorated(_ decorators: [Expression], name: String, at offset: Int, _ make: (Register) -> Void) {
        temporarily {
            var windows: [(register: Register, offset: Int)] = []
            for decorator in decorators {
                let register = allocate()
                value(decorator, into: register)
                windows.append((register, decorator.span.start))
            }
            var result = allocate()
            temporarily { make(result) }
            for window in windows.reversed() {
                emit(.call, window.register, 1, immediate: -1, at: window.offset)
                result = window.register
            }
            store(name, result, at: offset)
        }
    }

    private func function(
        _ number: Int32,
        _ inner: Scope,
        _ arguments: Arguments,
        into destination: Register,
        at offset: Int,
        annotations: () -> Void
    ) {
        makeFunction(number, inner, classCell: nil, into: destination, at: offset) { positional, named in
            let defaults = (arguments.positionalOnly + arguments.positional).compactMap(\.defaultValue)
            if defaults.isEmpty {
                emit(.loadNone, positional, at: offset)
            } else {
                tuple(defaults, into: positional, at: offset)
            }
            let keywordOnly = arguments.keywordOnly.filter { $0.defaultValue != nil }
            emit(keywordOnly.isEmpty ? .loadNone : .buildDict, named, at: offset)
            for parameter in keywordOnly {
                guard let value = parameter.defaultValue else { continue }
                temporarily {
                    let key = allocate()
                    emit(.loadConstant, key, immediate: constant(scope.mangled(parameter.name.text)), at: offset)
                    emit(.dictSet, named, key, operand(value), at: offset)
                }
            }
            annotations()
        }
    }

    private func makeFunction(
        _ number: Int32,
        _ inner: Scope,
        classCell: Register?,
        into destination: Register,
        at offset: Int,
        defaults: (Register, Register) -> Void
    ) {
        temporarily {
            let positional = allocate()
            let named = allocate()
            let cells = allocate()
            defaults(positional, named)
            captured(by: inner, classCell: classCell, into: cells, at: offset)
            emit(.makeFunction, destination, positional, immediate: number, at: offset)
        }
    }

    /// `destination =` the tuple of the cells that the body of `inner` takes from here, or None.
    func captured(by inner: Scope, classCell: Register? = nil, into destination: Register, at offset: Int) {
        var cells = inner.freeNames.map { cell(for: $0) }
        if inner.needsClassCell { cells.insert(classCell, at: 0) }
        guard !cells.isEmpty else { return emit(.loadNone, destination, at: offset) }
        temporarily {
            let first = UInt8(clamping: top)
            for cell in cells { emit(.move, allocate(), cell ?? 0, at: offset) }
            emit(.buildTuple, destination, first, UInt8(clamping: cells.count), at: offset)
        }
    }

    /// Annotations are evaluated, as they may raise, and dropped.
    private func annotations(of definition: FunctionDef) {
        guard !compilation.postponesAnnotations else { return }
        // CPython's order: positional-only, positional, `*`, keyword-only, `**`, result.
        for parameter in definition.arguments.all {
            if let annotation = parameter.annotation { discard(annotation) }
        }
        if let returns = definition.returns { discard(returns) }
    }
}
