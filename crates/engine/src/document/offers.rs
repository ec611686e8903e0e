//! Offers: what may be damaged, but may also be meant. An editor decides; nothing is changed.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// A change that may put something right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// What would be replaced, in [`super::Document::text`].
    pub span: Span,
    /// What would stand there.
    pub after: String,
    /// Why.
    pub doubt: Doubt,
}

/// Why a change is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Doubt {
    /// A word in two pieces that stands in one piece elsewhere: `in to`.
    SplitWord,
    /// Two words in one, of which one stands alone elsewhere: `intelligenceand`.
    JoinedWords,
    /// A word spelled as no other but for one letter of a word that stands elsewhere.
    Spelling,
    /// A bracket that is closed and was not opened.
    Bracket,
    /// No space after the end of a sentence.
    MissingSpace,
}

impl Doubt {
    /// What may be wrong, in a word or two for people.
    pub fn name(self) -> &'static str {
        match self {
            Doubt::SplitWord => "word in two pieces",
            Doubt::JoinedWords => "two words in one",
            Doubt::Spelling => "spelling",
            Doubt::Bracket => "bracket not opened",
            Doubt::MissingSpace => "missing space",
        }
    }
}

/// Bytes of the longest text in which doubts are looked for.
const LONGEST_TEXT: usize = 2 << 20;

/// How many there may be; with more, it is the looking that is wrong.
const MOST: usize = 200;

/// Letters of the shortest word whose spelling is doubted, or that is looked for in another.
const SHORTEST_WORD: usize = 8;

/// All offers, in the order of the text.
pub(super) fn offers(text: &str) -> Vec<Offer> {
    if text.len() > LONGEST_TEXT {
        return Vec::new();
    }
    let words = long_words(text);
    let book = Vocabulary::of(text, &words);
    let mut offers = split_words(text);
    offers.extend(words.iter().filter_map(|word| {
        let offered = |after, doubt| Offer {
            span: word.span,
            after,
            doubt,
        };
        let two = joined_words(text, word, &book);
        two.map(|after| offered(after, Doubt::JoinedWords))
            .or_else(|| Some(offered(book.lengthened(text, word)?, Doubt::Spelling)))
    }));
    offers.extend(brackets(text));
    offers.extend(missing_spaces(text));
    offers.sort_by_key(|offer| offer.span);
    offers.truncate(MOST);
    offers
}

/// A long word, told apart from others by a hash of its small letters.
struct Word {
    span: Span,
    hash: u64,
}

/// The words of at least [`SHORTEST_WORD`] letters, all of them ASCII.
fn long_words(text: &str) -> Vec<Word> {
    let pieces = text.split(|c: char| !c.is_alphabetic());
    let long = pieces.filter(|word| word.len() >= SHORTEST_WORD && word.is_ascii());
    let word = |word: &str| {
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        Word {
            span: Span::new(at, at + word.len()),
            hash: hash(word.bytes()),
        }
    };
    long.map(word).collect()
}

/// FNV-1a, 64 bits (Fowler, Noll and Vo), of small letters.
fn hash(letters: impl Iterator<Item = u8>) -> u64 {
    letters.fold(0xcbf2_9ce4_8422_2325, |hash, letter| {
        (hash ^ u64::from(letter.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3)
    })
}

/// How often each long word stands in a text.
struct Vocabulary {
    /// The hashes of all words, in order.
    hashes: Vec<u64>,
    /// Words that stand more than once, by the hash of what is left of them without one inner
    /// letter, in order.
    shortened: Vec<(u64, Span)>,
}

impl Vocabulary {
    fn of(text: &str, words: &[Word]) -> Self {
        let mut by_hash: Vec<(u64, Span)> = words.iter().map(|w| (w.hash, w.span)).collect();
        by_hash.sort_unstable();
        let repeated = by_hash
            .chunk_by(|a, b| a.0 == b.0)
            .filter(|same| same.len() > 1);
        let mut shortened: Vec<(u64, Span)> = repeated
            .flat_map(|same| {
                let (_, span) = same[0];
                let word = span.of(text).as_bytes();
                let kept = move |gone: usize| (0..word.len()).filter(move |&at| at != gone);
                inner_letters(word.len())
                    .map(move |gone| (hash(kept(gone).map(|at| word[at])), span))
            })
            .collect();
        shortened.sort_unstable();
        Self {
            hashes: by_hash.into_iter().map(|(hash, _)| hash).collect(),
            shortened,
        }
    }

    fn count(&self, hash: u64) -> usize {
        let start = self.hashes.partition_point(|&known| known < hash);
        self.hashes[start..].partition_point(|&known| known == hash)
    }

    /// The word that stands more often and has one inner letter more than one that stands once.
    fn lengthened(&self, text: &str, word: &Word) -> Option<String> {
        if self.count(word.hash) > 1 {
            return None;
        }
        let at = self
            .shortened
            .partition_point(|&(hash, _)| hash < word.hash);
        let (hash, longer) = self.shortened.get(at)?;
        let longer = longer.of(text);
        let is_longer = *hash == word.hash && longer.len() == word.span.len() + 1;
        is_longer.then(|| as_in(word.span.of(text), longer))
    }
}

/// A word in the capitals of another.
fn as_in(capitals: &str, word: &str) -> String {
    if capitals.starts_with(|c: char| c.is_ascii_uppercase()) {
        word.to_owned()
    } else {
        word.to_ascii_lowercase()
    }
}

/// The letters of a word that an ending does not change.
fn inner_letters(len: usize) -> std::ops::Range<usize> {
    1..len.saturating_sub(3)
}

/// `in to` where the text has `into` elsewhere.
fn split_words(text: &str) -> Vec<Offer> {
    let mut offers = Vec::new();
    for (split, joined) in [(" in to ", "into"), (" on to ", "onto")] {
        let mut places = text.match_indices(split).peekable();
        if places.peek().is_none() || !text.contains(&format!(" {joined} ")) {
            continue;
        }
        offers.extend(places.map(|(at, _)| Offer {
            span: Span::new(at + 1, at + split.len() - 1),
            after: joined.to_owned(),
            doubt: Doubt::SplitWord,
        }));
    }
    offers
}

/// The two words of one that stands once: one that stands elsewhere, and a small word.
fn joined_words(text: &str, word: &Word, book: &Vocabulary) -> Option<String> {
    const SMALL: [&str; 12] = [
        "and", "the", "that", "with", "from", "was", "were", "which", "have", "has", "for", "their",
    ];
    let whole = word.span.of(text);
    let small = SMALL.iter().find(|small| whole.ends_with(**small))?;
    let (first, _) = whole.split_at(whole.len() - small.len());
    let known = first.len() >= SHORTEST_WORD && book.count(hash(first.bytes())) > 0;
    (known && book.count(word.hash) == 1).then(|| format!("{first} {small}"))
}

/// A closing bracket without an opening one in its sentence.
fn brackets(text: &str) -> Vec<Offer> {
    let mut offers = Vec::new();
    let (mut open, mut sentence) = (0_usize, 0);
    let mut before = '\n';
    for (at, ch) in text.char_indices() {
        match ch {
            '\n' => (open, sentence) = (0, at + 1),
            '(' => open += 1,
            ')' if open == 0 && is_lone(text, sentence, at) => offers.push(Offer {
                span: Span::new(sentence, at + 1),
                after: with_single_spaces(&format!("( {}", &text[sentence..=at])),
                doubt: Doubt::Bracket,
            }),
            ')' => {
                open = open.saturating_sub(1);
                sentence = at + 1;
            }
            ' ' if sentence == at || matches!(before, '.' | '!' | '?') && open == 0 => {
                sentence = at + 1;
            }
            _ => {}
        }
        before = ch;
    }
    offers
}

/// A phrase whose spaces were meant as no more than spaces between words.
fn with_single_spaces(phrase: &str) -> String {
    phrase.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a bracket ends a few words, and not a number of a list or a face.
fn is_lone(text: &str, sentence: usize, at: usize) -> bool {
    const LONGEST: usize = 80;
    let words = text[sentence..at].trim();
    let last = words.rsplit(' ').next().unwrap_or_default();
    words.len() <= LONGEST && words.contains(' ') && last.len() > 2
}

/// `ended.The`, which is no host, file or abbreviation.
fn missing_spaces(text: &str) -> Vec<Offer> {
    let ends = text.match_indices('.').filter(|&(at, _)| {
        let before = text[..at].chars().rev().take(3);
        let mut after = text[at + 1..].chars();
        let small = before.clone().count() == 3 && before.into_iter().all(char::is_lowercase);
        small
            && after.next().is_some_and(char::is_uppercase)
            && after
                .clone()
                .take_while(|c| c.is_lowercase())
                .take(2)
                .count()
                == 2
            && !after
                .take_while(|c| !c.is_whitespace())
                .any(|c| c == '.' || c == '/')
    });
    let offer = |(at, _): (usize, &str)| Offer {
        span: Span::new(at, at + 1),
        after: ". ".to_owned(),
        doubt: Doubt::MissingSpace,
    };
    ends.map(offer).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is offered, as `before → after`.
    fn check(text: &str, expected: &[&str]) {
        let offers = offers(text);
        let shown: Vec<String> = offers
            .iter()
            .map(|offer| format!("{} → {}", offer.span.of(text), offer.after))
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_word_in_pieces_is_offered_whole_if_it_stands_so_elsewhere() {
        check(
            "They broke into one and hacked in to another.",
            &["in to → into"],
        );
        check("They came in to rest.", &[]);
    }

    #[test]
    fn two_words_in_one_are_offered_apart() {
        check(
            "The harbourmaster, the harbourmasterand her cat.",
            &["harbourmasterand → harbourmaster and"],
        );
        check("An island, and a mainland.", &[]);
    }

    #[test]
    fn a_word_that_lacks_a_letter_is_offered_with_it() {
        check(
            "Harlingen is far. In Harlingen it rains. See Harligen.",
            &["Harligen → Harlingen"],
        );
        check("A statement, two statements, two statements.", &[]);
    }

    #[test]
    fn a_bracket_that_was_not_opened_is_offered() {
        check(
            "You are here. Log out / Change )",
            &["Log out / Change ) → ( Log out / Change )"],
        );
        check("(It rained. It stopped.) 1) one, a) two :)", &[]);
    }

    #[test]
    fn a_sentence_without_a_space_before_it_is_offered_one() {
        check("It rained.Then it stopped. See example.com.", &[". → . "]);
    }
}
