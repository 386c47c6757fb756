import Diagnostics
import PythonSyntax

extension BodyCompiler {
    func compileModule(_ module: Module) {
        _ = compilation.number(of: body) { compiler in
            compiler.prologue()
            compiler.docstring = module.docstring?.text
            if let text = module.docstring {
                compiler.temporarily {
                    let register = compiler.allocate()
                    compiler.emit(.loadConstant, register, immediate: compiler.constant(.string(text.bytes)), at: 0)
                    compiler.store("__doc__", register, at: 0)
                }
            }
            compiler.run(module.body)
            compiler.emitFinal(.returnNone, at: compiler.compilation.source.bytes.count)
        }
    }

    func compileFunction(_ arguments: Arguments, _ statements: [Statement], at span: Diagnostics.Span) {
        startGenerator(at: span.start)
        prologue(arguments)
        docstring = statements.docstring?.text
        run(statements)
        emitFinal(.returnNone, at: statements.last?.span.start ?? span.start)
    }

    func compileLambda(_ arguments: Arguments, _ result: Expression) {
        startGenerator(at: result.span.start)
        prologue(arguments)
        temporarily { emitFinal(.returnValue, operand(result), at: result.span.start) }
    }

    /// A class body is called with the namespace dict as its only argument.
    func compileClass(_ definition: ClassDef, at span: Diagnostics.Span) {
        parameters.names = [".namespace"]
        parameters.positionalOnlyCount = 1
        parameters.positionalCount = 1
        _ = allocate()
        prologue()
        temporarily {
            let value = allocate()
            loadName("__name__", into: value, at: span.start)
            store("__module__", value, at: span.start)
            emit(.loadConstant, value, immediate: constant(body.qualifiedName), at: span.start)
            store("__qualname__", value, at: span.start)
            if let text = definition.docstring {
                emit(.loadConstant, value, immediate: constant(.string(text.bytes)), at: span.start)
                store("__doc__", value, at: span.start)
            }
        }
        if body.hasAnnotations {
            let register = allocate()
            annotations = register
            firstTemporary = top
            emit(.buildDict, register, at: span.start)
            store("__annotations__", register, at: span.start)
        }
        run(definition.body)
        emitFinal(.returnNone, at: span.start)
    }

    func compileGenerator(_ element: Expression, _ clauses: [Comprehension], at span: Diagnostics.Span) {
        parameters.names = [".0"]
        parameters.positionalOnlyCount = 1
        parameters.positionalCount = 1
        let iterator = allocate()
        prologue()
        loops(clauses[...], iterator: iterator) {
            temporarily { emit(.yieldValue, operand(element), at: element.span.start) }
        }
        emitFinal(.returnNone, at: span.start)
    }

    /// Gives the variables their registers, makes the cells, takes those from around.
    private func prologue(_ arguments: Arguments? = nil) {
        let start = body.key.start
        var table: [String: Register] = [:]
        if let arguments { declare(arguments, &table) }
        if body.kind == .function || body.kind == .generator {
            for name in body.variables where table[name] == nil && body.symbols[name]?.isVariable == true {
                table[name] = allocate()
            }
        }
        if body.needsClassCell { classCell = allocate() }
        for name in body.freeNames { freeRegisters[name] = allocate() }
        registers[body.key] = table
        firstTemporary = top

        for name in body.variables {
            guard let register = table[name], let symbol = body.symbols[name] else { continue }
            if symbol.isDeleted { deletable[register] = true }
            if symbol.isParameter { state[register] = true }
            if symbol.isCaptured { emit(.makeCell, register, at: start) }
        }
        var index: Int32 = 0
        if let classCell {
            emit(.loadClosure, classCell, immediate: 0, at: start)
            index = 1
        }
        for name in body.freeNames {
            if let register = freeRegisters[name] { emit(.loadClosure, register, immediate: index, at: start) }
            index += 1
        }
    }

    private func declare(_ arguments: Arguments, _ table: inout [String: Register]) {
        parameters.names = Code.Parameters.inOrder(arguments).map { body.mangled($0.name.text) }
        parameters.positionalOnlyCount = arguments.positionalOnly.count
        parameters.positionalCount = arguments.positionalOnly.count + arguments.positional.count
        parameters.keywordOnlyCount = arguments.keywordOnly.count
        parameters.hasStar = arguments.variadic != nil
        parameters.hasDoubleStar = arguments.keywordVariadic != nil
        for name in parameters.names { table[name] = allocate() }
    }
}

extension Scope.Symbol {
    /// Whether it is a variable of the scope itself.
    var isVariable: Bool { isBound && !isGlobal && !isNonlocal }
}
