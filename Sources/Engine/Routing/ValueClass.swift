import Conditions
import Events

/// What an event has in the place of a field, as far as conditions are told apart by it without comparing texts.
///
/// The first six and ``emptyText`` each stand for one thing, so that a condition has one truth there; the others stand for many.
enum ValueClass: UInt8, CaseIterable {
    /// The object that would hold it is there, and it is not.
    case absent
    /// An object on the way to it is not there.
    case absentOnTheWay
    /// Null stands on the way to it.
    case nullOnTheWay
    /// Null.
    case null
    /// `false`.
    case `false`
    /// `true`.
    case `true`
    /// A text of no length.
    case emptyText
    /// Something else that is no object stands on the way to it.
    case obstructed
    /// A number.
    case number
    /// A list.
    case array
    /// An object.
    case object
    /// A text of ASCII.
    case text
    /// A text with other characters.
    case wideText
    /// A text of which it is left open what is in it: longer than ``textBytesMax``, or with escapes that are not resolved as it is long
    /// (``Router/resolvedBytesMax``) or has surrogates that stand alone, or with characters that count as letters of ASCII where case
    /// is not noticed.
    case openText

    /// Bytes of a text that rules are told apart by; of a longer one it is left open what is in it. Less than what patterns may be
    /// matched against, so that no rule is left out which would have raised for the length of a text.
    static let textBytesMax = 1 << 20

    /// The class of a value that was found.
    @inline(__always)
    init(of node: UInt32, in view: TapeView) {
        switch view.kind(of: node) {
        case .null: self = .null
        case .false: self = .false
        case .true: self = .true
        case .integer, .double: self = .number
        case .array: self = .array
        case .object: self = .object
        case .string:
            let text = view.text(of: node)
            let isOpen = text.needsUnescape || text.length > UInt32(Self.textBytesMax)
            if isOpen {
                self = .openText
            } else if text.length == 0 {
                self = .emptyText
            } else if text.isASCII {
                self = .text
            } else {
                self = CaseFolding.mayFoldIntoASCII(view.bytes(text)) ? .openText : .wideText
            }
        }
    }

    /// The class of a text whose escapes have been resolved; ``openText`` where it has surrogates that stand alone, or characters that
    /// count as letters of ASCII.
    init(ofResolved text: UnsafeRawBufferPointer) {
        var isASCII = true
        var offset = 0
        while offset < text.count {
            // Eight characters of ASCII at once.
            if offset &+ 8 <= text.count,
                text.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                offset &+= 8
                continue
            }
            let byte = text[offset]
            defer { offset &+= 1 }
            guard byte >= 0x80 else { continue }
            isASCII = false
            guard byte != 0xED || offset + 1 < text.count && text[offset + 1] < 0xA0 else {
                self = .openText
                return
            }
        }
        if isASCII {
            self = text.isEmpty ? .emptyText : .text
        } else {
            self = CaseFolding.mayFoldIntoASCII(text) ? .openText : .wideText
        }
    }

    /// The class of whatever lies below a value of this class that is no object.
    @inline(__always)
    var below: ValueClass {
        switch self {
        case .absent, .absentOnTheWay: .absentOnTheWay
        case .null, .nullOnTheWay: .nullOnTheWay
        default: .obstructed
        }
    }
}

/// Some classes of value.
struct ValueClasses: OptionSet, Hashable {
    let rawValue: UInt16

    init(rawValue: UInt16) { self.rawValue = rawValue }

    init(_ classes: ValueClass...) { self = classes.reduce(into: []) { $0.insert($1) } }

    static let all = ValueClasses(rawValue: (1 << UInt16(ValueClass.allCases.count)) - 1)

    func contains(_ one: ValueClass) -> Bool { rawValue & (1 << UInt16(one.rawValue)) != 0 }

    mutating func insert(_ one: ValueClass) { self = ValueClasses(rawValue: rawValue | 1 << UInt16(one.rawValue)) }
}
