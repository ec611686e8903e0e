use dossier_engine::ask::ContextLine;
use yew::prelude::*;

use crate::state::Move;
use crate::widgets::{Ways, element};

/// As many lines as are shown before more are asked for.
const SHOWN: usize = 12;
/// As many lines as each further request adds.
const MORE: usize = 50;

/// Properties of [`Concordance`].
#[derive(Properties, PartialEq)]
pub(super) struct ConcordanceProps {
    /// The mentions with the words around them, in the order of documents and texts.
    pub lines: Vec<ContextLine>,
    /// The entity.
    pub entity: String,
    /// Where the reader is and how to go elsewhere.
    pub ways: Ways,
}

/// Every mention in its context, the name in the middle.
#[component]
pub(super) fn Concordance(props: &ConcordanceProps) -> Html {
    let shown = use_state_eq(|| SHOWN);
    if props.lines.is_empty() {
        return html! {};
    }
    let lines = numbered(&props.lines).take(*shown);
    let hidden = props.lines.len().saturating_sub(*shown);
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + MORE))
    };
    html! {
        <section>
            <h3>{ "In context" }</h3>
            <ol class="concordance">{ for lines.map(|(at, line)| kwic(props, at, line)) }</ol>
            if hidden > 0 {
                <button class="quiet" onclick={more}>{ format!("{hidden} more") }</button>
            }
        </section>
    }
}

/// A keyword in context. `at` is its number in its document, from 1.
fn kwic(props: &ConcordanceProps, at: u32, line: &ContextLine) -> Html {
    let ways = &props.ways;
    let to = Move::ReadMention(line.document.clone(), props.entity.clone(), at);
    let inside = Html::from_iter([
        element("span", "kwic-before", element("bdi", "", &*line.before)),
        element("b", "kwic-name", &*line.name),
        element("span", "kwic-after", &*line.after),
    ]);
    let is_here = ways.here.at == Some(at) && ways.here.document.as_ref() == Some(&line.document);
    let link = if is_here {
        ways.link_here(to, "kwic", "true", inside)
    } else {
        ways.link(to, "kwic", inside)
    };
    element("li", "", link)
}

/// Each line with its number among those of its document, from 1.
fn numbered(lines: &[ContextLine]) -> impl Iterator<Item = (u32, &ContextLine)> {
    let documents = lines.chunk_by(|line, next| line.document == next.document);
    documents.flat_map(|lines| (1..).zip(lines))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_anew_in_each_document() {
        let line = |document: &str| ContextLine {
            document: document.into(),
            ordinal: 0,
            before: String::new(),
            name: String::new(),
            after: String::new(),
        };
        let lines = ["a", "a", "b"].map(line);
        let numbers: Vec<u32> = numbered(&lines).map(|(at, _)| at).collect();
        assert_eq!(numbers, [1, 2, 1]);
    }
}
