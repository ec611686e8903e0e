//! What holds whatever is decided.

use proptest::prelude::*;

use super::{
    Act, After, By, Corpus, Decision, EntityRef, MentionRef, Share, brief, corpus, parse,
    parse_brief, print,
};
use crate::entity::{Entity, MentionId, Roll};
use crate::mention::Kind;

fn names() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "Ada Loon",
            "Loon",
            "Bob Loon",
            "Pilots",
            "Harbour Gang",
            "Bath",
            "Read More",
            "Seven",
            "gang",
        ])
        .prop_map(str::to_owned),
        "[ -~\n]{0,3}[a-z\"\\\\'\u{e9}\u{7f}]",
    ]
}

fn documents() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["a", "b.txt", "c", "z"]).prop_map(str::to_owned)
}

fn kinds() -> impl Strategy<Value = Kind> {
    prop::sample::select(vec![Kind::Person, Kind::Group, Kind::Place])
}

fn entities() -> impl Strategy<Value = EntityRef> {
    let known = prop::sample::select(vec![
        (Kind::Person, "Ada Loon"),
        (Kind::Person, "Bob Loon"),
        (Kind::Person, "Read More"),
        (Kind::Group, "Pilots"),
        (Kind::Group, "Harbour Gang"),
        (Kind::Place, "Bath"),
    ])
    .prop_map(|(kind, name)| EntityRef {
        kind,
        name: name.to_owned(),
        document: None,
    });
    let any =
        (kinds(), names(), prop::option::of(documents())).prop_map(|(kind, name, document)| {
            EntityRef {
                kind,
                name,
                document,
            }
        });
    prop_oneof![3 => known, 1 => any]
}

fn mentions() -> impl Strategy<Value = MentionRef> {
    (documents(), names(), "[a-z]{0,2}", 0u32..3).prop_map(|(document, quote, before, nth)| {
        MentionRef {
            document,
            quote,
            before,
            nth,
        }
    })
}

fn shares() -> impl Strategy<Value = Share> {
    prop_oneof![
        prop::collection::vec(mentions(), 1..3).prop_map(Share::Mentions),
        prop::collection::vec(documents(), 1..3).prop_map(Share::Documents),
        names().prop_map(Share::Name),
    ]
}

fn acts() -> impl Strategy<Value = Act> {
    let several = || prop::collection::vec(entities(), 2..4);
    prop_oneof![
        several().prop_map(Act::Merge),
        several().prop_map(Act::Apart),
        several().prop_map(Act::Unsure),
        (entities(), shares(), prop::option::of(entities()))
            .prop_map(|(from, part, to)| Act::Split { from, part, to }),
        (entities(), names()).prop_map(|(entity, to)| Act::Rename { entity, to }),
        (entities(), kinds()).prop_map(|(entity, to)| Act::Retype { entity, to }),
        entities().prop_map(Act::Hide),
        mentions().prop_map(Act::HideMention),
        (names(), entities()).prop_map(|(name, to)| Act::AddName { name, to }),
        (mentions(), entities()).prop_map(|(mention, to)| Act::AddMention { mention, to }),
        entities().prop_map(Act::Confirm),
        entities().prop_map(Act::Remark),
    ]
}

fn decisions() -> impl Strategy<Value = Vec<Decision>> {
    let by = prop::sample::select(vec![By::Publisher, By::Sender, By::Reader]);
    let decision =
        (acts(), by, "[0-9-]{0,10}", "[ -~\n\u{e9}]{0,6}").prop_map(|(act, by, when, note)| {
            Decision {
                act,
                by,
                when,
                note,
            }
        });
    prop::collection::vec(decision, 0..8)
}

/// Documents in another order make the same entities of the same mentions.
fn by_name(After { corpus, .. }: &After) -> Vec<String> {
    let place = |id: &MentionId| {
        let document = id.document.0 as usize;
        let mention = &corpus.mentions[document][id.ordinal as usize];
        (corpus.documents[document].slug.clone(), mention.span.start)
    };
    let line = |entity: &Entity| {
        let mut places: Vec<_> = entity.mentions.iter().map(place).collect();
        places.sort();
        format!(
            "{} {} {:?} {places:?}",
            entity.slug,
            entity.kind.slug(),
            entity.aliases
        )
    };
    let mut lines: Vec<_> = corpus.known().map(|(_, entity)| line(entity)).collect();
    lines.sort();
    lines
}

/// The same corpus with its documents the other way round.
fn reversed(corpus: &Corpus) -> Corpus {
    let last = corpus.documents.len() as u32 - 1;
    let mut turned = corpus.clone();
    turned.documents.reverse();
    turned.mentions.reverse();
    turned.statements.reverse();
    turned.entity_of.reverse();
    for entity in &mut turned.entities {
        for id in &mut entity.mentions {
            id.document.0 = last - id.document.0;
        }
        entity.mentions.sort();
    }
    turned
}

proptest! {
    #[test]
    fn what_is_printed_is_parsed(decisions in decisions()) {
        let (parsed, refused) = parse(&print(&decisions));
        prop_assert_eq!(refused, []);
        let parsed: Vec<Decision> = parsed.into_iter().map(|(_, decision)| decision).collect();
        prop_assert_eq!(parsed, decisions);
    }

    #[test]
    fn what_travels_in_a_link_arrives(decisions in decisions()) {
        for decision in decisions {
            let sent = Decision { by: By::Sender, when: String::new(), ..decision };
            let said = brief(&sent);
            prop_assert!(!said.contains('\n'));
            prop_assert_eq!(parse_brief(&said), Ok(sent));
        }
    }

    #[test]
    fn decisions_applied_twice_change_nothing(decisions in decisions()) {
        let once = After::of(corpus(), &decisions);
        let twice = After::of(corpus(), &[decisions.clone(), decisions].concat());
        prop_assert_eq!(once.corpus, twice.corpus);
    }

    #[test]
    fn what_is_taken_back_is_as_it_was(decisions in decisions()) {
        let mut changed = corpus();
        let mut changes = changed.decide(&Roll::of(&changed.entities), &decisions).changes;
        changed.exchange(&mut changes);
        changed.exchange(&mut changes);
        prop_assert_eq!(changed, corpus());
    }

    #[test]
    fn the_order_of_documents_does_not_matter(decisions in decisions()) {
        let (there, back) = (corpus(), reversed(&corpus()));
        prop_assert_eq!(
            by_name(&After::of(there, &decisions)),
            by_name(&After::of(back, &decisions))
        );
    }

    #[test]
    fn whatever_is_decided_every_mention_is_in_its_place(decisions in decisions()) {
        let After { corpus, ledger } = After::of(corpus(), &decisions);
        for (document, mentions) in corpus.documents.iter().zip(&corpus.mentions) {
            for pair in mentions.windows(2) {
                prop_assert!(pair[0].span.end <= pair[1].span.start);
            }
            prop_assert!(mentions.iter().all(|mention| !mention.span.of(&document.text).is_empty()));
        }
        let mut slugs: Vec<_> = corpus.known().map(|(_, entity)| &entity.slug).collect();
        slugs.sort();
        slugs.dedup();
        prop_assert_eq!(slugs.len(), corpus.known().count());
        let counted: usize = corpus.entities.iter().map(|entity| entity.mentions.len()).sum();
        let owned = corpus.entity_of.iter().flatten().flatten().count();
        prop_assert_eq!(counted, owned);
        for (id, entity) in corpus.known() {
            for mention in &entity.mentions {
                let owners = &corpus.entity_of[mention.document.0 as usize];
                prop_assert_eq!(owners[mention.ordinal as usize], Some(id));
                let kind = corpus.mentions[mention.document.0 as usize][mention.ordinal as usize].kind;
                prop_assert_eq!(kind, entity.kind);
            }
        }
        prop_assert_eq!(ledger.outcomes.len(), decisions.len());
    }

    #[test]
    fn no_text_brings_it_down(text in "\\PC{0,60}|(\\[\\[decision\\]\\]\n[a-z-]{3,7} = [\\[{\"'a-z:, ]{0,20}\n){1,3}") {
        let (decisions, _) = parse(&text);
        let decisions: Vec<Decision> = decisions.into_iter().map(|(_, decision)| decision).collect();
        After::of(corpus(), &decisions);
    }
}
