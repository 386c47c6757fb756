/// The parts of an ARN, or of what policies write in its place: an account's number, the name of a service.
struct AmazonResourceName {
    var partition: String?
    /// The service: `s3`.
    var technology: String?
    var region: String?
    var account: String?
    var name: String?
    /// Whether it is the root user of an account.
    var isRoot = false
    /// Whether it is a service's name, `ec2.amazonaws.com`.
    var isService = false
    /// Whether it is none of these.
    var isInvalid = false

    init(_ text: String) {
        // A line end at the very end does not count, as in the `$` of regular expressions.
        let all = Array(text.unicodeScalars)
        let scalars = all.last == "\n" ? all.dropLast() : all[...]
        if readName(scalars) || readAccount(scalars, text) { return }
        if let service = Self.service(scalars) ?? Self.internalService(scalars) {
            technology = service
            isService = true
            return
        }
        isInvalid = true
    }

    private typealias Scalars = ArraySlice<Unicode.Scalar>

    /// `arn:partition:service:region:account:name`.
    private mutating func readName(_ text: Scalars) -> Bool {
        let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, Self.string(parts[0]) == "arn", !parts[5].isEmpty, !parts[5].contains("\n") else {
            return false
        }
        let account = Self.string(parts[4])
        let isNumber = parts[4].count == 12 && parts[4].allSatisfy(Self.isDigit)
        guard isNumber || ["", "*", "cloudfront", "aws"].contains(account) else { return false }
        partition = Self.string(parts[1])
        technology = Self.string(parts[2])
        region = Self.string(parts[3])
        self.account = account
        name = Self.string(parts[5])
        isRoot = technology == "iam" && name == "root"
        return true
    }

    /// Twelve digits, or several times twelve.
    private mutating func readAccount(_ text: Scalars, _ whole: String) -> Bool {
        guard !text.isEmpty, text.count.isMultiple(of: 12), text.allSatisfy(Self.isDigit) else { return false }
        account = whole
        return true
    }

    /// `ec2` of `ec2.amazonaws.com`, `a.b` of `a.b.amazon.com`.
    private static func service(_ text: Scalars) -> String? {
        for end in [".amazonaws.com", ".amazon.com"] where ends(text, with: end) {
            let head = text.dropLast(end.unicodeScalars.count)
            let parts = head.split(separator: ".", omittingEmptySubsequences: false)
            return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty } ? string(head) : nil
        }
        return nil
    }

    /// `x` of `x.aws.internal`; any character may stand for a dot.
    private static func internalService(_ text: Scalars) -> String? {
        guard text.count > 13, ends(text, with: "internal") else { return nil }
        let head = text.dropLast(13)
        let rest = Array(text.suffix(13))
        guard string(rest[1..<4]) == "aws", rest[0] != "\n", rest[4] != "\n", !head.contains(".") else { return nil }
        return string(head)
    }

    private static func ends(_ text: Scalars, with end: String) -> Bool {
        text.suffix(end.unicodeScalars.count).elementsEqual(end.unicodeScalars)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType == .decimal }

    private static func string(_ scalars: Scalars) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}
