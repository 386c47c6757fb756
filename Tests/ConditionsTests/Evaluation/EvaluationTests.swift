import Addresses
import Conditions
import Testing

/// What each operator, reading and transform gives on each kind of value, errors included.
@Suite("Evaluation")
struct EvaluationTests {
    struct Row: CustomTestStringConvertible, Sendable {
        var condition: Condition
        var event: String
        var truth: Truth
        var testDescription: String { "\(condition) at \(event)" }
    }

    private static func leaf(_ op: Operator, _ values: [Literal], _ value: String, _ truth: Truth) -> Row {
        Row(condition: .leaf(Leaf(.get("a"), op, values)), event: #"{"a":\#(value)}"#, truth: truth)
    }

    static let equality: [Row] = [
        leaf(.equals, [1], "1", .true), leaf(.equals, [1], "1.0", .true), leaf(.equals, [1], "true", .true),
        leaf(.equals, [1], #""1""#, .false), leaf(.equals, [0], "false", .true), leaf(.equals, [0], "-0.0", .true),
        leaf(.equals, ["x"], #""x""#, .true), leaf(.equals, ["x"], #""\u0078""#, .true),
        leaf(.equals, ["x"], #""X""#, .false), leaf(.equals, [""], #""""#, .true),
        leaf(.equals, [.null], "null", .true), leaf(.equals, [.null], "0", .false),
        leaf(.equals, [.list([])], "[]", .true), leaf(.equals, [.list([])], "{}", .false),
        leaf(.equals, [.list([1])], "[]", .false), leaf(.equals, [.list([1])], "[1]", .unknown),
        leaf(.equals, [1], "9223372036854775808", .false), leaf(.equals, [.int(.max)], "9223372036854775807", .true),
        // 2^53 + 1 is no float; the comparison is exact.
        leaf(.equals, [.double(9_007_199_254_740_992)], "9007199254740993", .false),
        leaf(.equals, [.double(9_007_199_254_740_992)], "9007199254740992", .true),
        leaf(.equals, [.double(0.5)], "0.5", .true),
        leaf(.isIn, [1, "x"], #""x""#, .true), leaf(.isIn, [1, "x"], "[]", .false), leaf(.isIn, [], "1", .false),
        leaf(.isInSet, [1, "x"], "[]", .unknown), leaf(.isInSet, [1, "x"], "true", .true),
    ]

    static let texts: [Row] = [
        leaf(.isInText, ["abc"], #""b""#, .true), leaf(.isInText, ["abc"], "1", .unknown),
        leaf(.isInText, ["abc"], #""""#, .true), leaf(.isInText, ["abc"], #""ac""#, .false),
        leaf(.contains, ["b"], #""abc""#, .true), leaf(.contains, ["d"], #""abc""#, .false),
        leaf(.contains, [1], #""abc""#, .unknown), leaf(.contains, ["b", 1], #""abc""#, .true),
        leaf(.contains, [1], "[1.0]", .true), leaf(.contains, [1], "[[1]]", .false),
        leaf(.contains, ["K"], #"{"k":1}"#, .true), leaf(.contains, ["j"], #"{"k":1}"#, .false),
        leaf(.contains, ["b"], "null", .unknown), leaf(.contains, ["b"], "1", .unknown),
        leaf(.startsWith, ["a", "b"], #""bc""#, .true), leaf(.startsWith, ["a"], "1", .unknown),
        leaf(.hasTerm(.whole), ["b"], #""a b-c""#, .true), leaf(.hasTerm(.whole), ["b"], #""ab bc""#, .false),
        leaf(.hasTerm(.whole), ["b.exe"], #""c:\\b.exe x""#, .true),
        leaf(.hasTerm(.whole), ["b.exe"], #""ab.exe""#, .false),
        leaf(.hasTerm(.whole), ["x", "b"], #""a_b""#, .true), leaf(.hasTerm(.whole), ["-b"], #""a-b""#, .true),
        leaf(.hasTerm(.whole), ["b"], #""bb b""#, .true), leaf(.hasTerm(.whole), ["b"], #""""#, .false),
        leaf(.hasTerm(.prefix), ["b"], #""a bc""#, .true), leaf(.hasTerm(.prefix), ["b"], #""ab""#, .false),
        leaf(.hasTerm(.suffix), ["b"], #""ab c""#, .true), leaf(.hasTerm(.suffix), ["b"], #""ba""#, .false),
        leaf(.hasTerm(.whole), [""], #""a""#, .true), leaf(.hasTerm(.whole), ["b"], "1", .unknown),
        leaf(.startsWith, ["abc"], #""ab""#, .false), leaf(.endsWith, ["c"], #""bc""#, .true),
        leaf(.endsWith, [""], #""""#, .true), leaf(.startsWith, [1], #""1""#, .unknown),
        leaf(.glob, ["a*c"], #""abbc""#, .true), leaf(.glob, ["a*c"], #""abcd""#, .false),
        leaf(.glob, ["?"], #""é""#, .true), leaf(.glob, ["?"], #""éé""#, .false),
        leaf(.glob, ["[a-c]"], #""b""#, .true),
        leaf(.glob, ["[!a-c]"], #""b""#, .false), leaf(.glob, ["*"], "1", .unknown),
        leaf(.regex(.search), ["b+"], #""abb""#, .true), leaf(.regex(.match), ["b+"], #""abb""#, .false),
        leaf(.regex(.fullmatch), ["ab+"], #""abb""#, .true), leaf(.regex(.search), ["b"], "1", .unknown),
        leaf(.regex(.search), ["("], #""x""#, .unknown), leaf(.regex(.search), ["(?i)B"], #""abb""#, .true),
    ]

    static let others: [Row] = [
        leaf(.less, [2], "1", .true), leaf(.less, [2], "2", .false), leaf(.less, [2], "true", .true),
        leaf(.less, [2], #""1""#, .unknown), leaf(.less, ["b"], #""a""#, .true), leaf(.less, [2], "null", .unknown),
        leaf(.greaterOrEqual, [2], "2.0", .true), leaf(.greater, [2], "9223372036854775808", .unknown),
        leaf(.between, [1, 3], "3", .true), leaf(.between, [1, 3], "4", .false), leaf(.between, [1, 3], "0", .false),
        leaf(.between, [1], "0", .unknown),
        leaf(.cidr, ["10.0.0.0/8"], #""10.9.9.9""#, .true), leaf(.cidr, ["10.0.0.0/8"], #""11.0.0.0""#, .false),
        leaf(.cidr, ["10.0.0.0/8"], #""::1""#, .false), leaf(.cidr, ["10.0.0.0/8"], #""host""#, .unknown),
        leaf(.cidr, ["10.0.0.1/8"], #""10.0.0.1""#, .unknown), leaf(.cidr, ["2001:db8::/32"], #""2001:db8::1""#, .true),
        leaf(.address(.isPrivate), [], #""192.168.0.1""#, .true), leaf(.address(.isGlobal), [], #""8.8.8.8""#, .true),
        leaf(.address(.isPrivate), [], #""::ffff:10.0.0.1""#, .true), leaf(.address(.isValid), [], #""x""#, .false),
        leaf(.address(.isValid), [], #""fe80::1%eth0""#, .true),
        leaf(.address(.isValid), [], #""1.2.3.4%x""#, .unknown),
        leaf(.exists, [], "null", .true), leaf(.isNull, [], "null", .true), leaf(.isNull, [], "0", .false),
        leaf(.isEmpty, [], "0", .true), leaf(.isEmpty, [], "-0", .true), leaf(.isEmpty, [], "0.0", .true),
        leaf(.isEmpty, [], #""""#, .true), leaf(.isEmpty, [], "[]", .true), leaf(.isEmpty, [], "[0]", .false),
        leaf(.isEmpty, [], "{}", .true), leaf(.isEmpty, [], "10", .false), leaf(.isEmpty, [], #""0""#, .false),
        leaf(.isType([.string, .null]), [], "null", .true), leaf(.isType([.integer]), [], "true", .false),
        leaf(.isType([.boolean]), [], "true", .true), leaf(.isType([.double]), [], "1.0", .true),
    ]

    private static func read(_ field: FieldReference, _ event: String, _ truth: Truth) -> Row {
        Row(condition: .leaf(Leaf(field, .equals, ["v"])), event: event, truth: truth)
    }

    private static func path(_ first: FieldReference, _ missing: MissingPolicy = .null) -> FieldReference {
        first.then(.key("b", .panther), missing: missing) ?? .get("none")
    }

    static let readings: [Row] =
        [
            read(.get("a"), "{}", .false), read(.get("a", default: "v"), "{}", .true),
            read(.get("a", default: "v"), #"{"a":null}"#, .false), read(.get("A"), #"{"a":"v"}"#, .true),
            read(.get("a"), #"{"A":"x","a":"v"}"#, .true), read(.required("a"), "{}", .unknown),
            read(.deepGet(["a", "b"], default: "v"), #"{"a":{"b":null}}"#, .true),
            read(.deepGet(["a", "b"], default: "v"), #"{"a":[]}"#, .true),
            read(.deepGet(["a", "b"]), #"{"a":{"B":"v"}}"#, .true),
            read(path(.get("a")), "{}", .unknown), read(path(.get("a")), #"{"a":{}}"#, .false),
            read(path(.get("a", default: .object([]))), "{}", .false),
            read(path(.get("a", default: .object([]))), #"{"a":null}"#, .unknown),
            read(path(.get("a", default: .object([]))), #"{"a":"x"}"#, .unknown),
            read(path(.required("a"), .raises), #"{"a":{}}"#, .unknown),
            read(path(.required("a"), .raises), #"{"a":{"b":"v"}}"#, .true),
            read(FieldReference(.event, [FieldStep(.key("a", .exact))]), #"{"A":"v"}"#, .false),
            read(FieldReference(.event, [FieldStep(.key("a", .panther))], missing: .fails), "{}", .false),
            // Beside a key beyond ASCII only an exact match is certain.
            read(.get("a"), #"{"é":1,"A":"v"}"#, .unknown), read(.get("a"), #"{"é":1,"a":"v"}"#, .true),
            read(.get("é"), #"{"é":"v"}"#, .true), read(.get("é"), #"{"É":"v"}"#, .unknown),
            read(FieldReference(.model("actor_user")), "{}", .unknown),
            read(
                FieldReference(
                    .event,
                    [FieldStep(.key("p", .panther)), FieldStep(.json), FieldStep(.key("a", .exact))]
                ),
                #"{"p":"{\"a\":\"v\"}"}"#,
                .true
            ),
        ] + forgivenJSON

    /// What a text reads as that is no JSON, by what is forgiven. Where too much of it is to be looked at, nobody knows whether it is any.
    static let forgivenJSON: [Row] = {
        func json(_ forgives: FieldStep.Forgiveness) -> FieldReference {
            let steps = [FieldStep(.key("p", .panther)), FieldStep(.json, forgives: forgives)]
            return FieldReference(.event, steps, missing: MissingPolicy(.value("v")))
        }
        let faults = [
            "", " ", "{", #"{\"a\""#, "{,}", "[1,]", "01", "1 2", "v", #"\"\\x\""#, #"\"\t\""#, "\u{FEFF}1", "-", "1.",
        ]
        let deep = String(repeating: "[", count: 2_000)
        let long = String(repeating: " ", count: ConditionLimits.textBytesMax + 1)
        return faults.flatMap { text in
            [
                read(json(.everything), #"{"p":"\#(text)"}"#, .true), read(json(.other), #"{"p":"\#(text)"}"#, .true),
                read(json([.absent, .null, .empty]), #"{"p":"\#(text)"}"#, .unknown),
                read(json(.nothing), #"{"p":"\#(text)"}"#, .unknown),
            ]
        } + [
            read(json(.everything), #"{"p":"\#(deep)"}"#, .unknown),
            read(json(.everything), #"{"p":"\#(long)"}"#, .unknown),
            read(json(.everything), #"{"p":"\"v\""}"#, .true), read(json(.everything), #"{"p":"NaN"}"#, .false),
            read(json(.everything), #"{"p":null}"#, .true), read(json(.everything), #"{"p":[1]}"#, .true),
            read(json(.everything), "{}", .true), read(json(.other), "{}", .unknown),
            read(json(.other), #"{"p":null}"#, .unknown),
        ]
    }()

    static let walks: [Row] =
        [
            read(.deepWalk(["a", "b"]), #"{"a":{"b":"v"}}"#, .true),
            read(.deepWalk(["a", "b"]), #"{"a":[{"b":"v"}]}"#, .true),
            read(.deepWalk(["a", "b"]), #"{"a":[{"b":"v"},{"b":"w"}]}"#, .false),
            read(.deepWalk(["a", "b"], .first), #"{"a":[{"b":"v"},{"b":"w"}]}"#, .true),
            read(.deepWalk(["a", "b"], .last), #"{"a":[{"b":"w"},{"b":"v"}]}"#, .true),
            read(.deepWalk(["a", "b"]), #"{"a":[{"b":"v"},{"b":"v"},{"c":1},{"b":null}]}"#, .true),
            read(.deepWalk(["a", "B"]), #"{"a":{"b":"v"}}"#, .false),
            read(.deepWalk(["a", "b"], default: "v"), #"{"a":[{"b":"v"},{"c":1}]}"#, .unknown),
            read(.deepWalk(["a", "b"], default: "v"), #"{"a":{"b":[[]]}}"#, .true),
            // An empty list adds nothing where an element lacks the key, and is what is read where all do.
            read(
                .deepWalk(["a", "b"], default: .list([])),
                #"{"a":[{"c":1},{"b":"v"},{"b":null},2,{"b":[[]]}]}"#,
                .true
            ),
            read(.deepWalk(["a", "b"], default: .list([])), #"{"a":[{"c":1},{"b":"v"},{"b":"w"}]}"#, .false),
            read(.deepWalk(["a", "b"], default: .list(["v"])), #"{"a":[{"b":"v"},{"c":1}]}"#, .unknown),
        ]
        + [#"{"a":[{"c":1}]}"#, #"{"a":{"b":[]}}"#, #"{"a":null}"#, "{}"].map { event in
            Row(
                condition: .leaf(Leaf(.deepWalk(["a", "b"], default: .list([])), .equals, [.list([])])),
                event: event,
                truth: .true
            )
        } + [
            read(.deepWalk(["a", "b"]), #"{"a":[{"b":{}}]}"#, .unknown),
            Row(
                condition: .leaf(Leaf(.deepWalk(["a", "b"]), .contains, ["v"])),
                event: #"{"a":[{"b":["u","v"]},{"b":"w"}]}"#,
                truth: .true
            ),
        ]

    private static func transformed(_ transform: Transform, _ value: String, _ result: Literal, _ truth: Truth) -> Row {
        Row(
            condition: .leaf(Leaf(.get("a"), .equals, [result], transforms: [transform])),
            event: #"{"a":\#(value)}"#,
            truth: truth
        )
    }

    static let transforms: [Row] = [
        transformed(.lower, #""AbC""#, "abc", .true), transformed(.lower, #""É""#, "é", .unknown),
        transformed(.lower, "null", "none", .unknown), transformed(.upper, #""\u0061b""#, "AB", .true),
        transformed(.strip(nil), #"" \t a ""#, "a", .true), transformed(.stripLeft("ab"), #""abcab""#, "cab", .true),
        transformed(.stripRight("ab"), #""abcab""#, "abc", .true), transformed(.length, #""é\n""#, 2, .true),
        transformed(.length, "[1,[2,3]]", 2, .true), transformed(.length, #"{"x":1}"#, 1, .true),
        transformed(.length, "1", 1, .unknown), transformed(.split(separator: "/", index: 1), #""a/b/c""#, "b", .true),
        transformed(.split(separator: "/", index: -1), #""a/b/""#, "", .true),
        transformed(.split(separator: "/", index: 3), #""a/b/c""#, "", .unknown),
        transformed(.after("/"), #""a/b/c""#, "b/c", .true), transformed(.after("/"), #""a/""#, "", .true),
        transformed(.after("/"), #""abc""#, "", .unknown), transformed(.after("::"), #""a:::b""#, ":b", .true),
        transformed(.after(""), #""a""#, "a", .unknown), transformed(.after("/"), "1", 1, .unknown),
        transformed(.pieces("/"), #""a/b/c""#, 3, .true), transformed(.pieces("/"), #""""#, 1, .true),
        transformed(.pieces("aa"), #""aaaaa""#, 3, .true), transformed(.pieces("/"), "[]", 1, .unknown),
        transformed(.split(separator: nil, index: 1), #""  a  b ""#, "b", .true),
        transformed(.split(separator: "", index: 0), #""a""#, "a", .unknown),
        transformed(.slice(from: 1, to: -1), #""abcd""#, "bc", .true),
        transformed(.slice(from: -9, to: 9), #""abcd""#, "abcd", .true),
        transformed(.slice(from: 3, to: 1), #""abcd""#, "", .true), transformed(.string, "true", "True", .true),
        transformed(.string, "12", "12", .true), transformed(.string, "null", "None", .true),
        transformed(.string, "1.0", "1.0", .unknown), transformed(.integer, #""+12""#, 12, .true),
        transformed(.integer, #""x""#, 12, .unknown), transformed(.integer, "true", 1, .true),
        transformed(.basename, #""C:\\x\\y.exe""#, "y.exe", .true), transformed(.json, #""[]""#, .list([]), .true),
        transformed(.replace(old: "a", new: "b"), #""a""#, "b", .true),
        transformed(.replace(old: "aa", new: "b"), #""aaaxaa""#, "baxb", .true),
        transformed(.replace(old: ".", new: ""), #"".a..b.""#, "ab", .true),
        transformed(.replace(old: "a", new: "aéa"), #""ab\na""#, "aéab\naéa", .unknown),
        transformed(.replace(old: "a", new: "aéa"), #""aba""#, "aéabaéa", .true),
        transformed(.replace(old: "é", new: "e"), #""\u00e9\n\u00e9""#, "e\ne", .true),
        transformed(.replace(old: "x", new: "y"), #""ab""#, "ab", .true),
        transformed(.replace(old: "abc", new: ""), #""abc""#, "", .true),
        transformed(.replace(old: "", new: "-"), #""ab""#, "-a-b-", .unknown),
        transformed(.replace(old: "a", new: "b"), "null", "b", .unknown),
    ]

    @Test(
        "leaves",
        arguments: equality + texts + others + readings + walks + transforms
    )
    func leaf(_ row: Row) throws {
        #expect(try Truths.truth(of: row.condition, at: row.event) == row.truth)
        // A negated leaf is the other, but for what cannot be known or must not be missing.
        guard case .leaf(var leaf) = row.condition, leaf.field.missing != .fails else { return }
        leaf.isNegated = true
        #expect(try Truths.truth(of: .leaf(leaf), at: row.event) == row.truth.negated)
    }

    /// Unknown at every event, without a word about what follows.
    private static let unknown = Condition.reference("A")
    /// Only the code can tell: what follows does not count.
    private static let opaque = Condition.opaque(Opaque(.exceptionHandling))
    /// Only its truth is not known.
    private static let open = Condition.opaque(Opaque(.limit, goesOn: true))

    private static func quantified(_ kind: Quantifier.Kind, _ child: Condition) -> Condition {
        .quantifier(Quantifier(kind, of: .get("list"), .elements, child))
    }

    private static let isTwo = Condition.leaf(Leaf(FieldReference(.element(0), []), .equals, [2]))
    private static let raises = Condition.leaf(Leaf(FieldReference(.element(0), []), .less, ["x"]))

    static let combinations: [(Condition, sequential: Truth, kleene: Truth)] = [
        (.all([]), .true, .true), (.any([]), .false, .false),
        (.all([unknown, .constant(false)]), .unknown, .false), (.all([.constant(false), unknown]), .false, .false),
        (.any([unknown, .constant(true)]), .unknown, .true), (.any([.constant(true), unknown]), .true, .true),
        (.all([unknown, .constant(true)]), .unknown, .unknown), (.not(unknown), .unknown, .unknown),
        (.all([opaque, .constant(false)]), .unknown, .unknown), (.any([opaque, .constant(true)]), .unknown, .unknown),
        (.all([.constant(false), opaque]), .false, .false),
        (.any([.not(.all([opaque])), .constant(true)]), .unknown, .unknown),
        (.not(.constant(true)), .false, .false), (.reference("X"), .unknown, .unknown),
        // Behind what goes on the rest decides.
        (.all([open, .constant(false)]), .false, .false), (.any([open, .constant(true)]), .true, .true),
        (.all([open, .constant(true)]), .unknown, .unknown), (.not(open), .unknown, .unknown),
        (.any([.all([open, .constant(true)]), .not(open), .constant(true)]), .true, .true),
        (.all([.any([open, .constant(false)]), .constant(false)]), .false, .false),
        (.all([open, unknown, .constant(false)]), .unknown, .false),
        (.all([unknown, open, .constant(false)]), .unknown, .false),
        (.all([.any([open, unknown]), .constant(false)]), .unknown, .false),
        (.all([open, opaque, .constant(false)]), .unknown, .unknown),
        (.all([.aggregate(Aggregate(open, .greater, 2)), .constant(false)]), .unknown, .false),
        (quantified(.some, .any([open, isTwo])), .true, .true),
        (quantified(.every, .all([open, isTwo])), .false, .false),
        (.all([quantified(.some, .all([open, isTwo])), .constant(false)]), .false, .false),
        (.all([quantified(.some, .all([open, raises])), .constant(false)]), .unknown, .false),
        (.all([quantified(.count(.greater, 0), open), .constant(false)]), .unknown, .false),
        (.aggregate(Aggregate(.constant(false), .greater, 2)), .false, .false),
        (.aggregate(Aggregate(.constant(true), .greater, 2)), .unknown, .unknown),
    ]

    @Test("combinations", arguments: combinations)
    func combination(_ row: (Condition, sequential: Truth, kleene: Truth)) throws {
        let event = #"{"list":[1,2]}"#
        #expect(try Truths.truth(of: row.0, at: event) == row.sequential)
        #expect(try Truths.truth(of: row.0, at: event, .kleene) == row.kleene)
    }
}
