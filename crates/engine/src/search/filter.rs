//! Filters by facets: the documents that meet the conditions.

use super::DocumentSet;
use crate::address::{Condition, Facet, Filter, Sense};
use crate::complaint::{Complaint, Complaints, quoted};
use crate::entity::DocumentId;
use crate::index::{Facets, ValueId};

/// The documents that a filter lets through, facet by facet.
#[derive(Debug)]
pub struct Sieve {
    /// Of the facets that have conditions, the documents that meet them.
    passing: Vec<(Facet, DocumentSet)>,
}

/// The conditions on one facet.
#[derive(Debug)]
struct Mesh {
    facet: Facet,
    /// For each value asked for, the values that will do: several for a range, none for what no
    /// document has.
    include: Vec<Vec<ValueId>>,
    /// Whether one of them is enough.
    need: Need,
    exclude: Vec<ValueId>,
}

/// How many of the values asked for a document must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Need {
    One,
    All,
}

impl Sieve {
    /// Holds the conditions of a filter against so many documents. Those on documents, outlets,
    /// authors and entities that are not in the corpus are left out with a complaint.
    pub fn new(facets: &Facets, documents: usize, filter: &Filter) -> (Self, Vec<Complaint>) {
        let mut complaints = Complaints::default();
        let meshes = Facet::ALL
            .into_iter()
            .filter_map(|facet| mesh(facets, facet, filter, &mut complaints));
        let passing = meshes.map(|mesh| (mesh.facet, mesh.passing(facets, documents)));
        let passing = passing.collect();
        (Self { passing }, complaints.finish())
    }

    /// Leaves only documents that meet the conditions on all facets.
    pub fn apply(&self, documents: &mut DocumentSet) {
        self.passing
            .iter()
            .for_each(|(_, passing)| documents.intersect(passing));
    }

    /// Leaves only documents that meet the conditions on all facets but one.
    pub fn apply_but_for(&self, facet: Facet, documents: &mut DocumentSet) {
        let others = self.passing.iter().filter(|(own, _)| *own != facet);
        others.for_each(|(_, passing)| documents.intersect(passing));
    }
}

impl Mesh {
    fn passing(&self, facets: &Facets, documents: usize) -> DocumentSet {
        let mut passing = DocumentSet::none(documents);
        for document in (0..documents as u32).map(DocumentId) {
            if self.lets_through(facets.of_document(self.facet, document)) {
                passing.insert(document);
            }
        }
        passing
    }

    fn lets_through(&self, values: &[(ValueId, u32)]) -> bool {
        let has_any = |of: &[ValueId]| {
            let is_had = |value| {
                values
                    .binary_search_by_key(value, |&(value, _)| value)
                    .is_ok()
            };
            of.iter().any(is_had)
        };
        let mut asked = self.include.iter();
        let is_met = match self.need {
            Need::One => self.include.is_empty() || asked.any(|of| has_any(of)),
            Need::All => asked.all(|of| has_any(of)),
        };
        is_met && !has_any(&self.exclude)
    }
}

fn mesh(
    facets: &Facets,
    facet: Facet,
    filter: &Filter,
    complaints: &mut Complaints,
) -> Option<Mesh> {
    let is_strict = filter.all_of.contains(&facet);
    let mut mesh = Mesh {
        facet,
        include: vec![],
        need: if is_strict { Need::All } else { Need::One },
        exclude: vec![],
    };
    let conditions = filter.conditions.iter();
    for condition in conditions.filter(|condition| condition.facet == facet) {
        let values = facets.meant(facet, &condition.value);
        if let Some(now) = facets.moved(facet, &condition.value) {
            complaints.add(|| moved(facets, condition, now));
            if now.is_none() {
                continue;
            }
        }
        if values.is_empty() && !can_be_had_by_none(facet) {
            complaints.add(|| unknown(condition));
            continue;
        }
        match condition.sense {
            Sense::Include => mesh.include.push(values),
            Sense::Exclude => mesh.exclude.extend(values),
        }
    }
    let is_idle = mesh.include.is_empty() && mesh.exclude.is_empty();
    (!is_idle).then_some(mesh)
}

/// Whether a value makes sense even if no document has it: there is a year without documents, but
/// no entity without mentions.
fn can_be_had_by_none(facet: Facet) -> bool {
    facet.is_fixed() || facet.is_of_years()
}

/// What is said of an address that an editor's decision moved.
fn moved(facets: &Facets, condition: &Condition, now: Option<ValueId>) -> Complaint {
    let before = quoted(&condition.value);
    let label = |value: ValueId| facets.known(condition.facet, value).label;
    Complaint::new(match now {
        Some(now) => {
            let now = quoted(&label(now));
            format!("By an editor's decision {before} is {now} now; the link follows it.")
        }
        None => format!("By an editor's decision {before} is hidden; the condition was left out."),
    })
}

fn unknown(condition: &Condition) -> Complaint {
    let value = quoted(&condition.value);
    Complaint::new(match condition.facet {
        Facet::Document => format!("There is no document {value}; the condition was left out."),
        Facet::Outlet => format!("Nothing was published by {value}; the condition was left out."),
        Facet::Author => format!("Nothing was written by {value}; the condition was left out."),
        _ => format!("Nothing is known as {value}; the condition was left out."),
    })
}
