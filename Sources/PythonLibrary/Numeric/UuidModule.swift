package import PythonRuntime

/// `uuid`, written in the dialect.
package enum UuidModule {
    package static let module = NativeModule(
        "uuid",
        "Universally unique identifiers.",
        body: ModuleBody(program)
    )

    private static let program = #"""
        from enum import Enum
        from hashlib import md5, sha1
        import random
        import time

        RESERVED_NCS, RFC_4122, RESERVED_MICROSOFT, RESERVED_FUTURE = [
            "reserved for NCS compatibility", "specified in RFC 4122", "reserved for Microsoft compatibility",
            "reserved for future definition",
        ]


        class SafeUUID(Enum):
            """Whether a UUID is safe for several processes."""

            safe = 0
            unsafe = -1
            unknown = None


        class UUID:
            """A universally unique identifier."""

            def __init__(
                self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *, is_safe=SafeUUID.unknown
            ):
                if [hex, bytes, bytes_le, fields, int].count(None) != 4:
                    raise TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given")
                if hex is not None:
                    hex = hex.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
                    if len(hex) != 32:
                        raise ValueError("badly formed hexadecimal UUID string")
                    int = _int(hex, 16)
                if bytes_le is not None:
                    if len(bytes_le) != 16:
                        raise ValueError("bytes_le is not a 16-char string")
                    bytes = bytes_le[3::-1] + bytes_le[5:3:-1] + bytes_le[7:5:-1] + bytes_le[8:]
                if bytes is not None:
                    if len(bytes) != 16:
                        raise ValueError("bytes is not a 16-char string")
                    int = _int.from_bytes(bytes, "big")
                if fields is not None:
                    int = self._join(fields)
                if not 0 <= int < 1 << 128:
                    raise ValueError("int is out of range (need a 128-bit value)")
                if version is not None:
                    if not 1 <= version <= 5:
                        raise ValueError("illegal version number")
                    int = int & ~(0xC000 << 48) | 0x8000 << 48
                    int = int & ~(0xF000 << 64) | version << 76
                object.__setattr__(self, "int", int)
                object.__setattr__(self, "is_safe", is_safe)

            def _join(self, fields):
                if len(fields) != 6:
                    raise ValueError("fields is not a 6-tuple")
                result = 0
                for number, (part, bits) in enumerate(zip(fields, (32, 16, 16, 8, 8, 48)), 1):
                    if not 0 <= part < 1 << bits:
                        article = "an" if bits == 8 else "a"
                        raise ValueError(f"field {number} out of range (need {article} {bits}-bit value)")
                    result = result << bits | part
                return result

            def __setattr__(self, name, value):
                raise TypeError("UUID objects are immutable")

            def __eq__(self, other):
                return self.int == other.int if isinstance(other, UUID) else NotImplemented

            def __lt__(self, other):
                return self.int < other.int if isinstance(other, UUID) else NotImplemented

            def __gt__(self, other):
                return self.int > other.int if isinstance(other, UUID) else NotImplemented

            def __le__(self, other):
                return self.int <= other.int if isinstance(other, UUID) else NotImplemented

            def __ge__(self, other):
                return self.int >= other.int if isinstance(other, UUID) else NotImplemented

            def __hash__(self):
                return hash(self.int)

            def __int__(self):
                return self.int

            def __repr__(self):
                return f"{self.__class__.__name__}({str(self)!r})"

            def __str__(self):
                digits = self.hex
                return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"

            @property
            def bytes(self):
                return self.int.to_bytes(16, "big")

            @property
            def bytes_le(self):
                given = self.bytes
                return given[3::-1] + given[5:3:-1] + given[7:5:-1] + given[8:]

            @property
            def fields(self):
                return (
                    self.time_low, self.time_mid, self.time_hi_version, self.clock_seq_hi_variant, self.clock_seq_low, self.node
                )

            @property
            def time_low(self):
                return self.int >> 96

            @property
            def time_mid(self):
                return self.int >> 80 & 0xFFFF

            @property
            def time_hi_version(self):
                return self.int >> 64 & 0xFFFF

            @property
            def clock_seq_hi_variant(self):
                return self.int >> 56 & 0xFF

            @property
            def clock_seq_low(self):
                return self.int >> 48 & 0xFF

            @property
            def time(self):
                return (self.time_hi_version & 0x0FFF) << 48 | self.time_mid << 32 | self.time_low

            @property
            def clock_seq(self):
                return (self.clock_seq_hi_variant & 0x3F) << 8 | self.clock_seq_low

            @property
            def node(self):
                return self.int & 0xFFFFFFFFFFFF

            @property
            def hex(self):
                return "%032x" % self.int

            @property
            def urn(self):
                return "urn:uuid:" + str(self)

            @property
            def variant(self):
                if not self.int & 0x8000 << 48:
                    return RESERVED_NCS
                if not self.int & 0x4000 << 48:
                    return RFC_4122
                return RESERVED_FUTURE if self.int & 0x2000 << 48 else RESERVED_MICROSOFT

            @property
            def version(self):
                return self.int >> 76 & 0xF if self.variant == RFC_4122 else None


        _int = int
        _node = None
        _last_timestamp = None


        def getnode():
            """A number that stands for this machine: by chance, as rules know no hardware."""
            global _node
            if _node is None:
                _node = random.getrandbits(48) | 1 << 40
            return _node


        def uuid1(node=None, clock_seq=None):
            """From the time and the machine."""
            global _last_timestamp
            timestamp = _int(time.time() * 10**7) + 0x01B21DD213814000
            if _last_timestamp is not None and timestamp <= _last_timestamp:
                timestamp = _last_timestamp + 1
            _last_timestamp = timestamp
            if clock_seq is None:
                clock_seq = random.getrandbits(14)
            if node is None:
                node = getnode()
            fields = (
                timestamp & 0xFFFFFFFF, timestamp >> 32 & 0xFFFF, timestamp >> 48 & 0x0FFF, clock_seq >> 8 & 0x3F,
                clock_seq & 0xFF, node,
            )
            return UUID(fields=fields, version=1)


        def uuid3(namespace, name):
            """From the MD5 of a name."""
            digest = md5(namespace.bytes + bytes(name, "utf-8"), usedforsecurity=False).digest()
            return UUID(bytes=digest[:16], version=3)


        def uuid4():
            """By chance."""
            return UUID(int=random._inst.getrandbits(128), version=4)


        def uuid5(namespace, name):
            """From the SHA-1 of a name."""
            digest = sha1(namespace.bytes + bytes(name, "utf-8")).digest()
            return UUID(bytes=digest[:16], version=5)


        NAMESPACE_DNS = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
        NAMESPACE_URL = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
        NAMESPACE_OID = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")
        NAMESPACE_X500 = UUID("6ba7b814-9dad-11d1-80b4-00c04fd430c8")
        """#
}
