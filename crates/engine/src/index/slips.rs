//! Words that are a slip of the pen apart: a letter too many, missing or wrong, or two neighbours
//! exchanged. The distance is that of optimal string alignment (Damerau 1964, in the form of Wagner
//! and Fischer's table).

/// What of a word can be compared at a glance: enough to tell most words apart that are more than
/// a slip or two apart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    /// A bit for each letter from a to z that comes at least once, and another if it comes at least
    /// twice; other characters share what is left. A slip changes two bits at most.
    letters: u64,
    /// Characters.
    length: u32,
}

impl Shape {
    pub(super) fn of(word: &str) -> Self {
        let mut letters = 0;
        for letter in word.chars() {
            let once = match letter {
                'a'..='z' => 1 << (u32::from(letter) - u32::from('a')),
                other => 1 << (26 + u32::from(other) % 6),
            };
            letters |= if letters & once == 0 {
                once
            } else {
                once << 32
            };
        }
        Self {
            letters,
            length: word.chars().count() as u32,
        }
    }

    /// Whether the words can be so many slips apart.
    pub(super) fn is_near(self, other: Shape, most: u8) -> bool {
        (self.letters ^ other.letters).count_ones() <= 2 * u32::from(most)
            && self.length.abs_diff(other.length) <= u32::from(most)
    }
}

/// Counts slips between one word and others.
pub(super) struct Slips {
    word: Vec<char>,
    most: u8,
    other: Vec<char>,
    /// The row of the last letter of the other word, of the one before, and of the one before that.
    /// Only the cells that `most` slips can reach are filled, and their neighbours.
    rows: [Vec<u8>; 3],
}

/// More slips than are ever let pass.
const TOO_FAR: u8 = u8::MAX / 2;

impl Slips {
    pub(super) fn new(word: &str, most: u8) -> Self {
        let word: Vec<char> = word.chars().collect();
        let row = vec![TOO_FAR; word.len() + 1];
        Self {
            word,
            most,
            other: vec![],
            rows: [row.clone(), row.clone(), row],
        }
    }

    /// How many slips lead to the other word, if no more than are let pass.
    pub(super) fn to(&mut self, other: &str) -> Option<u8> {
        self.other.clear();
        self.other.extend(other.chars());
        if self.word.len().abs_diff(self.other.len()) > usize::from(self.most) {
            return None;
        }
        let reach = usize::from(self.most) + 1;
        for (cell, n) in self.rows[0].iter_mut().zip(0..).take(reach + 1) {
            *cell = n;
        }
        for place in 1..=self.other.len() {
            self.rows.rotate_right(1);
            if self.fill_row(place) > self.most {
                return None;
            }
        }
        self.rows[0]
            .last()
            .copied()
            .filter(|&slips| slips <= self.most)
    }

    /// Fills the row of a letter of the other word, counted from 1; gives its least cell.
    fn fill_row(&mut self, place: usize) -> u8 {
        let (most, length) = (usize::from(self.most), self.word.len());
        let [row, before, earlier] = &mut self.rows;
        let letter = self.other[place - 1];
        let first = place.saturating_sub(most).max(1);
        let last = length.min(place + most);
        row[first - 1] = if first == 1 && place <= most {
            place as u8
        } else {
            TOO_FAR
        };
        let mut least = row[first - 1];
        for n in first..=last {
            let mut slips = before[n - 1] + u8::from(self.word[n - 1] != letter);
            slips = slips.min(before[n] + 1).min(row[n - 1] + 1);
            let is_exchanged = n > 1
                && place > 1
                && self.word[n - 1] == self.other[place - 2]
                && self.word[n - 2] == letter;
            if is_exchanged {
                slips = slips.min(earlier[n - 2] + 1);
            }
            row[n] = slips.min(TOO_FAR);
            least = least.min(slips);
        }
        if let Some(beyond) = row.get_mut(last + 1) {
            *beyond = TOO_FAR;
        }
        least
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// How many slips lead from one word to another, if at most so many.
    fn near(asked: &str, other: &str, most: u8) -> Option<u8> {
        let slips = Slips::new(asked, most).to(other);
        let is_seen = Shape::of(asked).is_near(Shape::of(other), most);
        assert!(
            is_seen || slips.is_none(),
            "{asked} and {other} are near at a glance"
        );
        slips
    }

    /// The same by the whole table.
    fn slips(one: &str, other: &str) -> usize {
        let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
        let mut table = vec![vec![0; other.len() + 1]; one.len() + 1];
        for i in 0..=one.len() {
            for j in 0..=other.len() {
                table[i][j] = match (i, j) {
                    (0, n) | (n, 0) => n,
                    _ => {
                        let wrong = table[i - 1][j - 1] + usize::from(one[i - 1] != other[j - 1]);
                        let least = wrong.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                        let is_exchanged = i > 1
                            && j > 1
                            && one[i - 1] == other[j - 2]
                            && one[i - 2] == other[j - 1];
                        if is_exchanged {
                            least.min(table[i - 2][j - 2] + 1)
                        } else {
                            least
                        }
                    }
                };
            }
        }
        table[one.len()][other.len()]
    }

    #[test]
    fn a_slip_is_a_letter_too_many_missing_wrong_or_exchanged() {
        for other in ["bears", "ear", "beer", "baer"] {
            assert_eq!(near("bear", other, 1), Some(1), "{other}");
        }
        for other in ["bare", "be", "beards"] {
            assert_eq!(near("bear", other, 1), None, "{other}");
        }
        assert_eq!(near("bear", "bear", 1), Some(0));
    }

    proptest! {
        #[test]
        fn slips_are_those_of_the_whole_table(
            asked in "[abé]{1,7}|[a-e]{1,9}", other in "[abé]{1,7}|[a-e]{1,9}", most in 1..3u8,
        ) {
            let expected = Some(slips(&asked, &other) as u8).filter(|&slips| slips <= most);
            prop_assert_eq!(near(&asked, &other, most), expected);
        }

        #[test]
        fn one_word_after_another_is_counted_as_each_alone(
            asked in "[ab]{1,5}", others in prop::collection::vec("[ab]{1,6}", 0..9), most in 1..3u8,
        ) {
            let mut slips = Slips::new(&asked, most);
            for other in others {
                prop_assert_eq!(slips.to(&other), near(&asked, &other, most));
            }
        }
    }
}
