package import Diagnostics

/// What a detection is for, in the terms of one framework: `CIS` → `3.1, 3.2`.
package struct Report: Hashable, Sendable {
    /// The framework's name, as written.
    package var framework: String
    /// Its items, as written.
    package var items: [String]
    /// Where each of ``items`` stands in the detection's file.
    package var spans: [Span]

    /// Items of one framework, each with its place.
    package init(framework: String, items: [String], spans: [Span]) {
        self.framework = framework
        self.items = items
        self.spans = spans
    }
}

/// A place in MITRE ATT&CK that a detection covers.
package struct AttackReference: Hashable, Sendable {
    /// `TA` and four digits; nil if only the technique was written.
    package var tactic: String?
    /// `T` and four digits, for a sub-technique `.` and three more; nil if only the tactic was written.
    package var technique: String?

    /// The ``Report/framework`` under which Panther's files list them.
    package static let framework = "MITRE ATT&CK"

    /// A tactic, a technique, or a technique as part of a tactic.
    package init(tactic: String?, technique: String?) {
        self.tactic = tactic
        self.technique = technique
    }

    /// Reads `TA0002:T1059.001`, `TA0002` or `T1059`, blanks allowed around each; nil for anything else.
    package init?(_ text: String) {
        var tactic: String?
        var technique: String?
        for part in text.split(separator: ":", omittingEmptySubsequences: false) {
            let name = part.drop { $0 == " " }.prefix { $0 != " " }.utf8
            guard part.drop(while: { $0 == " " }).dropFirst(name.count).allSatisfy({ $0 == " " }) else { return nil }
            if tactic == nil, technique == nil, name.starts(with: "TA".utf8), Self.areDigits(name.dropFirst(2), 4) {
                tactic = String(Substring(name))
            } else if technique == nil, name.first == UInt8(ascii: "T"), Self.isTechnique(name.dropFirst()) {
                technique = String(Substring(name))
            } else {
                return nil
            }
        }
        self.init(tactic: tactic, technique: technique)
    }

    private static func isTechnique(_ text: Substring.UTF8View) -> Bool {
        areDigits(text.prefix(4), 4)
            && (text.count == 4 || (text.dropFirst(4).first == UInt8(ascii: ".") && areDigits(text.dropFirst(5), 3)))
    }

    private static func areDigits(_ text: Substring.UTF8View, _ count: Int) -> Bool {
        text.count == count && text.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
