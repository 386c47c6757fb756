import Events

extension ConditionEvaluator {
    /// Applies transforms in order; false where one would raise or is not done natively.
    @inline(__always)
    mutating func apply(_ range: ProgramRange, to value: inout FoundValue, isOther: Bool) -> Bool {
        if range.count == 0 { return true }
        for offset in 0..<Int(range.count) {
            guard apply(tables.transforms + Int(range.start) + offset, to: &value, isOther: isOther) else {
                return false
            }
        }
        return true
    }

    private mutating func apply(
        _ transform: UnsafePointer<ProgramTransform>,
        to value: inout FoundValue,
        isOther: Bool
    ) -> Bool {
        switch transform.pointee.code {
        case .unknown: return false
        case .length: return length(&value, isOther: isOther)
        case .string: return string(&value)
        case .integer: return integer(&value, isOther: isOther)
        case .json:
            // The other field may not go where the subject may be.
            guard !isOther, value.kind == .string, parseJSON(&value) == true else { return false }
            value = FoundValue(Tape.root, in: jsonTape.view)
            return true
        default: break
        }
        guard value.kind == .string, resolve(&value, isOther: isOther) else { return false }
        switch transform.pointee.code {
        case .lower: return lower(&value, isOther: isOther)
        case .upper: return fold(&value, isOther: isOther, from: UInt8(ascii: "a")...UInt8(ascii: "z"))
        case .strip: return strip(&value, transform, left: true, right: true)
        case .stripLeft: return strip(&value, transform, left: true, right: false)
        case .stripRight: return strip(&value, transform, left: false, right: true)
        case .split: return split(&value, transform)
        case .after:
            let separator = tables.text(transform.pointee.text)
            guard let place = find(separator, in: value.text, from: 0) else { return false }
            value.text = UnsafeRawBufferPointer(rebasing: value.text[(place + separator.count)...])
            return true
        case .pieces:
            var (count, position) = (0, 0)
            while nextPart(of: value.text, tables.text(transform.pointee.text), true, &position) != nil { count += 1 }
            value = FoundValue(.integer, in: value.view)
            value.integer = Int64(count)
            return true
        case .timePart: return timePart(&value, transform)
        case .slice: return slice(&value, transform)
        case .replace: return replace(&value, transform, isOther: isOther)
        case .basename:
            if let cut = value.text.lastIndex(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }) {
                value.text = UnsafeRawBufferPointer(rebasing: value.text[(cut + 1)...])
            }
            return true
        case .length, .string, .integer, .json, .unknown: return false
        }
    }

    // MARK: Texts

    /// Resolves the escapes of a text; false if it is too long. Other kinds of value are fine as they are.
    @inline(__always)
    mutating func resolve(_ value: inout FoundValue, isOther: Bool) -> Bool {
        guard value.isEscaped else { return true }
        return unescape(&value, isOther: isOther)
    }

    @inline(never)
    private mutating func unescape(_ value: inout FoundValue, isOther: Bool) -> Bool {
        let room = isOther ? otherText.reserve(value.text.count) : subjectText.reserve(value.text.count)
        guard let room else { return false }
        let count = value.view.unescape(value.view.text(of: value.node), into: room)
        value.text = UnsafeRawBufferPointer(rebasing: room[..<count])
        value.isEscaped = false
        return true
    }

    /// Makes ASCII capitals small; false if the text is not ASCII or too long.
    mutating func lower(_ value: inout FoundValue, isOther: Bool) -> Bool {
        guard resolve(&value, isOther: isOther) else { return false }
        return fold(&value, isOther: isOther, from: UInt8(ascii: "A")...UInt8(ascii: "Z"))
    }

    /// Turns the case of the letters in `range`, in memory of ours.
    private mutating func fold(_ value: inout FoundValue, isOther: Bool, from range: ClosedRange<UInt8>) -> Bool {
        var needsFolding = false
        for byte in value.text {
            if byte >= 0x80 { return false }
            if range.contains(byte) { needsFolding = true }
        }
        guard needsFolding else { return true }
        let target = isOther ? otherText.copy(value.text) : subjectText.copy(value.text)
        guard let target else { return false }
        for index in target.indices where range.contains(target[index]) { target[index] ^= 0x20 }
        value.text = UnsafeRawBufferPointer(target)
        return true
    }

    private func isASCII(_ text: UnsafeRawBufferPointer) -> Bool {
        for byte in text where byte >= 0x80 { return false }
        return true
    }

    /// ASCII characters that `str.strip()` and `str.split()` take for white space.
    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte) || (0x1C...0x1F).contains(byte)
    }

    private func strip(
        _ value: inout FoundValue,
        _ transform: UnsafePointer<ProgramTransform>,
        left: Bool,
        right: Bool
    ) -> Bool {
        let hasText = transform.pointee.hasText
        // White space beyond ASCII.
        guard hasText || isASCII(value.text) else { return false }
        let characters = tables.text(transform.pointee.text)
        func goes(_ byte: UInt8) -> Bool { hasText ? characters.contains(byte) : Self.isSpace(byte) }
        var start = 0
        var end = value.text.count
        if left { while start < end, goes(value.text[start]) { start += 1 } }
        if right { while end > start, goes(value.text[end - 1]) { end -= 1 } }
        value.text = UnsafeRawBufferPointer(rebasing: value.text[start..<end])
        return true
    }

    /// One part of a text; false if there are too few.
    private func split(_ value: inout FoundValue, _ transform: UnsafePointer<ProgramTransform>) -> Bool {
        let separator = tables.text(transform.pointee.text)
        guard transform.pointee.hasText || isASCII(value.text) else { return false }
        var wanted = transform.pointee.from
        if wanted < 0 {
            var count = 0
            var position = 0
            while nextPart(of: value.text, separator, transform.pointee.hasText, &position) != nil { count += 1 }
            wanted += count
        }
        guard wanted >= 0 else { return false }
        var position = 0
        while let part = nextPart(of: value.text, separator, transform.pointee.hasText, &position) {
            if wanted == 0 {
                value.text = UnsafeRawBufferPointer(rebasing: value.text[part])
                return true
            }
            wanted -= 1
        }
        return false
    }

    /// The next part from `position` on, which moves past its separator; nil at the end. Runs of white space are one
    /// separator, and none at the ends.
    private func nextPart(
        of text: UnsafeRawBufferPointer,
        _ separator: UnsafeRawBufferPointer,
        _ hasSeparator: Bool,
        _ position: inout Int
    ) -> Range<Int>? {
        guard position <= text.count else { return nil }
        if hasSeparator {
            let start = position
            let end = find(separator, in: text, from: start) ?? text.count
            position = end == text.count ? text.count + 1 : end + separator.count
            // A separator at the very end is followed by an empty part.
            return start..<end
        }
        while position < text.count, Self.isSpace(text[position]) { position += 1 }
        guard position < text.count else { return nil }
        let start = position
        while position < text.count, !Self.isSpace(text[position]) { position += 1 }
        return start..<position
    }

    private func slice(_ value: inout FoundValue, _ transform: UnsafePointer<ProgramTransform>) -> Bool {
        // Characters are bytes only in ASCII.
        guard isASCII(value.text) else { return false }
        let count = value.text.count
        func bound(_ index: Int) -> Int { min(max(index < 0 ? max(index, -count) + count : index, 0), count) }
        let start = transform.pointee.hasFrom ? bound(transform.pointee.from) : 0
        let end = transform.pointee.hasTo ? bound(transform.pointee.to) : count
        value.text = UnsafeRawBufferPointer(rebasing: value.text[start..<max(start, end)])
        return true
    }

    /// Replaces a text wherever it stands, from the left.
    private mutating func replace(
        _ value: inout FoundValue,
        _ transform: UnsafePointer<ProgramTransform>,
        isOther: Bool
    ) -> Bool {
        let old = tables.text(transform.pointee.text)
        let new = tables.text(transform.pointee.replacement)
        let source = value.text
        guard var next = find(old, in: source, from: 0) else { return true }
        var count = source.count
        if new.count != old.count {
            var places = 0
            var place: Int? = next
            while let found = place {
                places += 1
                place = find(old, in: source, from: found + old.count)
            }
            count += places * (new.count - old.count)
        }
        // What grows cannot be written over itself.
        let isHere = isOther ? otherText.holds(source) : subjectText.holds(source)
        guard !isHere || new.count <= old.count else { return false }
        let room =
            isHere
            ? UnsafeMutableRawBufferPointer(mutating: source)
            : isOther ? otherText.reserve(count) : subjectText.reserve(count)
        guard let room else { return false }
        var (read, written) = (0, 0)
        func copy(_ bytes: UnsafeRawBufferPointer.SubSequence) {
            guard !bytes.isEmpty, let from = UnsafeRawBufferPointer(rebasing: bytes).baseAddress,
                let to = room.baseAddress
            else { return }
            // Where a text is replaced in its own memory the two overlap.
            (to + written).copyMemory(from: from, byteCount: bytes.count)
            written += bytes.count
        }
        while true {
            copy(source[read..<next])
            copy(new[...])
            read = next + old.count
            guard let more = find(old, in: source, from: read) else { break }
            next = more
        }
        copy(source[read...])
        value.text = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(room)[..<written])
        return true
    }

    private func timePart(_ value: inout FoundValue, _ transform: UnsafePointer<ProgramTransform>) -> Bool {
        guard let moment = EventTime(value.text) else { return false }
        let calendar = moment.calendar
        value = FoundValue(.integer, in: value.view)
        value.integer =
            switch transform.pointee.part {
            case .minute: calendar.minute
            case .hour: calendar.hour
            case .day: calendar.day
            case .week: calendar.week
            case .month: calendar.month
            case .year: calendar.year
            }
        return true
    }

    // MARK: Other kinds

    private mutating func length(_ value: inout FoundValue, isOther: Bool) -> Bool {
        let count: Int
        switch value.kind {
        case .string:
            guard resolve(&value, isOther: isOther) else { return false }
            count = value.text.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        case .array, .object: count = value.isWalked ? walkedCount : value.view.childCount(of: value.node)
        case .null, .false, .true, .integer, .double: return false
        }
        value = FoundValue(.integer, in: value.view)
        value.integer = Int64(count)
        return true
    }

    private static let none: StaticString = "None"
    private static let `true`: StaticString = "True"
    private static let `false`: StaticString = "False"

    /// `str(value)` of a text, an integer, a Boolean or null.
    private func string(_ value: inout FoundValue) -> Bool {
        let text: UnsafeRawBufferPointer
        switch value.kind {
        case .string: return true
        case .null: text = Self.bytes(Self.none)
        case .true: text = Self.bytes(Self.true)
        case .false: text = Self.bytes(Self.false)
        case .integer:
            guard value.node != Tape.missing else { return false }
            text = value.view.bytes(value.view.text(of: value.node))
            // `-0` is zero.
            if text.count == 2, text[0] == UInt8(ascii: "-"), text[1] == UInt8(ascii: "0") { return false }
        case .double, .array, .object: return false
        }
        value = FoundValue(.string, in: value.view)
        value.text = text
        return true
    }

    private static func bytes(_ text: StaticString) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }

    /// `int(value)` of an integer, a Boolean, or a text of at most eighteen digits.
    private mutating func integer(_ value: inout FoundValue, isOther: Bool) -> Bool {
        if let number = value.int64 {
            value = FoundValue(.integer, in: value.view)
            value.integer = number
            return true
        }
        guard value.kind == .string, resolve(&value, isOther: isOther) else { return false }
        var digits = value.text[...]
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
        guard digits.count >= 1, digits.count <= 18 else { return false }
        var number: Int64 = 0
        for digit in digits {
            guard digit >= 0x30, digit <= 0x39 else { return false }
            number = number * 10 + Int64(digit - 0x30)
        }
        value = FoundValue(.integer, in: value.view)
        value.integer = isNegative ? -number : number
        return true
    }
}
