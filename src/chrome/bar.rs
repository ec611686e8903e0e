//! The bar on top: title, search, views, settings.

use dossier_engine::address::View;
use yew::prelude::*;

use crate::browser::{boot, page};
use crate::hooks::{Settings, Theme};
use crate::search::{Typed, search_box};
use crate::state::Move;
use crate::widgets::{Sign, Ways, element, glyph, text};
use crate::wording;

/// What stands in the bar.
pub struct Bar {
    /// Title of the dossier.
    pub title: String,
    /// What the reader types.
    pub typed: Typed,
    /// What the reader chose.
    pub settings: Settings,
    /// Changes that.
    pub change: Callback<Settings>,
    /// Opens the help.
    pub help: Callback<MouseEvent>,
}

/// The bar on top: title, search, views.
pub fn bar(ways: &Ways, bar: Bar) -> Html {
    let brand = Html::from_iter([
        element("span", "brand-mark", vec![]),
        element("span", "brand-title", bar.title),
    ]);
    html! {
        <header class="bar">
            <a class="skip" href="#main" onclick={skip}>{ "Skip to the text" }</a>
            { ways.link(Move::Show(View::Overview), "brand", brand) }
            { search_box(ways, bar.typed) }
            <nav class="views" aria-label="Views">
                { for [View::Overview, View::Results, View::Read, View::Review].map(|view| view_link(ways, view)) }
            </nav>
            <div class="tools">
                <button
                    class="tool"
                    aria-label="Open your own documents"
                    title="Open your own documents"
                    aria-haspopup="dialog"
                    onclick={|_: MouseEvent| boot::open_intake()}
                >
                    { glyph(Sign::Add) }
                </button>
                { theme_button(bar.settings, &bar.change) }
                <button class="tool" aria-label="Help and keys" aria-haspopup="dialog" onclick={bar.help}>
                    { "?" }
                </button>
            </div>
        </header>
    }
}

fn skip(event: MouseEvent) {
    event.prevent_default();
    page::focus("main");
}

fn view_link(ways: &Ways, view: View) -> Html {
    let (to, name) = (Move::Show(view), text(wording::view(view)));
    if ways.here.view == view {
        ways.link_here(to, "", "page", name)
    } else {
        ways.link(to, "", name)
    }
}

/// Goes round the themes.
fn theme_button(settings: Settings, change: &Callback<Settings>) -> Html {
    let (label, next) = match settings.theme {
        Theme::System => ("Theme: as the system has it", Theme::Light),
        Theme::Light => ("Theme: light", Theme::Dark),
        Theme::Dark => ("Theme: dark", Theme::System),
    };
    let onclick = change.reform(move |_: MouseEvent| Settings {
        theme: next,
        ..settings
    });
    html! {
        <button class="tool" aria-label={label} title={label} {onclick}>{ glyph(Sign::Theme) }</button>
    }
}
