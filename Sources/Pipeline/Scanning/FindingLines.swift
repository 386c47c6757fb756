/// The lines of a batch's findings, as UTF-8: see ``ScanFinding/Product/line(_:)``.
///
/// One memory for those of the worker and one for those of the ``OrderedLane``, which neither need make nor free one for each.
package struct FindingLines: Sendable {
    /// The worker's, in the order of its findings.
    var scanned: [UInt8] = []
    /// The lane's; their places count on from the worker's.
    var ordered: [UInt8] = []

    /// No lines.
    init() {}

    /// Forgets them, and more memory than for so many bytes.
    mutating func removeAll(keepingUpTo byteCount: Int) {
        scanned.removeAll(keepingCapacity: scanned.capacity <= byteCount)
        ordered.removeAll(keepingCapacity: ordered.capacity <= byteCount)
    }

    /// The lines at a place: that of one, or of some that ``joins(_:_:)`` has found side by side.
    package subscript(_ place: Range<Int>) -> ArraySlice<UInt8> {
        let start = scanned.count
        return place.lowerBound < start
            ? scanned[place] : ordered[(place.lowerBound - start)..<(place.upperBound - start)]
    }

    /// Whether the lines of two places stand one after the other.
    package func joins(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        first.upperBound == second.lowerBound && second.lowerBound != scanned.count
    }
}
