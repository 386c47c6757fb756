import Detections
import Engine
import Events
import Testing

/// Indicators are added late, to the few events on which code is run. Nothing shows when.
@Suite struct IndicatorTests {
    static let rules = [
        // In the condition, by itself and behind another test.
        "def rule(event): return '10.0.0.1' in event.get('p_any_ip_addresses', [])",
        "def rule(event): return event.get('eventName') == 'Stop' and event.get('P_Any_IP_Addresses') is None",
        // In what only code can tell.
        "def rule(event): return hash(str(event.get('p_any_ip_addresses'))) % 2 == 0",
        "def rule(event): return any(key.startswith('p_any_') for key in event.keys())",
        "def rule(event): return len(event) > 8",
        // In what a match says.
        "def rule(event): return event.get('eventName') == 'Stop'\ndef title(event): return str(event.get('p_any_ip_addresses'))",
        "def rule(event): return event.get('eventName') == 'Start'\ndef alert_context(event): return event.to_dict()",
        // By an event that brings such a field itself.
        "def rule(event): return event.get('p_any_usernames') == 'mine'",
    ]

    static let events = [
        #"{"eventName":"Stop","sourceIPAddress":"10.0.0.1","eventTime":"2026-01-01T00:00:00Z"}"#,
        #"{"eventName":"Start","sourceIPAddress":"10.0.0.1","userIdentity":{"userName":"mine"}}"#,
        #"{"eventName":"Stop","sourceIPAddress":"s3.amazonaws.com"}"#, #"{"eventName":"Stop"}"#,
        #"{"eventName":"Other"}"#,
        #"{"eventName":"Start","p_any_usernames":"mine","userIdentity":{"userName":"root"}}"#,
        #"{"eventName":"Other","p_any_usernames":"mine"}"#,
        #"{"eventName":"Start","p_log_type":"AWS.CloudTrail","sourceIPAddress":"10.0.0.1"}"#,
        #"{"eventName":"Stop","tags":[{"key":"a\"b","value":"c"}],"accountId":"123456789012"}"#,
    ]

    static func scan(_ events: [String], routes: Bool, nodeCountMax: Int = 1 << 20) -> [String] {
        var pack = DetectionPack()
        pack.detections = rules.enumerated().map { OneRule($0.element, id: "Rule.\($0.offset)").detection }
        var compiled = CompiledPack(pack)
        if routes { compiled.findConditions() }
        var options = ScanOptions()
        options.routes = routes
        options.tapeLimits.nodeCountMax = nodeCountMax
        var scanner = Scanner(compiled, options: options, wallClock: { 1_700_000_000 })
        var lines: [String] = []
        for (record, event) in events.enumerated() {
            do throws(TapeFault) {
                try scanner.scan(event: event, record: record) {
                    lines.append(String(decoding: $0.json(pack.detections[$0.detection].id), as: UTF8.self))
                }
            } catch {
                lines.append("\(record): \(error)")
            }
        }
        return lines
    }

    @Test("are there whenever a rule looks") func equality() {
        let routed = Self.scan(Self.events, routes: true)
        #expect(routed == Self.scan(Self.events, routes: false))
        #expect(routed.contains { $0.contains("10.0.0.1") })
    }

    @Test("an event that they make too large is refused at once", arguments: [12, 13, 14, 15, 16, 10_050])
    func limits(nodeCountMax: Int) {
        // No rule's condition holds for it.
        let events = [#"{"eventName":"Other","sourceIPAddress":"10.0.0.1","requestID":"r"}"#]
        let routed = Self.scan(events, routes: true, nodeCountMax: nodeCountMax)
        #expect(routed == Self.scan(events, routes: false, nodeCountMax: nodeCountMax))
    }
}
