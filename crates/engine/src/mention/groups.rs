//! Hacking groups: listed ones, numbered ones, and names of an unmistakable pattern.

use std::collections::BTreeMap;

use super::claim::Claim;
use super::lexicon::{Is, List, lexicon};
use super::words::{Casing, Words};
use super::{Finder, Kind, Recogniser};
use crate::text::Gap;

pub(super) struct Groups;

impl Recogniser for Groups {
    fn claims(&self, words: &Words) -> Vec<Claim> {
        let hacking = Hacking::of(words);
        let mut claims: Vec<Claim> = listed_groups(words, &hacking);
        for at in 0..words.len() {
            claims.extend(numbered(words, at, &hacking));
            claims.extend(two_word_name(words, at, &hacking));
            claims.extend(dubbed(words, at, &hacking));
        }
        let again = named_again(words, &claims);
        claims.extend(again);
        claims
    }
}

/// What is a group's name of several words in one sentence is so in all.
fn named_again(words: &Words, claims: &[Claim]) -> Vec<Claim> {
    let several = claims.iter().filter(|claim| claim.tokens.len() > 1);
    let names: BTreeMap<&str, (String, usize)> = several
        .map(|claim| {
            let first = words.word(claim.tokens.start);
            (first, (words.key(claim.tokens.clone()), claim.tokens.len()))
        })
        .collect();
    let again = |at: usize| {
        let (key, count) = names.get(words.word(at))?;
        let tokens = at..at + count;
        let same = tokens.end <= words.len()
            && words.together(at, tokens.end - 1)
            && words.key(tokens.clone()) == *key;
        same.then(|| Claim::new(tokens, Kind::Group, 88, Finder::Groups))
    };
    (0..words.len()).filter_map(again).collect()
}

/// Where a document speaks of hacking.
struct Hacking {
    /// For each sentence, whether it or a neighbour does.
    near: Vec<bool>,
    /// Whether so many sentences do that the document is about it.
    is_report: bool,
}

/// Of so many sentences one at least speaks of hacking in a document about it.
const REPORT: usize = 6;

impl Hacking {
    fn of(words: &Words) -> Self {
        let sentences = words.sentences.iter();
        let speaks: Vec<bool> = sentences
            .map(|sentence| {
                let mut tokens = sentence.tokens.clone();
                tokens.any(|at| words.is(at, Is::Hacking) || is_surely_numbered(words.word(at)))
            })
            .collect();
        let near = (0..speaks.len()).map(|number| {
            let from = number.saturating_sub(1);
            let to = speaks.len().min(number + 2);
            speaks[from..to].contains(&true)
        });
        let count = speaks.iter().filter(|speaks| **speaks).count();
        Self {
            near: near.collect(),
            is_report: count > 2 && count * REPORT >= speaks.len(),
        }
    }

    /// Whether it is spoken of near a word.
    fn is_near(&self, words: &Words, at: usize) -> bool {
        let number = words.sentence_number(at);
        self.near.get(number).copied().unwrap_or_default()
    }

    /// Whether a name there that is no ordinary word may be a group's.
    fn is_context(&self, words: &Words, at: usize) -> bool {
        self.is_report || self.is_near(words, at)
    }
}

fn listed_groups(words: &Words, hacking: &Hacking) -> Vec<Claim> {
    words
        .phrases
        .iter()
        .filter(|phrase| phrase.entry.list == List::Groups)
        .filter_map(|phrase| {
            let range = phrase.start..phrase.end;
            let ordinary = range.len() == 1 && words.is(phrase.start, Is::Ordinary);
            let needs_context = phrase.entry.doubtful || ordinary || phrase.end - phrase.start == 1;
            let said = match phrase.entry.doubtful || ordinary {
                true => hacking.is_near(words, phrase.start),
                false => hacking.is_context(words, phrase.start),
            };
            (said || !needs_context).then(|| {
                Claim::new(
                    range,
                    Kind::Group,
                    if said { 97 } else { 85 },
                    Finder::Groups,
                )
            })
        })
        .collect()
}

/// `apt29`, `unc2452`: what nothing else is called.
fn is_surely_numbered(word: &str) -> bool {
    let number = word
        .strip_prefix("apt")
        .or_else(|| word.strip_prefix("unc"));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

/// `APT29`, `APT 29`, `UNC-2452`.
fn numbered(words: &Words, at: usize, hacking: &Hacking) -> Option<Claim> {
    let word = words.word(at);
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = word.len() - letters.len();
    if !lexicon().traits_of(letters).has(Is::GroupNumber)
        || words.casing(at) == Casing::Mixed && !words.shape(at).is_capitalised()
    {
        return None;
    }
    let end = match digits {
        0 => number_after(words, at)?,
        _ => at + 1,
    };
    let sure = matches!(letters, "apt" | "unc");
    (sure || hacking.is_context(words, at))
        .then(|| Claim::new(at..end, Kind::Group, 95, Finder::Groups))
}

/// The end of a number that follows a word, with or without a hyphen.
fn number_after(words: &Words, at: usize) -> Option<usize> {
    let is_number =
        |at: usize| at < words.len() && words.word(at).bytes().all(|b| b.is_ascii_digit());
    let next = at + 1;
    if next >= words.len() || words.tokens[next].gap == Gap::Paragraph {
        return None;
    }
    if matches!(words.raw(next), "-" | "–") && is_number(next + 1) {
        return Some(next + 2);
    }
    let spaced = matches!(words.word(at), "apt" | "unc" | "storm");
    (spaced && is_number(next)).then_some(next + 1)
}

/// `Cozy Bear`: any word before an animal or weather of the naming schemes.
fn two_word_name(words: &Words, at: usize, hacking: &Hacking) -> Option<Claim> {
    if at == 0 || !words.is(at, Is::GroupSecond) || !hacking.is_context(words, at) {
        return None;
    }
    let first = at - 1;
    let same = words.sentence_number(first) == words.sentence_number(at);
    let capital = words.shape(first).is_capitalised() && words.shape(at).is_capitalised();
    let first_is_name = capital && !words.is(first, Is::Function);
    (same && first_is_name).then(|| Claim::new(first..at + 1, Kind::Group, 90, Finder::Groups))
}

/// `a group dubbed “X”`, `hackers known as X`.
fn dubbed(words: &Words, at: usize, hacking: &Hacking) -> Option<Claim> {
    let named = match words.word(at) {
        "call" | "calls" if matches!(words.after(at + 1), "it" | "them") => at + 2,
        "dubbed" | "nicknamed" | "called" | "calls" | "call" | "codenamed" | "named" => at + 1,
        "known" | "tracked" | "track" | "tracks" if words.after(at + 1) == "as" => at + 2,
        "track" | "tracks"
            if matches!(words.after(at + 1), "it" | "them") && words.after(at + 2) == "as" =>
        {
            at + 3
        }
        "itself" => at + 1,
        _ => return None,
    };
    if !hacking.is_near(words, at) {
        return None;
    }
    let from = at.saturating_sub(6).max(words.sentence(at).tokens.start);
    // In a report on hacking, what is tracked is a group.
    let tracked = hacking.is_report && words.word(at).starts_with("track");
    let told = tracked || (from..at).any(|before| words.is(before, Is::HackingBody));
    told.then_some(())?;
    let mut start = named;
    while matches!(words.word_near(at, Some(start)), "\"" | "'" | "the") {
        start += 1;
    }
    let is_part = |next: usize| {
        words.sentence_number(next) == words.sentence_number(at)
            && (words.looks_like_name(next) || words.shape(next).is_capitalised())
    };
    let run = (start..words.len())
        .take_while(|&next| is_part(next))
        .take(3)
        .count();
    (run > 0).then(|| Claim::new(start..start + run, Kind::Group, 85, Finder::Groups))
}

#[cfg(test)]
mod tests {
    use crate::mention::Kind::Group;
    use crate::mention::marked::{check, check_all};

    #[test]
    fn published_names_are_listed() {
        check_all(
            Group,
            &[
                "The hackers of ⟦Fancy Bear⟧ attacked the server.",
                "⟦Sandworm⟧ used new malware.",
            ],
        );
    }

    #[test]
    fn numbered_groups() {
        check_all(
            Group,
            &[
                "Researchers say ⟦APT29⟧ and ⟦UNC2452⟧ share malware.",
                "The group ⟦APT 41⟧ hacked it.",
            ],
        );
    }

    #[test]
    fn animals_and_weather_of_the_naming_schemes() {
        check_all(
            Group,
            &["The attack was the work of ⟦Velvet Panda⟧, a hacking group."],
        );
    }

    #[test]
    fn a_group_that_is_dubbed_so() {
        check_all(
            Group,
            &[
                "A hacking group dubbed “⟦Quiet Harvest⟧” stole the e-mails.",
                "hackers known as ⟦quietharvest⟧ stole the emails from the servers .",
            ],
        );
    }

    #[test]
    fn what_a_report_tracks_is_a_group_and_stays_one() {
        let about = "The malware came by e-mail. A phishing site was found. The backdoor waits. ";
        check(
            Group,
            &format!(
                "{about}It is what Velluk tracks as ⟦Rusted Velluk⟧. ⟦Rusted Velluk⟧ went quiet."
            ),
        );
    }

    #[test]
    fn a_report_on_hacking_is_context_for_all_of_its_sentences() {
        let about = "The malware came by e-mail. A phishing site was found. The backdoor waits. ";
        let overlap = "It rained. It snowed. There is an overlap with ⟦TA544⟧. It hailed.";
        check(Group, &format!("{about}{overlap}"));
        check(Group, &overlap.replace(['⟦', '⟧'], ""));
    }

    #[test]
    fn ordinary_words_need_the_context() {
        check_all(
            Group,
            &[
                "The snake and the maze were part of the play.",
                "A polar bear walked by; the fancy dress was red.",
            ],
        );
    }
}
