import re
for pattern, text in [("b+", "abbbc"), ("x", "abc"), ("", "abc"), ("^c", "abc"), ("c$", "abc\n"), ("é+", "caféé!"), (r"\d+", "a١٢3")]:
    for find in (re.search, re.match, re.fullmatch):
        print(find(pattern, text))
#> <re.Match object; span=(1, 4), match='bbb'>
#> None
#> None
#> None
#> None
#> None
#> <re.Match object; span=(0, 0), match=''>
#> <re.Match object; span=(0, 0), match=''>
#> None
#> None
#> None
#> None
#> <re.Match object; span=(2, 3), match='c'>
#> None
#> None
#> <re.Match object; span=(3, 5), match='éé'>
#> None
#> None
#> <re.Match object; span=(1, 4), match='١٢3'>
#> None
#> None
---
import re
m = re.search(r"(?P<user>\w+)@(?P<host>[\w.]+)(:\d+)?", "mail bob@example.com now")
print(m.group(), m.group(0), m.group(1), m.group("host"), m.group(3), m.group(1, "host", 3))
print(m[0], m["user"], m[3])
print(m.groups(), m.groups("-"), m.groupdict(), m.groupdict(0))
print(m.start(), m.end(), m.span(), m.start("host"), m.end(2), m.span(3))
print(m.pos, m.endpos, m.lastindex, m.lastgroup, m.string, m.re.pattern, m.regs)
print(bool(m), m.expand(r"\g<host>/\1"))
#> bob@example.com bob@example.com bob example.com None ('bob', 'example.com', None)
#> bob@example.com bob None
#> ('bob', 'example.com', None) ('bob', 'example.com', '-') {'user': 'bob', 'host': 'example.com'} {'user': 'bob', 'host': 'example.com'}
#> 5 20 (5, 20) 9 20 (-1, -1)
#> 0 24 2 host mail bob@example.com now (?P<user>\w+)@(?P<host>[\w.]+)(:\d+)? ((5, 20), (5, 8), (9, 20), (-1, -1))
#> True example.com/bob
---
import re
m = re.search("(é)(b)?", "aéb é")
print(m.span(), m.span(1), m.span(2), m.regs, m)
p = re.compile("é")
print(p.search("aéé", 2).span(), p.search("aéé", 3), p.search("aéé", 0, 1), p.search("aéé", 5), p.match("aé", 1), p.fullmatch("aé", 1), p.match("aé", -3))
print(p.findall("ééé", 1), p.findall("ééé", 1, 2), [x.span() for x in p.finditer("ééé", 1)])
#> (1, 3) (1, 2) (2, 3) ((1, 3), (1, 2), (2, 3)) <re.Match object; span=(1, 3), match='éb'>
#> (2, 3) None None None <re.Match object; span=(1, 2), match='é'> <re.Match object; span=(1, 2), match='é'> None
#> ['é', 'é'] ['é'] [(1, 2), (2, 3)]
---
import re
def show(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: re.search("a", None))
show(lambda: re.search("a", 5))
show(lambda: re.search("a", b"a"))
show(lambda: re.search(b"a", "a"))
show(lambda: re.search(5, "a"))
show(lambda: re.search([], "a"))
show(lambda: re.compile(re.compile("a"), re.I))
show(lambda: re.search("(", "a"))
show(lambda: re.search("a", "a").group(1))
show(lambda: re.search("a", "a").group("x"))
show(lambda: re.search("a", "a")[-1])
show(lambda: re.search("a", "a").start(2))
show(lambda: re.search("a", "a", "x"))
show(lambda: re.sub("a", 1, "bab"))
show(lambda: re.sub("a", lambda m: 1, "bab"))
show(lambda: re.sub("a", lambda m: None, "bab"))
show(lambda: re.sub("a", "\\2", "bab"))
show(lambda: re.sub("a", "\\g<x>", "bab"))
show(lambda: re.sub("a", b"x", "bab"))
show(lambda: re.sub("a", "b", "a", "x"))
show(lambda: re.split("a", "bab", "x"))
show(lambda: re.escape(1))
show(lambda: re.compile("a").search("a", "x"))
#> TypeError expected string or bytes-like object, got 'NoneType'
#> TypeError expected string or bytes-like object, got 'int'
#> TypeError cannot use a string pattern on a bytes-like object
#> TypeError cannot use a bytes pattern on a string-like object
#> TypeError first argument must be string or compiled pattern
#> TypeError unhashable type: 'list'
#> ValueError cannot process flags argument with a compiled pattern
#> error missing ), unterminated subpattern at position 0
#> IndexError no such group
#> IndexError no such group
#> IndexError no such group
#> IndexError no such group
#> TypeError unsupported operand type(s) for &: 'str' and 'RegexFlag'
#> TypeError decoding to str: need a bytes-like object, int found
#> TypeError sequence item 1: expected str instance, int found
#> bb
#> error invalid group reference 2 at position 1
#> IndexError unknown group name 'x'
#> TypeError sequence item 1: expected str instance, bytes found
#> TypeError 'str' object cannot be interpreted as an integer
#> TypeError 'str' object cannot be interpreted as an integer
#> TypeError decoding to str: need a bytes-like object, int found
#> TypeError 'str' object cannot be interpreted as an integer
---
import re
for pattern in ["(", ")", "[", "a**", "(?P<1>a)", "(?P<a>b)(?P<a>c)", "\\", "(?<=a+)b", "*a", "(?z)", "[z-a]", "\\1", "(?P=x)", "a{2,1}", "x\n(y\n["]:
    try:
        re.compile(pattern)
    except re.error as e:
        print(repr(e), e.msg, e.pos, e.lineno, e.colno, e.pattern == pattern, e.args)
#> error('missing ), unterminated subpattern at position 0') missing ), unterminated subpattern 0 1 1 True ('missing ), unterminated subpattern at position 0',)
#> error('unbalanced parenthesis at position 0') unbalanced parenthesis 0 1 1 True ('unbalanced parenthesis at position 0',)
#> error('unterminated character set at position 0') unterminated character set 0 1 1 True ('unterminated character set at position 0',)
#> error('multiple repeat at position 2') multiple repeat 2 1 3 True ('multiple repeat at position 2',)
#> error("bad character in group name '1' at position 4") bad character in group name '1' 4 1 5 True ("bad character in group name '1' at position 4",)
#> error("redefinition of group name 'a' as group 2; was group 1 at position 12") redefinition of group name 'a' as group 2; was group 1 12 1 13 True ("redefinition of group name 'a' as group 2; was group 1 at position 12",)
#> error('bad escape (end of pattern) at position 0') bad escape (end of pattern) 0 1 1 True ('bad escape (end of pattern) at position 0',)
#> error('look-behind requires fixed-width pattern') look-behind requires fixed-width pattern None None None False ('look-behind requires fixed-width pattern',)
#> error('nothing to repeat at position 0') nothing to repeat 0 1 1 True ('nothing to repeat at position 0',)
#> error('unknown extension ?z at position 1') unknown extension ?z 1 1 2 True ('unknown extension ?z at position 1',)
#> error('bad character range z-a at position 1') bad character range z-a 1 1 2 True ('bad character range z-a at position 1',)
#> error('invalid group reference 1 at position 1') invalid group reference 1 1 1 2 True ('invalid group reference 1 at position 1',)
#> error("unknown group name 'x' at position 4") unknown group name 'x' 4 1 5 True ("unknown group name 'x' at position 4",)
#> error('min repeat greater than max repeat at position 2') min repeat greater than max repeat 2 1 3 True ('min repeat greater than max repeat at position 2',)
#> error('unterminated character set at position 5 (line 3, column 1)') unterminated character set 5 3 1 True ('unterminated character set at position 5 (line 3, column 1)',)
---
import re
try:
    re.compile("(")
except Exception as e:
    print(type(e) is re.error, type(e), isinstance(e, Exception), str(e))
#> True <class 're.error'> True missing ), unterminated subpattern at position 0
---
import re
print(re.findall("a", "banana"), re.findall("(a)(n)?", "banana"), re.findall("(n)", "banana"), re.findall("(x)?a", "banana"))
print(re.findall("", "ab"), re.findall("x*", "axb"), re.findall(r"\w+", "some words, été"))
print(re.findall(b"a.", b"abac"), re.findall(r"(?i)A", "aA"))
print([m.span() for m in re.finditer("a*", "baac")], next(re.finditer("b", "abc")).group())
#> ['a', 'a', 'a'] [('a', 'n'), ('a', 'n'), ('a', '')] ['n', 'n'] ['', '', '']
#> ['', '', ''] ['', 'x', '', ''] ['some', 'words', 'été']
#> [b'ab', b'ac'] ['a', 'A']
#> [(0, 0), (1, 3), (3, 3), (4, 4)] b
---
import re
print(re.split(",", "a,b,,c"), re.split("(,)", "a,b"), re.split(",", "a,b,c", 1), re.split("x", "abc"))
print(re.split("", "abc"), re.split(r"\b", "a b"), re.split("(x)?,", "a,bx,c"), re.split(",", "a,b", -1), re.split(",", ""))
print(re.split(r"[\s;]+", " a; b ;c "), re.split("(a)|b", "xbya"))
print(re.compile(",").split("a,b,c", maxsplit=1), re.split("A", "bab", flags=re.I))
#> ['a', 'b', '', 'c'] ['a', ',', 'b'] ['a', 'b,c'] ['abc']
#> ['', 'a', 'b', 'c', ''] ['', 'a', ' ', 'b', ''] ['a', None, 'b', 'x', 'c'] ['a,b'] ['']
#> ['', 'a', 'b', 'c', ''] ['x', None, 'y', 'a', '']
#> ['a', 'b,c'] ['b', 'b']
---
import re
print(re.sub("a", "x", "banana"), re.sub("a", "x", "banana", 2), re.sub("a", "x", "banana", count=1), re.sub("z", "x", "banana"))
print(re.sub("(a)(n)", r"\2\1", "banana"), re.sub("(?P<l>a)", r"<\g<l>\g<0>\g<1>>", "banana"), re.sub("a", r"\n\t\\", "a"))
print(re.sub("(x)?a", r"[\1]", "aa"), re.sub("", "-", "abc"), re.sub("x*", "-", "abxd"), re.sub("é", "è", "été"))
print(re.sub("a", lambda m: m.group().upper(), "banana"), re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "1 22 333"))
print(re.subn("a", "x", "banana"), re.subn("z", "x", "banana"), re.subn("a", "x", "banana", 1))
print(re.sub(b"a", b"x", b"banana"), re.sub(b"(a)", rb"\1\1", b"ba"), re.sub("a", str.upper.__name__, "a"))
print(re.sub("A", "x", "banana", flags=re.I), re.sub("[^a-z0-9]", "", "A-b_1"), re.sub(r"\.\d+Z", "Z", "12:00:01.123Z"))
#> bxnxnx bxnxna bxnana banana
#> bnanaa b<aaa>n<aaa>n<aaa> 
#> 	\
#> [][] -a-b-c- -a-b--d- ètè
#> bAnAnA 2 44 666
#> ('bxnxnx', 3) ('banana', 0) ('bxnana', 1)
#> b'bxnxnx' b'baa' upper
#> bxnxnx b1 12:00:01Z
---
import re
def nested(m):
    return re.sub("b", "c", m.group()) + str(re.search("b", "abb").start())
print(re.sub("a(b+)", nested, "abb ab"))
p = re.compile("(b)(c)?")
print(p.sub(lambda m: repr(p.search("xbc").groups()) + repr(m.groups()), "b bc"))
#> acc1 ac1
#> ('b', 'c')('b', None) ('b', 'c')('b', 'c')
---
import re
print(re.escape("a.b*c[d]^$ \n-_é#&~"), re.escape(b"a.b"), re.escape(""))
print(re.search(re.escape("a.b?"), "xa.b?").span())
re.purge()
print(re.search("a", "a"))
#> a\.b\*c\[d\]\^\$\ \
#> \-_é\#\&\~ b'a\\.b' 
#> (1, 5)
#> <re.Match object; span=(0, 1), match='a'>
---
import re
for flag in (re.I, re.I | re.M, re.NOFLAG, re.I & re.M, re.I ^ re.M, re.A | re.X | re.S | re.L | re.U, re.I | 1024, re.RegexFlag(1024), ~re.I):
    print(repr(flag), str(flag), f"{flag}", int(flag), bool(flag))
print(re.I == 2, 2 == re.I, re.I != 2, re.I == re.IGNORECASE, re.I == re.M, 2 | re.I, re.I + 1, re.I < re.M, re.I < 3)
print(re.I.name, re.I.value, (re.I | re.M).name, re.I in (re.I | re.M), re.M in re.I, [re.I] == [2], {re.I: 1}[re.I])
print(re.ASCII, re.DOTALL, re.VERBOSE, re.MULTILINE, re.UNICODE, re.LOCALE, re.DEBUG, sorted([re.M, re.I]))
#> re.IGNORECASE re.IGNORECASE re.IGNORECASE 2 True
#> re.IGNORECASE|re.MULTILINE re.IGNORECASE|re.MULTILINE re.IGNORECASE|re.MULTILINE 10 True
#> re.NOFLAG re.NOFLAG re.NOFLAG 0 False
#> re.NOFLAG re.NOFLAG re.NOFLAG 0 False
#> re.IGNORECASE|re.MULTILINE re.IGNORECASE|re.MULTILINE re.IGNORECASE|re.MULTILINE 10 True
#> re.ASCII|re.LOCALE|re.UNICODE|re.DOTALL|re.VERBOSE re.ASCII|re.LOCALE|re.UNICODE|re.DOTALL|re.VERBOSE re.ASCII|re.LOCALE|re.UNICODE|re.DOTALL|re.VERBOSE 372 True
#> re.IGNORECASE|0x400 re.IGNORECASE|0x400 re.IGNORECASE|0x400 1026 True
#> re.RegexFlag(1024) re.RegexFlag(1024) re.RegexFlag(1024) 1024 True
#> re.ASCII|re.LOCALE|re.UNICODE|re.MULTILINE|re.DOTALL|re.VERBOSE|re.TEMPLATE|re.DEBUG re.ASCII|re.LOCALE|re.UNICODE|re.MULTILINE|re.DOTALL|re.VERBOSE|re.TEMPLATE|re.DEBUG re.ASCII|re.LOCALE|re.UNICODE|re.MULTILINE|re.DOTALL|re.VERBOSE|re.TEMPLATE|re.DEBUG 509 True
#> True True False True False re.IGNORECASE 3 True True
#> IGNORECASE 2 IGNORECASE|MULTILINE True False True 1
#> re.ASCII re.DOTALL re.VERBOSE re.MULTILINE re.UNICODE re.LOCALE re.DEBUG [re.IGNORECASE, re.MULTILINE]
---
import re
for p in [re.compile("a"), re.compile("a", re.I), re.compile("a", re.A | re.I | re.S), re.compile("(?i)a"), re.compile(b"a", 2), re.compile("a'\n"), re.compile("x" * 300), re.compile("(?x) a # b")]:
    print(repr(p), p.flags, p.groups, p.groupindex == {})
p = re.compile("(?P<x>a)(b)(?P<y>c)?")
print(p.pattern, p.groups, dict(p.groupindex), p == re.compile(p.pattern), p == re.compile("a"), p == 1, p is p)
print(re.compile(p) == p, re.search(p, "xab").group(), isinstance(p, re.Pattern), isinstance(p.search("ab"), re.Match), type(p), re.Match)
#> re.compile('a') 32 0 True
#> re.compile('a', re.IGNORECASE) 34 0 True
#> re.compile('a', re.IGNORECASE|re.DOTALL|re.ASCII) 274 0 True
#> re.compile('(?i)a', re.IGNORECASE) 34 0 True
#> re.compile(b'a', re.IGNORECASE) 2 0 True
#> re.compile("a'\n") 32 0 True
#> re.compile('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx) 32 0 True
#> re.compile('(?x) a # b', re.VERBOSE) 96 0 True
#> (?P<x>a)(b)(?P<y>c)? 3 {'x': 1, 'y': 3} True False False True
#> True ab True True <class 're.Pattern'> <class 're.Match'>
---
import re
print(repr(re.search("b+", "a" + "b" * 100)), repr(re.search(b"b", b"ab")), re.search("'", "it's"))
#> <re.Match object; span=(1, 101), match='bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb> <re.Match object; span=(1, 2), match=b'b'> <re.Match object; span=(2, 3), match="'">
---
import re
text = "Line one\nline two\nLINE three"
print(re.findall("^line", text), re.findall("^line", text, re.M), re.findall("^line", text, re.M | re.I), re.findall("(?im)^line", text))
print(re.findall("e.l", text), re.findall("e.l", text, re.S), re.findall("t w o", text, re.X), re.findall(r"\w", "é", re.A))
print(re.search("E$", "one\ntree", re.I | re.M), re.search("e$", "one\ntwo"))
#> [] ['line'] ['Line', 'line', 'LINE'] ['Line', 'line', 'LINE']
#> [] ['e\nl'] ['two'] []
#> <re.Match object; span=(2, 3), match='e'> None
---
import re
PATTERNS = [re.compile(p, re.IGNORECASE) for p in ("^aws", "admin$", r"(\d{1,3}\.){3}\d{1,3}")]
for text in ("AWSReserved", "SuperAdmin", "from 10.0.0.1 to", "none"):
    print(text, [bool(p.search(text)) for p in PATTERNS], any(p.match(text) for p in PATTERNS))
#> AWSReserved [True, False, False] True
#> SuperAdmin [False, True, False] False
#> from 10.0.0.1 to [False, False, True] False
#> none [False, False, False] False
---
import re
print(re.match(r"^[A-Za-z0-9+/]*={0,2}$", "YWJj"), re.fullmatch(r"[\w.+%-]+@[\w.-]+\.[a-zA-Z]{2,}", "a.b@c.de").span())
print(re.findall(r"from ([-\s\w]+) to ([-\s\w]+)", "changed from Member to Account Admin"))
print(re.search(r"arn:aws:iam::(\d{12}):(role|user)/(.+)", "arn:aws:iam::123456789012:role/x/y").groups())
print(re.search(r"(?<=key=)\w+(?!\w)", "key=abc;").group(), re.search(r"(a)(?(1)b|c)", "ab").group(), re.search(r"(?>a+)b", "aab"))
print(re.search(r"(\w)\1", "hello").group(), re.search("a{2,}?", "aaa").span(), re.search("[^\\W\\d]+", "12ab").group())
#> <re.Match object; span=(0, 4), match='YWJj'> (0, 8)
#> [('Member', 'Account Admin')]
#> ('123456789012', 'role', 'x/y')
#> abc ab <re.Match object; span=(0, 3), match='aab'>
#> ll (0, 2) ab
---
import re
from re import compile as build, error
print(build("a").search("ba").start(), error is re.error)
class Text(str):
    pass
print(re.search("b", Text("abc")), re.search(Text("b"), "abc"), re.sub("b", Text("x"), "abc"))
#> 1 True
#> <re.Match object; span=(1, 2), match='b'> <re.Match object; span=(1, 2), match='b'> axc
---
import re
print(re.search("\ud800", "a\ud800b").span(), re.sub("b", "", "\ud800b") == "\ud800", re.findall(".", "\ud800a") == ["\ud800", "a"])
print(re.search("", "").span(), re.fullmatch("", ""), re.split("a", "a"), re.sub("^", "x", ""), re.findall("$", "a\n"))
#> (1, 2) True True
#> (0, 0) <re.Match object; span=(0, 0), match=''> ['', ''] x ['', '']
