/// What of a word can be compared at a glance.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    /// A bit for each letter from a to z; the other characters share what is left.
    letters: u32,
    /// Characters.
    length: u32,
}

impl Shape {
    pub(super) fn of(word: &str) -> Self {
        let bit = |c: char| match c {
            'a'..='z' => u32::from(c) - u32::from('a'),
            other => 26 + u32::from(other) % 6,
        };
        Self {
            letters: word.chars().fold(0, |letters, c| letters | 1 << bit(c)),
            length: word.chars().count() as u32,
        }
    }

    pub(super) fn is_near(self, other: Shape, most: u32) -> bool {
        (self.letters ^ other.letters).count_ones() <= 2 * most
            && self.length.abs_diff(other.length) <= most
    }
}

/// Counts slips between one word and others (optimal string alignment: Damerau 1964, in the form
/// of Wagner and Fischer's table). Kept for its rows, so that nothing is allocated per word.
pub(super) struct Slips {
    word: Vec<char>,
    other: Vec<char>,
    /// The row being filled, and the two before it.
    rows: [Vec<u32>; 3],
}

impl Slips {
    pub(super) fn new(word: &str) -> Self {
        let word: Vec<char> = word.chars().collect();
        let row = vec![0; word.len() + 1];
        Self {
            word,
            other: vec![],
            rows: [row.clone(), row.clone(), row],
        }
    }

    /// How many slips lead from the word to another, if no more than `most`.
    pub(super) fn between(&mut self, other: &str, most: u32) -> Option<u32> {
        self.other.clear();
        self.other.extend(other.chars());
        self.rows[0]
            .iter_mut()
            .zip(0..)
            .for_each(|(cell, n)| *cell = n);
        for at in 0..self.other.len() {
            self.rows.rotate_right(1);
            if self.fill_row(at) > most {
                return None;
            }
        }
        self.rows[0].last().copied().filter(|&slips| slips <= most)
    }

    /// Fills the row of one letter of the other word; gives its least cell.
    fn fill_row(&mut self, at: usize) -> u32 {
        let [row, before, earlier] = &mut self.rows;
        row[0] = at as u32 + 1;
        let mut least = row[0];
        for (n, &letter) in self.word.iter().enumerate() {
            let is_same = letter == self.other[at];
            let mut slips = before[n] + u32::from(!is_same);
            slips = slips.min(before[n + 1] + 1).min(row[n] + 1);
            let is_exchanged = n > 0
                && at > 0
                && letter == self.other[at - 1]
                && self.word[n - 1] == self.other[at];
            if is_exchanged {
                slips = slips.min(earlier[n - 1] + 1);
            }
            row[n + 1] = slips;
            least = least.min(slips);
        }
        least
    }
}
