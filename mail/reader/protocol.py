"""How the service and the reading process talk: what goes before each mail, and before each answer."""

import struct

WANTED = struct.Struct(">cII")
"""What is wanted (`u` understand, `h` hear), the length of the letter that we sent (JSON), the length of the mail."""
ANSWER = struct.Struct(">cI")
"""How it went (`+` well; `m` no memory; `x` a fault of ours), and the length of the JSON that follows."""
READY = b"*"
