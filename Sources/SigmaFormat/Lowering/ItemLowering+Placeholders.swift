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

    /// Puts the values that pipelines give in the place of placeholders. They are counted before they are made.
    mutating func fillPlaceholders() {
        var count = 0
        for place in values.indices {
            var result: [Operand] = []
            for operand in values[place] {
                guard case .text(let text) = operand, !text.placeholders.isEmpty else {
                    result.append(operand)
                    continue
                }
                guard let size = filledSize(text) else { return }
                guard size.count <= Self.expansionsMax else {
                    return refuse("placeholders make more than \(Self.expansionsMax) texts of one", .limit)
                }
                count += size.count
                guard count <= Self.textsMax else { return refuseTexts() }
                guard take(texts: size.count, bytes: size.bytes) else { return }
                result += filled(text).map { .text($0) }
            }
            values[place] = result
        }
    }

    /// The size of what a text becomes; nil, which is told, if a placeholder has no values.
    private mutating func filledSize(_ text: SigmaString) -> ExpansionSize? {
        var size = ExpansionSize()
        for part in text.parts {
            switch part {
            case .bytes(let bytes): size.append(bytes.count)
            case .anyText, .anyCharacter: size.append(SigmaString.wildcardBytes)
            case .placeholder(let name):
                guard let choices = choices(name) else { return nil }
                size.append(choices)
            }
        }
        return size
    }

    /// The size of the values of a placeholder, which are read when they are first asked for.
    private mutating func choices(_ name: String) -> ExpansionSize? {
        if let known = choices[name] { return known.size }
        guard let values = context.run.placeholders[name] else {
            context.report(.sigmaPlaceholder(name, item, context.source))
            obstacle = .environment
            return nil
        }
        let texts = values.isEmpty ? [SigmaString([.anyText])] : values.map { SigmaString(written: $0) }
        let size = texts.reduce(ExpansionSize(count: 0)) { $0 + $1.size }
        choices[name] = (texts, size)
        return size
    }

    private func filled(_ text: SigmaString) -> [SigmaString] {
        var results = [SigmaString([])]
        for part in text.parts {
            guard case .placeholder(let name) = part else {
                results = results.map { SigmaString($0.parts + [part]) }
                continue
            }
            let texts = choices[name]?.texts ?? []
            results = results.flatMap { result in texts.map { SigmaString(result.parts + $0.parts) } }
        }
        return results
    }
}
