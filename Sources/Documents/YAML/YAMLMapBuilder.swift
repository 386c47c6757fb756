/// Collects the pairs of a map: the last of equal keys wins, at the place of the first.
struct YAMLMapBuilder {
    /// Up to this many keys are compared one by one.
    private static let linearMax = 8

    private var entries: [DataMap.Entry] = []
    private var merged: [DataMap] = []
    private var index: [Key: Int] = [:]

    /// The pairs so far; merged ones come first.
    var map: DataMap {
        guard !merged.isEmpty else { return DataMap(entries) }
        var all = YAMLMapBuilder()
        for map in merged { for entry in map.entries { all.set(entry.key, to: entry.value) } }
        for entry in entries { all.set(entry.key, to: entry.value) }
        return DataMap(all.entries)
    }

    /// Sets a pair of the map itself.
    mutating func set(_ key: DataNode, to value: DataNode) {
        let wanted = Key(key.value)
        let place: Int?
        if entries.count <= Self.linearMax {
            place = entries.firstIndex { Key($0.key.value) == wanted }
        } else {
            if index.isEmpty {
                for (place, entry) in entries.enumerated() { index[Key(entry.key.value)] = place }
            }
            place = index[wanted]
        }
        if let place {
            entries[place].value = value
        } else {
            if !index.isEmpty { index[wanted] = entries.count }
            entries.append(DataMap.Entry(key: key, value: value))
        }
    }

    /// Adds the pairs of a merge key; the map's own go first in effect, later merges before earlier ones.
    mutating func merge(_ map: DataMap) {
        merged.append(map)
    }

    /// A key as Python compares dictionary keys: texts by code points, and `1`, `1.0` and `true` are one.
    private struct Key: Hashable {
        private let kind: UInt8
        private let text: String

        init(_ value: DataValue) {
            switch value {
            case .string(let string): (kind, text) = (0, string)
            case .null: (kind, text) = (1, "")
            case .bool(let flag): (kind, text) = (2, flag ? "1" : "0")
            case .int(let number): (kind, text) = (2, String(number))
            case .bigInt(let digits): (kind, text) = (2, digits)
            case .double(let number):
                (kind, text) = Int64(exactly: number).map { (2, String($0)) } ?? (3, number.pythonRepresentation)
            case .bytes(let bytes):
                (kind, text) = (4, String(decoding: bytes.flatMap { [$0 >> 4, $0 & 15] }, as: UTF8.self))
            case .list, .map: (kind, text) = (5, "")
            }
        }

        static func == (left: Key, right: Key) -> Bool {
            left.kind == right.kind && left.text.hasBytes(of: right.text)
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(kind)
            let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable { bytes in
                hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
            }
            if isHashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
        }
    }
}
