//! Signs drawn in lines.

use yew::prelude::*;

use super::element_with;

/// A sign drawn in lines.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// A looking glass.
    Search,
    /// A cross: away with it.
    Close,
    /// Towards what came before.
    Previous,
    /// Towards what comes next.
    Next,
    /// A half-filled disc: light and dark.
    Theme,
    /// Three lines of falling length: filters.
    Filter,
    /// A cross that adds.
    Add,
}

impl Sign {
    fn path(self) -> &'static str {
        match self {
            Sign::Search => "M11 7A4 4 0 1 1 3 7a4 4 0 0 1 8 0M10 10l3.5 3.5",
            Sign::Close => "m4 4 8 8m0-8-8 8",
            Sign::Previous => "M10 3.5 5.5 8l4.5 4.5",
            Sign::Next => "M6 3.5 10.5 8 6 12.5",
            Sign::Theme => {
                "M13.5 8A5.5 5.5 0 1 1 2.5 8a5.5 5.5 0 0 1 11 0M8 2.5v11M8 5h4.6M8 8h5.5M8 11h4.6"
            }
            Sign::Add => "M8 3v10M3 8h10",
            Sign::Filter => "M2 4h12M4.5 8h7M7 12h2",
        }
    }
}

/// A sign beside or inside something that has a name of its own.
pub fn glyph(sign: Sign) -> Html {
    let names = &["class", "viewBox", "aria-hidden"];
    let path = element_with("path", &["d"], [sign.path()], vec![]);
    element_with("svg", names, ["glyph", "0 0 16 16", "true"], path)
}
