import csv
import io
print(list(csv.reader(['a,b,"c,d"', 'x,"y ""q""",z', '', ',', '"multi', 'line",2', 'a;b'])))
print(list(csv.reader(["a\tb", "'x y'\tz"], delimiter="\t", quotechar="'")), list(csv.reader(["1,2.5,\"x\""], quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader(["a, b"], skipinitialspace=True)))
for r in csv.DictReader(io.StringIO("a,b\n1,2\n3\n4,5,6\n\n7,8")): print(r)
o=io.StringIO(); w=csv.writer(o); w.writerow(["a", 'b"c', "d,e", 1, 2.5, None, ""]); w.writerow([""]); w.writerows([[1,2],["x\ny"]]); print(repr(o.getvalue()))
o=io.StringIO(); w=csv.DictWriter(o,["a","b"],lineterminator="\n"); w.writeheader(); w.writerow({"a":1}); print(repr(o.getvalue()))
for bad in [lambda: csv.reader(["a"], delimiter="ab"), lambda: list(csv.reader([b"a"])), lambda: csv.DictWriter(io.StringIO(),["a"]).writerow({"z":1}), lambda: csv.reader([], dialect="nope"), lambda: io.StringIO(5), lambda: io.StringIO().write(b"x"), lambda: io.BytesIO().write("x"), lambda: io.StringIO("x").seek(-1), lambda: io.StringIO("abc").seek(1,1)]:
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
s=io.StringIO("one\ntwo\nthree"); print(s.readline(), s.read(2), s.tell(), s.readlines(), s.read(), s.seek(0), list(s))
b=io.BytesIO(b"ab\ncd"); print(b.readline(), b.read(), b.getvalue()); b.seek(1); b.write(b"XYZ"); print(b.getvalue())
with io.StringIO() as f:
    f.write("hello"); f.seek(10); f.write("x"); print(repr(f.getvalue()))
try: f.read()
except ValueError as e: print(e)
#> [['a', 'b', 'c,d'], ['x', 'y "q"', 'z'], [], ['', ''], ['multiline', '2'], ['a;b']]
#> [['a', 'b'], ['x y', 'z']] [[1.0, 2.5, 'x']] [['a', 'b']]
#> {'a': '1', 'b': '2'}
#> {'a': '3', 'b': None}
#> {'a': '4', 'b': '5', None: ['6']}
#> {'a': '7', 'b': '8'}
#> 'a,"b""c","d,e",1,2.5,,\r\n""\r\n1,2\r\n"x\ny"\r\n'
#> 'a,b\n1,\n'
#> TypeError "delimiter" must be a 1-character string
#> Error iterator should return strings, not bytes (the file should be opened in text mode)
#> ValueError dict contains fields not in fieldnames: 'z'
#> Error unknown dialect
#> TypeError initial_value must be str or None, not int
#> TypeError string argument expected, got 'bytes'
#> TypeError a bytes-like object is required, not 'str'
#> ValueError Negative seek position -1
#> OSError Can't do nonzero cur-relative seeks
#> one
#>  tw 6 ['o\n', 'three']  0 ['one\n', 'two\n', 'three']
#> b'ab\n' b'cd' b'ab\ncd'
#> b'aXYZd'
#> 'hello\x00\x00\x00\x00\x00x'
#> I/O operation on closed file
