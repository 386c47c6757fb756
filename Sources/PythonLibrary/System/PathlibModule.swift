package import PythonRuntime

/// `pathlib`, written in the dialect.
package enum PathlibModule {
    package static let module = NativeModule(
        "pathlib",
        "Paths, without the files behind them.",
        body: ModuleBody(program)
    )

    private static let program = #"""
        import fnmatch
        import ntpath
        import os.path

        __all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]


        class PurePath:
            """A path in parts; no file is looked at."""

            _is_windows = False
            _sep = "/"

            def __new__(cls, *args):
                if cls is PurePath:
                    cls = PurePosixPath
                elif cls is Path:
                    cls = PosixPath
                self = object.__new__(cls)
                self._drive, self._root, self._names = cls._parsed(args)
                return self

            def __init__(self, *args):
                pass

            @classmethod
            def _parsed(cls, args):
                drive, root, names = "", "", []
                for arg in args:
                    if isinstance(arg, PurePath):
                        new_drive, new_root, new_names = arg._drive, arg._root, arg._names
                    elif isinstance(arg, str):
                        new_drive, new_root, new_names = cls._split(arg)
                    else:
                        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(arg).__name__}")
                    if new_root:
                        drive, root, names = new_drive or (drive if cls._is_windows else ""), new_root, list(new_names)
                    elif new_drive and new_drive.lower() != drive.lower():
                        drive, root, names = new_drive, new_root, list(new_names)
                    else:
                        drive = new_drive or drive
                        names = names + list(new_names)
                return drive, root, names

            @classmethod
            def _split(cls, text):
                drive = ""
                if cls._is_windows:
                    text = text.replace("/", "\\")
                    if text.startswith("\\\\\\"):
                        text = "\\" + text.lstrip("\\")
                    drive, text = ntpath.splitdrive(text)
                root = ""
                if text.startswith(cls._sep):
                    root = cls._sep
                    if not cls._is_windows and text.startswith("//") and not text.startswith("///"):
                        root = "//"
                elif drive.startswith("\\\\"):
                    root = cls._sep
                return drive, root, [name for name in text.split(cls._sep) if name and name != "."]

            def _made(self, drive, root, names):
                made = object.__new__(type(self))
                made._drive, made._root, made._names = drive, root, list(names)
                return made

            def __str__(self):
                return self._drive + self._root + self._sep.join(self._names) or "."

            def __fspath__(self):
                return str(self)

            def __repr__(self):
                return f"{self.__class__.__name__}({self.as_posix()!r})"

            def as_posix(self):
                """The path with slashes."""
                return str(self).replace("\\", "/") if self._is_windows else str(self)

            def as_uri(self):
                """The path as a file URL."""
                if not self.is_absolute():
                    raise ValueError("relative path can't be expressed as a file URI")
                from urllib.parse import quote

                if self._is_windows:
                    return "file:///" + quote(self.as_posix(), safe="/:") if self._drive[1:2] == ":" else "file:" + quote(self.as_posix())
                return "file://" + quote(str(self))

            def _key(self):
                names = [self._drive, self._root, *self._names]
                return tuple(name.lower() for name in names) if self._is_windows else tuple(names)

            def __eq__(self, other):
                if not isinstance(other, PurePath) or self._is_windows != other._is_windows:
                    return NotImplemented
                return self._key() == other._key()

            def __hash__(self):
                return hash(self._key())

            def __lt__(self, other):
                return self._key() < other._key() if isinstance(other, PurePath) else NotImplemented

            def __le__(self, other):
                return self._key() <= other._key() if isinstance(other, PurePath) else NotImplemented

            def __gt__(self, other):
                return self._key() > other._key() if isinstance(other, PurePath) else NotImplemented

            def __ge__(self, other):
                return self._key() >= other._key() if isinstance(other, PurePath) else NotImplemented

            def __truediv__(self, other):
                if not isinstance(other, (str, PurePath)):
                    return NotImplemented
                return self.joinpath(other)

            def __rtruediv__(self, other):
                return type(self)(other, self) if isinstance(other, str) else NotImplemented

            def joinpath(self, *args):
                """The path with parts added."""
                return type(self)(self, *args)

            @property
            def parts(self):
                anchor = self.anchor
                return ((anchor,) if anchor else ()) + tuple(self._names)

            @property
            def drive(self):
                return self._drive

            @property
            def root(self):
                return self._root

            @property
            def anchor(self):
                return self._drive + self._root

            @property
            def name(self):
                return self._names[-1] if self._names else ""

            @property
            def suffix(self):
                name = self.name
                index = name.rfind(".")
                return name[index:] if 0 < index < len(name) - 1 else ""

            @property
            def suffixes(self):
                name = self.name
                if name.endswith("."):
                    return []
                return ["." + suffix for suffix in name.lstrip(".").split(".")[1:]]

            @property
            def stem(self):
                name = self.name
                index = name.rfind(".")
                return name[:index] if 0 < index < len(name) - 1 else name

            @property
            def parent(self):
                return self._made(self._drive, self._root, self._names[:-1]) if self._names else self

            @property
            def parents(self):
                return tuple(
                    self._made(self._drive, self._root, self._names[:count]) for count in reversed(range(len(self._names)))
                )

            def is_absolute(self):
                """Whether it starts at a root."""
                return bool(self._root) and (bool(self._drive) or not self._is_windows)

            def is_reserved(self):
                """Whether Windows keeps the name for itself."""
                if not self._is_windows or not self._names:
                    return False
                name = self._names[-1].partition(".")[0].partition(":")[0].rstrip(" ").upper()
                devices = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
                return name in devices or (len(name) == 4 and name[:3] in ("COM", "LPT") and name[3] in "123456789")

            def relative_to(self, *other):
                """The path from another."""
                if not other:
                    raise TypeError("need at least one argument")
                base = type(self)(*other)
                count = len(base._key())
                if base._key()[:2] != self._key()[:2] or self._key()[:count] != base._key():
                    raise ValueError(
                        f"{str(self)!r} is not in the subpath of {str(base)!r} OR one path is relative and the other is absolute."
                    )
                return self._made("", "", self._names[len(base._names) :])

            def is_relative_to(self, *other):
                """Whether it is in another."""
                try:
                    self.relative_to(*other)
                except ValueError:
                    return False
                return True

            def with_name(self, name):
                """The path with another name."""
                if not self.name:
                    raise ValueError("%r has an empty name" % (self,))
                drive, root, names = self._split(name)
                if not name or name[-1] in (self._sep, "/") or drive or root or len(names) != 1:
                    raise ValueError("Invalid name %r" % name)
                return self._made(self._drive, self._root, [*self._names[:-1], name])

            def with_stem(self, stem):
                """The path with another name before the suffix."""
                return self.with_name(stem + self.suffix)

            def with_suffix(self, suffix):
                """The path with another suffix."""
                if self._sep in suffix or (suffix and not suffix.startswith(".")) or suffix == ".":
                    raise ValueError("Invalid suffix %r" % suffix)
                name = self.name
                if not name:
                    raise ValueError("%r has an empty name" % (self,))
                old = self.suffix
                return self.with_name((name[: -len(old)] if old else name) + suffix)

            def match(self, path_pattern):
                """Whether its end fits a shell pattern."""
                drive, root, names = self._split(path_pattern)
                if not (drive or root or names):
                    raise ValueError("empty pattern")
                if self._is_windows:
                    drive, names = drive.lower(), [name.lower() for name in names]
                mine = self._key()
                if (drive and drive != mine[0]) or (root and root != mine[1]):
                    return False
                own = mine[2:]
                if len(names) > len(own) or ((drive or root) and len(names) != len(own)):
                    return False
                return all(fnmatch.fnmatchcase(part, pattern) for part, pattern in zip(reversed(own), reversed(names)))


        class PurePosixPath(PurePath):
            """A path as POSIX writes it."""


        class PureWindowsPath(PurePath):
            """A path as Windows writes it."""

            _is_windows = True
            _sep = "\\"


        class Path(PurePath):
            """A path; what would look at a file is refused."""

            def _refuse(self, *args, **kwargs):
                raise PermissionError("rules cannot look at files: they see the event and nothing else")

            open = read_text = read_bytes = write_text = write_bytes = exists = is_file = is_dir = stat = iterdir = _refuse
            glob = rglob = mkdir = unlink = rename = touch = resolve = absolute = rmdir = is_symlink = chmod = _refuse
            home = cwd = classmethod(_refuse)


        class PosixPath(Path, PurePosixPath):
            """A path of this system."""


        class WindowsPath(Path, PureWindowsPath):
            """A path of Windows, which this is not."""

            def __new__(cls, *args):
                raise NotImplementedError("cannot instantiate 'WindowsPath' on your system")
        """#
}
