//! Filters and counts are held against a naive scan: for each document, each of its values.

use super::*;
use crate::address::{Condition, Sense, Years};
use crate::corpus::Corpus;
use crate::decision;
use crate::entity::EntityId;
use crate::mention::Confidence;

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
        "⟦person:Lovelace=Ada Lovelace⟧ wrote ⟨again⟩.",
        "It rained in ⟦place:Bath⟧. They said ⟨nobody wrote⟩.",
        "⟦place:London⟧ was dry.",
        "That was in ⟦date:2015=2015⟧.",
        "That was on ⟦date:Friday=2016-11-25⟧.",
        "Nobody wrote.",
    ]);
    let document = (head, prop::collection::vec(pieces, 1..5))
        .prop_map(|(head, pieces)| format!("{head}\n{}", pieces.join("\n\n")));
    let percent = prop::collection::vec(0..=100u8, 1..20);
    (prop::collection::vec(document, 0..6), percent).prop_map(|(documents, percent)| {
        let documents: Vec<&str> = documents.iter().map(String::as_str).collect();
        let mut corpus = corpus(&documents);
        let mentions = corpus.mentions.iter_mut().flatten();
        for (mention, &percent) in mentions.zip(percent.iter().cycle()) {
            mention.confidence = Confidence::percent(percent);
        }
        corpus
    })
}

/// What an editor says; it fits if all of these words are written.
const DECISIONS: [(&str, &[&str]); 6] = [
    ("confirm = 'place: Bath'", &["Bath"]),
    (
        "remark = 'person: Ada Lovelace'\nnote = 'The first.'",
        &["Lovelace"],
    ),
    ("hide = 'place: London'", &["London"]),
    (
        "apart = ['place: Bath', 'place: London']",
        &["Bath", "London"],
    ),
    (
        "add-name = 'Nobody'\nto = 'person: Ada Lovelace'",
        &["Nobody", "Lovelace"],
    ),
    ("retype = 'place: Bath'\nto = 'organisation'", &["Bath"]),
];

/// A corpus with a decision applied or none, and the addresses of what the decision speaks of.
fn decided(corpus: Corpus, decision: Option<usize>) -> (Engine, Vec<&'static str>) {
    let is_written = |word: &&str| corpus.documents.iter().any(|d| d.text.contains(word));
    let names = [
        ("Ada Lovelace", "ada-lovelace"),
        ("Bath", "bath"),
        ("London", "london"),
    ];
    let reviewed = decision.map(|place| DECISIONS[place]).map(|(says, words)| {
        let fits = words.iter().all(is_written);
        let spoken_of = names.iter().filter(|(name, _)| fits && says.contains(name));
        spoken_of.map(|&(_, slug)| slug).collect()
    });
    let text = decision.map(|place| format!("[[decision]]\n{}\n", DECISIONS[place].0));
    let (decisions, refused) = decision::parse(&text.unwrap_or_default());
    assert_eq!(refused, []);
    let decisions: Vec<_> = decisions.into_iter().map(|(_, read)| read).collect();
    let mut engine = Engine::open(corpus);
    engine.decide(&decisions);
    (engine, reviewed.unwrap_or_default())
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
            (Facet::Confidence, "sure"),
            (Facet::Confidence, "likely"),
            (Facet::Confidence, "doubtful"),
            (Facet::Reviewed, "yes"),
            (Facet::Reviewed, "no"),
        ]),
        prop::sample::select(vec![Sense::Include, Sense::Exclude]),
    );
    let condition = condition.prop_map(|((facet, value), sense)| Condition {
        facet,
        value: value.to_owned(),
        sense,
    });
    let all_of = prop::sample::subsequence(Facet::ALL.to_vec(), 0..3);
    let query = prop::sample::select(vec![
        "",
        "wrote",
        "-wrote",
        "rained OR dry",
        "confidence:doubtful",
        "-reviewed:yes",
        "speaker:lovelace",
        "-speaker:bath",
    ]);
    (query, prop::collection::vec(condition, 0..4), all_of).prop_map(
        |(query, conditions, all_of)| Filter {
            query: query.to_owned(),
            conditions,
            all_of,
            ..Filter::default()
        },
    )
}

/// What is scanned: a corpus, and the addresses of what an editor reviewed.
struct Scanned<'a> {
    corpus: &'a Corpus,
    reviewed: &'a [&'a str],
}

/// A document's values of a facet, each as often as the document has it.
fn values(scanned: &Scanned, document: usize, facet: Facet) -> Vec<String> {
    let corpus = scanned.corpus;
    let slug_of = |entity: EntityId| corpus.entities[entity.0 as usize].slug.as_str();
    let mentions = || corpus.mentions[document].iter();
    let facts = &corpus.documents[document].facts;
    let slug = |name: &str| name.to_lowercase().replace('.', "").replace(' ', "-");
    match facet {
        Facet::Kind => mentions().map(|m| m.kind.slug().to_owned()).collect(),
        Facet::Entity => {
            let entities = corpus.entity_of[document].iter().flatten();
            entities.map(|&entity| slug_of(entity).to_owned()).collect()
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
        Facet::Confidence => {
            let percent = mentions().map(|m| m.confidence.as_percent());
            let step = percent.map(|percent| match percent {
                0..60 => "doubtful",
                60..80 => "likely",
                _ => "sure",
            });
            step.map(str::to_owned).collect()
        }
        Facet::Reviewed => {
            let owners = corpus.entity_of[document].iter();
            let is_reviewed = |id: &EntityId| scanned.reviewed.contains(&slug_of(*id));
            let answers = owners.map(|owner| match owner.as_ref().is_some_and(is_reviewed) {
                true => "yes",
                false => "no",
            });
            answers.map(str::to_owned).collect()
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
/// years and fixed facets.
fn counts(scanned: &Scanned, condition: &Condition) -> bool {
    let is_had = (0..scanned.corpus.documents.len()).any(|document| {
        let values = values(scanned, document, condition.facet);
        values.iter().any(|value| is_meant(condition, value))
    });
    is_had || condition.facet.is_fixed() || condition.facet.is_of_years()
}

fn meets(scanned: &Scanned, document: usize, facet: Facet, filter: &Filter) -> bool {
    let values = values(scanned, document, facet);
    let own = || {
        let conditions = filter.conditions.iter();
        conditions.filter(|condition| condition.facet == facet && counts(scanned, condition))
    };
    let has = |condition: &Condition| values.iter().any(|value| is_meant(condition, value));
    let mut asked = own().filter(|condition| condition.sense == Sense::Include);
    let is_met = match filter.all_of.contains(&facet) {
        true => asked.all(has),
        false => asked.clone().next().is_none() || asked.any(has),
    };
    is_met && !own().any(|condition| condition.sense == Sense::Exclude && has(condition))
}

/// Whether a mention of that entity begins where a statement says that its source does.
fn says(corpus: &Corpus, document: usize, slug: &str) -> bool {
    let mentions = corpus.mentions[document].iter();
    let speaks = |start: u32| {
        let statements = &corpus.statements[document];
        statements.iter().any(|said| said.source == Some(start))
    };
    let mut owners = mentions.zip(&corpus.entity_of[document]);
    owners.any(|(mention, owner)| {
        let is_owner = |owner: EntityId| corpus.entities[owner.0 as usize].slug == slug;
        owner.is_some_and(is_owner) && speaks(mention.span.start)
    })
}

fn passes(scanned: &Scanned, document: usize, filter: &Filter, but_for: Option<Facet>) -> bool {
    let facets = Facet::ALL
        .into_iter()
        .filter(|facet| Some(*facet) != but_for);
    let text = scanned.corpus.documents[document].text.to_lowercase();
    let has = |facet, value: &str| {
        values(scanned, document, facet)
            .iter()
            .any(|had| had == value)
    };
    let holds = match filter.query.as_str() {
        "wrote" => text.contains("wrote"),
        "-wrote" => !text.contains("wrote"),
        "rained OR dry" => text.contains("rained") || text.contains("dry"),
        "confidence:doubtful" => has(Facet::Confidence, "doubtful"),
        "-reviewed:yes" => !has(Facet::Reviewed, "yes"),
        "speaker:lovelace" => says(scanned.corpus, document, "ada-lovelace"),
        "-speaker:bath" => !says(scanned.corpus, document, "bath"),
        _ => true,
    };
    holds
        && facets
            .into_iter()
            .all(|facet| meets(scanned, document, facet, filter))
}

proptest! {
    #[test]
    fn what_passes_and_how_it_divides_is_what_a_naive_scan_says(
        corpus in any_corpus(),
        decision in prop::option::of(0..DECISIONS.len()),
        filter in any_filter(),
    ) {
        let (engine, reviewed) = decided(corpus, decision);
        let scanned = Scanned { corpus: engine.corpus(), reviewed: &reviewed };
        let Answer::Survey(survey) = engine.ask(&Question::Survey { filter: filter.clone() }) else {
            panic!("a survey answers a survey");
        };
        let all = 0..scanned.corpus.documents.len();
        let passing = all.clone().filter(|&document| passes(&scanned, document, &filter, None));
        prop_assert_eq!(survey.documents as usize, passing.count());
        for facet in Facet::ALL {
            let near = all.clone().filter(|&document| passes(&scanned, document, &filter, Some(facet)));
            let had: Vec<String> = near.flat_map(|document| values(&scanned, document, facet)).collect();
            let told = survey.values(facet);
            for value in told {
                let count = had.iter().filter(|had| **had == value.slug).count();
                prop_assert_eq!(value.count as usize, count, "{:?} {}", facet, value.slug);
            }
            let is_told = |had: &&String| told.iter().any(|value| value.slug == **had);
            prop_assert!(had.iter().all(|had| is_told(&had)), "{:?}: {:?} of {:?}", facet, told, had);
        }
    }
}
