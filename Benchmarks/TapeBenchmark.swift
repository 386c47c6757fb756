import Events

/// Parsing alone, with a dozen look-ups an event, and with a table of many rules' keys.
enum TapeBenchmark {
    private static let keys = [
        "eventName", "eventSource", "awsRegion", "sourceIPAddress", "userAgent", "errorCode", "eventType",
        "recipientAccountId", "userIdentity", "type", "arn", "requestParameters", "bucketName", "p_log_type",
    ]

    @Sendable static func run(_ lines: borrowing Lines) {
        parse(lines, name: "tape, parse only", table: KeyTable())
        var table = KeyTable(keys)
        lookUp(lines, name: "tape, parse and 12 look-ups", table: table)
        // The keys of a large pack: most are never in an event, and all of the event's are.
        for number in 0..<5_000 { _ = table.intern("fieldOfSomeRule\(number)") }
        for key in ["eventVersion", "eventTime", "eventID", "requestID", "accountId", "principalId", "sessionContext"] {
            _ = table.intern(key)
        }
        lookUp(lines, name: "tape, parse and 12 look-ups, 5,000 keys", table: table)
    }

    private static func parse(_ lines: borrowing Lines, name: String, table: KeyTable) {
        var tape = Tape(keys: table)
        lines.measure(name) {
            var checksum: UInt64 = 0
            for range in lines.ranges {
                guard (try? tape.parse(lines.line(range))) != nil else { continue }
                checksum &+= UInt64(tape.view.nodeCount)
            }
            return checksum
        }
    }

    private static func lookUp(_ lines: borrowing Lines, name: String, table: KeyTable) {
        var table = table
        let ids = keys.map { table.intern($0) }
        let topLevel = ids[0..<8] + ids[13...]
        let (userIdentity, type, arn, parameters, bucketName) = (ids[8], ids[9], ids[10], ids[11], ids[12])
        var tape = Tape(keys: table)
        lines.measure(name) {
            var checksum: UInt64 = 0
            for range in lines.ranges {
                guard (try? tape.parse(lines.line(range))) != nil else { continue }
                let view = tape.view
                for id in topLevel { checksum &+= UInt64(view.text(of: view.lookup(in: Tape.root, key: id)).length) }
                let identity = view.lookup(in: Tape.root, key: userIdentity)
                checksum &+= UInt64(view.text(of: view.lookup(in: identity, key: type)).length)
                checksum &+= UInt64(view.text(of: view.lookup(in: identity, key: arn)).length)
                let requested = view.lookup(in: Tape.root, key: parameters)
                checksum &+= UInt64(view.text(of: view.lookup(in: requested, key: bucketName)).length)
            }
            return checksum
        }
    }
}
