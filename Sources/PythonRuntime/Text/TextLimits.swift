/// The limits of text algorithms, where the sink has none of its own.
package enum TextLimits {
    /// Bytes that one operation may produce: 64 MiB.
    package static let resultBytesMax = 1 << 26
    /// Code points of a value that an exception's message repeats, as CPython's `%.200R`.
    package static let quotedLengthMax = 200
    /// Levels of `{}` inside a `str.format` template: a field, and fields in its specification.
    package static let templateDepthMax = 2
}
