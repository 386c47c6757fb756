/// What a key of a Panther file may hold.
package indirect enum ValueShape: Sendable {
    /// Anything; the second pass may want more.
    case any
    /// A text.
    case string
    /// An integer; booleans are none.
    case integer
    /// A boolean; integers are none.
    case boolean
    /// A list of anything.
    case anyList
    /// A text without `<`, `>`, `&`, `"` and `%`, not empty.
    case identifier
    /// Lower-case letters, digits and `_`, a letter first.
    case promptName
    /// A text that is not empty.
    case nonEmptyString
    /// A list of the resource types that exist.
    case resourceTypes
    /// One of some texts.
    case choice([String])
    /// This text.
    case constant(String)
    /// False, or a number that equals it.
    case onlyFalse
    /// A list of one shape.
    case list(ValueShape)
    /// Texts to lists.
    case mapOfLists
    /// A map of known keys.
    case object(ObjectShape)
    /// A map of known keys that messages call a schema.
    case schema(ObjectShape)
    /// A map of known keys whose minutes must make sense.
    case schedule(ObjectShape)
    /// One of several shapes.
    case either([ValueShape])

    /// As the reference page says it.
    package var summary: String {
        switch self {
        case .any: "any"
        case .string: "string"
        case .integer: "integer"
        case .boolean: "boolean"
        case .anyList: "list"
        case .identifier: "string without `<>&\"%`"
        case .promptName: "string of `a-z`, `0-9`, `_`"
        case .nonEmptyString: "string, not empty"
        case .resourceTypes: "list of resource types"
        case .choice(let texts): texts.map { "`\($0)`" }.joined(separator: ", ")
        case .constant(let text): "`\(text)`"
        case .onlyFalse: "`false`"
        case .list(let element): "list of \(element.summary)"
        case .mapOfLists: "map of lists"
        case .object(let shape), .schema(let shape), .schedule(let shape):
            "map of "
                + shape.rows.map { row in
                    row.names.map { "`\($0)`" }.joined(separator: "/") + (row.presence == .optional ? "?" : "")
                }.joined(separator: ", ")
        case .either(let shapes): shapes.map(\.summary).joined(separator: ", or ")
        }
    }

    /// As Panther's tool writes it in messages.
    var pythonRepresentation: String {
        switch self {
        case .any: "<class 'object'>"
        case .string: "<class 'str'>"
        case .integer: "<class 'int'>"
        case .boolean: "<class 'bool'>"
        case .anyList: "<class 'list'>"
        case .identifier: "And(<class 'str'>, Regex('\(Self.identifierPattern)'))"
        case .promptName: "And(<class 'str'>, Regex('\(Self.promptNamePattern)'))"
        case .nonEmptyString: "And(<class 'str'>, <built-in function len>)"
        case .resourceTypes: "And([<class 'str'>], [Regex('\(Self.resourceTypePattern)')])"
        case .choice(let texts): "Or(\(texts.map { PythonText.quoted($0) }.joined(separator: ", ")))"
        case .constant(let text): PythonText.quoted(text)
        case .onlyFalse: "False"
        case .list(let element): "[\(element.pythonRepresentation)]"
        case .mapOfLists: "{<class 'str'>: <class 'list'>}"
        case .object(let shape): shape.pythonRepresentation
        case .schema(let shape): "Schema(\(shape.pythonRepresentation))"
        case .schedule(let shape): "QueryScheduleSchema(\(shape.pythonRepresentation))"
        case .either(let shapes): "Or(\(shapes.map(\.pythonRepresentation).joined(separator: ", ")))"
        }
    }

    /// The pattern of identifiers, as Python's `repr` writes it.
    static let identifierPattern = #"^[^<>&\\"%]+$"#
    /// The pattern of prompts' names, as Python's `repr` writes it.
    static let promptNamePattern = #"^[a-z][a-z0-9_]*\\Z"#

    /// The resource types that Panther knows, without their `AWS.`, in the order of the reference's pattern.
    private static let resourceTypeNames = """
        ACM.Certificate CloudFormation.Stack CloudTrail.Meta CloudTrail CloudWatch.LogGroup Config.Recorder.Meta \
        Config.Recorder DynamoDB.Table EC2.AMI EC2.Instance EC2.NetworkACL EC2.SecurityGroup EC2.Volume EC2.VPC \
        ECS.Cluster EKS.Cluster ELBV2.ApplicationLoadBalancer GuardDuty.Detector.Meta GuardDuty.Detector IAM.Group \
        IAM.Policy IAM.Role IAM.RootUser IAM.User KMS.Key Lambda.Function PasswordPolicy RDS.Instance Redshift.Cluster \
        Route53.HostedZone Route53Domains S3.Bucket WAF.Regional.WebACL WAF.WebACL
        """.split(separator: " ").map(String.init)

    /// The resource types that Panther knows.
    static let knownResourceTypes = Set(resourceTypeNames.map { "AWS.\($0)" })

    /// The pattern of resource types, as Python's `repr` writes it.
    static let resourceTypePattern =
        #"^AWS\\.("#
        + resourceTypeNames.map { $0.split(separator: ".").joined(separator: #"\\."#) }.joined(separator: "|") + ")$"

    /// Whether `text` is a resource type; the reference's pattern lets one newline follow.
    static func isResourceType(_ text: String) -> Bool {
        knownResourceTypes.contains(text.utf8.last == UInt8(ascii: "\n") ? String(text.dropLast()) : text)
    }
}

/// The keys of a map.
package struct ObjectShape: Sendable {
    /// In the order of the reference's own table, which its messages show.
    package var rows: [KeyRow]
    /// The rows in the order in which Panther's tool tries them.
    let rowsByPriority: [(index: Int, row: KeyRow)]

    init(_ rows: [KeyRow]) {
        self.rows = rows
        let indexed = rows.enumerated().map { (index: $0.offset, row: $0.element) }
        rowsByPriority = [0, 1, 2].flatMap { priority in indexed.filter { $0.row.priority == priority } }
    }

    /// Every name a row has.
    package var names: [String] { rows.flatMap(\.names) }

    var pythonRepresentation: String {
        "{" + rows.map { "\($0.pythonRepresentation): \($0.shape.pythonRepresentation)" }.joined(separator: ", ") + "}"
    }
}
