/// Why bytes are not an event, and where. It has no text; ``Diagnostic`` rows of the pipeline word it.
package struct TapeFault: Error, Hashable, Sendable {
    /// What is wrong.
    package var kind: Kind
    /// Bytes before the place of the fault; the length of the input if it ends too early.
    package var offset: Int

    /// A fault of `kind` at `offset`.
    package init(_ kind: Kind, at offset: Int) {
        self.kind = kind
        self.offset = offset
    }

    /// What can be wrong with an event's text (RFC 8259 for the grammar).
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The input ends inside a value, or holds none.
        case truncated
        /// A value is expected here.
        case expectedValue
        /// A member's key, in quotes, is expected here.
        case expectedKey
        /// `:` is expected after a key.
        case expectedColon
        /// `,` or the container's closing bracket is expected here.
        case expectedCommaOrEnd
        /// Something other than white space follows the value.
        case trailingBytes
        /// A number that JSON's grammar does not allow: `01`, `1.`, `+1`.
        case invalidNumber
        /// A backslash is followed by something that is no escape.
        case invalidEscape
        /// A control character stands unescaped in a string.
        case controlCharacter
        /// Bytes of a string are not UTF-8 (RFC 3629: no surrogates, nothing overlong).
        case invalidUTF8
        /// ``TapeLimits/depthMax`` is passed.
        case depthLimit
        /// ``TapeLimits/nodeCountMax`` is passed.
        case nodeLimit
        /// ``TapeLimits/byteCountMax`` is passed.
        case sizeLimit
    }
}
