import Detections
import Diagnostics
import Engine
import PythonRuntime
import TestSupport
import Testing

/// `--python-path`: which file a module comes from, and what is said of one that cannot be imported.
@Suite struct ModulePathTests {
    static let files = MemoryFiles([
        "lib/plain.py": "VALUE = 'plain'\n",
        "lib/both.py": "VALUE = 'module'\n",
        "lib/both/__init__.py": "VALUE = 'package'\n",
        "second/plain.py": "VALUE = 'second'\n",
        "second/only.py": "VALUE = 'only'\n",
        "lib/kit/__init__.py": "from .parts import one\nfrom . import parts\nVALUE = (one, parts.two(), __name__)\n",
        "lib/kit/parts.py": "from .deep.leaf import leaf\none = 1\ndef two():\n    return leaf() + 1\n",
        "lib/kit/deep/__init__.py": "",
        "lib/kit/deep/leaf.py": "from ..numbers_ import base\ndef leaf():\n    return base\n",
        "lib/kit/numbers_.py": "base = 41\n",
        "lib/spaces/inside.py": "VALUE = 'no __init__'\n",
        "lib/json.py": "VALUE = 'shadowed'\n",
        "lib/helper.py": "VALUE = 'path'\n",
        "lib/syntax.py": "x = 1\ndef f(:\n",
        "lib/later.py": "import json\nasync def f(): pass\n",
        "lib/fast.cpython-311-x86_64-linux-gnu.so": "\u{7F}ELF",
        "lib/raises.py": "VALUE = 1 / 0\n",
        "lib/outside.py": "from .. import x\n",
        "lib/generators.py": "def count():\n    yield 1\n    yield from [2, 3]\nVALUE = list(count())\n",
    ])

    static let rows: [(program: String, title: String)] = [
        ("import plain\nvalue = plain.VALUE", "plain"),
        ("from both import VALUE as value", "package"),
        ("import only\nvalue = only.VALUE", "only"),
        ("import kit\nvalue = kit.VALUE", "(1, 42, 'kit')"),
        ("import kit.deep.leaf\nvalue = kit.deep.leaf.leaf()", "41"),
        ("from kit.deep import leaf\nvalue = leaf.leaf()", "41"),
        ("from kit import numbers_ as n\nvalue = n.base", "41"),
        ("import spaces.inside as i\nvalue = i.VALUE", "no __init__"),
        ("import json\nvalue = hasattr(json, 'VALUE')", "False"),
        ("import helper\nvalue = helper.VALUE", "helper"),
        ("import generators\nvalue = generators.VALUE", "[1, 2, 3]"),
        ("try:\n    import nothing\nexcept ImportError as e:\n    value = repr(e)", "No module named 'nothing'"),
        (
            "try:\n    import kit.nothing\nexcept ImportError as e:\n    value = repr(e)",
            "No module named 'kit.nothing'"
        ),
        (
            "try:\n    import plain.nothing\nexcept ImportError as e:\n    value = repr(e)",
            "No module named 'plain.nothing'; 'plain' is not a package"
        ),
        (
            "try:\n    from kit import nothing\nexcept ImportError as e:\n    value = repr(e)",
            "cannot import name 'nothing'"
        ),
        ("try:\n    import syntax\nexcept SyntaxError as e:\n    value = repr(e)", "lib/syntax.py, line 2"),
        (
            "try:\n    import later\nexcept ImportError as e:\n    value = e.name + repr(e)",
            "later\u{1}`async def` is not supported: rules have nothing to wait for (lib/later.py, line 2)"
        ),
        (
            "try:\n    import fast\nexcept ImportError as e:\n    value = repr(e)",
            "'fast' is machine code, not Python (lib/fast.cpython-311-x86_64-linux-gnu.so)"
        ),
        ("try:\n    import raises\nexcept ZeroDivisionError as e:\n    value = repr(e)", "division by zero"),
        (
            "try:\n    import outside\nexcept ImportError as e:\n    value = repr(e)",
            "relative import outside of a package"
        ),
    ]

    @Test("imports", arguments: rows)
    func imports(_ program: String, _ title: String) throws {
        var rule = OneRule(program + "\ndef rule(event):\n    return True\ndef title(event):\n    return str(value)\n")
        rule.modulePath = ModulePath(["lib", "second"], files: Self.files)
        rule.helpers = ["helper": "VALUE = 'helper'\n"]
        let found = try rule.content()?.title ?? ""
        for part in title.split(separator: "\u{1}") { #expect(found.contains(part), "\(found)") }
    }

    @Test("without a path nothing is found") func withoutPath() throws {
        let rule = OneRule("import plain\ndef rule(event):\n    return True\n")
        #expect(try rule.scan("{}").isEmpty)
    }

    @Test("a module is as long as the limit, not longer") func length() throws {
        let longest = "value = 1" + String(repeating: "#", count: ModulePath.moduleBytesMax - 9)
        let path = ModulePath(["lib"], files: MemoryFiles(["lib/long.py": longest, "lib/longer.py": longest + "#"]))
        let isFound = try path.module("long") != nil
        #expect(isFound)
        do throws(ModuleRefusal) {
            _ = try path.module("longer")
            Issue.record("a module past the limit was read")
        } catch {
            #expect(error.message.contains("longer than 1048576 bytes"))
        }
    }
}
