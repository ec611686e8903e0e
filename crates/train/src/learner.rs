//! Learning: follow-the-regularised-leader, feature by feature, which leaves most weights at
//! nothing (McMahan and others, "Ad click prediction", 2013).

use std::collections::HashMap;

use dossier_engine::mention::tagger::{
    Casing, KEY_BITS, Lexicon, Seen, Word, features, lower_case, see,
};

use crate::chain::{Expected, Row, Transitions, expect};
use crate::chance::Chance;
use crate::labels::LABELS;
use crate::sentence::{Dress, Lesson};
use crate::sets::AnnotatedSentence;

/// How to learn.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// How often all lessons are taken.
    pub rounds: usize,
    /// How far a weight moves at first.
    pub pace: f32,
    /// How much a weight must be worth to be kept at all.
    pub thrift: f32,
    /// How strongly weights are held near nothing.
    pub restraint: f32,
    /// Features met less often are not learnt.
    pub least: u8,
    /// Share of lessons without capitals, in per cent.
    pub lower: u32,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            rounds: 6,
            pace: 0.1,
            thrift: 0.5,
            restraint: 0.0,
            least: 6,
            lower: 40,
        }
    }
}

/// A sentence and how much it counts.
#[derive(Clone, Debug)]
pub struct Course {
    /// The sentence.
    pub sentence: AnnotatedSentence,
    /// 1 for gold.
    pub worth: f32,
}

/// What was learnt, not yet made small.
#[derive(Clone, Debug)]
pub struct Learnt {
    /// A row of weights for each feature's key.
    pub rows: HashMap<u32, Row>,
    /// What labels say of those after them.
    pub transitions: Transitions,
}

/// A number that no feature has.
const UNKNOWN: u32 = u32::MAX;

struct Learner<'a> {
    plan: Plan,
    lexicon: &'a Lexicon,
    /// A feature's number by its key.
    numbers: Vec<u32>,
    weights: Vec<Row>,
    /// The leader's sums of slopes.
    pulls: Vec<Row>,
    /// Sums of squared slopes.
    spreads: Vec<Row>,
    transitions: Transitions,
    transition_spread: Transitions,
}

/// Learns from all sentences; `tell` is told what each round cost.
pub fn learn(
    courses: &[Course],
    lexicon: &Lexicon,
    plan: Plan,
    mut tell: impl FnMut(String),
) -> Learnt {
    let mut learner = Learner::new(courses, lexicon, plan);
    tell(format!("{} features", learner.weights.len()));
    let mut chance = Chance::new(20);
    let mut order: Vec<usize> = (0..courses.len()).collect();
    let mut room = Room::default();
    for round in 1..=plan.rounds {
        chance.shuffle(&mut order);
        let mut loss = 0.0;
        for &place in &order {
            let course = &courses[place];
            let dress = match chance.below(200) {
                draw if draw < plan.lower => Dress::Lower,
                draw if draw < plan.lower * 2 => Dress::Tokenised,
                _ => Dress::Natural,
            };
            let alone = chance.below(5) == 0;
            loss += learner.study(course, dress, alone, &mut room);
        }
        let kept = learner.weights.iter().flatten().filter(|&&w| w != 0.0);
        tell(format!(
            "round {round}: loss {:.4}, {} weights",
            loss / courses.len() as f64,
            kept.count()
        ));
    }
    learner.finish()
}

/// Room to work in.
#[derive(Default)]
struct Room {
    seen: Vec<Seen>,
    numbers: Vec<u32>,
    ends: Vec<usize>,
    scores: Vec<Row>,
    all: Expected,
    right: Expected,
}

/// What is seen of a lesson's words.
fn look_at(lesson: &Lesson, lower: Option<Casing>, lexicon: &Lexicon, seen: &mut Vec<Seen>) {
    let words = lesson
        .tokens
        .iter()
        .map(|token| Word::of(token.span.of(&lesson.text), token));
    see(words, lower, lexicon, seen);
}

impl<'a> Learner<'a> {
    fn new(courses: &[Course], lexicon: &'a Lexicon, plan: Plan) -> Self {
        let mut counts = vec![0u8; 1 << KEY_BITS];
        let mut seen = Vec::new();
        for course in courses {
            for dress in [Dress::Natural, Dress::Lower] {
                let lesson = Lesson::of(&course.sentence, dress);
                let lower = (dress == Dress::Lower).then_some(Casing::Lower);
                look_at(&lesson, lower, lexicon, &mut seen);
                for at in 0..seen.len() {
                    features(&seen, at, |key| {
                        let count = &mut counts[key as usize];
                        *count = count.saturating_add(1);
                    });
                }
            }
        }
        let mut numbers = vec![UNKNOWN; 1 << KEY_BITS];
        let mut known = 0;
        for (number, _) in numbers
            .iter_mut()
            .zip(&counts)
            .filter(|&(_, &count)| count >= plan.least)
        {
            *number = known;
            known += 1;
        }
        let rows = || vec![[0.0; LABELS]; known as usize];
        Self {
            plan,
            lexicon,
            numbers,
            weights: rows(),
            pulls: rows(),
            spreads: rows(),
            transitions: Transitions::none(),
            transition_spread: Transitions {
                start: [1.0; LABELS],
                next: [[1.0; LABELS]; LABELS],
            },
        }
    }

    /// Takes one lesson; returns what was lost by not knowing it before.
    fn study(&mut self, course: &Course, dress: Dress, alone: bool, room: &mut Room) -> f64 {
        let lesson = Lesson::of(&course.sentence, dress);
        let lower = match dress {
            Dress::Natural if alone => lower_case(&lesson.tokens),
            Dress::Natural => None,
            Dress::Lower | Dress::Tokenised => Some(Casing::Lower),
        };
        look_at(&lesson, lower, self.lexicon, &mut room.seen);
        self.score(room);
        let all = expect(&room.scores, &self.transitions, None, &mut room.all);
        let possible = Some(lesson.possible.as_slice());
        let right = expect(&room.scores, &self.transitions, possible, &mut room.right);
        let mut begin = 0;
        for (place, &end) in room.ends.iter().enumerate() {
            let slope: Row = std::array::from_fn(|label| {
                (room.all.labels[place][label] - room.right.labels[place][label]) * course.worth
            });
            if slope.iter().any(|slope| slope.abs() > 1e-3) {
                for &number in &room.numbers[begin..end] {
                    self.move_feature(number as usize, &slope);
                }
            }
            begin = end;
        }
        self.move_transitions(room, course.worth);
        all - right
    }

    fn score(&self, room: &mut Room) {
        room.numbers.clear();
        room.ends.clear();
        room.scores.clear();
        for at in 0..room.seen.len() {
            let mut row = [0.0; LABELS];
            features(&room.seen, at, |key| {
                let number = self.numbers[key as usize];
                if number != UNKNOWN {
                    room.numbers.push(number);
                    for (sum, weight) in row.iter_mut().zip(&self.weights[number as usize]) {
                        *sum += weight;
                    }
                }
            });
            room.ends.push(room.numbers.len());
            room.scores.push(row);
        }
    }

    fn move_feature(&mut self, number: usize, slope: &Row) {
        let Plan {
            pace,
            thrift,
            restraint,
            ..
        } = self.plan;
        let weights = &mut self.weights[number];
        let pulls = &mut self.pulls[number];
        let spreads = &mut self.spreads[number];
        for label in 0..LABELS {
            let slope = slope[label];
            let spread = spreads[label] + slope * slope;
            let step = (spread.sqrt() - spreads[label].sqrt()) / pace;
            let pull = pulls[label] + slope - step * weights[label];
            pulls[label] = pull;
            spreads[label] = spread;
            let held = (pull.abs() - thrift).max(0.0);
            weights[label] = -pull.signum() * held / ((1.0 + spread.sqrt()) / pace + restraint);
        }
    }

    fn move_transitions(&mut self, room: &Room, worth: f32) {
        let (Some(all), Some(right)) = (room.all.labels.first(), room.right.labels.first()) else {
            return;
        };
        descend(
            &mut self.transitions.start,
            &mut self.transition_spread.start,
            all,
            right,
            worth,
        );
        for from in 0..LABELS {
            descend(
                &mut self.transitions.next[from],
                &mut self.transition_spread.next[from],
                &room.all.steps[from],
                &room.right.steps[from],
                worth,
            );
        }
    }

    fn finish(self) -> Learnt {
        let rows = (0u32..).zip(&self.numbers);
        let rows = rows
            .filter(|&(_, &number)| number != UNKNOWN)
            .map(|(key, &number)| (key, self.weights[number as usize]))
            .filter(|(_, row)| row.iter().any(|&weight| weight != 0.0));
        Learnt {
            rows: rows.collect(),
            transitions: self.transitions,
        }
    }
}

/// One step down, smaller where there were many (AdaGrad).
fn descend(row: &mut Row, spread: &mut Row, all: &Row, right: &Row, worth: f32) {
    for label in 0..LABELS {
        let slope = (all[label] - right[label]) * worth;
        spread[label] += slope * slope;
        row[label] -= 0.1 * slope / spread[label].sqrt();
    }
}
