import Foundation
import TestSupport

@testable import PythonRuntime

/// A Python expression, and what our functions answer for it.
struct ReferenceCase {
    /// ASCII source of one expression.
    var expression: String
    /// The bytes of the answer (WTF-8): the text itself for a `str`, else its `repr`; `!Type: message` for an error.
    var answer: [UInt8]

    init(_ expression: String, _ answer: [UInt8]) {
        self.expression = expression
        self.answer = answer
    }

    init(_ expression: String, _ answer: String) {
        self.init(expression, Array(answer.utf8))
    }

    /// The answer of `body`, or its fault as Python would word it.
    init(_ expression: String, _ body: (inout [UInt8]) throws -> Void) {
        self.expression = expression
        answer = answered(body)
    }
}

/// What `body` wrote, or its fault in the reference's form.
func answered(_ body: (inout [UInt8]) throws -> Void) -> [UInt8] {
    var sink: [UInt8] = []
    do {
        try body(&sink)
        return sink
    } catch let fault as NumberFault {
        return Array("!\(fault.pythonType): \(fault.pythonMessage)".utf8)
    } catch let fault as TextFault {
        return Array("!\(fault.pythonType): \(fault.pythonMessage)".utf8)
    } catch {
        return Array("!\(error)".utf8)
    }
}

/// The Python literal of a text, in ASCII.
func literal(_ text: String) -> String {
    var bytes: [UInt8] = []
    withText(text) { $0.appendASCIIRepr(into: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
}

/// Calls `body` with a borrowed `str`.
func withText<Result>(_ text: String, _ body: (PythonText) throws -> Result) rethrows -> Result {
    try withText(Array(text.utf8), body)
}

/// Calls `body` with a borrowed `str` of WTF-8 bytes.
func withText<Result>(_ bytes: [UInt8], _ body: (PythonText) throws -> Result) rethrows -> Result {
    try bytes.withUnsafeBytes { try body(PythonText($0)) }
}

enum CPythonReference {
    private static let program = """
        import json, sys
        out = []
        for line in sys.stdin:
            try:
                value = eval(json.loads(line))
                text = value if isinstance(value, str) else repr(value)
            except Exception as error:
                text = f'!{type(error).__name__}: {error}'
            out.append(json.dumps(text.encode('utf-8', 'surrogatepass').hex()))
        print('\\n'.join(out))
        """

    /// Evaluates all expressions in one CPython 3.11 and returns the differences, readable; nil without a CPython 3.11.
    static func differences(_ cases: [ReferenceCase]) throws -> [String]? {
        guard let pythonPath, try run(pythonPath, ["--version"]).output.hasPrefix("Python 3.11") else {
            print("no CPython 3.11 on this machine: differential test skipped")
            return nil
        }
        let encoder = JSONEncoder()
        var input = Data()
        for entry in cases {
            input.append(try encoder.encode(entry.expression))
            input.append(0x0A)
        }
        let result = try run(pythonPath, ["-c", program], input: input)
        let lines = result.output.split(separator: "\n").map { $0.dropFirst().dropLast() }
        guard lines.count == cases.count else {
            return ["CPython answered \(lines.count) of \(cases.count): \(result.error)"]
        }
        return zip(cases, lines).compactMap { entry, line in
            let digits = Array("0123456789abcdef".utf8)
            let ours = entry.answer.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
            guard !ours.elementsEqual(line.utf8) else { return nil }
            var expected: [UInt8] = []
            var rest = line.utf8.map { $0 >= 0x61 ? $0 - 0x61 + 10 : $0 - 0x30 }[...]
            while let high = rest.popFirst(), let low = rest.popFirst() { expected.append(high << 4 | low) }
            return "\(entry.expression.prefix(200)): \(String(decoding: entry.answer.prefix(300), as: UTF8.self))"
                + " instead of \(String(decoding: expected.prefix(300), as: UTF8.self))"
        }
    }
}

/// Deterministic random numbers, so that a failure repeats.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
