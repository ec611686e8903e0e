use std::rc::Rc;

use dossier_engine::address::{Address, View};
use yew::prelude::*;

use crate::browser::page;
use crate::hooks::{Settings, Theme};
use crate::search::SearchBox;
use crate::state::Move;
use crate::widgets::{Glyph, Link, Sign};
use crate::wording;

/// Properties of [`Bar`].
#[derive(Properties, PartialEq)]
pub struct BarProps {
    /// Title of the dossier.
    pub title: AttrValue,
    /// How many documents it has; none while that is unknown.
    pub documents: Option<u32>,
    /// Where the reader is.
    pub address: Rc<Address>,
    /// What the reader chose.
    pub settings: Settings,
    /// Changes that.
    pub change: Callback<Settings>,
    /// Opens the help.
    pub help: Callback<()>,
}

/// The bar on top: title, search, views.
#[component]
pub fn Bar(props: &BarProps) -> Html {
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        page::focus("main");
    });
    html! {
        <header class="bar">
            <a class="skip" href="#main" onclick={skip}>{ "Skip to the text" }</a>
            <Link to={Move::Show(View::Overview)} class="brand">
                <span class="brand-mark" aria-hidden="true" />
                <span class="brand-title">{ &props.title }</span>
            </Link>
            <SearchBox query={props.address.filter.query.clone()} documents={props.documents} />
            <nav class="views" aria-label="Views">
                { for [View::Overview, View::Results, View::Read].map(|view| html! {
                    <Link
                        to={Move::Show(view)}
                        current={(props.address.view == view).then_some(AttrValue::Static("page"))}
                    >
                        { wording::view(view) }
                    </Link>
                }) }
            </nav>
            <div class="tools">
                <ThemeButton settings={props.settings} change={props.change.clone()} />
                <button
                    class="tool"
                    aria-label="Help and keys"
                    aria-haspopup="dialog"
                    onclick={props.help.reform(|_| ())}
                >
                    { "?" }
                </button>
            </div>
        </header>
    }
}

#[derive(Properties, PartialEq)]
struct ThemeButtonProps {
    settings: Settings,
    change: Callback<Settings>,
}

/// Goes round the themes.
#[component]
fn ThemeButton(props: &ThemeButtonProps) -> Html {
    let settings = props.settings;
    let (now, next) = match settings.theme {
        Theme::System => ("as the system has it", Theme::Light),
        Theme::Light => ("light", Theme::Dark),
        Theme::Dark => ("dark", Theme::System),
    };
    let label = format!("Theme: {now}");
    let onclick = props.change.reform(move |_| Settings {
        theme: next,
        ..settings
    });
    html! {
        <button class="tool" aria-label={label.clone()} title={label} {onclick}>
            <Glyph sign={Sign::Theme} />
        </button>
    }
}
