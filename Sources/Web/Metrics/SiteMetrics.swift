import Synchronization

/// What was asked and how long answers took, in the text form of Prometheus.
package final class SiteMetrics: Sendable {
    private let counts = Mutex<[Key: Histogram]>([:])

    private struct Key: Hashable, Comparable {
        /// The pattern of the route, never an address: there is no end of addresses.
        var route: String
        var status: Int

        static func < (left: Key, right: Key) -> Bool { (left.route, left.status) < (right.route, right.status) }
    }

    private struct Histogram {
        var buckets = [Int](repeating: 0, count: SiteMetrics.bounds.count)
        var count = 0
        var seconds = 0.0
    }

    /// Upper bounds of the buckets, in seconds.
    static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

    /// No requests yet.
    package init() {}

    /// Counts an answer.
    package func count(route: String, status: Int, seconds: Double) {
        counts.withLock { counts in
            var histogram = counts[Key(route: route, status: status)] ?? Histogram()
            histogram.count += 1
            histogram.seconds += seconds
            if let bucket = Self.bounds.firstIndex(where: { seconds <= $0 }) { histogram.buckets[bucket] += 1 }
            counts[Key(route: route, status: status)] = histogram
        }
    }

    /// Everything that was counted, and what the caller adds: lines of a name and a value.
    package func text(gauges: [(name: String, help: String, value: Double)]) -> String {
        var text = ""
        for gauge in gauges {
            text +=
                "# HELP \(gauge.name) \(gauge.help)\n# TYPE \(gauge.name) gauge\n\(gauge.name) \(Self.number(gauge.value))\n"
        }
        let name = "margay_http_request_seconds"
        text +=
            "# HELP \(name) Time from a request's end to its answer, by route and status.\n# TYPE \(name) histogram\n"
        for (key, histogram) in counts.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            let labels = "route=\"\(key.route)\",status=\"\(key.status)\""
            var total = 0
            for (bound, count) in zip(Self.bounds, histogram.buckets) {
                total += count
                text += "\(name)_bucket{\(labels),le=\"\(Self.number(bound))\"} \(total)\n"
            }
            text += "\(name)_bucket{\(labels),le=\"+Inf\"} \(histogram.count)\n"
            text += "\(name)_sum{\(labels)} \(histogram.seconds)\n\(name)_count{\(labels)} \(histogram.count)\n"
        }
        return text
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
    }
}
