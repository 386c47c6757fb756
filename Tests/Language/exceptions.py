def attempt(x):
    log = []
    try:
        log.append("try")
        if x == 1: raise ValueError("one")
        if x == 2: raise KeyError("two")
        if x == 3: return log + ["returned"]
        if x == 4: [][1]
    except ValueError as e:
        log.append(f"value {e}")
    except (KeyError, TypeError) as e:
        log.append(f"key {e!r}")
    except Exception:
        log.append("other")
    else:
        log.append("else")
    finally:
        log.append("finally")
        print("finally", x)
    return log
for i in range(5):
    print(attempt(i))
def override():
    try:
        return "try"
    finally:
        return "finally"
def swallow():
    for i in range(3):
        try:
            raise ValueError
        finally:
            break
    return "swallowed"
def nested():
    try:
        try:
            1 / 0
        finally:
            print("inner finally")
    except ZeroDivisionError as e:
        return str(e)
def loops():
    out = []
    for i in range(4):
        try:
            if i == 1: continue
            if i == 3: break
            out.append(i)
        finally:
            out.append("f")
    return out
print(override(), swallow(), nested(), loops())
#> finally 0
#> ['try', 'else', 'finally']
#> finally 1
#> ['try', 'value one', 'finally']
#> finally 2
#> ['try', "key KeyError('two')", 'finally']
#> finally 3
#> ['try', 'returned']
#> finally 4
#> ['try', 'other', 'finally']
#> inner finally
#> finally swallowed division by zero [0, 'f', 'f', 2, 'f', 'f']
---
try:
    try:
        raise ValueError("first")
    except ValueError as e:
        raise TypeError("second") from e
except TypeError as e:
    print(e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try:
        raise ValueError("first")
    except ValueError:
        raise KeyError("second")
except KeyError as e:
    print(e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try:
        raise ValueError("again")
    except ValueError:
        raise
except ValueError as e:
    print("re-raised", e)
try:
    raise ValueError("x") from None
except ValueError as e:
    print(e.__cause__, e.__suppress_context__, e.__traceback__ is None or True)
try:
    e
except NameError as n:
    print(n)
#> second ValueError('first') ValueError('first') True
#> 'second' None ValueError('first') False
#> re-raised again
#> None True True
#> name 'e' is not defined
---
class AppError(Exception):
    pass
class CodeError(AppError):
    def __init__(self, code, message="default"):
        super().__init__(f"{code}: {message}")
        self.code = code
class StrError(Exception):
    def __str__(self):
        return "custom"
class NoSuper(Exception):
    def __init__(self, a, b):
        self.a = a
for make in [lambda: AppError(), lambda: AppError("m"), lambda: AppError("a", 2), lambda: CodeError(5), lambda: CodeError(5, "bad"), lambda: StrError("x"), lambda: NoSuper(1, 2), lambda: KeyError("k"), lambda: KeyError(), lambda: KeyError("a", "b"), lambda: ValueError(["x"]), lambda: OSError("gone"), lambda: StopIteration(5), lambda: Exception(None), lambda: UnicodeError("u")]:
    e = make()
    print(str(e), "|", repr(e), "|", e.args, "|", isinstance(e, Exception), type(e).__name__)
e = CodeError(7)
print(e.code, isinstance(e, AppError), issubclass(CodeError, Exception), e.args[0], CodeError.__mro__[1].__name__, StopIteration(5).value, SystemExit(3).code)
e.add_note("n1")
e.add_note("n2")
print(e.__notes__, e.with_traceback(None) is e, KeyError.__base__.__name__, ValueError.__name__, Exception("a") == Exception("a"), e == e)
e.args = ("new", 1)
print(e.args, str(e))
#>  | AppError() | () | True AppError
#> m | AppError('m') | ('m',) | True AppError
#> ('a', 2) | AppError('a', 2) | ('a', 2) | True AppError
#> 5: default | CodeError('5: default') | ('5: default',) | True CodeError
#> 5: bad | CodeError('5: bad') | ('5: bad',) | True CodeError
#> custom | StrError('x') | ('x',) | True StrError
#> (1, 2) | NoSuper(1, 2) | (1, 2) | True NoSuper
#> 'k' | KeyError('k') | ('k',) | True KeyError
#>  | KeyError() | () | True KeyError
#> ('a', 'b') | KeyError('a', 'b') | ('a', 'b') | True KeyError
#> ['x'] | ValueError(['x']) | (['x'],) | True ValueError
#> gone | OSError('gone') | ('gone',) | True OSError
#> 5 | StopIteration(5) | (5,) | True StopIteration
#> None | Exception(None) | (None,) | True Exception
#> u | UnicodeError('u') | ('u',) | True UnicodeError
#> 7 True True 7: default AppError 5 3
#> ['n1', 'n2'] True LookupError ValueError False True
#> ('new', 1) ('new', 1)
---
for action in [
    lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: int("x"), lambda: [][0], lambda: {}["a"], lambda: undefined, lambda: "a" + 1, lambda: 1 + "a", lambda: None.x, lambda: None[0], lambda: None + 1, lambda: (1).foo, lambda: "a".foo, lambda: len(1), lambda: Exception(a=1), lambda: Exception().add_note(1), lambda: Exception().with_traceback(1), lambda: 2 ** "a", lambda: "a" < 1, lambda: [] < {}, lambda: None < None, lambda: {} > 1, lambda: 1 in 1, lambda: "a" in 1, lambda: 1 in "a", lambda: 1 << -1, lambda: ~1.5, lambda: -"a", lambda: +None, lambda: int(None), lambda: float("x"), lambda: 1 @ 2, lambda: "a" % (1, 2), lambda: 5(), lambda: {}.x, lambda: 1.5 & 1,
]:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
#> ZeroDivisionError division by zero
#> ZeroDivisionError integer division or modulo by zero
#> ZeroDivisionError integer modulo by zero
#> ZeroDivisionError float division by zero
#> ValueError invalid literal for int() with base 10: 'x'
#> IndexError list index out of range
#> KeyError 'a'
#> NameError name 'undefined' is not defined
#> TypeError can only concatenate str (not "int") to str
#> TypeError unsupported operand type(s) for +: 'int' and 'str'
#> AttributeError 'NoneType' object has no attribute 'x'
#> TypeError 'NoneType' object is not subscriptable
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'int'
#> AttributeError 'int' object has no attribute 'foo'
#> AttributeError 'str' object has no attribute 'foo'
#> TypeError object of type 'int' has no len()
#> TypeError Exception() takes no keyword arguments
#> TypeError note must be a str, not 'int'
#> TypeError __traceback__ must be a traceback or None
#> TypeError unsupported operand type(s) for ** or pow(): 'int' and 'str'
#> TypeError '<' not supported between instances of 'str' and 'int'
#> TypeError '<' not supported between instances of 'list' and 'dict'
#> TypeError '<' not supported between instances of 'NoneType' and 'NoneType'
#> TypeError '>' not supported between instances of 'dict' and 'int'
#> TypeError argument of type 'int' is not iterable
#> TypeError argument of type 'int' is not iterable
#> TypeError 'in <string>' requires string as left operand, not int
#> ValueError negative shift count
#> TypeError bad operand type for unary ~: 'float'
#> TypeError bad operand type for unary -: 'str'
#> TypeError bad operand type for unary +: 'NoneType'
#> TypeError int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
#> ValueError could not convert string to float: 'x'
#> TypeError unsupported operand type(s) for @: 'int' and 'int'
#> TypeError not all arguments converted during string formatting
#> TypeError 'int' object is not callable
#> AttributeError 'dict' object has no attribute 'x'
#> TypeError unsupported operand type(s) for &: 'float' and 'int'
---
for raiser in ["raise 5", "class", "instance", "none", "tuple"]:
    try:
        if raiser == "raise 5": raise 5
        if raiser == "class": raise ValueError
        if raiser == "instance": raise ValueError("i")
        if raiser == "none": raise None
        if raiser == "tuple": raise (ValueError, "x")
    except BaseException as e:
        print(raiser, type(e).__name__, e, e.args)
try:
    raise ValueError from 5
except TypeError as e:
    print(e)
try:
    raise
except RuntimeError as e:
    print(e)
try:
    try:
        raise ValueError("v")
    except 5:
        pass
except TypeError as e:
    print(e)
def reraise_in_else():
    try:
        pass
    except ValueError:
        return "wrong"
    else:
        raise ValueError("from else")
try:
    reraise_in_else()
except ValueError as e:
    print(e)
groups = (ValueError, (KeyError, IndexError))
try:
    [][1]
except groups[1] as e:
    print("group", e)
try:
    {}["x"]
except LookupError as e:
    print("lookup", type(e).__name__, e)
try:
    1 / 0
except ArithmeticError as e:
    print("arithmetic", e)
try:
    assert 1 == 2, "message"
except AssertionError as e:
    print(e, e.args)
try:
    assert []
except AssertionError as e:
    print(repr(e))
assert True, "unused"
try:
    import nothing_here
except ImportError as e:
    print(type(e).__name__, e, e.name)
#> raise 5 TypeError exceptions must derive from BaseException ('exceptions must derive from BaseException',)
#> class ValueError  ()
#> instance ValueError i ('i',)
#> none TypeError exceptions must derive from BaseException ('exceptions must derive from BaseException',)
#> tuple TypeError exceptions must derive from BaseException ('exceptions must derive from BaseException',)
#> exception causes must derive from BaseException
#> No active exception to reraise
#> catching classes that do not inherit from BaseException is not allowed
#> from else
#> group list index out of range
#> lookup KeyError 'x'
#> arithmetic division by zero
#> message ('message',)
#> AssertionError()
#> ModuleNotFoundError No module named 'nothing_here' nothing_here
---
def f():
    try:
        g()
    finally:
        print("cleanup f")
def g():
    try:
        raise KeyError("deep")
    except ValueError:
        print("not here")
    finally:
        print("cleanup g")
try:
    f()
except KeyError as e:
    print("caught", e)
print([type(e).__name__ for e in [ValueError(), KeyError(1)]], issubclass(FileNotFoundError, OSError), IOError is OSError, issubclass(ModuleNotFoundError, ImportError), issubclass(RecursionError, RuntimeError), issubclass(UnicodeDecodeError, ValueError), issubclass(KeyboardInterrupt, Exception))
raise CustomMissing("x")
#> cleanup g
#> cleanup f
#> caught 'deep'
#> ['ValueError', 'KeyError'] True True True True True False
#> NameError: name 'CustomMissing' is not defined
---
class Custom(Exception):
    pass
def thrower():
    raise Custom("leaves the chunk")
thrower()
#> Custom: leaves the chunk
