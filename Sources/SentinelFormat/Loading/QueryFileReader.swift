import Detections
import Diagnostics
import Documents
import KQL

/// Reads one file as far as that needs no other, so that files can be read at once.
struct QueryFileReader<Files: FileSystem>: Sendable {
    let files: Files
    let options: SentinelLoadOptions

    /// What a file holds.
    struct Found: Sendable {
        var detections: [Detection] = []
        var diagnostics: [Diagnostic] = []
        /// The file, if nothing of it can be used, and its queries of which nothing can.
        var invalid: [InvalidItem] = []
        /// Whether it was parsed.
        var isRead = false

        mutating func refuse(_ path: String, _ id: String?, _ reasons: [Diagnostic]) {
            diagnostics += reasons
            invalid.append(InvalidItem(path: path, id: id, diagnostics: reasons))
        }
    }

    func read(_ file: QueryFile) -> Found {
        var found = Found()
        let bytes: [UInt8]
        do {
            bytes = try files.read(file.path, bytesMax: options.fileBytesMax)
        } catch {
            // The loader that walks all YAML reports it there; a page that is too long is no page of queries.
            if file.kind == .query { found.refuse(file.path, nil, [.unreadableQueryFile(file.path, error)]) }
            return found
        }
        switch file.kind {
        case .yaml: readRule(file, bytes, &found)
        case .markdown: readPage(file, bytes, &found)
        case .query: readQueries(file, bytes, &found)
        }
        return found
    }

    // MARK: Rules in YAML

    private func readRule(_ file: QueryFile, _ bytes: [UInt8], _ found: inout Found) {
        guard Self.mentionsQuery(bytes) else { return }
        let source = Source(path: file.path, bytes: UnicodeText.utf8(bytes))
        // What is no YAML is reported by the loader that walks all of it.
        guard let root = try? YAMLDocument.parse(source, limits: options.yaml),
            let rule = AnalyticsRule(root, source)
        else { return }
        found.isRead = true
        let (script, queryDiagnostics) = parse(rule.querySource)
        found.diagnostics += queryDiagnostics
        let results = lower(script, rule.querySource, rule.schedule)
        let (detection, diagnostics) = rule.detection(results, names: TableNames(aliases: options.aliases), file.name)
        guard let detection else {
            found.refuse(file.path, rule.id, diagnostics)
            return
        }
        found.diagnostics += diagnostics
        found.detections.append(detection)
    }

    /// Whether a line begins with the key of a query: most YAML is somebody else's and need not be parsed.
    private static func mentionsQuery(_ bytes: [UInt8]) -> Bool {
        let key: StaticString = "query:"
        var isLineStart = true
        for place in bytes.indices {
            if isLineStart, bytes[place] == UInt8(ascii: "q"), place + key.utf8CodeUnitCount <= bytes.count,
                key.withUTF8Buffer({ $0.elementsEqual(bytes[place..<(place + key.utf8CodeUnitCount)]) })
            {
                return true
            }
            isLineStart = bytes[place] == UInt8(ascii: "\n")
        }
        return false
    }

    // MARK: Queries

    private func readPage(_ file: QueryFile, _ bytes: [UInt8], _ found: inout Found) {
        let page = MarkdownPage(bytes, blocksMax: options.blocksMax)
        var blocks: [QueryBlock] = []
        for block in page.blocks where block.label.mayBeQuery {
            let source = Source(path: file.path, bytes: block.source)
            guard block.label.isQuery || MarkdownPage.looksLikeQuery(block.text) else { continue }
            let (script, diagnostics) = parse(source)
            let isValid = !diagnostics.contains { $0.severity == .error }
            guard block.label.isQuery || isValid else { continue }
            let results = queries(lower(script, source))
            guard !results.isEmpty || block.label.isQuery else { continue }
            blocks.append(QueryBlock(block.heading, source, results, diagnostics))
        }
        take(blocks, page.prose, file, bytes, &found)
    }

    private func readQueries(_ file: QueryFile, _ bytes: [UInt8], _ found: inout Found) {
        let source = Source(path: file.path, bytes: UnicodeText.utf8(bytes))
        let (script, diagnostics) = parse(source)
        let block = QueryBlock(nil, source, queries(lower(script, source)), diagnostics)
        take([block], Prose(comments: source), file, bytes, &found)
    }

    private func take(
        _ blocks: [QueryBlock],
        _ prose: Prose,
        _ file: QueryFile,
        _ bytes: [UInt8],
        _ found: inout Found
    ) {
        guard !blocks.isEmpty else { return }
        found.isRead = true
        let count = blocks.reduce(0) { $0 + max(1, $1.results.count) }
        var number = 0
        for block in blocks {
            found.diagnostics += block.diagnostics
            guard !block.results.isEmpty else {
                number += 1
                let reasons = block.diagnostics.filter { $0.severity == .error }
                let reason = reasons.isEmpty ? [Diagnostic.noQuery(block.source, nil)] : []
                found.diagnostics += reason
                let id = count == 1 ? file.name : "\(file.name)#\(number)"
                found.invalid.append(InvalidItem(path: file.path, id: id, diagnostics: reasons + reason))
                continue
            }
            for result in block.results {
                number += 1
                let id = count == 1 ? file.name : "\(file.name)#\(number)"
                found.detections.append(detection(id, result, block, prose))
            }
        }
    }

    private func detection(_ id: String, _ result: QueryLowering.Result, _ block: QueryBlock, _ prose: Prose)
        -> Detection
    {
        var detection = Detection(
            id: id,
            kind: .rule,
            body: .logic(result.logic),
            source: block.source,
            idSpan: result.span
        )
        detection.vendor = .sentinel
        prose.describe(&detection, heading: block.heading)
        // A hunt is run by a person, and what it finds wakes nobody.
        detection.severity = .info
        detection.createsAlert = false
        let names = TableNames(aliases: options.aliases)
        detection.logSources = result.tables.map(names.log).distinct
        return detection
    }

    private func parse(_ source: Source) -> (Script, [Diagnostic]) {
        let result = Parser.parse(source, limits: options.query)
        return (result.script, result.diagnostics)
    }

    private func lower(
        _ script: Script,
        _ source: Source,
        _ schedule: QueryLowering.Schedule = QueryLowering.Schedule()
    ) -> [QueryLowering.Result] {
        QueryLowering.lower(
            script,
            source,
            TableNames(aliases: options.aliases),
            schedule: schedule,
            limits: options.lowering
        )
    }

    /// Those that do something with a table. Words of prose between queries read as tables too.
    private func queries(_ results: [QueryLowering.Result]) -> [QueryLowering.Result] {
        results.filter(\.hasOperators)
    }
}

/// A text of queries, and what was found in it.
struct QueryBlock {
    /// The heading that it stands under.
    var heading: String?
    /// The text, at its place in the file.
    var source: Source
    /// Its queries.
    var results: [QueryLowering.Result]
    /// What is wrong with them.
    var diagnostics: [Diagnostic]

    init(_ heading: String?, _ source: Source, _ results: [QueryLowering.Result], _ diagnostics: [Diagnostic]) {
        self.heading = heading
        self.source = source
        self.results = results
        self.diagnostics = diagnostics
    }
}
