package import Events

/// Some events in a row, with a copy of their text: what a reader hands to a worker on another thread.
package struct EventBatch: Sendable {
    /// An event of the batch, or the place of a fault. Trivial: going through a batch counts no references.
    package struct Item: Sendable {
        /// Its index in the whole input; of a fault, that of the event after it.
        package let record: Int
        /// The number of its input.
        package let input: Int
        /// Its bytes in ``EventBatch/withBytes(_:)``; nil for a fault.
        package let range: Range<Int>?
        /// Where it stands in its input.
        package let place: FramePlace?
    }

    /// What was passed over instead of an event.
    package struct Fault: Sendable {
        /// The place of its item.
        package let item: Int
        package let fault: InputFault
    }

    /// The events and the places of faults, in input order.
    package private(set) var items: [Item] = []
    /// The faults, in input order.
    package private(set) var faults: [Fault] = []
    private var text: [UInt8] = []

    /// Bytes of text at which a batch is full, if it has one event.
    package static let byteCountTarget = 1 << 18
    /// Bytes of memory that are kept for the next events: a large one does not cost its memory for good.
    static let byteCapacityMax = 1 << 20

    /// Whether the reader had no more at hand: the inputs have ended, or more of a live stream has to be waited for. What such a batch
    /// gives is not to be held back for what comes after it.
    package private(set) var isLastAtHand = false
    /// Events that the reader had framed when the batch was full, over all inputs.
    package private(set) var recordCount = 0
    /// Bytes of events that it had framed.
    package private(set) var byteCount = 0

    /// An empty batch.
    package init() {}

    /// Replaces the batch by the next events of `reader`; false if there are none. Waits for the first only: what has come
    /// of a live stream goes on its way.
    package mutating func fill(from reader: inout EventReader) -> Bool {
        items.removeAll(keepingCapacity: true)
        faults.removeAll()
        text.removeAll(keepingCapacity: text.capacity <= Self.byteCapacityMax)
        // Growing by and by would copy every event twice.
        text.reserveCapacity(Self.byteCountTarget + Self.byteCountTarget / 16)
        isLastAtHand = false
        while text.count < Self.byteCountTarget, items.count < Self.byteCountTarget / 16 {
            guard let next = reader.next(mayWait: items.isEmpty) else {
                isLastAtHand = true
                break
            }
            switch next {
            case .event(let event):
                let start = text.count
                text.append(contentsOf: event.bytes)
                items.append(
                    Item(
                        record: event.record,
                        input: event.input,
                        range: start..<text.count,
                        place: event.place
                    )
                )
            case .fault(let fault):
                let record = reader.recordCount
                faults.append(Fault(item: items.count, fault: fault))
                items.append(Item(record: record, input: -1, range: nil, place: fault.place))
            }
        }
        text.append(contentsOf: repeatElement(0, count: Tape.paddingByteCount))
        recordCount = reader.recordCount
        byteCount = reader.byteCount
        return !items.isEmpty
    }

    /// Bytes of memory that it holds for text.
    var byteCapacity: Int { text.capacity }

    /// Lends the text of all events; an item's ``Item/range`` lies in it, with the padding that a ``Tape`` needs.
    package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        text.withUnsafeBytes(body)
    }
}
