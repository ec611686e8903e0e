"""Joins the labels of two teachers: what they agree on is settled, the rest is left open.

    python agree.py FIRST.conll SECOND.conll OUT.conll

Both label the same words; OUT ends where the shorter does. Each line of OUT has the first teacher's
label and, after a tab, all others that either thinks possible: the trainer takes them for an open
question. Kinds that only one of them knows count as no name.
"""

import sys

KNOWN = ("PER", "ORG", "LOC", "NORP")


def plain(label):
    return label if label[2:] in KNOWN else "O"


def joined(first, second):
    word, label, *rest = first.split("\t")
    other_word, other, *others = second.split("\t")
    assert word == other_word, (word, other_word)
    label = plain(label)
    open_ = [plain(other)] + [tag for tags in rest + others for tag in tags.split(",")]
    open_ = sorted({tag for tag in open_ if tag != label})
    return "\t".join([word, label] + [",".join(open_)] * bool(open_))


def main(first, second, target):
    with open(first, encoding="utf-8") as one, open(second, encoding="utf-8") as two:
        pairs = zip(one.read().split("\n"), two.read().split("\n"))
        lines = [joined(a, b) if a else "" for a, b in pairs]
    with open(target, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
