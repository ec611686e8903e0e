//! What decisions make of a corpus, and what they leave alone.

mod laws;
mod shares;

use super::*;
use crate::corpus::Corpus;
use crate::drawn;
use crate::entity::{Entity, Roll};

const DOCUMENTS: [&str; 3] = [
    "⟦person:Ada Loon⟧ met the ⟦group:Pilots⟧. Then ⟦person:Loon=Ada Loon⟧ left.",
    "The ⟦group:Harbour Gang⟧ met ⟦person:Loon=Ada Loon⟧ and ⟦person:Bob Loon⟧ in ⟦place:Bath⟧.",
    "⟦person:Read More⟧ of the ⟦group:Pilots⟧, says the gang from Bath. Bath again.",
];

fn corpus() -> Corpus {
    drawn::corpus(&DOCUMENTS)
}

fn parsed(toml: &str) -> Vec<Decision> {
    let (decisions, refused) = parse(toml);
    assert_eq!(refused, []);
    decisions
        .into_iter()
        .map(|(_, decision)| decision)
        .collect()
}

/// A corpus as decisions leave it.
struct After {
    corpus: Corpus,
    ledger: Ledger,
}

impl After {
    fn of(mut corpus: Corpus, decisions: &[Decision]) -> Self {
        let decided = corpus.decide(&Roll::of(&corpus.entities), decisions);
        let mut changes = decided.changes;
        corpus.exchange(&mut changes);
        Self {
            corpus,
            ledger: decided.ledger,
        }
    }

    /// The entities, most mentioned first.
    fn entities(&self) -> Vec<&Entity> {
        let mut entities: Vec<&Entity> = self.corpus.known().map(|(_, entity)| entity).collect();
        entities.sort_by_key(|entity| (std::cmp::Reverse(entity.mentions.len()), &entity.name));
        entities
    }
}

/// Each entity on a line: its address, its kind, its names, and where it is mentioned.
fn told(after: &After) -> Vec<String> {
    let line = |entity: &Entity| {
        let names = entity.aliases.iter();
        let names: Vec<_> = names
            .map(|alias| format!("{} {}", alias.name, alias.count))
            .collect();
        let places = entity.mentions.iter();
        let places: Vec<_> = places
            .map(|id| {
                let letter = ["a", "b", "c"][id.document.0 as usize];
                let mention = &after.corpus.mentions[id.document.0 as usize][id.ordinal as usize];
                assert_eq!(mention.kind, entity.kind, "its mentions are of its kind");
                format!("{letter}{}", mention.span.start)
            })
            .collect();
        let (slug, kind) = (&entity.slug, entity.kind.slug());
        format!("{slug}: {kind}, {}; {}", names.join(", "), places.join(" "))
    };
    after.entities().into_iter().map(line).collect()
}

/// What becomes of the entities that these words are in the address of.
#[track_caller]
fn check(toml: &str, about: &str, expected: &[&str]) -> After {
    let decided = After::of(corpus(), &parsed(toml));
    let misfits: Vec<_> = decided.ledger.misfits().collect();
    assert_eq!(misfits, []);
    let told = told(&decided);
    let found: Vec<_> = told.iter().filter(|line| line.contains(about)).collect();
    assert_eq!(found, expected, "{told:#?}");
    decided
}

#[track_caller]
fn check_unfit(toml: &str, expected: &str) {
    let decided = After::of(corpus(), &parsed(toml));
    let (_, misfit) = decided.ledger.misfits().next().expect("it does not fit");
    assert_eq!(misfit.to_string(), expected);
    assert!(!misfit.remedy().is_empty());
    assert_eq!(
        told(&decided),
        told(&After::of(corpus(), &[])),
        "nothing is changed"
    );
}

#[test]
fn what_is_merged_is_one_under_the_first_name() {
    let decided = check(
        "[[decision]]\nmerge = ['group: Harbour Gang', 'group: Pilots']\n",
        "group",
        &["harbour-gang: group, Pilots 2, Harbour Gang 1; a17 b4 c17"],
    );
    let gang = decided.entities()[0];
    assert_eq!(gang.slug, "ada-loon");
    let former = decided.ledger.former.get("pilots").copied().flatten();
    let now = former.map(|id| decided.corpus.entities[id.0 as usize].slug.as_str());
    assert_eq!(now, Some("harbour-gang"), "its old address leads there");
}

#[test]
fn a_new_name_is_a_new_address_and_the_old_one_leads_there() {
    let decided = check(
        "[[decision]]\nrename = 'group: Pilots'\nto = 'The Seven Pilots'\n",
        "pilots",
        &["the-seven-pilots: group, Pilots 2; a17 c17"],
    );
    assert!(decided.ledger.former.contains_key("pilots"));
}

#[test]
fn another_kind_is_the_kind_of_its_mentions() {
    check(
        "[[decision]]\nretype = 'group: Pilots'\nto = 'organisation'\n",
        "pilots",
        &["pilots: organisation, Pilots 2; a17 c17"],
    );
}

#[test]
fn what_is_hidden_is_mentioned_nowhere_and_can_be_had_back() {
    let decided = check("[[decision]]\nhide = 'person: Read More'\n", "read", &[]);
    assert_eq!(decided.corpus.mentions[2].len(), 1);
    assert_eq!(decided.ledger.former.get("read-more"), Some(&None));
    let gone = decided.ledger.gone.keys();
    let gone: Vec<_> = gone
        .map(|id| &decided.corpus.entities[id.0 as usize].name)
        .collect();
    assert_eq!(gone, ["Read More"]);
    check(
        "[[decision]]\nhide-mention = { document = 'c', quote = 'Read More' }\n",
        "read",
        &[],
    );
}

#[test]
fn names_and_mentions_can_be_added() {
    check(
        "[[decision]]\nadd-name = 'Bath'\nto = 'place: Bath'\n",
        "bath",
        &["bath: place, Bath 3; b42 c44 c50"],
    );
    check(
        "[[decision]]\nadd-mention = { document = 'c', quote = 'gang' }\nto = 'group: Harbour Gang'\n",
        "harbour",
        &["harbour-gang: group, Harbour Gang 1, gang 1; b4 c34"],
    );
    check(
        "[[decision]]\nadd-mention = { document = 'c', quote = 'Bath', nth = 2 }\nto = 'person: Mr Bath'\n",
        "bath",
        &["bath: place, Bath 1; b42", "mr-bath: person, Bath 1; c50"],
    );
}

#[test]
fn what_was_looked_at_is_said_and_nothing_else_changes() {
    let toml = "[[decision]]\nconfirm = 'person: Bob Loon'\n\n\
                [[decision]]\nremark = 'place: Bath'\nnote = 'The one in Somerset.'\n\n\
                [[decision]]\nunsure = ['person: Bob Loon', 'person: Ada Loon']\n";
    let decided = After::of(corpus(), &parsed(toml));
    assert_eq!(told(&decided), told(&After::of(corpus(), &[])));
    let touched: Vec<_> = decided.ledger.touched.values().collect();
    let drawn: Vec<_> = touched
        .iter()
        .map(|t| (t.checked, t.decisions.clone()))
        .collect();
    assert_eq!(
        drawn,
        [(false, vec![2]), (false, vec![1]), (true, vec![0, 2])]
    );
}

#[test]
fn what_the_rules_found_stays_to_be_seen() {
    let decided = check(
        "[[decision]]\nmerge = ['group: Harbour Gang', 'group: Pilots']\n",
        "group",
        &["harbour-gang: group, Pilots 2, Harbour Gang 1; a17 b4 c17"],
    );
    let touched = decided
        .ledger
        .touched
        .values()
        .next()
        .expect("it is spoken of");
    let found: Vec<_> = touched
        .found
        .iter()
        .map(|part| (part.slug.as_str(), part.count))
        .collect();
    assert_eq!(found, [("pilots", 2), ("harbour-gang", 1)]);
}

/// Of two decisions the later one stands, and the earlier is told to be overruled.
#[track_caller]
fn check_overruled(earlier: &str, later: &str) {
    let (one, other) = (parsed(earlier), parsed(later));
    let both = After::of(corpus(), &[one, other.clone()].concat());
    assert_eq!(
        both.ledger.outcomes,
        [Outcome::Overruled(1), Outcome::Holds]
    );
    assert_eq!(told(&both), told(&After::of(corpus(), &other)));
}

#[test]
fn of_decisions_that_contradict_each_other_the_later_stands() {
    let merge = "[[decision]]\nmerge = ['group: Harbour Gang', 'group: Pilots']\n";
    let apart = "[[decision]]\napart = ['group: Harbour Gang', 'group: Pilots']\n";
    check_overruled(merge, apart);
    check_overruled(apart, merge);
    let hide = "[[decision]]\nhide = 'group: Pilots'\n";
    let confirm = "[[decision]]\nconfirm = 'group: Pilots'\n";
    check_overruled(hide, confirm);
    check_overruled(confirm, hide);
    check_overruled(hide, merge);
    let rename = |to: &str| format!("[[decision]]\nrename = 'group: Pilots'\nto = '{to}'\n");
    check_overruled(&rename("Seven"), &rename("Eight"));
    let retype = |to: &str| format!("[[decision]]\nretype = 'group: Pilots'\nto = '{to}'\n");
    check_overruled(&retype("person"), &retype("organisation"));
}

#[test]
fn an_entity_answers_to_its_old_names() {
    check(
        "[[decision]]\nrename = 'group: Pilots'\nto = 'Seven'\n\n\
         [[decision]]\nretype = 'group: Pilots'\nto = 'organisation'\n\n\
         [[decision]]\nconfirm = 'organisation: Seven'\n\n\
         [[decision]]\nremark = 'group: pilots'\nnote = 'x'\n",
        "seven",
        &["seven: organisation, Pilots 2; a17 c17"],
    );
}

#[test]
fn what_does_not_fit_is_told() {
    check_unfit(
        "[[decision]]\nhide = 'person: Pilots'\n",
        "no person is called “Pilots”; there is one of the kind group",
    );
    check_unfit(
        "[[decision]]\nhide = 'person: Nobody'\n",
        "no person is called “Nobody”",
    );
    check_unfit(
        "[[decision]]\nsplit = 'person: Ada Loon'\nname = 'Adda'\n",
        "“Adda” is not among its mentions",
    );
    check_unfit(
        "[[decision]]\nsplit = 'person: Ada Loon'\ndocument = 'z.txt'\n",
        "no document is called “z.txt”",
    );
    check_unfit(
        "[[decision]]\nhide-mention = { document = 'c', quote = 'Bath' }\n",
        "“Bath” is written there more than once",
    );
    check_unfit(
        "[[decision]]\nadd-mention = { document = 'a', quote = 'the Pilots' }\nto = 'place: Bath'\n",
        "“Pilots” is mentioned there",
    );
    check_unfit(
        "[[decision]]\nadd-name = 'Nowhere'\nto = 'place: Bath'\n",
        "“Nowhere” is not written there",
    );
    check_unfit(
        "[[decision]]\napart = ['person: Ada Loon', 'person: ada loon']\n",
        "both are names of “Ada Loon”",
    );
}

#[test]
fn a_name_that_two_have_needs_a_document() {
    let two = "[[decision]]\nrename = 'person: Bob Loon'\nto = 'Ada Loon'\n\n";
    let misfit = |toml: &str| {
        let decided = After::of(corpus(), &parsed(&format!("{two}{toml}")));
        decided
            .ledger
            .misfits()
            .next()
            .map(|(_, misfit)| misfit.to_string())
    };
    let says = "“Ada Loon” names more than one person".to_owned();
    assert_eq!(
        misfit("[[decision]]\nhide = 'person: Ada Loon'\n"),
        Some(says)
    );
    let with_document = "{ kind = 'person', name = 'Ada Loon', document = 'a' }";
    assert_eq!(
        misfit(&format!("[[decision]]\nhide = {with_document}\n")),
        None
    );
}

#[test]
fn text_that_is_no_decision_is_told_and_the_rest_counts() {
    let toml = "[[decision]]\nhide = 'person: A'\n\n\
                [[decision]]\nhide = 'A'\n\n\
                [[decision]]\nremove = 'person: A'\n\n\
                [[decision]]\nrename = 'person: A'\n\n\
                [[decision]]\nhide = 'date: 2018'\n\n\
                [[decision]]\nmerge = ['person: A']\n\n\
                [[decision]]\nconfirm = 'person: A'\nby = 'nobody'\n\n\
                [[decision]]\nconfirm = 'person: A'\nnotes = 'x'\n\n\
                [[decision]]\nconfirm = 'person: B'\nwhen = 2026-11-21\n";
    let (decisions, refused) = parse(toml);
    let told: Vec<_> = refused
        .iter()
        .map(|refused| refused.says.as_str())
        .collect();
    assert_eq!(
        told,
        [
            "expected a kind and a name: \"person: Ada Loon\"",
            "this decision does not say what is to be done",
            "this decision has no key `to`",
            "expected a kind and a name: \"person: Ada Loon\"",
            "expected a list of two to a hundred: [\"person: A\", \"person: B\"]",
            "expected \"publisher\", \"sender\" or \"reader\"",
            "there is no key “notes” in this decision",
        ]
    );
    let kept: Vec<_> = decisions
        .iter()
        .map(|(_, decision)| decision.to_string())
        .collect();
    assert_eq!(kept, ["“A” is hidden", "“B” is right"]);
    assert_eq!(decisions[1].1.when, "2026-11-21");
}

#[test]
fn nonsense_is_refused_and_brings_nothing_down() {
    for text in [
        "decision = 3",
        "[decision]\nhide = 1",
        "[[decision]]\n[[decision]]\nhide = []",
        "[[decision]]\nhide = { kind = 'person', name = 'A', nom = 'B' }",
        "\u{0}\u{202e}[[[",
    ] {
        let (decisions, refused) = parse(text);
        assert_eq!(decisions, [], "{text}");
        assert!(!refused.is_empty(), "{text}");
    }
    let long = format!("[[decision]]\nhide = 'person: {}'", "a".repeat(100_000));
    assert_eq!(parse(&long).0, []);
}
