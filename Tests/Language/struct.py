import struct
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for fmt,vals in [("<IH",(1,2)),(">q",(-5,)),("!BBB",(1,2,255)),("5s",(b"abc",)),("<f",(1.5,)),("<d",(0.1,)),(">e",(0.5,)),("@ic",(1,b"x")),("?",(True,)),("3x",()),("p",(b"",)),("5p",(b"abcdefg",)),("<f",(3.4e38,)),("<f",(1e-45,)),("<d",(float("inf"),)),("<f",(0.1,)),("hhl",(1,2,3)),("B",(256,)),("h",(40000,)),("I",(-1,)),("z",()),("2",()),("c",(1,)),("<e",(1e6,)),("i",("a",)),("ii",(1,)), ("<d",(5e-324,)),("<f",(-0.0,))]:
    show(lambda: struct.pack(fmt,*vals))
    show(lambda: struct.calcsize(fmt))
    try: show(lambda: struct.unpack(fmt, struct.pack(fmt,*vals)))
    except Exception as e: pass
show(lambda: struct.unpack("<I",b"abc")); show(lambda: list(struct.iter_unpack("<H",b"abcd"))); show(lambda: struct.unpack_from("<H",b"abcdef",2)); s=struct.Struct("<HB"); show(lambda:(s.size,s.pack(1,2),s.unpack(b"abc")))
#> b'\x01\x00\x00\x00\x02\x00'
#> 6
#> (1, 2)
#> b'\xff\xff\xff\xff\xff\xff\xff\xfb'
#> 8
#> (-5,)
#> b'\x01\x02\xff'
#> 3
#> (1, 2, 255)
#> b'abc\x00\x00'
#> 5
#> (b'abc\x00\x00',)
#> b'\x00\x00\xc0?'
#> 4
#> (1.5,)
#> b'\x9a\x99\x99\x99\x99\x99\xb9?'
#> 8
#> (0.1,)
#> b'8\x00'
#> 2
#> (0.5,)
#> b'\x01\x00\x00\x00x'
#> 5
#> (1, b'x')
#> b'\x01'
#> 1
#> (True,)
#> b'\x00\x00\x00'
#> 3
#> ()
#> b'\x00'
#> 1
#> (b'',)
#> b'\x04abcd'
#> 5
#> (b'abcd',)
#> b'\x9e\xc9\x7f\x7f'
#> 4
#> (3.3999999521443642e+38,)
#> b'\x01\x00\x00\x00'
#> 4
#> (1.401298464324817e-45,)
#> b'\x00\x00\x00\x00\x00\x00\xf0\x7f'
#> 8
#> (inf,)
#> b'\xcd\xcc\xcc='
#> 4
#> (0.10000000149011612,)
#> b'\x01\x00\x02\x00\x00\x00\x00\x00\x03\x00\x00\x00\x00\x00\x00\x00'
#> 16
#> (1, 2, 3)
#> error ubyte format requires 0 <= number <= 255
#> 1
#> error ubyte format requires 0 <= number <= 255
#> error short format requires -32768 <= number <= 32767
#> 2
#> error short format requires -32768 <= number <= 32767
#> error argument out of range
#> 4
#> error argument out of range
#> error bad char in struct format
#> error bad char in struct format
#> error bad char in struct format
#> error repeat count given without format specifier
#> error repeat count given without format specifier
#> error repeat count given without format specifier
#> error char format requires a bytes object of length 1
#> 1
#> error char format requires a bytes object of length 1
#> OverflowError float too large to pack with e format
#> 2
#> OverflowError float too large to pack with e format
#> error required argument is not an integer
#> 4
#> error required argument is not an integer
#> error pack expected 2 items for packing (got 1)
#> 8
#> error pack expected 2 items for packing (got 1)
#> b'\x01\x00\x00\x00\x00\x00\x00\x00'
#> 8
#> (5e-324,)
#> b'\x00\x00\x00\x80'
#> 4
#> (-0.0,)
#> error unpack requires a buffer of 4 bytes
#> [(25185,), (25699,)]
#> (25699,)
#> (3, b'\x01\x00\x02', (25185, 99))
