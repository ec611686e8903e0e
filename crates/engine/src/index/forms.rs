//! Singular and plural of English words, by their endings: enough that `spy` finds `spies`, and
//! nothing that could surprise. Names, other languages and what is quoted are left alone.
//!
//! A stemmer in the manner of Harman's ("How effective is suffixing?", 1991), who found that
//! taking off no more than the plural does least harm. It knows `-ches`, `-shes`, `-sses` and
//! `-xes` besides.

/// Words that look like plurals of others.
const NO_PLURALS: [&str; 1] = ["news"];

/// All words with the same singular, itself among them; the singular first.
pub(super) fn forms(word: &str) -> Vec<String> {
    let singular = singular(word);
    let mut forms = vec![singular.clone(), word.to_owned()];
    if let Some(stem) = singular.strip_suffix('y') {
        forms.push(format!("{stem}ies"));
    }
    forms.push(format!("{singular}s"));
    forms.push(format!("{singular}es"));
    forms.retain(|form| self::singular(form) == singular);
    let mut known = vec![];
    forms.retain(|form| {
        !known.contains(form) && {
            known.push(form.clone());
            true
        }
    });
    forms
}

/// The singular of a word that looks like a plural; else the word.
fn singular(word: &str) -> String {
    if word.len() < 4 || NO_PLURALS.contains(&word) {
        return word.to_owned();
    }
    let Some(stem) = word.strip_suffix('s') else {
        return word.to_owned();
    };
    match stem {
        _ if stem.ends_with("ie") && stem.len() > 3 => format!("{}y", &stem[..stem.len() - 2]),
        _ if ["che", "she", "sse", "xe"]
            .iter()
            .any(|end| stem.ends_with(end)) =>
        {
            stem[..stem.len() - 1].to_owned()
        }
        _ if stem.ends_with(['s', 'u', 'i']) => word.to_owned(),
        _ => stem.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_same(words: &[&str]) {
        for word in words {
            for other in words {
                assert!(
                    forms(word).iter().any(|form| form == other),
                    "{word} finds {other}"
                );
            }
        }
    }

    #[test]
    fn singular_and_plural_find_each_other() {
        check_same(&["spy", "spies"]);
        check_same(&["bear", "bears"]);
        check_same(&["house", "houses"]);
        check_same(&["class", "classes"]);
        check_same(&["speech", "speeches"]);
        check_same(&["box", "boxes"]);
    }

    #[test]
    fn what_is_no_plural_stays_alone() {
        for word in ["news", "us", "is", "gas", "virus", "crisis", "class", "é"] {
            assert_eq!(singular(word), word);
        }
        assert!(!forms("new").contains(&"news".to_owned()));
    }
}
