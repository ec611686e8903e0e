//! The app: providers, keys and the frame that every view stands in.

use std::rc::Rc;

use dossier_engine::address::{Address, View};
use yew::prelude::*;

use crate::browser::{history, page};
use crate::chrome::{Bar, EngineLost, Help, Notices};
use crate::entity::EntityCard;
use crate::filters::{Chips, Facets};
use crate::hooks::{Dispatch, Key, use_address_bar, use_keys, use_questions, use_settings};
use crate::overview::Overview;
use crate::reader::{Reader, Stops};
use crate::search::{Results, SEARCH_BOX};
use crate::state::{Action, Move, Place, State};
use crate::widgets::{Glyph, Sign, after, before};

/// The whole page.
#[component]
pub fn App() -> Html {
    let state = use_reducer(|| {
        let (address, complaints) = Address::parse(&history::current());
        State::opened(address, complaints)
    });
    use_questions(&state);
    use_address_bar(state.address.clone(), state.trace, state.dispatcher());
    use_page_title(&state);
    let (settings, change) = use_settings();
    let stops = use_stops(&state);
    let helping = use_state_eq(|| false);
    let pressed = use_pressed(&state, &stops, &helping);
    use_keys(settings.shortcuts, pressed);

    let contents = state.contents.value();
    let title = contents
        .as_ref()
        .map_or_else(String::new, |contents| contents.title.clone());
    let documents = contents
        .as_ref()
        .and_then(|contents| u32::try_from(contents.documents.len()).ok());
    html! {
        <ContextProvider<Dispatch> context={state.dispatcher()}>
        <ContextProvider<Place> context={Place(state.address.clone())}>
            <Bar
                {title}
                {documents}
                address={state.address.clone()}
                {settings}
                change={change.clone()}
                help={let helping = helping.clone(); Callback::from(move |()| helping.set(true))}
            />
            if state.engine_lost {
                <EngineLost />
            }
            <Frame state={(*state).clone()} {stops} />
            if *helping {
                <Help
                    {settings}
                    {change}
                    closed={let helping = helping.clone(); Callback::from(move |()| helping.set(false))}
                />
            }
        </ContextProvider<Place>>
        </ContextProvider<Dispatch>>
    }
}

#[derive(Properties, PartialEq)]
struct FrameProps {
    state: State,
    stops: Rc<Stops>,
}

/// Filters on the left, the view in the middle, the entity on the right.
#[component]
fn Frame(props: &FrameProps) -> Html {
    let FrameProps { state, stops } = props;
    let filtering = use_state_eq(|| false);
    let survey = state.survey.value();
    let complaints = survey
        .as_ref()
        .map(|survey| survey.complaints.clone())
        .unwrap_or_default();
    let is_late = !state.survey.answers(&state.questions().survey);
    let toggle = {
        let filtering = filtering.clone();
        Callback::from(move |_: MouseEvent| filtering.set(!*filtering))
    };
    let has_card = state.address.entity.is_some();
    html! {
        <>
            <div class="chips" role="region" aria-label="Active filters">
                <button class="filters-button" aria-expanded={filtering.to_string()} aria-controls="filters" onclick={toggle}>
                    <Glyph sign={Sign::Filter} />
                    { "Filters" }
                </button>
                <Chips address={state.address.clone()} survey={survey.clone()} />
            </div>
            <Notices link={state.complaints.clone()} filter={complaints} />
            <div class={classes!("frame", has_card.then_some("has-card"), is_late.then_some("is-late"))}>
                <aside id="filters" class={classes!("facets", filtering.then_some("is-open"))} aria-label="Filters">
                    <Facets survey={survey.clone()} address={state.address.clone()} />
                </aside>
                <main id="main" class="main" tabindex="-1">
                    { view(state, stops) }
                </main>
                if has_card {
                    <aside class="card" aria-label="Selected entity">
                        <EntityCard
                            card={state.shown_card()}
                            address={state.address.clone()}
                            stops={(state.address.view == View::Read).then(|| stops.count())}
                        />
                    </aside>
                }
            </div>
        </>
    }
}

fn view(state: &State, stops: &Rc<Stops>) -> Html {
    let survey = state.survey.value();
    match state.address.view {
        View::Overview => html! {
            <Overview contents={state.contents.value()} {survey} address={state.address.clone()} />
        },
        View::Results => html! { <Results {survey} address={state.address.clone()} /> },
        View::Read => html! {
            <Reader
                reading={state.shown_reading()}
                address={state.address.clone()}
                trace={state.trace}
                stops={stops.clone()}
            />
        },
    }
}

/// Where stepping leads, worked out anew when the text, the entity or the marks change.
#[hook]
fn use_stops(state: &UseReducerHandle<State>) -> Rc<Stops> {
    let address = &state.address;
    let on = (
        state.shown_reading(),
        address.entity.clone(),
        address.unmarked.clone(),
    );
    use_memo(on, |(reading, entity, unmarked)| {
        reading.as_ref().map_or_else(Stops::default, |reading| {
            Stops::of(reading, entity.as_deref(), unmarked)
        })
    })
}

/// Names the page after what it shows.
#[hook]
fn use_page_title(state: &UseReducerHandle<State>) {
    let contents = state.contents.value();
    let (reading, card) = (state.shown_reading(), state.shown_card());
    use_effect_with((contents, reading, card), |(contents, reading, card)| {
        let Some(contents) = contents else { return };
        page::set_language(&contents.language);
        let entity = card
            .as_ref()
            .and_then(|card| card.as_ref())
            .map(|card| card.name.clone());
        let document = reading
            .as_ref()
            .and_then(|reading| match &reading.documents[..] {
                [only] => Some(only.document.title.clone()),
                _ => None,
            });
        let parts = [entity, document, Some(contents.title.clone())];
        page::set_title(&parts.into_iter().flatten().collect::<Vec<_>>().join(" – "));
    });
}

/// What keys do here.
#[hook]
fn use_pressed(
    state: &UseReducerHandle<State>,
    stops: &Rc<Stops>,
    helping: &UseStateHandle<bool>,
) -> Callback<Key> {
    let deps = (
        state.address.clone(),
        stops.count(),
        state.dispatcher(),
        helping.setter(),
    );
    use_callback(deps, |key, (address, stops, dispatch, helping)| {
        let go = |step| dispatch.dispatch(Action::Go(step));
        match key {
            Key::Search => page::select(SEARCH_BOX),
            Key::Next if *stops > 0 => go(Move::Stand(after(address.at, *stops))),
            Key::Previous if *stops > 0 => go(Move::Stand(before(address.at, *stops))),
            Key::Next | Key::Previous => {}
            Key::Down => page::move_focus(".result-link, .entry-title a", 1),
            Key::Up => page::move_focus(".result-link, .entry-title a", -1),
            Key::Help => helping.set(true),
            Key::Escape if address.entity.is_some() => go(Move::Close),
            Key::Escape => page::focus("main"),
        }
    })
}
