//! What is typed in our query language, as far as the bench draws it, in tantivy's own queries.

use tantivy::Term;
use tantivy::query::{
    BooleanQuery, FuzzyTermQuery, Occur, PhraseQuery, Query, RegexQuery, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

type Made = tantivy::Result<Box<dyn Query>>;

/// The query that something typed stands for: words, `a OR b`, `a -b`, `"a b"`, `"a b"~10`, `a*`,
/// `a~1`.
pub(crate) fn query(field: Field, typed: &str) -> Made {
    let typed = typed.trim();
    if let Some(quoted) = typed.strip_prefix('"') {
        let (words, near) = quoted.split_once('"').unwrap_or((quoted, ""));
        let near = near.strip_prefix('~').and_then(|near| near.parse().ok());
        return Ok(phrase(field, words, near.unwrap_or(0)));
    }
    if let Some((one, other)) = typed.split_once(" OR ") {
        return Ok(joined(
            field,
            [(Occur::Should, one), (Occur::Should, other)],
        ));
    }
    if let Some((one, other)) = typed.split_once(" -") {
        return Ok(joined(field, [(Occur::Must, one), (Occur::MustNot, other)]));
    }
    if let Some(start) = typed.strip_suffix('*') {
        let any_ending = format!("{}.*", tokens(start).join(""));
        return Ok(Box::new(RegexQuery::from_pattern(&any_ending, field)?));
    }
    if let Some((word, slips)) = typed.split_once('~') {
        let term = Term::from_field_text(field, &tokens(word).join(""));
        let slips = slips.parse().unwrap_or(1);
        return Ok(Box::new(FuzzyTermQuery::new(term, slips, true)));
    }
    let words = typed.split(' ').map(|word| (Occur::Must, word));
    Ok(joined(field, words))
}

fn joined<'a>(field: Field, words: impl IntoIterator<Item = (Occur, &'a str)>) -> Box<dyn Query> {
    let clauses = words
        .into_iter()
        .map(|(occur, word)| (occur, phrase(field, word, 0)));
    Box::new(BooleanQuery::new(clauses.collect()))
}

/// Words in their order; one word more often than not.
fn phrase(field: Field, words: &str, near: u32) -> Box<dyn Query> {
    let terms = tokens(words).into_iter();
    let terms: Vec<Term> = terms
        .map(|word| Term::from_field_text(field, &word))
        .collect();
    match <[Term; 1]>::try_from(terms) {
        Ok([term]) => Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)),
        Err(terms) if terms.is_empty() => Box::new(BooleanQuery::new(Vec::new())),
        Err(terms) => {
            let mut phrase = PhraseQuery::new(terms);
            phrase.set_slop(near);
            Box::new(phrase)
        }
    }
}

/// As tantivy's own tokenizer cuts and folds words.
fn tokens(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}
