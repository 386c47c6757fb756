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
            scanner = StructureScanner(.tail)
            state = isRecords ? .tail : .between
            return hasComma ? fault(.expectedElement) : nil
        default:
            start = position
            scanner = StructureScanner(.element)
            state = .element
            return nil
        }
    }

    /// An element: up to the comma or bracket after it.
    mutating func element(_ window: UnsafeRawBufferPointer, _ isLast: Bool) -> FrameStep? {
        if scanner.scan(window, &position) != .separator {
            if let step = giveUpIfTooLong(window) { return step }
            guard isLast else { return .needsMore }
            // An array cut off after an element still has the element; the gap reports the cut.
            guard scanner.isComplete else {
                countLines()
                start = nil
                state = .between
                return fault(.truncated)
            }
            return finishElement(window)
        }
        return finishElement(window)
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
        guard scanner.scan(window, &position) == .closed else {
            guard isLast else { return .needsMore }
            countLines()
            state = .between
            return fault(.truncated)
        }
        countLines()
        state = .between
        return nil
    }
}
