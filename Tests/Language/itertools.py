from itertools import *
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ": " + str(e))
print(list(chain([1], "ab", [])), list(chain.from_iterable([[1], [2, 3]])))
print(list(islice(count(5, 2), 3)), list(islice("abcdef", 1, None, 2)), list(islice("abc", 0)), list(islice(cycle("ab"), 5)))
attempt(lambda: islice("abc", -1))
attempt(lambda: islice("abc", 0, 1, 0))
attempt(lambda: islice("abc"))
print([(k, list(g)) for k, g in groupby("aabbbc")], [k for k, g in groupby([1, 3, 2, 4], key=lambda x: x % 2)])
print(list(product("ab", [1, 2])), list(product("ab", repeat=2)), list(product()), list(product("", "a")))
print(list(permutations("abc")), list(permutations("abc", 2)), list(permutations("a", 2)))
print(list(combinations("abcd", 2)), list(combinations("ab", 0)), list(combinations_with_replacement("ab", 2)))
print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], lambda a, b: a * b, initial=10)), list(accumulate([])))
print(list(repeat("x", 3)), list(zip_longest("ab", "c", fillvalue="-")), list(starmap(pow, [(2, 3), (3, 2)])))
print(list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(None, [0, 1, ""])))
print(list(pairwise("abc")), list(pairwise("a")), list(compress("abc", [1, 0, 1])))
a, b = tee([1, 2, 3])
print(next(a), list(b), list(a))
it = iter(range(10))
print(list(islice(it, 3)), list(it))
attempt(lambda: product("a", repeat=-1))
attempt(lambda: chain(5).__next__() if False else list(chain(5)))
#> [1, 'a', 'b'] [1, 2, 3]
#> [5, 7, 9] ['b', 'd', 'f'] [] ['a', 'b', 'a', 'b', 'a']
#> ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
#> ValueError: Step for islice() must be a positive integer or None.
#> TypeError: islice expected at least 2 arguments, got 1
#> [('a', ['a', 'a']), ('b', ['b', 'b', 'b']), ('c', ['c'])] [1, 0]
#> [('a', 1), ('a', 2), ('b', 1), ('b', 2)] [('a', 'a'), ('a', 'b'), ('b', 'a'), ('b', 'b')] [()] []
#> [('a', 'b', 'c'), ('a', 'c', 'b'), ('b', 'a', 'c'), ('b', 'c', 'a'), ('c', 'a', 'b'), ('c', 'b', 'a')] [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')] []
#> [('a', 'b'), ('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd'), ('c', 'd')] [()] [('a', 'a'), ('a', 'b'), ('b', 'b')]
#> [1, 3, 6] [10, 10, 20, 60] []
#> ['x', 'x', 'x'] [('a', 'c'), ('b', '-')] [8, 9]
#> [1, 2] [3, 1] [0, '']
#> [('a', 'b'), ('b', 'c')] [] ['a', 'c']
#> 1 [1, 2, 3] [2, 3]
#> [0, 1, 2] [3, 4, 5, 6, 7, 8, 9]
#> ValueError: repeat argument cannot be negative
#> TypeError: 'int' object is not iterable
