extension BuiltinTypes {
    /// `bytes`.
    static let bytes = NativeType(
        "bytes",
        "A sequence of numbers from 0 to 255.",
        methods: [
            NativeFunction(
                "decode(self, encoding='utf-8', errors='strict')",
                "The text that the bytes encode.",
                BytesMethods.decode
            ),
            NativeFunction(
                "hex(self, sep=..., bytes_per_sep=1)",
                "The bytes in hexadecimal.",
                BytesMethods.hexadecimal
            ),
            NativeFunction(
                "find(self, sub, start=None, end=None, /)",
                "The index of the first occurrence, or -1.",
                BytesMethods.find
            ),
            NativeFunction(
                "rfind(self, sub, start=None, end=None, /)",
                "The index of the last occurrence, or -1.",
                BytesMethods.findLast
            ),
            NativeFunction(
                "index(self, sub, start=None, end=None, /)",
                "The index of the first occurrence.",
                BytesMethods.index
            ),
            NativeFunction(
                "rindex(self, sub, start=None, end=None, /)",
                "The index of the last occurrence.",
                BytesMethods.indexLast
            ),
            NativeFunction(
                "count(self, sub, start=None, end=None, /)",
                "How often bytes occur, without overlaps.",
                BytesMethods.count
            ),
            NativeFunction(
                "startswith(self, prefix, start=None, end=None, /)",
                "Whether the bytes begin with the prefix, or with one of a tuple of them.",
                BytesMethods.startsWith
            ),
            NativeFunction(
                "endswith(self, suffix, start=None, end=None, /)",
                "Whether the bytes end with the suffix, or with one of a tuple of them.",
                BytesMethods.endsWith
            ),
            NativeFunction(
                "split(self, sep=None, maxsplit=-1)",
                "The list of what separators or white space part.",
                BytesMethods.split
            ),
            NativeFunction(
                "rsplit(self, sep=None, maxsplit=-1)",
                "As `split`, counting separators from the right.",
                BytesMethods.splitFromRight
            ),
            NativeFunction("splitlines(self, keepends=False)", "The list of the lines.", BytesMethods.splitLines),
            NativeFunction(
                "partition(self, sep, /)",
                "What stands before, is, and stands behind the first separator.",
                BytesMethods.partition
            ),
            NativeFunction(
                "rpartition(self, sep, /)",
                "What stands before, is, and stands behind the last separator.",
                BytesMethods.partitionFromRight
            ),
            NativeFunction(
                "strip(self, bytes=None, /)",
                "The bytes without white space, or these bytes, at both ends.",
                BytesMethods.strip
            ),
            NativeFunction("lstrip(self, bytes=None, /)", "As `strip`, at the left end only.", BytesMethods.stripLeft),
            NativeFunction(
                "rstrip(self, bytes=None, /)",
                "As `strip`, at the right end only.",
                BytesMethods.stripRight
            ),
            NativeFunction("removeprefix(self, prefix, /)", "The bytes without the prefix.", BytesMethods.removePrefix),
            NativeFunction("removesuffix(self, suffix, /)", "The bytes without the suffix.", BytesMethods.removeSuffix),
            NativeFunction(
                "replace(self, old, new, count=-1, /)",
                "The bytes with occurrences of some replaced by others.",
                BytesMethods.replace
            ),
            NativeFunction(
                "join(self, iterable, /)",
                "The bytes of an iterable with these in between.",
                BytesMethods.join
            ),
            NativeFunction("lower(self, /)", "The bytes with ASCII letters small.", BytesMethods.lower),
            NativeFunction("upper(self, /)", "The bytes with ASCII letters capital.", BytesMethods.upper),
            NativeFunction("isalnum(self, /)", "Whether all are ASCII letters or digits.", BytesMethods.isAlphanumeric),
            NativeFunction("isalpha(self, /)", "Whether all are ASCII letters.", BytesMethods.isAlphabetic),
            NativeFunction("isascii(self, /)", "Whether all are below 128.", BytesMethods.isASCII),
            NativeFunction("isdigit(self, /)", "Whether all are ASCII digits.", BytesMethods.isDigit),
            NativeFunction("isspace(self, /)", "Whether all are ASCII white space.", BytesMethods.isSpace),
            NativeFunction("islower(self, /)", "Whether all ASCII letters are small.", BytesMethods.isLower),
            NativeFunction("isupper(self, /)", "Whether all ASCII letters are capital.", BytesMethods.isUpper),
        ].map { $0.method(of: .bytes) },
        classMethods: [
            NativeFunction("fromhex(cls, string, /)", "The bytes of a hexadecimal text.", BytesMethods.fromHexadecimal)
        ],
        slots: .init {
            $0.construct = NativeFunction(
                "bytes(cls, source=..., encoding=..., errors=...)",
                "The bytes of numbers or of an encoded text.",
                BytesMethods.construct
            )
        }
    )
}
