//! Filters and counts are held against a naive scan: for each document, each of its values.

use super::*;
use crate::address::{Condition, Sense, Years};
use crate::corpus::Corpus;

/// Documents of a few pieces each, whose values overlap.
fn any_corpus() -> impl Strategy<Value = Corpus> {
    let head = prop::sample::select(vec![
        "",
        "@outlet The Daily\n",
        "@outlet The Record\n@published 2016-12-01\n",
        "@author A. Nobody\n@published 2018\n",
        "@published 2019-01\n@author B. Somebody\n",
    ]);
    let pieces = prop::sample::select(vec![
        "⟦person:Ada Lovelace⟧ wrote.",
        "⟦person:Lovelace=Ada Lovelace⟧ wrote again.",
        "It rained in ⟦place:Bath⟧.",
        "⟦place:London⟧ was dry.",
        "That was in ⟦date:2015=2015⟧.",
        "That was on ⟦date:Friday=2016-11-25⟧.",
        "Nobody wrote.",
    ]);
    let document = (head, prop::collection::vec(pieces, 1..5))
        .prop_map(|(head, pieces)| format!("{head}\n{}", pieces.join("\n\n")));
    prop::collection::vec(document, 0..6).prop_map(|documents| {
        let documents: Vec<&str> = documents.iter().map(String::as_str).collect();
        corpus(&documents)
    })
}

fn any_filter() -> impl Strategy<Value = Filter> {
    let condition = (
        prop::sample::select(vec![
            (Facet::Kind, "person"),
            (Facet::Kind, "date"),
            (Facet::Entity, "ada-lovelace"),
            (Facet::Entity, "bath"),
            (Facet::Entity, "london"),
            (Facet::Document, "a"),
            (Facet::Outlet, "the-daily"),
            (Facet::Author, "a-nobody"),
            (Facet::Year, "2016..2018"),
            (Facet::Year, "2019"),
            (Facet::Told, "2015"),
            (Facet::Told, "2015..2016"),
        ]),
        prop::sample::select(vec![Sense::Include, Sense::Exclude]),
    );
    let condition = condition.prop_map(|((facet, value), sense)| Condition {
        facet,
        value: value.to_owned(),
        sense,
    });
    let all_of = prop::sample::subsequence(Facet::ALL.to_vec(), 0..3);
    let query = prop::sample::select(vec!["", "wrote", "-wrote", "rained OR dry"]);
    (query, prop::collection::vec(condition, 0..4), all_of).prop_map(
        |(query, conditions, all_of)| Filter {
            query: query.to_owned(),
            conditions,
            all_of,
            ..Filter::default()
        },
    )
}

/// A document's values of a facet, each as often as the document has it.
fn values(corpus: &Corpus, document: usize, facet: Facet) -> Vec<String> {
    let mentions = || corpus.mentions[document].iter();
    let facts = &corpus.documents[document].facts;
    let slug = |name: &str| name.to_lowercase().replace('.', "").replace(' ', "-");
    match facet {
        Facet::Kind => mentions().map(|m| m.kind.slug().to_owned()).collect(),
        Facet::Entity => {
            let entities = corpus.entity_of[document].iter().flatten();
            entities
                .map(|entity| corpus.entities[entity.0 as usize].slug.clone())
                .collect()
        }
        Facet::Document => vec![corpus.documents[document].slug.clone()],
        Facet::Outlet => facts.outlet.iter().map(|f| slug(&f.value)).collect(),
        Facet::Author => facts.author.iter().map(|f| slug(&f.value)).collect(),
        Facet::Year => {
            let years = facts.published.iter().filter_map(|f| f.value.year());
            years.map(|year| year.to_string()).collect()
        }
        Facet::Told => {
            let moments = mentions().filter_map(|m| m.moment.as_ref()?.year());
            moments.map(|year| year.to_string()).collect()
        }
    }
}

fn is_meant(condition: &Condition, value: &str) -> bool {
    match Years::parse(&condition.value) {
        Some(years) if condition.facet.is_of_years() => {
            value.parse().is_ok_and(|year| years.hold(year))
        }
        _ => condition.value == value,
    }
}

/// Whether any document has what a condition names; one on what nobody has is left out, but for
/// years and kinds.
fn counts(corpus: &Corpus, condition: &Condition) -> bool {
    let is_had = (0..corpus.documents.len()).any(|document| {
        let values = values(corpus, document, condition.facet);
        values.iter().any(|value| is_meant(condition, value))
    });
    is_had || condition.facet == Facet::Kind || condition.facet.is_of_years()
}

fn meets(corpus: &Corpus, document: usize, facet: Facet, filter: &Filter) -> bool {
    let values = values(corpus, document, facet);
    let own = || {
        let conditions = filter.conditions.iter();
        conditions.filter(|condition| condition.facet == facet && counts(corpus, condition))
    };
    let has = |condition: &Condition| values.iter().any(|value| is_meant(condition, value));
    let mut asked = own().filter(|condition| condition.sense == Sense::Include);
    let is_met = match filter.all_of.contains(&facet) {
        true => asked.all(has),
        false => asked.clone().next().is_none() || asked.any(has),
    };
    is_met && !own().any(|condition| condition.sense == Sense::Exclude && has(condition))
}

fn passes(corpus: &Corpus, document: usize, filter: &Filter, but_for: Option<Facet>) -> bool {
    let facets = Facet::ALL
        .into_iter()
        .filter(|facet| Some(*facet) != but_for);
    let text = corpus.documents[document].text.to_lowercase();
    let holds = match filter.query.as_str() {
        "wrote" => text.contains("wrote"),
        "-wrote" => !text.contains("wrote"),
        "rained OR dry" => text.contains("rained") || text.contains("dry"),
        _ => true,
    };
    holds
        && facets
            .into_iter()
            .all(|facet| meets(corpus, document, facet, filter))
}

proptest! {
    #[test]
    fn what_passes_and_how_it_divides_is_what_a_naive_scan_says(
        corpus in any_corpus(), filter in any_filter(),
    ) {
        let engine = Engine::open(corpus.clone());
        let Answer::Survey(survey) = engine.ask(&Question::Survey { filter: filter.clone() }) else {
            panic!("a survey answers a survey");
        };
        let all = 0..corpus.documents.len();
        let passing = all.clone().filter(|&document| passes(&corpus, document, &filter, None));
        prop_assert_eq!(survey.documents as usize, passing.count());
        for facet in Facet::ALL {
            for told in survey.values(facet) {
                let near = all.clone().filter(|&document| passes(&corpus, document, &filter, Some(facet)));
                let count = near.flat_map(|document| values(&corpus, document, facet));
                let count = count.filter(|value| *value == told.slug).count();
                prop_assert_eq!(told.count as usize, count, "{:?} {}", facet, told.slug);
            }
        }
    }
}
