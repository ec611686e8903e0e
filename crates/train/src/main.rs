//! Trains the statistical recogniser and measures it. `docs/recognition.md` says how to repeat it.
//!
//! ```text
//! dossier-train train DRAFT LISTS CLUSTERS [KEY=NUMBER…] FILE[=WORTH][@FROM-TO]…
//! dossier-train shrink DRAFT MODEL LISTS CLUSTERS SOURCES [KEY=NUMBER…] FILE[@FROM-TO]…
//! dossier-train score MODEL FILE[@FROM-TO]…
//! dossier-train score-all MODEL FILE[@FROM-TO]…
//! dossier-train speed MODEL FILE
//! dossier-train score-rules FILE[@FROM-TO]…
//! ```
//!
//! `FILE` is a `.conll` file; its name says which set it is. `WORTH` is what a sentence counts, 1 if
//! not said. `FROM` and `TO` are shares of the file, between 0 and 1. `SOURCES` is a text file whose
//! content goes into the model; the sets given to `shrink` tell how sure names are.

use std::error::Error;
use std::fs;
use std::path::Path;

use dossier_engine::mention::tagger::{Lexicon, Model, SURE, Tagger};
use dossier_engine::text::{sentence_ranges, tokens};

use dossier_train::clock::best_of_five;
use dossier_train::file::Head;
use dossier_train::labels::KINDS;
use dossier_train::learner::{Course, Plan, learn};
use dossier_train::names::Names;
use dossier_train::score::{Judged, judge_all, judge_tagger, verdicts};
use dossier_train::sentence::Dress;
use dossier_train::sets::{self, AnnotatedSentence};
use dossier_train::shrink::{Measure, shrink};

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["train", draft, lists, clusters, rest @ ..] => {
            train(Path::new(draft), [lists, clusters].map(Path::new), rest)
        }
        ["shrink", draft, model, lists, clusters, sources, rest @ ..] => make_model(
            [draft, model, sources].map(Path::new),
            [lists, clusters].map(Path::new),
            rest,
        ),
        ["score", model, sets @ ..] => {
            let model = Model::open(&fs::read(model)?)?;
            score(sets, |set, dress| judge_tagger(&model, set, dress))
        }
        ["score-all", model, sets @ ..] => {
            let model = Model::open(&fs::read(model)?)?;
            score(sets, |set, dress| judge_all(Some(&model), set, dress))
        }
        ["speed", model, text] => speed(Path::new(model), Path::new(text)),
        ["score-rules", sets @ ..] => score(sets, |set, dress| judge_all(None, set, dress)),
        _ => Err("dossier-train train … or dossier-train score …; see docs/recognition.md".into()),
    }
}

#[allow(clippy::print_stdout, reason = "a program on the command line")]
fn tell(line: String) {
    println!("{line}");
}

fn train(draft: &Path, [lists, clusters]: [&Path; 2], rest: &[&str]) -> Outcome<()> {
    let (settings, sets): (Vec<_>, Vec<_>) = rest.iter().partition(|word| !word.contains(".conll"));
    let mut plan = Plan::default();
    for setting in settings {
        settle_plan(&mut plan, setting)?;
    }
    let mut courses = Vec::new();
    for set in sets {
        let (set, worth) = set.split_once('=').unwrap_or((set, "1"));
        let (worth, share) = worth.split_once('@').unwrap_or((worth, "0-1"));
        let worth = worth.parse()?;
        let sentences = sets::read_share(&format!("{set}@{share}"))?;
        tell(format!("{} sentences of {set}", sentences.len()));
        courses.extend(
            sentences
                .into_iter()
                .map(|sentence| Course { sentence, worth }),
        );
    }
    let names = dossier_train::names::read(lists, clusters)?;
    tell(format!("{} names", names.len()));
    let learnt = learn(&courses, &lexicon(&names), plan, tell);
    fs::write(draft, dossier_train::draft::write(&learnt))?;
    Ok(())
}

fn settle_plan(plan: &mut Plan, setting: &str) -> Outcome<()> {
    let (key, value) = setting.split_once('=').ok_or("KEY=NUMBER expected")?;
    match key {
        "rounds" => plan.rounds = value.parse()?,
        "pace" => plan.pace = value.parse()?,
        "thrift" => plan.thrift = value.parse()?,
        "restraint" => plan.restraint = value.parse()?,
        "least" => plan.least = value.parse()?,
        "lower" => plan.lower = value.parse()?,
        _ => return Err(format!("no setting {key}").into()),
    }
    Ok(())
}

fn make_model(
    [draft, model, sources]: [&Path; 3],
    [lists, clusters]: [&Path; 2],
    rest: &[&str],
) -> Outcome<()> {
    let (settings, sets): (Vec<_>, Vec<_>) = rest.iter().partition(|word| !word.contains(".conll"));
    let mut measure = Measure::default();
    for setting in settings {
        settle_measure(&mut measure, setting)?;
    }
    let learnt = dossier_train::draft::read(&fs::read(draft)?).ok_or("the draft is cut off")?;
    let small = shrink(&learnt, measure);
    let weights = small.rows.iter().flat_map(|(_, row)| row);
    tell(format!(
        "{} of {} features and {} weights kept",
        small.rows.len(),
        learnt.rows.len(),
        weights.filter(|&&weight| weight != 0).count()
    ));
    let names = dossier_train::names::read(lists, clusters)?;
    let sources = fs::read_to_string(sources)?;
    let mut head = Head {
        kinds: &KINDS,
        sources: &sources,
        sure: [50; SURE],
    };
    let draft = Model::open(&dossier_train::file::write(head, &names, &small))?;
    let mut all = Vec::new();
    for set in sets {
        let set = sets::read_share(set)?;
        all.extend(
            Dress::ALL
                .iter()
                .flat_map(|&dress| verdicts(&draft, &set, dress)),
        );
    }
    head.sure = dossier_train::sure::table(&all);
    tell(format!("sure in per cent: {:?}", head.sure));
    fs::write(model, dossier_train::file::write(head, &names, &small))?;
    Ok(())
}

fn settle_measure(measure: &mut Measure, setting: &str) -> Outcome<()> {
    let (key, value) = setting.split_once('=').ok_or("KEY=NUMBER expected")?;
    match key {
        "strongest" => measure.strongest = value.parse()?,
        "weakest" => measure.weakest = value.parse()?,
        "steps" => measure.steps = value.parse()?,
        "limit" => measure.limit = value.parse()?,
        _ => return Err(format!("no setting {key}").into()),
    }
    Ok(())
}

fn lexicon(names: &Names) -> Lexicon {
    Lexicon::new(
        names
            .iter()
            .map(|(&name, &entry)| (name, entry))
            .collect::<Vec<_>>()
            .into_iter(),
    )
}

fn score(sets: &[&str], measured: impl Fn(&[AnnotatedSentence], Dress) -> Judged) -> Outcome<()> {
    for dress in Dress::ALL {
        let (mut strict, mut span) = (0.0, 0.0);
        for set in sets {
            let figures = measured(&sets::read_share(set)?, dress).figures();
            let name = Path::new(set).file_name().unwrap_or_default();
            let kinds = figures.kinds.map(|tally| format!("{:.1}", tally.f1()));
            tell(format!(
                "{dress:?} {}: strict {:.1} span {:.1} person/organisation/place {}",
                name.to_string_lossy(),
                figures.strict.f1(),
                figures.span.f1(),
                kinds.join("/")
            ));
            strict += figures.strict.f1() / sets.len() as f64;
            span += figures.span.f1() / sets.len() as f64;
        }
        tell(format!("{dress:?} mean: strict {strict:.2} span {span:.2}"));
    }
    Ok(())
}

/// How fast the tagger is on a text, with and without cutting it into tokens and sentences: the best
/// of five.
fn speed(model: &Path, text: &Path) -> Outcome<()> {
    let model = Model::open(&fs::read(model)?)?;
    let text = fs::read_to_string(text)?;
    let tokens = tokens(&text);
    let sentences = sentence_ranges(&text, &tokens);
    let mut tagger = Tagger::new(&model);
    let tagging = best_of_five(|| tagger.names(&text, &tokens, &sentences).len());
    let all = best_of_five(|| {
        let tokens = dossier_engine::text::tokens(&text);
        let sentences = sentence_ranges(&text, &tokens);
        tagger.names(&text, &tokens, &sentences).len()
    });
    let rate = |seconds: f64| text.len() as f64 / 1e6 / seconds;
    tell(format!(
        "{:.1} MB: tagging {:.2} MB/s, with cutting {:.2} MB/s",
        text.len() as f64 / 1e6,
        rate(tagging),
        rate(all)
    ));
    Ok(())
}
