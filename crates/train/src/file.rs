//! Writing a model's file: the layout is told at [`dossier_engine::mention::tagger::Model`].

use dossier_engine::mention::Kind;
use dossier_engine::mention::tagger::{MAGIC, SURE, checksum};

use crate::names::Names;
use crate::shrink::Small;

/// What the file says besides names and weights.
#[derive(Clone, Copy, Debug)]
pub struct Head<'a> {
    /// The kinds, in the order of the labels.
    pub kinds: &'a [Kind],
    /// What the model was made from, for people.
    pub sources: &'a str,
    /// How sure a name is, by its margin.
    pub sure: [u8; SURE],
}

/// The file's bytes.
pub fn write(head: Head, names: &Names, small: &Small) -> Vec<u8> {
    let Head {
        kinds,
        sources,
        sure,
    } = head;
    let mut body = Vec::new();
    put_count(&mut body, sources.len());
    body.extend(sources.bytes());
    body.push(kinds.len() as u8);
    for kind in kinds {
        body.push(kind.slug().len() as u8);
        body.extend(kind.slug().bytes());
    }
    let steps = small.start.iter().chain(small.next.iter().flatten());
    body.extend(steps.flat_map(|step| step.to_le_bytes()));
    body.extend(sure);
    body.extend(small.sure_step.to_le_bytes());
    put_names(&mut body, names);
    put_weights(&mut body, small);
    let mut file = MAGIC.to_vec();
    file.extend(checksum(&body).to_le_bytes());
    file.extend(body);
    file
}

fn put_names(body: &mut Vec<u8>, names: &Names) {
    put_count(body, names.len());
    put_rising(body, names.keys().copied());
    body.extend(names.values().map(|entry| entry.cluster as u8));
    body.extend(names.values().map(|entry| (entry.cluster >> 8) as u8));
    body.extend(names.values().map(|entry| entry.lists));
}

fn put_weights(body: &mut Vec<u8>, small: &Small) {
    put_count(body, small.rows.len());
    put_rising(body, small.rows.iter().map(|&(key, _)| key));
    let spoken_of = |row: &[i8]| {
        let labels = row.iter().enumerate();
        labels.fold(0u16, |set, (label, &weight)| {
            set | u16::from(weight != 0) << label
        })
    };
    body.extend(small.rows.iter().map(|(_, row)| spoken_of(row) as u8));
    body.extend(
        small
            .rows
            .iter()
            .map(|(_, row)| (spoken_of(row) >> 8) as u8),
    );
    let weights = small.rows.iter().flat_map(|(_, row)| row);
    body.extend(
        weights
            .filter(|&&weight| weight != 0)
            .map(|&weight| weight as u8),
    );
}

fn put_count(body: &mut Vec<u8>, count: usize) {
    body.extend((count as u32).to_le_bytes());
}

fn put_rising(body: &mut Vec<u8>, numbers: impl Iterator<Item = u32>) {
    let mut last = 0;
    let gaps: Vec<u32> = numbers
        .map(|number| number - std::mem::replace(&mut last, number))
        .collect();
    body.extend(gaps.iter().map(|&gap| gap as u8));
    for gap in gaps {
        match gap >> 8 {
            high @ 0..255 => body.push(high as u8),
            high => {
                body.push(255);
                body.extend(high.to_le_bytes());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::labels::{KINDS, LABELS};
    use dossier_engine::mention::tagger::{Damaged, Entry, Model, NAME_BITS};

    fn file() -> Vec<u8> {
        let names = Names::from([
            (
                3,
                Entry {
                    cluster: 700,
                    lists: 5,
                },
            ),
            (1 << 25, Entry::default()),
        ]);
        let small = Small {
            rows: vec![(7, [0, 1, -2, 0, 0, 0, 0, 0, 9]), (1 << 25, [1; LABELS])],
            start: [3; LABELS],
            next: [[-1; LABELS]; LABELS],
            sure_step: 64,
        };
        let head = Head {
            kinds: &KINDS,
            sources: "a test",
            sure: [50; SURE],
        };
        write(head, &names, &small)
    }

    #[test]
    fn what_is_written_is_read() {
        let model = Model::open(&file()).unwrap();
        assert_eq!(model.kinds, KINDS);
        assert_eq!(model.sources, "a test");
        assert_eq!(
            model.lexicon().look_up(3 << (32 - NAME_BITS)),
            Entry {
                cluster: 700,
                lists: 5
            }
        );
    }

    #[test]
    fn a_damaged_file_is_refused() {
        let file = file();
        for end in 0..file.len() {
            assert!(Model::open(&file[..end]).is_err(), "cut at {end}");
        }
        for place in 0..file.len() {
            let mut changed = file.clone();
            changed[place] ^= 4;
            assert!(Model::open(&changed).is_err(), "changed at {place}");
        }
        assert_eq!(Model::open(b"GIF89a").unwrap_err(), Damaged::NotAModel);
    }
}
