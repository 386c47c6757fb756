#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `MargayBenchmarks NAME FILE`: runs one benchmark on a file of events, one a line, and prints its figures.
///
/// To add one: a file with its function, a row in ``all``.
@main
struct Benchmarks {
    /// Name → benchmark.
    static let all: [(name: String, run: @Sendable (borrowing Lines) -> Void)] = [
        ("tape", TapeBenchmark.run),
        ("fields", FieldsBenchmark.run),
        ("framing", FramingBenchmark.run),
        ("reader", ReaderBenchmark.run),
        ("machine", MachineBenchmark.run),
        ("pack", PackBenchmark.run),
    ]

    static func main() {
        let arguments = CommandLine.arguments
        if arguments.count == 3, arguments[1] == "extraction" {
            ExtractionSurvey.run(folder: arguments[2])
            return
        }
        if arguments.count >= 4, arguments[1] == "mutations", let count = Int(arguments[3]) {
            MutationWriter.run(
                folder: arguments[2],
                count: count,
                salt: arguments.count > 4 ? Int(arguments[4]) ?? 0 : 0
            )
            return
        }
        if arguments.count == 3, arguments[1] == "conditions" {
            ConditionSurvey.run(folder: arguments[2])
            return
        }
        if arguments.count == 3, arguments[1] == "rules" {
            RulesBenchmark.run(arguments[2])
            return
        }
        guard arguments.count == 3, let benchmark = all.first(where: { $0.name == arguments[1] }) else {
            let names = all.map(\.name).joined(separator: "|")
            print(
                "usage: MargayBenchmarks \(names) FILE.ndjson, extraction PACK, rules PACK, or mutations PACK COUNT [SALT]"
            )
            exit(2)
        }
        guard let lines = Lines(path: arguments[2]) else {
            print("cannot read \(arguments[2])")
            exit(3)
        }
        benchmark.run(lines)
    }
}
