extension Framer {
    /// Between elements of an array: a comma, the array's end, or the next element.
    mutating func gap(_ window: UnsafeRawBufferPointer, _ isLast: Bool) -> FrameStep? {
        skipSpace(window)
        place = FramePlace(line: line, element: elementCount, offset: offset(of: position))
        guard position < window.count else {
            guard isLast else { return .needsMore }
            state = .between
            return fault(.truncated)
        }
        switch window[position] {
        case UInt8(ascii: ","):
            position += 1
            let isMissing = hasComma || elementCount == 0
            hasComma = true
            return isMissing ? fault(.expectedElement) : nil
        case UInt8(ascii: "]"):
            position += 1
            scanner = StructureScanner(.tail, lineStart: lineStart)
            state = isRecords ? .tail : .between
            return hasComma ? fault(.expectedElement) : nil
        case _ where elementCount > 0 && !hasComma:
            // The element before it ended where this line began.
            state = .between
            return fault(.unclosed)
        default:
            start = position
            scanner = StructureScanner(.element, lineStart: lineStart)
            state = .element
            return nil
        }
    }

    /// One a line, a line that begins with a bracket is another document, whatever is missing in the array before it.
    private var lineStart: StructureScanner.LineStart { mode == .lines ? .any : .misplaced }

    /// An element: up to the comma or bracket after it.
    mutating func element(_ window: UnsafeRawBufferPointer, _ isLast: Bool) -> FrameStep? {
        switch scanner.scan(window, &position) {
        case .separator: return finishElement(window)
        case .nextDocument: return cutElement(window, .unclosed)
        default:
            if let step = giveUpIfTooLong(window) { return step }
            return isLast ? cutElement(window, .truncated) : .needsMore
        }
    }

    /// Ends an array in or behind its last element. A whole element is kept; the gap reports the cut.
    private mutating func cutElement(_ window: UnsafeRawBufferPointer, _ kind: FrameFault.Kind) -> FrameStep? {
        guard !scanner.isComplete else { return finishElement(window) }
        countLines()
        // What was given up was told of.
        let isTold = start == nil
        start = nil
        state = .between
        return isTold ? nil : fault(kind)
    }

    private mutating func finishElement(_ window: UnsafeRawBufferPointer) -> FrameStep? {
        countLines()
        elementCount += 1
        hasComma = false
        state = .gap
        var end = position
        while let start, end > start, [0x20, 0x09, 0x0A, 0x0D].contains(window[end - 1]) { end -= 1 }
        return finishEvent(at: end)
    }

    /// What follows `Records` in its object: passed over.
    mutating func tail(_ window: UnsafeRawBufferPointer, _ isLast: Bool) -> FrameStep? {
        let stop = scanner.scan(window, &position)
        guard isLast || stop != .needsMore else { return .needsMore }
        countLines()
        state = .between
        return switch stop {
        case .closed: nil
        case .nextDocument: fault(.unclosed)
        default: fault(.truncated)
        }
    }
}
