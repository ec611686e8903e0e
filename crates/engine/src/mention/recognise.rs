//! The recognisers in their order, and the way from a document to its mentions.

use std::ops::Range;

use super::agree::agree;
use super::capitals::{capitals, is_unheard_of};
use super::claim::{Claim, settle_overlaps};
use super::dates::Dates;
use super::echoes::{echoes, follow_full_names, taken};
use super::events::Events;
use super::groups::Groups;
use super::money::without_money;
use super::namesakes::namesakes;
use super::nationalities::Nationalities;
use super::organisations::Organisations;
use super::persons::Persons;
use super::places::Places;
use super::rows::fit_into_rows;
use super::series::in_series;
use super::software::Software;
use super::tagged::{beside_rules, temper};
use super::tagger::Model;
use super::teams::Teams;
use super::web::Web;
use super::words::Words;
use super::works::Works;
use super::{Kind, Mention};
use crate::document::Document;
use crate::text::{Gap, Shape};

/// One way to find mentions.
///
/// It looks at the words alone and knows nothing of the other recognisers: where their claims
/// overlap, [`settle_overlaps`] decides.
pub(super) trait Recogniser {
    /// What it finds, in any order; claims may overlap.
    fn claims(&self, words: &Words) -> Vec<Claim>;
}

/// What a document mentions: in the order of its text, without overlaps; by rules and lists alone,
/// or with the help of what was learnt. Takes time linear in the length of the text.
///
/// What was learnt is English, and so is what capitals tell: a document whose facts say that it is
/// in another language is left to the rules that need neither.
pub fn recognise(document: &Document, model: Option<&Model>) -> Vec<Mention> {
    let words = Words::of(document);
    let english = words.english;
    let model = model.filter(|_| english);
    let mut claims: Vec<Claim> = recognisers(document)
        .iter()
        .flat_map(|recogniser| recogniser.claims(&words))
        .collect();
    if let Some(model) = model {
        claims = beside_rules(&words, claims, model);
    }
    claims = settle_overlaps(claims);
    claims.extend(echoes(&words, &claims));
    claims = settle_overlaps(claims);
    if english {
        let mut left_over = capitals(&words, &taken(&words, &claims));
        if model.is_some() {
            let shouts = words.shouts();
            left_over.retain(|claim| !shouts && is_unheard_of(&words, claim));
        }
        claims.extend(left_over);
        claims = settle_overlaps(claims);
    }
    if english {
        namesakes(&words, &mut claims);
        follow_full_names(&words, &mut claims);
        in_series(&words, &mut claims);
    }
    without_money(&words, &mut claims);
    agree(&words, &mut claims);
    fit_into_rows(&words, &mut claims);
    if model.is_some() {
        temper(&mut claims);
    }
    claims
        .into_iter()
        .map(|claim| mention(&words, claim))
        .collect()
}

/// The recognisers, in order: where two claims weigh the same, the earlier one's stands.
fn recognisers(document: &Document) -> [Box<dyn Recogniser + '_>; 11] {
    [
        Box::new(Web),
        Box::new(Dates { document }),
        Box::new(Groups),
        Box::new(Nationalities),
        Box::new(Places),
        Box::new(Organisations),
        Box::new(Teams),
        Box::new(Persons),
        Box::new(Events),
        Box::new(Works),
        Box::new(Software),
    ]
}

fn mention(words: &Words, claim: Claim) -> Mention {
    debug_assert!(claim.moment.is_none() || claim.kind == Kind::Date);
    Mention {
        span: words.span(&with_point(words, &claim)),
        kind: claim.kind,
        moment: claim.moment,
        confidence: claim.confidence,
        found_by: claim.found_by,
    }
}

/// `Amadou D.`: the point after an initial that stands for a surname belongs to the name.
fn with_point(words: &Words, claim: &Claim) -> Range<usize> {
    let Range { start, end } = claim.tokens;
    let initial = claim.kind == Kind::Person
        && claim.tokens.len() > 1
        && words.shape(end - 1) == Shape::Capitalised
        && words.raw(end - 1).chars().nth(1).is_none();
    let point = initial
        && words.together(start, end)
        && words.raw(end) == "."
        && words.tokens[end].gap == Gap::None;
    start..end + usize::from(point)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document;

    #[test]
    fn an_initial_for_a_surname_keeps_its_point() {
        let text = "It was said by Ada D., a herder.";
        let document = document::read("a.txt", text.as_bytes()).expect("it is text");
        let found = recognise(&document, None);
        assert_eq!(found[0].span.of(&document.text), "Ada D.");
    }

    #[test]
    fn nouns_of_a_language_that_capitalises_them_are_no_names() {
        let text = "Gestern hat die Regierung in Berlin mit Angela Merkel und mit dem Vorsitzenden \
            der Gewerkschaft gesprochen. Die Verhandlungen über die Erhöhung der Gehälter waren \
            nicht einfach, und der Ausgang ist noch offen, wie es aus der Runde hieß.";
        let document = document::read("a.txt", text.as_bytes()).expect("it is text");
        let found = recognise(&document, None);
        let names: Vec<&str> = found
            .iter()
            .map(|found| found.span.of(&document.text))
            .collect();
        assert_eq!(names, ["Berlin", "Angela Merkel"]);
    }
}
