extension TapeView {
    /// The bytes that texts without ``TapeText/sideBit`` are in: the input of the last parse.
    package var inputBytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: state.pointee.input, count: Int(state.pointee.inputCount))
    }

    /// The bytes that texts with ``TapeText/sideBit`` are in.
    package var sideBytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: state.pointee.side, count: Int(state.pointee.sideCount))
    }

    /// Whether the two read the same tape.
    package func isSame(as other: TapeView) -> Bool { state == other.state }
}
