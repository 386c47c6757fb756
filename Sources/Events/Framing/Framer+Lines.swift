#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Framer {
    /// A line that is one event: up to the line feed, or the end of the input.
    mutating func line(_ window: UnsafeRawBufferPointer, _ isLast: Bool) -> FrameStep? {
        if let end = lineFeed(window) {
            position = end + 1
            line += 1
            state = .between
            return finishEvent(at: end)
        }
        position = window.count
        if let step = giveUpIfTooLong(window) {
            state = .skippedLine
            return step
        }
        guard isLast else { return .needsMore }
        state = .between
        return finishEvent(at: window.count)
    }

    /// The rest of a line that was given up.
    mutating func skippedLine(_ window: UnsafeRawBufferPointer, _ isLast: Bool) -> FrameStep? {
        guard let end = lineFeed(window) else {
            position = window.count
            return isLast ? .end : .needsMore
        }
        position = end + 1
        line += 1
        state = .between
        return nil
    }

    /// Text between documents that is none: up to a line that begins with a bracket.
    mutating func skippedText(_ window: UnsafeRawBufferPointer, _ isLast: Bool) -> FrameStep? {
        while let end = lineFeed(window) {
            guard end + 1 < window.count else {
                position = isLast ? window.count : end
                return isLast ? .end : .needsMore
            }
            position = end + 1
            line += 1
            let next = window[position]
            if next == UInt8(ascii: "{") || next == UInt8(ascii: "[") {
                state = .between
                return nil
            }
        }
        position = window.count
        return isLast ? .end : .needsMore
    }

    /// The index of the next line feed.
    private func lineFeed(_ window: UnsafeRawBufferPointer) -> Int? {
        guard let base = window.baseAddress, position < window.count else { return nil }
        return memchr(base + position, 0x0A, window.count - position).map { UnsafeRawPointer($0) - base }
    }

    /// Where the array starts if the line at the position begins `{"Records":[`, else 0; nil if too little of the line
    /// is there to say.
    func recordsPrefix(_ window: UnsafeRawBufferPointer, _ isLast: Bool) -> Int? {
        var index = position
        for byte in "{\"Records\":[".utf8 {
            // White space may stand between the tokens, but not for ever.
            while byte != UInt8(ascii: "R"), index < window.count, index - position < 64, window[index] == 0x20 {
                index += 1
            }
            guard index < window.count else { return isLast ? 0 : nil }
            guard window[index] == byte else { return 0 }
            index += 1
        }
        return index
    }
}
