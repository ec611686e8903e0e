//! Decisions as text, read: what cannot be used is told with its place, the rest counts.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

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

type Table<'a> = DeTable<'a>;
type Value<'a> = Spanned<DeValue<'a>>;

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
    let (table, errors) = DeTable::parse_recoverable(text);
    let error = |error: toml::de::Error| Refused {
        byte: error.span().map_or(text.len(), |span| span.start),
        says: error.message().to_owned(),
        remedy: "Put texts in quotation marks: confirm = \"person: Ada Loon\".".into(),
    };
    let mut refused: Vec<Refused> = errors.into_iter().map(error).collect();
    let mut decisions = Vec::new();
    for (key, value) in table.get_ref() {
        if key.get_ref() == "decision" {
            let (read, more) = read(value);
            decisions.extend(read);
            refused.extend(more);
        } else {
            let says = format!("there is no key {}", quoted(key.get_ref()));
            let remedy = "Begin each decision with [[decision]].";
            refused.push(refusal(key.span().start, says, remedy));
        }
    }
    (decisions, refused)
}

/// Reads the tables under `[[decision]]`.
pub fn read(value: &Value<'_>) -> (Vec<(usize, Decision)>, Vec<Refused>) {
    let Some(tables) = value.get_ref().as_array() else {
        let remedy = "Begin each decision with [[decision]], in two pairs of brackets.";
        let says = "expected a list of decisions".to_owned();
        return (Vec::new(), vec![refusal(value.span().start, says, remedy)]);
    };
    let mut decisions = Vec::new();
    let mut refused = Vec::new();
    for table in tables.iter() {
        let byte = table.span().start;
        match decision(table) {
            Ok(decision) => decisions.push((byte, decision)),
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

fn expected<T>(value: &Value<'_>, what: &str) -> Said<T> {
    let remedy = "Change the value, or remove the decision.";
    Err(refusal(
        value.span().start,
        format!("expected {what}"),
        remedy,
    ))
}

fn decision(value: &Value<'_>) -> Said<Decision> {
    let Some(table) = value.get_ref().as_table() else {
        return expected(value, "a table");
    };
    let mut fields = Fields {
        table,
        byte: value.span().start,
        used: vec!["by", "when", "note"],
    };
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
struct Fields<'t, 'a> {
    table: &'t Table<'a>,
    byte: usize,
    used: Vec<&'static str>,
}

impl<'t, 'a> Fields<'t, 'a> {
    fn act(&mut self) -> Said<Act> {
        if let Some(of) = self.optional("merge", entities)? {
            return Ok(Act::Merge(of));
        }
        if let Some(of) = self.optional("apart", entities)? {
            return Ok(Act::Apart(of));
        }
        if let Some(of) = self.optional("unsure", entities)? {
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
        if let Some(place) = self.optional("mention", mention)? {
            return Ok(Share::Mention(place));
        }
        if let Some(document) = self.optional("document", name)? {
            return Ok(Share::Document(document));
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
        match self.table.get("by") {
            None => Ok(By::default()),
            Some(value) => match value.get_ref().as_str().and_then(By::from_slug) {
                Some(by) => Ok(by),
                None => expected(value, "\"publisher\" or \"reader\""),
            },
        }
    }

    fn when(&self) -> Said<String> {
        match self.table.get("when") {
            None => Ok(String::new()),
            Some(value) => match value.get_ref() {
                DeValue::Datetime(date) => Ok(date.to_string()),
                _ => words(value),
            },
        }
    }

    fn optional<T>(
        &mut self,
        key: &'static str,
        read: fn(&Value<'_>) -> Said<T>,
    ) -> Said<Option<T>> {
        let Some(value) = self.table.get(key) else {
            return Ok(None);
        };
        self.used.push(key);
        read(value).map(Some)
    }

    fn needed<T>(&mut self, key: &'static str, read: fn(&Value<'_>) -> Said<T>) -> Said<T> {
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
        let unused = |key: &str| !self.used.contains(&key);
        let Some(key) = self.table.keys().find(|key| unused(key.get_ref())) else {
            return Ok(());
        };
        let says = format!("there is no key {} in this decision", quoted(key.get_ref()));
        let remedy = format!("Known keys here: {}.", self.used.join(", "));
        Err(refusal(key.span().start, says, remedy))
    }
}

fn words(value: &Value<'_>) -> Said<String> {
    match value.get_ref().as_str() {
        Some(words) if words.len() <= LONGEST => Ok(words.to_owned()),
        Some(_) => expected(value, "a shorter text"),
        None => expected(value, "a text in quotation marks"),
    }
}

/// A text with something in it.
fn name(value: &Value<'_>) -> Said<String> {
    match words(value)? {
        name if name.trim().is_empty() => expected(value, "a name"),
        name => Ok(name),
    }
}

fn kind(value: &Value<'_>) -> Said<Kind> {
    match kind_of(value.get_ref().as_str().unwrap_or_default()) {
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
fn entity(value: &Value<'_>) -> Said<EntityRef> {
    let form = "a kind and a name: \"person: Ada Loon\"";
    match value.get_ref() {
        DeValue::String(said) => {
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
        DeValue::Table(table) => {
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

fn entities(value: &Value<'_>) -> Said<Vec<EntityRef>> {
    match value.get_ref().as_array() {
        Some(all) if (2..=MOST_NAMED).contains(&all.len()) => all.iter().map(entity).collect(),
        _ => expected(
            value,
            "a list of two to a hundred: [\"person: A\", \"person: B\"]",
        ),
    }
}

fn mention(value: &Value<'_>) -> Said<MentionRef> {
    let DeValue::Table(table) = value.get_ref() else {
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

fn number(value: &Value<'_>) -> Said<u32> {
    let number = value.get_ref().as_integer();
    let number = number.and_then(|number| number.as_str().parse().ok());
    match number {
        Some(number) if number > 0 => Ok(number),
        _ => expected(value, "a number from 1"),
    }
}

impl<'t, 'a> Fields<'t, 'a> {
    /// The keys of a table in a decision.
    fn of(value: &Value<'_>, table: &'t Table<'a>) -> Self {
        Self {
            table,
            byte: value.span().start,
            used: Vec::new(),
        }
    }
}
