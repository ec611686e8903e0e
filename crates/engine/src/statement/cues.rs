//! Words of saying.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::scene::Scene;

/// What a word of saying takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Takes {
    /// A clause, with `that` or without: `said it rained`.
    Clause,
    /// A clause with `that`: `announced that it rained`.
    That,
    /// Somebody, then a clause with `that`: `told reporters that it rained`.
    Hearer,
    /// Somebody, and what they are told to have done: `accused them of theft`.
    Deed,
    /// Only what stands before it, or a quotation: `asked`.
    Quotation,
}

/// Whether a word of saying has a subject of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `says`, `said`.
    Finite,
    /// `saying`: that of the clause it stands in.
    Participle,
}

const VERBS: &[(Takes, &str)] = &[
    (
        Takes::Clause,
        "say says said saying claim claims claimed claiming think thinks thought thinking believe \
        believes believed believing allege alleges alleged alleging insist insists insisted \
        insisting deny denies denied denying argue argues argued arguing contend contends contended \
        contending assert asserts asserted asserting",
    ),
    (
        Takes::That,
        "accept accepts accepted announce announces announced announcing report reports reported reporting reveal reveals \
        revealed revealing warn warns warned warning note notes noted noting find finds found \
        conclude concludes concluded concluding determine determines determined add adds added \
        adding explain explains explained explaining state states stated stating declare declares \
        declared declaring write writes wrote writing testify testifies testified testifying \
        confirm confirms confirmed confirming acknowledge acknowledges acknowledged acknowledging \
        maintain maintains maintained maintaining estimate estimates estimated estimating predict \
        predicts predicted predicting stress stresses stressed stressing emphasise emphasised \
        emphasize emphasized recall recalls recalled recalling reply replies replied replying \
        respond responds responded repeat repeats repeated repeating complain complains complained \
        complaining promise promises promised promising pledge pledges pledged vow vows vowed \
        suspect suspects suspected tweet tweets tweeted tweeting post posted mention mentions \
        mentioned remark remarks remarked observe observes observed suggest suggests suggested \
        admit admits admitted admitting concede concedes conceded conceding agree agrees agreed \
        hold holds held rule rules ruled disclose discloses disclosed hint hints hinted \
        boast boasts boasted caution cautions cautioned reiterate reiterates reiterated",
    ),
    (
        Takes::Hearer,
        "tell tells told telling inform informs informed informing assure assures assured assuring \
        remind reminds reminded reminding warn warned",
    ),
    (
        Takes::Deed,
        "accuse accuses accused accusing blame blames blamed blaming attribute attributes \
        attributed attributing",
    ),
    (
        Takes::Quotation,
        "ask asks asked asking comment comments commented read reads quip quips quipped continue \
        continued shout shouts shouted joke joked broadcast answer answers answered exclaim \
        exclaimed whisper whispered",
    ),
];

/// Forms that are nouns as well, or belong to a noun.
const NOUNS: &str = "claim claims report reports reported note notes state states find finds \
    estimate estimates stress promise promises pledge pledges vow suspect suspects suspected post \
    remark remarks hold holds rule rules hint hints comment comments answer answers joke broadcast \
    thought alleged warning caution mention recall complaining read";

impl Scene<'_> {
    /// What the word of saying at `at` takes, if there is one.
    pub(super) fn cue(&self, at: usize) -> Option<Takes> {
        if self.mention_at(at).is_some() {
            return None;
        }
        verbs().get(self.word(at)).copied()
    }

    pub(super) fn form(&self, cue: usize) -> Form {
        match self.word(cue).ends_with("ing") {
            true => Form::Participle,
            false => Form::Finite,
        }
    }

    /// Whether the word of saying may be a noun as well.
    pub(super) fn may_be_noun(&self, cue: usize) -> bool {
        is_among(self.word(cue), NOUNS)
    }
}

/// The words of saying, each with what it takes.
fn verbs() -> &'static BTreeMap<&'static str, Takes> {
    static BY_WORD: OnceLock<BTreeMap<&'static str, Takes>> = OnceLock::new();
    BY_WORD.get_or_init(|| {
        let each = VERBS.iter().flat_map(|&(takes, words)| {
            let words = words.split_whitespace();
            words.map(move |word| (word, takes))
        });
        each.collect()
    })
}

pub(super) fn is_among(word: &str, words: &str) -> bool {
    !word.is_empty() && words.split_whitespace().any(|listed| listed == word)
}
