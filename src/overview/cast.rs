use dossier_engine::ask::Value;
use dossier_engine::mention::Kind;
use yew::prelude::*;

use crate::widgets::Names;
use crate::wording;

/// As many names of one kind as are listed here; the facet has them all.
const LISTED: usize = 12;

/// Properties of [`Cast`].
#[derive(Properties, PartialEq)]
pub(super) struct CastProps {
    /// Entities, most mentioned first.
    pub values: Vec<Value>,
    /// The open one.
    pub open: Option<String>,
}

/// Who and what the documents are about, kind by kind.
#[component]
pub(super) fn Cast(props: &CastProps) -> Html {
    let groups = Kind::ALL
        .into_iter()
        .filter_map(|kind| group(&props.values, kind));
    html! {
        <section class="cast" aria-labelledby="overview-cast">
            <h2 id="overview-cast">{ "Who and what they mention" }</h2>
            <div class="cast-groups">{ for groups }</div>
        </section>
    }
}

fn group(values: &[Value], kind: Kind) -> Option<Html> {
    let own: Vec<Value> = values
        .iter()
        .filter(|value| value.kind == Some(kind))
        .take(LISTED)
        .cloned()
        .collect();
    (!own.is_empty()).then(|| {
        html! {
            <div class="cast-group" key={kind.slug()}>
                <h3>{ wording::kinds(kind) }</h3>
                <Names values={own} label={wording::kinds(kind)} />
            </div>
        }
    })
}
