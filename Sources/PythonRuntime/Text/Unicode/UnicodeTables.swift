/// CPython 3.11's character data (Unicode 14), unpacked at first use from the generated run lengths.
///
/// Two stages, as in CPython: a block number for each 128 code points, and the bits of each block. Equal blocks of one
/// value share a row, so all of it takes about 100 kB.
enum UnicodeTables {
    private static let blockShift: UInt32 = 7
    private static let blockSize = 128

    private struct Properties {
        var blocks: [UInt16] = []
        var rows: [UInt16] = []
    }

    private static let properties: Properties = {
        var result = Properties()
        var uniformRows: [UInt16: UInt16] = [:]
        var pending: [UInt16] = []
        func addRow(_ row: [UInt16]) -> UInt16 {
            result.rows.append(contentsOf: row)
            return UInt16(truncatingIfNeeded: result.rows.count / blockSize - 1)
        }
        func addUniform(_ bits: UInt16) {
            let row = uniformRows[bits] ?? addRow([UInt16](repeating: bits, count: blockSize))
            uniformRows[bits] = row
            result.blocks.append(row)
        }
        var numbers = PackedNumbers(propertyRuns)
        while let count = numbers.next(), let value = numbers.next() {
            let bits = UInt16(truncatingIfNeeded: value)
            var left = Int(count)
            while left > 0 {
                if pending.isEmpty, left >= blockSize {
                    addUniform(bits)
                    left -= blockSize
                    continue
                }
                let taken = min(left, blockSize - pending.count)
                pending.append(contentsOf: repeatElement(bits, count: taken))
                left -= taken
                if pending.count == blockSize {
                    result.blocks.append(addRow(pending))
                    pending.removeAll(keepingCapacity: true)
                }
            }
        }
        return result
    }()

    /// The properties of a code point; none past U+10FFFF.
    static func properties(of codePoint: UInt32) -> UnicodeProperties {
        let tables = properties
        let block = Int(codePoint >> blockShift)
        guard block < tables.blocks.count else { return [] }
        let index = Int(tables.blocks[block]) * blockSize + Int(codePoint & 127)
        return UnicodeProperties(rawValue: tables.rows[index])
    }

    private static let zeros: [UInt32] = {
        var numbers = PackedNumbers(decimalZeros)
        var result: [UInt32] = []
        while let zero = numbers.next() { result.append(zero) }
        return result
    }()

    /// The value of a decimal digit of any script, as `unicodedata.decimal`.
    @inline(__always)
    static func decimalValue(of codePoint: UInt32) -> UInt8? {
        if codePoint < 0x80 {
            return codePoint &- 0x30 < 10 ? UInt8(truncatingIfNeeded: codePoint &- 0x30) : nil
        }
        return decimalValue(ofLong: codePoint)
    }

    private static func decimalValue(ofLong codePoint: UInt32) -> UInt8? {
        guard properties(of: codePoint).contains(.decimal) else { return nil }
        var low = 0
        var high = zeros.count
        while low < high {
            let middle = (low + high) / 2
            if zeros[middle] <= codePoint { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        return UInt8(truncatingIfNeeded: codePoint - zeros[low - 1])
    }

    static let lower = CaseMap(runs: lowerRuns, special: lowerSpecial)
    static let upper = CaseMap(runs: upperRuns, special: upperSpecial)
    /// Only what differs from ``upper``.
    static let title = CaseMap(runs: titleRuns, special: titleSpecial)
    /// Only what differs from ``lower``.
    static let fold = CaseMap(runs: foldRuns, special: foldSpecial)
}

/// Reads the base-36 numbers of a generated table.
struct PackedNumbers {
    private let text: StaticString
    private var offset = 0

    init(_ text: StaticString) {
        self.text = text
    }

    mutating func next() -> UInt32? {
        text.withUTF8Buffer { bytes in
            guard offset < bytes.count else { return nil }
            var value: UInt32 = 0
            while offset < bytes.count, bytes[offset] != 0x20 {
                let byte = UInt32(bytes[offset])
                value = value &* 36 &+ (byte < 0x61 ? byte &- 0x30 : byte &- 0x61 &+ 10)
                offset += 1
            }
            offset += 1
            return value
        }
    }
}
