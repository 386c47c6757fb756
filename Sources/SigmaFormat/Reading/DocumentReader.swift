import Conditions
import Diagnostics
import Documents

/// Reads one document. What is wrong with it is told; what can be used of it is.
struct DocumentReader {
    let source: Source
    /// The place of the document.
    let span: Span
    private(set) var diagnostics: [Diagnostic] = []
    /// Errors so far, those that are not told among them.
    private(set) var errorCount = 0
    /// Diagnostics of one document; of more only a first error is told.
    static let diagnosticsMax = 100

    init(_ source: Source, _ span: Span) {
        self.source = source
        self.span = span
    }

    mutating func report(_ diagnostic: Diagnostic) {
        let isFirstError = diagnostic.severity == .error && errorCount == 0
        if diagnostic.severity == .error { errorCount += 1 }
        if diagnostics.count < Self.diagnosticsMax || isFirstError { diagnostics.append(diagnostic) }
    }

    /// The document of a map; nil where too much of it is missing.
    mutating func read(_ map: DataMap) -> SigmaDocument? {
        switch SigmaDocument.Kind(map) {
        case .rule?: readRule(map).map { .rule($0) }
        case .correlation?: readCorrelation(map).map { .correlation($0) }
        case .filter?: readFilter(map).map { .filter($0) }
        case .global?, .reset?, .repeat?, nil: nil
        }
    }

    // MARK: Kinds

    private mutating func readRule(_ map: DataMap) -> SigmaRule? {
        let metadata = readMetadata(map, except: ["logsource", "detection"])
        let logSource = readLogSource(map["logsource"])
        guard let node = map["detection"], let detection = readDetection(node, key: "detection") else { return nil }
        return SigmaRule(
            metadata: metadata,
            logSource: logSource,
            detection: detection,
            source: source,
            testsPath: map["regression_tests_path"].flatMap { SigmaValue($0) }
        )
    }

    private mutating func readFilter(_ map: DataMap) -> SigmaFilter? {
        let metadata = readMetadata(map, except: ["logsource", "filter"])
        let logSource = readLogSource(map["logsource"])
        guard let node = map["filter"], let filter = node.map else { return nil }
        var rules: [SigmaValue]?
        switch filter["rules"]?.value {
        case .list?: rules = readRuleNames(filter["rules"])
        case .string(let text)?: rules = text == "any" ? nil : readRuleNames(filter["rules"])
        case nil: report(.sigmaMissing("rules", in: "filter", at: node.span, source))
        default:
            report(.sigmaWrongType("filter.rules", "a list of rules", at: filter["rules"]?.span ?? node.span, source))
        }
        let rest = DataNode(.map(DataMap(filter.entries.filter { $0.key.string != "rules" })), node.span)
        guard let detection = readDetection(rest, key: "filter") else { return nil }
        return SigmaFilter(
            metadata: metadata,
            logSource: logSource,
            rules: rules,
            detection: detection,
            source: source
        )
    }

    /// A list of names, or one name.
    mutating func readRuleNames(_ node: DataNode?) -> [SigmaValue] {
        guard let node else { return [] }
        var names: [SigmaValue] = []
        for element in node.list ?? [node] {
            if element.string != nil, let value = SigmaValue(element) {
                names.append(value)
            } else {
                report(.sigmaWrongType("rules", "a list of identifiers or names", at: element.span, source))
            }
        }
        return names
    }

    // MARK: Log sources

    private mutating func readLogSource(_ node: DataNode?) -> LogSource {
        guard let node, let map = node.map else {
            report(.sigmaWrongType("logsource", "a map", at: node?.span ?? span, source))
            return LogSource()
        }
        func text(_ key: String, _ reader: inout DocumentReader) -> String? {
            guard let value = map[key], value.value != .null else { return nil }
            guard let text = value.string else {
                reader.report(.sigmaWrongType("logsource.\(key)", "a text", at: value.span, reader.source))
                return nil
            }
            if !text.utf8.allSatisfy(Self.isLogSourceByte) {
                reader.report(.sigmaLogSource(key, text, at: value.span, reader.source))
            }
            return text
        }
        let logSource = LogSource(
            category: text("category", &self),
            product: text("product", &self),
            service: text("service", &self)
        )
        if logSource == LogSource() {
            report(.sigmaMissing("category`, `product` or `service", in: "logsource", at: node.span, source))
        }
        return logSource
    }

    private static func isLogSourceByte(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") <= 9 || "_.-".utf8.contains(byte)
    }
}
