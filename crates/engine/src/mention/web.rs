//! Web addresses, e-mail addresses and handles.

use super::Finder;
use super::claim::Claim;
use super::words::Words;
use super::{Kind, Recogniser};
use crate::text::{Class, Gap, Token};

pub(super) struct Web;

impl Recogniser for Web {
    fn claims(&self, words: &Words) -> Vec<Claim> {
        let mut claims = Vec::new();
        let mut at = 0;
        while at < words.len() {
            match address_end(words, at) {
                Some(end) => {
                    claims.push(Claim::new(at..end, Kind::Web, 99, Finder::Web));
                    at = end;
                }
                None => at += 1,
            }
        }
        claims
    }
}

fn address_end(words: &Words, at: usize) -> Option<usize> {
    let token = words.tokens[at];
    match token.class {
        Class::Mark if words.raw(at) == "@" => handle_end(words, at),
        Class::Word | Class::Number if token.gap != Gap::None || opens(words, at) => {
            scheme_end(words, at)
                .or_else(|| email_end(words, at))
                .or_else(|| host_end(words, at))
        }
        _ => None,
    }
}

/// Whether the mark before a token that touches it can stand before an address.
fn opens(words: &Words, at: usize) -> bool {
    at > 0
        && matches!(
            words.raw(at - 1),
            "(" | "[" | "<" | "\"" | "“" | "'" | ":" | "=" | ">" | "*"
        )
}

/// `https://…`.
fn scheme_end(words: &Words, at: usize) -> Option<usize> {
    if !matches!(words.word(at), "http" | "https" | "ftp" | "hxxp" | "hxxps") {
        return None;
    }
    if (1..=3).any(|k| at + k >= words.len()) {
        return None;
    }
    if words.raw(at + 1) != ":" || words.raw(at + 2) != "/" || words.raw(at + 3) != "/" {
        return None;
    }
    let end = touching_end(words, at + 4);
    (end > at + 4).then_some(end)
}

/// The end of a run of tokens that touch, without the marks that close the sentence around it.
fn touching_end(words: &Words, from: usize) -> usize {
    // A stray quote inside an address is followed by more of it.
    let goes_on = |at: usize| at + 1 < words.len() && words.raw(at + 1) == "-";
    let run = (from..words.len())
        .take_while(|&at| {
            words.tokens[at].gap == Gap::None
                && (!matches!(words.raw(at), "<" | ">" | "\"" | "”" | "“" | "»")
                    || words.raw(at) == "\"" && goes_on(at))
        })
        .count();
    let mut end = from + run;
    let mut open = (from..end).filter(|&at| words.raw(at) == "(").count();
    while end > from {
        match words.raw(end - 1) {
            ")" if open > 0 => break,
            "." | "," | ";" | ":" | "!" | "?" | ")" | "]" | "'" | "’" | "*" | "…" => end -= 1,
            "(" => {
                open -= 1;
                end -= 1;
            }
            _ => break,
        }
    }
    end
}

/// `name@host.tld`.
fn email_end(words: &Words, at: usize) -> Option<usize> {
    let run = (at + 1..words.len())
        .take_while(|&next| words.tokens[next].gap == Gap::None)
        .take_while(|&next| {
            words.tokens[next].class != Class::Mark
                || matches!(words.raw(next), "." | "-" | "_" | "+" | "@")
        })
        .take(40)
        .count();
    let end = at + 1 + run;
    let sign = (at + 1..end).find(|&next| words.raw(next) == "@")?;
    let end = trim_marks(words, sign + 1, end);
    let has_domain = (sign + 1..end).any(|next| words.raw(next) == ".");
    (has_domain && end > sign + 2).then_some(end)
}

fn trim_marks(words: &Words, from: usize, end: usize) -> usize {
    (from..end)
        .rev()
        .find(|&at| words.tokens[at].class != Class::Mark)
        .map_or(from, |at| at + 1)
}

/// `www.host.tld/path` or `host.tld/path`, with a top-level domain that is no English word.
fn host_end(words: &Words, at: usize) -> Option<usize> {
    const DOMAINS: &[&str] = &[
        "com", "org", "net", "edu", "gov", "mil", "int", "nl", "de", "uk", "fr", "ru", "eu", "io",
        "ch", "se", "pl", "cz", "ua", "cn", "jp", "au", "ca", "info", "onion", "es", "tv", "co",
        "onion", "biz", "kr", "br",
    ];
    let touches = |at: usize| at < words.len() && words.tokens[at].gap == Gap::None;
    let mut end = at + 1;
    let mut labels = 1;
    while touches(end)
        && touches(end + 1)
        && matches!(words.raw(end), "." | "-")
        && is_label(words.tokens[end + 1])
    {
        labels += usize::from(words.raw(end) == ".");
        end += 2;
    }
    let www = words.word(at) == "www" && labels > 2;
    let named = labels > 1 && DOMAINS.contains(&words.word(end - 1)) && words.raw(end - 2) == ".";
    if !www && !named {
        return None;
    }
    if touches(end) && words.raw(end) == "/" {
        return Some(touching_end(words, end));
    }
    Some(end)
}

fn is_label(token: Token) -> bool {
    matches!(token.class, Class::Word | Class::Number)
}

/// `@name`, with nothing but a space or an opening bracket before it.
fn handle_end(words: &Words, at: usize) -> Option<usize> {
    if words.tokens[at].gap == Gap::None
        && at > 0
        && !matches!(words.raw(at - 1), "(" | "[" | "\"" | "“" | "." | "/" | ":")
    {
        return None;
    }
    let run = (at + 1..words.len())
        .take_while(|&next| words.tokens[next].gap == Gap::None)
        .take_while(|&next| {
            words.tokens[next].class == Class::Word
                || words.tokens[next].class == Class::Number
                || words.raw(next) == "_"
        })
        .count();
    (run > 0).then_some(at + 1 + run)
}

#[cfg(test)]
mod tests {
    use crate::mention::Kind::Web;
    use crate::mention::marked::check_all;

    #[test]
    fn addresses_in_a_sentence() {
        check_all(
            Web,
            &["See ⟦https://example.org/a/b?c=d#e⟧. Or (⟦www.example.org⟧), or ⟦example.com/x⟧!"],
        );
    }

    #[test]
    fn mail_and_handles() {
        check_all(
            Web,
            &["Write to ⟦k.whitfield@archive.example.org⟧ or to ⟦@RobynCurnowCNN⟧."],
        );
    }

    #[test]
    fn what_only_looks_like_one() {
        check_all(
            Web,
            &["He paid 3.5 and left at 10:30, e.g. for a.m. tea @ home."],
        );
    }
}
