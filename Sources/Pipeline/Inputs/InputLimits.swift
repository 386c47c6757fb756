import Events

/// How much the files that are read may ask of the reader.
package struct InputLimits: Hashable, Sendable {
    /// Longest event, in bytes; a longer one is a fault and is passed over.
    package var eventByteCountMax = Framer.eventByteCountMaxDefault
    /// Greatest number of bytes that one compressed byte may stand for, over a whole file. Logs reach 20 to 100;
    /// deflate cannot pass 1,032, which only a bomb comes near, and zstd knows no bound.
    package var decompressionRatioMax = 500
    /// Bytes that any file may decompress to before its ratio counts: a short run of equal lines is no bomb.
    package var decompressionRatioFloor = 4 << 20
    /// Most bytes that one file may decompress to.
    package var decompressedByteCountMax = 64 << 30
    /// Bits of the window that a frame of zstd may ask for: what the decompressor keeps in memory. The programs of zstd
    /// write no larger one unless told to.
    package var zstdWindowLogMax = 27
    /// Deepest nesting of folders that is entered.
    package var directoryDepthMax = 64
    /// Most files taken from the folders of one run.
    package var fileCountMax = 1 << 20

    /// The defaults.
    package init() {}
}
