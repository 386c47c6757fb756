import base64, binascii
def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
for s in ["YQ", "YQ=", "YQ==", "Y", "YWI", "YWI=", "YWJj", "", "é", 5, None, "Y@Q==", "=YQ=", "YQ==YQ==", b"YQ==", "YQ=a=", "====", "Y Q = =", "YWJjZ", "YWJjZGVm\n", "YWJjZGU=x", "Y===", "YQ=", "YWJ=jZ"]:
    show(lambda: base64.b64decode(s))
    show(lambda: base64.b64decode(s, validate=True))
for s in [b"", b"a", b"ab", b"abc", b"\xff\xfe\xfd", "", 5, None]:
    show(lambda: base64.b64encode(s))
    show(lambda: base64.urlsafe_b64encode(s))
    show(lambda: base64.b32encode(s))
    show(lambda: base64.b16encode(s))
#> Error Incorrect padding
#> Error Incorrect padding
#> Error Incorrect padding
#> Error Incorrect padding
#> b'a'
#> b'a'
#> Error Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
#> Error Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
#> Error Incorrect padding
#> Error Incorrect padding
#> b'ab'
#> b'ab'
#> b'abc'
#> b'abc'
#> b''
#> b''
#> ValueError string argument should contain only ASCII characters
#> ValueError string argument should contain only ASCII characters
#> TypeError argument should be a bytes-like object or ASCII string, not 'int'
#> TypeError argument should be a bytes-like object or ASCII string, not 'int'
#> TypeError argument should be a bytes-like object or ASCII string, not 'NoneType'
#> TypeError argument should be a bytes-like object or ASCII string, not 'NoneType'
#> b'a'
#> Error Only base64 data is allowed
#> Error Incorrect padding
#> Error Leading padding not allowed
#> b'a'
#> Error Excess data after padding
#> b'a'
#> b'a'
#> b'a\x06'
#> Error Discontinuous padding not allowed
#> b''
#> Error Leading padding not allowed
#> b'a'
#> Error Only base64 data is allowed
#> Error Invalid base64-encoded string: number of data characters (5) cannot be 1 more than a multiple of 4
#> Error Invalid base64-encoded string: number of data characters (5) cannot be 1 more than a multiple of 4
#> b'abcdef'
#> Error Only base64 data is allowed
#> b'abcde'
#> Error Excess data after padding
#> Error Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
#> Error Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
#> Error Incorrect padding
#> Error Incorrect padding
#> b'ab'
#> Error Excess data after padding
#> b''
#> b''
#> b''
#> b''
#> b'YQ=='
#> b'YQ=='
#> b'ME======'
#> b'61'
#> b'YWI='
#> b'YWI='
#> b'MFRA===='
#> b'6162'
#> b'YWJj'
#> b'YWJj'
#> b'MFRGG==='
#> b'616263'
#> b'//79'
#> b'__79'
#> b'777P2==='
#> b'FFFEFD'
#> TypeError a bytes-like object is required, not 'str'
#> TypeError a bytes-like object is required, not 'str'
#> TypeError memoryview: a bytes-like object is required, not 'str'
#> TypeError a bytes-like object is required, not 'str'
#> TypeError a bytes-like object is required, not 'int'
#> TypeError a bytes-like object is required, not 'int'
#> TypeError memoryview: a bytes-like object is required, not 'int'
#> TypeError a bytes-like object is required, not 'int'
#> TypeError a bytes-like object is required, not 'NoneType'
#> TypeError a bytes-like object is required, not 'NoneType'
#> TypeError memoryview: a bytes-like object is required, not 'NoneType'
#> TypeError a bytes-like object is required, not 'NoneType'
---
import base64
def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
for s in ["ME", "me======", "ME======", "ME=====A", "M=======", "======ME", "========", "MFRGG===", "MFRGGZA=", "MFRGGZDF", "MFRGGZDFMY======", "", 5, "é", "MFRG1===", "MFRGGZDF=======M"]:
    show(lambda: base64.b32decode(s))
    show(lambda: base64.b32decode(s, True))
show(lambda: base64.b32decode("M1======", map01="I"))
show(lambda: base64.b32decode("M0======", map01="I"))
show(lambda: base64.b32decode("M1======", map01="IL"))
show(lambda: base64.b32hexencode(b"hello"))
show(lambda: base64.b32hexdecode("D1IMOR3F"))
for s in ["6g", "6a", "6A", "6", "", "é", 5]:
    show(lambda: base64.b16decode(s))
    show(lambda: base64.b16decode(s, casefold=True))
show(lambda: base64.b64encode(b"\xff\xfe", b"-"))
show(lambda: base64.b64encode(b"\xff\xfe", b"-_"))
show(lambda: base64.b64decode("-_8=", b"-_"))
show(lambda: base64.b64decode("-_8=", "-_"))
show(lambda: base64.urlsafe_b64decode("-_8="))
show(lambda: base64.urlsafe_b64decode(None))
show(lambda: base64.standard_b64decode("YQ=="))
show(lambda: base64.standard_b64encode(b"a"))
show(lambda: base64.encodebytes(b"a" * 60))
show(lambda: base64.decodebytes(b"YQ==\n"))
show(lambda: base64.decodebytes("YQ=="))
show(lambda: base64.b64decode("aGVsbG8=").decode("utf-8"))
#> Error Incorrect padding
#> Error Incorrect padding
#> Error Non-base32 digit found
#> b'a'
#> b'a'
#> b'a'
#> Error Non-base32 digit found
#> Error Non-base32 digit found
#> Error Incorrect padding
#> Error Incorrect padding
#> Error Non-base32 digit found
#> Error Non-base32 digit found
#> Error Incorrect padding
#> Error Incorrect padding
#> b'abc'
#> b'abc'
#> b'abcd'
#> b'abcd'
#> b'abcde'
#> b'abcde'
#> b'abcdef'
#> b'abcdef'
#> b''
#> b''
#> TypeError argument should be a bytes-like object or ASCII string, not 'int'
#> TypeError argument should be a bytes-like object or ASCII string, not 'int'
#> ValueError string argument should contain only ASCII characters
#> ValueError string argument should contain only ASCII characters
#> Error Non-base32 digit found
#> Error Non-base32 digit found
#> Error Non-base32 digit found
#> Error Non-base32 digit found
#> b'b'
#> b'c'
#> AssertionError b'IL'
#> b'D1IMOR3F'
#> b'hello'
#> Error Non-base16 digit found
#> Error Non-base16 digit found
#> Error Non-base16 digit found
#> b'j'
#> b'j'
#> b'j'
#> Error Odd-length string
#> Error Odd-length string
#> b''
#> b''
#> ValueError string argument should contain only ASCII characters
#> ValueError string argument should contain only ASCII characters
#> TypeError argument should be a bytes-like object or ASCII string, not 'int'
#> TypeError argument should be a bytes-like object or ASCII string, not 'int'
#> AssertionError b'-'
#> b'__4='
#> b'\xfb\xff'
#> b'\xfb\xff'
#> b'\xfb\xff'
#> TypeError argument should be a bytes-like object or ASCII string, not 'NoneType'
#> b'a'
#> b'YQ=='
#> b'YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh\nYWFh\n'
#> b'a'
#> TypeError expected bytes-like object, not str
#> 'hello'
---
import binascii
from binascii import Error as AsciiError
def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error, isinstance(error, ValueError), isinstance(error, AsciiError))
for s in ["", "00ff", "0", "0g", "é0", b"4142", 3, None]:
    show(lambda: binascii.unhexlify(s))
    show(lambda: binascii.a2b_hex(s))
show(lambda: binascii.hexlify(b"\x00\xffA"))
show(lambda: binascii.hexlify("a"))
for n in (1, 2, 3, 5, 6, -1, -2, -3, -6):
    show(lambda: binascii.hexlify(b"abcde", "-", n))
show(lambda: binascii.hexlify(b"abcde", "-"))
show(lambda: binascii.hexlify(b"abcde", b":"))
show(lambda: binascii.hexlify(b"abcde", "--"))
show(lambda: binascii.crc32(b"abc"))
show(lambda: binascii.crc32(b"c", binascii.crc32(b"ab")))
show(lambda: binascii.crc32("abc"))
show(lambda: binascii.b2a_base64(b"a"))
show(lambda: binascii.b2a_base64(b"a", newline=False))
show(lambda: binascii.a2b_base64("YQ==\n"))
show(lambda: binascii.a2b_base64("YQ"))
show(lambda: binascii.a2b_base64("YQ==x", strict_mode=True))
show(lambda: binascii.Error)
#> b''
#> b''
#> b'\x00\xff'
#> b'\x00\xff'
#> Error Odd-length string True True
#> Error Odd-length string True True
#> Error Non-hexadecimal digit found True True
#> Error Non-hexadecimal digit found True True
#> ValueError string argument should contain only ASCII characters True False
#> ValueError string argument should contain only ASCII characters True False
#> b'AB'
#> b'AB'
#> TypeError argument should be bytes, buffer or ASCII string, not 'int' False False
#> TypeError argument should be bytes, buffer or ASCII string, not 'int' False False
#> TypeError argument should be bytes, buffer or ASCII string, not 'NoneType' False False
#> TypeError argument should be bytes, buffer or ASCII string, not 'NoneType' False False
#> b'00ff41'
#> TypeError a bytes-like object is required, not 'str' False False
#> b'61-62-63-64-65'
#> b'61-6263-6465'
#> b'6162-636465'
#> b'6162636465'
#> b'6162636465'
#> b'61-62-63-64-65'
#> b'6162-6364-65'
#> b'616263-6465'
#> b'6162636465'
#> b'61-62-63-64-65'
#> b'61:62:63:64:65'
#> ValueError sep must be length 1. True False
#> 891568578
#> 891568578
#> TypeError a bytes-like object is required, not 'str' False False
#> b'YQ==\n'
#> b'YQ=='
#> b'a'
#> Error Incorrect padding True True
#> Error Excess data after padding True True
#> <class 'binascii.Error'>
