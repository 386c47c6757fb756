import html
import inspect
import keyword
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
print(keyword.iskeyword("if"), keyword.iskeyword("x"), keyword.kwlist)
print(inspect.isfunction(show), inspect.isclass(int), inspect.cleandoc("  a\n    b\n      c\n"), inspect.isgenerator(x for x in []), inspect.isbuiltin(len), inspect.ismodule(html))
#> True False ['False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del', 'elif', 'else', 'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'nonlocal', 'not', 'or', 'pass', 'raise', 'return', 'try', 'while', 'with', 'yield']
#> True True a
#> b
#>   c True True True
