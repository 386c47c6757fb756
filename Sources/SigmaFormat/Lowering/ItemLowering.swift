import Addresses
import Conditions
import Diagnostics
import PythonRegex

/// Makes a condition of a line of a search: its modifiers are applied to its values in order, then each value becomes a test.
///
/// Source: Sigma specification 2.1, modifiers appendix.
struct ItemLowering {
    /// Texts that one value may become.
    static let expansionsMax = 4_096
    /// Texts that the values of one line may become, all together.
    static let textsMax = 100_000

    let item: DetectionItem
    var context: LoweringContext
    /// The values by now: of each value written, those that it has become.
    var values: [[Operand]] = []
    var casing = Leaf.Casing.insensitive
    var isAll = false
    var isNegated = false
    var timePart: TimePart?
    /// Values of placeholders that were asked for, and their size.
    var choices: [String: (texts: [SigmaString], size: ExpansionSize)] = [:]
    /// Why it cannot be said.
    var obstacle: OpaqueReason?

    /// A value on its way.
    enum Operand {
        case text(SigmaString)
        case literal(Literal)
        case null
        case expression(String, RegexFlags)
        case network(String)
        case field(String, Operator)
        case comparison(Operator, Literal)
        case existence(Bool)
    }

    /// The condition of `item`; what is wrong with it goes to `context`.
    static func condition(of item: DetectionItem, _ context: inout LoweringContext) -> Condition {
        var lowering = ItemLowering(item: item, context: context)
        defer { context = lowering.context }
        return lowering.lowered()
    }

    private init(item: DetectionItem, context: LoweringContext) {
        self.item = item
        self.context = context
    }

    private mutating func lowered() -> Condition {
        guard item.unknownModifiers.isEmpty, !item.isIncomplete else { return context.opaque(.unsupported, item) }
        values = item.values.map { value in
            switch value.content {
            case .text(let text):
                item.modifiers.contains(.re) ? [.expression(text, [])] : [.text(SigmaString(written: text))]
            case .integer(let number): [.literal(.int(number))]
            case .number(let number): [.literal(.double(number))]
            case .bool(let flag): [.literal(.bool(flag))]
            case .null: [.null]
            }
        }
        for (index, modifier) in item.modifiers.enumerated() where obstacle == nil { apply(modifier, index) }
        if obstacle == nil { fillPlaceholders() }
        if let obstacle { return context.opaque(obstacle, item) }
        let names = item.fieldNames
        if names.isEmpty { return joined(.anywhere) }
        if names.count > 1, !takeCopies(names.count - 1) { return context.opaque(.limit, item) }
        let parts = names.map { joined(.each($0)) }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    mutating func refuse(_ message: String, _ reason: OpaqueReason = .unsupported) {
        context.report(.sigmaModifier(message, item, context.source))
        if obstacle == nil { obstacle = reason }
    }

    // MARK: Sizes

    /// Whether the rule may have texts of this size beside those that it has; if not, that is told.
    mutating func take(texts: Int, bytes: Int) -> Bool {
        if context.take(texts: texts, bytes: bytes) { return true }
        let (texts, bytes) = (LoweringContext.textsMax, LoweringContext.bytesMax)
        refuse("the values of the rule become more than \(texts) texts or \(bytes) bytes", .limit)
        return false
    }

    /// Takes room for the values once more for each further field that a pipeline makes of the one written.
    private mutating func takeCopies(_ count: Int) -> Bool {
        var whole = ExpansionSize(count: 0)
        for operand in values.joined() {
            if case .text(let text) = operand { whole = whole + text.size } else { whole = whole + ExpansionSize() }
        }
        var copies = ExpansionSize(count: count)
        copies.append(whole)
        return take(texts: copies.count, bytes: copies.bytes)
    }

    // MARK: Modifiers

    private mutating func apply(_ modifier: Modifier, _ index: Int) {
        switch modifier {
        case .all: isAll = true
        case .neq: isNegated.toggle()
        case .cased: casing = .sensitive
        case .contains: surround(before: true, after: true, .contains)
        case .startswith: surround(before: false, after: true, .startsWith)
        case .endswith: surround(before: true, after: false, .endsWith)
        case .re:
            if index > 0, item.modifiers[index - 1] != .all {
                refuse("`re` comes first: it takes a value as it is written")
            }
        case .i: setFlag(.ignoreCase, modifier)
        case .m: setFlag(.multiline, modifier)
        case .s: setFlag(.dotAll, modifier)
        case .base64: encode(modifier) { EncodedText.base64($0) }
        case .base64offset: encodeOffsets()
        case .utf16le, .wide: encode(modifier) { EncodedText.utf16($0) }
        case .utf16be: encode(modifier) { EncodedText.utf16($0, isBigEndian: true) }
        case .utf16: encode(modifier) { EncodedText.utf16($0, hasMark: true) }
        case .windash: expandDashes()
        case .lt: compare(.less, modifier)
        case .lte: compare(.lessOrEqual, modifier)
        case .gt: compare(.greater, modifier)
        case .gte: compare(.greaterOrEqual, modifier)
        case .minute: timePart = .minute
        case .hour: timePart = .hour
        case .day: timePart = .day
        case .week: timePart = .week
        case .month: timePart = .month
        case .year: timePart = .year
        case .cidr: takeNetworks()
        case .exists: takeExistence()
        case .fieldref: takeFields()
        case .expand: takePlaceholders()
        }
    }

    /// Replaces each text by others; anything else is refused.
    ///
    /// - Parameter size: What `body` will make of a text, or a little more. It is asked of all texts of a value before any is made.
    private mutating func mapTexts(
        _ modifier: Modifier,
        size: (SigmaString) -> ExpansionSize,
        _ body: (SigmaString) -> [SigmaString]?
    ) {
        var count = 0
        for place in values.indices {
            var whole = ExpansionSize(count: 0)
            for operand in values[place] {
                guard let text = text(of: operand) else {
                    refuse("`\(modifier.rawValue)` is for texts")
                    return
                }
                whole = whole + size(text)
            }
            guard whole.count <= Self.expansionsMax else {
                refuse("`\(modifier.rawValue)` makes more than \(Self.expansionsMax) texts of one", .limit)
                return
            }
            // A line that modifiers add nothing to is as long as its file allows.
            let added = whole.count > 1 ? whole.count : 0
            count += added
            guard count <= Self.textsMax else { return refuseTexts() }
            guard take(texts: added, bytes: whole.bytes) else { return }
            var result: [Operand] = []
            for operand in values[place] {
                guard let text = text(of: operand), let mapped = body(text) else { return }
                result += mapped.map { .text($0) }
            }
            values[place] = result
        }
    }

    mutating func refuseTexts() {
        refuse("the values become more than \(Self.textsMax) texts", .limit)
    }

    /// The text of an operand; numbers are texts where texts are wanted.
    func text(of operand: Operand) -> SigmaString? {
        switch operand {
        case .text(let text): text
        case .literal(let literal): SigmaString([.bytes(Array(literal.json.utf8))])
        case .null, .expression, .network, .field, .comparison, .existence: nil
        }
    }

    private mutating func surround(before: Bool, after: Bool, _ op: Operator) {
        for place in values.indices {
            for (index, operand) in values[place].enumerated() {
                switch operand {
                case .text, .literal:
                    guard let text = text(of: operand) else { continue }
                    values[place][index] = .text(text.surrounded(before: before, after: after))
                case .field(let name, _): values[place][index] = .field(name, op)
                // An expression is looked for anywhere, so that anything may come before and after.
                case .expression: continue
                case .null, .network, .comparison, .existence:
                    refuse("\(item.values[place].kindName) has no beginning and end")
                    return
                }
            }
        }
    }

    private mutating func setFlag(_ flag: RegexFlags, _ modifier: Modifier) {
        for place in values.indices {
            for (index, operand) in values[place].enumerated() {
                guard case .expression(let text, let flags) = operand else {
                    refuse("`\(modifier.rawValue)` follows `re`")
                    return
                }
                values[place][index] = .expression(text, flags.union(flag))
            }
        }
    }

    private mutating func encode(_ modifier: Modifier, _ body: @escaping ([UInt8]) -> [UInt8]?) {
        var fault: String?
        // UTF-16 takes two bytes for each of UTF-8 at most, base64 four for three that are begun; both may add some of their own.
        mapTexts(modifier, size: { $0.size { ExpansionSize(bytes: 2 * $0.count + 4) } }) { text in
            if text.hasWildcard, modifier == .base64 {
                fault = "a text with wildcards cannot be encoded in base64"
                return nil
            }
            guard let encoded = text.parts.isEmpty ? text : text.mapBytes(body) else {
                fault = "the text cannot be encoded twice"
                return nil
            }
            return [encoded]
        }
        if let fault { refuse(fault) }
    }

    private mutating func encodeOffsets() {
        var fault: String?
        // Each stands for up to two bytes more.
        let size = { (text: SigmaString) in
            text.plainBytes.map { ExpansionSize(count: 3, bytes: 3 * (($0.count + 4) / 3 * 4)) } ?? ExpansionSize()
        }
        mapTexts(.base64offset, size: size) { text in
            guard let bytes = text.plainBytes else {
                fault = "a text with wildcards cannot be encoded in base64"
                return nil
            }
            // Of one byte alone no letter is sure, and nothing would be found everywhere.
            guard bytes.count > 1 else {
                fault = "a text shorter than two bytes cannot be found in base64"
                return nil
            }
            return EncodedText.base64Offsets(bytes).map { SigmaString([.bytes($0)]) }
        }
        if let fault { refuse(fault) }
    }

    private mutating func expandDashes() {
        let dashes = ExpansionSize(count: EncodedText.dashes.count, bytes: EncodedText.dashes.joined().count)
        let size = { (text: SigmaString) in
            text.size { bytes in
                let count = EncodedText.optionPlaces(bytes).count
                var size = ExpansionSize(bytes: bytes.count - count)
                for _ in 0..<count { size.append(dashes) }
                return size
            }
        }
        mapTexts(.windash, size: size) { text in
            var results = [SigmaString([])]
            for part in text.parts {
                guard case .bytes(let bytes) = part else {
                    results = results.map { SigmaString($0.parts + [part]) }
                    continue
                }
                var start = 0
                for place in EncodedText.optionPlaces(bytes) {
                    let before = Array(bytes[start..<place])
                    results = results.flatMap { result in
                        EncodedText.dashes.map { SigmaString(result.parts + [.bytes(before + $0)]) }
                    }
                    start = place + 1
                }
                let rest = Array(bytes[start...])
                results = results.map { SigmaString($0.parts + [.bytes(rest)]) }
            }
            return results
        }
    }

    private mutating func compare(_ op: Operator, _ modifier: Modifier) {
        for place in values.indices {
            for (index, operand) in values[place].enumerated() {
                switch operand {
                case .literal(let literal) where literal.kind == .integer || literal.kind == .double:
                    values[place][index] = .comparison(op, literal)
                case .text(let text):
                    let spelled = text.plainBytes.map { String(decoding: $0, as: UTF8.self) } ?? ""
                    guard let number = Double(spelled), number.isFinite else {
                        return refuse("`\(modifier.rawValue)` is for numbers")
                    }
                    let integer = Int64(spelled) ?? Int64(exactly: number)
                    values[place][index] = .comparison(op, integer.map { .int($0) } ?? .double(number))
                case .field(let name, _): values[place][index] = .field(name, op)
                default: return refuse("`\(modifier.rawValue)` is for numbers")
                }
            }
        }
    }

    private mutating func takeNetworks() {
        for place in values.indices {
            for (index, operand) in values[place].enumerated() {
                guard case .text(let text) = operand, let bytes = text.plainBytes else {
                    return refuse("`cidr` is for networks such as `10.0.0.0/8`")
                }
                let name = String(decoding: bytes, as: UTF8.self)
                guard let network = NetworkAddress(name), !network.hasHostBits else {
                    return refuse("`\(name)` is no network")
                }
                values[place][index] = .network(name)
            }
        }
    }

    private mutating func takeExistence() {
        for place in values.indices {
            for (index, operand) in values[place].enumerated() {
                guard case .literal(.bool(let flag)) = operand, item.field != nil else {
                    return refuse("`exists` is `true` or `false`, for a field")
                }
                values[place][index] = .existence(flag)
            }
        }
    }

    private mutating func takeFields() {
        for place in values.indices {
            for (index, operand) in values[place].enumerated() {
                guard case .text(let text) = operand else { return refuse("`fieldref` names a field") }
                var op = Operator.equals
                var parts = text.parts
                // `startswith` and the like may stand before it.
                let (isOpenBefore, isOpenAfter) = (parts.first == .anyText, parts.count > 1 && parts.last == .anyText)
                if isOpenBefore { parts.removeFirst() }
                if isOpenAfter { parts.removeLast() }
                if isOpenBefore { op = isOpenAfter ? .contains : .endsWith } else if isOpenAfter { op = .startsWith }
                guard let bytes = SigmaString(parts).plainBytes, !bytes.isEmpty else {
                    return refuse("`fieldref` names a field, without wildcards")
                }
                values[place][index] = .field(String(decoding: bytes, as: UTF8.self), op)
            }
        }
    }
}
