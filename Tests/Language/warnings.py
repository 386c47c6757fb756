import warnings
warnings.simplefilter("ignore")
print(warnings.warn("not seen"))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("one", DeprecationWarning)
    warnings.warn(UserWarning("two"))
print([(str(w.message), w.category.__name__) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("raised", RuntimeWarning)
    except RuntimeWarning as e:
        print(repr(e))
try:
    warnings.warn("x", int)
except TypeError as e:
    print(e)
#> None
#> [('one', 'DeprecationWarning'), ('two', 'UserWarning')]
#> RuntimeWarning('raised')
#> category must be a Warning subclass, not 'type'
