import Testing

@testable import Events

@Suite struct StandardFieldsTests {
    /// The event after the fields are added; nil where nothing was.
    static func fields(_ event: String, context: StandardFields.Context? = nil) throws -> String? {
        var table = KeyTable()
        var fields = StandardFields(in: &table)
        var tape = Tape(keys: table)
        try tape.parse(copying: event.utf8)
        let context = context ?? StandardFields.Context(parseTime: EventTime(microseconds: 1_000))
        guard try fields.add(to: &tape, context) else { return nil }
        return tape.view.json(of: Tape.root)
    }

    @Test("times, ids and labels") func envelope() throws {
        let context = StandardFields.Context(
            parseTime: EventTime(microseconds: 0),
            rowID: "r\"1",
            sourceID: "s",
            sourceLabel: "l"
        )
        let head = #""p_log_type":"AWS.CloudTrail","p_row_id":"r\"1""#
        let tail =
            #""p_parse_time":"1970-01-01 00:00:00.000","p_schema_version":0,"p_source_id":"s","p_source_label":"l"}"#
        #expect(
            try Self.fields(#"{"eventTime":"2026-01-01T00:00:00Z"}"#, context: context)
                == #"{"eventTime":"2026-01-01T00:00:00Z","# + head + #","p_event_time":"2026-01-01 00:00:00.000","#
                + tail
        )
        #expect(
            try Self.fields(#"{"eventTime":"yesterday"}"#, context: context)
                == #"{"eventTime":"yesterday","# + head + #","p_event_time":"1970-01-01 00:00:00.000","# + tail
        )
    }

    @Test("what is normalised, or no object, is left alone", arguments: [#"{"p_log_type":"X","arn":"a"}"#, "[]", "1"])
    func leftAlone(_ event: String) throws { #expect(try Self.fields(event) == nil) }

    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let lists: String

        init(_ event: String, _ lists: String) {
            testDescription = event
            self.lists = lists
        }
    }

    static let cases: [Case] = [
        Case(#"{"sourceIPAddress":"1.2.3.4"}"#, #""p_any_ip_addresses":["1.2.3.4"]"#),
        Case(#"{"sourceIPAddress":"::ffff:1.2.3.4"}"#, #""p_any_ip_addresses":["::ffff:1.2.3.4"]"#),
        Case(#"{"sourceIPAddress":"ec2.amazonaws.com"}"#, #""p_any_domain_names":["ec2.amazonaws.com"]"#),
        Case(#"{"sourceIPAddress":""}"#, ""), Case(#"{"requestID":" id "}"#, #""p_any_trace_ids":["id"]"#),
        Case(#"{"x":{"sourceIPAddress":"host"}}"#, ""),
        Case(
            #"{"recipientAccountId":"123456789012","a":{"accountId":"123456789012"},"account":"000000000000"}"#,
            #""p_any_aws_account_ids":["000000000000","123456789012"]"#
        ),
        Case(#"{"accountId":"12345678901","xAccountId":"1234567890123","AccountId":"123456789012"}"#, ""),
        Case(
            #"{"a":["arn:aws:iam::123456789012:user/x","arn:aws:s3:::b","arn:short"]}"#,
            #""p_any_aws_account_ids":["123456789012"],"p_any_aws_arns":["arn:aws:iam::123456789012:user/x","arn:aws:s3:::b"]"#
        ),
        Case(
            #"{"a":"arn:aws:iam::123456789012:user/x","b":"arn:aws:s3:::b","c":"arn:short"}"#,
            #""p_any_aws_account_ids":["123456789012"],"p_any_aws_arns":["arn:aws:iam::123456789012:user/x","arn:aws:s3:::b"]"#
        ),
        Case(
            #"{"arn":"arn:aws:ec2:us-east-1:123456789012:instance/i-1"}"#,
            #""p_any_aws_account_ids":["123456789012"],"p_any_aws_arns":["arn:aws:ec2:us-east-1:123456789012:instance/i-1"],"p_any_aws_instance_ids":["i-1"]"#
        ),
        Case(
            #"{"arn":"arn:aws:sts::123456789012:assumed-role/r/me@x.org"}"#,
            #""p_any_aws_account_ids":["123456789012"],"p_any_aws_arns":["arn:aws:sts::123456789012:assumed-role/r/me@x.org"],"p_any_emails":["me@x.org"]"#
        ),
        Case(
            #"{"instanceIds":["i-1"],"instanceId":["i-2","x","i-2","i-1"],"myInstanceId":"i-3"}"#,
            #""p_any_aws_instance_ids":["i-1","i-2","i-3"]"#
        ),
        Case(
            #"{"tags":["b","a"],"x":{"tags":[{"key":"k","value":"v"},{"key":"k"}]}}"#,
            #""p_any_aws_tags":["a","b","k:v"]"#
        ),
        Case(
            #"{"ipv6Addresses":["::1","x"],"publicIp":"9.9.9.9","privateIpAddress":"10.0.0.1","ipAddressV4":"1.1.1.256"}"#,
            #""p_any_ip_addresses":["10.0.0.1","9.9.9.9","::1"]"#
        ),
        Case(#"{"publicDnsName":"a.b","privateDnsName":"","domain":" c "}"#, #""p_any_domain_names":["a.b","c"]"#),
        Case(
            #"{"userIdentity":{"userName":"u\u00e9","sessionContext":{"sessionIssuer":{"userName":"role"}}}}"#,
            #""p_any_usernames":["role","ué"]"#
        ),
    ]

    @Test("indicators, by key and by form", arguments: cases) func indicators(_ test: Case) throws {
        let text = try #require(try Self.fields(test.testDescription))
        let added = text.components(after: #""p_schema_version":0"#)
        #expect(added == (test.lists.isEmpty ? "" : "," + test.lists) + "}")
    }

    @Test("indicators are limited, and the fields still fit") func limit() throws {
        let count = IndicatorCollector.entryCountMax + 5
        let list = (0..<count).map { "\"i-\($0)\"" }.joined(separator: ",")
        var table = KeyTable()
        var fields = StandardFields(in: &table)
        var tape = Tape(keys: table)
        try tape.parse(copying: "{\"instanceId\":[\(list)]}".utf8)
        #expect(try fields.add(to: &tape, StandardFields.Context(parseTime: EventTime(microseconds: 0))))
        let found = tape.view.lookup(in: Tape.root, key: "p_any_aws_instance_ids")
        #expect(tape.view.childCount(of: found) == IndicatorCollector.entryCountMax)
    }
}

extension String {
    fileprivate func components(after marker: String) -> String? {
        guard let range = firstRange(of: marker) else { return nil }
        return String(self[range.upperBound...])
    }
}
