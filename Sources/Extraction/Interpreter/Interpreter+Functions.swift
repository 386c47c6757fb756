import Conditions
import Diagnostics
import PythonSyntax

/// Functions where they are defined.
extension Interpreter {
    /// `def`.
    mutating func define(
        _ definition: FunctionDef,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) {
        let scope = FunctionScope(definition.arguments, definition.body)
        let value = makeFunction(
            definition.name.text,
            definition.arguments,
            .statements(definition.body),
            scope,
            obstacle: !definition.decorators.isEmpty || definition.isAsync || scope.isUnusual,
            &state,
            &flow
        )
        bind(definition.name.text, value, &state, &flow, span)
    }

    /// `lambda`.
    mutating func makeLambda(
        _ arguments: PythonSyntax.Arguments,
        _ body: Expression,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol {
        let scope = FunctionScope(arguments, body)
        return makeFunction(
            "<lambda>",
            arguments,
            .expression(body),
            scope,
            obstacle: scope.isUnusual,
            &state,
            &flow
        )
    }

    private mutating func makeFunction(
        _ name: String,
        _ arguments: PythonSyntax.Arguments,
        _ body: FunctionValue.Body,
        _ scope: FunctionScope,
        obstacle: Bool,
        _ state: inout PathState,
        _ flow: inout [Decision]
    ) -> Symbol {
        var defaults: [String: Symbol] = [:]
        for parameter in arguments.all {
            guard let value = parameter.defaultValue else { continue }
            defaults[parameter.name.text] = force(evaluate(value, &state, &flow), value.span, &flow)
        }
        var surveyor = Surveyor()
        switch body {
        case .statements(let body): for statement in body { surveyor.visit(statement) }
        case .expression(let expression): surveyor.visit(expression)
        }
        let outer = self.scope == nil ? state.locals : state.locals.filter { surveyor.read.contains($0.key) }
        let captured = outer.filter { surveyor.read.contains($0.key) && !scope.locals.contains($0.key) }
        functions.append(
            FunctionValue(
                name: name,
                arguments: arguments,
                body: body,
                module: module,
                source: source,
                captured: captured,
                definer: calls.last,
                defaults: defaults,
                scope: scope,
                obstacle: obstacle
            )
        )
        return .function(FunctionID(number: functions.count - 1))
    }
}
