extension FieldReference {
    /// The path as people write it: keys joined by dots, a key with other signs in brackets and quotes, indices in brackets.
    ///
    /// The element of the quantifier around it is `@`, of the one around that `@^1`, their keys `key(@)`; the event itself is
    /// `$`, a name of a data model `udm(name)`; a step through JSON in a text is `~json`. How it is read is not part of it.
    package var path: String {
        var text: String
        switch root {
        case .event: text = ""
        case .element(let level): text = level == 0 ? "@" : "@^\(level)"
        case .elementKey(let level): text = level == 0 ? "key(@)" : "key(@^\(level))"
        case .model(let name): text = "udm(\(Self.isPlain(name) ? name : name.quotedAsJSON))"
        }
        for step in steps {
            switch step.selector {
            case .index(let index): text += "[\(index)]"
            case .json: text += "~json"
            case .key(let key, _):
                if Self.isPlain(key) {
                    text += text.isEmpty ? key : "." + key
                } else {
                    text += "[" + key.quotedAsJSON + "]"
                }
            }
        }
        return text.isEmpty ? "$" : text
    }

    /// The name by which catalogues count a field: what the log itself calls it where that is known, else the path without its
    /// indices and brackets. Lists on the way are not told from objects.
    package var canonicalName: String {
        canonical
            ?? steps.compactMap { step in
                if case .key(let key, _) = step.selector { key } else { nil }
            }.joined(separator: ".")
    }

    /// Whether a key needs no quotes.
    static func isPlain(_ key: String) -> Bool {
        !key.isEmpty
            && key.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || "0123456789_-:/".unicodeScalars.contains($0)
            }
    }

    /// Reads a path as ``path`` writes it: the root and what the steps take out. Steps find keys as Panther does and
    /// forgive everything. Nil for any other text.
    init?(path: String) {
        var reader = PathReader(path)
        guard let root = reader.root() else { return nil }
        self.init(root)
        while !reader.isAtEnd {
            guard let selector = reader.selector(isFirst: root == .event && steps.isEmpty) else { return nil }
            steps.append(FieldStep(selector))
        }
    }
}
