@a
x = 1
async x
async with a: pass
global a.b
x = 1 if 2
not
a not b
a <> b
a === b
a && b
a || b
!a
a++
a ? b : c
`a`
“a”
a = 'b
a = "b
c
'''a
'\x4'
'\u123'
'\U00110000'
'\N{no such name}'
'\N'
b'é'
