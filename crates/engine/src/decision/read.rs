//! Decisions as text, read: what cannot be used is told with its place, the rest counts.

use super::text::tables;
use super::value::{Placed, Value};
use super::{Act, By, Decision, EntityRef, MentionRef, Share};
use crate::complaint::quoted;
use crate::mention::Kind;

/// Bytes of the longest name, quotation or note.
const LONGEST: usize = 2_000;

/// As many things as one decision may name at once.
const MOST_NAMED: usize = 100;

/// What says what is to be done.
const ACTS: &str = "merge, apart, unsure, split, rename, retype, hide, hide-mention, add-name, \
                    add-mention, confirm, remark";

/// Something that is no decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Where in the text: a byte.
    pub byte: usize,
    /// What is wrong.
    pub says: String,
    /// What the editor can do about it.
    pub remedy: String,
}

type Said<T> = Result<T, Refused>;

/// Reads decisions from a text of their own, each with the byte where it begins, in the order of
/// the text. Tables that are no decisions are told and left out.
pub fn parse(text: &str) -> (Vec<(usize, Decision)>, Vec<Refused>) {
    let (tables, mut refused) = tables(text);
    let (decisions, more) = read(&tables);
    refused.extend(more);
    refused.sort_by_key(|refusal| refusal.byte);
    (decisions, refused)
}

/// Reads the tables under `[[decision]]`.
pub fn read(tables: &[Placed]) -> (Vec<(usize, Decision)>, Vec<Refused>) {
    let mut decisions = Vec::new();
    let mut refused = Vec::new();
    for table in tables {
        match decision(table) {
            Ok(decision) => decisions.push((table.byte, decision)),
            Err(refusal) => refused.push(refusal),
        }
    }
    (decisions, refused)
}

fn refusal(byte: usize, says: String, remedy: impl Into<String>) -> Refused {
    Refused {
        byte,
        says,
        remedy: remedy.into(),
    }
}

fn expected<T>(value: &Placed, what: &str) -> Said<T> {
    let remedy = "Change the value, or remove the decision.";
    Err(refusal(value.byte, format!("expected {what}"), remedy))
}

fn decision(value: &Placed) -> Said<Decision> {
    let Value::Table(table) = &value.value else {
        return expected(value, "a table");
    };
    let mut fields = Fields::of(value, table);
    fields.used.extend(["by", "when", "note"]);
    let act = fields.act()?;
    fields.check_all_used()?;
    Ok(Decision {
        act,
        by: fields.by()?,
        when: fields.when()?,
        note: fields.optional("note", words)?.unwrap_or_default(),
    })
}

/// The keys of one decision.
struct Fields<'t> {
    table: &'t [(usize, String, Placed)],
    byte: usize,
    used: Vec<&'static str>,
}

impl<'t> Fields<'t> {
    fn act(&mut self) -> Said<Act> {
        if let Some(of) = self.optional("merge", entities)? {
            return Ok(Act::Merge(of));
        }
        if let Some(of) = self.optional("apart", entities)? {
            return Ok(Act::Apart(of));
        }
        if let Some(of) = self.optional("unsure", some_entities)? {
            return Ok(Act::Unsure(of));
        }
        if let Some(from) = self.optional("split", entity)? {
            let part = self.share()?;
            let to = self.optional("to", entity)?;
            return Ok(Act::Split { from, part, to });
        }
        if let Some(entity) = self.optional("rename", entity)? {
            let to = self.needed("to", name)?;
            return Ok(Act::Rename { entity, to });
        }
        if let Some(entity) = self.optional("retype", entity)? {
            let to = self.needed("to", kind)?;
            return Ok(Act::Retype { entity, to });
        }
        if let Some(of) = self.optional("hide", entity)? {
            return Ok(Act::Hide(of));
        }
        if let Some(place) = self.optional("hide-mention", mention)? {
            return Ok(Act::HideMention(place));
        }
        if let Some(name) = self.optional("add-name", name)? {
            let to = self.needed("to", entity)?;
            return Ok(Act::AddName { name, to });
        }
        if let Some(mention) = self.optional("add-mention", mention)? {
            let to = self.needed("to", entity)?;
            return Ok(Act::AddMention { mention, to });
        }
        if let Some(of) = self.optional("confirm", entity)? {
            return Ok(Act::Confirm(of));
        }
        if let Some(of) = self.optional("remark", entity)? {
            return Ok(Act::Remark(of));
        }
        let says = "this decision does not say what is to be done".to_owned();
        Err(refusal(
            self.byte,
            says,
            format!("Known keys here: {ACTS}."),
        ))
    }

    fn share(&mut self) -> Said<Share> {
        if let Some(places) = self.optional("mention", |value| some(value, mention))? {
            return Ok(Share::Mentions(places));
        }
        if let Some(all) = self.optional("document", |value| some(value, name))? {
            return Ok(Share::Documents(all));
        }
        if let Some(name) = self.optional("name", name)? {
            return Ok(Share::Name(name));
        }
        let says = "this does not say which mentions are somebody else's".to_owned();
        Err(refusal(
            self.byte,
            says,
            "Add one of these: name, document, mention.",
        ))
    }

    fn by(&self) -> Said<By> {
        let Some(value) = self.get("by") else {
            return Ok(By::default());
        };
        match By::from_slug(text(value)) {
            Some(by) => Ok(by),
            None => expected(value, "\"publisher\", \"sender\" or \"reader\""),
        }
    }

    fn when(&self) -> Said<String> {
        self.get("when").map_or(Ok(String::new()), words)
    }

    fn get(&self, key: &str) -> Option<&'t Placed> {
        let mut pairs = self.table.iter();
        pairs
            .find(|(_, own, _)| own == key)
            .map(|(_, _, value)| value)
    }

    fn optional<T>(&mut self, key: &'static str, read: fn(&Placed) -> Said<T>) -> Said<Option<T>> {
        let Some(value) = self.get(key) else {
            return Ok(None);
        };
        self.used.push(key);
        read(value).map(Some)
    }

    fn needed<T>(&mut self, key: &'static str, read: fn(&Placed) -> Said<T>) -> Said<T> {
        match self.optional(key, read)? {
            Some(value) => Ok(value),
            None => {
                let says = format!("this decision has no key `{key}`");
                Err(refusal(self.byte, says, format!("Add the key `{key}`.")))
            }
        }
    }

    /// What nobody asked for is a slip of the pen, and must not be passed over.
    fn check_all_used(&self) -> Said<()> {
        let unused = |(_, key, _): &&(usize, String, Placed)| !self.used.contains(&key.as_str());
        let Some((byte, key, _)) = self.table.iter().find(unused) else {
            return Ok(());
        };
        let says = format!("there is no key {} in this decision", quoted(key));
        let remedy = format!("Known keys here: {}.", self.used.join(", "));
        Err(refusal(*byte, says, remedy))
    }
}

/// The text; nothing if it is none.
fn text(value: &Placed) -> &str {
    match &value.value {
        Value::Text(text) => text,
        _ => "",
    }
}

fn words(value: &Placed) -> Said<String> {
    match &value.value {
        Value::Text(words) if words.len() <= LONGEST => Ok(words.clone()),
        Value::Text(_) => expected(value, "a shorter text"),
        _ => expected(value, "a text in quotation marks"),
    }
}

/// A text with something in it.
fn name(value: &Placed) -> Said<String> {
    match words(value)? {
        name if name.trim().is_empty() => expected(value, "a name"),
        name => Ok(name),
    }
}

fn kind(value: &Placed) -> Said<Kind> {
    match kind_of(text(value)) {
        Some(kind) => Ok(kind),
        None => {
            let kinds: Vec<&str> = named_kinds().map(Kind::slug).collect();
            expected(value, &format!("one of the kinds {}", kinds.join(", ")))
        }
    }
}

/// Kinds whose mentions are of entities.
fn named_kinds() -> impl Iterator<Item = Kind> {
    let kinds = Kind::ALL.into_iter();
    kinds.filter(|kind| !matches!(kind, Kind::Date | Kind::Web))
}

fn kind_of(slug: &str) -> Option<Kind> {
    named_kinds().find(|kind| kind.slug() == slug)
}

/// `"group: The Pilots"`, or a table of kind, name and document.
fn entity(value: &Placed) -> Said<EntityRef> {
    let form = "a kind and a name: \"person: Ada Loon\"";
    match &value.value {
        Value::Text(said) => {
            let (slug, rest) = said.split_once(": ").unwrap_or_default();
            match kind_of(slug) {
                Some(kind) if !rest.trim().is_empty() && rest.len() <= LONGEST => Ok(EntityRef {
                    kind,
                    name: rest.to_owned(),
                    document: None,
                }),
                _ => expected(value, form),
            }
        }
        Value::Table(table) => {
            let mut fields = Fields::of(value, table);
            let entity = EntityRef {
                kind: fields.needed("kind", kind)?,
                name: fields.needed("name", name)?,
                document: fields.optional("document", name)?,
            };
            fields.check_all_used()?;
            Ok(entity)
        }
        _ => expected(value, form),
    }
}

fn entities(value: &Placed) -> Said<Vec<EntityRef>> {
    match &value.value {
        Value::List(all) if (2..=MOST_NAMED).contains(&all.len()) => {
            all.iter().map(entity).collect()
        }
        _ => expected(
            value,
            "a list of two to a hundred: [\"person: A\", \"person: B\"]",
        ),
    }
}

fn some_entities(value: &Placed) -> Said<Vec<EntityRef>> {
    match &value.value {
        Value::List(all) if (1..=MOST_NAMED).contains(&all.len()) => {
            all.iter().map(entity).collect()
        }
        _ => expected(value, "a list: [\"person: A\", \"person: B\"]"),
    }
}

/// One, or a list of up to a hundred.
fn some<T>(value: &Placed, read: fn(&Placed) -> Said<T>) -> Said<Vec<T>> {
    match &value.value {
        Value::List(all) if (1..=MOST_NAMED).contains(&all.len()) => all.iter().map(read).collect(),
        Value::List(_) => expected(value, "a list of one to a hundred"),
        _ => Ok(vec![read(value)?]),
    }
}

fn mention(value: &Placed) -> Said<MentionRef> {
    let Value::Table(table) = &value.value else {
        return expected(value, "a place: { document = \"…\", quote = \"…\" }");
    };
    let mut fields = Fields::of(value, table);
    let mention = MentionRef {
        document: fields.needed("document", name)?,
        quote: fields.needed("quote", name)?,
        before: fields.optional("before", words)?.unwrap_or_default(),
        nth: fields.optional("nth", number)?.unwrap_or_default(),
    };
    fields.check_all_used()?;
    Ok(mention)
}

fn number(value: &Placed) -> Said<u32> {
    match value.value {
        Value::Number(number) if number > 0 => Ok(number),
        _ => expected(value, "a number from 1"),
    }
}

impl<'t> Fields<'t> {
    /// The keys of a table.
    fn of(value: &Placed, table: &'t [(usize, String, Placed)]) -> Self {
        Self {
            table,
            byte: value.byte,
            used: Vec::new(),
        }
    }
}
