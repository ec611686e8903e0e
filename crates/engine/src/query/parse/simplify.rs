//! Joins clauses into simple ones: see [`Clause`].

use super::super::Clause;

pub(super) fn not(clause: Clause) -> Clause {
    match clause {
        Clause::Not(refused) => *refused,
        other => Clause::Not(Box::new(other)),
    }
}

pub(super) fn all(clauses: Vec<Clause>) -> Option<Clause> {
    let members = clauses.into_iter().flat_map(|clause| match clause {
        Clause::All(members) => members,
        other => vec![other],
    });
    join(members.collect(), Clause::All)
}

pub(super) fn any(clauses: Vec<Clause>) -> Option<Clause> {
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
pub(super) fn each_once<T: PartialEq>(items: Vec<T>) -> Vec<T> {
    let mut once = vec![];
    for item in items {
        if !once.contains(&item) {
            once.push(item);
        }
    }
    once
}
