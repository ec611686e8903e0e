//! Who is who, in texts that say so more or less plainly.

mod tables;

use super::{Entities, LinkRule, resolve};
use crate::document::{self, Document};
use crate::drawn;
use crate::mention::recognise;

fn resolved(texts: &[&str]) -> (Vec<Document>, Entities) {
    let read = |(number, text): (usize, &&str)| {
        document::read(&format!("{number}.txt"), text.as_bytes()).expect("it is text")
    };
    let documents: Vec<Document> = texts.iter().enumerate().map(read).collect();
    let mentions: Vec<_> = documents
        .iter()
        .map(|document| recognise(document, None))
        .collect();
    let entities = resolve(&documents, &mentions);
    (documents, entities)
}

/// Every entity that goes by the first name goes by exactly these.
#[track_caller]
fn one(texts: &[&str], names: &[&str]) {
    let (_, Entities { entities, .. }) = resolved(texts);
    let named = |entity: &&super::Entity| entity.aliases.iter().any(|alias| alias.name == names[0]);
    let mut found: Vec<Vec<&str>> = entities
        .iter()
        .filter(named)
        .map(|entity| {
            entity
                .aliases
                .iter()
                .map(|alias| alias.name.as_str())
                .collect()
        })
        .collect();
    found.iter_mut().for_each(|names| names.sort_unstable());
    let mut expected = names.to_vec();
    expected.sort_unstable();
    assert_eq!(found, [expected]);
}

/// In these documents, exactly those mentions are one that are drawn under one name:
/// `⟦person:Lovelace=Ada Lovelace⟧`.
#[track_caller]
fn check(documents: &[&str]) {
    let corpus = drawn::corpus(documents);
    let found = resolve(&corpus.documents, &corpus.mentions);
    let drawn = |entity: &super::Entity| {
        let text = |id: &super::MentionId| {
            let document = id.document.0 as usize;
            let mention = &corpus.mentions[document][id.ordinal as usize];
            mention.span.of(&corpus.documents[document].text)
        };
        let mut mentions: Vec<_> = entity.mentions.iter().map(|id| (*id, text(id))).collect();
        mentions.sort();
        mentions
    };
    let sorted = |entities: &[super::Entity]| {
        let mut all: Vec<_> = entities.iter().map(drawn).collect();
        all.sort();
        all
    };
    assert_eq!(sorted(&found.entities), sorted(&corpus.entities));
}

#[track_caller]
fn apart(texts: &[&str], one: &str, other: &str) {
    let (_, Entities { entities, .. }) = resolved(texts);
    let by = |name: &str| {
        let goes_by =
            |entity: &super::Entity| entity.aliases.iter().any(|alias| alias.name == name);
        entities.iter().position(goes_by)
    };
    assert!(by(one).is_some() && by(other).is_some(), "both are found");
    assert_ne!(by(one), by(other));
}

#[test]
fn a_surname_is_whoever_bears_it_in_the_document() {
    one(
        &["At last Ada Lovelace wrote. Lovelace signed it."],
        &["Ada Lovelace", "Lovelace"],
    );
    one(
        &[
            "We met Donald J. Trump there.",
            "Later Donald Trump left. Trump slept.",
        ],
        &["Donald J. Trump", "Donald Trump", "Trump"],
    );
}

#[test]
fn a_surname_in_another_document_is_the_only_bearer() {
    one(
        &[
            "At last Ada Lovelace wrote again.",
            "Then Mrs. Lovelace signed it.",
        ],
        &["Ada Lovelace", "Lovelace"],
    );
}

#[test]
fn a_surname_that_several_bear_stays_with_its_document() {
    let texts = [
        "We met Hillary Clinton. Clinton spoke.",
        "We met Bill Clinton. Mr. Clinton spoke.",
    ];
    apart(&texts, "Hillary Clinton", "Bill Clinton");
    let (documents, entities) = resolved(&texts);
    assert_eq!(documents.len(), 2);
    let clintons = entities
        .entities
        .iter()
        .filter(|entity| entity.name.ends_with("Clinton"));
    let counts: Vec<usize> = clintons.map(|entity| entity.mentions.len()).collect();
    assert_eq!(counts, [2, 2]);
}

#[test]
fn an_acronym_is_what_the_text_or_its_initials_say() {
    one(
        &[
            "The Norwegian Polar Institute (NPI) wrote.",
            "The NPI is old.",
        ],
        &["Norwegian Polar Institute", "NPI"],
    );
    one(
        &[
            "The Democratic National Committee met.",
            "The DNC was hacked.",
        ],
        &["DNC", "Democratic National Committee"],
    );
}

#[test]
fn spelling_does_not_part_what_is_one() {
    one(
        &["From the U.S. to the US.", "he left the United States."],
        &["U.S.", "United States"],
    );
    one(&["We read WikiLeaks. It was on Wikileaks."], &["WikiLeaks"]);
    one(
        &["They were Russians. A Russian came."],
        &["Russian", "Russians"],
    );
}

#[test]
fn a_place_and_its_people_are_two() {
    apart(&["From Russia came a Russian."], "Russia", "Russian");
}

#[test]
fn bodies_of_two_states_are_two() {
    apart(
        &["The Dutch Safety Board and the Swedish Safety Board met."],
        "Dutch Safety Board",
        "Swedish Safety Board",
    );
}

#[test]
fn names_of_a_group_are_one_where_a_document_says_so() {
    one(
        &["The hackers of APT29, also known as Cozy Bear, attacked the server."],
        &["APT29", "Cozy Bear"],
    );
    apart(
        &["The hackers of APT29 and of Cozy Bear attacked the server."],
        "APT29",
        "Cozy Bear",
    );
}

#[test]
fn elections_of_one_year_are_one_unless_two_states_held_them() {
    one(
        &["The 2016 election was close. The 2016 US presidential election was not."],
        &["2016 election", "2016 US presidential election"],
    );
    apart(
        &["The 2017 French presidential election came before the 2017 German federal election."],
        "2017 French presidential election",
        "2017 German federal election",
    );
}

#[test]
fn every_link_says_its_rule_and_where_the_text_says_so() {
    let (documents, entities) = resolved(&["The Norwegian Polar Institute (NPI) wrote."]);
    let institute = &entities.entities[0];
    let [link] = institute.links.as_slice() else {
        panic!("there is one link")
    };
    assert_eq!(
        (link.name.as_str(), link.other.as_str()),
        ("Norwegian Polar Institute", "NPI")
    );
    assert_eq!(link.rule, LinkRule::Defined);
    let mentions = recognise(&documents[0], None);
    let evidence = link.evidence.expect("the text says so");
    assert_eq!(
        mentions[evidence.ordinal as usize]
            .span
            .of(&documents[0].text),
        "NPI"
    );
}

#[test]
fn the_name_shown_is_the_fullest_with_its_capitals() {
    let name = |text: &str| resolved(&[text]).1.entities[0].name.clone();
    assert_eq!(
        name("then vladimir putin left. putin slept."),
        "Vladimir Putin"
    );
    assert_eq!(
        name("PRESIDENT EMMANUEL MACRON LEFT. MACRON SLEPT."),
        "Emmanuel Macron"
    );
    assert_eq!(
        name("They left the U.S. after the US agreed."),
        "United States"
    );
}

#[test]
fn addresses_are_unique_and_do_not_depend_on_the_order_of_documents() {
    let texts = [
        "We met Paris Hilton in Paris. The Paris Agreement held.",
        "Ada Lovelace left Paris. The CIA and the Central Intelligence Agency agreed.",
        "Mr. Lovelace met Bill Clinton, and Hillary Clinton met Clinton.",
    ];
    let (mut documents, there) = resolved(&texts);
    documents.reverse();
    let mentions: Vec<_> = documents
        .iter()
        .map(|document| recognise(document, None))
        .collect();
    let back = resolve(&documents, &mentions);
    let told = |entities: &Entities| {
        let told = entities.entities.iter();
        told.map(|entity| (entity.slug.clone(), entity.mentions.len()))
            .collect::<Vec<_>>()
    };
    assert_eq!(told(&there), told(&back));
    let mut slugs: Vec<String> = told(&there).into_iter().map(|(slug, _)| slug).collect();
    slugs.sort();
    slugs.dedup();
    assert_eq!(slugs.len(), there.entities.len());
}
