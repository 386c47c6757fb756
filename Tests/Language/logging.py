import logging
logger = logging.getLogger(__name__ and "a.b")
root = logging.getLogger()
print(logger, root, logger.name, root.name, logger.level, logger.getEffectiveLevel(), logging.getLogger("a.b") == logger)
logger.debug("x %s", 1)
logger.info("x", extra={"a": 1})
logger.setLevel(logging.INFO)
print(logger, logger.level, logger.isEnabledFor(logging.DEBUG), logger.isEnabledFor(20), logging.getLogger("a.b.c"), logger.getChild("d"))
logging.getLogger("a").setLevel("DEBUG")
print(logging.getLogger("a").level, logging.getLogger("a.x").getEffectiveLevel(), logging.getLogger("ab").getEffectiveLevel())
print(logging.DEBUG, logging.INFO, logging.WARNING, logging.WARN, logging.ERROR, logging.CRITICAL, logging.FATAL, logging.NOTSET)
print(logging.getLevelName(10), logging.getLevelName("INFO"), logging.getLevelName(11), logging.getLevelName("X"))
#> <Logger a.b (WARNING)> <RootLogger root (WARNING)> a.b root 0 30 True
#> <Logger a.b (INFO)> 20 False True <Logger a.b.c (INFO)> <Logger a.b.d (INFO)>
#> 10 10 30
#> 10 20 30 30 40 50 50 0
#> DEBUG 20 Level 11 Level X
---
import logging
def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: logging.getLogger(5))
show(lambda: logging.getLogger("x").setLevel("FOO"))
show(lambda: logging.getLogger("x").setLevel(1.5))
show(lambda: logging.getLogger("x").level)
show(lambda: logging.log("x", "y"))
show(lambda: logging.getLogger("q").debug("a"))
show(lambda: logging.NullHandler() is not None)
show(lambda: logging.getLogger("q").addHandler(logging.NullHandler()))
#> TypeError A logger name must be a string
#> ValueError Unknown level: 'FOO'
#> TypeError Level not an integer or a valid string: 1.5
#> 0
#> TypeError level must be an integer
#> None
#> True
#> None
