//! Spots: where mentions and hits stand, without the text.

use super::*;

/// Spots as `part.byte what`: the name of an entity, the kind of a mention without one, `«n»` for a
/// hit; the byte counts from the start of the part.
fn draw(text: &DocumentText) -> String {
    let parts: Vec<PartText> = text.blocks.iter().flat_map(Block::open).collect();
    let runs = |part: usize| parts[..part].iter().flat_map(|part| &part.runs);
    let before = |part| -> usize { runs(part).map(|run| run.text.len()).sum() };
    let drawn = text.spots.iter().map(|spot| {
        let part = spot.part as usize;
        let byte = spot.before as usize - before(part);
        let what = match spot.what {
            Spotted::Hit(hit) => format!("«{hit}»"),
            Spotted::Mention {
                entity: Some(at), ..
            } => text.entities[at as usize].clone(),
            Spotted::Mention { kind, .. } => kind.slug().to_owned(),
        };
        format!("{part}.{byte} {what}")
    });
    drawn.collect::<Vec<_>>().join(", ")
}

#[test]
fn mentions_and_hits_have_their_spots_in_reading_order() {
    let read = reading(Some("a"), "q=lovelace+letter");
    assert_eq!(
        draw(&read[0]),
        "1.0 ada-lovelace, 1.4 «1», 1.22 london, 1.30 ada-lovelace, 1.30 «2», 1.47 «3», 2.3 date"
    );
}

#[test]
fn each_entity_is_named_once() {
    assert_eq!(
        reading(Some("a"), "")[0].entities,
        ["ada-lovelace", "london"]
    );
}

#[test]
fn kinds_come_in_their_order() {
    let kinds = reading(Some("a"), "")[0].kinds();
    assert_eq!(kinds, [Kind::Person, Kind::Place, Kind::Date]);
}

#[test]
fn what_was_sent_is_cut_into_the_same_runs() {
    let read = reading(Some("a"), "q=lovelace");
    let sent = postcard::to_allocvec(&read).unwrap();
    let came: Vec<DocumentText> = postcard::from_bytes(&sent).unwrap();
    assert_eq!(came, read);
    assert!(runs(&came[0]).eq(runs(&read[0])));
}
