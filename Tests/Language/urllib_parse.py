from urllib.parse import urlparse, urlsplit
for url in ["https://u:p@Host:80/p;x?q=1#f", "http://a", "//h/p", "/p?q", "p", "", "mailto:a@b", "HTTP://A/B", "a:b", "1a:b", "http://a b", "  http://a\tb\n/x ", "http://h?q#f?g#h", "http://[::1]:8/x", "http://x@y@z/", "tel:1;2", "ftp://h/a;b/c;d", "s3://bucket/key", "http:///p", "?q", "#f", "http://h/p;", "file:///etc/passwd", "javascript:alert(1)", "http://h:/", "http://é.com/ü?ö#ä", "http://HOST%41/", "é:b", "http://[v1.x]/", "http://[fe80::1%Eth]/", "http://h\\x/"]:
    p, s = urlparse(url), urlsplit(url)
    print(p, s[2], p.geturl())
    print(p.hostname, p.port, p.username, p.password, p.netloc, s.geturl())
#> ParseResult(scheme='https', netloc='u:p@Host:80', path='/p', params='x', query='q=1', fragment='f') /p;x https://u:p@Host:80/p;x?q=1#f
#> host 80 u p u:p@Host:80 https://u:p@Host:80/p;x?q=1#f
#> ParseResult(scheme='http', netloc='a', path='', params='', query='', fragment='')  http://a
#> a None None None a http://a
#> ParseResult(scheme='', netloc='h', path='/p', params='', query='', fragment='') /p //h/p
#> h None None None h //h/p
#> ParseResult(scheme='', netloc='', path='/p', params='', query='q', fragment='') /p /p?q
#> None None None None  /p?q
#> ParseResult(scheme='', netloc='', path='p', params='', query='', fragment='') p p
#> None None None None  p
#> ParseResult(scheme='', netloc='', path='', params='', query='', fragment='')  
#> None None None None  
#> ParseResult(scheme='mailto', netloc='', path='a@b', params='', query='', fragment='') a@b mailto:a@b
#> None None None None  mailto:a@b
#> ParseResult(scheme='http', netloc='A', path='/B', params='', query='', fragment='') /B http://A/B
#> a None None None A http://A/B
#> ParseResult(scheme='a', netloc='', path='b', params='', query='', fragment='') b a:b
#> None None None None  a:b
#> ParseResult(scheme='', netloc='', path='1a:b', params='', query='', fragment='') 1a:b 1a:b
#> None None None None  1a:b
#> ParseResult(scheme='http', netloc='a b', path='', params='', query='', fragment='')  http://a b
#> a b None None None a b http://a b
#> ParseResult(scheme='http', netloc='ab', path='/x ', params='', query='', fragment='') /x  http://ab/x 
#> ab None None None ab http://ab/x 
#> ParseResult(scheme='http', netloc='h', path='', params='', query='q', fragment='f?g#h')  http://h?q#f?g#h
#> h None None None h http://h?q#f?g#h
#> ParseResult(scheme='http', netloc='[::1]:8', path='/x', params='', query='', fragment='') /x http://[::1]:8/x
#> ::1 8 None None [::1]:8 http://[::1]:8/x
#> ParseResult(scheme='http', netloc='x@y@z', path='/', params='', query='', fragment='') / http://x@y@z/
#> z None x@y None x@y@z http://x@y@z/
#> ParseResult(scheme='tel', netloc='', path='1', params='2', query='', fragment='') 1;2 tel:1;2
#> None None None None  tel:1;2
#> ParseResult(scheme='ftp', netloc='h', path='/a;b/c', params='d', query='', fragment='') /a;b/c;d ftp://h/a;b/c;d
#> h None None None h ftp://h/a;b/c;d
#> ParseResult(scheme='s3', netloc='bucket', path='/key', params='', query='', fragment='') /key s3://bucket/key
#> bucket None None None bucket s3://bucket/key
#> ParseResult(scheme='http', netloc='', path='/p', params='', query='', fragment='') /p http:///p
#> None None None None  http:///p
#> ParseResult(scheme='', netloc='', path='', params='', query='q', fragment='')  ?q
#> None None None None  ?q
#> ParseResult(scheme='', netloc='', path='', params='', query='', fragment='f')  #f
#> None None None None  #f
#> ParseResult(scheme='http', netloc='h', path='/p', params='', query='', fragment='') /p; http://h/p
#> h None None None h http://h/p;
#> ParseResult(scheme='file', netloc='', path='/etc/passwd', params='', query='', fragment='') /etc/passwd file:///etc/passwd
#> None None None None  file:///etc/passwd
#> ParseResult(scheme='javascript', netloc='', path='alert(1)', params='', query='', fragment='') alert(1) javascript:alert(1)
#> None None None None  javascript:alert(1)
#> ParseResult(scheme='http', netloc='h:', path='/', params='', query='', fragment='') / http://h:/
#> h None None None h: http://h:/
#> ParseResult(scheme='http', netloc='é.com', path='/ü', params='', query='ö', fragment='ä') /ü http://é.com/ü?ö#ä
#> é.com None None None é.com http://é.com/ü?ö#ä
#> ParseResult(scheme='http', netloc='HOST%41', path='/', params='', query='', fragment='') / http://HOST%41/
#> host%41 None None None HOST%41 http://HOST%41/
#> ParseResult(scheme='', netloc='', path='é:b', params='', query='', fragment='') é:b é:b
#> None None None None  é:b
#> ParseResult(scheme='http', netloc='[v1.x]', path='/', params='', query='', fragment='') / http://[v1.x]/
#> v1.x None None None [v1.x] http://[v1.x]/
#> ParseResult(scheme='http', netloc='[fe80::1%Eth]', path='/', params='', query='', fragment='') / http://[fe80::1%Eth]/
#> fe80::1%Eth None None None [fe80::1%Eth] http://[fe80::1%Eth]/
#> ParseResult(scheme='http', netloc='h\\x', path='/', params='', query='', fragment='') / http://h\x/
#> h\x None None None h\x http://h\x/
---
import urllib.parse as u
def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
for url in ["http://[::1", "http://a]b/", "http://[1.2.3.4]/", "http://[x]/", "http://[1::2::3]/", "http://[1:2:3:4:5:6:7:8]/", "http://[1:2:3:4:5:6:7::]/", "http://[::1:2:3:4:5:6:7]/", "http://[::ffff:1.2.3.4]/", "http://[12345::]/", "http://[v1]/", "http://\u2100/", "http://[::%]/", "http://[:]/"]:
    show(lambda: u.urlsplit(url).netloc)
show(lambda: u.urlparse("//[::1]:x/").port)
show(lambda: u.urlparse("http://h:70000").port)
show(lambda: u.urlparse("http://h:00080").port)
show(lambda: u.urlparse(None))
show(lambda: u.urlparse(b"http://a:1/b"))
show(lambda: u.urlparse(b"http://a:1/b").hostname)
show(lambda: u.urlparse(5))
show(lambda: u.urlparse("a", b"b"))
show(lambda: u.urlparse("http://a") == ("http", "a", "", "", "", ""))
show(lambda: u.urlparse("http://a")._replace(netloc="b").geturl())
show(lambda: u.urlparse("http://a")._replace(foo="b"))
show(lambda: u.urlparse("http://a")._asdict())
show(lambda: u.urlparse("http://a")._fields)
show(lambda: u.urlparse("http://a")[7])
show(lambda: u.urlparse("http://a")[1:3])
show(lambda: list(u.urlsplit("http://a/b?c")))
show(lambda: u.urlparse("a", scheme="x", allow_fragments=False))
show(lambda: u.urlparse("http://a#b", allow_fragments=False))
show(lambda: u.urldefrag("http://a/b;c#d"))
show(lambda: u.urldefrag("http://a"))
show(lambda: u.urlunparse(("http", "b", "c", "d", "e", "f")))
show(lambda: u.urlunsplit(("", "b", "c", "", "")))
show(lambda: u.urlunsplit(["http", "", "/c", "q", ""]))
show(lambda: u.urlunparse(("a", "b", "c")))
scheme, netloc, path, params, query, fragment = u.urlparse("http://h/p?q")
print(scheme, netloc, path, query, len(u.urlparse("x")), "h" in u.urlparse("http://h"))
#> ValueError Invalid IPv6 URL
#> ValueError Invalid IPv6 URL
#> ValueError An IPv4 address cannot be in brackets
#> ValueError 'x' does not appear to be an IPv4 or IPv6 address
#> ValueError '1::2::3' does not appear to be an IPv4 or IPv6 address
#> '[1:2:3:4:5:6:7:8]'
#> '[1:2:3:4:5:6:7::]'
#> '[::1:2:3:4:5:6:7]'
#> '[::ffff:1.2.3.4]'
#> ValueError '12345::' does not appear to be an IPv4 or IPv6 address
#> ValueError IPvFuture address is invalid
#> ValueError netloc '℀' contains invalid characters under NFKC normalization
#> ValueError '::%' does not appear to be an IPv4 or IPv6 address
#> ValueError ':' does not appear to be an IPv4 or IPv6 address
#> ValueError Port could not be cast to integer value as 'x'
#> ValueError Port out of range 0-65535
#> 80
#> ParseResultBytes(scheme=b'', netloc=b'', path=b'', params=b'', query=b'', fragment=b'')
#> ParseResultBytes(scheme=b'http', netloc=b'a:1', path=b'/b', params=b'', query=b'', fragment=b'')
#> b'a'
#> AttributeError 'int' object has no attribute 'decode'
#> TypeError Cannot mix str and non-str arguments
#> True
#> 'http://b'
#> ValueError Got unexpected field names: ['foo']
#> {'scheme': 'http', 'netloc': 'a', 'path': '', 'params': '', 'query': '', 'fragment': ''}
#> ('scheme', 'netloc', 'path', 'params', 'query', 'fragment')
#> IndexError tuple index out of range
#> ('a', '')
#> ['http', 'a', '/b', 'c', '']
#> ParseResult(scheme='x', netloc='', path='a', params='', query='', fragment='')
#> ParseResult(scheme='http', netloc='a', path='#b', params='', query='', fragment='')
#> DefragResult(url='http://a/b;c', fragment='d')
#> DefragResult(url='http://a', fragment='')
#> 'http://b/c;d?e#f'
#> '//b/c'
#> 'http:///c?q'
#> ValueError not enough values to unpack (expected 7, got 4)
#> http h /p q 6 True
---
from urllib.parse import urljoin
for base in ["http://a/b/c/d;p?q", "http://a", "http://a/b/", "", "mailto:x@y", "/a/b", "a"]:
    print([urljoin(base, url) for url in ["g:h", "g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", ";x", "", ".", "./", "..", "../", "../g", "../../../g", "/./g", "g.", "./../g", "./g/.", "g/./h", "g/../h", "http:g", "http://x/y", "a//b"]])
#> ['g:h', 'http://a/b/c/g', 'http://a/b/c/g', 'http://a/b/c/g/', 'http://a/g', 'http://g', 'http://a/b/c/d;p?y', 'http://a/b/c/g?y', 'http://a/b/c/d;p?q#s', 'http://a/b/c/g#s', 'http://a/b/c/;x', 'http://a/b/c/d;p?q', 'http://a/b/c/', 'http://a/b/c/', 'http://a/b/', 'http://a/b/', 'http://a/b/g', 'http://a/g', 'http://a/g', 'http://a/b/c/g.', 'http://a/b/g', 'http://a/b/c/g/', 'http://a/b/c/g/h', 'http://a/b/c/h', 'http://a/b/c/g', 'http://x/y', 'http://a/b/c/a/b']
#> ['g:h', 'http://a/g', 'http://a/g', 'http://a/g/', 'http://a/g', 'http://g', 'http://a?y', 'http://a/g?y', 'http://a#s', 'http://a/g#s', 'http://a/;x', 'http://a', 'http://a/', 'http://a/', 'http://a/', 'http://a/', 'http://a/g', 'http://a/g', 'http://a/g', 'http://a/g.', 'http://a/g', 'http://a/g/', 'http://a/g/h', 'http://a/h', 'http://a/g', 'http://x/y', 'http://a/a/b']
#> ['g:h', 'http://a/b/g', 'http://a/b/g', 'http://a/b/g/', 'http://a/g', 'http://g', 'http://a/b/?y', 'http://a/b/g?y', 'http://a/b/#s', 'http://a/b/g#s', 'http://a/b/;x', 'http://a/b/', 'http://a/b/', 'http://a/b/', 'http://a/', 'http://a/', 'http://a/g', 'http://a/g', 'http://a/g', 'http://a/b/g.', 'http://a/g', 'http://a/b/g/', 'http://a/b/g/h', 'http://a/b/h', 'http://a/b/g', 'http://x/y', 'http://a/b/a/b']
#> ['g:h', 'g', './g', 'g/', '/g', '//g', '?y', 'g?y', '#s', 'g#s', ';x', '', '.', './', '..', '../', '../g', '../../../g', '/./g', 'g.', './../g', './g/.', 'g/./h', 'g/../h', 'http:g', 'http://x/y', 'a//b']
#> ['g:h', 'g', './g', 'g/', '/g', '//g', '?y', 'g?y', '#s', 'g#s', ';x', 'mailto:x@y', '.', './', '..', '../', '../g', '../../../g', '/./g', 'g.', './../g', './g/.', 'g/./h', 'g/../h', 'http:g', 'http://x/y', 'a//b']
#> ['g:h', '/a/g', '/a/g', '/a/g/', '/g', '//g', '/a/b?y', '/a/g?y', '/a/b#s', '/a/g#s', '/a/;x', '/a/b', '/a/', '/a/', '/', '/', '/g', 'g', '/g', '/a/g.', '/g', '/a/g/', '/a/g/h', '/a/h', 'http:g', 'http://x/y', '/a/a/b']
#> ['g:h', 'g', 'g', 'g/', '/g', '//g', 'a?y', 'g?y', 'a#s', 'g#s', '/;x', 'a', '/', '/', '/', '/', 'g', 'g', '/g', 'g.', 'g', 'g/', 'g/h', 'h', 'http:g', 'http://x/y', 'a/b']
---
import urllib.parse as u
def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
for s in ["a b/c", "é~-_.", "", "%", "a+b&c=d?#", b"\xff /", "\x00\x7f"]:
    show(lambda: (u.quote(s), u.quote(s, safe=""), u.quote_plus(s), u.quote(s, " é%")))
for s in ["%41", "%zz%4", "%e9", "%C3%A9", "a+b%20c", "é%41%C3%A9é", "%", "", "%F0%9F%98%80", "%ED%A0%80", "%41é%C3é%A9", b"%41+"]:
    show(lambda: u.unquote(s))
    show(lambda: u.unquote_plus(s))
    show(lambda: u.unquote_to_bytes(s))
show(lambda: u.quote(5))
show(lambda: u.quote(None))
show(lambda: u.unquote(None))
show(lambda: u.unquote(5))
show(lambda: u.unquote_plus(None))
show(lambda: u.quote("\ud800"))
show(lambda: u.quote("é", encoding="latin-1"))
show(lambda: u.quote(b"a", encoding="latin-1"))
show(lambda: u.unquote("%e9", "latin-1"))
show(lambda: u.unquote("%41%e9", errors="strict"))
show(lambda: u.quote_from_bytes("a"))
#> ('a%20b/c', 'a%20b%2Fc', 'a+b%2Fc', 'a b%2Fc')
#> ('%C3%A9~-_.', '%C3%A9~-_.', '%C3%A9~-_.', '%C3%A9~-_.')
#> ('', '', '', '')
#> ('%25', '%25', '%25', '%')
#> ('a%2Bb%26c%3Dd%3F%23', 'a%2Bb%26c%3Dd%3F%23', 'a%2Bb%26c%3Dd%3F%23', 'a%2Bb%26c%3Dd%3F%23')
#> ('%FF%20/', '%FF%20%2F', '%FF+%2F', '%FF %2F')
#> ('%00%7F', '%00%7F', '%00%7F', '%00%7F')
#> 'A'
#> 'A'
#> b'A'
#> '%zz%4'
#> '%zz%4'
#> b'%zz%4'
#> '�'
#> '�'
#> b'\xe9'
#> 'é'
#> 'é'
#> b'\xc3\xa9'
#> 'a+b c'
#> 'a b c'
#> b'a+b c'
#> 'éAéé'
#> 'éAéé'
#> b'\xc3\xa9A\xc3\xa9\xc3\xa9'
#> '%'
#> '%'
#> b'%'
#> ''
#> ''
#> b''
#> '😀'
#> '😀'
#> b'\xf0\x9f\x98\x80'
#> '���'
#> '���'
#> b'\xed\xa0\x80'
#> 'Aé�é�'
#> 'Aé�é�'
#> b'A\xc3\xa9\xc3\xc3\xa9\xa9'
#> 'A+'
#> TypeError a bytes-like object is required, not 'str'
#> b'A+'
#> TypeError quote_from_bytes() expected bytes
#> TypeError quote_from_bytes() expected bytes
#> TypeError argument of type 'NoneType' is not iterable
#> TypeError argument of type 'int' is not iterable
#> AttributeError 'NoneType' object has no attribute 'replace'
#> UnicodeEncodeError 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed
#> '%E9'
#> TypeError quote() doesn't support 'encoding' for bytes
#> 'é'
#> UnicodeDecodeError 'utf-8' codec can't decode byte 0xe9 in position 1: unexpected end of data
#> TypeError quote_from_bytes() expected bytes
---
import urllib.parse as u
def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: u.urlencode({"a": 1, "b c": "d&e", "é": None}))
show(lambda: u.urlencode({"a": [1, 2], "b": "xy"}, True))
show(lambda: u.urlencode({"a": [1, 2]}))
show(lambda: u.urlencode([("a", b"\xff"), (b"k", True)]))
show(lambda: u.urlencode([("a", (1, "é"))], doseq=True))
show(lambda: u.urlencode({"a": "b c"}, quote_via=u.quote))
show(lambda: u.urlencode({"a": "b/c"}, safe="/"))
show(lambda: u.urlencode({}))
show(lambda: u.urlencode([]))
show(lambda: u.urlencode(5))
show(lambda: u.urlencode("abc"))
show(lambda: u.urlencode([(1,)]))
for qs in ["a=1&b=&a=2&c", "", "a", "a=b=c", "a+b=%41+%e9", "&&a=1", "é=ü", "a=1;b=2", "=x", b"a=%41"]:
    show(lambda: u.parse_qs(qs))
    show(lambda: u.parse_qsl(qs, True))
show(lambda: u.parse_qsl("a", strict_parsing=True))
show(lambda: u.parse_qsl("a=1&&b=2", strict_parsing=True))
show(lambda: u.parse_qs(5))
show(lambda: u.parse_qs(None))
show(lambda: u.parse_qsl("a=1;b=2", separator=";"))
show(lambda: u.parse_qsl("a=1;b=2", separator=""))
show(lambda: u.parse_qsl("a=1&b=2", max_num_fields=1))
show(lambda: u.parse_qs("a=1&b=2", max_num_fields=2))
#> 'a=1&b+c=d%26e&%C3%A9=None'
#> 'a=1&a=2&b=xy'
#> 'a=%5B1%2C+2%5D'
#> 'a=%FF&k=True'
#> 'a=1&a=%C3%A9'
#> 'a=b%20c'
#> 'a=b/c'
#> ''
#> ''
#> TypeError not a valid non-string sequence or mapping object
#> TypeError not a valid non-string sequence or mapping object
#> ValueError not enough values to unpack (expected 2, got 1)
#> {'a': ['1', '2']}
#> [('a', '1'), ('b', ''), ('a', '2'), ('c', '')]
#> {}
#> []
#> {}
#> [('a', '')]
#> {'a': ['b=c']}
#> [('a', 'b=c')]
#> {'a b': ['A �']}
#> [('a b', 'A �')]
#> {'a': ['1']}
#> [('a', '1')]
#> {'é': ['ü']}
#> [('é', 'ü')]
#> {'a': ['1;b=2']}
#> [('a', '1;b=2')]
#> {'': ['x']}
#> [('', 'x')]
#> {b'a': [b'A']}
#> [(b'a', b'A')]
#> ValueError bad query field: 'a'
#> ValueError bad query field: ''
#> AttributeError 'int' object has no attribute 'decode'
#> {}
#> [('a', '1'), ('b', '2')]
#> ValueError Separator must be of type string or bytes.
#> ValueError Max number of fields exceeded
#> {'a': ['1'], 'b': ['2']}
---
import urllib
import urllib.parse
from urllib import parse
print(urllib.parse is parse, parse.quote("a b"), urllib.parse.urlparse("http://h").netloc)
#> True a%20b h
---
import json
from urllib.parse import urlparse, urldefrag, ParseResult, DefragResult, SplitResult
p = urlparse("https://u@h:8/p?q#f")
print(isinstance(p, tuple), isinstance(p, ParseResult), p == tuple(p), len(p), hash(p) == hash(tuple(p)))
print(json.dumps({"url": p}), p[1], p[-1:], "f" in p, p.index("/p"), p + (1,))
print(p._fields, ParseResult._fields, p._replace(scheme="ftp").geturl(), p._asdict()["port" if False else "netloc"])
scheme, netloc, *rest = p
print(scheme, netloc, rest, sorted([p, urlparse("a://b")])[0].scheme)
print(urldefrag("http://h/p#f"), urldefrag("http://h/p#f").geturl(), DefragResult("a", "").geturl(), DefragResult(fragment="f", url="u"))
print(SplitResult("http", "h:1", "/p", "", "").port)
#> True True True 6 True
#> {"url": ["https", "u@h:8", "/p", "", "q", "f"]} u@h:8 ('f',) True 2 ('https', 'u@h:8', '/p', '', 'q', 'f', 1)
#> ('scheme', 'netloc', 'path', 'params', 'query', 'fragment') ('scheme', 'netloc', 'path', 'params', 'query', 'fragment') ftp://u@h:8/p?q#f u@h:8
#> https u@h:8 ['/p', '', 'q', 'f'] a
#> DefragResult(url='http://h/p', fragment='f') http://h/p#f a DefragResult(url='u', fragment='f')
#> 1
---
from urllib.parse import DefragResult
DefragResult(1, 2).geturl()
#> TypeError: unsupported operand type(s) for +: 'int' and 'str'
---
from urllib.parse import ParseResult
ParseResult("a")
#> TypeError: ParseResult.__new__() missing 5 required positional arguments: 'netloc', 'path', 'params', 'query', and 'fragment'
---
import sys, time
v = sys.version_info
print(v >= (3, 8), v[:2], v.major, isinstance(v, tuple), v == (3, 11, 7, "final", 0) or v[:2] == (3, 11))
print(repr(v).split("minor")[0], type(v).__name__, isinstance(time.gmtime(0), tuple), time.gmtime(0))
#> True (3, 11) 3 True True
#> sys.version_info(major=3,  version_info True time.struct_time(tm_year=1970, tm_mon=1, tm_mday=1, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=3, tm_yday=1, tm_isdst=0)
---
from collections import namedtuple
class Point(namedtuple("Point", "x y")):
    def __new__(cls):
        return tuple.__new__(cls, [1])
p = Point()
print(p.x, len(p))
p.y
#> 1 1
#> IndexError: tuple index out of range
