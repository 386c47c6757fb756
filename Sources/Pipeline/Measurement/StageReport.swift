import Engine

/// What the stages of a scan cost, for people and programs.
package struct StageReport {
    private let times: StageTimes
    private let rules: Int
    private let rounds: Int
    private let faults: Int
    private let start: [(name: String, nanoseconds: UInt64)]

    /// A report on `rules` rules, measured in so many rounds; `faults` is how much could not be read, `start` what comes before the
    /// first event.
    package init(
        _ times: StageTimes,
        rules: Int,
        rounds: Int,
        faults: Int,
        start: [(name: String, nanoseconds: UInt64)]
    ) {
        self.times = times
        self.rules = rules
        self.rounds = rounds
        self.faults = faults
        self.start = start
    }

    private func perEvent(_ count: Int) -> Double { Double(count) / Double(max(times.events, 1)) }

    /// A table, and lines below it that say what was counted. Each line ends.
    package var text: String {
        let total = times.totalNanosecondsPerEvent
        var rows = [["stage", "ns an event", "share"]]
        for stage in ScanStage.allCases {
            let nanoseconds = times.nanosecondsPerEvent(stage)
            let share = total > 0 ? (nanoseconds / total * 100).rounded() : 0
            rows.append([stage.rawValue, "\(Int(nanoseconds.rounded()))", "\(Int(share)) %"])
        }
        rows.append(["all", "\(Int(total.rounded()))", ""])
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        var text = ""
        for row in rows {
            let cells = row.enumerated().map { column, cell in
                let blanks = String(repeating: " ", count: widths[column] - cell.count)
                return column == 0 ? cell + blanks : blanks + cell
            }
            var line = cells.joined(separator: "   ")
            while line.last == " " { line.removeLast() }
            text += line + "\n"
        }
        let size = Int(perEvent(times.bytes).rounded())
        text += "\n\(times.events) events of \(size) bytes, \(rules) rules; the least of \(rounds) "
        text += rounds == 1 ? "round" : "rounds"
        if total > 0 {
            text += "; \(Int(1e9 / total)) events a second on one core"
        }
        text += "\nAn event has \(Self.decimal(perEvent(times.candidates))) candidates, "
        text += "of which code runs for \(Self.decimal(perEvent(times.evaluations))); "
        text += "\(times.findings) matches and errors, \(times.alerts) alerts in all\n"
        if faults > 0 { text += "\(faults) unreadable\n" }
        let parts = start.map { "\($0.name) \($0.nanoseconds / 1_000_000) ms" }
        return text + "Before the first event: \(parts.joined(separator: ", "))\n"
    }

    /// One JSON object.
    package var json: String {
        var line = JSONLine()
        line.begin()
        line.member("events", times.events)
        line.member("bytes", times.bytes)
        line.member("rules", rules)
        line.member("rounds", rounds)
        line.key("nanosecondsPerEvent")
        line.raw(Self.decimal(times.totalNanosecondsPerEvent))
        line.key("stages")
        line.begin()
        for stage in ScanStage.allCases {
            line.key(named: stage.rawValue)
            line.raw(Self.decimal(times.nanosecondsPerEvent(stage)))
        }
        line.end()
        line.member("candidates", times.candidates)
        line.member("evaluations", times.evaluations)
        line.member("findings", times.findings)
        line.member("alerts", times.alerts)
        line.member("faults", faults)
        line.key("startNanoseconds")
        line.begin()
        for part in start {
            line.key(named: part.name)
            line.raw(String(part.nanoseconds))
        }
        line.end()
        line.end()
        return line.text
    }

    /// With at most two digits behind the point.
    private static func decimal(_ number: Double) -> String {
        let hundredths = Int((number * 100).rounded())
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        guard rest != 0 else { return "\(whole)" }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole)." + (rest < 10 ? "0\(rest)" : "\(rest)")
    }
}
