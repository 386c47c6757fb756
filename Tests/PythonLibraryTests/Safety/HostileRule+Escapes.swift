extension HostileRule {
    /// Ways out of the dialect: there is nothing behind the doors.
    static let escapes: [HostileRule] = [
        HostileRule("imports subprocess", "ModuleNotFoundError", "import subprocess\ndef rule(event): return True\n"),
        HostileRule("imports socket", "ModuleNotFoundError", "import socket\ndef rule(event): return True\n"),
        HostileRule(
            "imports ctypes late",
            "ModuleNotFoundError",
            "def rule(event):\n    import ctypes\n    return True\n"
        ),
        HostileRule("calls os.system", "PermissionError", "import os\ndef rule(event):\n    return os.system('id')\n"),
        HostileRule("opens a file", "PermissionError", expression: "open('/etc/passwd').read()"),
        HostileRule("evaluates text", "RuntimeError", expression: "eval('1+1')"),
        HostileRule("executes text", "RuntimeError", expression: "exec('x = 1')"),
        HostileRule("imports by name", "ImportError", expression: "__import__('os').system('id')"),
        HostileRule(
            "climbs from a tuple to all classes",
            "RuntimeError",
            expression: "().__class__.__base__.__subclasses__()"
        ),
        HostileRule("reads a function's globals", "AttributeError", expression: "rule.__globals__['__builtins__']"),
        HostileRule("reads a function's code", "AttributeError", expression: "rule.__code__.co_consts"),
        HostileRule(
            "reads globals through a format field",
            "AttributeError",
            expression: "'{0.__init__.__globals__}'.format(event)"
        ),
        HostileRule(
            "replaces a builtin",
            "3",
            """
            def rule(event):
                global len
                len = lambda value: -1
                return [1, 2, 3].__len__()
            """
        ),
        HostileRule(
            "sets an attribute of a builtin type",
            "TypeError",
            """
            def rule(event):
                str.lower = lambda self: 'changed'
                return 'A'.lower()
            """
        ),
        HostileRule(
            "swallows the end of its budget",
            "BudgetExceeded",
            """
            def rule(event):
                while True:
                    try:
                        while True:
                            pass
                    except BaseException:
                        continue
                    finally:
                        pass
            """
        ),
        HostileRule(
            "goes on in finally",
            "BudgetExceeded",
            """
            def rule(event):
                try:
                    while True:
                        pass
                finally:
                    while True:
                        pass
            """
        ),
        HostileRule(
            "returns from finally in a loop",
            "BudgetExceeded",
            """
            def rule(event):
                while True:
                    try:
                        raise ValueError
                    finally:
                        continue
            """
        ),
        HostileRule(
            "leaves a with block that swallows everything",
            "BudgetExceeded",
            """
            class Swallow:
                def __enter__(self): return self
                def __exit__(self, *details): return True
            def rule(event):
                while True:
                    with Swallow():
                        raise ValueError
            """
        ),
    ]
}
