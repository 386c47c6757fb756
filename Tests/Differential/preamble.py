# Stands before each program here; SEED and COUNT stand before it.
class Chance:
    """The same numbers in CPython and in Margay."""

    def __init__(self, seed):
        self.state = seed

    def below(self, bound):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % bound

    def between(self, first, last):
        return first + self.below(last - first + 1)

    def one_in(self, count):
        return self.below(count) == 0

    def choice(self, choices):
        return choices[self.below(len(choices))]

    def text(self, alphabet, longest):
        return "".join(self.choice(alphabet) for _ in range(self.below(longest + 1)))

    def changed(self, text, alphabet):
        """A text with a character put in, taken out or replaced."""
        place = self.below(len(text) + 1)
        return text[:place] + self.text(alphabet, 1) + text[place + self.below(2) :]


def show(label, function, *arguments, **options):
    """A line: what the function gives, or its exception."""
    try:
        result = ascii(function(*arguments, **options))
    except Exception as error:
        result = f"{type(error).__name__}: {ascii(str(error))}"
    print(ascii(label), result)


chance = Chance(SEED)
