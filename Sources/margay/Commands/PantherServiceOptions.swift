import ArgumentParser

/// Options of `pat test` that let it ask Panther's service. Commands that use them work; nothing is asked.
struct PantherServiceOptions: ParsableArguments {
    @Option(help: "Accepted, and not used: Margay asks no service.")
    var apiToken: String?

    @Option(help: "Accepted, and not used: Margay asks no service.")
    var apiHost: String?

    /// What a user who gave one of them should know.
    var note: String? {
        guard apiToken != nil || apiHost != nil else { return nil }
        return """
            --api-token and --api-host are not used: simple detections, inline filters and correlation rules, for which \
            pat asks Panther, are run here; log types are not compared with those of an instance
            """
    }
}
