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
        let stream = try YAMLStream(source, limits, documentsMax: nil)
        return stream.documents.first
    }

    /// The documents of `source`, in order; empty ones are left out. Otherwise as ``parse(_:limits:)``. The limits are those of all
    /// together; there may be ``YAMLLimits/documentsMax``.
    package static func parseAll(
        _ source: Source,
        limits: YAMLLimits = YAMLLimits()
    ) throws(YAMLFault) -> [DataNode] {
        try YAMLStream(source, limits, documentsMax: limits.documentsMax).documents
    }
}

/// What a text holds.
private struct YAMLStream {
    private(set) var documents: [DataNode] = []

    /// Reads `source`; with `documentsMax` nil a second document is a fault.
    init(_ source: Source, _ limits: YAMLLimits, documentsMax: Int?) throws(YAMLFault) {
        guard source.bytes.count <= limits.fileBytesMax else {
            throw YAMLFault(.limit, "the file is longer than \(limits.fileBytesMax) bytes")
        }
        let events = try YAMLEvents(source.bytes)
        var composer = YAMLComposer(limits: limits, source: source)
        var count = 0
        while true {
            let event = try events.next()
            switch event.kind {
            case .streamStart: continue
            case .documentStart:
                if documentsMax == nil, let first = composer.firstDocument {
                    throw YAMLFault(
                        .composer,
                        "but found another document",
                        at: event.start,
                        context: "expected a single document in the stream",
                        contextMark: first
                    )
                }
                if let documentsMax, count >= documentsMax {
                    throw YAMLFault(.limit, "more than \(documentsMax) documents", at: event.start)
                }
                count += 1
            case .documentEnd:
                guard documentsMax != nil else { continue }
                if let root = composer.root { documents.append(root) }
                composer.startDocument()
            case .streamEnd:
                if let fault = composer.constructorFault { throw fault }
                if documentsMax == nil, let root = composer.root { documents.append(root) }
                return
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
