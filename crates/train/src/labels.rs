//! Labels of words, and sets of labels that an annotation leaves possible.

use dossier_engine::mention::Kind;

/// The kinds the tagger learns, in the order of its labels.
pub const KINDS: [Kind; 4] = [
    Kind::Person,
    Kind::Organisation,
    Kind::Place,
    Kind::Nationality,
];

/// How many labels there are: none, and for each kind the first word of a name and a further one.
pub const LABELS: usize = 1 + 2 * KINDS.len();

/// The label of words outside names.
pub const OUTSIDE: usize = 0;

/// A set of labels, a bit for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LabelSet(pub u16);

impl LabelSet {
    /// The set of one.
    pub fn only(label: usize) -> Self {
        Self(1 << label)
    }

    /// All labels of these kinds.
    pub fn of_kinds(kinds: &[Kind]) -> Self {
        let places = KINDS.iter().enumerate();
        let bits = places.filter(|(_, kind)| kinds.contains(kind));
        Self(bits.fold(0, |set, (place, _)| set | 0b11 << (1 + 2 * place)))
    }

    /// What is in either.
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the label is in it.
    pub fn has(self, label: usize) -> bool {
        self.0 >> label & 1 == 1
    }

    /// The set with the first words of names turned into further words: for the second piece of
    /// what was one token where it was annotated.
    pub fn continued(self) -> Self {
        const FIRST: u16 = 0b0_1010_1010;
        Self((self.0 & !FIRST) | (self.0 & FIRST) << 1)
    }
}

/// The label that `B-PER`, `I-LOC` and the like stand for; none for `O` and kinds not learnt.
pub fn label_of(tag: &str) -> Option<usize> {
    let (edge, kind) = tag.split_once('-')?;
    let kind = match kind {
        "PER" => Kind::Person,
        "ORG" => Kind::Organisation,
        "LOC" => Kind::Place,
        "NORP" => Kind::Nationality,
        _ => return None,
    };
    let place = KINDS.iter().position(|&known| known == kind)?;
    Some(1 + 2 * place + usize::from(edge == "I"))
}

/// Whether a label may follow another: a name goes on only after it has begun.
pub fn may_follow(before: usize, label: usize) -> bool {
    label == OUTSIDE || label % 2 == 1 || before == label || before + 1 == label
}

/// Whether a sentence may begin with a label.
pub fn may_begin(label: usize) -> bool {
    label == OUTSIDE || label % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_goes_on_only_as_what_it_began_as() {
        let place = |tag| label_of(tag).unwrap();
        assert!(may_follow(place("B-LOC"), place("I-LOC")));
        assert!(may_follow(place("I-LOC"), place("I-LOC")));
        assert!(!may_follow(place("B-PER"), place("I-LOC")));
        assert!(!may_follow(OUTSIDE, place("I-LOC")));
        assert!(!may_begin(place("I-LOC")));
    }

    #[test]
    fn the_second_piece_of_a_token_continues_it() {
        let first = LabelSet::only(label_of("B-ORG").unwrap()).or(LabelSet::only(OUTSIDE));
        let further = LabelSet::only(label_of("I-ORG").unwrap()).or(LabelSet::only(OUTSIDE));
        assert_eq!(first.continued(), further);
    }
}
