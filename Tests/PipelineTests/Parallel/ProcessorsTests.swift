import TestSupport
import Testing

@testable import Pipeline

@Suite struct ProcessorsTests {
    /// What the system says in a file, and the most that may be used then.
    static let limits: [(path: String, text: String, most: Int?)] =
        [
            ("100000 100000\n", 1), ("50000 100000\n", 1), ("100001 100000\n", 2), ("200000 100000", 2),
            ("max 100000\n", nil), ("0 100000\n", nil), ("100000 0\n", nil), ("-1 100000\n", nil), ("", nil),
            ("100000\n", nil), ("1 2 3\n", nil), ("99999999999999999999 1\n", nil),
        ].map { (Processors.timeLimitPath, $0.0, $0.1) }
        + [
            ("Name:\tmargay\nCpus_allowed:\t1\nCpus_allowed_list:\t0\n", 1), ("Cpus_allowed:\t00000000,00000100\n", 1),
            ("Cpus_allowed:\t80000000,00000001", 2), ("Cpus_allowed:\tffffffff,ffffffff\n", 64),
            ("Cpus_allowed:\t00000000\n", nil), ("Cpus_allowed:\n", nil), ("Name:\tmargay\n", nil),
        ].map { (Processors.statusPath, $0.0, $0.1) }

    @Test("no more processors are used than the system lets a process run on and gives it time for", arguments: limits)
    func limit(_ limit: (path: String, text: String, most: Int?)) {
        let files = MemoryFiles([limit.path: limit.text])
        #expect(Processors.usableCount(of: 100, files: files) == limit.most ?? 100)
        #expect(Processors.usableCount(of: 1, files: files) == 1)
    }

    @Test("at least one and at most as many as there may be workers") func range() {
        let most = OrderedPipeline.workersMax
        for (online, usable) in [(-1, 1), (0, 1), (1, 1), (most, most), (most + 1, most)] {
            #expect(Processors.usableCount(of: online, files: MemoryFiles([:])) == usable)
        }
    }
}
