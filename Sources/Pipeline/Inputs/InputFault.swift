package import Events

/// Input that could not be read, or a part of it that was passed over.
package struct InputFault: Error, Hashable, Sendable {
    /// What is wrong.
    package var kind: Kind
    /// The path as it was given or found; `-` for standard input.
    package var path: String
    /// Where in the input, if it is about a part of it.
    package var place: FramePlace?

    /// A fault of `kind` in the input at `path`.
    package init(_ kind: Kind, path: String, place: FramePlace? = nil) {
        self.kind = kind
        self.path = path
        self.place = place
    }

    /// What can be wrong.
    package enum Kind: Hashable, Sendable {
        /// The file cannot be opened; the operating system's error number.
        case cannotOpen(Int32)
        /// Reading failed on the way; the operating system's error number.
        case cannotRead(Int32)
        /// The compressed data are damaged, or followed by something else.
        case damaged(Compression)
        /// The compressed data end too early; what came before was read.
        case truncated(Compression)
        /// ``InputLimits/decompressionRatioMax`` is passed.
        case decompressionRatio
        /// ``InputLimits/decompressedByteCountMax`` is passed.
        case decompressedSize
        /// A frame of zstd asks for more memory than ``InputLimits/zstdWindowLogMax`` allows.
        case decompressionWindow
        /// Compressed in a way that is not supported; its name.
        case unsupportedCompression(String)
        /// ``InputLimits/directoryDepthMax`` is passed; the folder is passed over.
        case directoryDepth
        /// ``InputLimits/fileCountMax`` is passed; the other files are passed over.
        case fileCount
        /// Text between events, or an event that cannot be framed.
        case frame(FrameFault.Kind)
        /// An event that is no JSON; the fault's offset is from the event's start.
        case event(TapeFault)
        /// An event that is JSON but no object.
        case notAnObject
    }

    /// Whether the input as a whole could not be read to its end, which makes the command's exit code 3; else only a
    /// part of it was passed over.
    package var endsInput: Bool {
        switch kind {
        case .cannotOpen, .cannotRead, .damaged, .truncated, .decompressionRatio, .decompressedSize,
            .decompressionWindow, .unsupportedCompression, .directoryDepth, .fileCount:
            true
        case .frame, .event, .notAnObject: false
        }
    }
}
