/// Where a frame stands in its input.
package struct FramePlace: Hashable, Sendable {
    /// The line of its first byte, from 1.
    package var line: Int
    /// Its place in the array that holds it, from 0; nil for a document of its own.
    package var element: Int?
    /// Bytes of the (decompressed) input before it.
    package var offset: Int

    /// A place.
    package init(line: Int, element: Int? = nil, offset: Int) {
        self.line = line
        self.element = element
        self.offset = offset
    }
}

/// The text of one event within a window of input.
package struct Frame: Hashable, Sendable {
    /// Its bytes in the window that was given to ``Framer/next(in:isLast:)``.
    package var range: Range<Int>
    /// Where it stands in the whole input.
    package var place: FramePlace

    /// A frame.
    package init(range: Range<Int>, place: FramePlace) {
        self.range = range
        self.place = place
    }
}

/// Input that is no frame and was passed over.
package struct FrameFault: Error, Hashable, Sendable {
    /// What is wrong.
    package var kind: Kind
    /// Where what was passed over starts.
    package var place: FramePlace

    /// What can be wrong between and around events.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// An event is longer than ``Framer/eventByteCountMax``.
        case tooLong
        /// The input ends inside a document.
        case truncated
        /// A line begins another document before this one is closed.
        case unclosed
        /// Brackets of a document do not match.
        case unbalanced
        /// A document begins with neither `{` nor `[`.
        case expectedDocument
        /// Two commas of an array have no element between them, or a comma has none after it.
        case expectedElement
    }
}

/// What a ``Framer`` found next.
package enum FrameStep: Hashable, Sendable {
    /// An event.
    case event(Frame)
    /// Something was passed over; go on.
    case fault(FrameFault)
    /// Nothing more in this window: drop what ``Framer/release()`` says, add input, and ask again.
    case needsMore
    /// The input has ended.
    case end
}
