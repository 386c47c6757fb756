/// The tokens of a pattern or template: a character, or a backslash with the character after it.
///
/// One token is always read ahead, and an error of reading it shows when it is read, not when it is used: CPython's
/// choice among several errors of a pattern depends on it. Source: `Tokenizer` of CPython 3.11's `re/_parser.py`.
struct PatternScanner {
    /// One or two characters.
    struct Token: Hashable {
        /// The character, or the backslash.
        var first: UInt32
        /// The character after a backslash.
        var second: UInt32?

        /// Characters, as CPython's `len(token)`.
        var count: Int { second == nil ? 1 : 2 }
        /// The text as written.
        var codes: [UInt32] { second.map { [first, $0] } ?? [first] }

        /// Whether it is the unescaped ASCII character `character`.
        func `is`(_ character: Character) -> Bool {
            second == nil && character.asciiValue.map(UInt32.init) == first
        }
    }

    let text: [UInt32]
    let kind: PatternKind
    /// The token read ahead; nil at the end.
    private(set) var next: Token?
    /// Characters read, ``next`` included.
    private var index = 0

    /// Reads the first token of `text`.
    init(text: [UInt32], kind: PatternKind) throws(PatternFault) {
        self.text = text
        self.kind = kind
        try readAhead()
    }

    /// Characters before ``next``.
    var position: Int { index - (next?.count ?? 0) }

    private mutating func readAhead() throws(PatternFault) {
        guard index < text.count else {
            next = nil
            return
        }
        let first = text[index]
        guard first == 0x5C else {
            next = Token(first: first)
            index += 1
            return
        }
        guard index + 1 < text.count else {
            throw .syntax(RegexError("bad escape (end of pattern)", in: text, at: text.count - 1))
        }
        next = Token(first: first, second: text[index + 1])
        index += 2
    }

    /// Takes the token read ahead, nil at the end.
    mutating func take() throws(PatternFault) -> Token? {
        let token = next
        try readAhead()
        return token
    }

    /// Takes the next token if it is `character`.
    mutating func take(_ character: Character) throws(PatternFault) -> Bool {
        guard at(character) else { return false }
        try readAhead()
        return true
    }

    /// Whether the next token is `character`.
    func at(_ character: Character) -> Bool {
        next?.is(character) == true
    }

    /// Takes up to `countMax` tokens that are single characters with `isMember`.
    mutating func take(upTo countMax: Int, where isMember: (UInt32) -> Bool) throws(PatternFault) -> [UInt32] {
        var result: [UInt32] = []
        while result.count < countMax, let next, next.second == nil, isMember(next.first) {
            result.append(next.first)
            try readAhead()
        }
        return result
    }

    /// Takes all before `terminator` and the terminator; `name` says in errors what was sought.
    mutating func take(until terminator: Character, name: String) throws(PatternFault) -> [UInt32] {
        var result: [UInt32] = []
        while let token = try take() {
            if token.is(terminator) {
                if result.isEmpty { throw fault("missing \(name)", back: 1) }
                return result
            }
            result += token.codes
        }
        if result.isEmpty { throw fault("missing \(name)") }
        throw fault("missing \(terminator), unterminated name", back: result.count)
    }

    /// Goes to where `position` was.
    mutating func seek(_ position: Int) throws(PatternFault) {
        index = position
        try readAhead()
    }

    /// An error `back` characters before the next token.
    func fault(_ message: String, back: Int = 0) -> PatternFault {
        let text = kind == .text ? message : PythonText.asciiEscaped(message)
        return .syntax(RegexError(text, in: self.text, at: position - back))
    }

    /// Fails if `name` is no identifier; it was taken together with `back` characters after it.
    func requireIdentifier(_ name: [UInt32], back: Int) throws(PatternFault) {
        guard PythonText.isIdentifier(name) else {
            throw fault("bad character in group name \(PythonText.representation(name))", back: name.count + back)
        }
    }
}

extension UInt32 {
    /// The code point of an ASCII character.
    init(ascii character: Unicode.Scalar) {
        self = character.value
    }

    var isDecimalDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isOctalDigit: Bool { self >= 0x30 && self <= 0x37 }
    var isHexadecimalDigit: Bool { isDecimalDigit || (self | 0x20 >= 0x61 && self | 0x20 <= 0x66) }
    var isASCIILetter: Bool { self | 0x20 >= 0x61 && self | 0x20 <= 0x7A }
}
