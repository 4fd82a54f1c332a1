"""The weights of how a text and a choice fit together. Made by scripts/training/hearing/train_choosing.py; do not edit."""

from typing import NamedTuple


class Weights(NamedTuple):
    """What the numbers of a pair count, and those of the two outcomes without a choice."""

    pair: tuple[float, ...]
    unclear: tuple[float, ...]
    other: tuple[float, ...]


OF_THINGS = Weights(
    pair=(0.401, 0.634, 2.027, 0.118, 0.230, 0.375, -1.513, 1.139, 3.777, 0.692, 0.769, -1.135, 0.000, -0.386, 0.000, 0.066, 0.930, 0.008, 0.299),
    unclear=(8.594, 0.563, 0.580, 2.656, 0.395, 0.396, -1.565, 0.540, 2.480, 0.131, -1.132, -3.429, 1.745, 1.112, -1.033),
    other=(-0.274, 1.519, 0.223, 0.170, 0.163, 0.474, -0.274, 0.633, -0.101, -0.042, -1.508, 0.057, -1.200, 1.215, -0.632),
)
OF_DEGREES = Weights(
    pair=(1.030, -0.204, 7.027, -1.222, 1.559, -3.420, -2.416, 2.716, 1.955, -2.452, 2.298, -1.127, 1.124, 0.244, 0.000, 0.000, -0.650, 0.110, 0.087),
    unclear=(0.000, -0.126, -2.362, 0.098, -0.195, 0.792, -0.501, -0.280, 2.222, -0.101, -0.145, 0.643, -1.937, -0.744, 0.022),
    other=(0.000, -0.711, -5.072, -1.338, -0.514, -0.019, -1.026, 1.703, -2.692, -1.055, 2.755, -1.063, -0.280, 0.006, 0.859),
)
