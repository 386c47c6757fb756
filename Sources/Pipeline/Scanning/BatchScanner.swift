package import Engine
import Events
import PythonRuntime

/// Scans batches on one worker: runs the rules that keep no state, and leaves the others to the ``OrderedLane``. A worker that is the
/// only one sees all events in order, and runs them too.
///
/// That a rule keeps state shows when it first touches some. Its result is thrown away then, and from that event on the
/// rule is the lane's: until then it has run on what its module was loaded with, as it would have in order.
package struct BatchScanner: ~Copyable {
    private var scanner: Scanner
    private let products: FindingProducts
    private let isAlone: Bool
    /// What the rule at hand has found, and the lines of the batch at hand.
    private var found: FoundMatches

    /// A worker that runs `scanner`. One that is alone must be given all events, in input order.
    package init(_ scanner: consuming Scanner, _ products: FindingProducts, isAlone: Bool = false) {
        self.scanner = scanner
        self.products = products
        self.isAlone = isAlone
        found = FoundMatches(writesLines: products.purpose == .matches)
        if products.purpose == .matches { self.scanner.prepareLines() }
    }

    /// What running rules has cost so far.
    package var counters: RuleCounters { scanner.counters }

    /// Scans the batch of `result`, leaving out the rules in `ordered`.
    package mutating func scan(_ result: inout BatchResult, ordered: RuleSet = RuleSet()) {
        result.begin(ordered: ordered)
        let batch = result.batch
        var ordered = ordered
        found.lines.removeAll()
        batch.withBytes { text in
            for (item, event) in batch.items.enumerated() {
                guard let range = event.range else { continue }
                do throws(TapeFault) {
                    if try scanner.begin(UnsafeRawBufferPointer(rebasing: text[range])) {
                        run(item, event.record, &ordered, &result)
                    } else {
                        result.faults.append(BatchResult.EventFault(item: item, fault: nil))
                    }
                } catch {
                    result.faults.append(BatchResult.EventFault(item: item, fault: error))
                }
            }
        }
        found.lines.copy(into: &result.lines.scanned)
    }

    /// Runs the candidates among the rules on the event that was begun.
    private mutating func run(_ item: Int, _ record: Int, _ ordered: inout RuleSet, _ result: inout BatchResult) {
        var next = 0
        while next < scanner.candidates.count {
            let rule = scanner.candidates[next]
            next += 1
            if ordered.contains(rule) {
                // What the event alone rules out needs no state, and no second look.
                if !scanner.isRefuted(rule) { result.postpone(item, rule) }
                continue
            }
            let use = scanner.evaluate(rule, record: record, into: &found)
            switch isAlone ? .none : use {
            case .none: result.findings.append(&found, rule, item: item, products, &scanner, &result.details)
            case .own:
                ordered.insert(rule)
                found.discard()
            case .shared:
                ordered.insertAll()
                found.discard()
            }
            found.clear()
            if use != .none, !isAlone { result.postpone(item, rule) }
        }
    }
}

extension BatchResult {
    fileprivate mutating func postpone(_ item: Int, _ rule: Int) {
        postponed.append(
            Postponed(item: Int32(truncatingIfNeeded: item), detection: Int32(truncatingIfNeeded: rule))
        )
    }
}
