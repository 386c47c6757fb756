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
