import Detections
import Documents

/// What vendors' files say of a rule's origin beside what all of them have, under whichever key.
struct VendorMetadata {
    var author: String?
    var license: String?
    var status: String?
    var created: String?
    var modified: String?
    var references: [String] = []
    var falsePositives: [String] = []

    /// The keys of each fact, in small letters without `_`, `-` and blanks.
    private static let keys: [(keys: Set<String>, take: @Sendable (inout VendorMetadata, [String]) -> Void)] = [
        (["author", "authors"], { $0.author = $1.joined(separator: ", ") }),
        (["license", "licence"], { $0.license = $1.first }),
        (["status", "maturity"], { $0.status = $1.first }),
        (["date", "created", "creationdate", "createdate"], { $0.created = $1.first }),
        (["modified", "lastmodified", "updated", "updateddate"], { $0.modified = $1.first }),
        (["references", "reference"], { $0.references += $1 }),
        (["falsepositives", "falsepositive"], { $0.falsePositives += $1 }),
    ]

    init(_ detection: Detection) {
        for field in detection.vendorFields {
            let key = String(field.key.lowercased().filter { !"_- ".contains($0) })
            let texts = Self.texts(field.value)
            guard !texts.isEmpty, let row = Self.keys.first(where: { $0.keys.contains(key) }) else { continue }
            row.take(&self, texts)
        }
    }

    /// A text, or the texts of a list.
    private static func texts(_ node: DataNode) -> [String] {
        if let text = node.string { return text.isEmpty ? [] : [text] }
        return (node.list ?? []).compactMap(\.string).filter { !$0.isEmpty }
    }
}
