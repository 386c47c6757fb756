import uuid
u=uuid.UUID("12345678-1234-5678-1234-567812345678"); print(u, repr(u), u.hex, u.int, u.version, u.variant, u.fields, u.bytes, u.urn, u.node, u.time, uuid.UUID("{12345678123456781234567812345678}")==u, u.bytes_le, uuid.UUID(bytes_le=u.bytes_le)==u)
print(uuid.uuid5(uuid.NAMESPACE_DNS,"python.org"), uuid.uuid3(uuid.NAMESPACE_URL,"x"), uuid.uuid4().version, len(str(uuid.uuid1())), uuid.UUID(fields=(1,2,3,4,5,6)), uuid.UUID(int=5), {u:1}[uuid.UUID(int=u.int)], u<uuid.UUID(int=2**127))
for bad in [lambda: uuid.UUID("x"), lambda: uuid.UUID(), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(bytes=b"1"), lambda: setattr(u,"int",1), lambda: uuid.UUID(5), lambda: uuid.UUID(fields=(1,2,3,444,5,6)), lambda: uuid.UUID(int=1,version=9)]:
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
#> 12345678-1234-5678-1234-567812345678 UUID('12345678-1234-5678-1234-567812345678') 12345678123456781234567812345678 24197857161011715162171839636988778104 None reserved for NCS compatibility (305419896, 4660, 22136, 18, 52, 95073701484152) b'\x124Vx\x124Vx\x124Vx\x124Vx' urn:uuid:12345678-1234-5678-1234-567812345678 95073701484152 466142576285865592 True b'xV4\x124\x12xV\x124Vx\x124Vx' True
#> 886313e1-3b8a-5372-9b90-0c9aee199e5d 60a7f89c-e446-309c-8b4f-460bfdfd0dee 4 36 00000001-0002-0003-0405-000000000006 00000000-0000-0000-0000-000000000005 1 True
#> ValueError badly formed hexadecimal UUID string
#> TypeError one of the hex, bytes, bytes_le, fields, or int arguments must be given
#> ValueError int is out of range (need a 128-bit value)
#> ValueError bytes is not a 16-char string
#> TypeError UUID objects are immutable
#> AttributeError 'int' object has no attribute 'replace'
#> ValueError field 4 out of range (need an 8-bit value)
#> ValueError illegal version number
