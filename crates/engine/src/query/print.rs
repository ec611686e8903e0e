//! Prints a query so that it reads as it was meant: `Query::parse(&query.to_string())` gives it
//! back.

use std::fmt::{self, Display, Formatter};

use super::{Clause, Phrase, Query, Reach, Spread};

impl Display for Query {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Some(clause) = &self.clause else {
            return Ok(());
        };
        let printed = clause.to_string();
        f.write_str(&printed)?;
        if printed.ends_with(char::is_alphanumeric) {
            f.write_str(" ")?;
        }
        Ok(())
    }
}

impl Display for Clause {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Clause::Text(phrase) => write!(f, "{phrase}"),
            Clause::Title(phrase) => write!(f, "title:{phrase}"),
            Clause::Kind(kind) => write!(f, "kind:{}", kind.slug()),
            Clause::Has(field, value) => write!(f, "{}:{}", field.name(), Value(value)),
            Clause::Published(dates) => write!(f, "date:{dates}"),
            Clause::Not(refused) => write!(f, "-{}", Member(refused)),
            Clause::All(members) => join(f, members, " "),
            Clause::Any(members) => join(f, members, " OR "),
        }
    }
}

fn join(f: &mut Formatter<'_>, members: &[Clause], with: &str) -> fmt::Result {
    for (n, member) in members.iter().enumerate() {
        let before = if n > 0 { with } else { "" };
        match member {
            Clause::All(_) if with == " OR " => write!(f, "{before}{member}")?,
            _ => write!(f, "{before}{}", Member(member))?,
        }
    }
    Ok(())
}

/// A clause that stands beside others.
struct Member<'a>(&'a Clause);

impl Display for Member<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            list @ (Clause::All(_) | Clause::Any(_)) => write!(f, "({list})"),
            single => write!(f, "{single}"),
        }
    }
}

/// What stands behind a field's colon.
struct Value<'a>(&'a str);

impl Display for Value<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let is_plain = self.0.starts_with(char::is_alphanumeric)
            && !self
                .0
                .contains(|c: char| c.is_whitespace() || "()".contains(c));
        match is_plain {
            true => f.write_str(self.0),
            false => write!(f, "\"{}\"", self.0),
        }
    }
}

impl Display for Phrase {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let words: Vec<&str> = self.words.iter().map(|word| word.folded.as_str()).collect();
        if let Spread::Within(within) = self.spread {
            return write!(f, "\"{}\"~{within}", words.join(" "));
        }
        match self.words.last().map_or(Reach::Exact, |last| last.reach) {
            Reach::Exact => write!(f, "\"{}\"", words.join(" ")),
            Reach::Forms => f.write_str(&words.join("-")),
            Reach::Start => write!(f, "{}*", words.join("-")),
            Reach::Similar(slips) => write!(f, "{}~{slips}", words.join("-")),
        }
    }
}
