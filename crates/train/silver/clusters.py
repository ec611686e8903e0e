"""Extends the word clusters by names that the training text does not hold.

    python clusters.py MD_DIR CLUSTERS.tsv OUT.tsv SILVER.conll...

en_core_web_md knows 685,000 spellings over 20,000 vectors. A word that it knows with a capital, in
at least three spellings, and whose cluster mostly holds names in the silver labels, joins that
cluster: so the tagger meets a name it never saw as one of its kind.
"""

import sys
from collections import Counter, defaultdict

import numpy as np
from spacy.strings import StringStore, get_string_id
from spacy.vectors import Vectors

SPELLINGS = 3
NAMES = 0.2


def read_clusters(path):
    with open(path, encoding="utf-8") as file:
        pairs = (line.rstrip("\n").split("\t") for line in file)
        return {word.lower(): code for code, word in pairs}


def code_of_rows(vectors, codes):
    """Each vector's cluster: that of most of its words, else that of the nearest mean."""
    votes = defaultdict(Counter)
    for word, code in codes.items():
        rows = (vectors.find(key=get_string_id(form)) for form in (word.title(), word, word.upper()))
        row = next((row for row in rows if row >= 0), None)
        if row is not None:
            votes[row][code] += 1
    known = {row: max(sorted(count), key=count.get) for row, count in votes.items()}
    unit = vectors.data / (np.linalg.norm(vectors.data, axis=1, keepdims=True) + 1e-6)
    members = defaultdict(list)
    for row, code in known.items():
        members[code].append(unit[row])
    order = sorted(members)
    means = np.array([np.mean(members[code], 0) for code in order])
    means /= np.linalg.norm(means, axis=1, keepdims=True) + 1e-6
    nearest = (unit @ means.T).argmax(1)
    return [known.get(row, order[nearest[row]]) for row in range(len(unit))]


def share_of_names(codes, paths):
    names, all_ = Counter(), Counter()
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for line in file:
                columns = line.rstrip("\n").split("\t")
                code = codes.get(columns[0].lower())
                if len(columns) > 1 and code:
                    all_[code] += 1
                    names[code] += columns[1][2:] in ("PER", "ORG", "LOC", "NORP")
    return lambda code: (names[code] + 0.3) / (all_[code] + 3)


def main(md, clusters, target, *silver):
    vectors = Vectors().from_disk(f"{md}/vocab")
    strings = StringStore().from_disk(f"{md}/vocab/strings.json")
    codes = read_clusters(clusters)
    rows = code_of_rows(vectors, codes)
    share = share_of_names(codes, silver)
    spellings = [(strings[key], row) for key, row in vectors.key2row.items() if key in strings]
    count = Counter(word.lower() for word, _ in spellings)
    for word, row in spellings:
        small = word.lower()
        fits = word.istitle() and len(word) > 2 and word.replace("'", "").isalpha()
        if fits and small not in codes and count[small] >= SPELLINGS and share(rows[row]) > NAMES:
            codes[small] = rows[row]
    with open(target, "w", encoding="utf-8") as file:
        file.writelines(f"{code}\t{word}\n" for word, code in sorted(codes.items()))


if __name__ == "__main__":
    main(*sys.argv[1:])
