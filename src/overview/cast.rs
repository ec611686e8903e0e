//! Who and what the documents are about.

use dossier_engine::ask::Value;
use dossier_engine::mention::Kind;
use yew::prelude::*;

use crate::widgets::{Inside, Ways, element, names};

/// As many names of one kind as are listed here; the facet has them all.
const LISTED: usize = 12;

/// Who and what the documents are about, kind by kind. `values` come most mentioned first.
pub(super) fn cast(ways: &Ways, values: &[Value]) -> Html {
    let groups = Kind::ALL.into_iter();
    let groups: Inside = groups
        .filter_map(|kind| group(ways, values, kind))
        .collect();
    let inside = vec![
        element("h2", "", "Who and what they mention"),
        element("div", "cast-groups", groups),
    ];
    element("section", "cast", inside)
}

fn group(ways: &Ways, values: &[Value], kind: Kind) -> Option<Html> {
    let own = values.iter().filter(|value| value.kind == Some(kind));
    let own: Vec<Value> = own.take(LISTED).cloned().collect();
    let heading = kind.plural();
    (!own.is_empty()).then(|| {
        let inside = vec![element("h3", "", heading), names(ways, &own, heading)];
        element("div", "cast-group", inside)
    })
}
