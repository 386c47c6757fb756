from abc import ABC, ABCMeta, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self):
        """The area."""
    @property
    @abstractmethod
    def name(self):
        pass
    @classmethod
    @abstractmethod
    def make(cls):
        pass
    def describe(self):
        return f"{self.name} {self.area()}"
class Square(Shape):
    name = "square"
    def __init__(self, side):
        self.side = side
    def area(self):
        return self.side**2
    @classmethod
    def make(cls):
        return cls(1)
class Partial(Shape):
    def area(self):
        return super().area()
print(Square(3).describe(), Square.make().side, isinstance(Square(1), Shape), issubclass(Square, Shape), sorted(Shape.__abstractmethods__), Square.__abstractmethods__)
for bad in [lambda: Shape(), lambda: Partial(), lambda: ABC()]:
    try:
        print(type(bad()).__name__)
    except TypeError as e:
        print(e)
class Meta(metaclass=ABCMeta):
    @abstractmethod
    def one(self):
        pass
try:
    Meta()
except TypeError as e:
    print(e)
class Done(Meta):
    def one(self):
        return 1
print(Done().one(), isinstance(Done(), Meta))
class Plain(metaclass=type):
    pass
print(type(Plain()).__name__)
#> square 9 1 True True ['area', 'make', 'name'] frozenset()
#> Can't instantiate abstract class Shape with abstract methods area, make, name
#> Can't instantiate abstract class Partial with abstract methods make, name
#> ABC
#> Can't instantiate abstract class Meta with abstract method one
#> 1 True
#> Plain
