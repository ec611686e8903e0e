"""Labels text with spaCy's en_core_web_md: the first of the teachers behind the silver labels.

    python spacy_labels.py MODEL_DIR IN OUT [SHARE]

IN is a `.conll` file, of which only the tokens are read, or the speeches' `.jsonl`, which is cut
into sentences and tokens here. SHARE (default 1) is the share of a `.conll` file that is read, from
its beginning: the last tenth of gmb is a development test and stays out.
"""

import json
import sys

import spacy
from spacy.tokens import Doc

KINDS = {
    "PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "NORP": "NORP",
    "EVENT": "EVENT", "WORK_OF_ART": "WORK", "LAW": "WORK", "PRODUCT": "PRODUCT",
}
ARTICLES = {"the", "a", "an"}
POSSESSIVES = {"'s", "'", "’s", "’"}


def sentences_of_conll(path, share):
    with open(path, encoding="utf-8") as file:
        blocks = [block for block in file.read().split("\n\n") if block.strip()]
    for block in blocks[: int(len(blocks) * share)]:
        yield [line.split("\t")[0] for line in block.strip("\n").split("\n")]


def sentences_of_speeches(path, nlp):
    cutter = spacy.blank("en")
    cutter.add_pipe("sentencizer")
    cutter.max_length = 10**7
    with open(path, encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    for doc in cutter.pipe(texts):
        for sentence in doc.sents:
            words = [token.text for token in sentence if not token.is_space]
            if words:
                yield words[:200]


def labels(doc):
    """BIO labels, a leading article and a trailing possessive left out of each name."""
    out = ["O"] * len(doc)
    for entity in doc.ents:
        kind = KINDS.get(entity.label_)
        start, end = entity.start, entity.end
        while end - start > 1 and doc[start].lower_ in ARTICLES:
            start += 1
        while end - start > 1 and doc[end - 1].lower_ in POSSESSIVES:
            end -= 1
        for place in range(start, end) if kind else ():
            out[place] = ("B-" if place == start else "I-") + kind
    return out


def main(model, source, target, share="1"):
    nlp = spacy.load(model, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"])
    if source.endswith(".jsonl"):
        sentences = sentences_of_speeches(source, nlp)
    else:
        sentences = sentences_of_conll(source, float(share))
    docs = (Doc(nlp.vocab, words=words) for words in sentences)
    with open(target, "w", encoding="utf-8") as file:
        for doc in nlp.pipe(docs, batch_size=256):
            lines = (f"{token.text}\t{label}\n" for token, label in zip(doc, labels(doc)))
            file.write("".join(lines) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
