extension Framer {
    /// An object: an event of its own, or the shell of `Records`.
    mutating func object(_ window: UnsafeRawBufferPointer, _ isLast: Bool) -> FrameStep? {
        switch scanner.scan(window, &position) {
        case .closed:
            countLines()
            state = mode == .undecided ? .afterFirst(isOneLine: scanner.lineFeedCount == 0) : .between
            return finishEvent(at: position)
        case .records:
            countLines()
            beginRecords()
            return nil
        case .unbalanced:
            return recover(window, .unbalanced)
        case .nextDocument:
            return recover(window, .unclosed)
        case .needsMore, .separator:
            if let step = giveUpIfTooLong(window) { return step }
            return isLast ? recover(window, .truncated) : .needsMore
        }
    }

    /// What follows the first object: nothing else on its line means one a line, if it has only one itself.
    mutating func afterFirst(_ window: UnsafeRawBufferPointer, _ isLast: Bool, isOneLine: Bool) -> FrameStep? {
        while position < window.count, [0x20, 0x09, 0x0D].contains(window[position]) { position += 1 }
        guard position < window.count else { return isLast ? .end : .needsMore }
        let endsLine = window[position] == UInt8(ascii: "\n")
        mode = isOneLine && endsLine ? .lines : .documents
        state = .between
        return nil
    }

    /// Goes on after an object that does not end, or has brackets that do not match.
    ///
    /// Where nothing is decided yet it may be a line of NDJSON that is broken: then lines are read from its start, and
    /// the tape says what is wrong with it.
    private mutating func recover(_ window: UnsafeRawBufferPointer, _ kind: FrameFault.Kind) -> FrameStep? {
        if mode == .undecided, let start {
            let isFirstLine = scanner.lineFeedCount == 0
            if isFirstLine || secondLineBegins(window, from: start) {
                if !isFirstLine { mode = .lines }
                position = start
                state = .line
                return nil
            }
        }
        countLines()
        if mode == .undecided { mode = .documents }
        start = nil
        state = kind == .unbalanced ? .skippedText : .between
        return fault(kind)
    }

    /// Whether the line after the one at `start` begins with a bracket, as no indented document's does.
    private func secondLineBegins(_ window: UnsafeRawBufferPointer, from start: Int) -> Bool {
        guard let end = window[start...].firstIndex(of: UInt8(ascii: "\n")), end + 1 < window.count else {
            return false
        }
        return window[end + 1] == UInt8(ascii: "{") || window[end + 1] == UInt8(ascii: "[")
    }
}
