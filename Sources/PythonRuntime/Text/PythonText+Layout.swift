extension PythonText {
    /// Which side `ljust`, `rjust` and `center` keep the text on.
    package enum Justification: Sendable {
        case left
        case right
        case center
    }

    /// `ljust`, `rjust`, `center`; `fill` is one code point.
    /// - Throws: ``TextFault/fillNotOneCharacter(length:)``, ``TextFault/resultTooLarge(bytesMax:)``.
    package func appendJustified(
        _ side: Justification,
        width: Int,
        fill: PythonText? = nil,
        into sink: inout some ByteSink
    ) throws(TextFault) {
        var filler: UInt32 = 0x20
        if let fill {
            let length = fill.length
            guard length == 1 else { throw .fillNotOneCharacter(length: length) }
            filler = fill.codePoint(at: 0).value
        }
        let padding = width <= 0 ? 0 : max(0, width - length)
        // CPython's odd one goes to the left if the width is odd too.
        let left = side == .left ? 0 : side == .right ? padding : padding / 2 + (padding & width & 1)
        try Format.appendFill(filler, count: left, into: &sink)
        sink.append(contentsOf: bytes)
        try Format.appendFill(filler, count: padding - left, into: &sink)
    }

    /// `zfill(width)`: zeros behind a sign.
    package func appendZeroFilled(width: Int, into sink: inout some ByteSink) throws(TextFault) {
        let padding = width <= 0 ? 0 : max(0, width - length)
        guard padding > 0 else {
            sink.append(contentsOf: bytes)
            return
        }
        let signed = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+")
        let split = signed ? 1 : 0
        sink.append(contentsOf: self[0..<split].bytes)
        try Format.appendFill(0x30, count: padding, into: &sink)
        sink.append(contentsOf: self[split..<bytes.count].bytes)
    }

    /// `expandtabs(tabSize)`.
    package func appendExpandingTabs(tabSize: Int, into sink: inout some ByteSink) throws(TextFault) {
        var column = 0
        var offset = 0
        var written = 0
        while offset < bytes.count {
            let (codePoint, next) = codePoint(at: offset)
            if codePoint == 0x09 {
                let count = tabSize > 0 ? tabSize - column % tabSize : 0
                written = written.addingReportingOverflow(count).partialValue
                guard count <= sink.room, written <= sink.room else { throw .resultTooLarge(bytesMax: sink.room) }
                sink.append(0x20, count: count)
                column += count
            } else {
                sink.append(contentsOf: self[offset..<next].bytes)
                column = codePoint == 0x0A || codePoint == 0x0D ? 0 : column + 1
            }
            offset = next
        }
    }

    /// `self * count`; nothing for a count below one.
    package func appendRepeated(count: Int, into sink: inout some ByteSink) throws(TextFault) {
        guard count > 0, bytes.count > 0 else { return }
        let (size, overflow) = bytes.count.multipliedReportingOverflow(by: count)
        guard !overflow, size <= sink.room else { throw .resultTooLarge(bytesMax: sink.room) }
        for _ in 0..<count { sink.append(contentsOf: bytes) }
    }

    /// What `translate` does with a code point.
    package enum Translation {
        case keep
        case delete
        case text(PythonText)
    }

    /// `translate(table)`: `lookup` answers for each code point.
    package func appendTranslated<Sink: ByteSink, Failure: Error>(
        into sink: inout Sink,
        _ lookup: (UInt32) throws(Failure) -> Translation
    ) throws(Failure) {
        var offset = 0
        while offset < bytes.count {
            let (codePoint, next) = codePoint(at: offset)
            switch try lookup(codePoint) {
            case .keep: sink.append(contentsOf: self[offset..<next].bytes)
            case .delete: break
            case .text(let replacement): sink.append(contentsOf: replacement.bytes)
            }
            offset = next
        }
    }
}
