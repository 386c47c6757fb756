import Detections
import Documents

/// The first pass of the reference: keys and types, in its order and in its words.
///
/// It stops at the first fault, as the reference does; ``ItemValidator`` finds them all. Source: the behaviour of Python's
/// `schema` 0.7.8 on the tables of ``ItemSchema``.
struct ReferenceSchema {
    /// Why an item is refused.
    struct Failure: Error {
        /// Lines, of which equal ones are said once.
        var lines: [String]
        /// Set where the outermost map has unknown keys: the part of the message that names them.
        var unknownKeys: String?

        init(_ line: String, then lines: [String] = []) {
            self.lines = [line] + lines
        }

        var message: String {
            var said: [String] = []
            for line in lines where !said.contains(line) { said.append(line) }
            return said.joined(separator: "\n")
        }
    }

    /// Whether unknown keys pass.
    var ignoresExtraKeys = false

    /// Checks a map against the keys it may have.
    func check(_ node: DataNode, _ shape: ObjectShape) throws(Failure) {
        guard let map = node.map else { throw Self.wrongType(node, "dict") }
        var covered = Set<Int>()
        var matches: [Int: Int] = [:]
        var matchedCount = 0
        do throws(Failure) {
            // Values that are maps are looked at last.
            for isNested in [false, true] {
                for entry in map.entries where (entry.value.map != nil) == isNested {
                    guard let name = entry.key.string, let row = shape.row(name, matches: &matches) else { continue }
                    do throws(Failure) {
                        try check(entry.value, row.row.shape)
                    } catch {
                        throw Failure("Key '\(name)' error:", then: error.lines)
                    }
                    covered.insert(row.index)
                    matchedCount += 1
                }
            }
        } catch {
            throw Self.multipleKeys(shape, matches) ?? error
        }
        if let failure = Self.multipleKeys(shape, matches) { throw failure }
        try checkCoverage(node, map, shape, covered: covered, matchedCount: matchedCount)
    }

    private func checkCoverage(
        _ node: DataNode,
        _ map: DataMap,
        _ shape: ObjectShape,
        covered: Set<Int>,
        matchedCount: Int
    ) throws(Failure) {
        let missing = shape.rows.enumerated()
            .filter { $0.element.presence != .optional && !covered.contains($0.offset) }
            .map(\.element.pythonRepresentation)
        guard missing.isEmpty else { throw Self.missing(missing) }
        guard !ignoresExtraKeys, matchedCount != map.entries.count else { return }
        let names = Set(shape.names)
        throw Self.unknown(
            map.entries.filter { entry in
                guard let name = entry.key.string else { return true }
                return !(names.contains(name) && name.utf8.allSatisfy { $0 < 0x80 })
            }.map(\.key),
            in: node
        )
    }

    private func check(_ node: DataNode, _ shape: ValueShape) throws(Failure) {
        switch shape {
        case .any: return
        case .string: guard node.string != nil else { throw Self.wrongType(node, "str") }
        case .integer:
            if case .bigInt = node.value { return }
            guard node.int != nil else { throw Self.wrongType(node, "int") }
        case .boolean: guard node.bool != nil else { throw Self.wrongType(node, "bool") }
        case .anyList: guard node.list != nil else { throw Self.wrongType(node, "list") }
        case .identifier:
            try checkText(node, ValueShape.identifierPattern, Identifier.isValid)
        case .promptName:
            try checkText(node, ValueShape.promptNamePattern, Identifier.isValidPromptName)
        case .nonEmptyString:
            guard let text = node.string else { throw Self.wrongType(node, "str") }
            guard !text.isEmpty else { throw Failure("len('') should evaluate to True") }
        case .resourceTypes: try checkResourceTypes(node)
        case .choice(let texts):
            if let text = node.string, texts.contains(where: { $0.hasBytes(of: text) }) { return }
            throw Failure(Self.didNotValidate(shape, node), then: texts.map { Self.doesNotMatch($0, node) })
        case .constant(let text):
            guard node.value == .string(text) else { throw Failure(Self.doesNotMatch(text, node)) }
        case .onlyFalse:
            guard [.bool(false), .int(0), .double(0)].contains(node.value) else {
                throw Failure("False does not match \(PythonText.representation(node))")
            }
        case .list(let element): try checkList(node, element)
        case .mapOfLists: try checkMapOfLists(node)
        case .object(let object), .schema(let object): try check(node, object)
        case .schedule(let object):
            try ReferenceSchema().check(node, object)
            try checkMinutes(node, shape)
        case .either(let shapes): try checkAlternatives(node, shapes, shape)
        }
    }

    private func checkText(
        _ node: DataNode,
        _ pattern: String,
        _ isValid: (String) -> Bool
    ) throws(Failure) {
        guard let text = node.string else { throw Self.wrongType(node, "str") }
        guard isValid(text) else { throw Failure("\(PythonText.quoted(text)) does not match '\(pattern)'") }
    }

    private func checkList(_ node: DataNode, _ element: ValueShape) throws(Failure) {
        guard let elements = node.list else { throw Self.wrongType(node, "list") }
        for item in elements {
            do throws(Failure) {
                try check(item, element)
            } catch {
                let head = "Or(\(element.pythonRepresentation)) did not validate \(PythonText.representation(item))"
                throw Failure(head, then: error.lines)
            }
        }
    }

    private func checkResourceTypes(_ node: DataNode) throws(Failure) {
        try checkList(node, .string)
        for element in node.list ?? [] {
            guard let text = element.string, !ValueShape.isResourceType(text) else { continue }
            let pattern = "'\(ValueShape.resourceTypePattern)'"
            throw Failure(
                "Or(Regex(\(pattern))) did not validate \(PythonText.quoted(text))",
                then: ["\(PythonText.quoted(text)) does not match \(pattern)"]
            )
        }
    }

    private func checkMapOfLists(_ node: DataNode) throws(Failure) {
        guard let map = node.map else { throw Self.wrongType(node, "dict") }
        var isCovered = false
        for isNested in [false, true] {
            for entry in map.entries where (entry.value.map != nil) == isNested {
                guard let name = entry.key.string else { continue }
                do throws(Failure) {
                    try check(entry.value, .anyList)
                } catch {
                    throw Failure("Key '\(name)' error:", then: error.lines)
                }
                isCovered = true
            }
        }
        guard isCovered else { throw Self.missing(["<class 'str'>"]) }
        let others = map.entries.filter { $0.key.string == nil }.map(\.key)
        guard ignoresExtraKeys || others.isEmpty else { throw Self.unknown(others, in: node) }
    }

    private func checkAlternatives(
        _ node: DataNode,
        _ shapes: [ValueShape],
        _ shape: ValueShape
    ) throws(Failure) {
        var lines: [String] = []
        for alternative in shapes {
            do throws(Failure) {
                return try ReferenceSchema().check(node, alternative)
            } catch {
                lines += error.lines
            }
        }
        throw Failure(Self.didNotValidate(shape, node), then: lines)
    }

    private func checkMinutes(_ node: DataNode, _ shape: ValueShape) throws(Failure) {
        guard let rate = node["RateMinutes"] else { return }
        if rate.string != nil {
            throw Failure(
                "\(shape.pythonRepresentation).validate(\(PythonText.representation(node))) raised "
                    + "TypeError(\"'<=' not supported between instances of 'str' and 'int'\")"
            )
        }
        switch ScheduleFault.of(rate: rate, timeout: node["TimeoutMinutes"]) {
        case .tooOften?: throw Failure("RateMinutes must be > 1")
        case .tooLong?: throw Failure("RateMinutes must be >= TimeoutMinutes")
        case nil: return
        }
    }
}

/// The reference's sentences.
extension ReferenceSchema {
    private static func wrongType(_ node: DataNode, _ type: String) -> Failure {
        Failure("\(PythonText.representation(node)) should be instance of '\(type)'")
    }

    private static func doesNotMatch(_ text: String, _ node: DataNode) -> String {
        "\(PythonText.quoted(text)) does not match \(PythonText.representation(node))"
    }

    private static func didNotValidate(_ shape: ValueShape, _ node: DataNode) -> String {
        "\(shape.pythonRepresentation) did not validate \(PythonText.representation(node))"
    }

    private static func multipleKeys(_ shape: ObjectShape, _ matches: [Int: Int]) -> Failure? {
        for (index, row) in shape.rows.enumerated() where matches[index, default: 0] > 1 {
            return Failure("There are multiple keys present from the \(row.pythonRepresentation) condition")
        }
        return nil
    }

    private static func missing(_ keys: [String]) -> Failure {
        Failure("Missing key\(keys.count == 1 ? "" : "s"): \(keys.sorted(by: utf8Order).joined(separator: ", "))")
    }

    private static func unknown(_ keys: [DataNode], in node: DataNode) -> Failure {
        let names = keys.map(PythonText.representation).sorted(by: utf8Order).joined(separator: ", ")
        var failure = Failure("Wrong key\(keys.count == 1 ? "" : "s") \(names) in \(PythonText.representation(node))")
        failure.unknownKeys = names
        return failure
    }

    static func utf8Order(_ left: String, _ right: String) -> Bool { left.utf8.lexicographicallyPrecedes(right.utf8) }
}

extension ObjectShape {
    /// The row that takes a key: of rows that exclude each other's names only the first key is taken, all are counted.
    fileprivate func row(_ name: String, matches: inout [Int: Int]) -> (index: Int, row: KeyRow)? {
        for candidate in rowsByPriority where candidate.row.names.contains(where: { $0.hasBytes(of: name) }) {
            guard candidate.row.presence == .exactlyOne else { return candidate }
            matches[candidate.index, default: 0] += 1
            return matches[candidate.index] == 1 ? candidate : nil
        }
        return nil
    }
}
