extension FieldReference {
    /// The path as people write it: keys joined by dots, a key with other signs in brackets and quotes, indices in brackets.
    ///
    /// An element of the quantifier around it is `item`, of the one around that `item^1`, their keys `item.key`; a name
    /// of a data model is `udm(name)`; a step through JSON in a text is `~json`. How it is read is not part of it.
    package var path: String {
        var text: String
        switch root {
        case .event: text = ""
        case .element(let level): text = level == 0 ? "item" : "item^\(level)"
        case .elementKey(let level): text = level == 0 ? "key(item)" : "key(item^\(level))"
        case .model(let name): text = "udm(\(name))"
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
        return text.isEmpty ? "event" : text
    }

    /// The path without its indices and brackets: the name by which catalogues count a field. Lists on the way are not told
    /// from objects.
    package var canonicalName: String {
        steps.compactMap { step in
            if case .key(let key, _) = step.selector { key } else { nil }
        }.joined(separator: ".")
    }

    /// Whether a key needs no quotes.
    static func isPlain(_ key: String) -> Bool {
        !key.isEmpty
            && key.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || "0123456789_-:@$/".unicodeScalars.contains($0)
            }
    }
}
