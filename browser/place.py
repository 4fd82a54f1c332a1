"""Where a request comes from, as far as limits need it."""

from ipaddress import IPv6Address, ip_address, ip_network


def place_of(host: str) -> str:
    """Return what one household or one rented machine has all addresses of: of IPv6 the first 64 bits (RFC 6177).

    An address of IPv4 stays as it is, also where it comes within IPv6; so does what is no address.
    """
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if not isinstance(address, IPv6Address):
        return host
    return str(address.ipv4_mapped or ip_network((int(address), 64), strict=False))


def is_this_machine(host: str) -> bool:
    """Return whether an address is of this machine: then a web server of the host stands before us, with all its people."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
