//! Mentions that are somebody else's.

use super::*;

#[test]
fn a_name_can_be_somebody_elses() {
    let split =
        "[[decision]]\nsplit = 'person: Ada Loon'\nname = 'Loon'\nto = 'person: Bob Loon'\n";
    check(
        split,
        "loon",
        &[
            "bob-loon: person, Loon 2, Bob Loon 1; a30 b21 b30",
            "ada-loon: person, Ada Loon 1; a0",
        ],
    );
}

#[test]
fn a_document_can_speak_of_somebody_else() {
    check(
        "[[decision]]\nsplit = 'person: Ada Loon'\ndocument = 'b'\n",
        "loon",
        &[
            "ada-loon: person, Ada Loon 1, Loon 1; a0 a30",
            "bob-loon: person, Bob Loon 1; b30",
            "loon: person, Loon 1; b21",
        ],
    );
}

#[test]
fn one_mention_can_be_of_somebody_else() {
    check(
        "[[decision]]\nsplit = 'person: Ada Loon'\nto = 'person: Eve Loon'\n\
         mention = { document = 'a.txt', quote = 'Loon', before = 'Then' }\n",
        "loon",
        &[
            "ada-loon: person, Ada Loon 1, Loon 1; a0 b21",
            "bob-loon: person, Bob Loon 1; b30",
            "eve-loon: person, Loon 1; a30",
        ],
    );
}

#[test]
fn several_mentions_or_documents_can_be_of_somebody_else() {
    let mentions = "[[decision]]\nsplit = 'person: Ada Loon'\nmention = [{ document = 'a', quote = 'Loon', nth = 2 },\
                    { document = 'b', quote = 'Loon', nth = 1 }]\n";
    let apart = [
        "loon: person, Loon 2; a30 b21",
        "ada-loon: person, Ada Loon 1; a0",
        "bob-loon: person, Bob Loon 1; b30",
    ];
    check(mentions, "loon", &apart);
    check(
        "[[decision]]\nsplit = 'person: Ada Loon'\ndocument = ['a', 'b']\nto = 'person: Eve'\n",
        "loon",
        &["bob-loon: person, Bob Loon 1; b30"],
    );
}
