/// Checks that code keeps the contract of ``Opcode``: what the interpreter relies on without looking.
package enum CodeVerifier {
    /// Everything that is wrong with `module`, one line each; empty for what the compiler made. O(instructions).
    package static func verify(_ module: ModuleCode) -> [String] {
        guard !module.codes.isEmpty else { return ["no code"] }
        return module.codes.enumerated().flatMap { number, code in
            findings(of: code, in: module).map { "code \(number) \(code.qualifiedName): \($0)" }
        }
    }

    private static func findings(of code: Code, in module: ModuleCode) -> [String] {
        var findings: [String] = []
        if code.registerCount > Code.registersMax { findings.append("\(code.registerCount) registers") }
        if code.parameters.names.count > code.registerCount { findings.append("more parameters than registers") }
        if code.offsets.count != code.instructions.count { findings.append("\(code.offsets.count) offsets") }
        if code.instructions.last?.opcode.isFinal != true { findings.append("runs over the end") }
        for (index, instruction) in code.instructions.enumerated() {
            let next = index + 1 < code.instructions.count ? code.instructions[index + 1] : nil
            var problems = registers(of: instruction, code)
            problems += immediate(of: instruction, at: index, code, module)
            problems += calls(instruction, next, module)
            findings += problems.map { "\(index) \(instruction.opcode): \($0)" }
        }
        for handler in code.handlers {
            let isSane =
                0 <= handler.start && handler.start < handler.end && handler.end <= code.instructions.count
                && code.instructions.indices.contains(handler.target)
                && !(handler.start..<handler.end).contains(handler.target)
                && Int(handler.register) < code.registerCount
            if !isSane { findings.append("handler \(handler.start)..<\(handler.end) to \(handler.target)") }
        }
        return findings
    }

    private static func registers(of instruction: Instruction, _ code: Code) -> [String] {
        let shape = instruction.opcode.shape
        var count = Int(instruction.c)
        if instruction.opcode == .unpackStar { count += 1 + max(0, Int(instruction.immediate)) }
        var problems: [String] = []
        for (operand, value) in [(shape.a, instruction.a), (shape.b, instruction.b), (shape.c, instruction.c)] {
            let end: Int
            switch operand {
            case .unused, .number: continue
            case .optionalRegister where value == Instruction.noRegister: continue
            case .register, .optionalRegister: end = Int(value) + 1
            case .window(let width): end = Int(value) + width
            case .countedWindow: end = count == 0 ? 0 : Int(value) + count
            }
            if end > code.registerCount { problems.append("register \(end - 1) of \(code.registerCount)") }
        }
        switch instruction.opcode {
        case .call, .callMethod:
            let end = Int(instruction.a) + Int(instruction.b) + 1
            if end > code.registerCount { problems.append("arguments end at register \(end - 1)") }
        case .format where instruction.immediate >= Int32(code.registerCount):
            problems.append("specification in register \(instruction.immediate)")
        default: break
        }
        return problems
    }

    private static func immediate(
        of instruction: Instruction,
        at index: Int,
        _ code: Code,
        _ module: ModuleCode
    ) -> [String] {
        let value = Int(instruction.immediate)
        switch instruction.opcode.shape.immediate {
        case .unused, .number, .optionalRegister: return []
        case .optionalConstant where value == -1: return []
        case .constant, .optionalConstant:
            return module.constants.indices.contains(value) ? [] : ["constant \(value)"]
        case .global: return module.globals.indices.contains(value) ? [] : ["global \(value)"]
        case .code: return module.codes.indices.contains(value) ? [] : ["code \(value)"]
        case .target:
            guard code.instructions.indices.contains(value) else { return ["target \(value)"] }
            let isBack = value <= index
            return isBack == (instruction.opcode == .jumpBack) ? [] : ["wrong direction to \(value)"]
        }
    }

    private static func calls(_ instruction: Instruction, _ next: Instruction?, _ module: ModuleCode) -> [String] {
        var names: Int?
        if instruction.opcode == .call, instruction.immediate >= 0 { names = Int(instruction.immediate) }
        if instruction.opcode == .callMethod, instruction.c == 1 {
            guard let next, next.opcode == .extend else { return ["no extend after it"] }
            names = Int(next.immediate)
        }
        guard let names else { return [] }
        guard module.constants.indices.contains(names), case .tuple(let elements) = module.constants[names],
            elements.count <= Int(instruction.b)
        else { return ["bad keyword names"] }
        return []
    }
}
