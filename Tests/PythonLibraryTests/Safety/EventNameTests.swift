import Diagnostics
import Events
import PythonLibrary
import PythonSyntax
import Testing

@testable import PythonRuntime

/// Names that events make up live no longer than their event, whatever a rule does with them: a machine that has seen a
/// million of them is as large as one that has seen ten.
@Suite struct EventNameTests {
    struct Use: CustomTestStringConvertible, Sendable {
        var testDescription: String
        /// What is done with the name `n`, a new one for each event.
        var body: String

        init(_ description: String, _ body: String) {
            testDescription = description
            self.body = body
        }
    }

    static let uses: [Use] = [
        Use("getattr", "return getattr(event, n, None)"),
        Use("hasattr of a class", "return hasattr(int, n)"),
        Use("setattr of an instance", "class C: pass\n    c = C()\n    setattr(c, n, 1)\n    return getattr(c, n)"),
        Use("setattr of a class", "class C: pass\n    setattr(C, n, 1)\n    return getattr(C(), n)"),
        Use("delattr", "class C: pass\n    C.x = 1\n    try: delattr(C, n)\n    except AttributeError: pass"),
        Use("a class", "return type(n, (), {n: 1}).__name__"),
        Use("an exception", "try: raise type(n, (Exception,), {})('x')\n    except Exception as e: return str(e)"),
        Use("keyword arguments", "return (lambda **words: words)(**{n: 1})"),
        Use("keys of dict()", "return dict(**{n: 1})"),
        Use("str.format with attributes", "try: return ('{0.%s}' % n).format(1)\n    except AttributeError: pass"),
        Use("str.format with names", "return ('{%s}' % n).format(**{n: 1})"),
        Use("str.format_map", "return ('{%s}' % n).format_map({n: 1})"),
        Use("percent formats", "return ('%%(%s)s' % n) % {n: 1}"),
        Use("namedtuple", "from collections import namedtuple\n    return namedtuple(n, [n, 'b'])(1, 2)"),
        Use("NamedTuple", "from typing import NamedTuple\n    return NamedTuple(n, [(n, int)])(1)"),
        Use("Enum", "from enum import Enum\n    return list(Enum(n, [n, 'b']))"),
        Use("a dataclass", "from dataclasses import make_dataclass\n    return make_dataclass(n, [n])(1)"),
        Use("TypeVar", "from typing import TypeVar\n    return TypeVar(n)"),
        Use("NewType", "from typing import NewType\n    return NewType(n, int)(1)"),
        Use(
            "attrgetter",
            "from operator import attrgetter\n    try: attrgetter(n + '.x')(1)\n    except AttributeError: pass"
        ),
        Use(
            "methodcaller",
            "from operator import methodcaller\n    try: methodcaller(n)(1)\n    except AttributeError: pass"
        ),
        Use("itemgetter", "from operator import itemgetter\n    return itemgetter(n)({n: 1})"),
        Use("__import__", "try: __import__(n)\n    except ImportError: pass"),
        Use("importlib", "import importlib\n    try: importlib.import_module('a.' + n)\n    except ImportError: pass"),
        Use("an import from a module", "import json\n    return getattr(json, n, None)"),
        Use(
            "a mock",
            "from unittest.mock import MagicMock\n    m = MagicMock(**{n: 1})\n    return getattr(m, n), getattr(m, n + 'x')() is None"
        ),
        Use(
            "configure_mock",
            "from unittest.mock import MagicMock\n    m = MagicMock()\n    m.configure_mock(**{n: 1})"
        ),
        Use(
            "patch",
            "from unittest.mock import patch\n    import json\n    try:\n        with patch('json.' + n, 1): pass\n    except AttributeError: pass"
        ),
        Use("a logger", "import logging\n    logging.getLogger(n).warning(n)"),
        Use("json", "import json\n    return json.loads(json.dumps({n: [n]}))"),
        Use("a SimpleNamespace", "from types import SimpleNamespace\n    return SimpleNamespace(**{n: 1})"),
        Use("a ModuleType", "import types\n    m = getattr(types, 'ModuleType', None)\n    return m and m(n)"),
        Use("a pattern", "import re\n    return re.compile(n).search(n).group()"),
        Use("groups of a pattern", "import re\n    return re.search('(?P<%s>.)' % n, n).groupdict()"),
        Use("fnmatch", "from fnmatch import fnmatch\n    return fnmatch(n, n + '*')"),
        Use("glob filter", "import fnmatch\n    return fnmatch.filter([n], n)"),
        Use("string.Template", "from string import Template\n    return Template('$' + n).substitute({n: 1})"),
        Use("os.environ", "import os\n    return os.environ.get(n), os.getenv(n)"),
        Use("sys.intern", "import sys\n    return sys.intern(n)"),
        Use("hashlib", "import hashlib\n    return hashlib.sha256(n.encode()).hexdigest()"),
        Use("strptime", "from datetime import datetime\n    try: datetime.strptime(n, n)\n    except ValueError: pass"),
        Use("strftime", "from datetime import datetime\n    return datetime(2026, 1, 1).strftime(n)"),
        Use("an address", "import ipaddress\n    try: ipaddress.ip_address(n)\n    except ValueError: pass"),
        Use(
            "urlparse",
            "from urllib.parse import urlparse, parse_qs\n    return urlparse(n + '://' + n), parse_qs(n + '=1')"
        ),
        Use(
            "match by class attributes",
            "class C: pass\n    C.__match_args__ = (n,)\n    c = C()\n    setattr(c, n, 1)\n    match c:\n        case C(x): return x"
        ),
        Use("properties", "class C: pass\n    setattr(C, n, property(lambda self: 1))\n    return getattr(C(), n)"),
        Use("__slots__", "return type('C', (), {'__slots__': (n,)})"),
        Use(
            "__name__ of a function",
            "def f(): pass\n    f.__name__ = n\n    f.__qualname__ = n\n    return f.__name__"
        ),
        Use("attributes of a function", "def f(): pass\n    setattr(f, n, 1)"),
        Use("a Counter", "from collections import Counter\n    return Counter(n), Counter(**{n: 1})"),
        Use("a ChainMap", "from collections import ChainMap\n    return ChainMap({n: 1})[n]"),
        Use("partial", "from functools import partial\n    return partial(dict, **{n: 1})()"),
        Use(
            "wraps",
            "from functools import wraps\n    def g(): pass\n    g.__name__ = n\n    return wraps(g)(lambda: 1).__name__"
        ),
        Use("errors", "raise KeyError(n)"),
        Use("errors of attributes", "return getattr(event, n)"),
        Use("udm", "try: return event.udm(n)\n    except Exception: pass"),
        Use("deep_get", "return event.deep_get(n, n), event.deep_walk(n, n)"),
        Use("lookup", "try: return event.lookup(n, n)\n    except Exception: pass"),
        Use("decoding by name", "try: return n.encode(n)\n    except LookupError: pass"),
        Use("codecs", "import codecs\n    try: codecs.lookup(n)\n    except LookupError: pass"),
        Use(
            "caching with an expiry that is past",
            "from panther_detection_helpers import caching\n    caching.reset_counter(n)"
        ),
    ]

    /// All that a machine keeps which no rule's state is.
    struct Size: Equatable {
        var names: Int
        var constants: Int
        var types: Int
        var objects: Int
        var retained: Int
        var modules: Int
        var natives: Int

        init(_ machine: borrowing Machine) {
            names = machine.symbols.strings.count
            constants = machine.memory.constants.used
            types = machine.types.entries.count
            objects = machine.foreign.aliveCount
            retained = machine.retained.count
            modules = machine.modules.count
            natives = machine.natives.count
        }
    }

    @Test("leaves nothing behind", arguments: uses)
    func forgotten(_ use: Use) throws {
        let program = "def rule(event):\n    n = event['name']\n    \(use.body)\n"
        let sizes = NativeStack.run { () -> (Size, Size)? in
            var machine = KeptStateTests.machine()
            let source = Source(path: "rule.py", text: program)
            let compiled = Compiler.compile(Parser.parse(source).module, name: "rule", source: source)
            guard let code = compiled.code, let module = try? machine.loadEntry(code, in: machine.makeSpace()) else {
                return nil
            }
            var early: Size?
            for number in 0..<40 {
                var tape = Tape()
                guard (try? tape.parse(copying: Array(#"{"name":"made\#(number)up"}"#.utf8))) != nil else { return nil }
                do throws(Raised) {
                    let function = try machine.attribute(module, machine.name("rule"))
                    _ = try machine.repr(try machine.call(function, with: machine.beginEvent(tape.view)))
                } catch { _ = machine.takeException() }
                guard (try? machine.finishEvent()) != nil else { return nil }
                if number == 4 { early = Size(machine) }
            }
            return early.map { ($0, Size(machine)) }
        }
        let (early, late) = try #require(sizes)
        #expect(early == late)
    }
}
