//! A part of a document as it is drawn: its text, and the runs it is cut into.

use serde::{Deserialize, Serialize};

use super::sealed::Sealed;
use super::{Mark, Run};
use crate::document::Role;

/// A part's text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PartText {
    /// What it is.
    pub role: Role,
    /// All of it.
    pub text: String,
    /// The [`Cut`]s.
    cuts: Sealed,
}

/// A run without its text.
#[derive(Serialize, Deserialize)]
struct Cut {
    /// How long it is.
    bytes: usize,
    mark: Option<Mark>,
    hit: Option<u32>,
    repair: Option<String>,
}

impl PartText {
    /// A part whose text these runs are, joined.
    pub fn new(role: Role, runs: Vec<Run>) -> Self {
        let mut text = String::new();
        let cuts = runs.into_iter().map(|run| {
            text.push_str(&run.text);
            Cut {
                bytes: run.text.len(),
                mark: run.mark,
                hit: run.hit,
                repair: run.repair,
            }
        });
        let cuts: Vec<Cut> = cuts.collect();
        Self {
            role,
            text,
            cuts: Sealed::new(&cuts),
        }
    }

    /// The runs its text is cut into. They are unpacked each time, so ask only for what is drawn.
    pub fn runs(&self) -> Vec<Run> {
        let mut rest = self.text.as_str();
        let cuts: Vec<Cut> = self.cuts.open();
        let runs = cuts.into_iter().map_while(|cut| {
            let (text, after) = rest.split_at_checked(cut.bytes)?;
            rest = after;
            Some(Run {
                text: text.to_owned(),
                mark: cut.mark,
                hit: cut.hit,
                repair: cut.repair,
            })
        });
        runs.collect()
    }
}
