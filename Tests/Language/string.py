import string
print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, repr(string.whitespace), string.punctuation)
print(string.capwords("hello  big world"), string.capwords("a-b", "-"))
t = string.Template("$who likes ${what} $$5")
print(t.substitute(who="tim", what="kung pao"), t.safe_substitute(who="x"), t.template)
for text in ["$x $", "$who", "${a"]:
    try:
        print(string.Template(text).substitute({"x": 1}))
    except Exception as e:
        print(type(e).__name__, e)
#> abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 0123456789abcdefABCDEF 01234567 ' \t\n\r\x0b\x0c' !"#$%&'()*+,-./:;<=>?@[\]^_`{|}~
#> Hello Big World A-B
#> tim likes kung pao $5 x likes ${what} $5 $who likes ${what} $$5
#> ValueError Invalid placeholder in string: line 1, col 4
#> KeyError 'who'
#> ValueError Invalid placeholder in string: line 1, col 1
