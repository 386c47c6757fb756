package import Detections
import Documents

/// Events that are almost those of a pack's tests, for scans that must agree: each test's event with one field changed.
package struct MutatedEvents {
    private let seeds: [Seed]

    /// A test's event as JSON, and the log type it is of.
    private struct Seed {
        var json: [UInt8]
        var logType: String
    }

    /// From the unit tests of the rules of `pack`, in their order.
    package init(_ pack: DetectionPack) {
        var seeds: [Seed] = []
        for detection in pack.detections where detection.kind == .rule {
            guard let logType = detection.logSources.first else { continue }
            for test in detection.tests {
                guard case .event(let node) = test.input, node.map != nil, let json = try? node.json() else { continue }
                seeds.append(Seed(json: json, logType: logType))
            }
        }
        self.seeds = seeds
    }

    /// Calls `body` with `count` lines of JSON without line ends, every event carrying `p_log_type` and `p_event_time`, the same for the same `salt`.
    ///
    /// The unchanged events come first, then rounds of one change of every event. Fewer than `count` only if there are no events.
    package func write(_ count: Int, salt: Int = 0, to body: ([UInt8]) -> Void) {
        var left = count
        func put(_ json: [UInt8], _ logType: String) {
            guard left > 0 else { return }
            left -= 1
            body(MutatedEvents.adding(logType, to: json))
        }
        for seed in seeds { put(seed.json, seed.logType) }
        var round = salt
        while left > 0, !seeds.isEmpty {
            for seed in seeds where left > 0 {
                for changed in EventMutator.changes(of: seed.json, max: 8, salt: round) { put(changed, seed.logType) }
            }
            round += 1
        }
    }

    /// The object with `p_log_type` and `p_event_time` first; those that it has itself come later and count. An event without a
    /// time would be taken to happen when the scan began, and no two scans could agree.
    private static func adding(_ logType: String, to json: [UInt8]) -> [UInt8] {
        let rest = json.drop { $0 != UInt8(ascii: "{") }.dropFirst()
        let isEmpty = rest.first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "}")
        let head = "{\"p_log_type\":\"\(logType)\",\"p_event_time\":\"2026-01-01 00:00:00.000\"\(isEmpty ? "" : ",")"
        return Array(head.utf8) + rest
    }
}
