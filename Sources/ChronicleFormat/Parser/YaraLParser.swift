package import Diagnostics

/// Reads files of YARA-L 2.0.
///
/// Goes on after every error: what cannot be read becomes ``YaraLExpression/Kind/unreadable`` and the rest keeps its meaning.
///
///     file    = { "rule" NAME "{" { section } "}" }
///     section = NAME ":" …
///
/// Source: Google SecOps documentation, "YARA-L 2.0 language syntax" and the pages of its sections.
package struct YaraLParser {
    let source: Source
    let limits: YaraLLimits
    let tokens: [Token]
    var position = 0
    var depth = 0
    private(set) var diagnostics: [Diagnostic]
    /// The token at which the last error was reported: one place, one message.
    private(set) var reportedPosition = -1

    /// What a file says, where its comments are, and what is wrong in it.
    package struct Result: Sendable {
        /// The rules.
        package var file: YaraLFile
        /// In order, with their signs.
        package var comments: [Span]
        /// In the order found.
        package var diagnostics: [Diagnostic]
    }

    /// Reads a file. O(bytes).
    package static func parse(_ source: Source, limits: YaraLLimits = YaraLLimits()) -> Result {
        guard source.bytes.count <= limits.fileBytesMax else {
            return Result(file: YaraLFile(), comments: [], diagnostics: [.fileTooLong(limits.fileBytesMax, source)])
        }
        if let diagnostic = Diagnostic.notText(source) {
            return Result(file: YaraLFile(), comments: [], diagnostics: [diagnostic])
        }
        var lexer = Lexer(source, limits: limits)
        lexer.run()
        var parser = YaraLParser(source, limits, lexer.tokens, lexer.diagnostics)
        let file = parser.parseFile()
        return Result(file: file, comments: lexer.comments, diagnostics: parser.diagnostics)
    }

    private init(_ source: Source, _ limits: YaraLLimits, _ tokens: [Token], _ diagnostics: [Diagnostic]) {
        self.source = source
        self.limits = limits
        self.tokens = tokens
        self.diagnostics = diagnostics
    }

    // MARK: Tokens

    var next: Token { tokens[min(position, tokens.count - 1)] }

    func peek(_ offset: Int) -> Token { tokens[min(position + offset, tokens.count - 1)] }

    /// The token that was taken last.
    var previousSpan: Span { position > 0 ? tokens[min(position, tokens.count) - 1].span : Span(0, 0) }

    @discardableResult
    mutating func advance() -> Token {
        let token = next
        if position < tokens.count - 1 { position += 1 }
        return token
    }

    func at(_ sign: Token.Sign) -> Bool { next.kind == .sign(sign) }

    mutating func take(_ sign: Token.Sign) -> Bool {
        guard at(sign) else { return false }
        advance()
        return true
    }

    /// Whether the next token is this word, in any case: YARA-L's keywords have none.
    func at(word: String, _ offset: Int = 0) -> Bool {
        if case .name(let name) = peek(offset).kind { name.lowercased() == word } else { false }
    }

    mutating func take(word: String) -> Bool {
        guard at(word: word) else { return false }
        advance()
        return true
    }

    @discardableResult
    mutating func expect(_ sign: Token.Sign, _ purpose: String = "") -> Bool {
        if take(sign) { return true }
        reportExpected("`\(sign.rawValue)`" + purpose)
        return false
    }

    mutating func reportExpected(_ what: String) {
        report(.expected(what, found: next, source))
    }

    mutating func report(_ diagnostic: Diagnostic) {
        guard position != reportedPosition, diagnostics.count < limits.errorsMax else { return }
        reportedPosition = position
        diagnostics.append(diagnostic)
    }

    var isAtEnd: Bool { next.kind == .end || diagnostics.count >= limits.errorsMax }

    // MARK: Rules

    private mutating func parseFile() -> YaraLFile {
        var file = YaraLFile()
        while !isAtEnd {
            if take(word: "rule") {
                if let rule = parseRule() { file.rules.append(rule) }
            } else {
                reportExpected("`rule`")
                advance()
                while !isAtEnd, !(at(word: "rule") && next.startsLine) { advance() }
            }
        }
        return file
    }

    /// What follows the word `rule`.
    private mutating func parseRule() -> YaraLRule? {
        guard case .name(let name) = next.kind else {
            reportExpected("the name of the rule")
            return nil
        }
        var rule = YaraLRule(name: name, nameSpan: next.span)
        advance()
        expect(.openBrace, " after the name of the rule")
        var seen: Set<Section> = []
        while !isAtEnd, !at(.closeBrace), !isAtRule { parseSection(&rule, &seen) }
        if !take(.closeBrace) { reportExpected("`}` at the end of rule `\(name)`") }
        return rule
    }

    /// The sections of a rule.
    enum Section: String, CaseIterable {
        case meta, events, match, outcome, condition, options, export
    }

    /// Whether a section begins here: a name and a colon, where no argument can have one.
    var isAtSection: Bool {
        guard case .name = next.kind, peek(1).kind == .sign(.colon) else { return false }
        return next.startsLine || tokens[max(position, 1) - 1].kind == .sign(.openBrace)
            || Section(rawValue: word.lowercased()) != nil
    }

    /// Whether the next rule begins here though the one before was not closed.
    var isAtRule: Bool {
        guard next.startsLine, at(word: "rule"), case .name = peek(1).kind else { return false }
        return peek(2).kind == .sign(.openBrace)
    }

    /// Whether a section, or all of them, end here.
    var isAtSectionEnd: Bool { isAtEnd || at(.closeBrace) || isAtSection || isAtRule }

    private var word: String {
        if case .name(let name) = next.kind { name } else { "" }
    }

    private mutating func parseSection(_ rule: inout YaraLRule, _ seen: inout Set<Section>) {
        guard isAtSection else {
            reportExpected("a section of the rule, such as `events:`")
            advance()
            skipToSection()
            return
        }
        let name = advance()
        advance()
        guard case .name(let word) = name.kind, let section = Section(rawValue: word.lowercased()) else {
            report(.unknownSection(name, Section.allCases.map(\.rawValue), source))
            skipToSection()
            return
        }
        if !seen.insert(section).inserted { report(.repeatedSection(name, source)) }
        switch section {
        case .meta: rule.meta += parseBindings { $0.parseMetaBinding() }
        case .options: rule.options += parseBindings { $0.parseMetaBinding() }
        case .outcome: rule.outcome += parseBindings { $0.parseOutcome() }
        case .events: rule.events += parseBindings { $0.parsePredicate() }
        case .export: rule.export += parseBindings { $0.parsePredicate() }
        case .match: rule.match = parseMatch() ?? rule.match
        case .condition:
            let conditions = parseBindings { $0.parsePredicate() }
            rule.condition = conditions.first ?? rule.condition
            if conditions.count > 1 { report(.severalConditions(conditions[1].span, source)) }
        }
    }

    private mutating func skipToSection() {
        while !isAtSectionEnd { advance() }
    }

    /// The entries of a section, up to the next one.
    private mutating func parseBindings<Entry>(_ parse: (inout YaraLParser) -> Entry?) -> [Entry] {
        var entries: [Entry] = []
        while !isAtSectionEnd {
            let start = position
            if let entry = parse(&self) { entries.append(entry) }
            // An entry takes a token, or the loop would not end.
            if position == start { skipEntry() }
        }
        return entries
    }

    /// Passes over the rest of an entry that cannot be read: up to the next line that can begin one.
    mutating func skipEntry() {
        advance()
        while !isAtSectionEnd {
            if next.startsLine {
                switch next.kind {
                case .variable, .name, .sign(.openParenthesis): return
                default: break
                }
            }
            advance()
        }
    }
}
