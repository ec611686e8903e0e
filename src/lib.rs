//! The explorer: the browser app, the only code that names yew or web-sys.
//!
//! A change runs one way: an event becomes an [`state::Action`], `reduce` makes the next
//! [`state::State`], the state implies questions, the desk answers them, the answers are props.

pub mod app;
pub mod browser;
pub mod desk;
pub mod state;

pub mod wording;

pub mod chrome;
pub mod hooks;
pub mod widgets;

pub mod entity;
pub mod filters;
pub mod intake;
pub mod overview;
pub mod passage;
pub mod reader;
pub mod review;
pub mod search;
