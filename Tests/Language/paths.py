import ntpath
P=[r"C:\Windows\System32\cmd.exe", r"\\host\share\x\y.txt", "a/b\\c", "", "C:", r"C:\a\..\b\.\c", r"..\x", "C:/Users/", r"\rooted\x.tar.gz", ".hidden", "a.", r"\\?\UNC\h\s\f"]
for p in P: print(repr(p), ntpath.basename(p), ntpath.dirname(p), ntpath.split(p), ntpath.splitext(p), ntpath.splitdrive(p), ntpath.normpath(p), ntpath.isabs(p), ntpath.normcase(p))
for a in P:
    for b in P[:6]: print(ntpath.join(a,b), end="|")
print()
print(ntpath.commonpath([r"C:\a\b",r"C:\a\c"]), ntpath.commonprefix(["abc","abd"]))
#> 'C:\\Windows\\System32\\cmd.exe' cmd.exe C:\Windows\System32 ('C:\\Windows\\System32', 'cmd.exe') ('C:\\Windows\\System32\\cmd', '.exe') ('C:', '\\Windows\\System32\\cmd.exe') C:\Windows\System32\cmd.exe True c:\windows\system32\cmd.exe
#> '\\\\host\\share\\x\\y.txt' y.txt \\host\share\x ('\\\\host\\share\\x', 'y.txt') ('\\\\host\\share\\x\\y', '.txt') ('\\\\host\\share', '\\x\\y.txt') \\host\share\x\y.txt True \\host\share\x\y.txt
#> 'a/b\\c' c a/b ('a/b', 'c') ('a/b\\c', '') ('', 'a/b\\c') a\b\c False a\b\c
#> ''   ('', '') ('', '') ('', '') . False 
#> 'C:'  C: ('C:', '') ('C:', '') ('C:', '') C: False c:
#> 'C:\\a\\..\\b\\.\\c' c C:\a\..\b\. ('C:\\a\\..\\b\\.', 'c') ('C:\\a\\..\\b\\.\\c', '') ('C:', '\\a\\..\\b\\.\\c') C:\b\c True c:\a\..\b\.\c
#> '..\\x' x .. ('..', 'x') ('..\\x', '') ('', '..\\x') ..\x False ..\x
#> 'C:/Users/'  C:/Users ('C:/Users', '') ('C:/Users/', '') ('C:', '/Users/') C:\Users True c:\users\
#> '\\rooted\\x.tar.gz' x.tar.gz \rooted ('\\rooted', 'x.tar.gz') ('\\rooted\\x.tar', '.gz') ('', '\\rooted\\x.tar.gz') \rooted\x.tar.gz True \rooted\x.tar.gz
#> '.hidden' .hidden  ('', '.hidden') ('.hidden', '') ('', '.hidden') .hidden False .hidden
#> 'a.' a.  ('', 'a.') ('a', '.') ('', 'a.') a. False a.
#> '\\\\?\\UNC\\h\\s\\f' f \\?\UNC\h\s\ ('\\\\?\\UNC\\h\\s\\', 'f') ('\\\\?\\UNC\\h\\s\\f', '') ('\\\\?\\UNC\\h\\s', '\\f') \\?\UNC\h\s\f True \\?\unc\h\s\f
#> C:\Windows\System32\cmd.exe|\\host\share\x\y.txt|C:\Windows\System32\cmd.exe\a/b\c|C:\Windows\System32\cmd.exe\|C:\Windows\System32\cmd.exe\|C:\a\..\b\.\c|C:\Windows\System32\cmd.exe|\\host\share\x\y.txt|\\host\share\x\y.txt\a/b\c|\\host\share\x\y.txt\|C:|C:\a\..\b\.\c|C:\Windows\System32\cmd.exe|\\host\share\x\y.txt|a/b\c\a/b\c|a/b\c\|C:|C:\a\..\b\.\c|C:\Windows\System32\cmd.exe|\\host\share\x\y.txt|a/b\c||C:|C:\a\..\b\.\c|C:\Windows\System32\cmd.exe|\\host\share\x\y.txt|C:a/b\c|C:|C:|C:\a\..\b\.\c|C:\Windows\System32\cmd.exe|\\host\share\x\y.txt|C:\a\..\b\.\c\a/b\c|C:\a\..\b\.\c\|C:\a\..\b\.\c\|C:\a\..\b\.\c|C:\Windows\System32\cmd.exe|\\host\share\x\y.txt|..\x\a/b\c|..\x\|C:|C:\a\..\b\.\c|C:\Windows\System32\cmd.exe|\\host\share\x\y.txt|C:/Users/a/b\c|C:/Users/|C:/Users/|C:\a\..\b\.\c|C:\Windows\System32\cmd.exe|\\host\share\x\y.txt|\rooted\x.tar.gz\a/b\c|\rooted\x.tar.gz\|C:|C:\a\..\b\.\c|C:\Windows\System32\cmd.exe|\\host\share\x\y.txt|.hidden\a/b\c|.hidden\|C:|C:\a\..\b\.\c|C:\Windows\System32\cmd.exe|\\host\share\x\y.txt|a.\a/b\c|a.\|C:|C:\a\..\b\.\c|C:\Windows\System32\cmd.exe|\\host\share\x\y.txt|\\?\UNC\h\s\f\a/b\c|\\?\UNC\h\s\f\|C:|C:\a\..\b\.\c|
#> C:\a ab
---
import pathlib
P=[r"C:\Windows\System32\cmd.exe", r"\\host\share\x\y.txt", "a/b\\c", "", "C:", r"C:\a\..\b\.\c", r"..\x", "C:/Users/", r"\rooted\x.tar.gz", ".hidden", "a.", r"\\?\UNC\h\s\f"]
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for cls in (pathlib.PurePosixPath, pathlib.PureWindowsPath):
    for p in P+["/usr/lib/x.py","//a/b","///a","a//b/./c","/","x.tar.gz"]:
        q=cls(p); print(repr(q), str(q), q.parts, q.name, q.suffix, q.suffixes, q.stem, q.parent, q.anchor, q.drive, q.root, q.is_absolute(), list(map(str,q.parents)), q.as_posix())
        for f in (lambda: q.with_name("n.z"), lambda: q.with_suffix(".q"), lambda: q.with_stem("s"), lambda: q/"k", lambda: "k"/q, lambda: q.match("*.py"), lambda: q.relative_to("/usr"), lambda: q.is_relative_to("/"), lambda: hash(q)==hash(cls(p)), lambda: q==cls(p.upper()), lambda: q.is_reserved(), lambda: q.as_uri()): show(f)
show(lambda: sorted([pathlib.PurePath("b"),pathlib.PurePath("a")])); show(lambda: pathlib.PurePath("a","b","/c")); show(lambda: pathlib.PurePath(5)); show(lambda: pathlib.Path("a")/"b"); show(lambda: type(pathlib.Path("x")).__name__); show(lambda: pathlib.PurePath("a").with_suffix("x")); show(lambda:pathlib.PureWindowsPath("C:\\a","D:\\b")); show(lambda:pathlib.PureWindowsPath("c:/a")==pathlib.PureWindowsPath("C:\\A"))
#> PurePosixPath('C:\\Windows\\System32\\cmd.exe') C:\Windows\System32\cmd.exe ('C:\\Windows\\System32\\cmd.exe',) C:\Windows\System32\cmd.exe .exe ['.exe'] C:\Windows\System32\cmd .    False ['.'] C:\Windows\System32\cmd.exe
#> PurePosixPath('n.z')
#> PurePosixPath('C:\\Windows\\System32\\cmd.q')
#> PurePosixPath('s.exe')
#> PurePosixPath('C:\\Windows\\System32\\cmd.exe/k')
#> PurePosixPath('k/C:\\Windows\\System32\\cmd.exe')
#> False
#> ValueError 'C:\\Windows\\System32\\cmd.exe' is not in the subpath of '/usr' OR one path is relative and the other is absolute.
#> False
#> True
#> False
#> False
#> ValueError relative path can't be expressed as a file URI
#> PurePosixPath('\\\\host\\share\\x\\y.txt') \\host\share\x\y.txt ('\\\\host\\share\\x\\y.txt',) \\host\share\x\y.txt .txt ['.txt'] \\host\share\x\y .    False ['.'] \\host\share\x\y.txt
#> PurePosixPath('n.z')
#> PurePosixPath('\\\\host\\share\\x\\y.q')
#> PurePosixPath('s.txt')
#> PurePosixPath('\\\\host\\share\\x\\y.txt/k')
#> PurePosixPath('k/\\\\host\\share\\x\\y.txt')
#> False
#> ValueError '\\\\host\\share\\x\\y.txt' is not in the subpath of '/usr' OR one path is relative and the other is absolute.
#> False
#> True
#> False
#> False
#> ValueError relative path can't be expressed as a file URI
#> PurePosixPath('a/b\\c') a/b\c ('a', 'b\\c') b\c  [] b\c a    False ['a', '.'] a/b\c
#> PurePosixPath('a/n.z')
#> PurePosixPath('a/b\\c.q')
#> PurePosixPath('a/s')
#> PurePosixPath('a/b\\c/k')
#> PurePosixPath('k/a/b\\c')
#> False
#> ValueError 'a/b\\c' is not in the subpath of '/usr' OR one path is relative and the other is absolute.
#> False
#> True
#> False
#> False
#> ValueError relative path can't be expressed as a file URI
#> PurePosixPath('.') . ()   []  .    False [] .
#> ValueError PurePosixPath('.') has an empty name
#> ValueError PurePosixPath('.') has an empty name
#> ValueError PurePosixPath('.') has an empty name
#> PurePosixPath('k')
#> PurePosixPath('k')
#> False
#> ValueError '.' is not in the subpath of '/usr' OR one path is relative and the other is absolute.
#> False
#> True
#> True
#> False
#> ValueError relative path can't be expressed as a file URI
#> PurePosixPath('C:') C: ('C:',) C:  [] C: .    False ['.'] C:
#> PurePosixPath('n.z')
#> PurePosixPath('C:.q')
#> PurePosixPath('s')
#> PurePosixPath('C:/k')
#> PurePosixPath('k/C:')
#> False
#> ValueError 'C:' is not in the subpath of '/usr' OR one path is relative and the other is absolute.
#> False
#> True
#> True
#> False
#> ValueError relative path can't be expressed as a file URI
#> PurePosixPath('C:\\a\\..\\b\\.\\c') C:\a\..\b\.\c ('C:\\a\\..\\b\\.\\c',) C:\a\..\b\.\c .\c ['.', '.\\b\\', '.\\c'] C:\a\..\b\ .    False ['.'] C:\a\..\b\.\c
#> PurePosixPath('n.z')
#> PurePosixPath('C:\\a\\..\\b\\.q')
#> PurePosixPath('s.\\c')
#> PurePosixPath('C:\\a\\..\\b\\.\\c/k')
#> PurePosixPath('k/C:\\a\\..\\b\\.\\c')
#> False
#> ValueError 'C:\\a\\..\\b\\.\\c' is not in the subpath of '/usr' OR one path is relative and the other is absolute.
#> False
#> True
#> False
#> False
#> ValueError relative path can't be expressed as a file URI
#> PurePosixPath('..\\x') ..\x ('..\\x',) ..\x .\x [] . .    False ['.'] ..\x
#> PurePosixPath('n.z')
#> PurePosixPath('..q')
#> PurePosixPath('s.\\x')
#> PurePosixPath('..\\x/k')
#> PurePosixPath('k/..\\x')
#> False
#> ValueError '..\\x' is not in the subpath of '/usr' OR one path is relative and the other is absolute.
#> False
#> True
#> False
#> False
#> ValueError relative path can't be expressed as a file URI
#> PurePosixPath('C:/Users') C:/Users ('C:', 'Users') Users  [] Users C:    False ['C:', '.'] C:/Users
#> PurePosixPath('C:/n.z')
#> PurePosixPath('C:/Users.q')
#> PurePosixPath('C:/s')
#> PurePosixPath('C:/Users/k')
#> PurePosixPath('k/C:/Users')
#> False
#> ValueError 'C:/Users' is not in the subpath of '/usr' OR one path is relative and the other is absolute.
#> False
#> True
#> False
#> False
#> ValueError relative path can't be expressed as a file URI
#> PurePosixPath('\\rooted\\x.tar.gz') \rooted\x.tar.gz ('\\rooted\\x.tar.gz',) \rooted\x.tar.gz .gz ['.tar', '.gz'] \rooted\x.tar .    False ['.'] \rooted\x.tar.gz
#> PurePosixPath('n.z')
#> PurePosixPath('\\rooted\\x.tar.q')
#> PurePosixPath('s.gz')
#> PurePosixPath('\\rooted\\x.tar.gz/k')
#> PurePosixPath('k/\\rooted\\x.tar.gz')
#> False
#> ValueError '\\rooted\\x.tar.gz' is not in the subpath of '/usr' OR one path is relative and the other is absolute.
#> False
#> True
#> False
#> False
#> ValueError relative path can't be expressed as a file URI
#> PurePosixPath('.hidden') .hidden ('.hidden',) .hidden  [] .hidden .    False ['.'] .hidden
#> PurePosixPath('n.z')
#> PurePosixPath('.hidden.q')
#> PurePosixPath('s')
#> PurePosixPath('.hidden/k')
#> PurePosixPath('k/.hidden')
#> False
#> ValueError '.hidden' is not in the subpath of '/usr' OR one path is relative and the other is absolute.
#> False
#> True
#> False
#> False
#> ValueError relative path can't be expressed as a file URI
#> PurePosixPath('a.') a. ('a.',) a.  [] a. .    False ['.'] a.
#> PurePosixPath('n.z')
#> PurePosixPath('a..q')
#> PurePosixPath('s')
#> PurePosixPath('a./k')
#> PurePosixPath('k/a.')
#> False
#> ValueError 'a.' is not in the subpath of '/usr' OR one path is relative and the other is absolute.
#> False
#> True
#> False
#> False
#> ValueError relative path can't be expressed as a file URI
#> PurePosixPath('\\\\?\\UNC\\h\\s\\f') \\?\UNC\h\s\f ('\\\\?\\UNC\\h\\s\\f',) \\?\UNC\h\s\f  [] \\?\UNC\h\s\f .    False ['.'] \\?\UNC\h\s\f
#> PurePosixPath('n.z')
#> PurePosixPath('\\\\?\\UNC\\h\\s\\f.q')
#> PurePosixPath('s')
#> PurePosixPath('\\\\?\\UNC\\h\\s\\f/k')
#> PurePosixPath('k/\\\\?\\UNC\\h\\s\\f')
#> False
#> ValueError '\\\\?\\UNC\\h\\s\\f' is not in the subpath of '/usr' OR one path is relative and the other is absolute.
#> False
#> True
#> False
#> False
#> ValueError relative path can't be expressed as a file URI
#> PurePosixPath('/usr/lib/x.py') /usr/lib/x.py ('/', 'usr', 'lib', 'x.py') x.py .py ['.py'] x /usr/lib /  / True ['/usr/lib', '/usr', '/'] /usr/lib/x.py
#> PurePosixPath('/usr/lib/n.z')
#> PurePosixPath('/usr/lib/x.q')
#> PurePosixPath('/usr/lib/s.py')
#> PurePosixPath('/usr/lib/x.py/k')
#> PurePosixPath('/usr/lib/x.py')
#> True
#> PurePosixPath('lib/x.py')
#> True
#> True
#> False
#> False
#> 'file:///usr/lib/x.py'
#> PurePosixPath('//a/b') //a/b ('//', 'a', 'b') b  [] b //a //  // True ['//a', '//'] //a/b
#> PurePosixPath('//a/n.z')
#> PurePosixPath('//a/b.q')
#> PurePosixPath('//a/s')
#> PurePosixPath('//a/b/k')
#> PurePosixPath('//a/b')
#> False
#> ValueError '//a/b' is not in the subpath of '/usr' OR one path is relative and the other is absolute.
#> False
#> True
#> False
#> False
#> 'file:////a/b'
#> PurePosixPath('/a') /a ('/', 'a') a  [] a / /  / True ['/'] /a
#> PurePosixPath('/n.z')
#> PurePosixPath('/a.q')
#> PurePosixPath('/s')
#> PurePosixPath('/a/k')
#> PurePosixPath('/a')
#> False
#> ValueError '/a' is not in the subpath of '/usr' OR one path is relative and the other is absolute.
#> True
#> True
#> False
#> False
#> 'file:///a'
#> PurePosixPath('a/b/c') a/b/c ('a', 'b', 'c') c  [] c a/b    False ['a/b', 'a', '.'] a/b/c
#> PurePosixPath('a/b/n.z')
#> PurePosixPath('a/b/c.q')
#> PurePosixPath('a/b/s')
#> PurePosixPath('a/b/c/k')
#> PurePosixPath('k/a/b/c')
#> False
#> ValueError 'a/b/c' is not in the subpath of '/usr' OR one path is relative and the other is absolute.
#> False
#> True
#> False
#> False
#> ValueError relative path can't be expressed as a file URI
#> PurePosixPath('/') / ('/',)   []  / /  / True [] /
#> ValueError PurePosixPath('/') has an empty name
#> ValueError PurePosixPath('/') has an empty name
#> ValueError PurePosixPath('/') has an empty name
#> PurePosixPath('/k')
#> PurePosixPath('/')
#> False
#> ValueError '/' is not in the subpath of '/usr' OR one path is relative and the other is absolute.
#> True
#> True
#> True
#> False
#> 'file:///'
#> PurePosixPath('x.tar.gz') x.tar.gz ('x.tar.gz',) x.tar.gz .gz ['.tar', '.gz'] x.tar .    False ['.'] x.tar.gz
#> PurePosixPath('n.z')
#> PurePosixPath('x.tar.q')
#> PurePosixPath('s.gz')
#> PurePosixPath('x.tar.gz/k')
#> PurePosixPath('k/x.tar.gz')
#> False
#> ValueError 'x.tar.gz' is not in the subpath of '/usr' OR one path is relative and the other is absolute.
#> False
#> True
#> False
#> False
#> ValueError relative path can't be expressed as a file URI
#> PureWindowsPath('C:/Windows/System32/cmd.exe') C:\Windows\System32\cmd.exe ('C:\\', 'Windows', 'System32', 'cmd.exe') cmd.exe .exe ['.exe'] cmd C:\Windows\System32 C:\ C: \ True ['C:\\Windows\\System32', 'C:\\Windows', 'C:\\'] C:/Windows/System32/cmd.exe
#> PureWindowsPath('C:/Windows/System32/n.z')
#> PureWindowsPath('C:/Windows/System32/cmd.q')
#> PureWindowsPath('C:/Windows/System32/s.exe')
#> PureWindowsPath('C:/Windows/System32/cmd.exe/k')
#> PureWindowsPath('C:/Windows/System32/cmd.exe')
#> False
#> ValueError 'C:\\Windows\\System32\\cmd.exe' is not in the subpath of '\\usr' OR one path is relative and the other is absolute.
#> False
#> True
#> True
#> False
#> 'file:///C:/Windows/System32/cmd.exe'
#> PureWindowsPath('//host/share/x/y.txt') \\host\share\x\y.txt ('\\\\host\\share\\', 'x', 'y.txt') y.txt .txt ['.txt'] y \\host\share\x \\host\share\ \\host\share \ True ['\\\\host\\share\\x', '\\\\host\\share\\'] //host/share/x/y.txt
#> PureWindowsPath('//host/share/x/n.z')
#> PureWindowsPath('//host/share/x/y.q')
#> PureWindowsPath('//host/share/x/s.txt')
#> PureWindowsPath('//host/share/x/y.txt/k')
#> PureWindowsPath('//host/share/x/y.txt')
#> False
#> ValueError '\\\\host\\share\\x\\y.txt' is not in the subpath of '\\usr' OR one path is relative and the other is absolute.
#> False
#> True
#> True
#> False
#> 'file://host/share/x/y.txt'
#> PureWindowsPath('a/b/c') a\b\c ('a', 'b', 'c') c  [] c a\b    False ['a\\b', 'a', '.'] a/b/c
#> PureWindowsPath('a/b/n.z')
#> PureWindowsPath('a/b/c.q')
#> PureWindowsPath('a/b/s')
#> PureWindowsPath('a/b/c/k')
#> PureWindowsPath('k/a/b/c')
#> False
#> ValueError 'a\\b\\c' is not in the subpath of '\\usr' OR one path is relative and the other is absolute.
#> False
#> True
#> True
#> False
#> ValueError relative path can't be expressed as a file URI
#> PureWindowsPath('.') . ()   []  .    False [] .
#> ValueError PureWindowsPath('.') has an empty name
#> ValueError PureWindowsPath('.') has an empty name
#> ValueError PureWindowsPath('.') has an empty name
#> PureWindowsPath('k')
#> PureWindowsPath('k')
#> False
#> ValueError '.' is not in the subpath of '\\usr' OR one path is relative and the other is absolute.
#> False
#> True
#> True
#> False
#> ValueError relative path can't be expressed as a file URI
#> PureWindowsPath('C:') C: ('C:',)   []  C: C: C:  False [] C:
#> ValueError PureWindowsPath('C:') has an empty name
#> ValueError PureWindowsPath('C:') has an empty name
#> ValueError PureWindowsPath('C:') has an empty name
#> PureWindowsPath('C:k')
#> PureWindowsPath('C:')
#> False
#> ValueError 'C:' is not in the subpath of '\\usr' OR one path is relative and the other is absolute.
#> False
#> True
#> True
#> False
#> ValueError relative path can't be expressed as a file URI
#> PureWindowsPath('C:/a/../b/c') C:\a\..\b\c ('C:\\', 'a', '..', 'b', 'c') c  [] c C:\a\..\b C:\ C: \ True ['C:\\a\\..\\b', 'C:\\a\\..', 'C:\\a', 'C:\\'] C:/a/../b/c
#> PureWindowsPath('C:/a/../b/n.z')
#> PureWindowsPath('C:/a/../b/c.q')
#> PureWindowsPath('C:/a/../b/s')
#> PureWindowsPath('C:/a/../b/c/k')
#> PureWindowsPath('C:/a/../b/c')
#> False
#> ValueError 'C:\\a\\..\\b\\c' is not in the subpath of '\\usr' OR one path is relative and the other is absolute.
#> False
#> True
#> True
#> False
#> 'file:///C:/a/../b/c'
#> PureWindowsPath('../x') ..\x ('..', 'x') x  [] x ..    False ['..', '.'] ../x
#> PureWindowsPath('../n.z')
#> PureWindowsPath('../x.q')
#> PureWindowsPath('../s')
#> PureWindowsPath('../x/k')
#> PureWindowsPath('k/../x')
#> False
#> ValueError '..\\x' is not in the subpath of '\\usr' OR one path is relative and the other is absolute.
#> False
#> True
#> True
#> False
#> ValueError relative path can't be expressed as a file URI
#> PureWindowsPath('C:/Users') C:\Users ('C:\\', 'Users') Users  [] Users C:\ C:\ C: \ True ['C:\\'] C:/Users
#> PureWindowsPath('C:/n.z')
#> PureWindowsPath('C:/Users.q')
#> PureWindowsPath('C:/s')
#> PureWindowsPath('C:/Users/k')
#> PureWindowsPath('C:/Users')
#> False
#> ValueError 'C:\\Users' is not in the subpath of '\\usr' OR one path is relative and the other is absolute.
#> False
#> True
#> True
#> False
#> 'file:///C:/Users'
#> PureWindowsPath('/rooted/x.tar.gz') \rooted\x.tar.gz ('\\', 'rooted', 'x.tar.gz') x.tar.gz .gz ['.tar', '.gz'] x.tar \rooted \  \ False ['\\rooted', '\\'] /rooted/x.tar.gz
#> PureWindowsPath('/rooted/n.z')
#> PureWindowsPath('/rooted/x.tar.q')
#> PureWindowsPath('/rooted/s.gz')
#> PureWindowsPath('/rooted/x.tar.gz/k')
#> PureWindowsPath('/rooted/x.tar.gz')
#> False
#> ValueError '\\rooted\\x.tar.gz' is not in the subpath of '\\usr' OR one path is relative and the other is absolute.
#> True
#> True
#> True
#> False
#> ValueError relative path can't be expressed as a file URI
#> PureWindowsPath('.hidden') .hidden ('.hidden',) .hidden  [] .hidden .    False ['.'] .hidden
#> PureWindowsPath('n.z')
#> PureWindowsPath('.hidden.q')
#> PureWindowsPath('s')
#> PureWindowsPath('.hidden/k')
#> PureWindowsPath('k/.hidden')
#> False
#> ValueError '.hidden' is not in the subpath of '\\usr' OR one path is relative and the other is absolute.
#> False
#> True
#> True
#> False
#> ValueError relative path can't be expressed as a file URI
#> PureWindowsPath('a.') a. ('a.',) a.  [] a. .    False ['.'] a.
#> PureWindowsPath('n.z')
#> PureWindowsPath('a..q')
#> PureWindowsPath('s')
#> PureWindowsPath('a./k')
#> PureWindowsPath('k/a.')
#> False
#> ValueError 'a.' is not in the subpath of '\\usr' OR one path is relative and the other is absolute.
#> False
#> True
#> True
#> False
#> ValueError relative path can't be expressed as a file URI
#> PureWindowsPath('//?/UNC/h/s/f') \\?\UNC\h\s\f ('\\\\?\\UNC\\h\\s\\', 'f') f  [] f \\?\UNC\h\s\ \\?\UNC\h\s\ \\?\UNC\h\s \ True ['\\\\?\\UNC\\h\\s\\'] //?/UNC/h/s/f
#> PureWindowsPath('//?/UNC/h/s/n.z')
#> PureWindowsPath('//?/UNC/h/s/f.q')
#> PureWindowsPath('//?/UNC/h/s/s')
#> PureWindowsPath('//?/UNC/h/s/f/k')
#> PureWindowsPath('//?/UNC/h/s/f')
#> False
#> ValueError '\\\\?\\UNC\\h\\s\\f' is not in the subpath of '\\usr' OR one path is relative and the other is absolute.
#> False
#> True
#> True
#> False
#> 'file://%3F/UNC/h/s/f'
#> PureWindowsPath('/usr/lib/x.py') \usr\lib\x.py ('\\', 'usr', 'lib', 'x.py') x.py .py ['.py'] x \usr\lib \  \ False ['\\usr\\lib', '\\usr', '\\'] /usr/lib/x.py
#> PureWindowsPath('/usr/lib/n.z')
#> PureWindowsPath('/usr/lib/x.q')
#> PureWindowsPath('/usr/lib/s.py')
#> PureWindowsPath('/usr/lib/x.py/k')
#> PureWindowsPath('/usr/lib/x.py')
#> True
#> PureWindowsPath('lib/x.py')
#> True
#> True
#> True
#> False
#> ValueError relative path can't be expressed as a file URI
#> PureWindowsPath('//a/b/') \\a\b\ ('\\\\a\\b\\',)   []  \\a\b\ \\a\b\ \\a\b \ True [] //a/b/
#> ValueError PureWindowsPath('//a/b/') has an empty name
#> ValueError PureWindowsPath('//a/b/') has an empty name
#> ValueError PureWindowsPath('//a/b/') has an empty name
#> PureWindowsPath('//a/b/k')
#> PureWindowsPath('//a/b/')
#> False
#> ValueError '\\\\a\\b\\' is not in the subpath of '\\usr' OR one path is relative and the other is absolute.
#> False
#> True
#> True
#> False
#> 'file://a/b/'
#> PureWindowsPath('/a') \a ('\\', 'a') a  [] a \ \  \ False ['\\'] /a
#> PureWindowsPath('/n.z')
#> PureWindowsPath('/a.q')
#> PureWindowsPath('/s')
#> PureWindowsPath('/a/k')
#> PureWindowsPath('/a')
#> False
#> ValueError '\\a' is not in the subpath of '\\usr' OR one path is relative and the other is absolute.
#> True
#> True
#> True
#> False
#> ValueError relative path can't be expressed as a file URI
#> PureWindowsPath('a/b/c') a\b\c ('a', 'b', 'c') c  [] c a\b    False ['a\\b', 'a', '.'] a/b/c
#> PureWindowsPath('a/b/n.z')
#> PureWindowsPath('a/b/c.q')
#> PureWindowsPath('a/b/s')
#> PureWindowsPath('a/b/c/k')
#> PureWindowsPath('k/a/b/c')
#> False
#> ValueError 'a\\b\\c' is not in the subpath of '\\usr' OR one path is relative and the other is absolute.
#> False
#> True
#> True
#> False
#> ValueError relative path can't be expressed as a file URI
#> PureWindowsPath('/') \ ('\\',)   []  \ \  \ False [] /
#> ValueError PureWindowsPath('/') has an empty name
#> ValueError PureWindowsPath('/') has an empty name
#> ValueError PureWindowsPath('/') has an empty name
#> PureWindowsPath('/k')
#> PureWindowsPath('/')
#> False
#> ValueError '\\' is not in the subpath of '\\usr' OR one path is relative and the other is absolute.
#> True
#> True
#> True
#> False
#> ValueError relative path can't be expressed as a file URI
#> PureWindowsPath('x.tar.gz') x.tar.gz ('x.tar.gz',) x.tar.gz .gz ['.tar', '.gz'] x.tar .    False ['.'] x.tar.gz
#> PureWindowsPath('n.z')
#> PureWindowsPath('x.tar.q')
#> PureWindowsPath('s.gz')
#> PureWindowsPath('x.tar.gz/k')
#> PureWindowsPath('k/x.tar.gz')
#> False
#> ValueError 'x.tar.gz' is not in the subpath of '\\usr' OR one path is relative and the other is absolute.
#> False
#> True
#> True
#> False
#> ValueError relative path can't be expressed as a file URI
#> [PurePosixPath('a'), PurePosixPath('b')]
#> PurePosixPath('/c')
#> TypeError expected str, bytes or os.PathLike object, not int
#> PosixPath('a/b')
#> 'PosixPath'
#> ValueError Invalid suffix 'x'
#> PureWindowsPath('D:/b')
#> True
