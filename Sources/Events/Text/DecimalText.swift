/// The decimal digits of integers, without a text for them.
enum DecimalText {
    /// Lends the digits of a number, with a `-` before them if it is negative.
    @inline(__always)
    static func with(_ value: Int64, _ body: (UnsafeRawBufferPointer) -> Void) {
        var rest = value.magnitude
        var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
        withUnsafeMutableBytes(of: &digits) { room in
            // From the last digit on: a number of 64 bits has no more than twenty, sign included.
            var start = room.count
            repeat {
                start &-= 1
                room[start] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
            if value < 0 {
                start &-= 1
                room[start] = UInt8(ascii: "-")
            }
            body(UnsafeRawBufferPointer(rebasing: room[start...]))
        }
    }
}
