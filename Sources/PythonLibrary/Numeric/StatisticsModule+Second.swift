extension StatisticsModule {
    /// The second part of the program.
    static let second = #"""
        class NormalDist:
            """A normal distribution."""

            def __init__(self, mu=0.0, sigma=1.0):
                if sigma < 0.0:
                    raise StatisticsError("sigma must be non-negative")
                self._mu = float(mu)
                self._sigma = float(sigma)

            @classmethod
            def from_samples(cls, data):
                """The distribution that a sample comes from."""
                data = list(data)
                return cls(fmean(data), stdev(data))

            def pdf(self, x):
                """The density at x."""
                variance = self._sigma**2.0
                if not variance:
                    raise StatisticsError("pdf() not defined when sigma is zero")
                return math.exp((x - self._mu) ** 2.0 / (-2.0 * variance)) / math.sqrt(math.tau * variance)

            def cdf(self, x):
                """How likely a value of at most x is."""
                if not self._sigma:
                    raise StatisticsError("cdf() not defined when sigma is zero")
                return 0.5 * (1.0 + math.erf((x - self._mu) / (self._sigma * math.sqrt(2.0))))

            def zscore(self, x):
                """How many standard deviations x is above the mean."""
                if not self._sigma:
                    raise StatisticsError("zscore() not defined when sigma is zero")
                return (x - self._mu) / self._sigma

            @property
            def mean(self):
                return self._mu

            @property
            def median(self):
                return self._mu

            @property
            def mode(self):
                return self._mu

            @property
            def stdev(self):
                return self._sigma

            @property
            def variance(self):
                return self._sigma**2.0

            def __eq__(self, other):
                if not isinstance(other, NormalDist):
                    return NotImplemented
                return self._mu == other._mu and self._sigma == other._sigma

            def __hash__(self):
                return hash((self._mu, self._sigma))

            def __repr__(self):
                return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"
        """#
}
