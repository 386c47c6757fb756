package import PythonRuntime

/// `bisect`, written in the dialect.
package enum BisectModule {
    package static let module = NativeModule(
        "bisect",
        "Places in sorted sequences.",
        body: ModuleBody(program)
    )

    private static let program = #"""
        __all__ = ["bisect", "bisect_left", "bisect_right", "insort", "insort_left", "insort_right"]


        def bisect_right(a, x, lo=0, hi=None, *, key=None):
            """Where an element belongs in a sorted sequence, behind those equal to it."""
            if lo < 0:
                raise ValueError("lo must be non-negative")
            if hi is None:
                hi = len(a)
            while lo < hi:
                middle = (lo + hi) // 2
                if x < (a[middle] if key is None else key(a[middle])):
                    hi = middle
                else:
                    lo = middle + 1
            return lo


        def bisect_left(a, x, lo=0, hi=None, *, key=None):
            """Where an element belongs in a sorted sequence, before those equal to it."""
            if lo < 0:
                raise ValueError("lo must be non-negative")
            if hi is None:
                hi = len(a)
            while lo < hi:
                middle = (lo + hi) // 2
                if (a[middle] if key is None else key(a[middle])) < x:
                    lo = middle + 1
                else:
                    hi = middle
            return lo


        def insort_right(a, x, lo=0, hi=None, *, key=None):
            """Puts an element where it belongs, behind those equal to it."""
            a.insert(bisect_right(a, x if key is None else key(x), lo, hi, key=key), x)


        def insort_left(a, x, lo=0, hi=None, *, key=None):
            """Puts an element where it belongs, before those equal to it."""
            a.insert(bisect_left(a, x if key is None else key(x), lo, hi, key=key), x)


        bisect = bisect_right
        insort = insort_right
        """#
}
