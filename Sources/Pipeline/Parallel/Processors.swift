import Detections

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The processors of this machine.
package enum Processors {
    /// How many this process may keep busy: those that are online, less what it is not let run on (`taskset`, a set of processors of a
    /// container) and what its control group is given no time for. From 1 to ``OrderedPipeline/workersMax``.
    package static var usableCount: Int {
        usableCount(of: sysconf(Int32(_SC_NPROCESSORS_ONLN)), files: DiskFiles())
    }

    /// How many of those `online` may be kept busy, by what the system's `files` say.
    static func usableCount(of online: Int, files: some FileSystem) -> Int {
        let limits = [
            (try? files.read(statusPath, bytesMax: fileByteCountMax)).flatMap(Self.count(status:)),
            (try? files.read(timeLimitPath, bytesMax: fileByteCountMax)).flatMap(Self.count(timeLimit:)),
        ]
        let count = limits.reduce(online) { min($0, $1 ?? $0) }
        return min(max(1, count), OrderedPipeline.workersMax)
    }

    /// Where Linux says what a process may do.
    static let statusPath = "/proc/self/status"
    /// Where a control group's share of time stands, version 2: a container sees its own there.
    static let timeLimitPath = "/sys/fs/cgroup/cpu.max"
    private static let fileByteCountMax = 1 << 16

    /// How many processors a process is let run on: the bits of a number, `Cpus_allowed: ff,00ff00ff`.
    private static func count(status: [UInt8]) -> Int? {
        let lines = String(decoding: status, as: UTF8.self).split(separator: "\n")
        guard let line = lines.first(where: { $0.hasPrefix("Cpus_allowed:") }) else { return nil }
        let count = line.dropFirst("Cpus_allowed:".count).reduce(0) { $0 + ($1.hexDigitValue?.nonzeroBitCount ?? 0) }
        return count > 0 ? count : nil
    }

    /// How many processors a share of time keeps busy: microseconds in each period, `200000 100000`; nil for `max 100000`, no limit.
    private static func count(timeLimit: [UInt8]) -> Int? {
        let parts = String(decoding: timeLimit, as: UTF8.self).split { $0 == " " || $0 == "\n" }.map { Int($0) }
        guard parts.count == 2, let time = parts[0], let period = parts[1], time > 0, period > 0 else { return nil }
        return time / period + (time % period == 0 ? 0 : 1)
    }
}
