import Detections
import Engine
import Pipeline

/// Where the findings of `margay scan` go: lines or alerts on standard output, faults and progress on standard error, counts.
///
/// Findings come in input order.
struct ScanOutput: ~Copyable {
    private let purpose: ScanFinding.Purpose
    private let isTable: Bool
    private let inputs: [InputPath]
    private let products: FindingProducts
    private var alerts = AlertStage()
    private var correlations: CorrelationStage?
    private var windows: WindowStage?
    private var progress: ScanProgress
    private var writer = LineWriter(descriptor: 1, flushesEachLine: Terminal.isInteractive)
    /// The lines of the batch at hand, and which of them are to be written next: as many at once as stand one after the other.
    private var lines: FindingLines?
    private var unwritten = 0..<0
    private var telling = FaultTelling()
    private var started = 0.0
    /// What was scanned and found so far.
    private(set) var statistics = ScanStatistics()
    /// Why no more output is written; nil as long as it is.
    private(set) var writeFault: WriteFault?

    /// Nothing found yet in `inputs`.
    init(
        _ purpose: ScanFinding.Purpose,
        isTable: Bool,
        _ inputs: [InputPath],
        _ products: FindingProducts,
        _ progress: ScanProgress
    ) {
        self.purpose = purpose
        self.isTable = isTable
        self.inputs = inputs
        self.products = products
        self.progress = progress
    }

    /// Begins a scan with these rules, and correlations that run on their matches.
    mutating func begin(
        ruleCount: Int,
        unrun: [UnrunDetection],
        _ correlations: CorrelationStage,
        _ windows: WindowStage
    ) {
        statistics.rules = ruleCount
        statistics.unrun = unrun
        self.correlations = correlations
        self.windows = windows
        started = Terminal.steadyClock()
    }

    /// Closes what is open and writes all.
    mutating func finish() {
        for match in (correlations?.finish() ?? []) + (windows?.finish() ?? []) { receive(match) }
        emit(alerts.finish())
        flush()
        statistics.seconds = Terminal.steadyClock() - started
        progress.clear()
    }

    /// The exit code of a scan of which nothing else is to be said; it may have been stopped.
    func status(isStopped: Bool) -> ExitStatus {
        switch writeFault {
        case .closed: telling.status
        case .system: .input
        case nil: isStopped ? .interrupted : telling.status
        }
    }

    // MARK: Findings

    /// Takes what a batch gave: findings and faults in the order of its events.
    mutating func receive(_ result: BatchResult) {
        let batch = result.batch
        statistics.events += batch.items.count - batch.faults.count
        // Most events have none of these, and are not looked at again.
        let faults = result.inputFaults(inputs)
        var next = 0
        lines = result.lines
        for finding in result.findings {
            while next < faults.count, faults[next].item <= finding.item {
                writeLines()
                report(faults[next].fault)
                next += 1
            }
            receive(finding, result.details)
        }
        writeLines()
        // Held on to, they would be copied when the memory is used anew.
        lines = nil
        for (_, fault) in faults[next...] { report(fault) }
        statistics.bytes = batch.byteCount
        if purpose == .alerts, !isTable, !result.findings.isEmpty { emit(alerts.takeClosed()) }
        // Whoever reads a live stream's findings waits for them.
        if batch.isLastAtHand { flush() }
        progress.show(batch.recordCount, batch.byteCount, started)
    }

    private mutating func receive(_ finding: ScanFinding, _ details: FindingDetails) {
        let match = finding.correlated.map { details.matches[$0] }
        if let match {
            // What correlation rules found is of before this match.
            for correlated in correlations?.receive(match) ?? [] { receive(correlated) }
        }
        take(finding.product, details, of: finding.detection, isError: finding.isError)
        if let match {
            // What windows find is of this match.
            for found in windows?.receive(match) ?? [] { receive(found) }
        }
    }

    /// Takes what a correlation rule has found.
    private mutating func receive(_ match: ScanMatch) {
        var line = JSONLine()
        var details = FindingDetails()
        let product = products.product(match, &line, &details)
        if case .line = product {
            statistics.count(detection: match.detection, isError: match.isError)
            writeLines()
            write(lines: line.bytes[...])
        } else {
            take(product, details, of: match.detection, isError: match.isError)
        }
    }

    /// Counts a finding, and writes it or hands it on to become an alert.
    private mutating func take(
        _ product: ScanFinding.Product,
        _ details: FindingDetails,
        of detection: Int,
        isError: Bool
    ) {
        statistics.count(detection: detection, isError: isError)
        switch product {
        case .line(let place):
            if lines?.joins(unwritten, place) != true { writeLines() }
            unwritten = unwritten.isEmpty ? place : unwritten.lowerBound..<place.upperBound
        case .alert(let place): alerts.receive(details.alerts[place].match, at: details.alerts[place].time)
        case .none: break
        }
    }

    private mutating func emit(_ alerts: [Alert]) {
        guard purpose == .alerts else { return }
        statistics.alerts += alerts.count
        if isTable {
            let table = AlertTable(usesColor: Terminal.showsColor(1), width: Terminal.columns)
            Terminal.writeOutput(table.text(alerts))
        } else {
            for alert in alerts { write(line: alert.json) }
        }
    }

    // MARK: Writing

    /// Tells what could not be read.
    mutating func report(_ fault: InputFault) {
        telling.tell(fault) { progress.clear() }
        statistics.faults = telling.count
    }

    private mutating func write(line: String) {
        do throws(WriteFault) { try writer.write(line: line.utf8) } catch { close(error) }
    }

    /// Writes the lines of the batch that were put off.
    private mutating func writeLines() {
        if !unwritten.isEmpty, let lines { write(lines: lines[unwritten]) }
        unwritten = 0..<0
    }

    private mutating func write(lines: ArraySlice<UInt8>) {
        let fault = lines.withUnsafeBytes { bytes -> WriteFault? in
            do throws(WriteFault) { try writer.write(lines: bytes) } catch { return error }
            return nil
        }
        if let fault { close(fault) }
    }

    private mutating func flush() {
        do throws(WriteFault) { try writer.flush() } catch { close(error) }
    }

    /// Whoever read the output has gone: end quietly. A full disk is said.
    private mutating func close(_ fault: WriteFault) {
        guard writeFault == nil else { return }
        writeFault = fault
        StopRequest.signal.raise()
        if fault != .closed { Terminal.writeError("margay: cannot write the output: \(fault.reason)\n") }
    }
}
