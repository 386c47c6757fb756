import Detections
import Documents
import Testing

@Suite struct ModelTests {
    @Test(
        "ATT&CK references",
        arguments: [
            ("TA0002:T1059", "TA0002", "T1059"), ("TA0002:T1059.001", "TA0002", "T1059.001"), ("TA0001", "TA0001", nil),
            ("T1078", nil, "T1078"), (" TA0001 : T1078 ", "TA0001", "T1078"),
        ] as [(String, String?, String?)]
    )
    func attack(_ text: String, _ tactic: String?, _ technique: String?) {
        #expect(AttackReference(text) == AttackReference(tactic: tactic, technique: technique))
    }

    @Test(
        "texts that are no ATT&CK reference",
        arguments: ["", "TA001", "T105", "T1059.1", "T1059:TA0002", "TA0002:TA0003", "TA0002:T1059:T1060", "CIS 1.1"]
    )
    func noAttack(_ text: String) { #expect(AttackReference(text) == nil) }

    @Test(
        "what a detection asks for, and the policy it gets",
        arguments: [
            (60, 1, 60, 1), (0, 0, AlertPolicy.periodMinutesDefault, 1), (-5, -1, AlertPolicy.periodMinutesDefault, 1),
            (1, 2, AlertPolicy.periodMinutesMin, 2),
            (AlertPolicy.periodMinutesMin - 1, 1, AlertPolicy.periodMinutesMin, 1),
            (AlertPolicy.periodMinutesMin, 1, AlertPolicy.periodMinutesMin, 1),
            (AlertPolicy.periodMinutesMin + 1, 1, AlertPolicy.periodMinutesMin + 1, 1),
            (AlertPolicy.periodMinutesMax, 1, AlertPolicy.periodMinutesMax, 1),
            (AlertPolicy.periodMinutesMax + 1, 1, AlertPolicy.periodMinutesMax, 1),
            (Int.max, .max, AlertPolicy.periodMinutesMax, .max),
        ]
    )
    func policy(_ period: Int, _ threshold: Int, _ expectedPeriod: Int, _ expectedThreshold: Int) {
        let policy = AlertPolicy(periodMinutes: period, threshold: threshold)
        #expect(policy.periodMinutes == expectedPeriod && policy.threshold == expectedThreshold)
    }

    @Test("severities are ordered") func severities() {
        #expect(Severity.allCases.sorted() == [.info, .low, .medium, .high, .critical])
    }

    @Test("texts are equal by scalars, not by looks") func equality() {
        #expect(DataValue.string("é") != .string("e\u{301}"))
        let map = DataMap([.init(key: DataNode(.string("é")), value: DataNode(.int(1)))])
        #expect(map["é"] == DataNode(.int(1)) && map["e\u{301}"] == nil)
    }

    @Test(
        "paths are normalised as Python does",
        arguments: [
            ("", "."), (".", "."), ("./a", "a"), ("a//b/", "a/b"), ("a/../b", "b"), ("../a", "../a"),
            ("a/../../b", "../b"),
            ("/../a", "/a"), ("/", "/"), ("/a/./b", "/a/b"), ("/a", "/a"), ("/a/b", "/a/b"), ("a", "a"),
            ("a/b.yml", "a/b.yml"),
            ("/a/", "/a"), ("/a//b", "/a/b"), ("//a", "/a"), ("/a/.b", "/a/.b"), ("/a/b/..", "/a"), (".a", ".a"),
            ("a/", "a"),
        ]
    )
    func paths(_ path: String, _ expected: String) { #expect(PathName.normalized(path) == expected) }

    @Test("parts of paths") func parts() {
        #expect(
            PathName.join("a", "b") == "a/b" && PathName.join("./", "b") == "./b" && PathName.join("a", "/b") == "/b"
        )
        #expect(PathName.directory("/a/b") == "/a" && PathName.directory("/a") == "/" && PathName.directory("a") == "")
        #expect(PathName.name("/a/b") == "b" && PathName.name("b") == "b")
    }

    @Test(
        "`*` stands for anything",
        arguments: [
            ("a.yml", "*.y*ml", true), ("a.yaml", "*.y*ml", true), ("a.yummyml", "*.y*ml", true),
            ("a.yl", "*.y*ml", false),
            ("yml", "*.y*ml", false), ("./x/packs", "*/packs", true), ("./packs/x", "*/packs", false), ("", "*", true),
            ("./a_rules/b", "*rules*", true),
        ]
    )
    func patterns(_ path: String, _ pattern: String, _ expected: Bool) {
        #expect(PathName.matches(path, pattern) == expected)
    }
}
