//! How a name is spelled where it stands: without what does not belong to it.

use crate::text::{Class, Token, tokens};

/// A mention's name without an article before it and a possessive after it, white space evened.
pub(crate) fn spelling(mention: &str) -> String {
    let found = tokens(mention);
    let core = without_article(mention, &found);
    spelled(mention, core).unwrap_or_else(|| mention.to_owned())
}

/// What these tokens of a text cover.
pub(super) fn spelled(text: &str, tokens: &[Token]) -> Option<String> {
    let (first, last) = (tokens.first()?, tokens.last()?);
    let spelling = text.get(first.span.range().start..last.span.range().end)?;
    Some(spelling.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A name's tokens without an article before and a possessive after.
pub(super) fn without_article<'t>(text: &str, found: &'t [Token]) -> &'t [Token] {
    const ARTICLES: [&str; 3] = ["the", "a", "an"];
    let is_article = |token: &Token| {
        let word = token.span.of(text);
        ARTICLES
            .iter()
            .any(|article| article.eq_ignore_ascii_case(word))
    };
    // The `A.` of a first name is none.
    let is_initial = |rest: &[Token]| rest.first().is_some_and(|next| next.span.of(text) == ".");
    let mut core = found;
    while let [first, rest @ ..] = core
        && !rest.is_empty()
        && is_article(first)
        && !is_initial(rest)
    {
        core = rest;
    }
    while let [rest @ .., last] = core
        && !rest.is_empty()
        && last.class == Class::Clitic
    {
        core = rest;
    }
    core
}
