import fnmatch
from fnmatch import fnmatch as match
for pattern in ["", "*", "a*", "*c", "a*c", "a?c", "?", "[abc]", "[!abc]", "[a-c]x", "[]x]", "[!]x]", "[", "[a", "[]", "[!]", "a[b-]c", "a[-b]c", "[z-a]", "[!z-a]", "[a-cx-z]", "[b-ax-z]", "*a*b*c*", "a.c", "a\\c", "[\\]", "[&~|]", "[^a]", "[[a]", "**", "a**b", "[a-c-e]", "[--0]", "s3:*:get", "été*", "[é-ü]"]:
    print(pattern, [n for n in ["", "a", "abc", "aXc", "a\nc", "x", "]", "!", "-", "a-c", "a.c", "a\\c", "\\", "^", "[", "[a", "bx", "y", "&", "aabbcc", "ab", "d", "/", "s3:object:get", "étés", "ö", "c", "e"] if fnmatch.fnmatch(n, pattern)])
    print(fnmatch.translate(pattern))
#>  ['']
#> (?s:)\Z
#> * ['', 'a', 'abc', 'aXc', 'a\nc', 'x', ']', '!', '-', 'a-c', 'a.c', 'a\\c', '\\', '^', '[', '[a', 'bx', 'y', '&', 'aabbcc', 'ab', 'd', '/', 's3:object:get', 'étés', 'ö', 'c', 'e']
#> (?s:.*)\Z
#> a* ['a', 'abc', 'aXc', 'a\nc', 'a-c', 'a.c', 'a\\c', 'aabbcc', 'ab']
#> (?s:a.*)\Z
#> *c ['abc', 'aXc', 'a\nc', 'a-c', 'a.c', 'a\\c', 'aabbcc', 'c']
#> (?s:.*c)\Z
#> a*c ['abc', 'aXc', 'a\nc', 'a-c', 'a.c', 'a\\c', 'aabbcc']
#> (?s:a.*c)\Z
#> a?c ['abc', 'aXc', 'a\nc', 'a-c', 'a.c', 'a\\c']
#> (?s:a.c)\Z
#> ? ['a', 'x', ']', '!', '-', '\\', '^', '[', 'y', '&', 'd', '/', 'ö', 'c', 'e']
#> (?s:.)\Z
#> [abc] ['a', 'c']
#> (?s:[abc])\Z
#> [!abc] ['x', ']', '!', '-', '\\', '^', '[', 'y', '&', 'd', '/', 'ö', 'e']
#> (?s:[^abc])\Z
#> [a-c]x ['bx']
#> (?s:[a-c]x)\Z
#> []x] ['x', ']']
#> (?s:[]x])\Z
#> [!]x] ['a', '!', '-', '\\', '^', '[', 'y', '&', 'd', '/', 'ö', 'c', 'e']
#> (?s:[^]x])\Z
#> [ ['[']
#> (?s:\[)\Z
#> [a ['[a']
#> (?s:\[a)\Z
#> [] []
#> (?s:\[\])\Z
#> [!] []
#> (?s:\[!\])\Z
#> a[b-]c ['abc', 'a-c']
#> (?s:a[b\-]c)\Z
#> a[-b]c ['abc', 'a-c']
#> (?s:a[\-b]c)\Z
#> [z-a] []
#> (?s:(?!))\Z
#> [!z-a] ['a', 'x', ']', '!', '-', '\\', '^', '[', 'y', '&', 'd', '/', 'ö', 'c', 'e']
#> (?s:.)\Z
#> [a-cx-z] ['a', 'x', 'y', 'c']
#> (?s:[a-cx-z])\Z
#> [b-ax-z] ['x', 'y']
#> (?s:[x-z])\Z
#> *a*b*c* ['abc', 'aabbcc']
#> (?s:(?>.*?a)(?>.*?b)(?>.*?c).*)\Z
#> a.c ['a.c']
#> (?s:a\.c)\Z
#> a\c ['a\\c']
#> (?s:a\\c)\Z
#> [\] ['\\']
#> (?s:[\\])\Z
#> [&~|] ['&']
#> (?s:[\&\~\|])\Z
#> [^a] ['a', '^']
#> (?s:[\^a])\Z
#> [[a] ['a', '[']
#> (?s:[\[a])\Z
#> ** ['', 'a', 'abc', 'aXc', 'a\nc', 'x', ']', '!', '-', 'a-c', 'a.c', 'a\\c', '\\', '^', '[', '[a', 'bx', 'y', '&', 'aabbcc', 'ab', 'd', '/', 's3:object:get', 'étés', 'ö', 'c', 'e']
#> (?s:.*)\Z
#> a**b ['ab']
#> (?s:a.*b)\Z
#> [a-c-e] ['a', '-', 'c', 'e']
#> (?s:[a-c\-e])\Z
#> [--0] ['-', '/']
#> (?s:[\--0])\Z
#> s3:*:get ['s3:object:get']
#> (?s:s3:.*:get)\Z
#> été* ['étés']
#> (?s:été.*)\Z
#> [é-ü] ['ö']
#> (?s:[é-ü])\Z
---
import fnmatch
def show(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: fnmatch.fnmatch(None, "x"))
show(lambda: fnmatch.fnmatch("x", None))
show(lambda: fnmatch.fnmatchcase(None, "x"))
show(lambda: fnmatch.fnmatchcase("x", None))
show(lambda: fnmatch.fnmatch(b"x", "x"))
show(lambda: fnmatch.fnmatch("x", b"x"))
show(lambda: fnmatch.fnmatch(b"x\xff", b"x?"))
show(lambda: fnmatch.filter(["a", "b", "ab"], "a*"))
show(lambda: fnmatch.filter(5, "a*"))
show(lambda: fnmatch.filter(["a", None], "a*"))
show(lambda: fnmatch.fnmatch("a" * 100 + "b", "*a" * 20 + "c"))
show(lambda: fnmatch.fnmatchcase("Abc", "a*"))
#> TypeError expected str, bytes or os.PathLike object, not NoneType
#> TypeError expected str, bytes or os.PathLike object, not NoneType
#> TypeError expected string or bytes-like object, got 'NoneType'
#> TypeError object of type 'NoneType' has no len()
#> TypeError cannot use a string pattern on a bytes-like object
#> TypeError cannot use a bytes pattern on a string-like object
#> True
#> ['a', 'ab']
#> TypeError 'int' object is not iterable
#> TypeError expected string or bytes-like object, got 'NoneType'
#> False
#> False
