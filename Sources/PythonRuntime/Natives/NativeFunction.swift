/// Says that an exception is pending in the machine: ``Machine/exception`` holds it. Empty, so throwing it costs a branch.
package struct Raised: Error {
    @inlinable
    package init() {}
}

/// The arguments of a builtin, already bound: one value for each parameter of its signature, in its order.
///
/// A parameter that was not given holds its default, or is unbound if the signature says `...`. `*args` is a tuple,
/// `**kwargs` a dict. The values live on the machine's stack: they are good until the function returns.
package struct NativeArguments {
    let base: UnsafeMutablePointer<Value>
    let count: Int

    init(base: UnsafeMutablePointer<Value>, count: Int) {
        self.base = base
        self.count = count
    }

    /// The value of parameter `index`; unbound for an index the signature does not have.
    package subscript(index: Int) -> Value {
        @inline(__always) get { index < count ? base[index] : .unbound }
    }
}

/// The Swift side of a function that rules can call.
package typealias NativeBody = @Sendable (inout Machine, NativeArguments) throws(Raised) -> Value

/// One row of a table of builtins: a function, or a method whose first parameter is `self`.
///
/// The signature is written as Python writes it, `split(self, sep=None, maxsplit=-1)`, with `/`, `*`, `*args` and
/// `**kwargs`. Defaults are `None`, `True`, `False`, integers, strings in single quotes, or `...`: no default value
/// but the argument may be left out. The machine binds and counts arguments; the body never does.
package struct NativeFunction: Sendable {
    package let signature: Signature
    /// What it does, for the reference page; one sentence.
    package let documentation: String
    package internal(set) var body: NativeBody

    /// A row for a table.
    package init(_ signature: String, _ documentation: String, _ body: @escaping NativeBody) {
        self.signature = Signature(signature)
        self.documentation = documentation
        self.body = body
    }

    package var name: String { signature.name }
}

/// The parsed signature of a ``NativeFunction``.
package struct Signature: Sendable {
    package let text: String
    package let name: String
    /// In the order of ``NativeArguments``; `*args` and `**kwargs` are among them, where they stand.
    package private(set) var parameters: [Parameter] = []

    package struct Parameter: Sendable {
        package enum Kind: Sendable { case positionalOnly, positional, keywordOnly, star, doubleStar }
        package var name: String
        package var kind: Kind
        package var fallback: Fallback
    }

    /// What a parameter that is not given holds.
    package enum Fallback: Hashable, Sendable {
        case required, absent, none
        case bool(Bool)
        case int(Int64)
        case string(String)
    }

    /// Parses a signature of our own tables; a mistake in one is a defect that the first test finds.
    package init(_ text: String) {
        self.text = text
        guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else {
            preconditionFailure("signature without parentheses: \(text)")
        }
        name = String(text[..<open])
        var keywordOnly = false
        let inner = text[text.index(after: open)...].dropLast()
        for piece in inner.split(separator: ",").map({ $0.drop { $0 == " " } }) where !piece.isEmpty {
            if piece == "/" {
                for index in parameters.indices { parameters[index].kind = .positionalOnly }
            } else if piece == "*" {
                keywordOnly = true
            } else if piece.hasPrefix("**") {
                parameters.append(.init(name: String(piece.dropFirst(2)), kind: .doubleStar, fallback: .absent))
            } else if piece.hasPrefix("*") {
                parameters.append(.init(name: String(piece.dropFirst()), kind: .star, fallback: .absent))
                keywordOnly = true
            } else {
                let parts = piece.split(separator: "=", maxSplits: 1).map(String.init)
                let fallback = parts.count == 2 ? Signature.fallback(parts[1], in: text) : .required
                parameters.append(
                    .init(name: parts[0], kind: keywordOnly ? .keywordOnly : .positional, fallback: fallback)
                )
            }
        }
    }

    private static func fallback(_ literal: String, in text: String) -> Fallback {
        switch literal {
        case "...": return .absent
        case "None": return .none
        case "True": return .bool(true)
        case "False": return .bool(false)
        default: break
        }
        if literal.hasPrefix("'"), literal.hasSuffix("'"), literal.count >= 2 {
            return .string(String(literal.dropFirst().dropLast()))
        }
        guard let number = Int64(literal) else { preconditionFailure("default \(literal) in signature \(text)") }
        return .int(number)
    }
}
