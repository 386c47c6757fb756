import types
n=types.SimpleNamespace(a=1,b="x"); n.c=3; print(n, n==types.SimpleNamespace(a=1,b="x",c=3), n.a)
m=types.MappingProxyType({"a":1}); print(m, m["a"], dict(m), len(m), "a" in m, list(m.items()))
try: m["b"]=1
except TypeError as e: print(e)
print(isinstance(lambda:0, types.FunctionType), isinstance((x for x in []), types.GeneratorType), isinstance(len, types.BuiltinFunctionType), isinstance(types, types.ModuleType), isinstance(None, types.NoneType))
#> namespace(a=1, b='x', c=3) True 1
#> {'a': 1} 1 {'a': 1} 1 True [('a', 1)]
#> 'mappingproxy' object does not support item assignment
#> True True True True True
