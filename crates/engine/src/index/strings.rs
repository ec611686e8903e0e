use std::ops::Range;

/// Many short texts in one.
#[derive(Debug, Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(self.text.len() as u32);
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Nothing for a place beyond the last.
    pub(super) fn get(&self, place: u32) -> &str {
        self.text.get(self.range(place)).unwrap_or_default()
    }

    pub(super) fn bytes(&self, place: u32) -> &[u8] {
        self.text
            .as_bytes()
            .get(self.range(place))
            .unwrap_or_default()
    }

    fn range(&self, place: u32) -> Range<usize> {
        let place = place as usize;
        let start = place
            .checked_sub(1)
            .and_then(|before| self.ends.get(before));
        let end = self.ends.get(place);
        start.map_or(0, |&start| start as usize)..end.map_or(0, |&end| end as usize)
    }
}
