//! The linear chain: how likely each label is at each place, given all that may be.

use crate::labels::{LABELS, LabelSet, may_begin, may_follow};

/// A number for each label.
pub type Row = [f32; LABELS];

/// What labels say of those after them.
#[derive(Clone, Debug)]
pub struct Transitions {
    /// For the first label.
    pub start: Row,
    /// From the label of the row to that of the column.
    pub next: [Row; LABELS],
}

impl Transitions {
    /// All that may be, alike.
    pub fn none() -> Self {
        Self {
            start: [0.0; LABELS],
            next: [[0.0; LABELS]; LABELS],
        }
    }
}

/// What is expected at each place of a sentence.
#[derive(Clone, Debug, Default)]
pub struct Expected {
    /// The chance of each label at each place.
    pub labels: Vec<Row>,
    /// How often each label is expected to follow each.
    pub steps: [Row; LABELS],
    forward: Vec<Row>,
    weights: Vec<Row>,
    scale: Vec<f32>,
}

/// Works out what is expected by the forward-backward algorithm, each place scaled to one, with
/// only the labels in `possible` allowed if there is one. Returns the logarithm of the sum over all
/// paths.
pub fn expect(
    scores: &[Row],
    transitions: &Transitions,
    possible: Option<&[LabelSet]>,
    expected: &mut Expected,
) -> f64 {
    let mut total = weigh(scores, possible, expected);
    let next = factors(transitions);
    let begin: Row = std::array::from_fn(|label| {
        f32::from(u8::from(may_begin(label))) * transitions.start[label].exp()
    });
    total += forward(&begin, &next, expected);
    backward(&next, expected);
    total
}

fn weigh(scores: &[Row], possible: Option<&[LabelSet]>, expected: &mut Expected) -> f64 {
    expected.weights.clear();
    let mut total = 0.0;
    for (place, row) in scores.iter().enumerate() {
        let allowed = |label| possible.is_none_or(|sets| sets[place].has(label));
        let highest = (0..LABELS)
            .filter(|&label| allowed(label))
            .map(|label| row[label])
            .fold(f32::NEG_INFINITY, f32::max);
        total += f64::from(highest);
        expected.weights.push(std::array::from_fn(|label| {
            if allowed(label) {
                (row[label] - highest).exp()
            } else {
                0.0
            }
        }));
    }
    total
}

fn factors(transitions: &Transitions) -> [Row; LABELS] {
    std::array::from_fn(|from| {
        std::array::from_fn(|to| {
            if may_follow(from, to) {
                transitions.next[from][to].exp()
            } else {
                0.0
            }
        })
    })
}

fn forward(begin: &Row, next: &[Row; LABELS], expected: &mut Expected) -> f64 {
    expected.forward.clear();
    expected.scale.clear();
    let mut total = 0.0;
    for (place, weights) in expected.weights.iter().enumerate() {
        let mut row = match place.checked_sub(1) {
            None => *begin,
            Some(before) => reach(&expected.forward[before], next),
        };
        for (chance, weight) in row.iter_mut().zip(weights) {
            *chance *= weight;
        }
        let sum = row.iter().sum::<f32>().max(1e-30);
        total += f64::from(sum.ln());
        expected.forward.push(row.map(|chance| chance / sum));
        expected.scale.push(sum);
    }
    total
}

fn reach(before: &Row, next: &[Row; LABELS]) -> Row {
    let mut row = [0.0; LABELS];
    for (chance, factors) in before.iter().zip(next) {
        for (sum, factor) in row.iter_mut().zip(factors) {
            *sum += chance * factor;
        }
    }
    row
}

fn backward(next: &[Row; LABELS], expected: &mut Expected) {
    expected.steps = [[0.0; LABELS]; LABELS];
    expected.labels.clear();
    expected
        .labels
        .resize(expected.forward.len(), [0.0; LABELS]);
    let mut after = [1.0; LABELS];
    for place in (0..expected.forward.len()).rev() {
        let ahead = expected.forward[place];
        expected.labels[place] = std::array::from_fn(|label| ahead[label] * after[label]);
        let Some(before) = place.checked_sub(1) else {
            break;
        };
        let reached: Row = std::array::from_fn(|label| {
            expected.weights[place][label] * after[label] / expected.scale[place]
        });
        for (from, factors) in next.iter().enumerate() {
            let mut sum = 0.0;
            for (to, factor) in factors.iter().enumerate() {
                let flow = factor * reached[to];
                sum += flow;
                expected.steps[from][to] += expected.forward[before][from] * flow;
            }
            after[from] = sum;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scores(rows: &[[f32; 3]]) -> Vec<Row> {
        let row = |row: &[f32; 3]| std::array::from_fn(|l| row.get(l).copied().unwrap_or(-9.0));
        rows.iter().map(row).collect()
    }

    #[test]
    fn chances_agree_with_counting_every_path() {
        let scores = scores(&[[0.5, 1.0, 3.0], [0.2, -0.3, 0.9], [0.0, 0.1, 0.4]]);
        let mut transitions = Transitions::none();
        transitions.next[1][2] = 0.7;
        transitions.start[1] = -0.2;
        let (mut sum, mut there) = (0.0, 0.0);
        for path in
            (0..LABELS.pow(3)).map(|n| [n % LABELS, n / LABELS % LABELS, n / LABELS / LABELS])
        {
            let allowed =
                may_begin(path[0]) && path.windows(2).all(|two| may_follow(two[0], two[1]));
            if allowed {
                let labels: f32 = (0..3).map(|place| scores[place][path[place]]).sum();
                let steps: f32 = path
                    .windows(2)
                    .map(|two| transitions.next[two[0]][two[1]])
                    .sum();
                let weight = (labels + steps + transitions.start[path[0]]).exp();
                sum += weight;
                there += if path[1] == 2 { weight } else { 0.0 };
            }
        }
        let mut expected = Expected::default();
        let total = expect(&scores, &transitions, None, &mut expected);
        assert!((total - f64::from(sum.ln())).abs() < 1e-4);
        assert!((expected.labels[1][2] - there / sum).abs() < 1e-4);
    }

    #[test]
    fn what_is_not_possible_has_no_chance() {
        let scores = scores(&[[9.0, 0.0, 0.0], [0.0, 0.0, 9.0]]);
        let possible = [LabelSet::only(1), LabelSet::only(0)];
        let mut expected = Expected::default();
        expect(
            &scores,
            &Transitions::none(),
            Some(&possible),
            &mut expected,
        );
        assert!((expected.labels[0][1] - 1.0).abs() < 1e-6);
        assert!((expected.labels[1][0] - 1.0).abs() < 1e-6);
    }
}
