package import Diagnostics

/// What a file of YARA-L says. Equal files mean the same: places, comments and layout do not count.
package struct YaraLFile: Hashable, Sendable {
    /// In the order written.
    package var rules: [YaraLRule]

    /// Rules.
    package init(rules: [YaraLRule] = []) { self.rules = rules }
}

/// A name with a value, as sections `meta`, `outcome` and `options` hold them.
package struct YaraLBinding: Hashable, Sendable {
    /// Without the `$` of an outcome.
    package var name: String
    /// What it stands for.
    package var value: YaraLExpression
    /// The place of the name.
    package var nameSpan: Span

    /// A name and its value.
    package init(name: String, value: YaraLExpression, nameSpan: Span = Span(0, 0)) {
        self.name = name
        self.value = value
        self.nameSpan = nameSpan
    }

    /// By name and value.
    package static func == (left: Self, right: Self) -> Bool { left.name == right.name && left.value == right.value }

    /// Agrees with `==`.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(value)
    }
}
