import json
for text in ["null", "true", " false ", "1", "-0", "12345678901234567890", "1.5", "-1e3", "1E-2", "0.1", "1e400", "NaN", "-Infinity", "Infinity", '"a"', "[]", "{}", "[1, [2, {}]]", '{"a": {"b": [null]}}', '"\\u00e9\\ud83d\\ude00\\n\\/\\b\\f\\r\\t\\"\\\\"', '{"a":1,"a":2}', "\t[\r\n1 ]"]:
    value = json.loads(text)
    print(type(value).__name__, repr(value))
#> NoneType None
#> bool True
#> bool False
#> int 1
#> int 0
#> int 12345678901234567890
#> float 1.5
#> float -1000.0
#> float 0.01
#> float 0.1
#> float inf
#> float nan
#> float -inf
#> float inf
#> str 'a'
#> list []
#> dict {}
#> list [1, [2, {}]]
#> dict {'a': {'b': [None]}}
#> str 'é😀\n/\x08\x0c\r\t"\\'
#> dict {'a': 2}
#> list [1]
---
import json
for text in ["", " ", "nul", "[1,]", "[1", "[1 2]", "[", "{", '{"a"', '{"a" 1}', '{"a":', '{"a":1', '{"a":1,}', '{"a":1 "b"}', "{1:2}", "{'a':1}", '"a', '"a\\', '"a\\x"', '"\\u12"', '"\\u12g4"', '"\\ud800\\u12x4"', '"a\nb"', "1 2", "tru", "-", "+1", "01", "1.", ".5", "1e", "--1", "[1]]", "\ufeff1", "é", '["é", x]', '{"é": 1,\n "b" 2}', "]", "-Inf", "[nan]", "'a'", '{"a":1}}', '"\\ud800', "\x00"]:
    try:
        print(json.loads(text))
    except json.JSONDecodeError as e:
        print(type(e).__name__, e, "|", e.msg, e.pos, e.lineno, e.colno, e.doc == text, isinstance(e, ValueError))
#> JSONDecodeError Expecting value: line 1 column 1 (char 0) | Expecting value 0 1 1 True True
#> JSONDecodeError Expecting value: line 1 column 2 (char 1) | Expecting value 1 1 2 True True
#> JSONDecodeError Expecting value: line 1 column 1 (char 0) | Expecting value 0 1 1 True True
#> JSONDecodeError Expecting value: line 1 column 4 (char 3) | Expecting value 3 1 4 True True
#> JSONDecodeError Expecting ',' delimiter: line 1 column 3 (char 2) | Expecting ',' delimiter 2 1 3 True True
#> JSONDecodeError Expecting ',' delimiter: line 1 column 4 (char 3) | Expecting ',' delimiter 3 1 4 True True
#> JSONDecodeError Expecting value: line 1 column 2 (char 1) | Expecting value 1 1 2 True True
#> JSONDecodeError Expecting property name enclosed in double quotes: line 1 column 2 (char 1) | Expecting property name enclosed in double quotes 1 1 2 True True
#> JSONDecodeError Expecting ':' delimiter: line 1 column 5 (char 4) | Expecting ':' delimiter 4 1 5 True True
#> JSONDecodeError Expecting ':' delimiter: line 1 column 6 (char 5) | Expecting ':' delimiter 5 1 6 True True
#> JSONDecodeError Expecting value: line 1 column 6 (char 5) | Expecting value 5 1 6 True True
#> JSONDecodeError Expecting ',' delimiter: line 1 column 7 (char 6) | Expecting ',' delimiter 6 1 7 True True
#> JSONDecodeError Expecting property name enclosed in double quotes: line 1 column 8 (char 7) | Expecting property name enclosed in double quotes 7 1 8 True True
#> JSONDecodeError Expecting ',' delimiter: line 1 column 8 (char 7) | Expecting ',' delimiter 7 1 8 True True
#> JSONDecodeError Expecting property name enclosed in double quotes: line 1 column 2 (char 1) | Expecting property name enclosed in double quotes 1 1 2 True True
#> JSONDecodeError Expecting property name enclosed in double quotes: line 1 column 2 (char 1) | Expecting property name enclosed in double quotes 1 1 2 True True
#> JSONDecodeError Unterminated string starting at: line 1 column 1 (char 0) | Unterminated string starting at 0 1 1 True True
#> JSONDecodeError Unterminated string starting at: line 1 column 1 (char 0) | Unterminated string starting at 0 1 1 True True
#> JSONDecodeError Invalid \escape: line 1 column 3 (char 2) | Invalid \escape 2 1 3 True True
#> JSONDecodeError Invalid \uXXXX escape: line 1 column 3 (char 2) | Invalid \uXXXX escape 2 1 3 True True
#> JSONDecodeError Invalid \uXXXX escape: line 1 column 3 (char 2) | Invalid \uXXXX escape 2 1 3 True True
#> JSONDecodeError Invalid \uXXXX escape: line 1 column 9 (char 8) | Invalid \uXXXX escape 8 1 9 True True
#> JSONDecodeError Invalid control character at: line 1 column 3 (char 2) | Invalid control character at 2 1 3 True True
#> JSONDecodeError Extra data: line 1 column 3 (char 2) | Extra data 2 1 3 True True
#> JSONDecodeError Expecting value: line 1 column 1 (char 0) | Expecting value 0 1 1 True True
#> JSONDecodeError Expecting value: line 1 column 1 (char 0) | Expecting value 0 1 1 True True
#> JSONDecodeError Expecting value: line 1 column 1 (char 0) | Expecting value 0 1 1 True True
#> JSONDecodeError Extra data: line 1 column 2 (char 1) | Extra data 1 1 2 True True
#> JSONDecodeError Extra data: line 1 column 2 (char 1) | Extra data 1 1 2 True True
#> JSONDecodeError Expecting value: line 1 column 1 (char 0) | Expecting value 0 1 1 True True
#> JSONDecodeError Extra data: line 1 column 2 (char 1) | Extra data 1 1 2 True True
#> JSONDecodeError Expecting value: line 1 column 1 (char 0) | Expecting value 0 1 1 True True
#> JSONDecodeError Extra data: line 1 column 4 (char 3) | Extra data 3 1 4 True True
#> JSONDecodeError Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0) | Unexpected UTF-8 BOM (decode using utf-8-sig) 0 1 1 True True
#> JSONDecodeError Expecting value: line 1 column 1 (char 0) | Expecting value 0 1 1 True True
#> JSONDecodeError Expecting value: line 1 column 7 (char 6) | Expecting value 6 1 7 True True
#> JSONDecodeError Expecting ':' delimiter: line 2 column 6 (char 14) | Expecting ':' delimiter 14 2 6 True True
#> JSONDecodeError Expecting value: line 1 column 1 (char 0) | Expecting value 0 1 1 True True
#> JSONDecodeError Expecting value: line 1 column 1 (char 0) | Expecting value 0 1 1 True True
#> JSONDecodeError Expecting value: line 1 column 2 (char 1) | Expecting value 1 1 2 True True
#> JSONDecodeError Expecting value: line 1 column 1 (char 0) | Expecting value 0 1 1 True True
#> JSONDecodeError Extra data: line 1 column 8 (char 7) | Extra data 7 1 8 True True
#> JSONDecodeError Invalid \uXXXX escape: line 1 column 3 (char 2) | Invalid \uXXXX escape 2 1 3 True True
#> JSONDecodeError Expecting value: line 1 column 1 (char 0) | Expecting value 0 1 1 True True
---
import json
def show(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: json.loads(None))
show(lambda: json.loads(5))
show(lambda: json.loads({}))
show(lambda: json.loads(b'{"a": "\xc3\xa9"}'))
show(lambda: json.loads(b'\xef\xbb\xbf1'))
show(lambda: json.loads("[1]".encode("utf-16")))
show(lambda: json.loads("[1]".encode("utf-16-le")))
show(lambda: json.loads("[1]".encode("utf-32-be")))
show(lambda: json.loads(b"\xff"))
show(lambda: json.loads("1" * 5000))
show(lambda: len(str(json.loads("1" * 4000))))
show(lambda: json.loads("1", foo=1))
show(lambda: json.loads('"a\nb"', strict=False))
show(lambda: json.loads("[" * 500 + "]" * 500) is not None)
show(lambda: json.loads("[" * 5000 + "]" * 5000))
show(lambda: json.loads('{"a":' * 5000))
#> TypeError the JSON object must be str, bytes or bytearray, not NoneType
#> TypeError the JSON object must be str, bytes or bytearray, not int
#> TypeError the JSON object must be str, bytes or bytearray, not dict
#> {'a': 'é'}
#> 1
#> [1]
#> [1]
#> [1]
#> UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
#> ValueError Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
#> 4000
#> TypeError JSONDecoder.__init__() got an unexpected keyword argument 'foo'
#> a
#> b
#> True
#> RecursionError maximum recursion depth exceeded while decoding a JSON array from a unicode string
#> RecursionError maximum recursion depth exceeded while decoding a JSON object from a unicode string
---
import json
try:
    json.loads("")
except json.decoder.JSONDecodeError as e:
    print(e, repr(e), e.args)
print(json.JSONDecodeError is json.decoder.JSONDecodeError, json.JSONDecodeError, json.JSONDecodeError.__name__)
try:
    raise json.JSONDecodeError("message", "a\nbc", 3)
except ValueError as e:
    print(e, e.msg, e.doc, e.pos, e.lineno, e.colno)
#> Expecting value: line 1 column 1 (char 0) JSONDecodeError('Expecting value: line 1 column 1 (char 0)') ('Expecting value: line 1 column 1 (char 0)',)
#> True <class 'json.decoder.JSONDecodeError'> JSONDecodeError
#> message: line 2 column 2 (char 3) message a
#> bc 3 2 2
---
from json import loads, dumps, JSONDecodeError
import json.decoder
try:
    loads("x")
except (JSONDecodeError, TypeError) as e:
    print("caught", e)
print(dumps(loads('{"a": [1, 2.0, null, true]}')))
#> caught Expecting value: line 1 column 1 (char 0)
#> {"a": [1, 2.0, null, true]}
---
import json
print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items()) if "b" in d else d))
print(json.loads('{"a": 1, "a": 2}', object_pairs_hook=lambda pairs: pairs))
print(json.loads("[1, 1.5, -2, 1e2, NaN]", parse_int=str, parse_float=lambda t: "f" + t, parse_constant=lambda t: "c" + t))
#> {'a': [('b', 1)]}
#> [('a', 1), ('a', 2)]
#> ['1', 'f1.5', '-2', 'f1e2', 'cNaN']
---
import json
for value in [None, True, False, 0, -1, 10**30, 1.0, 0.1, 1e22, 1e-7, -0.0, "", "a\"b\\c/", "\x00\x1f\x7f\n\r\t\b\f", "é😀\ud800", [], {}, (), [1, "a", None], (1, (2,)), {"a": [1, {"b": {}}]}, {1: 2, 1.5: 3, None: 4, True: 5, "x": 6}, {False: 1}, float("inf"), float("-inf"), float("nan")]:
    print(json.dumps(value))
#> null
#> true
#> false
#> 0
#> -1
#> 1000000000000000000000000000000
#> 1.0
#> 0.1
#> 1e+22
#> 1e-07
#> -0.0
#> ""
#> "a\"b\\c/"
#> "\u0000\u001f\u007f\n\r\t\b\f"
#> "\u00e9\ud83d\ude00\ud800"
#> []
#> {}
#> []
#> [1, "a", null]
#> [1, [2]]
#> {"a": [1, {"b": {}}]}
#> {"1": 5, "1.5": 3, "null": 4, "x": 6}
#> {"false": 1}
#> Infinity
#> -Infinity
#> NaN
---
import json
value = {"b": [1, {"c": []}], "a": {}, "é": "ü"}
print(json.dumps(value, indent=2))
print(json.dumps(value, indent="--", sort_keys=True))
print(json.dumps(value, indent=0))
print(json.dumps(value, indent=-3), json.dumps([], indent=2), json.dumps({}, indent=2))
print(json.dumps(value, separators=(",", ":")))
print(json.dumps(value, indent=1, separators=(" ,", " :")))
print(json.dumps(value, ensure_ascii=False), json.dumps("\x7f\x01😀", ensure_ascii=False))
print(json.dumps({"b": 1, "a": {"d": 1, "c": 2}}, sort_keys=True), json.dumps({2: 1, 1: 2}, sort_keys=True))
print(json.dumps({"a": 1, (1,): 2}, skipkeys=True), json.dumps({(1,): 2}, skipkeys=True), json.dumps({"a": 1}, indent=True))
print(json.dumps({float("nan"): 1, float("inf"): 2}), json.dumps(True), json.dumps([True, 1]))
#> {
#>   "b": [
#>     1,
#>     {
#>       "c": []
#>     }
#>   ],
#>   "a": {},
#>   "\u00e9": "\u00fc"
#> }
#> {
#> --"a": {},
#> --"b": [
#> ----1,
#> ----{
#> ------"c": []
#> ----}
#> --],
#> --"\u00e9": "\u00fc"
#> }
#> {
#> "b": [
#> 1,
#> {
#> "c": []
#> }
#> ],
#> "a": {},
#> "\u00e9": "\u00fc"
#> }
#> {
#> "b": [
#> 1,
#> {
#> "c": []
#> }
#> ],
#> "a": {},
#> "\u00e9": "\u00fc"
#> } [] {}
#> {"b":[1,{"c":[]}],"a":{},"\u00e9":"\u00fc"}
#> {
#>  "b" :[
#>   1 ,
#>   {
#>    "c" :[]
#>   }
#>  ] ,
#>  "a" :{} ,
#>  "\u00e9" :"\u00fc"
#> }
#> {"b": [1, {"c": []}], "a": {}, "é": "ü"} "\u0001😀"
#> {"a": {"c": 2, "d": 1}, "b": 1} {"1": 2, "2": 1}
#> {"a": 1} {} {
#>  "a": 1
#> }
#> {"NaN": 1, "Infinity": 2} true [true, 1]
---
import json
def show(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: json.dumps({1, 2}))
show(lambda: json.dumps(b"a"))
show(lambda: json.dumps(object))
show(lambda: json.dumps(lambda: 1))
show(lambda: json.dumps({(1,): 1}))
show(lambda: json.dumps({"a": 1, 1: 2}, sort_keys=True))
show(lambda: json.dumps({1: 2, "a": 1}, sort_keys=True))
show(lambda: json.dumps(float("nan"), allow_nan=False))
show(lambda: json.dumps([1], separators=1))
show(lambda: json.dumps([1], separators=("a",)))
show(lambda: json.dumps([1], indent=1.5))
show(lambda: json.dumps(1, foo=2))
show(lambda: json.dumps({1, 2}, default=sorted))
show(lambda: json.dumps([{1}, {2}], default=list, indent=1))
show(lambda: json.dumps({1, 2}, default=lambda o: o))
show(lambda: json.dumps(range(3)))
show(lambda: json.dumps({"a": {1}.union({2})}, default=lambda o: str(type(o).__name__)))
#> TypeError Object of type set is not JSON serializable
#> TypeError Object of type bytes is not JSON serializable
#> TypeError Object of type type is not JSON serializable
#> TypeError Object of type function is not JSON serializable
#> TypeError keys must be str, int, float, bool or None, not tuple
#> TypeError '<' not supported between instances of 'int' and 'str'
#> TypeError '<' not supported between instances of 'str' and 'int'
#> ValueError Out of range float values are not JSON compliant
#> TypeError cannot unpack non-iterable int object
#> ValueError not enough values to unpack (expected 2, got 1)
#> TypeError can't multiply sequence by non-int of type 'float'
#> TypeError JSONEncoder.__init__() got an unexpected keyword argument 'foo'
#> [1, 2]
#> [
#>  [
#>   1
#>  ],
#>  [
#>   2
#>  ]
#> ]
#> ValueError Circular reference detected
#> TypeError Object of type range is not JSON serializable
#> {"a": "set"}
---
import json
a = []
a.append(a)
for value in (a, {"x": a}):
    try:
        json.dumps(value)
    except ValueError as e:
        print(e)
b = [1]
print(json.dumps([b, b]))
deep = []
for _ in range(2000):
    deep = [deep]
try:
    json.dumps(deep)
except RecursionError as e:
    print(type(e).__name__)
#> Circular reference detected
#> Circular reference detected
#> [[1], [1]]
#> RecursionError
---
import json
class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set):
            return sorted(o)
        return json.JSONEncoder.default(self, o)
print(json.dumps({"a": {2, 1}}, cls=Encoder))
try:
    json.dumps({"a": b""}, cls=Encoder)
except TypeError as e:
    print(e)
class D(dict):
    pass
class L(list):
    pass
class S(str):
    pass
class I(int):
    pass
print(json.dumps([D(a=1), L([1]), S("x"), I(3), {S("k"): 1}]))
#> {"a": [1, 2]}
#> Object of type bytes is not JSON serializable
#> [{"a": 1}, [1], "x", 3, {"k": 1}]
---
import json
document = json.loads('{"Records": [{"eventName": "A", "n": 1.50, "list": [1, 2, 3], "s": "a\\u0062c"}]}')
record = document["Records"][0]
print(record.get("eventName"), record["n"], record["list"][1:], record["s"] == "abc", len(record), "s" in record, list(record))
print(json.loads(json.dumps(document)) == document, json.dumps(document))
record["list"].append({"x": None})
print(json.dumps(record["list"]))
#> A 1.5 [2, 3] True 4 True ['eventName', 'n', 'list', 's']
#> True {"Records": [{"eventName": "A", "n": 1.5, "list": [1, 2, 3], "s": "abc"}]}
#> [1, 2, 3, {"x": null}]
