//! A seed's characters become a document: its text, its parts, its facts.

mod draft;
mod facts;
mod layout;
mod manuscript;
mod offers;
mod offsets;
mod origin;
mod problem;
mod read;
mod repair;
mod slug;
pub(crate) mod text;
mod unrepaired;

use std::rc::Rc;

use serde::{Deserialize, Serialize};

pub use facts::{Fact, Facts, Source};
pub use manuscript::{Lines, Manuscript, Markup};
pub use offers::{Doubt, Offer};
pub use offsets::Offsets;
pub use origin::{Format, Origin, Sha256};
pub use problem::{Fault, Place, Problem};
pub(crate) use read::decode;
pub use read::{read, signature};
pub use slug::{LONGEST_SLUG, is_own, own_slug, slug};
pub use text::Text;
pub use unrepaired::Unrepaired;

use crate::text::Span;

/// Bytes of text in one document. Longer files are refused with a message.
pub const LONGEST_TEXT: usize = 64 << 20;

/// One document, ready to be read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Name of the seed without folder and extension, fit for a link: `000_81df8f0803bd2bc7`.
    /// Unique in a corpus, and the document's address. See [`slug()`].
    pub slug: String,
    /// File name of the seed, with its extension.
    pub file: String,
    /// What the seed is, as a file.
    pub origin: Origin,
    /// The text as it is read: the seed's characters with its repairs applied. An image keeps it
    /// apart from the rest.
    #[serde(skip)]
    pub text: Text,
    /// What was repaired, in the order of the text. The original is rebuilt from text and repairs.
    pub repairs: Vec<Repair>,
    /// What could be repaired besides, and may as well be meant; in the order of the text.
    pub offers: Vec<Offer>,
    /// The text's parts in reading order; they do not overlap and leave out only white space.
    pub parts: Vec<Part>,
    /// What is known about the document besides its text. Of many documents the same is known, and
    /// they share it; an image keeps it apart from the rest.
    #[serde(skip)]
    pub facts: Rc<Facts>,
}

impl Document {
    /// The seed's characters, with every repair undone.
    pub fn original(&self) -> String {
        let whole = Span::new(0, self.text.len());
        let undone = self.repairs.iter().map(|r| (r.span, r.before.as_str()));
        draft::replaced(&self.text, whole, undone)
    }

    /// The way from places in the text to places in the original, and back.
    pub fn offsets(&self) -> Offsets {
        Offsets::new(&self.text, &self.repairs)
    }
}

/// One change made to the original so that it reads as it was meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repair {
    /// Where the repaired characters stand in [`Document::text`]; may be empty.
    pub span: Span,
    /// What stood there in the original.
    pub before: String,
    /// Which rule repaired it.
    pub rule: Rule,
}

/// Why a repair was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Rule {
    /// A byte order mark at the start of the file.
    ByteOrderMark,
    /// `\r\n` or a lone `\r` where a line ends.
    LineEnding,
    /// UTF-8 that was read as if it were another encoding, once or several times over.
    WrongDecoding,
    /// A control character.
    Control,
    /// A no-break space between words that need not stay together.
    NoBreakSpace,
    /// A space or joiner without width where it joins or parts nothing.
    ZeroWidth,
    /// A hyphen that shows at the end of a line only.
    SoftHyphen,
    /// A character in the place of another that looks like it.
    LookAlike,
    /// Spaces around a mark, in a text whose words and marks were all set apart.
    Tokenised,
    /// A web address in pieces, in such a text.
    BrokenAddress,
    /// The end of a line that was broken to fit a width.
    LineBreak,
    /// A hyphen where such a line cut a word.
    LineHyphen,
    /// Tags, marks and codes of the file's format.
    Markup,
}

impl Rule {
    /// What was repaired, in a word or two for people.
    pub fn name(self) -> &'static str {
        match self {
            Rule::ByteOrderMark => "byte order mark",
            Rule::LineEnding => "line ending",
            Rule::WrongDecoding => "wrong decoding",
            Rule::Control => "control character",
            Rule::NoBreakSpace => "no-break space",
            Rule::ZeroWidth => "zero-width character",
            Rule::SoftHyphen => "soft hyphen",
            Rule::LookAlike => "look-alike character",
            Rule::Tokenised => "tokenised text",
            Rule::BrokenAddress => "broken web address",
            Rule::LineBreak => "broken line",
            Rule::LineHyphen => "word cut by a line",
            Rule::Markup => "markup",
        }
    }
}

/// A stretch of the text that plays one role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Where it stands in [`Document::text`].
    pub span: Span,
    /// What it is.
    pub role: Role,
}

/// What a part is to its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The document's own title.
    Title,
    /// A heading inside the body.
    Subheading,
    /// Who wrote it.
    Byline,
    /// A paragraph of the body.
    Paragraph,
    /// Where and by which agency a text was written, at its start: `PARIS (AP) —`.
    Dateline,
    /// An item of a list.
    ListItem,
    /// Someone else's words, set apart.
    Quote,
    /// What a picture shows.
    Caption,
    /// A row of a table.
    Table,
    /// A note at the foot of a page or of the text.
    Footnote,
    /// Lines of a program.
    Code,
    /// Who the author is.
    AuthorBio,
    /// Ways to other pages.
    Navigation,
    /// Comments of readers, and the form for them.
    Comments,
    /// A request to share the text.
    SharePrompt,
    /// A request to watch, read or open something else.
    Prompt,
    /// Whose text it is.
    Copyright,
    /// Other texts that may be of interest.
    RelatedLinks,
    /// A request to subscribe.
    Newsletter,
    /// Who wrote a post that is shown in the text.
    TweetCredit,
    /// Who sent a message, to whom, when.
    MailHeader,
    /// What a message answers, quoted in it.
    ReplyQuote,
    /// The lines a sender sets below each message.
    Signature,
    /// Running headers, page numbers, advertisements, the small print of a page.
    PageFurniture,
}

impl Role {
    /// Whether it is not the document's own text, but what was put around it.
    pub fn is_boilerplate(self) -> bool {
        match self {
            Role::Title
            | Role::Subheading
            | Role::Byline
            | Role::Paragraph
            | Role::Dateline
            | Role::ListItem
            | Role::Quote
            | Role::Caption
            | Role::Table
            | Role::Footnote
            | Role::Code => false,
            Role::AuthorBio
            | Role::Navigation
            | Role::Comments
            | Role::SharePrompt
            | Role::Prompt
            | Role::Copyright
            | Role::RelatedLinks
            | Role::Newsletter
            | Role::TweetCredit
            | Role::MailHeader
            | Role::ReplyQuote
            | Role::Signature
            | Role::PageFurniture => true,
        }
    }
}
