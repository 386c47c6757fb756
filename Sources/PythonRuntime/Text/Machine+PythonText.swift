extension TextWriter: ByteSink {
    package var room: Int { max(0, capacity - count) }
}
