extension Code {
    /// The code as text, one instruction a line, for tests and for people: number, opcode, operands. Stable.
    ///
    /// Registers are `r0`, with the range where neighbouring ones are meant; `→` leads to an instruction.
    package func disassembly(in module: ModuleCode) -> String {
        var lines = ["\(kind) \(qualifiedName)(\(parameters.names.joined(separator: ", "))) registers \(registerCount)"]
        for (index, instruction) in instructions.enumerated() {
            let number = String(index)
            let padding = String(repeating: " ", count: max(0, 4 - number.count))
            lines.append(padding + number + "  " + text(of: instruction, in: module))
        }
        for handler in handlers {
            lines.append("      \(handler.start)..<\(handler.end) raises → \(handler.target) r\(handler.register)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func text(of instruction: Instruction, in module: ModuleCode) -> String {
        let shape = instruction.opcode.shape
        var count = Int(instruction.c)
        if instruction.opcode == .unpackStar { count += 1 + max(0, Int(instruction.immediate)) }
        var operands: [String] = []
        for (operand, value) in [(shape.a, instruction.a), (shape.b, instruction.b), (shape.c, instruction.c)] {
            switch operand {
            case .unused: break
            case .register: operands.append("r\(value)")
            case .optionalRegister: operands.append(value == Instruction.noRegister ? "-" : "r\(value)")
            case .window(let width): operands.append("r\(value)...\(Int(value) + width - 1)")
            case .countedWindow: operands.append(count == 0 ? "none" : "r\(value)...\(Int(value) + count - 1)")
            case .number: operands.append("\(value)")
            }
        }
        let value = Int(instruction.immediate)
        switch shape.immediate {
        case .unused: break
        case .optionalConstant where value < 0, .optionalRegister where value < 0: break
        case .constant, .optionalConstant:
            operands.append(module.constants.indices.contains(value) ? "\(module.constants[value])" : "?")
        case .global: operands.append(module.globals.indices.contains(value) ? module.globals[value] : "?")
        case .target: operands.append("→ \(value)")
        case .code:
            operands.append(module.codes.indices.contains(value) ? "code \(module.codes[value].qualifiedName)" : "?")
        case .optionalRegister: operands.append("r\(value)")
        case .number: operands.append("#\(value)")
        }
        return ([instruction.opcode.name] + operands).joined(separator: " ")
    }
}

extension Opcode {
    /// As in the source, without the backticks.
    var name: String { "\(self)" }
}

extension ModuleCode {
    /// All bodies as text; see ``Code/disassembly(in:)``.
    package var disassembly: String { codes.map { $0.disassembly(in: self) }.joined(separator: "\n") }
}

extension Constant: CustomStringConvertible {
    /// As in Python, but for what text cannot show.
    package var description: String {
        switch self {
        case .none: "None"
        case .bool(let value): value ? "True" : "False"
        case .ellipsis: "..."
        case .int(let value): "\(value)"
        case .bigInt(let digits): digits
        case .float(let bits): "\(Double(bitPattern: bits))"
        case .string(let bytes): Self.quoted(bytes)
        case .bytes(let bytes): "b" + Self.quoted(bytes)
        case .tuple(let elements): "(" + elements.map { "\($0)," }.joined(separator: " ") + ")"
        case .frozenSet(let elements): "{" + elements.map { "\($0)" }.joined(separator: ", ") + "}"
        }
    }

    private static func quoted(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
        return "'" + text.map { $0.value < 32 ? $0.escaped(asASCII: false) : String($0) }.joined() + "'"
    }
}
