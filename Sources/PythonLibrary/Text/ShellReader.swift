import PythonRuntime

/// Cuts a text into words as a shell does: the automaton behind `shlex.split` and `shlex.shlex`.
///
/// It is CPython's `shlex.read_token`, character for character, on the bytes of the text. It holds no text of its own, so
/// that it can be kept between words as a few numbers.
struct ShellReader {
    /// What each kind of character is, and how words are made: the attributes of a `shlex`.
    struct Rules {
        var isPosix = true
        var splitsAtWhitespaceOnly = false
        var whitespace = ShellCharacters(" \t\r\n")
        var commenters = ShellCharacters("#")
        var word = ShellCharacters("")
        var quotes = ShellCharacters("'\"")
        var escape = ShellCharacters("\\")
        /// The quotes within which `escape` escapes.
        var escapedQuotes = ShellCharacters("\"")
        var punctuation = ShellCharacters("")
    }

    /// Where the reader stands between two characters.
    private enum State: Equatable {
        case between
        case word
        case punctuation
        /// Within this quote.
        case quoted(UInt32)
        /// Behind this escape, with what comes after the character escaped.
        case escaped(UInt32, quote: UInt32?)
    }

    /// A word, or what stopped the reader.
    enum Outcome: Equatable {
        /// The bytes of a word; `isQuoted` tells an empty word from the end of the text.
        case word([UInt8], isQuoted: Bool)
        case openQuote
        case openEscape
    }

    let rules: Rules
    /// The byte at which the next word is looked for.
    var place = 0
    /// Whether the end of the text was seen.
    var isAtEnd = false
    /// Characters that were looked at and come next: with punctuation only, the last first.
    var ahead: [UInt32] = []
    /// A character that is a word of its own and comes next.
    var pushed: UInt32?
    /// Ends of lines that were passed.
    var lineCount = 0

    private var word: [UInt8] = []
    private var isQuoted = false

    init(_ rules: Rules) { self.rules = rules }

    /// The next word of `text`, which has to be the same at each call. O(bytes passed).
    mutating func next(in text: PythonText) -> Outcome {
        word = []
        isQuoted = false
        guard !isAtEnd else { return .word([], isQuoted: false) }
        var state = State.between
        while let character = take(from: text) {
            let isDone: Bool
            switch state {
            case .between: isDone = begin(character, &state, text)
            case .quoted(let quote): isDone = continueQuote(quote, character, &state)
            case .escaped(let escape, let quote):
                // Within quotes only the quote and the escape itself are escaped.
                if let quote, character != escape, character != quote { word.append(codePoint: escape) }
                word.append(codePoint: character)
                state = quote.map(State.quoted) ?? .word
                isDone = false
            case .word, .punctuation: isDone = continueWord(character, &state, text)
            }
            if isDone { return .word(word, isQuoted: isQuoted) }
        }
        switch state {
        case .quoted: return .openQuote
        case .escaped: return .openEscape
        case .between, .word, .punctuation:
            isAtEnd = true
            return .word(word, isQuoted: isQuoted)
        }
    }

    // MARK: One character in each state; true where the word ends

    private mutating func begin(_ character: UInt32, _ state: inout State, _ text: PythonText) -> Bool {
        if rules.whitespace.contains(character) { return false }
        if rules.commenters.contains(character) {
            skipLine(of: text)
        } else if rules.isPosix, rules.escape.contains(character) {
            state = .escaped(character, quote: nil)
        } else if rules.word.contains(character) {
            word.append(codePoint: character)
            state = .word
        } else if rules.punctuation.contains(character) {
            word.append(codePoint: character)
            state = .punctuation
        } else if rules.quotes.contains(character) {
            if !rules.isPosix { word.append(codePoint: character) }
            isQuoted = true
            state = .quoted(character)
        } else {
            word.append(codePoint: character)
            guard rules.splitsAtWhitespaceOnly else { return true }
            state = .word
        }
        return false
    }

    private mutating func continueQuote(_ quote: UInt32, _ character: UInt32, _ state: inout State) -> Bool {
        if character == quote {
            if !rules.isPosix {
                word.append(codePoint: character)
                return true
            }
            state = .word
        } else if rules.isPosix, rules.escape.contains(character), rules.escapedQuotes.contains(quote) {
            state = .escaped(character, quote: quote)
        } else {
            word.append(codePoint: character)
        }
        return false
    }

    private mutating func continueWord(_ character: UInt32, _ state: inout State, _ text: PythonText) -> Bool {
        if rules.whitespace.contains(character) {
            state = .between
            return hasWord
        }
        if rules.commenters.contains(character) {
            skipLine(of: text)
            guard rules.isPosix else { return false }
            state = .between
            return hasWord
        }
        if state == .punctuation {
            guard rules.punctuation.contains(character) else {
                ahead.append(character)
                return true
            }
            word.append(codePoint: character)
        } else if rules.isPosix, rules.quotes.contains(character) {
            isQuoted = true
            state = .quoted(character)
        } else if rules.isPosix, rules.escape.contains(character) {
            state = .escaped(character, quote: nil)
        } else if rules.word.contains(character) || rules.quotes.contains(character)
            || (rules.splitsAtWhitespaceOnly && !rules.punctuation.contains(character))
        {
            word.append(codePoint: character)
        } else {
            if rules.punctuation.isEmpty { pushed = character } else { ahead.append(character) }
            state = .between
            return hasWord
        }
        return false
    }

    // MARK: Characters

    /// Whether there is a word to end, be it an empty one in quotes.
    private var hasWord: Bool { !word.isEmpty || (rules.isPosix && isQuoted) }

    private mutating func take(from text: PythonText) -> UInt32? {
        if let character = ahead.popLast() {
            if character == 0x0A { lineCount += 1 }
            return character
        }
        guard place < text.count else { return nil }
        let (character, next) = text.codePoint(at: place)
        place = next
        if character == 0x0A { lineCount += 1 }
        return character
    }

    private mutating func skipLine(of text: PythonText) {
        while place < text.count {
            place += 1
            if text.bytes[place - 1] == 0x0A { break }
        }
        lineCount += 1
    }
}
