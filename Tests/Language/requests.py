import requests
from requests.auth import HTTPBasicAuth
from requests.exceptions import ConnectTimeout, RequestException
for url in ("https://Host.invalid/x", "host.invalid", "ftp://host.invalid", "https:///x"):
    for call in (requests.get, requests.post, requests.Session().put):
        try:
            print(call(url, timeout=5))
        except RequestException as error:
            text = str(error)
            print(type(error).__name__, text[: text.find(" (Caused")] if "Caused" in text else text)
for name in ("RequestException", "ConnectTimeout", "JSONDecodeError", "MissingSchema", "ReadTimeout", "StreamConsumedError"):
    print([cls.__name__ for cls in getattr(requests.exceptions, name).__mro__])
print(requests.ConnectionError is requests.exceptions.ConnectionError, issubclass(requests.Timeout, OSError))
error = requests.HTTPError("404", response="r")
print(error, error.args, error.response, error.request)
auth = HTTPBasicAuth("a", "b")
print(auth.username, auth.password)
with requests.Session() as session:
    session.headers.update({"X": "1"})
    session.auth = auth
    print(session.headers["X"], session.auth is auth, session.verify)
def annotated(answer: requests.Response) -> requests.Session:
    return answer
print(annotated(1))
#> ConnectionError HTTPSConnectionPool(host='host.invalid', port=443): Max retries exceeded with url: /x
#> ConnectionError HTTPSConnectionPool(host='host.invalid', port=443): Max retries exceeded with url: /x
#> ConnectionError HTTPSConnectionPool(host='host.invalid', port=443): Max retries exceeded with url: /x
#> MissingSchema Invalid URL 'host.invalid': No scheme supplied. Perhaps you meant https://host.invalid?
#> MissingSchema Invalid URL 'host.invalid': No scheme supplied. Perhaps you meant https://host.invalid?
#> MissingSchema Invalid URL 'host.invalid': No scheme supplied. Perhaps you meant https://host.invalid?
#> InvalidSchema No connection adapters were found for 'ftp://host.invalid'
#> InvalidSchema No connection adapters were found for 'ftp://host.invalid'
#> InvalidSchema No connection adapters were found for 'ftp://host.invalid'
#> InvalidURL Invalid URL 'https:///x': No host supplied
#> InvalidURL Invalid URL 'https:///x': No host supplied
#> InvalidURL Invalid URL 'https:///x': No host supplied
#> ['RequestException', 'OSError', 'Exception', 'BaseException', 'object']
#> ['ConnectTimeout', 'ConnectionError', 'Timeout', 'RequestException', 'OSError', 'Exception', 'BaseException', 'object']
#> ['JSONDecodeError', 'InvalidJSONError', 'RequestException', 'OSError', 'JSONDecodeError', 'ValueError', 'Exception', 'BaseException', 'object']
#> ['MissingSchema', 'RequestException', 'OSError', 'ValueError', 'Exception', 'BaseException', 'object']
#> ['ReadTimeout', 'Timeout', 'RequestException', 'OSError', 'Exception', 'BaseException', 'object']
#> ['StreamConsumedError', 'RequestException', 'OSError', 'TypeError', 'Exception', 'BaseException', 'object']
#> True True
#> 404 ('404',) r None
#> a b
#> 1 True True
#> 1
