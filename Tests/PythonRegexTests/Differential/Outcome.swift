import PythonRegex

/// What our engine makes of a case, as text to compare with CPython's.
struct Outcome {
    let workspace: MatchWorkspace

    /// The line that `referenceScript` prints if we agree; `X …` where a limit of ours ended it.
    func text(of test: RegexCase) -> String {
        do {
            let pattern = try Pattern(test.pattern, kind: test.kind, flags: test.flags)
            return try text(of: test, pattern: pattern)
        } catch let fault as PatternFault {
            return text(of: fault)
        } catch {
            return "X \(error)"
        }
    }

    private func text(of fault: PatternFault) -> String {
        switch fault {
        case .syntax(let error):
            let place = [error.position, error.line, error.column].map { $0.map(String.init) ?? "None" }
            return "E re.error \(error.message)|\(place.joined(separator: "|"))|\(error.description)"
        case .value(let message): return "E ValueError \(message)"
        case .overflow(let message): return "E OverflowError \(message)"
        case .unknownGroup: return "E IndexError \(fault.message)"
        case .invalidText, .limit: return "X \(fault.message)"
        }
    }

    private func text(of test: RegexCase, pattern: Pattern) throws -> String {
        let matcher = try PatternMatcher(pattern, workspace: workspace)
        let names = pattern.groupNames.map { "\(hexadecimal($0.name.utf8))=\($0.index)" }
        var fields = ["F\(pattern.flags.rawValue) G\(pattern.groupCount)", names.joined(separator: ",")]
        try test.subject.withUnsafeBytes { subject in
            for mode in MatchMode.allCases {
                var captures = [Int](repeating: -7, count: pattern.captureSlotCount)
                let isFound = try captures.withUnsafeMutableBufferPointer {
                    try matcher.find(mode, in: subject, from: test.start ?? 0, to: test.end, captures: $0)
                }
                fields.append(isFound ? spans(captures) : "-")
            }
            var captures = [Int](repeating: -7, count: pattern.captureSlotCount)
            var matches = try MatchIterator(matcher, in: subject, from: test.start ?? 0, to: test.end)
            var found: [String] = []
            while try matches.next(captures: &captures) { found.append(spans(captures)) }
            fields.append(found.joined(separator: " "))
            for countMax in [0, 1] {
                let pieces = try matcher.split(subject, countMax: countMax)
                fields.append(pieces.map { $0.map { hexadecimal(subject[$0]) } ?? "-" }.joined(separator: ","))
            }
            guard let bytes = test.template else { return }
            do {
                let template = try ReplacementTemplate(bytes, for: pattern)
                let all = try matcher.substitute(template, in: subject)
                let first = try matcher.substitute(template, in: subject, countMax: 1)
                fields.append("\(hexadecimal(all.result)) \(all.count) \(hexadecimal(first.result))")
            } catch let fault as PatternFault {
                fields.append(text(of: fault))
            }
        }
        return fields.joined(separator: "\t")
    }

    private func spans(_ captures: [Int]) -> String {
        stride(from: 0, to: captures.count, by: 2).map { "\(captures[$0]):\(captures[$0 + 1])" }
            .joined(separator: ",")
    }
}
