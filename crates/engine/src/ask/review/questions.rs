//! A doubt as a question: with passages to judge by, and the decision that each answer stands for.

use super::{Doubt, Doubtful, PASSAGES, Side, Sort};
use crate::ask::Engine;
use crate::complaint::quoted;
use crate::decision::{Act, By, Decision, Places, Share, print};
use crate::entity::{Entity, EntityId, LinkRule, MentionId, spelling};
use crate::mention::Kind;

impl Engine {
    /// The doubt as a question.
    pub(super) fn asked(&self, doubt: Doubt) -> Option<Doubtful> {
        match doubt {
            Doubt::Duplicate(one, other) => Some(self.asked_of_two(one, other)),
            Doubt::Split(entity, link) => self.asked_of_link(entity, link),
            Doubt::Junk(entity) => Some(self.asked_of_one(entity)),
            Doubt::Mention(document, ordinal) => {
                self.asked_of_mention(MentionId { document, ordinal })
            }
        }
    }

    fn asked_of_two(&self, one: EntityId, other: EntityId) -> Doubtful {
        let (a, b) = (self.entity(one), self.entity(other));
        let both = || vec![self.reference(one), self.reference(other)];
        Doubtful {
            sort: Sort::Duplicate,
            asks: format!("Are {} and {} the same?", quoted(&a.name), quoted(&b.name)),
            because: "Their names are much alike, and no rule joins them.".to_owned(),
            sides: vec![self.side(a, |_| true), self.side(b, |_| true)],
            yes: text(Act::Merge(both())),
            no: text(Act::Apart(both())),
            unsure: text(Act::Unsure(both())),
        }
    }

    fn asked_of_link(&self, id: EntityId, link: usize) -> Option<Doubtful> {
        let entity = self.entity(id);
        let link = entity.links.get(link)?;
        let alias = |name: &str| entity.aliases.iter().find(|alias| alias.name == name);
        let (one, other) = (alias(&link.name)?, alias(&link.other)?);
        let (kept, doubted) = match one.count >= other.count {
            true => (one, other),
            false => (other, one),
        };
        Some(Doubtful {
            sort: Sort::Split,
            asks: format!(
                "Are {} and {} the same?",
                quoted(&kept.name),
                quoted(&doubted.name)
            ),
            because: because(link.rule).to_owned(),
            sides: vec![
                self.side(entity, |written| written == kept.name),
                self.side(entity, |written| written == doubted.name),
            ],
            yes: text(Act::Confirm(self.reference(id))),
            no: text(Act::Split {
                from: self.reference(id),
                part: Share::Name(doubted.name.clone()),
                to: None,
            }),
            unsure: text(Act::Unsure(vec![self.reference(id)])),
        })
    }

    fn asked_of_one(&self, id: EntityId) -> Doubtful {
        let entity = self.entity(id);
        let asks = format!(
            "Does {} name {}?",
            quoted(&entity.name),
            a_kind(entity.kind)
        );
        Doubtful {
            sort: Sort::Junk,
            asks,
            because: "It is mentioned seldom, and found by its capitals or by likeness alone."
                .to_owned(),
            sides: vec![self.side(entity, |_| true)],
            yes: text(Act::Confirm(self.reference(id))),
            no: text(Act::Hide(self.reference(id))),
            unsure: text(Act::Unsure(vec![self.reference(id)])),
        }
    }

    fn asked_of_mention(&self, id: MentionId) -> Option<Doubtful> {
        let owner = self.corpus.entity_of[id.document.0 as usize][id.ordinal as usize]?;
        let document = &self.corpus.documents[id.document.0 as usize];
        let span = self.corpus.mentions[id.document.0 as usize][id.ordinal as usize].span;
        let place = Places::default().reference(document, span)?;
        let entity = self.entity(owner);
        let written = spelling(span.of(&document.text));
        let asks = match written == entity.name {
            true => format!(
                "Does {} name {} here?",
                quoted(&written),
                a_kind(entity.kind)
            ),
            false => format!(
                "Does {} mean {} here, {}?",
                quoted(&written),
                quoted(&entity.name),
                a_kind(entity.kind)
            ),
        };
        Some(Doubtful {
            sort: Sort::Mention,
            asks,
            because: "It is known from other places, and found here with little certainty."
                .to_owned(),
            sides: vec![Side {
                name: written,
                kind: entity.kind,
                count: 1,
                lines: vec![self.context_line(id)],
            }],
            yes: text(Act::AddMention {
                mention: place.clone(),
                to: self.reference(owner),
            }),
            no: text(Act::HideMention(place)),
            unsure: text(Act::Unsure(vec![self.reference(owner)])),
        })
    }

    /// Some passages of those mentions whose names pass.
    fn side(&self, entity: &Entity, is_meant: impl Fn(&str) -> bool) -> Side {
        let written = |id: &&MentionId| {
            let text = &self.corpus.documents[id.document.0 as usize].text;
            let mention = &self.corpus.mentions[id.document.0 as usize][id.ordinal as usize];
            is_meant(&spelling(mention.span.of(text)))
        };
        let meant: Vec<_> = entity.mentions.iter().filter(written).copied().collect();
        let first = meant.first().map(|id| {
            let text = &self.corpus.documents[id.document.0 as usize].text;
            let mention = &self.corpus.mentions[id.document.0 as usize][id.ordinal as usize];
            spelling(mention.span.of(text))
        });
        let is_all = meant.len() == entity.mentions.len();
        Side {
            name: first
                .filter(|_| !is_all)
                .unwrap_or_else(|| entity.name.clone()),
            kind: entity.kind,
            count: meant.len() as u32,
            lines: meant
                .iter()
                .take(PASSAGES)
                .map(|&mention| self.context_line(mention))
                .collect(),
        }
    }
}

fn because(rule: LinkRule) -> &'static str {
    match rule {
        LinkRule::Acronym => "They were joined by the initials alone; no document says so.",
        LinkRule::Transliterated => {
            "They were joined as one name put into these letters in two ways."
        }
        _ => "They were joined as a longer and a shorter form of one name.",
    }
}

fn a_kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "a person",
        Kind::Organisation => "an organisation",
        Kind::Group => "a hacking group",
        Kind::Place => "a place",
        Kind::Nationality => "a people",
        Kind::Event => "an event",
        Kind::Work => "a work",
        Kind::Product => "a product",
        Kind::Date => "a date",
        Kind::Web => "an address",
    }
}

/// A reader's decision as text.
fn text(act: Act) -> String {
    print(&[Decision {
        act,
        by: By::Reader,
        when: String::new(),
        note: String::new(),
    }])
}
