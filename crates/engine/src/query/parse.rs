use super::lex::{Piece, What, pieces};
use super::{
    Clause, Dates, FARTHEST, Field, LONGEST_QUERY, MOST_TERMS, Phrase, Query, Reach, Spread, Word,
};
use crate::complaint::{Complaint, Complaints, quoted};
use crate::index::words;
use crate::mention::Kind;
use crate::text::Span;

/// A word being typed must have as many letters before it is taken for the start of a longer one:
/// `us` is not asking for `used`.
const SHORTEST_OPEN: usize = 3;

/// Brackets within brackets that are understood.
const DEEPEST: usize = 32;

/// A word of up to so many letters may have one slip of the pen, a longer one two.
const LONGEST_FOR_ONE_SLIP: usize = 5;

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
pub(super) fn field_names() -> impl Iterator<Item = &'static str> {
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

    fn field(&mut self, name: &str, place: Span) -> Option<Clause> {
        let is_value =
            |what: What| matches!(what, What::Quoted { .. } | What::Bare(_) | What::Range(_));
        let Some(value) = self.take_if(is_value) else {
            self.complain(
                place,
                format!("Nothing follows {name}: and it was left out."),
            );
            return None;
        };
        let written = match value.what {
            What::Quoted { inside, .. } => inside.trim(),
            _ => value.place.of(self.typed),
        };
        match name {
            TITLE => self.phrase(value).map(Clause::Title),
            KIND => self.kind(written, value.place),
            DATE => self.date(written, value.place),
            _ => self.has(name, written, value.place),
        }
    }

    fn kind(&mut self, written: &str, place: Span) -> Option<Clause> {
        let kind = Kind::from_slug(&written.to_lowercase());
        if kind.is_none() {
            let kinds = Kind::ALL.map(Kind::slug).join(", ");
            self.complain(
                place,
                format!("{} is no kind. There are {kinds}.", quoted(written)),
            );
        }
        kind.map(Clause::Kind)
    }

    fn date(&mut self, written: &str, place: Span) -> Option<Clause> {
        let dates = Dates::parse(written);
        if dates.is_none() {
            let message = format!(
                "{} is no date. Write 2016, 2016-05, 2016-05-01 or [2016-01 TO 2016-05].",
                quoted(written)
            );
            self.complain(place, message);
        }
        dates.map(Clause::Published)
    }

    fn has(&mut self, name: &str, written: &str, place: Span) -> Option<Clause> {
        let field = Field::ALL.into_iter().find(|field| field.name() == name)?;
        if words(written).is_empty() {
            self.complain(
                place,
                format!("Nothing follows {name}: and it was left out."),
            );
            return None;
        }
        Some(Clause::Has(field, written.to_owned()))
    }

    /// A phrase, if the piece has words at all.
    fn phrase(&mut self, piece: Piece<'a>) -> Option<Phrase> {
        match piece.what {
            What::Quoted { inside, near } => self.quoted_phrase(inside, near, piece.place),
            What::Bare(written) => self.bare_phrase(written, piece.place),
            _ => None,
        }
    }

    fn quoted_phrase(&mut self, inside: &str, near: Option<&str>, place: Span) -> Option<Phrase> {
        let exact = |folded| Word {
            folded,
            reach: Reach::Exact,
        };
        let mut words: Vec<_> = words(inside).into_iter().map(exact).collect();
        if words.is_empty() {
            self.complain(
                place,
                "There is no letter or digit between these quotation marks.",
            );
            return None;
        }
        let spread = near.map_or(Spread::Adjacent, |typed| self.spread(typed, place));
        if spread != Spread::Adjacent {
            words = each_once(words);
        }
        let spread = if words.len() > 1 {
            spread
        } else {
            Spread::Adjacent
        };
        Some(Phrase { words, spread })
    }

    fn spread(&mut self, typed: &str, place: Span) -> Spread {
        let within = match typed.parse::<u8>() {
            Ok(within) if within <= FARTHEST => within,
            Err(_) if typed.is_empty() => FARTHEST / 3,
            _ => {
                self.complain(
                    place,
                    format!("Words can be at most {FARTHEST} apart; {FARTHEST} was taken."),
                );
                FARTHEST
            }
        };
        match within {
            0 => Spread::Adjacent,
            within => Spread::Within(within),
        }
    }

    fn bare_phrase(&mut self, written: &str, place: Span) -> Option<Phrase> {
        let (plain, asked) = self.suffix(written, place);
        let words = words(plain);
        let (last, before) = words.split_last()?;
        self.judge(plain, place);
        let is_open = place.end as usize == self.typed.len()
            && !self.is_cut
            && plain.ends_with(char::is_alphanumeric)
            && last.chars().count() >= SHORTEST_OPEN;
        let reach = match asked {
            Some(reach) => reach,
            None if is_open => Reach::Start,
            None => Reach::Forms,
        };
        let exact = |folded: &String| Word {
            folded: folded.clone(),
            reach: Reach::Exact,
        };
        let mut words: Vec<_> = before.iter().map(exact).collect();
        words.push(Word {
            folded: last.clone(),
            reach: slips_fit(reach, last),
        });
        Some(Phrase {
            words,
            spread: Spread::Adjacent,
        })
    }

    /// Takes `*`, `~`, `~1` and `~2` off the end of a word.
    fn suffix<'t>(&mut self, written: &'t str, place: Span) -> (&'t str, Option<Reach>) {
        if let Some(start) = written.strip_suffix('*') {
            return (start, Some(Reach::Start));
        }
        let Some((word, slips)) = written.rsplit_once('~') else {
            return (written, None);
        };
        match slips {
            "" => (word, Some(Reach::Similar(0))),
            "1" => (word, Some(Reach::Similar(1))),
            "2" => (word, Some(Reach::Similar(2))),
            _ if slips.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.complain(
                    place,
                    "A word can be one or two slips away; two were taken.",
                );
                (word, Some(Reach::Similar(2)))
            }
            _ => (written, None),
        }
    }

    /// Says what looks like the language and is not.
    fn judge(&mut self, plain: &str, place: Span) {
        if plain.trim_end_matches('*').contains('*') {
            self.complain(place, "A * stands for letters at the end of a word only.");
        }
        let looks_like_field = |(name, value): &(&str, &str)| {
            let is_name = name.len() > 2 && name.bytes().all(|byte| byte.is_ascii_lowercase());
            is_name && value.starts_with(char::is_alphanumeric)
        };
        if let Some((name, _)) = plain.split_once(':').filter(looks_like_field) {
            let names: Vec<_> = field_names().collect();
            let message = format!(
                "{name}: is not a field and was searched for as a word. There are {}.",
                names.join(", ")
            );
            self.complain(place, message);
        }
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

/// Sets how many slips a word may have that did not say.
fn slips_fit(reach: Reach, word: &str) -> Reach {
    match reach {
        Reach::Similar(0) if word.chars().count() <= LONGEST_FOR_ONE_SLIP => Reach::Similar(1),
        Reach::Similar(0) => Reach::Similar(2),
        other => other,
    }
}

fn not(clause: Clause) -> Clause {
    match clause {
        Clause::Not(refused) => *refused,
        other => Clause::Not(Box::new(other)),
    }
}

fn all(clauses: Vec<Clause>) -> Option<Clause> {
    let members = clauses.into_iter().flat_map(|clause| match clause {
        Clause::All(members) => members,
        other => vec![other],
    });
    join(members.collect(), Clause::All)
}

fn any(clauses: Vec<Clause>) -> Option<Clause> {
    let members = clauses.into_iter().flat_map(|clause| match clause {
        Clause::Any(members) => members,
        other => vec![other],
    });
    join(members.collect(), Clause::Any)
}

/// Joins members; what is said twice counts once.
fn join(members: Vec<Clause>, clause: fn(Vec<Clause>) -> Clause) -> Option<Clause> {
    let mut once = each_once(members);
    match once.len() {
        0 | 1 => once.pop(),
        _ => Some(clause(once)),
    }
}

/// The items without those that came before; there are few.
fn each_once<T: PartialEq>(items: Vec<T>) -> Vec<T> {
    let mut once = vec![];
    for item in items {
        if !once.contains(&item) {
            once.push(item);
        }
    }
    once
}
