def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
def sorted_text(s):
    result = []
    for c in s:
        i = 0
        while i < len(result) and result[i] < c:
            i += 1
        result = result[:i] + [c] + result[i:]
    return "".join(result)
t(lambda: "äöü")
t(lambda: "\u00e4")
t(lambda: "\U0001f600")
t(lambda: len("\U0001f600"))
t(lambda: "\U0001f600"[0])
t(lambda: "a\U0001f600b"[2])
t(lambda: "a\U0001f600b"[::-1])
t(lambda: "\x00\x1f\x7f\x80\xa0")
t(lambda: "\u200b\ufeff")
t(lambda: "\ud800")
t(lambda: len("\ud800"))
t(lambda: "\t\n\r\\'")
t(lambda: '"')
t(lambda: "'\"")
t(lambda: "ä".upper())
t(lambda: "ŉ".upper())
t(lambda: "ﬁ".upper())
t(lambda: "İ".lower())
t(lambda: len("İ".lower()))
t(lambda: "ΑΣ".lower())
t(lambda: "ΑΣΑ".lower())
t(lambda: "Σ".lower())
t(lambda: "ǆ".title())
t(lambda: "ǆ".upper())
t(lambda: "ß".upper().lower())
t(lambda: "ſ".upper())
t(lambda: "ẞ".lower())
t(lambda: "ẞ".casefold())
t(lambda: "Ⅷ".lower())
t(lambda: "ꭰ".upper())
t(lambda: "中文".upper())
t(lambda: "é" == "e\u0301")
t(lambda: "中文字"[1])
t(lambda: "中文字"[-1])
t(lambda: "中文字".find("字"))
t(lambda: "中文字".index("文", 1))
t(lambda: "中,文".split(","))
t(lambda: "\u3000a\u3000".strip())
t(lambda: "中文字".replace("文", "x"))
t(lambda: "中文".center(6, "*"))
t(lambda: "中文".encode("utf-8"))
t(lambda: "中文".encode("utf-16-be"))
t(lambda: "😀".encode("utf-16-le"))
t(lambda: b"\xf0\x9f\x98\x80".decode())
t(lambda: ascii("ä中😀\ud800"))
t(lambda: "ä" < "b")
t(lambda: "z" < "ä")
t(lambda: "😀" > "\uffff")
t(lambda: sorted_text("bäa中😀A"))
t(lambda: "aä"[1:] + "b")
t(lambda: ("aä" + "b")[-1:].isascii())
t(lambda: "aäb"[2:].upper())
t(lambda: "äa"[1:] == "a")
t(lambda: {"äa"[1:]: 1}["a"])
t(lambda: "ä".join(["a", "b"]).split("ä"))
t(lambda: "%s" % "中")
t(lambda: "{}".format("😀"))
t(lambda: f"{'😀':>3}")
t(lambda: "٣٤".isdigit())
t(lambda: int("٣٤"))
t(lambda: "a\u0301".isalpha())
t(lambda: "a\u0301".title())
t(lambda: "\u1e9e".islower())
t(lambda: "ªº".islower())
t(lambda: "²".isdigit())
t(lambda: "xx中xx".strip("x"))
t(lambda: "中x中".strip("中"))
t(lambda: "中" in "x中y")
t(lambda: "中文".count(""))
t(lambda: "aé中😀".startswith("é", 1))
t(lambda: "aé中😀".endswith("中", 0, 3))
t(lambda: "aé中😀".rfind("中"))
t(lambda: "aé中😀".partition("中"))
t(lambda: "é".isidentifier())
t(lambda: "中\n文".splitlines())
t(lambda: "é\té".expandtabs(4))
t(lambda: "éa".capitalize())
t(lambda: "éa".swapcase())
#> 'äöü'
#> 'ä'
#> '😀'
#> 1
#> '😀'
#> 'b'
#> 'b😀a'
#> '\x00\x1f\x7f\x80\xa0'
#> '\u200b\ufeff'
#> '\ud800'
#> 1
#> "\t\n\r\\'"
#> '"'
#> '\'"'
#> 'Ä'
#> 'ʼN'
#> 'FI'
#> 'i̇'
#> 2
#> 'ας'
#> 'ασα'
#> 'σ'
#> 'ǅ'
#> 'Ǆ'
#> 'ss'
#> 'S'
#> 'ß'
#> 'ss'
#> 'ⅷ'
#> 'Ꭰ'
#> '中文'
#> False
#> '文'
#> '字'
#> 2
#> 1
#> ['中', '文']
#> 'a'
#> '中x字'
#> '**中文**'
#> b'\xe4\xb8\xad\xe6\x96\x87'
#> b'N-e\x87'
#> b'=\xd8\x00\xde'
#> '😀'
#> "'\\xe4\\u4e2d\\U0001f600\\ud800'"
#> False
#> True
#> True
#> 'Aabä中😀'
#> 'äb'
#> True
#> 'B'
#> True
#> 1
#> ['a', 'b']
#> '中'
#> '😀'
#> '  😀'
#> True
#> 34
#> False
#> 'Á'
#> False
#> True
#> True
#> '中'
#> 'x'
#> True
#> 3
#> True
#> True
#> 2
#> ('aé', '中', '😀')
#> True
#> ['中', '文']
#> 'é   é'
#> 'Éa'
#> 'ÉA'
