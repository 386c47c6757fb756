1__0
1_
0x
0xg
0o8
0b2
0b12
1a
1e
1e+
1.2.3
1_.0
1._0
0x1g
1jx
0_7
é€ = 1
a\ b
a\
{a: b, c}
{a, b: c}
{a:}
{**a for a in b}
{*a for a in b}
[*a for a in b]
