//! The language of a text, told by the words that it cannot do without.

use super::Fact;

/// Words that every text of a language is full of, and texts of the others are not.
const COMMON: [(&str, &[&str]); 12] = [
    (
        "en",
        &[
            "the", "of", "and", "to", "that", "was", "with", "is", "for", "by", "from", "this",
        ],
    ),
    (
        "nl",
        &[
            "het", "een", "van", "niet", "dat", "zijn", "aan", "voor", "ook", "deze", "werd",
            "wordt",
        ],
    ),
    (
        "de",
        &[
            "der", "und", "nicht", "das", "ist", "eine", "mit", "auch", "sich", "dem", "wurde",
            "für",
        ],
    ),
    (
        "fr",
        &[
            "les", "des", "est", "dans", "une", "pour", "qui", "pas", "sur", "avec", "cette", "été",
        ],
    ),
    (
        "es",
        &[
            "los", "las", "una", "por", "con", "para", "como", "pero", "más", "del", "fue", "este",
        ],
    ),
    (
        "it",
        &[
            "che", "di", "non", "gli", "della", "per", "sono", "con", "una", "anche", "più", "nel",
        ],
    ),
    (
        "pt",
        &[
            "não", "uma", "os", "dos", "com", "para", "mais", "foi", "pelo", "são", "ao", "também",
        ],
    ),
    (
        "sv",
        &[
            "och", "att", "det", "som", "är", "av", "inte", "den", "till", "från", "ett", "har",
        ],
    ),
    (
        "da",
        &[
            "og", "det", "at", "ikke", "af", "til", "er", "som", "på", "blev", "har", "fra",
        ],
    ),
    (
        "pl",
        &[
            "nie", "się", "jest", "na", "że", "do", "przez", "tego", "jak", "był", "oraz", "został",
        ],
    ),
    (
        "ru",
        &[
            "и", "в", "не", "на", "что", "с", "по", "как", "это", "из", "был", "для",
        ],
    ),
    (
        "uk",
        &[
            "і", "в", "не", "на", "що", "з", "та", "як", "це", "до", "був", "для",
        ],
    ),
];

/// How many words are looked at, and how many of them must be common in the language.
const LOOKED_AT: usize = 2_000;
const ONE_IN: usize = 12;

/// Words in the shortest text whose language can be told.
const SHORTEST: usize = 20;

/// The language a text is written in, by its most common words.
pub(super) fn language(text: &str) -> Option<Fact<String>> {
    let mut counts = [0; COMMON.len()];
    let mut looked_at = 0;
    let words = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|w| !w.is_empty());
    for word in words.take(LOOKED_AT) {
        looked_at += 1;
        // None of the common words is longer.
        if word.len() > 12 {
            continue;
        }
        let word = word.to_lowercase();
        for (count, (_, common)) in counts.iter_mut().zip(COMMON) {
            *count += usize::from(common.contains(&word.as_str()));
        }
    }
    let best = (0..counts.len()).max_by_key(|&at| (counts[at], std::cmp::Reverse(at)))?;
    let second = (0..counts.len())
        .filter(|&at| at != best)
        .map(|at| counts[at])
        .max()?;
    let clear = counts[best] * ONE_IN >= looked_at && 2 * counts[best] >= 3 * second;
    (looked_at >= SHORTEST && clear).then(|| {
        let (tag, _) = COMMON[best];
        let reason = format!(
            "{} of its first {looked_at} words are common in it",
            counts[best]
        );
        Fact::inferred(tag, reason)
    })
}
