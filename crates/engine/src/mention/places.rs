//! Places: listed ones, and those whose name says what they are.

use super::claim::Claim;
use super::lexicon::{Is, List};
use super::listed::listed;
use super::words::{Casing, Words};
use super::{Finder, Kind, Recogniser};
use crate::text::{Gap, Shape};

pub(super) struct Places;

impl Recogniser for Places {
    fn claims(&self, words: &Words) -> Vec<Claim> {
        let mut claims = Vec::new();
        let sure = [
            (&[List::Countries][..], 97),
            (&[List::Regions], 90),
            (&[List::Cities], 90),
            (&[List::Landmarks], 92),
        ];
        for (lists, percent) in sure {
            claims.extend(listed(words, lists, Kind::Place, percent, Finder::Places));
        }
        for at in 0..words.len() {
            claims.extend(ends_in_place_word(words, at));
            claims.extend(begins_with_place_word(words, at));
            claims.extend(after_city_of(words, at));
            claims.extend(kingdom_of(words, at));
            claims.extend(after_small_place_word(words, at));
            claims.extend(short_state(words, at));
            claims.extend(on_a_way(words, at));
            claims.extend(after_mayor_of(words, at));
            claims.extend(at_the_head(words, at));
        }
        claims
    }
}

fn telling_case(words: &Words, at: usize) -> bool {
    matches!(words.casing(at), Casing::Mixed | Casing::Title)
}

/// `Tahrir Square`: at most four names before a word for a place.
fn ends_in_place_word(words: &Words, at: usize) -> Option<Claim> {
    let head =
        telling_case(words, at) && words.shape(at).is_capitalised() && words.is(at, Is::Place);
    if !head {
        return None;
    }
    let hyphen = |at: usize| words.raw(at) == "-" && words.tokens[at].gap == Gap::None;
    let run = (0..at)
        .rev()
        .take_while(|&before| {
            words.is_joined(before + 1)
                && words.together(at, before)
                && (is_name_part(words, before) || hyphen(before))
        })
        .take(5)
        .count();
    // "Helen Marsh" is somebody.
    let somebody = run == 1
        && words.is(at - 1, Is::FirstName)
        && !words.is(at - 1, Is::Ordinary)
        && words.before(at - 1) != "the";
    (run > 0 && !somebody).then(|| Claim::new(at - run..at + 1, Kind::Place, 80, Finder::Places))
}

fn is_name_part(words: &Words, at: usize) -> bool {
    let pronoun = words.word(at).starts_with("i'") || words.word(at) == "i";
    !pronoun && words.shape(at).is_capitalised() && words.is_word(at) && !words.is_initial(at)
        || words.looks_like_name(at)
}

/// `Lake Constance`: one or two names after a word for a place.
fn begins_with_place_word(words: &Words, at: usize) -> Option<Claim> {
    let head =
        telling_case(words, at) && words.shape(at).is_capitalised() && words.is(at, Is::PlaceFirst);
    if !head {
        return None;
    }
    let run = name_run(words, at + 1, at, 2);
    (run > 0).then(|| Claim::new(at..at + 1 + run, Kind::Place, 70, Finder::Places))
}

/// `the city of Almelo`, `off the coast of Almelo`.
fn after_city_of(words: &Words, at: usize) -> Option<Claim> {
    let beside = words.shape(at) == Shape::Lower
        && words.casing(at) == Casing::Mixed
        && matches!(
            words.word(at),
            "coast" | "shore" | "shores" | "north" | "south" | "east" | "west" | "mouth"
        );
    if !(beside || words.is(at, Is::PlaceOf)) || words.after(at + 1) != "of" {
        return None;
    }
    let run = name_run(words, at + 2, at, 3);
    (run > 0).then(|| Claim::new(at + 2..at + 2 + run, Kind::Place, 80, Finder::Places))
}

/// `mayor of Orhei`: an office that is held in a place.
fn after_mayor_of(words: &Words, at: usize) -> Option<Claim> {
    let office = matches!(
        words.word(at),
        "mayor" | "governor" | "bishop" | "archbishop" | "prefect" | "sheriff" | "senator"
    );
    let link = matches!(words.after(at + 1), "of" | "for");
    let run = match office && link && words.casing(at) == Casing::Mixed {
        true => name_run(words, at + 2, at, 2),
        false => 0,
    };
    (run > 0).then(|| Claim::new(at + 2..at + 2 + run, Kind::Place, 84, Finder::Places))
}

/// `PORT SELWYN, N.S. —`: the town in capitals that a report begins with.
fn at_the_head(words: &Words, at: usize) -> Option<Claim> {
    /// Tokens between the town and the dash.
    const FAR: usize = 9;
    let begins = at == 0 || words.tokens[at].gap == Gap::Paragraph;
    if !begins || words.shape(at) != Shape::Upper {
        return None;
    }
    let upper = |at: &usize| {
        words.is_word(*at) && words.shape(*at) == Shape::Upper && words.word(*at).len() > 1
    };
    let end = at + (at..words.len()).take(4).take_while(upper).count();
    let ends = (1..=3).contains(&(end - at))
        && end < words.len()
        && matches!(words.raw(end), "," | "—" | "–" | "-" | "(")
        && !(at..end).all(|part| words.is(part, Is::Ordinary));
    let mut head = (end..words.len())
        .take(FAR)
        .take_while(|&next| words.tokens[next].gap != Gap::Paragraph);
    let dash = head.find(|&next| matches!(words.raw(next), "—" | "–" | "-"))?;
    // Running text follows, and the dash stands apart.
    let apart = dash + 1 < words.len()
        && words.tokens[dash].gap != Gap::None
        && words.tokens[dash + 1].gap != Gap::None
        && words.shape(dash + 1) != Shape::Upper
        && words.shape(dash + 1).is_capitalised();
    (ends && apart).then(|| Claim::new(at..end, Kind::Place, 90, Finder::Places))
}

/// `Kingdom of Poland`, `Gulf of Bothnia`.
fn kingdom_of(words: &Words, at: usize) -> Option<Claim> {
    let head = telling_case(words, at)
        && words.shape(at).is_capitalised()
        && (words.is(at, Is::PlaceOf) || words.is(at, Is::PlaceWithOf))
        && words.after(at + 1) == "of";
    let from = at + 2 + usize::from(words.after(at + 2) == "the");
    let run = if head {
        name_run(words, from, at, 3)
    } else {
        0
    };
    (run > 0).then(|| Claim::new(at..from + run, Kind::Place, 82, Finder::Places))
}

/// `the river Tees`, `the village Eyam`: a name after a word for a place without a capital.
fn after_small_place_word(words: &Words, at: usize) -> Option<Claim> {
    let head = words.casing(at) == Casing::Mixed
        && matches!(
            words.raw(at),
            "river" | "village" | "lake" | "hamlet" | "island" | "suburb"
        );
    let run = if head {
        name_run(words, at + 1, at, 2)
    } else {
        0
    };
    (run > 0).then(|| Claim::new(at + 1..at + 1 + run, Kind::Place, 80, Finder::Places))
}

/// `the road between X and Y`, `flights from X to Y`: where a way leads.
fn on_a_way(words: &Words, at: usize) -> Vec<Claim> {
    let links = match words.word(at) {
        "between" => ["and", "and"],
        "from" => ["to", "via"],
        _ => return Vec::new(),
    };
    let way = at > 0 && words.together(at, at - 1) && words.is(at - 1, Is::Way);
    let mut claims = Vec::new();
    let mut from = at + 1;
    for _ in 0..2 {
        let run = if way { name_run(words, from, at, 2) } else { 0 };
        if run == 0 || words.is(from, Is::FirstName) {
            break;
        }
        claims.push(Claim::new(
            from..from + run,
            Kind::Place,
            86,
            Finder::Places,
        ));
        from += run + 1;
        if !words.together(at, from) || !links.contains(&words.word(from - 1)) {
            break;
        }
    }
    claims
}

/// States of the United States as newspapers shorten them after a town: `Salem, Mass.`
const SHORT_STATES: &[&str] = &[
    "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky",
    "La", "Mass", "Md", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa",
    "Tenn", "Tex", "Va", "Vt", "Wash", "Wis", "Wyo",
];

fn short_state(words: &Words, at: usize) -> Option<Claim> {
    let after_town = SHORT_STATES.contains(&words.raw(at))
        && words.before(at) == ","
        && at > 1
        && words.together(at, at - 2)
        && words.shape(at - 2).is_capitalised();
    let point = words.together(at, at + 1) && words.raw(at + 1) == ".";
    (after_town && point).then(|| Claim::new(at..at + 2, Kind::Place, 90, Finder::Places))
}

/// How many tokens from `from` on, at most `most`, look like a name in the sentence of `at`.
fn name_run(words: &Words, from: usize, at: usize, most: usize) -> usize {
    (from..words.len())
        .take_while(|&next| {
            words.sentence_number(next) == words.sentence_number(at) && words.looks_like_name(next)
        })
        .take(most)
        .count()
}

#[cfg(test)]
mod tests {
    use crate::mention::Kind::Place;
    use crate::mention::marked::check_all;

    #[test]
    fn listed_names_in_all_their_forms() {
        check_all(
            Place,
            &[
                "From the ⟦U.S.⟧ to the ⟦Netherlands⟧ and ⟦São Paulo⟧.",
                "In ⟦The Hague⟧ and in ⟦St. Petersburg⟧.",
            ],
        );
    }

    #[test]
    fn us_is_a_country_in_capitals_alone() {
        check_all(Place, &["They told us that the ⟦US⟧ agreed."]);
    }

    #[test]
    fn a_name_may_say_what_it_is() {
        check_all(
            Place,
            &[
                "They met on ⟦Tahrir Square⟧ near ⟦Lake Constance⟧.",
                "The ⟦Russian Embassy⟧ is closed.",
                "The ⟦Kingdom of Bohemia⟧ fell.",
            ],
        );
    }

    #[test]
    fn a_region_after_it_tells_a_place() {
        check_all(
            Place,
            &[
                "She lives in ⟦Qalansia⟧, ⟦Yemen⟧.",
                "He comes from the city of ⟦Almelo⟧.",
            ],
        );
    }

    #[test]
    fn a_word_for_a_place_before_it_and_a_town_before_a_state() {
        check_all(
            Place,
            &[
                "It stands on the river ⟦Jacua⟧.",
                "I'm Helen Marsh, and this is ⟦Romney Marsh⟧.",
                "In ⟦Salem⟧, ⟦Mass.⟧, it rained, and in ⟦Dover⟧, ⟦Del.⟧, too.",
            ],
        );
    }

    #[test]
    fn a_way_leads_from_place_to_place() {
        check_all(
            Place,
            &[
                "They lay along the road between ⟦Djiboq⟧ and ⟦Namsigu⟧ again.",
                "The ferry from ⟦Velluk⟧ to ⟦Sikrano⟧ is late.",
                "It was the mayor of ⟦Sikrano⟧ again, and a senator for ⟦Velluk⟧.",
                "It lies off the coast of ⟦Sikrano⟧ and north of ⟦Velluk⟧.",
                "A war between Velluk and Sikrano began.",
            ],
        );
    }

    #[test]
    fn a_report_begins_with_its_town() {
        check_all(
            Place,
            &[
                "⟦PORT VELLUK⟧, ⟦Kenya⟧ — The wharf will be rebuilt again, and again, and so on.",
                "NO ENTRY - The wharf is closed again and again, and nobody said so.",
            ],
        );
    }

    #[test]
    fn text_without_capitals_has_places() {
        check_all(
            Place,
            &["the president flew from ⟦warsaw⟧ to the ⟦u . s .⟧ and told us nothing ."],
        );
    }
}
