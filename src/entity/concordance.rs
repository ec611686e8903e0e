use dossier_engine::ask::ContextLine;
use yew::prelude::*;

use crate::state::Move;
use crate::widgets::Link;

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
    /// The mention stood at in what is read, from 1.
    pub at: Option<u32>,
    /// The one document that is read.
    pub document: Option<String>,
}

/// Every mention in its context, the name in the middle.
#[component]
pub(super) fn Concordance(props: &ConcordanceProps) -> Html {
    let shown = use_state_eq(|| SHOWN);
    if props.lines.is_empty() {
        return html! {};
    }
    let lines = numbered(&props.lines).take(*shown).map(|(at, line)| {
        let is_here = props.at == Some(at) && props.document.as_ref() == Some(&line.document);
        html! {
            <li key={format!("{}-{}", line.document, line.ordinal)} class={is_here.then_some("is-current")}>
                <Link
                    to={Move::ReadMention(line.document.clone(), props.entity.clone(), at)}
                    class="kwic"
                    current={is_here.then_some(AttrValue::Static("true"))}
                >
                    <span class="kwic-before"><bdi>{ &line.before }</bdi></span>
                    <b class="kwic-name">{ &line.name }</b>
                    <span class="kwic-after">{ &line.after }</span>
                </Link>
            </li>
        }
    });
    let hidden = props.lines.len().saturating_sub(*shown);
    let more = {
        let shown = shown.clone();
        Callback::from(move |_| shown.set(*shown + MORE))
    };
    html! {
        <section>
            <h3>{ "In context" }</h3>
            <ol class="concordance">{ for lines }</ol>
            if hidden > 0 {
                <button class="quiet" onclick={more}>{ format!("{hidden} more") }</button>
            }
        </section>
    }
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
