import PythonRegex

/// A fuzzer for the parser, the translator and the matcher (`make fuzz-regex`).
///
/// The first byte gives kind and flags, the rest is pattern, subject and template, apart by zero bytes. What it proves
/// is what the sanitizers see, and that PCRE2 accepts every translation: whatever it refuses must be for its size.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRegex(_ data: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    guard let data, count > 0 else { return 0 }
    let bytes = UnsafeBufferPointer(start: data, count: min(count, 2000))
    let parts = bytes.dropFirst().split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false).map { Array($0) }
    let kind: PatternKind = bytes[0] & 1 == 0 ? .text : .bytes
    let flags = RegexFlags(rawValue: Int(bytes[0] >> 1) << 1 | (bytes[0] & 0x80 == 0 ? 0 : 256))
    do {
        let pattern = try Pattern(parts[0], kind: kind, flags: flags.subtracting([.locale, .debug]))
        let subject = parts.count > 1 ? parts[1] : []
        for limits in [
            MatchLimits(steps: 20_000), MatchLimits(meteredFromBytes: -1, meteredSteps: 20_000, meteredStepsPerByte: 0),
        ] {
            try match(pattern, subject, template: parts.count > 2 ? parts[2] : [], limits: limits)
        }
    } catch PatternFault.limit(.size(let code)) {
        // 120: too large; 187: a lookbehind too long; 184: too many groups to expand. Any other is a translation PCRE2 does not take.
        precondition([120, 125, 184, 186, 187].contains(code), "PCRE2 error \(code)")
    } catch {}
    return 0
}

private func match(_ pattern: Pattern, _ subject: [UInt8], template: [UInt8], limits: MatchLimits) throws {
    let matcher = try PatternMatcher(pattern, workspace: MatchWorkspace(limits: limits))
    var captures = [Int](repeating: -1, count: pattern.captureSlotCount)
    try subject.withUnsafeBytes { subject in
        for mode in MatchMode.allCases {
            let isFound = try captures.withUnsafeMutableBufferPointer {
                try matcher.find(mode, in: subject, captures: $0)
            }
            guard isFound else { continue }
            precondition(captures[0] >= 0 && captures[0] <= captures[1] && captures[1] <= subject.count)
        }
        _ = try matcher.split(subject)
        let template = try ReplacementTemplate(template, for: pattern)
        _ = try matcher.substitute(template, in: subject)
    }
}
