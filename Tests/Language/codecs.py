import codecs
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
show(lambda: codecs.encode("Hello","rot13")); show(lambda: codecs.decode("Uryyb","rot_13")); show(lambda: codecs.encode(b"ab","hex")); show(lambda: codecs.decode(b"6162","hex")); show(lambda: codecs.decode("zz","hex")); show(lambda: codecs.decode(b"aGk=","base64")); show(lambda: codecs.encode("é","utf-8")); show(lambda: codecs.decode(b"\xc3\xa9")); show(lambda:codecs.encode("x","nope")); print(codecs.BOM_UTF8)
#> 'Uryyb'
#> 'Hello'
#> b'6162'
#> b'ab'
#> Error decoding with 'hex' codec failed (Error: Non-hexadecimal digit found)
#> b'hi'
#> b'\xc3\xa9'
#> 'é'
#> LookupError unknown encoding: nope
#> b'\xef\xbb\xbf'
---
for text in ["caf\u00e9 \u20ac", "x\u4e00"]:
    try:
        print(text.encode("cp1252"))
    except UnicodeEncodeError as error:
        print(error)
for raw in [b"\x80\x93a\xe9", b"a\x81"]:
    for handler in ["strict", "replace", "ignore"]:
        try:
            print(ascii(raw.decode("windows-1252", handler)))
        except UnicodeDecodeError as error:
            print(error)
#> b'caf\xe9 \x80'
#> 'charmap' codec can't encode character '\u4e00' in position 1: character maps to <undefined>
#> '\u20ac\u201ca\xe9'
#> '\u20ac\u201ca\xe9'
#> '\u20ac\u201ca\xe9'
#> 'charmap' codec can't decode byte 0x81 in position 1: character maps to <undefined>
#> 'a\ufffd'
#> 'a'
