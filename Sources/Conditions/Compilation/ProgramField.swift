import Events

/// A field of compiled conditions.
struct ProgramField: BitwiseCopyable {
    var root: Root
    /// Of ``Root/element`` and ``Root/elementKey``: how many quantifiers further out.
    var level: UInt8
    var style: Style
    var missing: Missing
    var reach: Reach
    /// The literal of ``Missing/literal``.
    var literal: UInt32
    var steps: ProgramRange
    /// The number that it shares with the other readings of the same path: where it leads is found once.
    var path: UInt32

    enum Root: UInt8, BitwiseCopyable {
        case event, element, elementKey
        /// Never read natively.
        case unknown
    }

    enum Style: UInt8, BitwiseCopyable {
        case direct, walkAll, walkFirst, walkLast, each, anywhere
    }

    enum Missing: UInt8, BitwiseCopyable {
        case literal, raises, fails
    }

    enum Reach: UInt8, BitwiseCopyable {
        case absent, null, empty
    }
}

/// A step of a field's path.
struct ProgramStep: BitwiseCopyable {
    var code: Code
    /// Bits of ``FieldStep/Forgiveness``.
    var forgives: UInt8
    /// Whether the key has only ASCII letters.
    var isASCII: Bool
    /// The key's number in the table of the tapes; unknown if there was no room.
    var key: KeyID
    /// The key's bytes.
    var text: ProgramRange
    var index: Int

    enum Code: UInt8, BitwiseCopyable {
        case keyIgnoringCase, key, index, json
    }
}

/// A constant of compiled conditions.
struct ProgramLiteral: BitwiseCopyable {
    /// Containers: only empty ones have a value of their own.
    var kind: TapeKind
    /// Whether it is a container with content, which nothing is compared with natively.
    var isComplex: Bool
    /// The integer or Boolean; the number of the pattern or network of such a leaf.
    var integer: Int64
    var double: Double
    /// The bytes of a text, in small letters for a leaf that takes no notice of case.
    var text: ProgramRange
    /// Of a pattern: other literals, one of which is in every text that it matches; none where nothing is certain. See
    /// ``Leaf/certainParts``.
    var parts = ProgramRange(start: 0, count: 0)
    /// Whether those count in either case.
    var ignoresCaseOfParts = false
}

/// A transform of compiled conditions.
struct ProgramTransform: BitwiseCopyable {
    var code: Code
    /// Separator, the characters that are stripped, or the text that is replaced.
    var text: ProgramRange
    var hasText: Bool
    var from: Int
    var to: Int
    var hasFrom: Bool
    var hasTo: Bool
    /// Of ``Code/timePart``.
    var part = TimePart.minute
    /// Of ``Code/replace``: what takes the place of ``text``.
    var replacement = ProgramRange(start: 0, count: 0)

    enum Code: UInt8, BitwiseCopyable {
        case lower, upper, strip, stripLeft, stripRight, length, split, slice, string, integer, json, basename, timePart
        case replace, after, pieces
        /// Not done natively.
        case unknown
    }
}
