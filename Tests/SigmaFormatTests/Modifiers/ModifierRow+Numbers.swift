/// Modifiers for numbers, times and addresses.
extension ModifierRow {
    static let numbers: [ModifierRow] = [
        .init("lt: less", "f|lt: 5", yes: ["4", #""4.5""#, "-1"], no: ["5", #""x""#, "-", "null", "true"]),
        .init("lt: less than nothing", "f|lt: -1.5", yes: ["-2", "-1.6"], no: ["-1.5", "0"]),
        .init("lte: less or equal", "f|lte: 5", yes: ["5", "5.0", #""5""#], no: ["6", "5.01"]),
        .init("gt: more", "f|gt: 1.5", yes: ["2", "1.6", "1e3"], no: ["1.5", "-2"]),
        .init("gt: than one of several", "f|gt: [5, 10]", yes: ["6", "[1, 9]"], no: ["5", "[]"]),
        .init("gte: more or equal", "f|gte: 5", yes: ["5", "6"], no: ["4", "4.999"]),
        .init("gte: a number in quotes", "f|gte: '5'", yes: ["5"], no: ["4"]),
        .init(
            "gt: past what doubles hold",
            "f|gt: '9007199254740993'",
            yes: ["9007199254740994"],
            no: ["9007199254740993"]
        ),
        .init("neq: behind it, the opposite", "f|lt|neq: 5", yes: ["5", "-"], no: ["4"]),
        .init("fieldref: no number, no order", "f|fieldref|gt: g", yes: [], no: ["5", #""z""#]),
    ]

    static let times: [ModifierRow] = [
        .init(
            "minute: 0 to 59",
            "f|minute: [5, 6]",
            yes: [#""2024-02-29T13:05:59Z""#],
            no: [#""2024-02-29T13:07:00Z""#]
        ),
        .init(
            "minute: compared",
            "f|minute|lt: 5",
            yes: [#""2024-02-29T13:04:00Z""#],
            no: [#""2024-02-29T13:05:00Z""#]
        ),
        .init(
            "hour: 0 to 23",
            "f|hour: 13",
            yes: [#""2024-02-29T13:05:00Z""#],
            no: [#""2024-02-29T14:05:00Z""#, #""13""#, "13"]
        ),
        .init(
            "hour: of a time with its zone, in UTC",
            "f|hour: 4",
            yes: [#""2024-02-29T23:30:00-05:00""#],
            no: [#""2024-02-29T04:30:00+01:00""#]
        ),
        .init("hour: compared", "f|hour|gte: 20", yes: [#""2024-02-29T21:05:00Z""#], no: [#""2024-02-29T13:05:00Z""#]),
        .init(
            "hour: another",
            "f|hour|neq: 13",
            yes: [#""2024-02-29T14:00:00Z""#, #""x""#, "-"],
            no: [#""2024-02-29T13:00:00Z""#]
        ),
        .init("day: 1 to 31", "f|day: 29", yes: [#""2024-02-29 13:05:00""#], no: [#""2024-02-28 13:05:00""#]),
        .init("day: at least", "f|day|gte: 31", yes: [#""2024-01-31T00:00:00Z""#], no: [#""2024-01-30T00:00:00Z""#]),
        .init("week: of ISO 8601", "f|week: 9", yes: [#""2024-02-29T13:05:00Z""#], no: [#""2024-03-04T13:05:00Z""#]),
        .init(
            "week: the first may begin in December",
            "f|week: 1",
            yes: [#""2024-12-30T00:00:00Z""#],
            no: [#""2025-01-06T00:00:00Z""#]
        ),
        .init("month: 1 to 12", "f|month: 2", yes: [#""2024-02-29T13:05:00Z""#], no: [#""2024-03-04T13:05:00Z""#]),
        .init("month: up to", "f|month|lte: 2", yes: [#""2024-01-01T00:00:00Z""#], no: [#""2024-03-01T00:00:00Z""#]),
        .init("year: its number", "f|year: 2024", yes: [#""2024-12-31T23:59:59Z""#], no: [#""2025-01-01T00:00:00Z""#]),
        .init("year: after", "f|year|gt: 1999", yes: [#""2000-01-01T00:00:00Z""#], no: [#""1999-12-31T23:59:59Z""#]),
    ]

    static let addresses: [ModifierRow] = [
        .init(
            "cidr: in the network",
            "f|cidr: 10.0.0.0/8",
            yes: [#""10.1.2.3""#],
            no: [#""11.1.2.3""#, #""x""#, "10", "-"]
        ),
        .init(
            "cidr: one of several, of either kind",
            "f|cidr: [2001:db8::/32, 10.0.0.0/8]",
            yes: [#""2001:DB8::9""#, #""10.0.0.1""#],
            no: [#""::1""#]
        ),
        .init("cidr: everything of a kind", "f|cidr: 0.0.0.0/0", yes: [#""8.8.8.8""#], no: [#""::1""#, #""""#]),
        .init("cidr: one address", "f|cidr: 10.1.2.3/32", yes: [#""10.1.2.3""#], no: [#""10.1.2.4""#]),
        .init("cidr: one address of six", "f|cidr: ::1/128", yes: [#""::1""#, #""0:0:0:0:0:0:0:1""#], no: [#""::2""#]),
        .init("cidr: any element of a list", "f|cidr: 10.0.0.0/8", yes: [#"["::1","10.0.0.1"]"#], no: [#"["::1"]"#]),
    ]
}
