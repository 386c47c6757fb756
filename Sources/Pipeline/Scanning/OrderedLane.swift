package import Engine
import Events
import PythonRuntime

/// Runs the rules that keep state, on the events in input order: there is one lane, whatever the number of workers, and one worker
/// at a time runs it.
///
/// A rule joins it at the first event on which it touched state, and stays. Batches that other workers have scanned
/// meanwhile without knowing are set right here: what they found with such a rule, on state that is behind, is replaced.
/// So findings and state are those of a run of all rules one after the other.
package struct OrderedLane: ~Copyable {
    private var scanner: Scanner
    private let products: FindingProducts
    /// What the rule at hand has found, and the lane's lines of the batch at hand.
    private var found: FoundMatches
    private let published: OrderedRules
    /// The rules that are run here.
    package private(set) var ordered = RuleSet()

    /// A lane that runs `scanner`, and says in `published` which rules have joined.
    package init(
        _ products: FindingProducts,
        published: OrderedRules,
        scanner: consuming Scanner
    ) {
        self.scanner = scanner
        self.products = products
        self.published = published
        found = FoundMatches(writesLines: products.purpose == .matches)
        if products.purpose == .matches { self.scanner.prepareLines() }
    }

    /// Makes its matches carry what runs on them reads.
    mutating func prepare(_ correlations: ScanPipeline.Correlations) { correlations.prepare(&scanner) }

    /// What running rules here has cost so far.
    package var counters: RuleCounters { scanner.counters }

    /// Adds what the rules of the lane find in the next batch. Batches come in input order.
    package mutating func complete(_ result: inout BatchResult) {
        // The worker did not know yet that some rules are run here.
        let isStale = ordered.version != result.ordered.version
        guard isStale || !result.postponed.isEmpty else { return }
        var visit = Visit(visitsAll: isStale)
        found.lines.removeAll(countingFrom: result.lines.scanned.count)
        let batch = result.batch
        batch.withBytes { text in
            while let item = visit.nextItem(result) {
                guard let range = batch.items[item].range else { continue }
                let event = UnsafeRawBufferPointer(rebasing: text[range])
                run(event, batch.items[item].record, &visit, &result)
            }
        }
        visit.merge(into: &result.findings)
        found.lines.copy(into: &result.lines.ordered)
        published.publish(ordered)
    }

    private mutating func run(
        _ event: UnsafeRawBufferPointer,
        _ record: Int,
        _ visit: inout Visit,
        _ result: inout BatchResult
    ) {
        // An event that cannot be read has been told of by the worker.
        let known = visit.visitsAll ? nil : visit.rules(result.postponed)
        guard (try? scanner.begin(event, candidates: known)) == true else { return }
        var next = 0
        while next < scanner.candidates.count {
            let rule = scanner.candidates[next]
            next += 1
            if visit.takePostponed(rule, result.postponed) {
                ordered.insert(rule)
            } else if !ordered.contains(rule) {
                continue
            }
            visit.replace(rule)
            let use = scanner.evaluate(rule, record: record, into: &found)
            visit.findings.append(&found, rule, item: visit.item, products, &scanner, &result.details)
            found.clear()
            if use == .shared {
                ordered.insertAll()
                visit.visitsAll = true
            }
        }
    }
}

/// The lane's way through a batch.
private struct Visit {
    /// Whether every event of the batch is looked at, or only those with a postponed rule.
    var visitsAll: Bool
    /// What the lane has found.
    var findings: [ScanFinding] = []
    private(set) var item = -1
    /// The first of the postponed rules that has not been passed.
    private var next = 0
    /// Rules that were run here, by event and rule: what a worker found with them does not count.
    private var replaced: Set<Int> = []

    init(visitsAll: Bool) { self.visitsAll = visitsAll }

    /// Goes on to the next event to look at.
    mutating func nextItem(_ result: BatchResult) -> Int? {
        while next < result.postponed.count, result.postponed[next].item <= item { next += 1 }
        if visitsAll {
            item += 1
        } else {
            guard next < result.postponed.count else { return nil }
            item = Int(result.postponed[next].item)
        }
        return item < result.batch.items.count ? item : nil
    }

    /// The rules that were postponed on this event.
    func rules(_ postponed: [BatchResult.Postponed]) -> [Int] {
        postponed[next...].prefix { $0.item == item }.map { Int($0.detection) }
    }

    /// Whether a rule is the next that was postponed on this event; then it is passed. Rules are asked for in order.
    mutating func takePostponed(_ rule: Int, _ postponed: [BatchResult.Postponed]) -> Bool {
        guard next < postponed.count, postponed[next].item == item, postponed[next].detection == rule else {
            return false
        }
        next += 1
        return true
    }

    /// Notes that a rule is run here on this event.
    mutating func replace(_ rule: Int) { if visitsAll { replaced.insert(Visit.key(item, rule)) } }

    /// Takes those of replaced rules from the worker's findings and puts the lane's among the others, in order.
    func merge(into other: inout [ScanFinding]) {
        if !replaced.isEmpty { other.removeAll { replaced.contains(Visit.key($0.item, $0.detection)) } }
        var left = other.count
        // From the last on: each of the worker's findings is moved to its place, and none copied.
        other += findings
        var end = other.count
        for finding in findings.reversed() {
            end -= 1
            while left > 0, finding.place < other[left - 1].place {
                left -= 1
                other.swapAt(left, end)
                end -= 1
            }
            other[end] = finding
        }
    }

    private static func key(_ item: Int, _ rule: Int) -> Int { item << 32 | rule }
}
