import ipaddress

ALPHABET = "0123456789abcdf.:/- "


def four():
    return ".".join(str(chance.choice([0, 1, 10, 127, 169, 192, 255, chance.below(256)])) for _ in range(4))


def six():
    groups = ["%x" % chance.choice([0, 0, 1, 0xFE80, 0x2001, 0xDB8, chance.below(65536)]) for _ in range(8)]
    text = ":".join(groups)
    if chance.one_in(2):
        start, count = chance.below(7), chance.between(1, 6)
        text = ":".join(groups[:start]) + "::" + ":".join(groups[start + count :])
    return chance.choice([text, "::ffff:" + four(), "2002:" + text[:9] + "::"])


def facts(address):
    names = ("is_private", "is_global", "is_loopback", "is_multicast", "is_reserved", "is_link_local", "is_unspecified")
    more = [address.ipv4_mapped, address.sixtofour, address.teredo, address.is_site_local] if address.version == 6 else []
    return [
        str(address), int(address), address.packed, address.compressed, address.exploded, address.reverse_pointer,
        [getattr(address, name) for name in names], more, address + chance.below(3),
    ]


def described(network):
    return [
        str(network), network.network_address, network.broadcast_address, network.netmask, network.hostmask,
        network.num_addresses, network.prefixlen, network.is_private, network.is_global, network.with_netmask,
        network.supernet(), list(network.subnets())[:3] if network.prefixlen < network.max_prefixlen else [],
    ]


for _ in range(COUNT):
    text = chance.choice([four, six])()
    if chance.one_in(4):
        text = chance.changed(text, ALPHABET)
    show(text, lambda: facts(ipaddress.ip_address(text)))
    longest = 128 if ":" in text else 32
    length = chance.choice([chance.below(longest + 2), 0, longest, "255.255.255.0", "0.0.0.255", "x"])
    network = f"{text}/{length}"
    show(network, lambda: described(ipaddress.ip_network(network)))
    show(network, lambda: described(ipaddress.ip_network(network, strict=False)))
    show(network, lambda: [str(ipaddress.ip_interface(network)), ipaddress.ip_interface(network).network])
    other = f"{chance.choice([four, six])()}/{chance.below(33)}"
    show([network, other], lambda: [
        ipaddress.ip_network(network, False).overlaps(ipaddress.ip_network(other, False)),
        ipaddress.ip_address(text) in ipaddress.ip_network(other, False),
        ipaddress.ip_network(network, False).subnet_of(ipaddress.ip_network(other, False)),
    ])
    show([text, other], lambda: ipaddress.ip_address(text) < ipaddress.ip_address(other.split("/")[0]))
    number = chance.below(2 ** chance.choice([8, 32, 40, 128, 129]))
    show(number, lambda: ipaddress.ip_address(number))
