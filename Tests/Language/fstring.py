def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
x = 5
y = "s"
z = 3.14159
w = 8
p = 3
d = {"k": "v"}
class A:
    def __str__(self):
        return "str"
    def __repr__(self):
        return "repr"
    def __format__(self, spec):
        return "format(" + spec + ")"
def lambda_result():
    return (lambda: 3)()
t(lambda: f"")
t(lambda: f"abc")
t(lambda: f"{1}")
t(lambda: f"{x}")
t(lambda: f"{x}{y}")
t(lambda: f"{x} and {y!r}")
t(lambda: f"{y!s}")
t(lambda: f"{'ä'!a}")
t(lambda: f"{x:5}|")
t(lambda: f"{x:<5}|")
t(lambda: f"{x:05}")
t(lambda: f"{y:>5}")
t(lambda: f"{y!r:>7}")
t(lambda: f"{z:.2f}")
t(lambda: f"{z:{w}.{p}f}")
t(lambda: f"{x:{'>'}{w}}")
t(lambda: f"{1_000_000:,}")
t(lambda: f"{x=}")
t(lambda: f"{x = }")
t(lambda: f"{y=}")
t(lambda: f"{y=!s}")
t(lambda: f"{z=:.1f}")
t(lambda: f"{x+1=}")
t(lambda: f"{{}}")
t(lambda: f"{{{x}}}")
t(lambda: f"{'a' if x else 'b'}")
t(lambda: f"{[i for i in range(3)]}")
t(lambda: f"{ {'a': 1}['a'] }")
t(lambda: f"{d['k']}")
t(lambda: f"{x!r:{w}}|")
t(lambda: f"a" "b" f"{x}")
t(lambda: f"{x}" + "y")
t(lambda: f"{None}")
t(lambda: f"{True}")
t(lambda: f"{[1, 'a']}")
t(lambda: f"{(1,)}")
t(lambda: f"{b'x'}")
t(lambda: f"{x:d}")
t(lambda: f"{y:d}")
t(lambda: f"{None:5}")
t(lambda: f"{[]:5}")
t(lambda: f"{x:>{None}}")
t(lambda: f"{undefined}")
t(lambda: f"{1/0}")
t(lambda: f"{x:,}")
t(lambda: f"{255:#x} {255:b}")
t(lambda: f"{0.1+0.2:.3}")
t(lambda: f"{-5:+d} {5:+d} {5: d}")
t(lambda: f"{'a':*^5}")
t(lambda: f"{10**30:,}")
t(lambda: f"{A()}")
t(lambda: f"{A()!r}")
t(lambda: f"{A():x}")
t(lambda: f"{y}\n{x}\t")
t(lambda: f'{"nested"}')
t(lambda: f"{f'{x}'}")
t(lambda: f"{lambda_result()}")
t(lambda: rf"\d{x}")
t(lambda: f"{x!s:>4}")
t(lambda: f"{'ä'}{x}")
t(lambda: f"{'é':>3}")
#> ''
#> 'abc'
#> '1'
#> '5'
#> '5s'
#> "5 and 's'"
#> 's'
#> "'\\xe4'"
#> '    5|'
#> '5    |'
#> '00005'
#> '    s'
#> "    's'"
#> '3.14'
#> '   3.142'
#> '       5'
#> '1,000,000'
#> 'x=5'
#> 'x = 5'
#> "y='s'"
#> 'y=s'
#> 'z=3.1'
#> 'x+1=6'
#> '{}'
#> '{5}'
#> 'a'
#> '[0, 1, 2]'
#> '1'
#> 'v'
#> '5       |'
#> 'ab5'
#> '5y'
#> 'None'
#> 'True'
#> "[1, 'a']"
#> '(1,)'
#> "b'x'"
#> '5'
#> ValueError: Unknown format code 'd' for object of type 'str'
#> TypeError: unsupported format string passed to NoneType.__format__
#> TypeError: unsupported format string passed to list.__format__
#> ValueError: Invalid format specifier '>None' for object of type 'int'
#> NameError: name 'undefined' is not defined
#> ZeroDivisionError: division by zero
#> '5'
#> '0xff 11111111'
#> '0.3'
#> '-5 +5  5'
#> '**a**'
#> '1,000,000,000,000,000,000,000,000,000,000'
#> 'format()'
#> 'repr'
#> 'format(x)'
#> 's\n5\t'
#> 'nested'
#> '5'
#> '3'
#> '\\d5'
#> '   5'
#> 'ä5'
#> '  é'
