"""Which hosts are this machine: only there may a password or a token travel without encryption."""

import ipaddress


def is_loopback(host: str) -> bool:
    """Return whether a host is this machine, by its name or its number."""
    return host == "localhost" or is_loopback_number(host)


def is_loopback_number(host: str) -> bool:
    """Return whether a host is this machine by its number: no name server has a say in it."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
