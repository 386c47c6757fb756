package import PythonRuntime

/// `contextlib`, written in the dialect.
package enum ContextlibModule {
    package static let module = NativeModule(
        "contextlib",
        "Context managers.",
        body: ModuleBody(program)
    )

    private static let program = #"""
        from abc import ABC
        from functools import wraps


        class AbstractContextManager(ABC):
            """The base of context managers."""

            def __enter__(self):
                return self

            def __exit__(self, exc_type, exc_value, traceback):
                return None


        class ContextDecorator:
            """Lets a context manager be used as a decorator."""

            def _recreate_cm(self):
                return self

            def __call__(self, func):
                @wraps(func)
                def inner(*args, **kwds):
                    with self._recreate_cm():
                        return func(*args, **kwds)

                return inner


        class _GeneratorContextManager(ContextDecorator, AbstractContextManager):
            def __init__(self, func, args, kwds):
                self.gen = func(*args, **kwds)
                self.func, self.args, self.kwds = func, args, kwds
                self.__doc__ = getattr(func, "__doc__", None)

            def _recreate_cm(self):
                return self.__class__(self.func, self.args, self.kwds)

            def __enter__(self):
                try:
                    return next(self.gen)
                except StopIteration:
                    raise RuntimeError("generator didn't yield") from None

            def __exit__(self, typ, value, traceback):
                if typ is None:
                    try:
                        next(self.gen)
                    except StopIteration:
                        return False
                    self.gen.close()
                    raise RuntimeError("generator didn't stop")
                if value is None:
                    value = typ()
                try:
                    self.gen.throw(value)
                except StopIteration as exc:
                    return exc is not value
                except RuntimeError as exc:
                    if exc is value:
                        return False
                    # The generator let a StopIteration of the block through, which PEP 479 made a RuntimeError.
                    if isinstance(value, StopIteration) and exc.__cause__ is value:
                        return False
                    raise
                except BaseException as exc:
                    if exc is not value:
                        raise
                    return False
                self.gen.close()
                raise RuntimeError("generator didn't stop after throw()")


        def contextmanager(func):
            """Makes a context manager of a generator function that yields once."""

            @wraps(func)
            def helper(*args, **kwds):
                return _GeneratorContextManager(func, args, kwds)

            return helper


        class suppress(AbstractContextManager):
            """Lets no exception of these classes out."""

            def __init__(self, *exceptions):
                self._exceptions = exceptions

            def __enter__(self):
                pass

            def __exit__(self, exctype, excinst, exctb):
                return exctype is not None and issubclass(exctype, self._exceptions)


        class nullcontext(AbstractContextManager):
            """Does nothing."""

            def __init__(self, enter_result=None):
                self.enter_result = enter_result

            def __enter__(self):
                return self.enter_result

            def __exit__(self, *excinfo):
                pass


        class closing(AbstractContextManager):
            """Calls `close()` at the end."""

            def __init__(self, thing):
                self.thing = thing

            def __enter__(self):
                return self.thing

            def __exit__(self, *exc_info):
                self.thing.close()


        class ExitStack(AbstractContextManager):
            """Context managers and callbacks that end together, the last first."""

            def __init__(self):
                self._callbacks = []

            def __exit__(self, exc_type, exc_value, traceback):
                pending = exc_value
                while self._callbacks:
                    callback = self._callbacks.pop()
                    details = (None, None, None) if pending is None else (type(pending), pending, None)
                    try:
                        if callback(*details):
                            pending = None
                    except BaseException as exc:
                        pending = exc
                if pending is not None and pending is not exc_value:
                    raise pending
                return exc_value is not None and pending is None

            def enter_context(self, cm):
                """Enters a context manager, which ends with the stack."""
                result = cm.__enter__()
                self.push(cm)
                return result

            def push(self, exit):
                """Adds a context manager that has been entered, or a function called as `__exit__` is."""
                self._callbacks.append(exit.__exit__ if hasattr(exit, "__exit__") else exit)
                return exit

            def callback(self, callback, /, *args, **kwds):
                """Adds a function to be called."""

                def run(*details):
                    callback(*args, **kwds)

                self._callbacks.append(run)
                return callback

            def pop_all(self):
                """Moves all to a new stack."""
                stack = type(self)()
                stack._callbacks, self._callbacks = self._callbacks, []
                return stack

            def close(self):
                """Ends all now."""
                self.__exit__(None, None, None)
        """#
}
