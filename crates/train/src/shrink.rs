//! Making what was learnt small: weak weights go, the others are rounded to steps.

use dossier_engine::mention::tagger::{FINE, FORBIDDEN};

use crate::chain::Row;
use crate::labels::{LABELS, may_begin, may_follow};
use crate::learner::Learnt;

/// How small.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    /// A feature is kept if one of its weights is as strong.
    pub strongest: f32,
    /// A kept feature's weight is kept if it is as strong.
    pub weakest: f32,
    /// Steps between nothing and [`Measure::limit`].
    pub steps: f32,
    /// Stronger weights count as strong as this.
    pub limit: f32,
}

impl Default for Measure {
    fn default() -> Self {
        Self {
            strongest: 0.12,
            weakest: 0.06,
            steps: 40.0,
            limit: 2.5,
        }
    }
}

/// What was learnt, in steps.
#[derive(Clone, Debug)]
pub struct Small {
    /// Features with their weights, by rising key.
    pub rows: Vec<(u32, [i8; LABELS])>,
    /// For the first label; [`FORBIDDEN`] if it may not be.
    pub start: [i16; LABELS],
    /// From label to label, likewise.
    pub next: [[i16; LABELS]; LABELS],
    /// A quarter of what makes a label e times as likely, as margins count.
    pub sure_step: u16,
}

/// Makes it small.
pub fn shrink(learnt: &Learnt, measure: Measure) -> Small {
    let step = measure.limit / measure.steps;
    let kept = |row: &Row| row.iter().any(|weight| weight.abs() >= measure.strongest);
    let mut rows: Vec<_> = learnt
        .rows
        .iter()
        .filter(|(_, row)| kept(row))
        .map(|(&key, row)| (key, row.map(|weight| rounded(weight, step, measure))))
        .collect();
    rows.sort_unstable_by_key(|&(key, _)| key);
    let fine = |score: f32, allowed: bool| {
        if allowed {
            (score / step * FINE as f32).round() as i16
        } else {
            FORBIDDEN
        }
    };
    let transitions = &learnt.transitions;
    let sure_step = (0.25 / step * FINE as f32).round() as u16;
    Small {
        rows,
        sure_step,
        start: std::array::from_fn(|label| fine(transitions.start[label], may_begin(label))),
        next: std::array::from_fn(|from| {
            std::array::from_fn(|to| fine(transitions.next[from][to], may_follow(from, to)))
        }),
    }
}

fn rounded(weight: f32, step: f32, measure: Measure) -> i8 {
    if weight.abs() < measure.weakest {
        return 0;
    }
    let steps = (weight.abs() / step).round().clamp(1.0, measure.steps);
    (steps * weight.signum()) as i8
}
