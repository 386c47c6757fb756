package import PythonRuntime

/// `statistics`, written in the dialect.
package enum StatisticsModule {
    package static let module = NativeModule(
        "statistics",
        "Means, medians, deviations.",
        body: ModuleBody(program + "\n\n" + second)
    )

    private static let program = #"""
        import math
        from bisect import bisect_left, bisect_right
        from collections import Counter, namedtuple
        from decimal import Decimal
        from fractions import Fraction
        from itertools import groupby
        from operator import itemgetter

        __all__ = [
            "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean", "linear_regression",
            "mean", "median", "median_grouped", "median_high", "median_low", "mode", "multimode", "NormalDist", "pstdev",
            "pvariance", "quantiles", "stdev", "variance",
        ]

        LinearRegression = namedtuple("LinearRegression", ("slope", "intercept"))


        class StatisticsError(ValueError):
            """Data from which nothing can be computed."""


        def _is_finite(value):
            try:
                return math.isfinite(value)
            except TypeError:
                return True


        def _ratio(value):
            if isinstance(value, int):
                return int(value), 1
            try:
                return value.as_integer_ratio()
            except AttributeError:
                raise TypeError(f"can't convert type '{type(value).__name__}' to numerator/denominator") from None
            except (OverflowError, ValueError):
                return value, None


        def _common_type(first, second):
            # The type of a result: that of the data, floats before fractions before ints.
            if first is second or second is int or second is bool:
                return first
            if first is int:
                return second
            if issubclass(second, first):
                return second
            if issubclass(first, second):
                return first
            if issubclass(second, int):
                return first
            if issubclass(first, int):
                return second
            if issubclass(first, Fraction) and issubclass(second, float):
                return second
            if issubclass(first, float) and issubclass(second, Fraction):
                return first
            raise TypeError("don't know how to coerce %s and %s" % (first.__name__, second.__name__))


        def _sum(data):
            # The type, the exact sum, and how many.
            count = 0
            kind = int
            parts = {}
            for value in data:
                kind = _common_type(kind, type(value))
                numerator, denominator = _ratio(value)
                count += 1
                parts[denominator] = parts.get(denominator, 0) + numerator
            if None in parts:
                total = parts[None]
            else:
                total = sum(Fraction(numerator, denominator) for denominator, numerator in parts.items())
            return kind, total, count


        def _convert(value, kind):
            if type(value) is kind:
                return value
            if issubclass(kind, int) and value.denominator != 1:
                kind = float
            try:
                return kind(value)
            except TypeError:
                if issubclass(kind, Decimal):
                    return kind(value.numerator) / value.denominator
                raise


        def _squares(data, center=None):
            # The type, the exact sum of squared deviations, the mean, and how many.
            data = list(data)
            if center is None:
                kind, total, count = _sum(data)
                if not count:
                    return kind, Fraction(0), Fraction(0), 0
                center = Fraction(total) / count if _is_finite(total) else total
            else:
                kind, _, count = _sum(data)
            if not _is_finite(center):
                return kind, float("nan"), center, count
            squares = sum((Fraction(*_ratio(value)) - Fraction(*_ratio(center))) ** 2 for value in data)
            return kind, squares, center, count


        def _root(value):
            # The float next to the square root of a fraction.
            numerator, denominator = value.numerator, value.denominator
            if numerator == 0:
                return 0.0
            shift = (numerator.bit_length() - denominator.bit_length() - 109) // 2
            if shift >= 0:
                wide, narrow = numerator, denominator << 2 * shift
                scale = 1 << shift
            else:
                wide, narrow = numerator << -2 * shift, denominator
                scale = 1
            root = math.isqrt(wide // narrow)
            if root * root * narrow != wide:
                root |= 1
            return root * scale / 1 if shift >= 0 else root / (1 << -shift)


        def mean(data):
            """The mean, exact before it is rounded once."""
            kind, total, count = _sum(data)
            if count < 1:
                raise StatisticsError("mean requires at least one data point")
            return _convert(total / count, kind)


        def fmean(data, weights=None):
            """The mean as a float."""
            data = list(data)
            if weights is None:
                if not data:
                    raise StatisticsError("fmean requires at least one data point")
                return math.fsum(data) / len(data)
            weights = list(weights)
            if len(weights) != len(data):
                raise StatisticsError("data and weights must be the same length")
            total = math.fsum(weights)
            if not total:
                raise StatisticsError("sum of weights must be non-zero")
            return math.fsum(value * weight for value, weight in zip(data, weights)) / total


        def geometric_mean(data):
            """The nth root of the product."""
            try:
                return math.exp(fmean(map(math.log, data)))
            except ValueError:
                raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers") from None


        def harmonic_mean(data, weights=None):
            """The inverse of the mean of the inverses."""
            data = list(data)
            if not data:
                raise StatisticsError("harmonic_mean requires at least one data point")
            if len(data) == 1 and weights is None:
                if data[0] < 0:
                    raise StatisticsError("harmonic mean does not support negative values")
                return data[0]
            weights = [1] * len(data) if weights is None else list(weights)
            if len(weights) != len(data):
                raise StatisticsError("Number of weights does not match data size")
            if any(value < 0 for value in data + weights):
                raise StatisticsError("harmonic mean does not support negative values")
            try:
                kind, total, _ = _sum(weight / value if weight else 0 for weight, value in zip(weights, data))
            except ZeroDivisionError:
                return 0
            if total <= 0:
                raise StatisticsError("Weighted sum must be positive")
            return _convert(Fraction(sum(weights)) / total, kind)


        def median(data):
            """The middle; between two, their mean."""
            data = sorted(data)
            if not data:
                raise StatisticsError("no median for empty data")
            middle = len(data) // 2
            return data[middle] if len(data) % 2 else (data[middle - 1] + data[middle]) / 2


        def median_low(data):
            """The middle; of two the smaller."""
            data = sorted(data)
            if not data:
                raise StatisticsError("no median for empty data")
            return data[(len(data) - 1) // 2]


        def median_high(data):
            """The middle; of two the larger."""
            data = sorted(data)
            if not data:
                raise StatisticsError("no median for empty data")
            return data[len(data) // 2]


        def median_grouped(data, interval=1):
            """The middle of data in classes of so much."""
            data = sorted(data)
            if not data:
                raise StatisticsError("no median for empty data")
            middle = data[len(data) // 2]
            first, end = bisect_left(data, middle), bisect_right(data, middle)
            try:
                interval, middle = float(interval), float(middle)
            except ValueError:
                raise TypeError("Value cannot be converted to a float") from None
            return middle - interval / 2.0 + interval * (len(data) / 2 - first) / (end - first)


        def mode(data):
            """The most frequent value; of several the first."""
            pairs = Counter(iter(data)).most_common(1)
            if not pairs:
                raise StatisticsError("no mode for empty data")
            return pairs[0][0]


        def multimode(data):
            """All of the most frequent values."""
            counts = Counter(iter(data))
            most = max(counts.values(), default=0)
            return [value for value, count in counts.items() if count == most]


        def quantiles(data, *, n=4, method="exclusive"):
            """Where the data is cut into n parts of the same size."""
            if n < 1:
                raise StatisticsError("n must be at least 1")
            data = sorted(data)
            length = len(data)
            if length < 2:
                raise StatisticsError("must have at least two data points")
            result = []
            if method == "inclusive":
                for i in range(1, n):
                    j, delta = divmod(i * (length - 1), n)
                    result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
            elif method == "exclusive":
                for i in range(1, n):
                    j = min(max(i * (length + 1) // n, 1), length - 1)
                    delta = i * (length + 1) - j * n
                    result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
            else:
                raise ValueError(f"Unknown method: {method!r}")
            return result


        def variance(data, xbar=None):
            """The variance of a sample."""
            kind, squares, _, count = _squares(data, xbar)
            if count < 2:
                raise StatisticsError("variance requires at least two data points")
            return _convert(squares / (count - 1), kind)


        def pvariance(data, mu=None):
            """The variance of a whole population."""
            kind, squares, _, count = _squares(data, mu)
            if count < 1:
                raise StatisticsError("pvariance requires at least one data point")
            return _convert(squares / count, kind)


        def _deviation(value, kind):
            if issubclass(kind, Decimal):
                return (Decimal(value.numerator) / Decimal(value.denominator)).sqrt()
            return _root(value) if isinstance(value, Fraction) else math.sqrt(value)


        def stdev(data, xbar=None):
            """The standard deviation of a sample."""
            kind, squares, _, count = _squares(data, xbar)
            if count < 2:
                raise StatisticsError("stdev requires at least two data points")
            return _deviation(squares / (count - 1), kind)


        def pstdev(data, mu=None):
            """The standard deviation of a whole population."""
            kind, squares, _, count = _squares(data, mu)
            if count < 1:
                raise StatisticsError("pstdev requires at least one data point")
            return _deviation(squares / count, kind)


        def _pairs(x, y, name, are_two=True):
            x, y = list(x), list(y)
            if len(x) != len(y):
                raise StatisticsError(f"{name} requires that both inputs have same number of data points")
            if len(x) < 2:
                raise StatisticsError(f"{name} requires at least two data points")
            mean_x, mean_y = math.fsum(x) / len(x), math.fsum(y) / len(y)
            return [value - mean_x for value in x], [value - mean_y for value in y], mean_x, mean_y


        def covariance(x, y, /):
            """How two variables vary together."""
            x, y, _, _ = _pairs(x, y, "covariance")
            return math.fsum(a * b for a, b in zip(x, y)) / (len(x) - 1)


        def correlation(x, y, /):
            """Pearson's coefficient, from -1 to 1."""
            x, y, _, _ = _pairs(x, y, "correlation")
            try:
                return math.fsum(a * b for a, b in zip(x, y)) / math.sqrt(
                    math.fsum(a * a for a in x) * math.fsum(b * b for b in y)
                )
            except ZeroDivisionError:
                raise StatisticsError("at least one of the inputs is constant") from None


        def linear_regression(x, y, /, *, proportional=False):
            """The line that is closest to the points."""
            first, second = list(x), list(y)
            x, y, mean_x, mean_y = _pairs(first, second, "linear regression")
            if proportional:
                x, y = first, second
            try:
                slope = math.fsum(a * b for a, b in zip(x, y)) / math.fsum(a * a for a in x)
            except ZeroDivisionError:
                raise StatisticsError("x is constant") from None
            return LinearRegression(slope=slope, intercept=0.0 if proportional else mean_y - slope * mean_x)
        """#
}
