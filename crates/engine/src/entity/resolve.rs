//! From mentions to entities: names are gathered, joined for a reason, and named.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};

use super::clusters::Clusters;
use super::joins::Join;
use super::names::{Name, Names, Readings, foremost};
use super::naming::{aliases, best_name, slug};
use super::{Entities, Entity, EntityId, Link, bodies, definitions, people};
use crate::document::Document;
use crate::mention::{Kind, Mention};

/// Who and what is mentioned: mentions of one thing, across documents, become one entity.
///
/// `mentions` has a list for each of the documents. The result does not depend on the order of
/// the documents, but for the order of mentions. Names are compared within buckets only (same
/// key, same surname, same initials), so that it takes little more than linear time.
pub fn resolve(documents: &[Document], mentions: &[Vec<Mention>]) -> Entities {
    let mut readings = Readings::default();
    let mut names = Names::gather(documents, mentions, &BTreeSet::new(), &mut readings);
    let mut joins = definitions::joins(documents, mentions, &names);
    let ambiguous = bodies::ambiguous(&names.all, &joins);
    if !ambiguous.is_empty() {
        names = Names::gather(documents, mentions, &ambiguous, &mut readings);
        joins = definitions::joins(documents, mentions, &names);
    }
    let by_form = bodies::joins(&names.all, &joins);
    joins.extend(by_form);
    joins.extend(people::joins(&names.all));

    let mut clusters = Clusters::of(names.all.len());
    joins.retain(|join| clusters.join(join.one, join.other));
    let roots: Vec<usize> = (0..names.all.len()).map(|at| clusters.root(at)).collect();

    let mut drafts = drafts(&names.all, &joins, &roots);
    drafts.sort_unstable_by(|(a, one), (b, other)| {
        let rank = |entity: &Entity| Reverse(entity.mentions.len());
        (rank(one), &one.name, one.kind, a).cmp(&(rank(other), &other.name, other.kind, b))
    });
    finish(drafts, &names, &roots)
}

/// An entity for every root, still without a slug.
fn drafts(names: &[Name], joins: &[Join], roots: &[usize]) -> Vec<(usize, Entity)> {
    let mut parts: Vec<Vec<&Name>> = vec![Vec::new(); names.len()];
    for (name, &root) in names.iter().zip(roots) {
        parts[root].push(name);
    }
    let mut links: HashMap<usize, Vec<Link>> = HashMap::new();
    for join in joins {
        links.entry(roots[join.one]).or_default().push(Link {
            name: names[join.one].spelling().to_owned(),
            other: names[join.other].spelling().to_owned(),
            rule: join.rule,
            evidence: join.evidence,
        });
    }
    let parts = parts
        .iter()
        .enumerate()
        .filter(|(_, parts)| !parts.is_empty());
    parts
        .map(|(root, parts)| (root, draft(parts, links.remove(&root).unwrap_or_default())))
        .collect()
}

fn draft(parts: &[&Name], links: Vec<Link>) -> Entity {
    let count = parts.iter().map(|name| name.count()).sum();
    let mut mentions = Vec::with_capacity(count);
    parts
        .iter()
        .for_each(|name| mentions.extend_from_slice(&name.mentions));
    mentions.sort_unstable();
    let spellings = parts.iter().flat_map(|name| &name.spellings);
    let spellings = spellings.map(|(spelling, count)| (spelling.to_string(), *count));
    Entity {
        slug: String::new(),
        name: best_name(parts),
        kind: kind(parts),
        aliases: aliases(spellings),
        mentions,
        links,
    }
}

/// The kind its mentions have most often; of equals the first in the order of kinds.
fn kind(parts: &[&Name]) -> Kind {
    let mut counts = [0; Kind::ALL.len()];
    for name in parts {
        let sums = counts.iter_mut().zip(name.kinds);
        sums.for_each(|(sum, count)| *sum += count);
    }
    foremost(&counts)
}

/// Gives slugs, first come first served, and numbers the entities.
fn finish(drafts: Vec<(usize, Entity)>, names: &Names, roots: &[usize]) -> Entities {
    let mut used = HashSet::with_capacity(drafts.len());
    let mut number_of = vec![0u32; roots.len()];
    let mut entities = Vec::with_capacity(drafts.len());
    for (number, (root, mut entity)) in drafts.into_iter().enumerate() {
        number_of[root] = number as u32;
        entity.slug = slug(&entity.name, entity.kind, &mut used);
        entities.push(entity);
    }
    let entity = |name: &Option<usize>| name.map(|at| EntityId(number_of[roots[at]]));
    let entity_of = names
        .name_of
        .iter()
        .map(|found| found.iter().map(entity).collect())
        .collect();
    Entities {
        entities,
        entity_of,
    }
}
