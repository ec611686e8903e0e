//! Where names lead, in a corpus of any size.

use super::{Entity, EntityId};
use crate::text::fold::fold;

/// A list by which entities are found by a name or an address. Takes eight bytes for each.
#[derive(Debug, Default)]
pub struct Roll {
    /// For each name or address its hash and, in the lower half, whose it is; sorted.
    entries: Vec<u64>,
}

impl Roll {
    /// The names and addresses of these entities, in their places.
    pub fn of(entities: &[Entity]) -> Self {
        let mut entries = Vec::with_capacity(2 * entities.len());
        for (entity, place) in entities.iter().zip(0..) {
            let aliases = entity.aliases.iter().map(|alias| &alias.name);
            let known = [&entity.name, &entity.slug].into_iter().chain(aliases);
            entries.extend(known.map(|name| entry(name, place)));
        }
        entries.sort_unstable();
        entries.dedup();
        Self { entries }
    }

    /// All that go by this name or have this address, in order, and maybe some whose name or
    /// address differs.
    pub fn called(&self, name: &str) -> impl Iterator<Item = EntityId> {
        let (first, last) = (entry(name, 0), entry(name, u32::MAX));
        let from = self.entries.partition_point(|&entry| entry < first);
        let alike = self.entries[from..].iter();
        let alike = alike.take_while(move |&&entry| entry <= last);
        alike.map(|&entry| EntityId(entry as u32))
    }
}

/// The hash of a name by its letters and digits alone, so that spaces and hyphens make no
/// difference; and a place.
fn entry(name: &str, place: u32) -> u64 {
    let hash = match name.is_ascii() {
        true => hashed(name.bytes().filter(u8::is_ascii_alphanumeric)),
        false => {
            let folded = fold(name);
            let letters = folded.chars().filter(|c| c.is_alphanumeric());
            hashed(letters.flat_map(|c| {
                let mut bytes = [0; 4];
                let length = c.encode_utf8(&mut bytes).len();
                bytes.into_iter().take(length)
            }))
        }
    };
    u64::from(hash) << 32 | u64::from(place)
}

/// Fowler, Noll and Vo's hash (FNV-1a) of these bytes in lower case.
pub(crate) fn hashed(bytes: impl Iterator<Item = u8>) -> u32 {
    bytes.fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawn;

    #[track_caller]
    fn check(name: &str, expected: &[u32]) {
        let corpus = drawn::corpus(&[
            "⟦person:Ada Loon⟧ and ⟦person:Loon=Ada Loon⟧ met ⟦place:Orléans⟧, ⟦person:Bob Loon⟧.",
        ]);
        let roll = Roll::of(&corpus.entities);
        let places: Vec<u32> = roll.called(name).map(|id| id.0).collect();
        assert_eq!(places, expected, "{name}");
    }

    #[test]
    fn somebody_is_found_by_name_alias_and_address() {
        check("Ada Loon", &[0]);
        check("ada  LOON", &[0]);
        check("ada-loon", &[0]);
        check("Loon", &[0]);
        check("Bob Loon", &[1]);
        check("Bob", &[]);
    }

    #[test]
    fn accents_make_no_difference() {
        check("Orleans", &[2]);
        check("ORLÉANS", &[2]);
    }
}
