use crate::address::{Condition, Facet, Filter, Sense};
use crate::complaint::{Complaint, Complaints, quoted};
use crate::entity::DocumentId;
use crate::index::{Facets, ValueId};

/// A set of facets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FacetSet(u8);

impl FacetSet {
    /// Whether no facet is in it.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether no other facet is in it.
    pub fn is_at_most(self, facet: Facet) -> bool {
        self.0 & !Self::bit(facet) == 0
    }

    fn insert(&mut self, facet: Facet) {
        self.0 |= Self::bit(facet);
    }

    fn bit(facet: Facet) -> u8 {
        1 << facet as u8
    }
}

/// The conditions of a filter, ready to be held against documents.
#[derive(Debug)]
pub struct Sieve<'a> {
    facets: &'a Facets,
    /// Of the facets that have conditions.
    meshes: Vec<Mesh>,
}

/// The conditions on one facet, sorted.
#[derive(Debug)]
struct Mesh {
    facet: Facet,
    include: Vec<ValueId>,
    exclude: Vec<ValueId>,
    /// Whether a value is asked for that no document has.
    asks_for_more: bool,
}

impl<'a> Sieve<'a> {
    /// Takes the conditions of a filter. Those on documents, outlets and entities that are not in
    /// the corpus are left out with a complaint.
    pub fn new(facets: &'a Facets, filter: &Filter) -> (Self, Vec<Complaint>) {
        let mut complaints = Complaints::default();
        let meshes = Facet::ALL
            .into_iter()
            .filter_map(|facet| mesh(facets, facet, &filter.conditions, &mut complaints))
            .collect();
        (Self { facets, meshes }, complaints.finish())
    }

    /// The facets whose conditions a document does not meet. It passes if there is none.
    pub fn failed(&self, document: DocumentId) -> FacetSet {
        let mut failed = FacetSet::default();
        for mesh in &self.meshes {
            if !mesh.lets_through(self.facets.of_document(mesh.facet, document)) {
                failed.insert(mesh.facet);
            }
        }
        failed
    }
}

impl Mesh {
    fn lets_through(&self, values: &[(ValueId, u32)]) -> bool {
        let has_any = |of: &[ValueId]| {
            let is_had = |value| {
                values
                    .binary_search_by_key(value, |&(value, _)| value)
                    .is_ok()
            };
            of.iter().any(is_had)
        };
        let asks = self.asks_for_more || !self.include.is_empty();
        (!asks || has_any(&self.include)) && !has_any(&self.exclude)
    }
}

fn mesh(
    facets: &Facets,
    facet: Facet,
    conditions: &[Condition],
    complaints: &mut Complaints,
) -> Option<Mesh> {
    let mut mesh = Mesh {
        facet,
        include: vec![],
        exclude: vec![],
        asks_for_more: false,
    };
    for condition in conditions
        .iter()
        .filter(|condition| condition.facet == facet)
    {
        match (facets.value(facet, &condition.value), condition.sense) {
            (Some(value), Sense::Include) => mesh.include.push(value),
            (Some(value), Sense::Exclude) => mesh.exclude.push(value),
            (None, sense) if can_be_had_by_none(facet) => {
                mesh.asks_for_more |= sense == Sense::Include;
            }
            (None, _) => complaints.add(|| unknown(condition)),
        }
    }
    let is_idle = mesh.include.is_empty() && mesh.exclude.is_empty() && !mesh.asks_for_more;
    (!is_idle).then_some(mesh)
}

/// Whether a value makes sense even if no document has it: there is a year without documents, but
/// no entity without mentions.
fn can_be_had_by_none(facet: Facet) -> bool {
    matches!(facet, Facet::Kind | Facet::Year)
}

fn unknown(condition: &Condition) -> Complaint {
    let value = quoted(&condition.value);
    Complaint::new(match condition.facet {
        Facet::Document => format!("There is no document {value}; the condition was left out."),
        Facet::Outlet => format!("Nothing was published by {value}; the condition was left out."),
        Facet::Entity | Facet::Kind | Facet::Year => {
            format!("Nothing is known as {value}; the condition was left out.")
        }
    })
}
