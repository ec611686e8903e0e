//! A reason to take two names for one.

use super::{LinkRule, MentionId};

/// Two names, by their places among the names, and why they are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Join {
    pub(super) one: usize,
    pub(super) other: usize,
    pub(super) rule: LinkRule,
    pub(super) evidence: Option<MentionId>,
}

impl Join {
    pub(super) fn new(one: usize, other: usize, rule: LinkRule) -> Self {
        Self {
            one,
            other,
            rule,
            evidence: None,
        }
    }
}
