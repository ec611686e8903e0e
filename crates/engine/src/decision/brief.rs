//! Decisions as they travel in links: on one line, without who and when.

use super::print::{act, line, string};
use super::{By, Decision, Refused, parse};

/// A decision as a link says it: what is to be done, and why.
pub fn brief(decision: &Decision) -> String {
    let mut pairs = act(&decision.act);
    if !decision.note.is_empty() {
        pairs.push(line("note", string(&decision.note)));
    }
    let close = |pair: &String| pair.replacen(" = ", "=", 1);
    let pairs: Vec<String> = pairs.iter().map(close).collect();
    pairs.join(" ")
}

/// The decision that a link says, as that of whoever sent it; or what is wrong with it.
///
/// # Errors
/// If it is no decision, or several.
pub fn parse_brief(said: &str) -> Result<Decision, Refused> {
    let (decisions, refused) = parse(&format!("[[decision]] {said}"));
    if let Some(refusal) = refused.into_iter().next() {
        return Err(refusal);
    }
    let mut decisions = decisions.into_iter();
    match (decisions.next(), decisions.next()) {
        (Some((_, decision)), None) => Ok(Decision {
            by: By::Sender,
            ..decision
        }),
        _ => Err(Refused {
            byte: 0,
            says: "this is not one decision".to_owned(),
            remedy: "Ask whoever sent the link for the file of decisions.".to_owned(),
        }),
    }
}
