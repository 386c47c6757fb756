import Conditions
import Testing

/// Fields of which each value counts, as Sigma reads them.
@Suite("Evaluation of each value") struct PluralTests {
    struct Row: CustomTestStringConvertible, Sendable {
        var leaf: Leaf
        var event: String
        var truth: Truth
        var testDescription: String { "\(leaf.text) at \(event)" }
    }

    private static func row(
        _ op: Operator,
        _ values: [Literal],
        _ value: String,
        _ truth: Truth,
        _ casing: Leaf.Casing = .insensitive
    ) -> Row {
        Row(leaf: Leaf(.each("a"), op, values, casing: casing), event: #"{"a":\#(value)}"#, truth: truth)
    }

    private static func at(_ path: String, _ event: String, _ truth: Truth, isNegated: Bool = false) -> Row {
        Row(
            leaf: Leaf(.each(path), .equals, ["v"], isNegated: isNegated, casing: .insensitive),
            event: event,
            truth: truth
        )
    }

    static let values: [Row] = [
        row(.equals, ["x"], #""X""#, .true), row(.equals, ["x"], #""X""#, .false, .sensitive),
        row(.equals, ["É"], #""é""#, .true), row(.equals, ["é"], #""É""#, .true),
        row(.equals, ["é"], #""É""#, .false, .sensitive), row(.equals, ["x"], #""\u0058""#, .true),
        // The Kelvin sign is a capital k; an ß has no capital of one letter.
        row(.equals, ["k"], #""\#u{212A}""#, .true), row(.equals, ["ss"], #""ß""#, .false),
        row(.equals, [1], "1", .true), row(.equals, [1], #""1""#, .true), row(.equals, ["1"], "1", .true),
        row(.equals, [1], "1.0", .true), row(.equals, [1], #""1.0""#, .false), row(.equals, ["1"], "1.0", .false),
        row(.equals, [true], "true", .true), row(.equals, ["True"], "true", .true),
        row(.equals, [true], #""TRUE""#, .true),
        row(.equals, [""], #""""#, .true), row(.equals, [""], "null", .false), row(.equals, [""], "{}", .false),
        row(.equals, ["null"], "null", .false),
        row(.contains, ["B"], #""abc""#, .true), row(.contains, ["d"], #""abc""#, .false),
        row(.contains, ["2"], "123", .true),
        // Many texts are looked for at once: with one beginning, one in another, at the end, longer than what is left, and empty.
        row(.contains, ["ax", "ab", "b"], #""zAB""#, .true), row(.contains, ["ax", "ay", "az"], #""abc""#, .false),
        row(.contains, ["abcd", "bcd", "cd"], #""abc""#, .false),
        row(.contains, ["abd", "bcd", "c"], #""abc""#, .true),
        row(.contains, ["x", "y", "É"], #""zé""#, .true), row(.contains, ["x", "y", "É"], #""\u00c9""#, .true),
        row(.contains, ["x", "", "y"], #""a""#, .true), row(.contains, ["x", "y", "z"], #""""#, .false),
        row(.contains, ["1", "2", "z"], "42", .true), row(.contains, ["A", "B", "C"], #""b""#, .false, .sensitive),
        // An object contains what a value in it contains; its keys are not values.
        row(.contains, ["b"], #"{"k":{"l":["x","aBc"]}}"#, .true), row(.contains, ["k"], #"{"k":1}"#, .false),
        row(.equals, ["x"], #"{"k":"x"}"#, .false),
        // So does a pattern that may stand anywhere, each of several by itself.
        row(.glob, ["*a?c*"], #"{"k":{"l":["x","zaBcz"]}}"#, .true), row(.glob, ["*a?c"], #"{"k":"zabc"}"#, .false),
        row(.glob, ["a?c*"], #"{"k":"abc"}"#, .false), row(.glob, ["a?c", "*x?z*"], #"{"k":"abc"}"#, .false),
        row(.glob, ["a?c", "*x?z*"], #"{"k":"xyz"}"#, .true), row(.glob, ["*k?*"], #"{"k1":1}"#, .false),
        row(.hasTerm(.whole), ["A"], #"["ab", "b-a"]"#, .true), row(.hasTerm(.whole), ["A"], #"["ab", "ba"]"#, .false),
        row(.startsWith, ["A"], #""ab""#, .true), row(.endsWith, ["B"], #""ab""#, .true),
        row(.endsWith, ["abc"], #""bc""#, .false), row(.contains, [""], #""x""#, .true),
        row(.glob, ["a*c?"], #""AxxCd""#, .true), row(.glob, ["a*c?"], #""axxc""#, .false),
        row(.glob, ["[*]"], #""*""#, .true), row(.glob, ["[*]"], #""x""#, .false),
        row(.glob, ["[[]?"], #""[é""#, .true),
        row(.glob, ["[a-c]x"], #""Bx""#, .true),
        row(.regex(.search), ["b+$"], #""abb""#, .true), row(.regex(.search), ["B"], #""abb""#, .true),
        row(.regex(.search), ["B"], #""abb""#, .false, .sensitive), row(.regex(.search), ["^12"], "123", .true),
        row(.regex(.search), ["("], #""x""#, .unknown),
        // What a pattern cannot do without is looked for first, in whatever letters it counts.
        row(.regex(.search), ["^a.*net use"], #""A NET USE""#, .true),
        row(.regex(.search), ["^a.*net use"], #""a net""#, .false),
        row(.regex(.search), ["(?i)ab.*SK"], #""abxsk""#, .true, .sensitive),
        row(.regex(.search), ["(?i)a.*sk"], #""ax\#u{17F}\#u{212A}""#, .true, .sensitive),
        row(.regex(.search), ["(?i)a.*tix"], #""AxT\#u{130}x""#, .true, .sensitive),
        row(.regex(.search), ["(?i)a.*tix"], #""AxT\#u{131}x""#, .true, .sensitive),
        row(.regex(.search), ["ab.*sk"], #""abxSK""#, .false, .sensitive),
        row(.regex(.search), ["ab|cd", "ef"], #""xcd""#, .true), row(.regex(.search), ["ab|cd"], #""a b""#, .false),
        row(.glob, ["*a?sk*z"], #""1ab\#u{17F}\#u{212A}z""#, .false),
        row(.glob, ["*a?k*z"], #""1ab\#u{212A}z""#, .true),
        row(.glob, ["*é*Ab?"], #""xÉab1""#, .true), row(.glob, ["*É*"], #""xé""#, .true),
        row(.glob, ["C:\\*\\net.exe"], #""c:\\x\\NET.EXE""#, .true),
        row(.glob, ["C:\\*\\net.exe"], #""c:\\x\\net1.exe""#, .false),
        // Texts of more than eight letters, of which some are none of ASCII.
        row(.equals, ["ABCDEFGHIJ®KLMNOPQRSTÀÖ×ØÞß÷ÿ"], #""abcdefghij®klmnopqrstàö×øþß÷ÿ""#, .true),
        row(.contains, ["MICROSOFT® WINDOWS®"], #""xMicrosoft® Windows® y""#, .true),
        row(.cidr, ["10.0.0.0/8"], #""10.1.2.3""#, .true), row(.cidr, ["10.0.0.0/8"], #""host""#, .false),
        row(.cidr, ["2001:db8::/32"], #""2001:DB8::1""#, .true), row(.cidr, ["10.0.0.0/8"], "10", .false),
        row(.less, [2], "1", .true), row(.less, [2], #""1.5""#, .true), row(.less, [2], "2", .false),
        row(.less, [2], #""x""#, .false), row(.less, [2], "true", .false),
        row(.greater, [.double(0.5)], #""1e0""#, .true),
        row(.less, ["x"], "1", .unknown), row(.isEmpty, [], "1", .unknown), row(.equals, [.null], "1", .unknown),
    ]

    static let presence: [Row] = [
        Row(leaf: Leaf(.each("a"), .exists), event: #"{"a":null}"#, truth: .true),
        Row(leaf: Leaf(.each("a"), .exists), event: #"{"a":[]}"#, truth: .true),
        Row(leaf: Leaf(.each("a"), .exists), event: "{}", truth: .false),
        Row(leaf: Leaf(.each("a"), .exists, isNegated: true), event: "{}", truth: .true),
        Row(leaf: Leaf(.each("a.b"), .exists), event: #"{"a":[{},{"b":1}]}"#, truth: .true),
        Row(leaf: Leaf(.each("a"), .isNull), event: #"{"a":null}"#, truth: .true),
        Row(leaf: Leaf(.each("a"), .isNull), event: "{}", truth: .true),
        Row(leaf: Leaf(.each("a"), .isNull), event: #"{"a":""}"#, truth: .false),
        Row(leaf: Leaf(.each("a"), .isNull), event: #"{"a":{}}"#, truth: .false),
        Row(leaf: Leaf(.each("a"), .isNull), event: #"{"a":[null]}"#, truth: .true),
        Row(leaf: Leaf(.each("a"), .isNull, isNegated: true), event: #"{"a":[null,1]}"#, truth: .true),
    ]

    static let paths: [Row] = [
        at("a.b", #"{"a":{"b":"V"}}"#, .true), at("a.b", #"{"a":[{"b":"x"},{"b":"v"}]}"#, .true),
        at("a", #"{"a":["x","v"]}"#, .true), at("a", #"{"a":[["v"]]}"#, .true), at("a.b", #"{"a":"v"}"#, .false),
        at("a.b", "{}", .false), at("a.b", "{}", .true, isNegated: true),
        at("a", #"{"a":["x","v"]}"#, .false, isNegated: true), at("a", #"{"A":"v"}"#, .false),
        // Beside keys beyond ASCII too: names of fields are exact.
        at("a", #"{"é":1,"a":"v"}"#, .true), at("é", #"{"é":"v"}"#, .true), at("a", #"{"é":1}"#, .false),
    ]

    static let keywords: [Row] = [
        Row(
            leaf: Leaf(.anywhere, .contains, ["EV"], casing: .insensitive),
            event: #"{"a":{"b":[1,"devil"]}}"#,
            truth: .true
        ),
        Row(leaf: Leaf(.anywhere, .contains, ["a"], casing: .insensitive), event: #"{"a":1}"#, truth: .false),
        Row(leaf: Leaf(.anywhere, .contains, ["12"], casing: .insensitive), event: #"{"a":[[123]]}"#, truth: .true),
        Row(leaf: Leaf(.anywhere, .regex(.search), ["^x$"]), event: #"{"a":{"b":"x"}}"#, truth: .true),
    ]

    private static func pair(_ op: Operator, _ event: String, _ truth: Truth, _ casing: Leaf.Casing = .insensitive)
        -> Row
    {
        Row(leaf: Leaf(.each("a"), op, other: Operand(.each("b")), casing: casing), event: event, truth: truth)
    }

    static let pairs: [Row] = [
        pair(.equals, #"{"a":"X","b":"x"}"#, .true), pair(.equals, #"{"a":"X","b":"x"}"#, .false, .sensitive),
        pair(.equals, #"{"a":"\u0058","b":"\u0078"}"#, .true),
        pair(.equals, #"{"a":"\u0058","b":"\u0058"}"#, .true, .sensitive),
        pair(.equals, #"{"a":1,"b":"1"}"#, .true), pair(.equals, "{}", .false),
        pair(.equals, #"{"a":null,"b":null}"#, .false),
        pair(.equals, #"{"a":["x","y"],"b":["z","Y"]}"#, .true), pair(.contains, #"{"a":"user/Me","b":"ME"}"#, .true),
        pair(.endsWith, #"{"a":"user/me","b":"me"}"#, .true), pair(.startsWith, #"{"a":"user/me","b":"me"}"#, .false),
        pair(.less, #"{"a":1,"b":"2"}"#, .true), pair(.less, #"{"a":"x","b":2}"#, .false),
    ]

    private static func time(_ part: TimePart, _ value: String, _ number: Literal, _ truth: Truth) -> Row {
        Row(
            leaf: Leaf(.each("a"), .equals, [number], transforms: [.timePart(part)]),
            event: #"{"a":\#(value)}"#,
            truth: truth
        )
    }

    static let times: [Row] = [
        time(.minute, #""2024-12-30T23:59:01Z""#, 59, .true), time(.hour, #""2024-12-30T23:59:01Z""#, 23, .true),
        time(.hour, #""2024-12-30T23:59:01+02:00""#, 21, .true), time(.day, #""2024-12-30T23:59:01Z""#, 30, .true),
        // The week of the year's last Monday is the first of the next year.
        time(.week, #""2024-12-30T23:59:01Z""#, 1, .true), time(.week, #""2021-01-03T00:00:00Z""#, 53, .true),
        time(.month, #""2024-12-30T23:59:01Z""#, 12, .true), time(.year, #""2024-12-30T23:59:01Z""#, 2024, .true),
        time(.hour, #""23:59""#, 23, .false), time(.hour, "23", 23, .false),
    ]

    @Test("truths", arguments: values + presence + paths + keywords + pairs + times)
    func truth(_ row: Row) throws {
        #expect(try Truths.truth(of: .leaf(row.leaf), at: row.event) == row.truth)
        // A field is found once and kept: asked twice, the answers are the same.
        let twice = Condition.all([.not(.leaf(row.leaf)), .leaf(row.leaf)])
        #expect(try Truths.truth(of: twice, at: row.event) == (row.truth == .unknown ? .unknown : .false))
    }

    @Test("what is read is written", arguments: values + paths + keywords + pairs + times)
    func json(_ row: Row) throws {
        let condition = Condition.leaf(row.leaf)
        #expect(try Condition(json: condition.json()) == condition)
    }

    @Test("two texts of one field are no contradiction") func notSingle() {
        let both = Condition.all([.leaf(Leaf(.each("a"), .equals, ["x"])), .leaf(Leaf(.each("a"), .equals, ["y"]))])
        #expect(both.simplified == both)
    }

    @Test("texts of any length are compared") func length() throws {
        let text = String(repeating: "x", count: ConditionLimits.textBytesMax) + #"\u0059"#
        let leaf = Leaf(.each("a"), .endsWith, ["xy"], casing: .insensitive)
        #expect(try Truths.truth(of: .leaf(leaf), at: #"{"a":"\#(text)"}"#) == .true)
    }

    @Test("as many values as the limit are looked at") func limit() throws {
        let leaf = Leaf(.each("a"), .equals, ["y"], casing: .insensitive)
        for (count, truth) in [(ConditionLimits.stepsMax - 3, Truth.false), (ConditionLimits.stepsMax - 2, .unknown)] {
            let list = Array(repeating: "1", count: count).joined(separator: ",")
            #expect(try Truths.truth(of: .leaf(leaf), at: #"{"a":[\#(list)]}"#) == truth)
        }
    }
}
