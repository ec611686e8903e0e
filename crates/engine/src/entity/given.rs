//! Given names: middle names left out, initials, short forms; father and son stay two.

use std::collections::BTreeMap;

use super::LinkRule;
use super::joins::Join;
use super::names::Name;
use super::people::{first_name, is_generation, surname};

/// Joins full names of persons who share a surname and may share all given names.
pub(super) fn joins(names: &[Name], full: &[usize]) -> Vec<Join> {
    let mut families: BTreeMap<(&str, Generation), Vec<usize>> = BTreeMap::new();
    for &at in full {
        let family = (surname(&names[at]), Generation::of(&names[at]));
        families.entry(family).or_default().push(at);
    }
    families
        .values()
        .flat_map(|bearers| in_family(names, bearers))
        .collect()
}

/// Which of those who have one name: "Jr" tells that he is not his father.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Generation {
    First,
    Second,
    Later(u8),
}

impl Generation {
    fn of(name: &Name) -> Self {
        match name.key.words.rsplit(' ').next() {
            Some("jr" | "junior" | "ii") => Self::Second,
            Some("iii") => Self::Later(3),
            Some("iv") => Self::Later(4),
            _ => Self::First,
        }
    }
}

/// Persons of one surname and generation.
fn in_family(names: &[Name], bearers: &[usize]) -> Vec<Join> {
    let mut joins = Vec::new();
    let mut by_first: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for &at in bearers {
        let first = formal(first_name(&names[at]));
        by_first.entry(first).or_default().push(at);
    }
    let mut leaders: BTreeMap<&str, usize> = BTreeMap::new();
    for (first, bearers) in &by_first {
        let circles = by_middle_names(names, bearers);
        for circle in &circles {
            let rest = circle.iter().skip(1);
            joins.extend(rest.map(|&at| Join::new(circle[0], at, LinkRule::ShortForm)));
        }
        if let [only] = circles.as_slice() {
            leaders.insert(first, only[0]);
        }
    }
    joins.extend(initials(names, &leaders));
    joins
}

/// Bearers of one first name and surname, divided where their middle names cannot be of one
/// person. Who has no middle name goes with the others if these are one.
fn by_middle_names(names: &[Name], bearers: &[usize]) -> Vec<Vec<usize>> {
    let mut circles: Vec<Vec<usize>> = Vec::new();
    let (plain, telling): (Vec<usize>, Vec<usize>) = bearers
        .iter()
        .partition(|&&at| middle(&names[at]).is_empty());
    for at in telling {
        let own = middle(&names[at]);
        let fits = |circle: &&mut Vec<usize>| {
            let mut others = circle.iter();
            others.all(|&other| may_be_one(&own, &middle(&names[other])))
        };
        match circles.iter_mut().take(MOST_CIRCLES).find(fits) {
            Some(circle) => circle.push(at),
            None => circles.push(vec![at]),
        }
    }
    match (circles.as_mut_slice(), plain.is_empty()) {
        (_, true) => {}
        ([only], false) => only.extend(plain),
        (_, false) => circles.push(plain),
    }
    circles
}

/// As many persons of one first name and surname as are told apart.
const MOST_CIRCLES: usize = 16;

/// Whether two lists of middle names, initials among them, may be of one person: who leaves out
/// some leaves out the last ones.
fn may_be_one(one: &[&str], other: &[&str]) -> bool {
    let is_same = |a: &str, b: &str| {
        let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        a == b || short.chars().count() == 1 && long.starts_with(short)
    };
    one.iter()
        .zip(other)
        .all(|(one, other)| is_same(one, other))
}

fn middle(name: &Name) -> Vec<&str> {
    let words = name.words();
    let end = words.iter().rev().skip_while(|word| is_generation(word));
    let count = end.count();
    words.get(1..count.max(2) - 1).unwrap_or_default().to_vec()
}

/// A first name that is an initial goes with the only one that begins so; `J.R.R.` with the only
/// ones whose given names have these initials.
fn initials(names: &[Name], leaders: &BTreeMap<&str, usize>) -> Vec<Join> {
    let mut by_initials: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for &at in leaders.values() {
        let given = [first_name(&names[at])]
            .into_iter()
            .chain(middle(&names[at]));
        let initials: String = given.filter_map(|word| word.chars().next()).collect();
        by_initials.entry(initials).or_default().push(at);
    }
    let mut joins = Vec::new();
    for (first, &at) in leaders {
        if first.chars().nth(1).is_none() {
            let mut longer = leaders
                .range(*first..)
                .take_while(|(other, _)| other.starts_with(first))
                .skip(1);
            if let (Some((_, &other)), None) = (longer.next(), longer.next()) {
                joins.push(Join::new(other, at, LinkRule::ShortForm));
            }
        } else if let Some([other]) = by_initials.get(*first).map(Vec::as_slice)
            && *other != at
        {
            joins.push(Join::new(*other, at, LinkRule::ShortForm));
        }
    }
    joins
}

/// The first name that a short form stands for, where it stands for no other.
fn formal(first: &str) -> &str {
    const FORMS: &[(&str, &str)] = &[
        ("abe", "abraham"),
        ("andy", "andrew"),
        ("barney", "barnaby"),
        ("beth", "elizabeth"),
        ("bill", "william"),
        ("billy", "william"),
        ("bob", "robert"),
        ("bobby", "robert"),
        ("chuck", "charles"),
        ("dan", "daniel"),
        ("danny", "daniel"),
        ("dave", "david"),
        ("debbie", "deborah"),
        ("dick", "richard"),
        ("ed", "edward"),
        ("fred", "frederick"),
        ("greg", "gregory"),
        ("jeff", "jeffrey"),
        ("jim", "james"),
        ("jimmy", "james"),
        ("joe", "joseph"),
        ("joey", "joseph"),
        ("johnny", "john"),
        ("ken", "kenneth"),
        ("larry", "lawrence"),
        ("liz", "elizabeth"),
        ("matt", "matthew"),
        ("mike", "michael"),
        ("mitch", "mitchell"),
        ("nate", "nathan"),
        ("nick", "nicholas"),
        ("pete", "peter"),
        ("phil", "philip"),
        ("rick", "richard"),
        ("rob", "robert"),
        ("ron", "ronald"),
        ("steve", "steven"),
        ("sue", "susan"),
        ("ted", "theodore"),
        ("tim", "timothy"),
        ("tom", "thomas"),
        ("tony", "anthony"),
        ("vince", "vincent"),
        ("walt", "walter"),
        ("will", "william"),
    ];
    let found = FORMS.binary_search_by_key(&first, |(short, _)| short);
    found.map_or(first, |place| FORMS[place].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn middle_names_of_one_person_do_not_contradict_each_other() {
        assert!(may_be_one(&["j"], &["john"]));
        assert!(may_be_one(&["herbert", "w"], &["h"]));
        assert!(!may_be_one(&["w"], &["h"]));
        assert!(!may_be_one(&["mary"], &["margaret"]));
    }

    #[test]
    fn short_forms_are_found() {
        assert_eq!(formal("abe"), "abraham");
        assert_eq!(formal("will"), "william");
        assert_eq!(formal("ada"), "ada");
    }
}
