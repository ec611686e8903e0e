//! Hooks of the app: the address bar, questions, keys, settings.

mod use_address;
mod use_keys;
mod use_own;
mod use_questions;
mod use_settings;

use yew::prelude::*;

use crate::state::State;

pub use use_address::use_address_bar;
pub use use_keys::{Key, use_keys};
pub use use_own::{kept_decisions, use_own};
pub use use_questions::use_questions;
pub use use_settings::{Settings, Shortcuts, Theme, use_settings};

/// For whoever changes something: stable, so it wakes nobody.
pub type Dispatch = UseReducerDispatcher<State>;
