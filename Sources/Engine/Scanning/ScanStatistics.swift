import Conditions
package import Detections

/// What a scan did, for its summary.
package struct ScanStatistics: Sendable {
    package var events = 0
    package var bytes = 0
    package var matches = 0
    package var alerts = 0
    /// Rules that raised, counted by event.
    package var errors = 0
    /// Events and files that could not be read.
    package var faults = 0
    package var seconds = 0.0
    package var rules = 0
    package private(set) var matchesOf = DetectionCounts()
    package private(set) var errorsOf = DetectionCounts()
    package var unrun: [UnrunDetection] = []
    /// What running the rules cost.
    package var counters = RuleCounters(count: 0)
    /// Nanoseconds that one look at the clock takes, two of which are in the time of each evaluation; nil if rules were not
    /// timed.
    package var stopwatchNanoseconds: Double?

    /// Faults that are shown one by one; the rest is counted only.
    package static let faultsShownMax = 100

    package init() {}

    /// Counts a match or an error.
    package mutating func count(detection: Int, isError: Bool) {
        if isError {
            errors += 1
            errorsOf.add(detection)
        } else {
            matches += 1
            matchesOf.add(detection)
        }
    }

    /// The rules that were candidates at all, the most expensive first: by time if there is one, else by evaluations.
    package var rulesByCost: [Int] {
        counters.candidates.indices.filter { counters.candidates[$0] > 0 }.sorted { left, right in
            let (leftTime, rightTime) = (counters.nanoseconds[left], counters.nanoseconds[right])
            if leftTime != rightTime { return leftTime > rightTime }
            let (leftCount, rightCount) = (counters.evaluations[left], counters.evaluations[right])
            return leftCount == rightCount ? left < right : leftCount > rightCount
        }
    }

    /// Rules that cannot have matched, since the events of their log types had none of the members that they need, with those; in the
    /// order of the pack.
    package func unseenFields(_ pack: DetectionPack) -> [(detection: Int, names: [String])] {
        let unrun = Set(unrun.map(\.detection))
        return pack.detections.enumerated().compactMap { index, detection in
            unrun.contains(index) ? nil : counters.sightings.unseen(detection).map { (index, $0) }
        }
    }

    /// One line for people on rules that cannot have matched; nil without any.
    package func unseenNote(_ pack: DetectionPack) -> String? {
        let rules = unseenFields(pack)
        guard let first = rules.first else { return nil }
        let one = "\(pack.detections[first.detection].name) needs " + first.names.prefix(3).joined(separator: ", ")
        let count = rules.count == 1 ? "1 rule" : "\(rules.count) rules"
        return "\(count) cannot match: no event had the fields needed (\(one)\(rules.count > 1 ? ", …" : "")); "
            + "a pipeline may have to map them (--stats json names all)"
    }

    private var eventsPerSecond: Int { seconds > 0 ? Int(Double(events) / seconds) : 0 }

    /// One line for people.
    package var text: String {
        var parts = [
            "\(events) events", Self.size(bytes), "\(rules) rules", "\(matches) matches", "\(alerts) alerts",
            "\(errors) errors",
        ]
        if faults > 0 { parts.append("\(faults) unreadable") }
        let time = (seconds * 1000).rounded() / 1000
        return "\(parts.joined(separator: ", ")) in \(time) s (\(eventsPerSecond) events/s)"
    }

    /// One JSON object for scripts.
    package func json(_ pack: DetectionPack) -> String {
        var line = JSONLine()
        line.begin()
        line.member("events", events)
        line.member("bytes", bytes)
        line.member("rules", rules)
        line.member("matches", matches)
        line.member("alerts", alerts)
        line.member("errors", errors)
        line.member("unreadable", faults)
        line.key("seconds")
        line.raw(String(seconds))
        line.member("eventsPerSecond", eventsPerSecond)
        for (name, counts) in [("matchesByDetection", matchesOf), ("errorsByDetection", errorsOf)] {
            line.key(named: name)
            line.begin()
            for (index, count) in counts.counted {
                line.member(named: pack.detections[index].id, count)
            }
            line.end()
        }
        writeRules(pack, to: &line)
        line.key("cannotMatch")
        line.begin()
        for (index, names) in unseenFields(pack) {
            line.key(named: pack.detections[index].id)
            line.raw("[" + names.map { Literal.string($0).json }.joined(separator: ",") + "]")
        }
        line.end()
        line.key("notRun")
        line.begin()
        for one in unrun {
            line.key(named: pack.detections[one.detection].id)
            line.begin()
            line.member("reason", one.reason.keyword)
            switch one.reason {
            case .filters(let message), .onlyShown(let message): line.member("message", message)
            case .step(let detection): line.member("step", detection)
            case .failed(let error):
                line.key("error")
                line.error(error)
            default: break
            }
            line.end()
        }
        line.end()
        line.end()
        return line.text
    }

    /// `detections`: what each rule cost, the most expensive first.
    private func writeRules(_ pack: DetectionPack, to line: inout JSONLine) {
        if let stopwatchNanoseconds {
            line.key("stopwatchNanoseconds")
            line.raw(String((stopwatchNanoseconds * 10).rounded() / 10))
        }
        line.key("detections")
        line.begin()
        for rule in rulesByCost {
            line.key(named: pack.detections[rule].id)
            line.begin()
            line.member("candidates", counters.candidates[rule])
            line.member("evaluations", counters.evaluations[rule])
            line.member("matches", matchesOf[rule])
            line.member("errors", errorsOf[rule])
            if stopwatchNanoseconds != nil { line.member("nanoseconds", Int(clamping: counters.nanoseconds[rule])) }
            line.end()
        }
        line.end()
    }

    private static func size(_ bytes: Int) -> String {
        let units = ["bytes", "kB", "MB", "GB", "TB"]
        var size = Double(bytes)
        var unit = 0
        while size >= 1000, unit < units.count - 1 {
            size /= 1000
            unit += 1
        }
        return unit == 0 ? "\(bytes) bytes" : "\((size * 10).rounded() / 10) \(units[unit])"
    }
}
