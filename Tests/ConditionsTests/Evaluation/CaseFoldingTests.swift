import Testing

@testable import Conditions
@testable import PythonRegex

/// Letters that are made small.
@Suite struct CaseFoldingTests {
    @Test("each by itself, among others and at every place of eight") func folding() {
        for code in UInt32(0x20)..<0x2_0000 {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let mapping = scalar.properties.lowercaseMapping.unicodeScalars
            let small = mapping.count == 1 ? mapping.first ?? scalar : scalar
            let length = Int(code % 9)
            let (before, after) = (String(repeating: "A", count: length), String(repeating: "Z", count: 9 - length))
            let found = CaseFolding.folded(before + String(Character(scalar)) + after)
            let expected = before.lowercased() + String(Character(small)) + after.lowercased()
            if found != Array(expected.utf8) { Issue.record("U+\(String(code, radix: 16))") }
        }
    }

    @Test("what stands for a letter of ASCII is known") func intoASCII() {
        var letters: Set<UInt32> = []
        for letter in UInt32(0x61)...0x7A { letters.formUnion(CaseTable.matches(letter).filter { $0 >= 0x80 }) }
        for code in UInt32(0x80)..<0x11_0000 {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let mapping = scalar.properties.lowercaseMapping.unicodeScalars
            if mapping.count == 1, mapping.first?.isASCII == true { letters.insert(code) }
            let isKnown = "aé\(scalar)x".utf8.withContiguousStorageIfAvailable {
                CaseFolding.mayFoldIntoASCII(UnsafeRawBufferPointer($0))
            }
            if isKnown != letters.contains(code) { Issue.record("U+\(String(code, radix: 16))") }
        }
        #expect(letters == [0x130, 0x131, 0x17F, 0x212A])
    }
}
