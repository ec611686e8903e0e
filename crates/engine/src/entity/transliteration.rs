//! Names from other scripts, whose letters are put into ours in more than one way.
//!
//! A skeleton is what the usual systems for Cyrillic and Arabic leave alike: `Sergey`, `Sergei`
//! and `Sergej`, `Khashoggi` and `Hashoggi`. It is meant for names as `compared` leaves them:
//! small letters without accents.

/// What is written in several ways and what stands for all of them; longer ones first.
const WAYS: &[(&str, &str)] = &[
    ("shch", "\u{1}"),
    ("tsch", "ch"),
    ("tch", "ch"),
    ("dzh", "j"),
    ("iou", "u"),
    ("yuri", "uri"),
    ("kh", "h"),
    ("ks", "x"),
    ("ou", "u"),
    ("oo", "u"),
    ("yu", "u"),
    ("ju", "u"),
    ("iu", "u"),
    ("ya", "a"),
    ("ja", "a"),
    ("ia", "a"),
    ("ye", "e"),
    ("je", "e"),
    ("iy", "i"),
    ("ij", "i"),
    ("ii", "i"),
    ("ey", "i"),
    ("ei", "i"),
    ("ej", "i"),
    ("yi", "i"),
    ("yy", "i"),
    ("ay", "ai"),
    ("aj", "ai"),
    ("oy", "oi"),
    ("oj", "oi"),
    ("ee", "i"),
    ("dh", "d"),
    ("gh", "g"),
    ("q", "k"),
    ("w", "v"),
    ("y", "i"),
];

/// Given names from Arabic whose vowels waver too, each under its first form.
const GIVEN: &[&[&str]] = &[
    &["ahmed", "ahmad", "achmed"],
    &[
        "hussein", "husayn", "hussain", "husain", "husein", "hossein",
    ],
    &[
        "mohammed", "muhammad", "mohamed", "mohammad", "muhammed", "mohamad", "mohamud",
    ],
    &["osama", "usama"],
    &["abdullah", "abdallah", "abdulla"],
    &["yusuf", "yousef", "youssef", "yousuf", "yusef"],
];

/// What is left of a name's words, joined by spaces, once all ways of writing them are one.
pub(super) fn skeleton(words: &str) -> String {
    let words: Vec<String> = words.split(' ').map(of_word).collect();
    words.join(" ")
}

fn of_word(word: &str) -> String {
    // Short words have too little in them to be told apart otherwise.
    if word.chars().count() < 4 {
        return word.to_owned();
    }
    let family = GIVEN.iter().find(|family| family.contains(&word));
    let word = family.map_or(word, |family| family[0]);
    let mut skeleton = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(next) = rest.chars().next() {
        let way = WAYS.iter().find(|(way, _)| rest.starts_with(way));
        let (read, written) = way.map_or((next.len_utf8(), None), |(way, one)| {
            (way.len(), Some(*one))
        });
        match written {
            Some(written) => skeleton.push_str(written),
            None if skeleton.ends_with(next) => {}
            None => skeleton.push(next),
        }
        rest = &rest[read..];
    }
    skeleton
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn one(forms: &str) {
        let forms: Vec<&str> = forms.split(" = ").collect();
        for pair in forms.windows(2) {
            assert_eq!(skeleton(pair[0]), skeleton(pair[1]), "{pair:?}");
        }
    }

    #[track_caller]
    fn apart(one: &str, other: &str) {
        assert_ne!(skeleton(one), skeleton(other));
    }

    #[test]
    fn one_name_in_other_letters_is_one() {
        one("sergey = sergei = sergej");
        one("dmitri = dmitry = dmitriy = dmitrij");
        one("aleksei = alexey = alexei");
        one("yevgeny = evgeny = evgenii = jevgenij");
        one("khodorkovsky = khodorkovskiy = hodorkovski");
        one("mohammed = muhammad = mohamed");
        one("qaddafi = qadafi = kaddafi");
        one("yulia = julia = iulia");
        one("wladimir = vladimir");
    }

    #[test]
    fn other_names_stay_apart() {
        apart("john", "jon");
        apart("marie", "mary");
        apart("fischer", "fisher");
        apart("stephen", "steven");
        apart("martin", "martina");
        apart("lee", "li");
    }
}
