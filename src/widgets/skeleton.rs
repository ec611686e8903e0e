use yew::prelude::*;

/// Properties of [`Skeleton`].
#[derive(Properties, PartialEq)]
pub struct SkeletonProps {
    /// How many lines it has.
    pub lines: usize,
    /// What is on its way, for those who hear the page.
    pub label: AttrValue,
}

/// Lines where text will be. They show after a tenth of a second, so what comes at once does not
/// flicker.
#[component]
pub fn Skeleton(props: &SkeletonProps) -> Html {
    html! {
        <div class="skeleton" role="status">
            <span class="unseen">{ &props.label }</span>
            { for (0..props.lines).map(|_| html! { <span class="skeleton-line" /> }) }
        </div>
    }
}
