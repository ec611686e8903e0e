//! What a reader chose for this browser is kept there.

use yew::prelude::*;

use crate::browser::{page, storage};

/// What a reader chose for this browser, not for the link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Light, dark, or as the system has it.
    pub theme: Theme,
    /// Whether single characters are shortcuts.
    pub shortcuts: Shortcuts,
}

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Ink on paper.
    Light,
    /// Chalk on slate.
    Dark,
}

/// Whether single characters are shortcuts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shortcuts {
    /// They are.
    #[default]
    On,
    /// They are not (WCAG 2.1.4).
    Off,
}

impl Theme {
    /// The word kept for it, and the value of `data-theme`; none for the system's.
    pub fn slug(self) -> Option<&'static str> {
        match self {
            Theme::System => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        }
    }

    fn kept() -> Self {
        match storage::read("theme").as_deref() {
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ => Theme::System,
        }
    }
}

impl Settings {
    fn kept() -> Self {
        Self {
            theme: Theme::kept(),
            shortcuts: match storage::read("shortcuts").as_deref() {
                Some("off") => Shortcuts::Off,
                _ => Shortcuts::On,
            },
        }
    }

    fn keep(self) {
        let off = (self.shortcuts == Shortcuts::Off).then_some("off");
        storage::write("shortcuts", off);
        storage::write("theme", self.theme.slug());
        page::set_theme(self.theme.slug());
    }
}

/// The settings and the way to change them.
#[hook]
pub fn use_settings() -> (Settings, Callback<Settings>) {
    let settings = use_state_eq(Settings::kept);
    let setter = settings.setter();
    let change = use_callback((), move |next: Settings, ()| {
        next.keep();
        setter.set(next);
    });
    (*settings, change)
}
