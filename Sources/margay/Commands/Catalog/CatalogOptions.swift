import ArgumentParser
import Catalog
import CatalogStore
import Detections
import Diagnostics

/// Which catalogue a command is about.
struct CatalogOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The catalogue; by default MARGAY_CATALOG, else catalog.db.", valueName: "file"))
    var db: String?

    /// Where the catalogue is.
    var path: String { db ?? Terminal.variable("MARGAY_CATALOG") ?? "catalog.db" }

    /// How a command writes what it found.
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

    /// Runs a command on the catalogue; says on standard error why it cannot be used.
    func reading(_ body: (CatalogStore) throws -> ExitStatus) throws {
        let status: ExitStatus
        do {
            status = try body(try CatalogStore(reading: path))
        } catch let fault as CatalogFault {
            Terminal.writeError("margay: \(TerminalText.escape(fault.message))\n")
            status = .input
        }
        if status != .success { throw ExitCode(status.rawValue) }
    }

    /// Writes a value as JSON with a line feed at its end.
    static func write(_ value: some Encodable, isPretty: Bool = true) throws {
        Terminal.writeOutput(String(decoding: try CatalogJSON.encode(value, isPretty: isPretty), as: UTF8.self) + "\n")
    }

    /// The one rule that a name means; nil, said on standard error, if there is none or if there are several.
    static func rule(_ name: String, in store: CatalogStore) throws -> RuleSummary? {
        let found = try store.rules(named: name)
        if found.count == 1 { return found[0] }
        let shown = TerminalText.escape(name)
        guard found.isEmpty else {
            var message = "margay: \(shown) may be any of \(found.count) rules; name one by its page:\n"
            for rule in found.prefix(10) {
                message += "  \(rule.slug)  (\(rule.vendor.name), \(TerminalText.escape(rule.collection)))\n"
            }
            if found.count > 10 { message += "  and \(found.count - 10) more\n" }
            Terminal.writeError(message)
            return nil
        }
        let near = try store.identifier(like: name).map { "; did you mean \(TerminalText.escape($0))?" }
        Terminal.writeError("margay: no rule of the catalogue is called \(shown)\(near ?? "")\n")
        return nil
    }
}
