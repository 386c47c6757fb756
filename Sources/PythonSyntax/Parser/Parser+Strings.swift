import Diagnostics

extension Parser {
    /// strings: adjacent literals, joined. One f-string among them makes the whole a ``Expression/Kind/joinedStr(_:)``.
    mutating func parseStrings() throws(Abandoned) -> Expression {
        let start = current.span
        let first = StringParts(source.bytes, range: start.start..<start.end)
        var builder = StringBuilder(source, isBytes: first.isBytes, isUnicode: first.isUnicode)
        while at(.string) {
            let token = advance()
            let parts = StringParts(source.bytes, range: token.span.start..<token.span.end)
            guard parts.isBytes == first.isBytes else {
                throw fail(.mixedLiterals(source: source, span: start.through(token.span)))
            }
            if parts.isFormatted {
                builder.isFormatted = true
                var reader = FieldReader(parts: parts, offset: parts.content.lowerBound, end: parts.content.upperBound)
                try parseFormatted(&reader, into: &builder)
            } else {
                builder.append(parts.content, isRaw: parts.isRaw)
            }
        }
        for diagnostic in builder.diagnostics { report(diagnostic) }
        guard builder.diagnostics.isEmpty else { throw Abandoned() }
        return try make(builder.finish(span: start.through(previous.span)), from: start)
    }

    /// Parses literals and fields up to the end of the text, or, in a format specification, up to its `}`.
    private mutating func parseFormatted(
        _ reader: inout FieldReader,
        into builder: inout StringBuilder
    ) throws(Abandoned) {
        while true {
            let isSpecification = specificationDepth > 0
            let piece: FieldReader.Piece
            do throws(FieldReader.Fault) {
                piece = try reader.next(in: source.bytes, isSpecification: isSpecification)
            } catch {
                throw fail(.formattedString(error.message, source: source, span: error.span, hint: error.hint))
            }
            switch piece {
            case .literal(let range): builder.append(range, isRaw: reader.parts.isRaw)
            case .field: try parseField(&reader, into: &builder)
            case .end: return
            }
        }
    }

    /// Parses a field, the `{` taken: expression [`=`] [`!` conversion] [`:` specification] `}`.
    private mutating func parseField(_ reader: inout FieldReader, into builder: inout StringBuilder) throws(Abandoned) {
        let opening = reader.offset - 1
        guard specificationDepth < 2 else {
            throw fail(
                .formattedString(
                    "expressions nested too deeply",
                    source: source,
                    span: Span(opening, opening + 1)
                )
            )
        }
        let field: FieldReader.Field
        do throws(FieldReader.Fault) {
            field = try reader.field(in: source.bytes)
        } catch {
            throw fail(.formattedString(error.message, source: source, span: error.span, hint: error.hint))
        }
        let value = try parseFieldExpression(field.expression)
        var conversion = field.conversion
        if let text = field.selfDocumenting { builder.append(source: text) }
        var specification: Expression?
        let bytes = source.bytes
        if reader.offset < reader.end, bytes[reader.offset] == UInt8(ascii: ":") {
            reader.offset += 1
            let start = reader.offset
            var inner = StringBuilder(source, isBytes: false, isUnicode: builder.isUnicode)
            inner.isFormatted = true
            specificationDepth += 1
            defer { specificationDepth -= 1 }
            try parseFormatted(&reader, into: &inner)
            for diagnostic in inner.diagnostics { report(diagnostic) }
            let span = Span(start, reader.offset)
            specification = Expression(inner.finish(span: span), span: span)
        }
        guard reader.offset < reader.end, bytes[reader.offset] == UInt8(ascii: "}") else {
            throw fail(
                .formattedString(
                    "expected `}`",
                    source: source,
                    span: Span(reader.offset, reader.offset + 1),
                    hint: "close the field that `{` opened; a literal brace is doubled, `{{`"
                )
            )
        }
        reader.offset += 1
        if field.selfDocumenting != nil, conversion == nil, specification == nil { conversion = "r" }
        let kind = Expression.Kind.formattedValue(value, conversion: conversion, specification: specification)
        let expression = Expression(kind, span: Span(opening, reader.offset))
        guard Int(expression.height) < limits.treeHeight else { throw tooHigh() }
        builder.append(expression)
    }

    /// Parses the text of a field as if it stood in parentheses, with a parser of its own over the same source.
    private mutating func parseFieldExpression(_ range: Range<Int>) throws(Abandoned) -> Expression {
        try descend()
        defer { depth -= 1 }
        var lexer = Lexer(source, range: range, limits: limits, isBracketed: true)
        lexer.lex()
        guard lexer.diagnostics.isEmpty else {
            for diagnostic in lexer.diagnostics { report(diagnostic) }
            throw Abandoned()
        }
        var parser = Parser(source, limits: limits, tokens: lexer.tokens, depth: depth)
        defer {
            for diagnostic in parser.diagnostics { report(diagnostic) }
        }
        let start = Span(range.lowerBound, range.lowerBound)
        return try parser.parseParenthesized(from: start, until: .endOfFile)
    }
}
