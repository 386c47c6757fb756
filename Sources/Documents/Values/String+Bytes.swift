extension String {
    /// Whether two texts are the same bytes. `==` takes canonically equivalent texts for the same, which keys and names of files are
    /// not. O(length), O(1) where the lengths differ.
    @inline(__always)
    package func hasBytes(of other: String) -> Bool {
        utf8.count == other.utf8.count && self == other && utf8.elementsEqual(other.utf8)
    }
}
