/// Modifiers for texts: dashes, expressions, encodings.
extension ModifierRow {
    static let dashes: [ModifierRow] = [
        .init(
            "windash: any of the five signs",
            "f|contains|windash: ' -x'",
            yes: [#""a -x""#, #""a /x""#, #""a –x""#, #""a —x""#, #""a ―x""#],
            no: [#""a x""#, #""a +x""#]
        ),
        .init("windash: written as a slash", "f|windash: '/x y'", yes: [#""-x y""#, #""―x y""#], no: [#""x y""#]),
        .init(
            "windash: each by itself",
            "f|windash|contains: '-a -b'",
            yes: [#""/a -b""#, #""-a —b""#, #""x /a /b""#],
            no: [#""a -b""#]
        ),
        .init("windash: within a word it is no option", "f|windash: 'a-b -c'", yes: [#""a-b /c""#], no: [#""a/b -c""#]),
        .init("windash: at the beginning", "f|windash|startswith: '-a'", yes: [#""/ab""#], no: [#""x /a""#]),
        .init("windash: with wildcards", "f|windash: '-a*-b'", yes: [#""/a x -b""#], no: [#""a x -b""#]),
        .init(
            "windash: all of several",
            "f|contains|all|windash: ['-a', '-b']",
            yes: [#""/b –a""#],
            no: [#""/b a""#]
        ),
    ]

    static let expressions: [ModifierRow] = [
        .init(
            "re: anywhere, and case counts",
            "f|re: 'a.c'",
            yes: [#""xabcx""#],
            no: [#""ABC""#, #""ac""#, "null", "-"]
        ),
        .init("re: anchors", "f|re: '^a\\d+$'", yes: [#""a12""#], no: [#""a12b""#, #""xa1""#]),
        .init(
            "re: quantifiers",
            "f|re: '^a{2,3}b?c+$'",
            yes: [#""aabcc""#, #""aaac""#],
            no: [#""abc""#, #""aaaac""#]
        ),
        .init("re: classes", "f|re: '^[a-c][^a-c]$'", yes: [#""bx""#], no: [#""bb""#, #""xx""#]),
        .init("re: groups and alternation", "f|re: '^(ab|cd)+$'", yes: [#""abcd""#], no: [#""abc""#]),
        .init("re: a star is no wildcard", "f|re: '^a*$'", yes: [#""aaa""#, #""""#], no: [#""ab""#]),
        .init("re: a backslash is the expression's", #"f|re: 'C:\\x'"#, yes: [#""C:\\x""#], no: [#""C:x""#]),
        .init("re: of a number", "f|re: '^46..$'", yes: ["4625", #""4600""#], no: ["46"]),
        .init("re: one of several", "f|re: ['^a', 'b$']", yes: [#""ax""#, #""xb""#], no: [#""xax""#]),
        .init("re: none", "f|re|neq: '^a'", yes: [#""b""#, "-"], no: [#""ab""#]),
        .init("re i: case does not count", "f|re|i: 'a.c'", yes: [#""ABC""#], no: [#""a\nc""#]),
        .init("re s: a dot is a line end too", "f|re|s: 'a.c'", yes: [#""a\nc""#], no: [#""A\nC""#]),
        .init("re m: anchors at each line", "f|re|m: '^b$'", yes: [#""a\nb\nc""#], no: [#""ab""#]),
        .init("re: without m they are the text's", "f|re: '^b'", yes: [#""b\na""#], no: [#""a\nb""#]),
        .init("re i m s: all three", "f|re|i|m|s: '^B.c'", yes: [#""a\nb\nC""#], no: [#""ab\nc""#]),
    ]

    static let encodings: [ModifierRow] = [
        .init("base64: the value encoded", "f|base64: foobar", yes: [#""Zm9vYmFy""#], no: [#""foobar""#]),
        .init("base64: padded", "f|base64: a", yes: [#""YQ==""#], no: [#""YQ""#]),
        .init("base64: anywhere", "f|base64|contains: /bin/bash", yes: [#""x L2Jpbi9iYXNo""#], no: [#""/bin/bash""#]),
        .init(
            "base64: case counts where it is asked for",
            "f|base64|cased: foobar",
            yes: [#""Zm9vYmFy""#],
            no: [#""zm9vYmFy""#]
        ),
        .init(
            "base64offset: at each of the three places",
            "f|base64offset|contains: foobar",
            yes: [#""Zm9vYmFy""#, #""IGZvb2Jhcg==""#, #""ICBmb29iYXI=""#, #""eHh4Zm9vYmFyeHh4""#],
            no: [#""Zm9vYmF5""#]
        ),
        .init(
            "base64offset: of two bytes",
            "f|base64offset|contains: ab",
            yes: [#""YWI=""#, #""IGFi""#, #""ICBhYg==""#],
            no: [#""x""#]
        ),
        .init(
            "base64offset: all of several",
            "f|base64offset|contains|all: [foobar, qux]",
            yes: [#""Zm9vYmFyIHF1eA==""#],
            no: [#""Zm9vYmFy""#]
        ),
        .init("utf16le: the low byte first", "f|utf16le|base64: Ab", yes: [#""QQBiAA==""#], no: [#""AEEAYg==""#]),
        .init("utf16be: the high byte first", "f|utf16be|base64: Ab", yes: [#""AEEAYg==""#], no: [#""QQBiAA==""#]),
        .init("utf16: a mark before it", "f|utf16|base64: Ab", yes: [#""//5BAGIA""#], no: [#""QQBiAA==""#]),
        .init("wide: as utf16le", "f|wide|base64: Ab", yes: [#""QQBiAA==""#], no: [#""QWI=""#]),
        .init(
            "wide: anywhere",
            "f|wide|base64offset|contains: Ab",
            yes: [#""QQBiAA==""#, #""IEEAYgA=""#],
            no: [#""QWI=""#]
        ),
        .init(
            "wide: beyond the first plane, two units",
            "f|wide|base64: 😀",
            yes: [#""PdgA3g==""#],
            no: [#""8J+YgA==""#]
        ),
        .init("wide: by itself, zeros between", "f|wide: ab", yes: [#""a\u0000b\u0000""#], no: [#""ab""#]),
        .init(
            "utf16be: anywhere",
            "f|utf16be|base64offset|contains: Ab",
            yes: [#""AEEAYg==""#, #""IABBAGI=""#],
            no: [#""QQBiAA==""#]
        ),
        .init(
            "windash: before an encoding",
            "f|windash|wide|base64offset|contains: '-e x'",
            yes: [#""LQBlACAAeAA=""#, #""LwBlACAAeAA=""#],
            no: [#""ZQAgAHgA""#]
        ),
    ]
}
