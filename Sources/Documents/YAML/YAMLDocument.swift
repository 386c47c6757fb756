package import Diagnostics

/// Reads YAML the way Panther's tool does: libyaml's grammar, PyYAML's safe constructors, the tool's own rules for scalars.
package enum YAMLDocument {
    /// The one document of `source`; nil where there is none.
    ///
    /// Of equal keys of a map the last one wins, at the place of the first. Merge keys are resolved, aliases share what they
    /// name. Differences to the reference: a list or map that contains itself, and the tags `!!set`, `!!omap` and `!!pairs`
    /// are refused. O(length); memory is bounded by
    /// `limits`.
    package static func parse(
        _ source: Source,
        limits: YAMLLimits = YAMLLimits()
    ) throws(YAMLFault) -> DataNode? {
        guard source.bytes.count <= limits.fileBytesMax else {
            throw YAMLFault(.limit, "the file is longer than \(limits.fileBytesMax) bytes")
        }
        let events = try YAMLEvents(source.bytes)
        var composer = YAMLComposer(limits: limits, source: source)
        while true {
            let event = try events.next()
            switch event.kind {
            case .streamStart, .documentEnd: continue
            case .documentStart:
                if let first = composer.firstDocument {
                    throw YAMLFault(
                        .composer,
                        "but found another document",
                        at: event.start,
                        context: "expected a single document in the stream",
                        contextMark: first
                    )
                }
            case .streamEnd:
                if let fault = composer.constructorFault { throw fault }
                return composer.root
            default: try composer.receive(event)
            }
        }
    }
}

/// From libyaml's character counts to the bytes of a source.
struct YAMLOffsets {
    /// The byte of each character; nil for pure ASCII, where the two are the same.
    private let table: [UInt32]?

    init(_ bytes: [UInt8]) {
        if bytes.allSatisfy({ $0 < 0x80 }) {
            table = nil
            return
        }
        // libyaml does not count a byte order mark.
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var table: [UInt32] = []
        table.reserveCapacity(bytes.count + 1)
        for offset in start..<bytes.count where bytes[offset] & 0xC0 != 0x80 { table.append(UInt32(clamping: offset)) }
        table.append(UInt32(clamping: bytes.count))
        self.table = table
    }

    func byte(_ mark: YAMLMark) -> Int {
        guard let table else { return mark.index }
        return table.indices.contains(mark.index) ? Int(table[mark.index]) : Int(table.last ?? 0)
    }
}
