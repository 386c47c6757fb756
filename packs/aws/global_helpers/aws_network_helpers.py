"""Judging addresses and port ranges in security group rules."""

from ipaddress import ip_network

from aws_cloudtrail_helpers import mappings, strings

# Ports that hand over a host: SSH, RDP and WinRM.
ADMIN_PORTS = {22: "SSH", 3389: "RDP", 5985: "WinRM", 5986: "WinRM"}


def is_world(cidr):
    """True if the block is most of the Internet.

    Anything wider than /8 counts, not only /0: two halves (0.0.0.0/1 and 128.0.0.0/1) open the
    same door and pass a comparison with "0.0.0.0/0".
    """
    try:
        network = ip_network(cidr, strict=False)
    except ValueError:
        return False
    return network.prefixlen < (8 if network.version == 4 else 16)


def permission_blocks(permission):
    """The address blocks of one entry of `ipPermissions`, IPv4 and IPv6."""
    blocks = []
    for entry in mappings(permission.get("ipRanges")):
        blocks.extend(strings(entry.get("cidrIp")))
    for entry in mappings(permission.get("ipv6Ranges")):
        blocks.extend(strings(entry.get("cidrIpv6")))
    return blocks


def admin_services(permission):
    """Names of the administration services in the port range of a permission, sorted.

    Protocol -1 means every protocol and port; then the range is absent.
    """
    if str(permission.get("ipProtocol")) == "-1":
        return sorted(set(ADMIN_PORTS.values()))
    first, last = permission.get("fromPort"), permission.get("toPort")
    if not isinstance(first, int) or not isinstance(last, int):
        return []
    return sorted({name for port, name in ADMIN_PORTS.items() if first <= port <= last})
