//! Reads a query by recursive descent.

mod simplify;
mod terms;

use self::simplify::{all, any, not};
use super::lex::{Piece, What, pieces};
use super::{Clause, Field, LONGEST_QUERY, MOST_TERMS, Query};
use crate::complaint::{Complaint, Complaints};
use crate::text::Span;

/// Brackets within brackets that are understood.
const DEEPEST: usize = 32;

const TITLE: &str = "title";
const KIND: &str = "kind";
pub(super) const DATE: &str = "date";

impl Query {
    /// Reads what was typed. There is always a query: what cannot be understood is left out, or
    /// taken for words, with a complaint that has its place.
    ///
    /// The last word, while nothing follows it, may be the start of a longer one: results come
    /// while a reader still types. A space behind it ends it.
    pub fn parse(typed: &str) -> (Query, Vec<Complaint>) {
        let mut complaints = Complaints::default();
        let read = shorten(typed, &mut complaints);
        let names: Vec<_> = field_names().collect();
        let mut parser = Parser {
            typed: read,
            is_cut: read.len() < typed.len(),
            pieces: pieces(read, &names),
            next: 0,
            terms: 0,
            complaints,
        };
        let clause = parser.whole();
        let mut complaints = parser.complaints.finish();
        if clause.is_none() && complaints.is_empty() && !read.trim().is_empty() {
            let all = Span::new(0, typed.len());
            complaints.push(Complaint::at(
                all,
                "There is no letter or digit to search for.",
            ));
        }
        (Query { clause }, complaints)
    }
}

/// What may stand before a colon.
pub fn field_names() -> impl Iterator<Item = &'static str> {
    let has = Field::ALL.into_iter().map(Field::name);
    [TITLE, KIND, DATE].into_iter().chain(has)
}

fn shorten<'a>(typed: &'a str, complaints: &mut Complaints) -> &'a str {
    let Some((end, _)) = typed.char_indices().nth(LONGEST_QUERY) else {
        return typed;
    };
    complaints.add(|| {
        let message = format!("Only the first {LONGEST_QUERY} characters were searched for.");
        Complaint::at(Span::new(end, typed.len()), message)
    });
    &typed[..end]
}

/// A parser by recursive descent, at most [`DEEPEST`] calls deep.
struct Parser<'a> {
    typed: &'a str,
    /// Whether there was more than was read.
    is_cut: bool,
    pieces: Vec<Piece<'a>>,
    next: usize,
    terms: usize,
    complaints: Complaints,
}

impl<'a> Parser<'a> {
    fn whole(&mut self) -> Option<Clause> {
        let mut clauses = vec![];
        loop {
            clauses.extend(self.alternatives(0));
            match self.take() {
                None => return all(clauses),
                Some(stray) => {
                    self.complain(stray.place, "This bracket closes nothing and was left out.")
                }
            }
        }
    }

    /// `a b OR c d`
    fn alternatives(&mut self, depth: usize) -> Option<Clause> {
        let mut clauses: Vec<Clause> = self.sequence(depth).into_iter().collect();
        while let Some(or) = self.take_if(|what| what == What::Or) {
            let before = clauses.len();
            clauses.extend(self.sequence(depth));
            if clauses.len() == before || before == 0 {
                self.complain(
                    or.place,
                    "OR needs something on both sides and was left out.",
                );
            }
        }
        any(clauses)
    }

    /// `a AND b -c d`
    fn sequence(&mut self, depth: usize) -> Option<Clause> {
        let mut clauses = vec![];
        while let Some(piece) = self.take_if(|what| !matches!(what, What::Or | What::Close)) {
            if piece.what != What::And {
                clauses.extend(self.member(piece, depth));
            } else if clauses.is_empty() || !self.is_followed() {
                self.complain(
                    piece.place,
                    "AND needs something on both sides and was left out.",
                );
            }
        }
        all(clauses)
    }

    /// Whether something follows that AND can join.
    fn is_followed(&self) -> bool {
        let next = self.pieces.get(self.next);
        next.is_some_and(|piece| !matches!(piece.what, What::And | What::Or | What::Close))
    }

    /// `a`, `-a`, `+a`, `(a)`; `first` is its first piece.
    fn member(&mut self, first: Piece<'a>, depth: usize) -> Option<Clause> {
        let mut piece = first;
        let mut is_refused = false;
        while matches!(piece.what, What::Not | What::Must) {
            is_refused ^= piece.what == What::Not;
            match self.take_if(|what| !matches!(what, What::And | What::Or | What::Close)) {
                Some(next) => piece = next,
                None => {
                    self.complain(
                        piece.place,
                        "NOT refuses what follows it, and nothing does.",
                    );
                    return None;
                }
            }
        }
        let clause = match piece.what {
            What::Open => self.bracket(piece, depth),
            What::Field(name) => self
                .field(name, piece.place)
                .and_then(|term| self.count(term, piece)),
            _ => self
                .phrase(piece)
                .and_then(|phrase| self.count(Clause::Text(phrase), piece)),
        }?;
        Some(if is_refused { not(clause) } else { clause })
    }

    /// The term, if there is room for one more.
    fn count(&mut self, term: Clause, piece: Piece<'a>) -> Option<Clause> {
        self.terms += 1;
        if self.terms <= MOST_TERMS {
            return Some(term);
        }
        self.complain(
            piece.place,
            format!("Only the first {MOST_TERMS} terms were searched for."),
        );
        None
    }

    /// What stands in brackets. Beyond the deepest they are taken for nothing.
    fn bracket(&mut self, open: Piece<'a>, depth: usize) -> Option<Clause> {
        if depth == DEEPEST {
            self.complain(
                open.place,
                "These brackets are too deep; some were left out.",
            );
            return None;
        }
        let clause = self.alternatives(depth + 1);
        match self.take_if(|what| what == What::Close) {
            None => self.complain(
                open.place,
                "This bracket is not closed; it was closed at the end.",
            ),
            Some(close) if clause.is_none() => {
                let place = Span {
                    start: open.place.start,
                    end: close.place.end,
                };
                self.complain(place, "There is nothing between these brackets.");
            }
            Some(_) => {}
        }
        clause
    }

    fn take(&mut self) -> Option<Piece<'a>> {
        let piece = self.pieces.get(self.next).copied();
        self.next += usize::from(piece.is_some());
        piece
    }

    fn take_if(&mut self, is_wanted: impl Fn(What) -> bool) -> Option<Piece<'a>> {
        let next = self.pieces.get(self.next)?;
        if is_wanted(next.what) {
            self.take()
        } else {
            None
        }
    }

    fn complain(&mut self, place: Span, message: impl Into<String>) {
        self.complaints.add(|| Complaint::at(place, message));
    }
}
