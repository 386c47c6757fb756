package import Events

/// Some events in a row, and their text where it was read: what one thread fills from a reader and another may scan.
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

    /// An event or a fault, for who goes through them in order.
    package enum Entry {
        /// An event, and its text.
        case event(Item, UnsafeRawBufferPointer)
        /// Something could not be read or was passed over.
        case fault(InputFault)
    }

    /// The events and the places of faults, in input order.
    package private(set) var items: [Item] = []
    /// The faults, in input order.
    package private(set) var faults: [Fault] = []
    private var text = InputBuffer()

    /// Bytes of text from which on no more is read for a batch that has an event.
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
        text.removeAll(keepingUpTo: Self.byteCapacityMax)
        // Growing by and by would copy every event twice.
        text.reserve(Self.byteCountTarget + ByteReader.readByteCount)
        isLastAtHand = false
        reader.begin(&text)
        filling: while items.count < Self.byteCountTarget / 16 {
            switch reader.next(in: &text, keepsText: !items.isEmpty) {
            case .event(let item): items.append(item)
            case .fault(let fault):
                faults.append(Fault(item: items.count, fault: fault))
                items.append(Item(record: reader.recordCount, input: -1, range: nil, place: fault.place))
            case .noRoom: break filling
            case .none:
                isLastAtHand = true
                break filling
            }
        }
        reader.end(text)
        recordCount = reader.recordCount
        byteCount = reader.byteCount
        return !items.isEmpty
    }

    /// Bytes of memory that it holds for text.
    var byteCapacity: Int { text.capacity }

    /// Lends the text that the events stand in; an item's ``Item/range`` lies in it, with the padding that a ``Tape`` needs.
    package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result { text.withBytes(body) }

    /// Lends the events and faults one after the other, in input order.
    package func forEach(_ body: (Entry) -> Void) {
        var next = 0
        withBytes { text in
            for item in items {
                if let range = item.range {
                    body(.event(item, UnsafeRawBufferPointer(rebasing: text[range])))
                } else {
                    body(.fault(faults[next].fault))
                    next += 1
                }
            }
        }
    }
}
