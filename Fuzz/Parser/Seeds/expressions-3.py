f"{ {1: 2}[1] }"
f"{(lambda x: 1)}"
f"{a, b}"
f"{*a, b}"
f"{a,}"
f"{x for x in y}"
f"{a if b else c}"
f"{f'{a}'}"
f'{a["b"]:{c["d"]}}'
f"\N{DIGIT ONE}{a}\x41"
rf"\{a}\n"
fr'{a:\d}'
Rf"{a}"
f"\{a}"
f"{a:\x41}"
f"{'a' 'b'}"
f"{3.4:10}"
f"{a:%H:%M}"
f"{''!r}"
f"{a :b}"
"\ud800"
"\udc00\ud800x"
'\N{LATIN SMALL LETTER A WITH ACUTE}\N{latin small letter a}\N{CJK UNIFIED IDEOGRAPH-4E00}\N{HANGUL SYLLABLE GAG}\N{LF}\N{NULL}'
'\a\b\f\n\r\t\v\\\'\"\0\1\12\123\1234\x41\u0041\U00010000\q\8'
b'\a\x41\377\400\u0041\N{x}\q'
