import ipaddress
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ": " + str(e))
for text in ["10.0.0.1", "8.8.8.8", "100.64.1.1", "127.0.0.1", "169.254.1.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "0.0.0.0", "192.0.2.1", "198.18.0.1", "192.0.0.8", "::1", "::", "fe80::1", "fec0::1", "ff02::1", "2001:db8::1", "2001:4860:4860::8888", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "fc00::1", "2002:0808:0808::1", "64:ff9b::1"]:
    a = ipaddress.ip_address(text)
    print(repr(a), str(a), a.version, a.is_private, a.is_global, a.is_loopback, a.is_link_local, a.is_multicast, a.is_reserved, a.is_unspecified, a.exploded, a.compressed, a.reverse_pointer[:12])
for text in ["", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.1.1.1", "1.2.3.x", "1..2.3", "1234.1.1.1", "1.2.3.4/8", "::1::2", ":1", "1:", "1:2:3:4:5:6:7:8:9", "12345::", "g::", "1::2:3:4:5:6:7:8", "::1.2.3.300", "fe80::1%", None, 5.5, -1, 2**32, 2**128, b"abcd", b"abc"]:
    attempt(lambda: ipaddress.ip_address(text))
    attempt(lambda: ipaddress.IPv4Address(text))
    attempt(lambda: ipaddress.IPv6Address(text))
#> IPv4Address('10.0.0.1') 10.0.0.1 4 True False False False False False False 10.0.0.1 10.0.0.1 1.0.0.10.in-
#> IPv4Address('8.8.8.8') 8.8.8.8 4 False True False False False False False 8.8.8.8 8.8.8.8 8.8.8.8.in-a
#> IPv4Address('100.64.1.1') 100.64.1.1 4 False False False False False False False 100.64.1.1 100.64.1.1 1.1.64.100.i
#> IPv4Address('127.0.0.1') 127.0.0.1 4 True False True False False False False 127.0.0.1 127.0.0.1 1.0.0.127.in
#> IPv4Address('169.254.1.1') 169.254.1.1 4 True False False True False False False 169.254.1.1 169.254.1.1 1.1.254.169.
#> IPv4Address('224.0.0.1') 224.0.0.1 4 False True False False True False False 224.0.0.1 224.0.0.1 1.0.0.224.in
#> IPv4Address('240.0.0.1') 240.0.0.1 4 True False False False False True False 240.0.0.1 240.0.0.1 1.0.0.240.in
#> IPv4Address('255.255.255.255') 255.255.255.255 4 True False False False False True False 255.255.255.255 255.255.255.255 255.255.255.
#> IPv4Address('0.0.0.0') 0.0.0.0 4 True False False False False False True 0.0.0.0 0.0.0.0 0.0.0.0.in-a
#> IPv4Address('192.0.2.1') 192.0.2.1 4 True False False False False False False 192.0.2.1 192.0.2.1 1.2.0.192.in
#> IPv4Address('198.18.0.1') 198.18.0.1 4 True False False False False False False 198.18.0.1 198.18.0.1 1.0.18.198.i
#> IPv4Address('192.0.0.8') 192.0.0.8 4 False True False False False False False 192.0.0.8 192.0.0.8 8.0.0.192.in
#> IPv6Address('::1') ::1 6 True False True False False True False 0000:0000:0000:0000:0000:0000:0000:0001 ::1 1.0.0.0.0.0.
#> IPv6Address('::') :: 6 True False False False False True True 0000:0000:0000:0000:0000:0000:0000:0000 :: 0.0.0.0.0.0.
#> IPv6Address('fe80::1') fe80::1 6 True False False True False False False fe80:0000:0000:0000:0000:0000:0000:0001 fe80::1 1.0.0.0.0.0.
#> IPv6Address('fec0::1') fec0::1 6 False True False False False False False fec0:0000:0000:0000:0000:0000:0000:0001 fec0::1 1.0.0.0.0.0.
#> IPv6Address('ff02::1') ff02::1 6 False True False False True False False ff02:0000:0000:0000:0000:0000:0000:0001 ff02::1 1.0.0.0.0.0.
#> IPv6Address('2001:db8::1') 2001:db8::1 6 True False False False False False False 2001:0db8:0000:0000:0000:0000:0000:0001 2001:db8::1 1.0.0.0.0.0.
#> IPv6Address('2001:4860:4860::8888') 2001:4860:4860::8888 6 False True False False False False False 2001:4860:4860:0000:0000:0000:0000:8888 2001:4860:4860::8888 8.8.8.8.0.0.
#> IPv6Address('::ffff:a00:1') ::ffff:a00:1 6 True False False False False True False 0000:0000:0000:0000:0000:ffff:0a00:0001 ::ffff:a00:1 1.0.0.0.0.0.
#> IPv6Address('::ffff:808:808') ::ffff:808:808 6 False True False False False True False 0000:0000:0000:0000:0000:ffff:0808:0808 ::ffff:808:808 8.0.8.0.8.0.
#> IPv6Address('fc00::1') fc00::1 6 True False False False False False False fc00:0000:0000:0000:0000:0000:0000:0001 fc00::1 1.0.0.0.0.0.
#> IPv6Address('2002:808:808::1') 2002:808:808::1 6 False True False False False False False 2002:0808:0808:0000:0000:0000:0000:0001 2002:808:808::1 1.0.0.0.0.0.
#> IPv6Address('64:ff9b::1') 64:ff9b::1 6 False True False False False True False 0064:ff9b:0000:0000:0000:0000:0000:0001 64:ff9b::1 1.0.0.0.0.0.
#> ValueError: '' does not appear to be an IPv4 or IPv6 address
#> AddressValueError: Address cannot be empty
#> AddressValueError: Address cannot be empty
#> ValueError: '1.2.3' does not appear to be an IPv4 or IPv6 address
#> AddressValueError: Expected 4 octets in '1.2.3'
#> AddressValueError: At least 3 parts expected in '1.2.3'
#> ValueError: '1.2.3.4.5' does not appear to be an IPv4 or IPv6 address
#> AddressValueError: Expected 4 octets in '1.2.3.4.5'
#> AddressValueError: At least 3 parts expected in '1.2.3.4.5'
#> ValueError: '256.1.1.1' does not appear to be an IPv4 or IPv6 address
#> AddressValueError: Octet 256 (> 255) not permitted in '256.1.1.1'
#> AddressValueError: At least 3 parts expected in '256.1.1.1'
#> ValueError: '01.1.1.1' does not appear to be an IPv4 or IPv6 address
#> AddressValueError: Leading zeros are not permitted in '01' in '01.1.1.1'
#> AddressValueError: At least 3 parts expected in '01.1.1.1'
#> ValueError: '1.2.3.x' does not appear to be an IPv4 or IPv6 address
#> AddressValueError: Only decimal digits permitted in 'x' in '1.2.3.x'
#> AddressValueError: At least 3 parts expected in '1.2.3.x'
#> ValueError: '1..2.3' does not appear to be an IPv4 or IPv6 address
#> AddressValueError: Empty octet not permitted in '1..2.3'
#> AddressValueError: At least 3 parts expected in '1..2.3'
#> ValueError: '1234.1.1.1' does not appear to be an IPv4 or IPv6 address
#> AddressValueError: At most 3 characters permitted in '1234' in '1234.1.1.1'
#> AddressValueError: At least 3 parts expected in '1234.1.1.1'
#> ValueError: '1.2.3.4/8' does not appear to be an IPv4 or IPv6 address
#> AddressValueError: Unexpected '/' in '1.2.3.4/8'
#> AddressValueError: Unexpected '/' in '1.2.3.4/8'
#> ValueError: '::1::2' does not appear to be an IPv4 or IPv6 address
#> AddressValueError: Expected 4 octets in '::1::2'
#> AddressValueError: At most one '::' permitted in '::1::2'
#> ValueError: ':1' does not appear to be an IPv4 or IPv6 address
#> AddressValueError: Expected 4 octets in ':1'
#> AddressValueError: At least 3 parts expected in ':1'
#> ValueError: '1:' does not appear to be an IPv4 or IPv6 address
#> AddressValueError: Expected 4 octets in '1:'
#> AddressValueError: At least 3 parts expected in '1:'
#> ValueError: '1:2:3:4:5:6:7:8:9' does not appear to be an IPv4 or IPv6 address
#> AddressValueError: Expected 4 octets in '1:2:3:4:5:6:7:8:9'
#> AddressValueError: Exactly 8 parts expected without '::' in '1:2:3:4:5:6:7:8:9'
#> ValueError: '12345::' does not appear to be an IPv4 or IPv6 address
#> AddressValueError: Expected 4 octets in '12345::'
#> AddressValueError: At most 4 characters permitted in '12345' in '12345::'
#> ValueError: 'g::' does not appear to be an IPv4 or IPv6 address
#> AddressValueError: Expected 4 octets in 'g::'
#> AddressValueError: Only hex digits permitted in 'g' in 'g::'
#> ValueError: '1::2:3:4:5:6:7:8' does not appear to be an IPv4 or IPv6 address
#> AddressValueError: Expected 4 octets in '1::2:3:4:5:6:7:8'
#> AddressValueError: Expected at most 7 other parts with '::' in '1::2:3:4:5:6:7:8'
#> ValueError: '::1.2.3.300' does not appear to be an IPv4 or IPv6 address
#> AddressValueError: Only decimal digits permitted in '::1' in '::1.2.3.300'
#> AddressValueError: Octet 300 (> 255) not permitted in '1.2.3.300' in '::1.2.3.300'
#> ValueError: 'fe80::1%' does not appear to be an IPv4 or IPv6 address
#> AddressValueError: Expected 4 octets in 'fe80::1%'
#> AddressValueError: Invalid IPv6 address: "'fe80::1%'"
#> ValueError: None does not appear to be an IPv4 or IPv6 address
#> AddressValueError: Expected 4 octets in 'None'
#> AddressValueError: At least 3 parts expected in 'None'
#> ValueError: 5.5 does not appear to be an IPv4 or IPv6 address
#> AddressValueError: Expected 4 octets in '5.5'
#> AddressValueError: At least 3 parts expected in '5.5'
#> ValueError: -1 does not appear to be an IPv4 or IPv6 address
#> AddressValueError: -1 (< 0) is not permitted as an IPv4 address
#> AddressValueError: -1 (< 0) is not permitted as an IPv6 address
#> IPv6Address('::1:0:0')
#> AddressValueError: 4294967296 (>= 2**32) is not permitted as an IPv4 address
#> IPv6Address('::1:0:0')
#> ValueError: 340282366920938463463374607431768211456 does not appear to be an IPv4 or IPv6 address
#> AddressValueError: 340282366920938463463374607431768211456 (>= 2**32) is not permitted as an IPv4 address
#> AddressValueError: 340282366920938463463374607431768211456 (>= 2**128) is not permitted as an IPv6 address
#> IPv4Address('97.98.99.100')
#> IPv4Address('97.98.99.100')
#> AddressValueError: b'abcd' (len 4 != 16) is not permitted as an IPv6 address
#> ValueError: b'abc' does not appear to be an IPv4 or IPv6 address
#> AddressValueError: b'abc' (len 3 != 4) is not permitted as an IPv4 address
#> AddressValueError: b'abc' (len 3 != 16) is not permitted as an IPv6 address
---
import ipaddress
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ": " + str(e))
for text in ["10.0.0.0/8", "10.0.0.1/8", "10.0.0.0/255.0.0.0", "10.0.0.0/0.255.255.255", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/255.0.255.0", "10.0.0.0/8/8", "1.2.3.4", "2001:db8::/32", "2001:db8::1/32", "::/129", "", ("10.0.0.0", 8), 5]:
    attempt(lambda: ipaddress.ip_network(text))
    attempt(lambda: ipaddress.ip_network(text, strict=False))
    attempt(lambda: ipaddress.IPv4Network(text))
    attempt(lambda: ipaddress.ip_interface(text))
n = ipaddress.ip_network("192.168.1.0/29")
print(n, n.network_address, n.broadcast_address, n.netmask, n.hostmask, n.prefixlen, n.num_addresses, n.with_netmask, n.with_hostmask, n.is_private, n.is_global)
print(list(n.hosts()), len(list(n)), n[0], n[-1])
print(list(n.subnets()), list(n.subnets(new_prefix=31)), n.supernet(), n.supernet(new_prefix=24))
attempt(lambda: n[8])
attempt(lambda: n.supernet(new_prefix=30))
attempt(lambda: list(n.subnets(new_prefix=28)))
attempt(lambda: list(n.subnets(prefixlen_diff=9)))
print(ipaddress.ip_address("192.168.1.3") in n, ipaddress.ip_address("192.168.1.8") in n, ipaddress.ip_address("::1") in n)
attempt(lambda: "192.168.1.3" in n)
print(ipaddress.ip_network("10.1.0.0/16").subnet_of(ipaddress.ip_network("10.0.0.0/8")), ipaddress.ip_network("10.0.0.0/8").supernet_of(ipaddress.ip_network("10.1.0.0/16")), ipaddress.ip_network("10.0.0.0/8").overlaps(ipaddress.ip_network("10.1.0.0/16")))
attempt(lambda: n.subnet_of(ipaddress.ip_network("::/0")))
print(list(ipaddress.ip_network("10.0.0.0/31").hosts()), list(ipaddress.ip_network("10.0.0.0/32").hosts()), next(iter(ipaddress.ip_network("::/0").hosts())), ipaddress.ip_network("::/0").num_addresses)
print(sorted([ipaddress.ip_address("10.0.0.9"), ipaddress.ip_address("9.0.0.10")]), ipaddress.ip_address("1.2.3.4") + 1, ipaddress.ip_address("1.2.3.4") - 5)
attempt(lambda: ipaddress.ip_address("255.255.255.255") + 1)
attempt(lambda: ipaddress.ip_address("1.2.3.4") < ipaddress.ip_address("::1"))
attempt(lambda: ipaddress.ip_address("1.2.3.4") < 5)
print(ipaddress.ip_address("1.2.3.4") == ipaddress.ip_address("1.2.3.4"), ipaddress.ip_address("1.2.3.4") == "1.2.3.4", int(ipaddress.ip_address("1.2.3.4")), ipaddress.ip_address("::1").packed)
print({ipaddress.ip_address("1.2.3.4"): 1}[ipaddress.ip_address("1.2.3.4")], isinstance(ipaddress.ip_address("::1"), ipaddress.IPv6Address))
print(sorted(map(str, n.address_exclude(ipaddress.ip_network("192.168.1.0/31")))), list(ipaddress.collapse_addresses([ipaddress.ip_network("10.0.0.0/25"), ipaddress.ip_network("10.0.0.128/25"), ipaddress.ip_network("10.0.0.0/30")])))
print(list(ipaddress.summarize_address_range(ipaddress.ip_address("10.0.0.1"), ipaddress.ip_address("10.0.0.9"))))
i = ipaddress.ip_interface("10.1.2.3/8")
print(repr(i), i.ip, i.network, i.netmask, i.with_prefixlen, i.is_private)
print(ipaddress.ip_address("::ffff:1.2.3.4").ipv4_mapped, ipaddress.ip_address("2002:102:304::").sixtofour, ipaddress.ip_address("::1").ipv4_mapped)
#> IPv4Network('10.0.0.0/8')
#> IPv4Network('10.0.0.0/8')
#> IPv4Network('10.0.0.0/8')
#> IPv4Interface('10.0.0.0/8')
#> ValueError: 10.0.0.1/8 has host bits set
#> IPv4Network('10.0.0.0/8')
#> ValueError: 10.0.0.1/8 has host bits set
#> IPv4Interface('10.0.0.1/8')
#> IPv4Network('10.0.0.0/8')
#> IPv4Network('10.0.0.0/8')
#> IPv4Network('10.0.0.0/8')
#> IPv4Interface('10.0.0.0/8')
#> IPv4Network('10.0.0.0/8')
#> IPv4Network('10.0.0.0/8')
#> IPv4Network('10.0.0.0/8')
#> IPv4Interface('10.0.0.0/8')
#> ValueError: '10.0.0.0/33' does not appear to be an IPv4 or IPv6 network
#> ValueError: '10.0.0.0/33' does not appear to be an IPv4 or IPv6 network
#> NetmaskValueError: '33' is not a valid netmask
#> ValueError: '10.0.0.0/33' does not appear to be an IPv4 or IPv6 interface
#> ValueError: '10.0.0.0/x' does not appear to be an IPv4 or IPv6 network
#> ValueError: '10.0.0.0/x' does not appear to be an IPv4 or IPv6 network
#> NetmaskValueError: 'x' is not a valid netmask
#> ValueError: '10.0.0.0/x' does not appear to be an IPv4 or IPv6 interface
#> ValueError: '10.0.0.0/255.0.255.0' does not appear to be an IPv4 or IPv6 network
#> ValueError: '10.0.0.0/255.0.255.0' does not appear to be an IPv4 or IPv6 network
#> NetmaskValueError: '255.0.255.0' is not a valid netmask
#> ValueError: '10.0.0.0/255.0.255.0' does not appear to be an IPv4 or IPv6 interface
#> ValueError: '10.0.0.0/8/8' does not appear to be an IPv4 or IPv6 network
#> ValueError: '10.0.0.0/8/8' does not appear to be an IPv4 or IPv6 network
#> AddressValueError: Only one '/' permitted in '10.0.0.0/8/8'
#> ValueError: '10.0.0.0/8/8' does not appear to be an IPv4 or IPv6 interface
#> IPv4Network('1.2.3.4/32')
#> IPv4Network('1.2.3.4/32')
#> IPv4Network('1.2.3.4/32')
#> IPv4Interface('1.2.3.4/32')
#> IPv6Network('2001:db8::/32')
#> IPv6Network('2001:db8::/32')
#> AddressValueError: Expected 4 octets in '2001:db8::'
#> IPv6Interface('2001:db8::/32')
#> ValueError: 2001:db8::1/32 has host bits set
#> IPv6Network('2001:db8::/32')
#> AddressValueError: Expected 4 octets in '2001:db8::1'
#> IPv6Interface('2001:db8::1/32')
#> ValueError: '::/129' does not appear to be an IPv4 or IPv6 network
#> ValueError: '::/129' does not appear to be an IPv4 or IPv6 network
#> AddressValueError: Expected 4 octets in '::'
#> ValueError: '::/129' does not appear to be an IPv4 or IPv6 interface
#> ValueError: '' does not appear to be an IPv4 or IPv6 network
#> ValueError: '' does not appear to be an IPv4 or IPv6 network
#> AddressValueError: Address cannot be empty
#> ValueError: '' does not appear to be an IPv4 or IPv6 interface
#> IPv4Network('10.0.0.0/8')
#> IPv4Network('10.0.0.0/8')
#> IPv4Network('10.0.0.0/8')
#> IPv4Interface('10.0.0.0/8')
#> IPv4Network('0.0.0.5/32')
#> IPv4Network('0.0.0.5/32')
#> IPv4Network('0.0.0.5/32')
#> IPv4Interface('0.0.0.5/32')
#> 192.168.1.0/29 192.168.1.0 192.168.1.7 255.255.255.248 0.0.0.7 29 8 192.168.1.0/255.255.255.248 192.168.1.0/0.0.0.7 True False
#> [IPv4Address('192.168.1.1'), IPv4Address('192.168.1.2'), IPv4Address('192.168.1.3'), IPv4Address('192.168.1.4'), IPv4Address('192.168.1.5'), IPv4Address('192.168.1.6')] 8 192.168.1.0 192.168.1.7
#> [IPv4Network('192.168.1.0/30'), IPv4Network('192.168.1.4/30')] [IPv4Network('192.168.1.0/31'), IPv4Network('192.168.1.2/31'), IPv4Network('192.168.1.4/31'), IPv4Network('192.168.1.6/31')] 192.168.1.0/28 192.168.1.0/24
#> IndexError: address out of range
#> ValueError: new prefix must be shorter
#> ValueError: new prefix must be longer
#> ValueError: prefix length diff 38 is invalid for netblock 192.168.1.0/29
#> True False False
#> AttributeError: 'str' object has no attribute '_version'
#> True True True
#> TypeError: 192.168.1.0/29 and ::/0 are not of the same version
#> [IPv4Address('10.0.0.0'), IPv4Address('10.0.0.1')] [IPv4Address('10.0.0.0')] ::1 340282366920938463463374607431768211456
#> [IPv4Address('9.0.0.10'), IPv4Address('10.0.0.9')] 1.2.3.5 1.2.2.255
#> AddressValueError: 4294967296 (>= 2**32) is not permitted as an IPv4 address
#> TypeError: 1.2.3.4 and ::1 are not of the same version
#> TypeError: '<' not supported between instances of 'IPv4Address' and 'int'
#> True False 16909060 b'\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01'
#> 1 True
#> ['192.168.1.2/31', '192.168.1.4/30'] [IPv4Network('10.0.0.0/24')]
#> [IPv4Network('10.0.0.1/32'), IPv4Network('10.0.0.2/31'), IPv4Network('10.0.0.4/30'), IPv4Network('10.0.0.8/31')]
#> IPv4Interface('10.1.2.3/8') 10.1.2.3 10.0.0.0/8 255.0.0.0 10.1.2.3/8 True
#> 1.2.3.4 1.2.3.4 None
---
import ipaddress
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for value in [True, False, 1.0, None, -1, 2**32, 2**128, b"\x01\x02\x03\x04", b"x", (1, 2), (True, 24), (True, True), ("1.2.3.0", True), ("1.2.3.0", "24"), ("1.2.3.0", None), (1.5,), (), [1, 2], ["1.2.3.0", 24], ("1.2.3.0", 24, 5), ("1.2.3.0",), {}, (b"\x01\x02\x03\x00", 24), (16909056, 24), ("::1", 128), ("::1", True)]:
    for f in [ipaddress.ip_address, ipaddress.ip_network, ipaddress.ip_interface, ipaddress.IPv4Address, ipaddress.IPv6Address, ipaddress.IPv4Network, ipaddress.IPv6Network]:
        show(lambda: repr(f(value)))
#> IPv4Address('0.0.0.1')
#> IPv4Network('0.0.0.1/32')
#> IPv4Interface('0.0.0.1/32')
#> IPv4Address('0.0.0.1')
#> IPv6Address('::1')
#> IPv4Network('0.0.0.1/32')
#> IPv6Network('::1/128')
#> IPv4Address('0.0.0.0')
#> IPv4Network('0.0.0.0/32')
#> IPv4Interface('0.0.0.0/32')
#> IPv4Address('0.0.0.0')
#> IPv6Address('::')
#> IPv4Network('0.0.0.0/32')
#> IPv6Network('::/128')
#> ValueError 1.0 does not appear to be an IPv4 or IPv6 address
#> ValueError 1.0 does not appear to be an IPv4 or IPv6 network
#> ValueError 1.0 does not appear to be an IPv4 or IPv6 interface
#> AddressValueError Expected 4 octets in '1.0'
#> AddressValueError At least 3 parts expected in '1.0'
#> AddressValueError Expected 4 octets in '1.0'
#> AddressValueError At least 3 parts expected in '1.0'
#> ValueError None does not appear to be an IPv4 or IPv6 address
#> ValueError None does not appear to be an IPv4 or IPv6 network
#> ValueError None does not appear to be an IPv4 or IPv6 interface
#> AddressValueError Expected 4 octets in 'None'
#> AddressValueError At least 3 parts expected in 'None'
#> AddressValueError Expected 4 octets in 'None'
#> AddressValueError At least 3 parts expected in 'None'
#> ValueError -1 does not appear to be an IPv4 or IPv6 address
#> ValueError -1 does not appear to be an IPv4 or IPv6 network
#> ValueError -1 does not appear to be an IPv4 or IPv6 interface
#> AddressValueError -1 (< 0) is not permitted as an IPv4 address
#> AddressValueError -1 (< 0) is not permitted as an IPv6 address
#> AddressValueError -1 (< 0) is not permitted as an IPv4 address
#> AddressValueError -1 (< 0) is not permitted as an IPv6 address
#> IPv6Address('::1:0:0')
#> IPv6Network('::1:0:0/128')
#> IPv6Interface('::1:0:0/128')
#> AddressValueError 4294967296 (>= 2**32) is not permitted as an IPv4 address
#> IPv6Address('::1:0:0')
#> AddressValueError 4294967296 (>= 2**32) is not permitted as an IPv4 address
#> IPv6Network('::1:0:0/128')
#> ValueError 340282366920938463463374607431768211456 does not appear to be an IPv4 or IPv6 address
#> ValueError 340282366920938463463374607431768211456 does not appear to be an IPv4 or IPv6 network
#> ValueError 340282366920938463463374607431768211456 does not appear to be an IPv4 or IPv6 interface
#> AddressValueError 340282366920938463463374607431768211456 (>= 2**32) is not permitted as an IPv4 address
#> AddressValueError 340282366920938463463374607431768211456 (>= 2**128) is not permitted as an IPv6 address
#> AddressValueError 340282366920938463463374607431768211456 (>= 2**32) is not permitted as an IPv4 address
#> AddressValueError 340282366920938463463374607431768211456 (>= 2**128) is not permitted as an IPv6 address
#> IPv4Address('1.2.3.4')
#> IPv4Network('1.2.3.4/32')
#> IPv4Interface('1.2.3.4/32')
#> IPv4Address('1.2.3.4')
#> AddressValueError b'\x01\x02\x03\x04' (len 4 != 16) is not permitted as an IPv6 address
#> IPv4Network('1.2.3.4/32')
#> AddressValueError b'\x01\x02\x03\x04' (len 4 != 16) is not permitted as an IPv6 address
#> ValueError b'x' does not appear to be an IPv4 or IPv6 address
#> ValueError b'x' does not appear to be an IPv4 or IPv6 network
#> ValueError b'x' does not appear to be an IPv4 or IPv6 interface
#> AddressValueError b'x' (len 1 != 4) is not permitted as an IPv4 address
#> AddressValueError b'x' (len 1 != 16) is not permitted as an IPv6 address
#> AddressValueError b'x' (len 1 != 4) is not permitted as an IPv4 address
#> AddressValueError b'x' (len 1 != 16) is not permitted as an IPv6 address
#> ValueError (1, 2) does not appear to be an IPv4 or IPv6 address
#> ValueError 0.0.0.1/2 has host bits set
#> IPv4Interface('0.0.0.1/2')
#> AddressValueError Expected 4 octets in '(1, 2)'
#> AddressValueError At least 3 parts expected in '(1, 2)'
#> ValueError 0.0.0.1/2 has host bits set
#> ValueError ::1/2 has host bits set
#> ValueError (True, 24) does not appear to be an IPv4 or IPv6 address
#> ValueError 0.0.0.1/24 has host bits set
#> IPv4Interface('0.0.0.1/24')
#> AddressValueError Expected 4 octets in '(True, 24)'
#> AddressValueError At least 3 parts expected in '(True, 24)'
#> ValueError 0.0.0.1/24 has host bits set
#> ValueError ::1/24 has host bits set
#> ValueError (True, True) does not appear to be an IPv4 or IPv6 address
#> ValueError 0.0.0.1/1 has host bits set
#> IPv4Interface('0.0.0.1/1')
#> AddressValueError Expected 4 octets in '(True, True)'
#> AddressValueError At least 3 parts expected in '(True, True)'
#> ValueError 0.0.0.1/1 has host bits set
#> ValueError ::1/1 has host bits set
#> ValueError ('1.2.3.0', True) does not appear to be an IPv4 or IPv6 address
#> ValueError 1.2.3.0/1 has host bits set
#> IPv4Interface('1.2.3.0/1')
#> AddressValueError Only decimal digits permitted in "('1" in "('1.2.3.0', True)"
#> AddressValueError At least 3 parts expected in "('1.2.3.0', True)"
#> ValueError 1.2.3.0/1 has host bits set
#> AddressValueError At least 3 parts expected in '1.2.3.0'
#> ValueError ('1.2.3.0', '24') does not appear to be an IPv4 or IPv6 address
#> IPv4Network('1.2.3.0/24')
#> IPv4Interface('1.2.3.0/24')
#> AddressValueError Only decimal digits permitted in "('1" in "('1.2.3.0', '24')"
#> AddressValueError At least 3 parts expected in "('1.2.3.0', '24')"
#> IPv4Network('1.2.3.0/24')
#> AddressValueError At least 3 parts expected in '1.2.3.0'
#> ValueError ('1.2.3.0', None) does not appear to be an IPv4 or IPv6 address
#> AttributeError 'NoneType' object has no attribute 'isascii'
#> AttributeError 'NoneType' object has no attribute 'isascii'
#> AddressValueError Only decimal digits permitted in "('1" in "('1.2.3.0', None)"
#> AddressValueError At least 3 parts expected in "('1.2.3.0', None)"
#> AttributeError 'NoneType' object has no attribute 'isascii'
#> AddressValueError At least 3 parts expected in '1.2.3.0'
#> ValueError (1.5,) does not appear to be an IPv4 or IPv6 address
#> ValueError (1.5,) does not appear to be an IPv4 or IPv6 network
#> ValueError (1.5,) does not appear to be an IPv4 or IPv6 interface
#> AddressValueError Expected 4 octets in '(1.5,)'
#> AddressValueError At least 3 parts expected in '(1.5,)'
#> AddressValueError Expected 4 octets in '1.5'
#> AddressValueError At least 3 parts expected in '1.5'
#> ValueError () does not appear to be an IPv4 or IPv6 address
#> IndexError tuple index out of range
#> IndexError tuple index out of range
#> AddressValueError Expected 4 octets in '()'
#> AddressValueError At least 3 parts expected in '()'
#> IndexError tuple index out of range
#> IndexError tuple index out of range
#> ValueError [1, 2] does not appear to be an IPv4 or IPv6 address
#> ValueError [1, 2] does not appear to be an IPv4 or IPv6 network
#> ValueError [1, 2] does not appear to be an IPv4 or IPv6 interface
#> AddressValueError Expected 4 octets in '[1, 2]'
#> AddressValueError At least 3 parts expected in '[1, 2]'
#> AddressValueError Expected 4 octets in '[1, 2]'
#> AddressValueError At least 3 parts expected in '[1, 2]'
#> ValueError ['1.2.3.0', 24] does not appear to be an IPv4 or IPv6 address
#> ValueError ['1.2.3.0', 24] does not appear to be an IPv4 or IPv6 network
#> ValueError ['1.2.3.0', 24] does not appear to be an IPv4 or IPv6 interface
#> AddressValueError Only decimal digits permitted in "['1" in "['1.2.3.0', 24]"
#> AddressValueError At least 3 parts expected in "['1.2.3.0', 24]"
#> AddressValueError Only decimal digits permitted in "['1" in "['1.2.3.0', 24]"
#> AddressValueError At least 3 parts expected in "['1.2.3.0', 24]"
#> ValueError ('1.2.3.0', 24, 5) does not appear to be an IPv4 or IPv6 address
#> ValueError too many values to unpack (expected 2)
#> ValueError too many values to unpack (expected 2)
#> AddressValueError Only decimal digits permitted in "('1" in "('1.2.3.0', 24, 5)"
#> AddressValueError At least 3 parts expected in "('1.2.3.0', 24, 5)"
#> ValueError too many values to unpack (expected 2)
#> ValueError too many values to unpack (expected 2)
#> ValueError ('1.2.3.0',) does not appear to be an IPv4 or IPv6 address
#> IPv4Network('1.2.3.0/32')
#> IPv4Interface('1.2.3.0/32')
#> AddressValueError Only decimal digits permitted in "('1" in "('1.2.3.0',)"
#> AddressValueError At least 3 parts expected in "('1.2.3.0',)"
#> IPv4Network('1.2.3.0/32')
#> AddressValueError At least 3 parts expected in '1.2.3.0'
#> ValueError {} does not appear to be an IPv4 or IPv6 address
#> ValueError {} does not appear to be an IPv4 or IPv6 network
#> ValueError {} does not appear to be an IPv4 or IPv6 interface
#> AddressValueError Expected 4 octets in '{}'
#> AddressValueError At least 3 parts expected in '{}'
#> AddressValueError Expected 4 octets in '{}'
#> AddressValueError At least 3 parts expected in '{}'
#> ValueError (b'\x01\x02\x03\x00', 24) does not appear to be an IPv4 or IPv6 address
#> IPv4Network('1.2.3.0/24')
#> IPv4Interface('1.2.3.0/24')
#> AddressValueError Expected 4 octets in "(b'\\x01\\x02\\x03\\x00', 24)"
#> AddressValueError At least 3 parts expected in "(b'\\x01\\x02\\x03\\x00', 24)"
#> IPv4Network('1.2.3.0/24')
#> AddressValueError b'\x01\x02\x03\x00' (len 4 != 16) is not permitted as an IPv6 address
#> ValueError (16909056, 24) does not appear to be an IPv4 or IPv6 address
#> IPv4Network('1.2.3.0/24')
#> IPv4Interface('1.2.3.0/24')
#> AddressValueError Expected 4 octets in '(16909056, 24)'
#> AddressValueError At least 3 parts expected in '(16909056, 24)'
#> IPv4Network('1.2.3.0/24')
#> ValueError ::102:300/24 has host bits set
#> ValueError ('::1', 128) does not appear to be an IPv4 or IPv6 address
#> IPv6Network('::1/128')
#> IPv6Interface('::1/128')
#> AddressValueError Expected 4 octets in "('::1', 128)"
#> AddressValueError Only hex digits permitted in "('" in "('::1', 128)"
#> AddressValueError Expected 4 octets in '::1'
#> IPv6Network('::1/128')
#> ValueError ('::1', True) does not appear to be an IPv4 or IPv6 address
#> ValueError ::1/1 has host bits set
#> IPv6Interface('::1/1')
#> AddressValueError Expected 4 octets in "('::1', True)"
#> AddressValueError Only hex digits permitted in "('" in "('::1', True)"
#> AddressValueError Expected 4 octets in '::1'
#> ValueError ::1/1 has host bits set
