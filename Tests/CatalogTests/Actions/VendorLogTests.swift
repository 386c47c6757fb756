import Catalog
import Detections
import Formats
import Foundation
import TestSupport
import Testing

/// Names of logs as rules of Google SecOps and of Microsoft write them, through the loaders of those formats.
@Suite struct VendorLogTests {
    /// A log, in a vendor's words.
    struct Log: CustomTestStringConvertible {
        /// A table, a log type or a product.
        var name: String
        var rule: Rule
        var family: String
        var testDescription: String { name }

        init(_ rule: Rule, _ name: String, _ family: String) {
            (self.name, self.rule, self.family) = (name, rule, family)
        }
    }

    /// How a rule names its log.
    enum Rule {
        /// A table of Sentinel or Defender XDR.
        case table
        /// `metadata.log_type` of YARA-L.
        case logType
        /// `metadata.product_name` of YARA-L.
        case product
        /// A product of Sigma's log source, and no service.
        case sigmaProduct

        func file(_ log: String) -> (name: String, text: String) {
            switch self {
            case .table: ("r.kql", "\(log)\n| where A == 1")
            case .logType: ("r.yaral", "rule r { events: $e.metadata.log_type = \"\(log)\" condition: $e }")
            case .product: ("r.yaral", "rule r { events: $e.metadata.product_name = \"\(log)\" condition: $e }")
            case .sigmaProduct:
                (
                    "r.yml",
                    "title: r\nlogsource:\n  product: \(log)\ndetection:\n  a:\n    b: c\n  condition: a\n"
                )
            }
        }
    }

    static let logs: [Log] = [
        Log(.table, "AWSCloudTrail", "AWS.CloudTrail"),
        Log(.logType, "AWS_CLOUDTRAIL", "AWS.CloudTrail"),
        Log(.product, "AWS CloudTrail", "AWS.CloudTrail"),
        Log(.table, "AWSGuardDuty", "AWS.GuardDuty"),
        Log(.logType, "GUARDDUTY", "AWS.GuardDuty"),
        Log(.product, "AWS GuardDuty", "AWS.GuardDuty"),
        Log(.table, "AzureActivity", "Azure.MonitorActivity"),
        Log(.logType, "AZURE_ACTIVITY", "Azure.MonitorActivity"),
        Log(.product, "Azure Activity", "Azure.MonitorActivity"),
        Log(.table, "SigninLogs", "Azure.SignIn"),
        Log(.table, "AADNonInteractiveUserSignInLogs", "Azure.SignIn"),
        Log(.table, "AADSignInEventsBeta", "Azure.SignIn"),
        Log(.table, "EntraIdSignInEvents", "Azure.SignIn"),
        Log(.logType, "AZURE_AD", "Azure.SignIn"),
        Log(.product, "Azure AD", "Azure.SignIn"),
        Log(.table, "AuditLogs", "Azure.Audit"),
        Log(.logType, "AZURE_AD_AUDIT", "Azure.Audit"),
        Log(.product, "Azure AD Directory Audit", "Azure.Audit"),
        Log(.table, "OfficeActivity", "Microsoft365.Audit"),
        Log(.table, "CloudAppEvents", "Microsoft365.Audit"),
        Log(.logType, "OFFICE_365", "Microsoft365.Audit"),
        Log(.product, "Office 365", "Microsoft365.Audit"),
        Log(.sigmaProduct, "m365", "Microsoft365.Audit"),
        Log(.logType, "WORKSPACE_ACTIVITY", "GSuite.ActivityEvent"),
        Log(.logType, "GCP_CLOUDAUDIT", "GCP.AuditLog"),
        Log(.table, "GCPAuditLogs", "GCP.AuditLog"),
        Log(.table, "Okta_CL", "Okta.SystemLog"),
        Log(.table, "OktaSSO", "Okta.SystemLog"),
        Log(.table, "OktaSystemLogs", "Okta.SystemLog"),
        Log(.logType, "OKTA", "Okta.SystemLog"),
        Log(.product, "Okta", "Okta.SystemLog"),
        Log(.table, "GitHubAuditLogPolling_CL", "GitHub.Audit"),
        Log(.table, "GitHubAuditLogsV2_CL", "GitHub.Audit"),
        Log(.table, "GitHubAuditData", "GitHub.Audit"),
        Log(.product, "GITHUB", "GitHub.Audit"),
        Log(.table, "AKSAudit", "Kubernetes.Audit"),
        Log(.logType, "KUBERNETES_AUDIT", "Kubernetes.Audit"),
        Log(.sigmaProduct, "kubernetes", "Kubernetes.Audit"),
        Log(.logType, "CS_EDR", "Crowdstrike.FDREvent"),
        Log(.product, "ONELOGIN_SSO", "OneLogin.Events"),
        Log(.table, "DeviceProcessEvents", "Windows.Process"),
        Log(.table, "DeviceRegistryEvents", "Windows.Registry"),
        Log(.table, "DeviceFileEvents", "Windows.File"),
        Log(.table, "DeviceImageLoadEvents", "Windows.ImageLoad"),
        Log(.table, "DeviceNetworkEvents", "Windows.Network"),
        Log(.table, "SecurityEvent", "Windows.Security"),
        Log(.table, "WindowsEvent", "Windows.Security"),
        Log(.product, "Microsoft-Windows-Security-Auditing", "Windows.Security"),
        // What no row names is a family of its own.
        Log(.table, "EmailEvents", "EmailEvents"),
        Log(.product, "VirusTotal Relationships", "VirusTotal Relationships"),
    ]

    static func load(_ log: Log) -> Detection? {
        let file = log.rule.file(log.name)
        return RuleFormats.load(roots: ["."], files: MemoryFiles([file.name: file.text])).detections.first
    }

    @Test("a rule's log is the kind that it is counted as", arguments: logs)
    func family(_ log: Log) throws {
        let detection = try #require(Self.load(log))
        #expect(LogFamilies.standard.families(of: detection) == [log.family])
    }

    /// Names of the table that are no log type of Panther (`a.b`) and no log source of Sigma (`a/b`).
    @Test("each vendor's name in the table is one that its format gives") func names() throws {
        let table = Repository.root.appending(path: "Sources/Catalog/Actions/log-families.tsv")
        let rows = try String(contentsOf: table, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
        let names = rows.flatMap { $0.split(separator: "\t").last?.components(separatedBy: " | ") ?? [] }
            .filter { !$0.contains(".") && !$0.contains("/") }
        let given = Set(Self.logs.compactMap(Self.load).flatMap(\.logSources).map { $0.lowercased() })
        #expect(names.count > 20)
        for name in names {
            #expect(given.contains { PathName.matches($0, name) }, "no format gives `\(name)`")
        }
    }
}
