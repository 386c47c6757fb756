/// Every action of AWS that can be granted, `service:action` in lower case, sorted, with its category.
///
/// The data is text in the parts of this type that a script writes; it is unpacked when a rule first asks, which takes
/// some milliseconds, and is shared by all machines.
struct ActionTable: Sendable {
    /// What an action does, in the words of the catalogue.
    enum Category: UInt8, CaseIterable, Sendable {
        case list, read, tagging, write, permissions

        var name: String {
            switch self {
            case .list: "List"
            case .read: "Read"
            case .tagging: "Tagging"
            case .write: "Write"
            case .permissions: "Permissions"
            }
        }

        /// The mark that ends an action of this category in the packed text.
        fileprivate var mark: UInt8 {
            switch self {
            case .list: UInt8(ascii: ".")
            case .read: UInt8(ascii: ",")
            case .tagging: UInt8(ascii: ";")
            case .write: UInt8(ascii: "!")
            case .permissions: UInt8(ascii: "?")
            }
        }
    }

    static let shared = ActionTable()

    /// All names, one behind the other.
    private let bytes: [UInt8]
    /// Where each begins; one more than there are names.
    private let starts: [Int32]
    private let categories: [Category]
    /// The longest name, in bytes.
    let lengthMax: Int

    var count: Int { categories.count }

    /// The name of an action.
    subscript(index: Int) -> ArraySlice<UInt8> { bytes[Int(starts[index])..<Int(starts[index + 1])] }

    func category(_ index: Int) -> Category { categories[index] }

    // MARK: Searching

    /// The number of an action; nil for what is none.
    func index(of name: some Collection<UInt8>) -> Int? {
        let found = firstIndex { !$0.lexicographicallyPrecedes(name) }
        return found < count && self[found].elementsEqual(name) ? found : nil
    }

    /// The actions that begin with `prefix`. O(log n).
    func range(withPrefix prefix: some Collection<UInt8>) -> Range<Int> {
        let low = firstIndex { !$0.lexicographicallyPrecedes(prefix) }
        let high = firstIndex { !$0.lexicographicallyPrecedes(prefix) && !$0.starts(with: prefix) }
        return low..<max(low, high)
    }

    /// The first action for which `isReached` holds, which holds for all that follow; ``count`` if it holds for none.
    private func firstIndex(where isReached: (ArraySlice<UInt8>) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isReached(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    // MARK: Unpacking

    private init() {
        let words = ActionTable.bytes(of: ActionTable.words).split(separator: UInt8(ascii: " "))
        let alphabet = ActionTable.alphabet()
        var bytes: [UInt8] = []
        var starts: [Int32] = [0]
        var categories: [Category] = []
        bytes.reserveCapacity(ActionTable.actionCount * 32)
        starts.reserveCapacity(ActionTable.actionCount + 1)
        categories.reserveCapacity(ActionTable.actionCount)
        var service: [UInt8] = []
        var isService = false
        var high: Int?
        var lengthMax = 0
        for byte in ActionTable.names.flatMap(ActionTable.bytes(of:)) {
            if isService {
                service.append(byte)
                guard byte == UInt8(ascii: ":") else { continue }
                isService = false
                bytes += service
            } else if byte == UInt8(ascii: "=") {
                isService = true
                // The name that was begun for another action of the last service was none.
                bytes.removeLast(service.count)
                service.removeAll(keepingCapacity: true)
            } else if let category = alphabet.categories[Int(byte)] {
                categories.append(category)
                lengthMax = max(lengthMax, bytes.count - Int(starts[starts.count - 1]))
                starts.append(Int32(bytes.count))
                bytes += service
            } else {
                let digit = Int(alphabet.digits[Int(byte)])
                if let leading = high {
                    bytes += words[ActionTable.shortWords + leading * alphabet.size + digit]
                    high = nil
                } else if digit < ActionTable.shortWords {
                    bytes += words[digit]
                } else {
                    high = digit - ActionTable.shortWords
                }
            }
        }
        bytes.removeLast(service.count)
        self.bytes = bytes
        self.starts = starts
        self.categories = categories
        self.lengthMax = lengthMax
    }

    /// Words whose number is one character; the others' are two.
    private static let shortWords = 40

    private static func bytes(of text: StaticString) -> [UInt8] { text.withUTF8Buffer(Array.init) }

    /// What each byte of the packed text is: a digit, or the mark of a category.
    private static func alphabet() -> (digits: [UInt8], categories: [Category?], size: Int) {
        var digits = [UInt8](repeating: 0, count: 256)
        var categories = [Category?](repeating: nil, count: 256)
        for category in Category.allCases { categories[Int(category.mark)] = category }
        let reserved = Set("=:\"\\".utf8)
        var size: UInt8 = 0
        for byte in UInt8(33)..<127 where categories[Int(byte)] == nil && !reserved.contains(byte) {
            digits[Int(byte)] = size
            size += 1
        }
        return (digits, categories, Int(size))
    }
}
