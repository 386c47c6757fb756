/// Values without modifiers, and those that go with any kind of field.
extension ModifierRow {
    static let values: [ModifierRow] = [
        .init("values do not mind case", "f: Abc", yes: [#""abc""#, #""ABC""#], no: [#""abcd""#, "null", "-", "1"]),
        .init("letters beyond ASCII neither", "f: ÉÖ", yes: [#""éö""#, #""\u00C9ö""#], no: [#""eo""#]),
        .init("a number is the text that it is", "f: 4625", yes: ["4625", #""4625""#], no: ["46250", #""x4625""#]),
        .init("numbers are equal by size", "f: 5", yes: ["5", "5.0"], no: ["5.1", #""5.0""#, "true"]),
        .init("a text that is a number", "f: '5'", yes: ["5", #""5""#], no: ["50", "5.0"]),
        .init("true is the text that it is", "f: 'true'", yes: ["true", #""True""#], no: ["false", "1"]),
        .init("and the other way round", "f: true", yes: ["true", #""TRUE""#], no: ["false", "1", #""1""#]),
        .init("wildcards", "f: a?c*", yes: [#""abc""#, #""AXCdef""#, #""aéc""#], no: [#""ac""#, #""xabc""#]),
        .init("a wildcard takes line ends too", "f: a*c", yes: [#""a\nc""#], no: [#""a\nd""#]),
        .init("escaped wildcards are plain", #"f: 'a\*c'"#, yes: [#""a*c""#], no: [#""abc""#]),
        .init("an escaped backslash, then any text", #"f: 'C:\W\\*'"#, yes: [#""c:\\w\\x""#], no: [#""c:\\w""#]),
        .init("an empty text is a value", "f: ''", yes: [#""""#], no: ["null", "-", #"" ""#, "{}", "[]"]),
        .init(
            "null is no value",
            "f: null",
            yes: ["null", "-", "[]", "[null]"],
            no: [#""""#, "0", "{}", #"[null,""]"#]
        ),
        .init("a star alone is any value", "f: '*'", yes: [#""x""#, #""""#, "0", "{}"], no: ["null", "-", "[]"]),
        .init(
            "values of a list are joined by or",
            "f: [a, b]",
            yes: [#""A""#, #""b""#, #"["x","b"]"#],
            no: [#""ab""#]
        ),
        .init("null among them", "f: [a, null]", yes: [#""a""#, "null", "-"], no: [#""b""#]),
    ]

    static let generic: [ModifierRow] = [
        .init("all: or becomes and", "f|contains|all: [a, b]", yes: [#""xbxa""#, #"["a","b"]"#], no: [#""a""#, "-"]),
        .init("all: with another place", "f|endswith|all: ['b', 'ab']", yes: [#""xab""#], no: [#""xb""#]),
        .init("all: with expressions", "f|re|all: ['^a', 'b$']", yes: [#""ab""#], no: [#""b""#, #""aB""#]),
        .init(
            "all: with networks",
            "f|cidr|all: [10.0.0.0/8, 10.1.0.0/16]",
            yes: [#""10.1.2.3""#],
            no: [#""10.2.2.3""#]
        ),
        .init("all: with numbers", "f|gt|all: [1, 5]", yes: ["6"], no: ["3"]),
        .init("startswith: at the beginning", "f|startswith: Ab", yes: [#""abc""#, #""AB""#], no: [#""xab""#, "-"]),
        .init("startswith: one of several", "f|startswith: [a, b]", yes: [#""ax""#, #""bx""#], no: [#""xa""#]),
        .init("startswith: a number", "f|startswith: 46", yes: ["4625", #""46""#], no: ["146"]),
        .init("startswith: with a wildcard", "f|startswith: a?c", yes: [#""abcd""#], no: [#""acd""#, #""xabc""#]),
        .init("endswith: at the end", #"f|endswith: '\cmd.exe'"#, yes: [#""C:\\CMD.EXE""#], no: [#""C:\\cmd.exe.x""#]),
        .init("endswith: with a wildcard", "f|endswith: a*c", yes: [#""xabbc""#, #""ac""#], no: [#""acx""#]),
        .init("contains: anywhere", "f|contains: [b, d]", yes: [#""abc""#, #""D""#], no: [#""ac""#, "null"]),
        .init("contains: a number", "f|contains: 12", yes: ["3124", #""x12""#], no: [#""1 2""#]),
        .init("contains: what has its star already", "f|contains: '*b*'", yes: [#""abc""#], no: [#""ac""#]),
        .init("contains: an escaped star", #"f|contains: 'a\*'"#, yes: [#""xa*x""#], no: [#""xax""#]),
        .init("contains: in an object", "f|contains: b", yes: [#"{"x":{"y":["abc"]}}"#], no: [#"{"b":1}"#]),
        .init("contains: a pattern in an object", "f|contains: a*c", yes: [#"{"x":["abbcd"]}"#], no: [#"{"x":"cba"}"#]),
        .init("contains: nothing is everywhere", "f|contains: ''", yes: [#""""#, #""x""#, "0"], no: ["null", "-"]),
        .init(
            "exists: there, whatever the value",
            "f|exists: true",
            yes: ["null", #""""#, "0", "[]", "{}"],
            no: ["-"]
        ),
        .init("exists: not there", "f|exists: false", yes: ["-"], no: ["null", #""""#, "[]"]),
        .init("cased: case counts", "f|cased: Abc", yes: [#""Abc""#], no: [#""abc""#]),
        .init("cased: behind another", "f|contains|cased: Abc", yes: [#""xAbc""#], no: [#""xabc""#]),
        .init("cased: before another", "f|cased|startswith: Ab", yes: [#""Abc""#], no: [#""abc""#]),
        .init("cased: at the end", "f|endswith|cased: bC", yes: [#""abC""#], no: [#""abc""#]),
        .init("cased: with wildcards", "f|cased: A*C", yes: [#""AbC""#], no: [#""abc""#]),
        .init("cased: all of several", "f|contains|all|cased: [A, b]", yes: [#""bA""#], no: [#""ba""#]),
        .init("neq: another value", "f|neq: a", yes: [#""b""#, "-", "null"], no: [#""A""#, #"["b","a"]"#]),
        .init("neq: none of several", "f|neq: [a, b]", yes: [#""c""#], no: [#""a""#, #""b""#]),
        .init("neq: a number", "f|neq: 5", yes: ["6", #""x""#], no: ["5", #""5""#, "5.0"]),
        .init("neq: with wildcards", "f|neq: 'a*'", yes: [#""ba""#], no: [#""ab""#]),
        .init("neq: with a place", "f|startswith|neq: a", yes: [#""ba""#, "-"], no: [#""ab""#]),
        .init("neq: in a network", "f|cidr|neq: 10.0.0.0/8", yes: [#""11.0.0.1""#, #""x""#], no: [#""10.0.0.1""#]),
        .init("neq: null", "f|neq: null", yes: [#""x""#, #""""#, "0"], no: ["null", "-"]),
        .init("neq: not all of several", "f|contains|all|neq: [a, b]", yes: [#""a""#], no: [#""ab""#]),
    ]

    static let fields: [ModifierRow] = [
        .init(
            "fieldref: the value of another field",
            "f|fieldref: g",
            yes: [#""Same""#, #"["x","same"]"#],
            no: [#""x""#, "-"]
        ),
        .init("fieldref: one of several", "f|fieldref: [h, g]", yes: [#""same""#], no: [#""h""#]),
        .init("fieldref: a field that is missing", "f|fieldref: h", yes: [], no: [#""h""#, "null", #""""#, "-"]),
        .init("fieldref: at the beginning", "f|fieldref|startswith: g", yes: [#""same as""#], no: [#""a same""#]),
        .init("fieldref: at the end", "f|fieldref|endswith: g", yes: [#""the same""#], no: [#""same as""#]),
        .init("fieldref: anywhere", "f|contains|fieldref: g", yes: [#""the same as""#], no: [#""sam""#]),
        .init("fieldref: another value", "f|fieldref|neq: g", yes: [#""other""#, "-"], no: [#""same""#]),
        .init("fieldref: case counts", "f|fieldref|cased: g", yes: [#""SAME""#], no: [#""same""#]),
    ]
}
