import Conditions
import Diagnostics

extension ItemLowering {
    /// Finds the placeholders in texts: `expand`.
    mutating func takePlaceholders() {
        for place in values.indices {
            for (index, operand) in values[place].enumerated() {
                switch operand {
                case .text(let text): values[place][index] = .text(text.withPlaceholders)
                case .literal, .null: continue
                default: return refuse("`expand` is for texts")
                }
            }
        }
    }

    /// Puts the values that pipelines give in the place of placeholders.
    mutating func fillPlaceholders() {
        var count = 0
        for place in values.indices {
            var result: [Operand] = []
            for operand in values[place] {
                guard case .text(let text) = operand, !text.placeholders.isEmpty else {
                    result.append(operand)
                    continue
                }
                guard let filled = filled(text) else { return }
                result += filled.map { .text($0) }
                count += filled.count
                guard count <= Self.textsMax else { return refuseTexts() }
            }
            values[place] = result
        }
    }

    private mutating func filled(_ text: SigmaString) -> [SigmaString]? {
        var results = [SigmaString([])]
        for part in text.parts {
            guard case .placeholder(let name) = part else {
                results = results.map { SigmaString($0.parts + [part]) }
                continue
            }
            guard let values = context.run.placeholders[name] else {
                context.report(.sigmaPlaceholder(name, item, context.source))
                obstacle = .environment
                return nil
            }
            let choices = values.isEmpty ? [SigmaString([.anyText])] : values.map { SigmaString(written: $0) }
            results = results.flatMap { result in choices.map { SigmaString(result.parts + $0.parts) } }
            guard results.count <= Self.expansionsMax else {
                refuse("placeholders make more than \(Self.expansionsMax) texts of one", .limit)
                return nil
            }
        }
        return results
    }
}
