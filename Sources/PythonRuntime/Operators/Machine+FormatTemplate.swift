/// `str.format` and `str.format_map`: walks a ``FormatTemplate`` with the arguments.
extension Machine {
    /// What the fields of a template are filled from.
    enum FormatArguments {
        /// `format(*args, **kwargs)`: a tuple and a dictionary.
        case call(positional: Value, keywords: Value)
        /// `format_map(mapping)`.
        case mapping(Value)
    }

    /// The template with its fields filled.
    mutating func formatTemplate(_ template: Value, _ arguments: FormatArguments) throws(Raised) -> Value {
        try charge(1 + Int(template.length) >> 6)
        try enterNative()
        defer { leaveNative() }
        let parsed = FormatTemplate(pythonText(template))
        return try fill(template, parsed.pieces, arguments)
    }

    private mutating func fill(
        _ template: Value,
        _ pieces: [FormatTemplate.Piece],
        _ arguments: FormatArguments
    ) throws(Raised) -> Value {
        var text = TextBuilder()
        for piece in pieces {
            switch piece {
            case .literal(let range): text.append(memory.bytes(slice(template, range)))
            case .fault(let fault): throw raise(fault)
            case .field(let field): text.append(memory.bytes(unwrapped(try value(of: field, template, arguments))))
            }
            guard text.count <= limits.arenaBytesMax else { throw exhausted("bytes", limits.arenaBytesMax) }
        }
        return try text.finish(&self)
    }

    private func slice(_ text: Value, _ range: Range<Int>) -> Value { slice(text, range.lowerBound, range.upperBound) }

    private mutating func value(
        of field: FormatTemplate.Field,
        _ template: Value,
        _ arguments: FormatArguments
    ) throws(Raised) -> Value {
        try charge(1)
        var value = try root(field.root, template, arguments)
        for step in field.steps {
            switch step {
            case .attribute(let range): value = try attribute(value, name(slice(template, range)))
            case .index(let index): value = try item(value, .int(Int64(index)))
            case .key(let range): value = try item(value, slice(template, range))
            case .fault(let fault): throw raise(fault)
            }
        }
        if let fault = field.conversionFault { throw raise(fault) }
        switch field.conversion {
        case 0x72: value = try repr(value)
        case 0x73: value = try str(value)
        case 0x61: value = try asciiRepr(value)
        default: break
        }
        let specification: Value
        switch (field.specification.first, field.specification.count) {
        case (nil, _): specification = slice(template, 0, 0)
        case (.literal(let range), 1): specification = slice(template, range)
        default: specification = try fill(template, field.specification, arguments)
        }
        return try format(value, specification)
    }

    private mutating func root(
        _ root: FormatTemplate.Root,
        _ template: Value,
        _ arguments: FormatArguments
    ) throws(Raised) -> Value {
        switch (root, arguments) {
        case (.fault(let fault), _): throw raise(fault)
        case (.position(let index), .call(let positional, _)):
            guard index < tupleCount(positional) else {
                throw raise(.indexError, "Replacement index \(index) out of range for positional args tuple")
            }
            return tupleElement(positional, index)
        case (.position, .mapping): throw raise(.valueError, "Format string contains positional fields")
        case (.keyword(let range), .call(_, let keywords)): return try item(keywords, slice(template, range))
        case (.keyword(let range), .mapping(let mapping)): return try item(mapping, slice(template, range))
        }
    }
}

extension StringMethods {
    static func format(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.formatTemplate(arguments[0], .call(positional: arguments[1], keywords: arguments[2]))
    }

    static func formatMap(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.formatTemplate(arguments[0], .mapping(arguments[1]))
    }
}
