package import Detections

/// What each rule of a scan cost, as a table for people, the most expensive rules first.
package struct RuleStatisticsTable {
    private let statistics: ScanStatistics
    private let pack: DetectionPack

    /// Rules that are shown; the rest is summed up.
    package static let rowsMax = 50

    /// A table of the rules of `pack`.
    package init(_ statistics: ScanStatistics, _ pack: DetectionPack) {
        self.statistics = statistics
        self.pack = pack
    }

    /// The table, its heading included, each line ended.
    package var text: String {
        let order = statistics.rulesByCost
        let isTimed = statistics.stopwatchNanoseconds != nil
        var rows = [
            ["candidates", "evaluations", "matches", "errors"] + (isTimed ? ["ms", "ns each"] : []) + ["rule"]
        ]
        for rule in order.prefix(Self.rowsMax) { rows.append(row(rule, isTimed)) }
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        var text = ""
        for row in rows {
            let cells = row.enumerated().map { column, cell in
                column == row.count - 1 ? cell : String(repeating: " ", count: widths[column] - cell.count) + cell
            }
            text += cells.joined(separator: "  ") + "\n"
        }
        let hidden = order.count - Self.rowsMax
        if hidden > 0 { text += "and \(hidden) cheaper rules (--stats json names them)\n" }
        if let cost = statistics.stopwatchNanoseconds {
            let each = Int((2 * cost).rounded())
            text += "Timing itself took about \(each) ns of each candidate, which is in the times above.\n"
        }
        return text
    }

    private func row(_ rule: Int, _ isTimed: Bool) -> [String] {
        let counters = statistics.counters
        let candidates = counters.candidates[rule]
        var row = [
            "\(candidates)", "\(counters.evaluations[rule])", "\(statistics.matchesOf[rule])",
            "\(statistics.errorsOf[rule])",
        ]
        if isTimed {
            let nanoseconds = counters.nanoseconds[rule]
            row += ["\(nanoseconds / 1_000_000)", "\(nanoseconds / UInt64(max(candidates, 1)))"]
        }
        return row + [pack.detections[rule].id]
    }
}
