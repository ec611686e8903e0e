//! The best sequence of labels for a sentence, by Viterbi's algorithm in whole numbers.

use super::weights::{LANES, Scores};

/// The score of what must not be.
pub(super) const NEVER: i32 = -1 << 28;

/// A label's place: 0 is no name; after it, for each kind in turn, the first word of a name and a
/// further one.
pub type Label = u8;

/// How labels follow each other, in the weights' steps times [`FINE`].
#[derive(Clone, Debug)]
pub(super) struct Steps {
    /// For the first word of a sentence.
    pub(super) start: [i32; LANES],
    /// From the label of the row to that of the column.
    pub(super) next: [[i32; LANES]; LANES],
}

/// What a step of a weight counts in a path's score.
pub const FINE: i32 = 16;

/// Room for finding paths, kept from one sentence to the next.
#[derive(Clone, Debug, Default)]
pub(super) struct Paths {
    /// For each place and label, the best that leads there, it included.
    ahead: Vec<[i32; LANES]>,
    back: Vec<[Label; LANES]>,
}

impl Paths {
    /// The labels of the best path through `scores`, into `labels` (Viterbi).
    pub(super) fn best(&mut self, scores: &[Scores], steps: &Steps, labels: &mut Vec<Label>) {
        labels.clear();
        self.ahead.clear();
        self.back.clear();
        let Some((first, rest)) = scores.split_first() else {
            return;
        };
        let mut best: [i32; LANES] =
            std::array::from_fn(|label| steps.start[label] + i32::from(first[label]) * FINE);
        self.ahead.push(best);
        for row in rest {
            best = self.advance(&best, row, steps);
            self.ahead.push(best);
        }
        let mut label = place_of_greatest(&best);
        labels.push(label);
        for links in self.back.iter().rev() {
            label = links[usize::from(label)];
            labels.push(label);
        }
        labels.reverse();
    }

    fn advance(&mut self, before: &[i32; LANES], row: &Scores, steps: &Steps) -> [i32; LANES] {
        let mut best = [i32::MIN; LANES];
        let mut links = [0; LANES];
        for (from, &score) in before.iter().enumerate() {
            for to in 0..LANES {
                let reached = score + steps.next[from][to];
                if reached > best[to] {
                    best[to] = reached;
                    links[to] = from as Label;
                }
            }
        }
        for (score, &here) in best.iter_mut().zip(row) {
            *score = (*score + i32::from(here) * FINE).max(NEVER);
        }
        self.back.push(links);
        best
    }

    /// For each place, how much worse the best path is that has another label there than the best
    /// of all, whose labels [`Paths::best`] has just found; into `margins`.
    pub(super) fn margins(
        &self,
        scores: &[Scores],
        steps: &Steps,
        labels: &[Label],
        margins: &mut Vec<i32>,
    ) {
        margins.clear();
        let mut behind = [0; LANES];
        for (place, (ahead, &label)) in self.ahead.iter().zip(labels).enumerate().rev() {
            let whole = |label: usize| ahead[label].saturating_add(behind[label]);
            let other = (0..LANES)
                .filter(|&other| other != usize::from(label))
                .map(whole)
                .max();
            let best = whole(usize::from(label));
            margins.push(best.saturating_sub(other.unwrap_or(NEVER)));
            behind = retreat(&behind, &scores[place], steps);
        }
        margins.reverse();
    }
}

/// The best that follows each label, given the best that follows those of the next place.
fn retreat(behind: &[i32; LANES], row: &Scores, steps: &Steps) -> [i32; LANES] {
    let there: [i32; LANES] =
        std::array::from_fn(|label| behind[label] + i32::from(row[label]) * FINE);
    std::array::from_fn(|from| {
        let reached = there.iter().zip(&steps.next[from]);
        let best = reached.map(|(score, step)| score + step).max();
        best.unwrap_or(NEVER).max(NEVER)
    })
}

fn place_of_greatest(scores: &[i32; LANES]) -> Label {
    let mut best = 0;
    for label in 1..LANES {
        if scores[label] > scores[best] {
            best = label;
        }
    }
    best as Label
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps() -> Steps {
        let mut steps = Steps {
            start: [NEVER; LANES],
            next: [[NEVER; LANES]; LANES],
        };
        for from in 0..3 {
            for to in 0..3 {
                if to != 2 || from != 0 {
                    steps.next[from][to] = 0;
                }
            }
            steps.start[from] = if from == 2 { NEVER } else { 0 };
        }
        steps
    }

    fn path(rows: &[[i16; 3]]) -> Vec<Label> {
        let scores: Vec<Scores> = rows
            .iter()
            .map(|row| std::array::from_fn(|label| row.get(label).copied().unwrap_or(0)))
            .collect();
        let mut labels = Vec::new();
        Paths::default().best(&scores, &steps(), &mut labels);
        labels
    }

    #[test]
    fn a_name_does_not_go_on_before_it_begins() {
        assert_eq!(path(&[[0, 1, 9], [0, 0, 1], [5, 0, 0]]), [1, 2, 0]);
        assert_eq!(path(&[[2, 0, 0], [0, 1, 3]]), [0, 1]);
        assert_eq!(path(&[]), []);
    }

    #[test]
    fn a_margin_is_what_another_label_would_cost() {
        let scores: Vec<Scores> = [[3, 0, 0], [0, 5, 0], [0, 0, 2]]
            .map(|row: [i16; 3]| std::array::from_fn(|label| row.get(label).copied().unwrap_or(0)))
            .to_vec();
        let (mut paths, mut labels, mut margins) = Default::default();
        Paths::best(&mut paths, &scores, &steps(), &mut labels);
        paths.margins(&scores, &steps(), &labels, &mut margins);
        assert_eq!(labels, [0, 1, 2]);
        assert_eq!(margins, [3 * FINE, (5 + 2) * FINE, 2 * FINE]);
    }

    #[test]
    fn a_long_sentence_stays_within_range() {
        let rows = vec![[i16::MIN, i16::MIN, i16::MIN]; 10_000];
        assert_eq!(path(&rows).len(), 10_000);
    }
}
