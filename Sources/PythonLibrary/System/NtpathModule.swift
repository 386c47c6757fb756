package import PythonRuntime

/// `ntpath`, written in the dialect.
package enum NtpathModule {
    package static let module = NativeModule(
        "ntpath",
        "Paths as Windows writes them.",
        body: ModuleBody(program)
    )

    private static let program = #"""
        __all__ = [
            "normcase", "isabs", "join", "splitdrive", "split", "splitext", "basename", "dirname", "commonprefix", "commonpath",
            "normpath", "curdir", "pardir", "sep", "pathsep", "altsep", "extsep",
        ]

        curdir, pardir, extsep, sep, pathsep, altsep = ".", "..", ".", "\\", ";", "/"


        def normcase(s):
            """The path in lower case, with backslashes."""
            return s.replace("/", "\\").lower()


        def splitdrive(p):
            """Drive, or host and share, and the rest."""
            if len(p) >= 2:
                plain = p.replace("/", "\\")
                if plain[:2] == "\\\\":
                    start = 8 if plain[:8].upper() == "\\\\?\\UNC\\" else 2
                    index = plain.find("\\", start)
                    if index == -1:
                        return p, ""
                    second = plain.find("\\", index + 1)
                    return (p, "") if second == -1 else (p[:second], p[second:])
                if plain[1:2] == ":":
                    return p[:2], p[2:]
            return "", p


        def isabs(s):
            """Whether it starts at a root."""
            s = s[:3].replace("/", "\\")
            return s.startswith("\\") or s.startswith(":\\", 1)


        def join(path, *paths):
            """The parts as one path."""
            drive, rest = splitdrive(path)
            for part in paths:
                part_drive, part_rest = splitdrive(part)
                if part_rest and part_rest[0] in "\\/":
                    if part_drive or not drive:
                        drive = part_drive
                    rest = part_rest
                    continue
                if part_drive and part_drive != drive:
                    if part_drive.lower() != drive.lower():
                        drive, rest = part_drive, part_rest
                        continue
                    drive = part_drive
                if rest and rest[-1] not in "\\/":
                    rest += "\\"
                rest += part_rest
            if rest and rest[0] not in "\\/" and drive and drive[-1:] not in ":\\/":
                return drive + "\\" + rest
            return drive + rest


        def split(p):
            """What is before the last separator, and behind it."""
            drive, rest = splitdrive(p)
            index = len(rest)
            while index and rest[index - 1] not in "\\/":
                index -= 1
            head, tail = rest[:index], rest[index:]
            return drive + (head.rstrip("\\/") or head), tail


        def basename(p):
            """What is behind the last separator."""
            return split(p)[1]


        def dirname(p):
            """What is before the last separator."""
            return split(p)[0]


        def splitext(p):
            """The path without its extension, and that."""
            start = max(p.rfind("\\"), p.rfind("/")) + 1
            dot = p.rfind(".")
            if dot > start and any(char != "." for char in p[start:dot]):
                return p[:dot], p[dot:]
            return p, ""


        def normpath(path):
            """The path without detours."""
            path = path.replace("/", "\\")
            drive, path = splitdrive(path)
            if path.startswith("\\"):
                drive += "\\"
                path = path.lstrip("\\")
            parts = path.split("\\")
            index = 0
            while index < len(parts):
                if not parts[index] or parts[index] == ".":
                    del parts[index]
                elif parts[index] == "..":
                    if index > 0 and parts[index - 1] != "..":
                        del parts[index - 1 : index + 1]
                        index -= 1
                    elif index == 0 and drive.endswith("\\"):
                        del parts[index]
                    else:
                        index += 1
                else:
                    index += 1
            if not drive and not parts:
                parts.append(".")
            return drive + "\\".join(parts)


        def commonprefix(m):
            """What all begin with."""
            if not m:
                return ""
            first, last = min(m), max(m)
            for index, char in enumerate(first):
                if char != last[index]:
                    return first[:index]
            return first


        def commonpath(paths):
            """The path that all are in."""
            paths = list(paths)
            if not paths:
                raise ValueError("commonpath() arg is an empty sequence")
            split_paths = [splitdrive(path.replace("/", "\\").lower()) for path in paths]
            if len({rest[:1] == "\\" for _, rest in split_paths}) != 1:
                raise ValueError("Can't mix absolute and relative paths")
            if len({drive for drive, _ in split_paths}) != 1:
                raise ValueError("Paths don't have the same drive")
            drive, path = splitdrive(paths[0].replace("/", "\\"))
            common = [part for part in path.split("\\") if part and part != "."]
            all_parts = [[part for part in rest.split("\\") if part and part != "."] for _, rest in split_paths]
            first, last = min(all_parts), max(all_parts)
            for index, part in enumerate(first):
                if index >= len(last) or part != last[index]:
                    common = common[:index]
                    break
            else:
                common = common[: len(first)]
            return (drive + "\\" if path[:1] == "\\" else drive) + "\\".join(common)
        """#
}
