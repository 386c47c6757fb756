import os
def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: os.getenv("NOPE_X"))
show(lambda: os.getenv("NOPE_X", "d"))
show(lambda: os.getenv("NOPE_X", default=5))
show(lambda: os.getenv(5))
show(lambda: os.environ["NOPE_X"])
show(lambda: os.environ[5])
show(lambda: os.environ.get("NOPE_X", "d"))
show(lambda: os.environ.get(5))
show(lambda: "NOPE_X" in os.environ)
show(lambda: os.fspath("a"))
show(lambda: os.fspath(5))
show(lambda: (os.sep, os.linesep, os.name, os.curdir, os.pathsep, os.path.sep))
show(lambda: os.nope)
#> None
#> 'd'
#> 5
#> TypeError str expected, not int
#> KeyError 'NOPE_X'
#> TypeError str expected, not int
#> 'd'
#> TypeError str expected, not int
#> False
#> 'a'
#> TypeError expected str, bytes or os.PathLike object, not int
#> ('/', '\n', 'posix', '.', ':', '/')
#> AttributeError module 'os' has no attribute 'nope'
---
import os.path
for path in ["", "/", "a", "/a", "a/", "/a/b", "a//b", "//a", "///a/b//", "a.b", ".a", "a/.b", "a.b/c", "..", "a/..b", "a.b.c", "...a", "a.", "é/ü.ö"]:
    print(repr(path), os.path.basename(path), os.path.dirname(path), os.path.split(path), os.path.splitext(path), os.path.normpath(path), os.path.isabs(path), os.path.normcase(path))
for path in ["a/./b", "a/../b", "../a", "a/../../b", "/..", "/../a", "//a/../b", "///a", "./", "a/..", "a/b/../../.."]:
    print(os.path.normpath(path))
print(os.path.join("a", "b"), os.path.join("a/", "b"), os.path.join("a", "/b"), os.path.join("a", ""), os.path.join("", "b"), os.path.join("a"), os.path.join("a", "b", "/c", "d"))
print(os.path.commonprefix(["abc", "abd"]), os.path.commonprefix([]), os.path.commonprefix(["a", ""]), os.path.basename(b"a/b"), os.path.join(b"a", b"b"))
#> ''   ('', '') ('', '') . False 
#> '/'  / ('/', '') ('/', '') / True /
#> 'a' a  ('', 'a') ('a', '') a False a
#> '/a' a / ('/', 'a') ('/a', '') /a True /a
#> 'a/'  a ('a', '') ('a/', '') a False a/
#> '/a/b' b /a ('/a', 'b') ('/a/b', '') /a/b True /a/b
#> 'a//b' b a ('a', 'b') ('a//b', '') a/b False a//b
#> '//a' a // ('//', 'a') ('//a', '') //a True //a
#> '///a/b//'  ///a/b ('///a/b', '') ('///a/b//', '') /a/b True ///a/b//
#> 'a.b' a.b  ('', 'a.b') ('a', '.b') a.b False a.b
#> '.a' .a  ('', '.a') ('.a', '') .a False .a
#> 'a/.b' .b a ('a', '.b') ('a/.b', '') a/.b False a/.b
#> 'a.b/c' c a.b ('a.b', 'c') ('a.b/c', '') a.b/c False a.b/c
#> '..' ..  ('', '..') ('..', '') .. False ..
#> 'a/..b' ..b a ('a', '..b') ('a/..b', '') a/..b False a/..b
#> 'a.b.c' a.b.c  ('', 'a.b.c') ('a.b', '.c') a.b.c False a.b.c
#> '...a' ...a  ('', '...a') ('...a', '') ...a False ...a
#> 'a.' a.  ('', 'a.') ('a', '.') a. False a.
#> 'é/ü.ö' ü.ö é ('é', 'ü.ö') ('é/ü', '.ö') é/ü.ö False é/ü.ö
#> a/b
#> b
#> ../a
#> ../b
#> /
#> /a
#> //b
#> /a
#> .
#> .
#> ..
#> a/b a/b /b a/ b a /c/d
#> ab   b'b' b'a/b'
---
from os import path
import os
def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: path.join("a", 5))
show(lambda: path.join("a", b"b"))
show(lambda: path.join(5, "a"))
show(lambda: path.basename(None))
show(lambda: path.dirname(5))
print(path is os.path)
#> TypeError join() argument must be str, bytes, or os.PathLike object, not 'int'
#> TypeError Can't mix strings and bytes in path components
#> TypeError expected str, bytes or os.PathLike object, not int
#> TypeError expected str, bytes or os.PathLike object, not NoneType
#> TypeError expected str, bytes or os.PathLike object, not int
#> True
---
import sys
print(sys.version_info[:2], sys.version_info >= (3, 8), sys.version_info.major, sys.version_info < (3, 12), sys.maxsize, sys.platform, sys.byteorder, sys.maxunicode)
print(sys.intern("a"), isinstance(sys.version, str), len(sys.version_info))
try:
    sys.exit(3)
except SystemExit as e:
    print(e, e.args)
try:
    sys.intern(5)
except TypeError as e:
    print(e)
#> (3, 11) True 3 True 9223372036854775807 linux little 1114111
#> a True 5
#> 3 (3,)
#> intern() argument must be str, not int
