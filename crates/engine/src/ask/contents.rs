use serde::{Deserialize, Serialize};

/// What this dossier is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Contents {
    /// Title of the corpus; never empty.
    pub title: String,
    /// What the publisher says it is; may be empty.
    pub description: String,
    /// Language of the page, as a BCP 47 tag.
    pub language: String,
    /// All documents, in corpus order.
    pub documents: Vec<DocumentCard>,
    /// How many entities there are.
    pub entities: u32,
    /// How many mentions there are.
    pub mentions: u32,
}

/// A document in a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DocumentCard {
    /// Its address.
    pub slug: String,
    /// File name of the seed.
    pub file: String,
    /// Its title, or else its first words.
    pub title: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// Language of the text, as a BCP 47 tag, where known.
    pub language: Option<String>,
    /// First lines of its body.
    pub opening: String,
    /// Words in it.
    pub words: u32,
    /// Mentions in it.
    pub mentions: u32,
    /// The entities mentioned most in it, at most five: slugs and names.
    pub about: Vec<super::Value>,
}

/// When a document was published, and how that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// ISO-8601 or TIMEX-like value.
    pub value: String,
    /// As people write it: "26 January 2018", "week 50 of 2016".
    pub label: String,
    /// Why it is taken to be so, if the document does not say it outright; for people.
    pub inferred: Option<String>,
}
