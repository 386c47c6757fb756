import PythonRuntime

/// A set of characters, quick to ask about ASCII.
struct ShellCharacters {
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private var others: [UInt32] = []

    init(_ text: StaticString) {
        self = text.withUTF8Buffer { ShellCharacters(PythonText(UnsafeRawBufferPointer($0))) }
    }

    init(_ text: PythonText) {
        var offset = 0
        while offset < text.count {
            let (character, next) = text.codePoint(at: offset)
            switch character {
            case 0..<64: low |= 1 << UInt64(character)
            case 64..<128: high |= 1 << UInt64(character - 64)
            default: others.append(character)
            }
            offset = next
        }
    }

    var isEmpty: Bool { low == 0 && high == 0 && others.isEmpty }

    @inline(__always)
    func contains(_ character: UInt32) -> Bool {
        switch character {
        case 0..<64: low >> UInt64(character) & 1 == 1
        case 64..<128: high >> UInt64(character - 64) & 1 == 1
        default: !others.isEmpty && others.contains(character)
        }
    }
}
