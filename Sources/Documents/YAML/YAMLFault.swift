/// Why a YAML text could not be read.
package struct YAMLFault: Error, Hashable, Sendable {
    /// What went wrong.
    package var kind: Kind
    /// What was being read, as libyaml says it: `while parsing a flow sequence`.
    package var context: String?
    /// Where that began.
    package var contextMark: YAMLMark?
    /// What is wrong, as libyaml or PyYAML says it.
    package var problem: String
    /// Where.
    package var problemMark: YAMLMark?

    /// A fault.
    package init(
        _ kind: Kind,
        _ problem: String,
        at problemMark: YAMLMark? = nil,
        context: String? = nil,
        contextMark: YAMLMark? = nil
    ) {
        self.kind = kind
        self.problem = problem
        self.problemMark = problemMark
        self.context = context
        self.contextMark = contextMark
    }

    /// The layer that failed.
    package enum Kind: Hashable, Sendable {
        /// The bytes are no text, or hold a character YAML forbids; with its number, and the offset in bytes.
        case reader(character: Int, offset: Int)
        /// The text is not YAML.
        case syntax
        /// It is YAML, but an alias, an anchor or a second document is out of place.
        case composer
        /// It is YAML, but no value can be made of it.
        case constructor
        /// A value that the reference fails on without saying so in YAML's terms: `!!int x`.
        case value
        /// A limit of ours.
        case limit
    }

    /// The words of PyYAML's exception, which is what Panther's tool prints.
    package var pyYAMLMessage: String {
        if case .reader(let character, let offset) = kind {
            let digits = String(character, radix: 16)
            let padded = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
            return "unacceptable character #x\(padded): \(problem)\n  in \"<file>\", position \(offset)"
        }
        var lines: [String] = []
        if let context { lines.append(context) }
        if let contextMark, problemMark.map({ $0 != contextMark }) ?? true { lines.append(contextMark.pyYAMLText) }
        lines.append(problem)
        if let problemMark { lines.append(problemMark.pyYAMLText) }
        return lines.joined(separator: "\n")
    }
}

/// A place as libyaml counts: characters after the byte order mark.
package struct YAMLMark: Hashable, Sendable {
    /// Characters from the start.
    package var index: Int
    /// From 0.
    package var line: Int
    /// From 0.
    package var column: Int

    var pyYAMLText: String { "  in \"<file>\", line \(line + 1), column \(column + 1)" }
}
