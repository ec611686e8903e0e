//! What becomes of a folder of seeds.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on has failed"
)]

#[path = "../bake.rs"]
mod bake;

use std::fs;
use std::path::{Path, PathBuf};

use dossier_engine::ask::Engine;
use dossier_engine::corpus::{Corpus, unpack};

/// A folder of its own for each test, emptied first.
fn folder(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for (file, bytes) in files {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn baked(name: &str, files: &[(&str, &[u8])]) -> Corpus {
    let baked = bake::bake(&folder(name, files)).expect("nothing is wrong");
    unpack(&baked.image).unwrap()
}

/// The messages, without the folder they begin with.
fn told(folder: &Path) -> Vec<String> {
    let start = folder.display().to_string();
    let messages = bake::bake(folder).expect_err("something is wrong");
    let cut = |message: String| message.strip_prefix(&start).map(str::to_owned);
    messages.into_iter().filter_map(cut).collect()
}

#[test]
fn a_folder_with_its_sub_folders_becomes_an_image() {
    let corpus = baked(
        "good",
        &[
            ("b.txt", b"It stopped."),
            ("a/c.txt", b"It rained."),
            (".DS_Store", b"\0\0\0\x01Bud1"),
            ("dossier.toml", b"title = 'Rain'"),
        ],
    );
    let files: Vec<&str> = corpus.documents.iter().map(|d| d.file.as_str()).collect();
    assert_eq!(files, ["a/c.txt", "b.txt"]);
    assert_eq!(corpus.about.title, "Rain");
}

#[test]
fn the_same_folder_gives_the_same_bytes() {
    let files: &[(&str, &[u8])] = &[("b.txt", b"It stopped."), ("a.txt", b"It rained.")];
    let (one, other) = (folder("same-one", files), folder("same-other", files));
    assert_eq!(bake::bake(&one), bake::bake(&other));
}

#[test]
fn twenty_bad_seeds_give_twenty_messages() {
    let names: Vec<String> = (10..30).map(|n| format!("{n}.txt")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|n| (n.as_str(), &b"\0"[..])).collect();
    let told = told(&folder("twenty", &files));
    assert_eq!(told.len(), 20);
    assert_eq!(
        told[0],
        "/10.txt, line 1 (byte 0): the file is not text. \
         Save the document as plain text (.txt, UTF-8)."
    );
}

#[test]
fn decisions_travel_with_the_image_and_those_that_do_not_fit_are_told() {
    let folder = folder(
        "decisions",
        &[
            ("a.txt", b"Then Ada Lovelace wrote to Charles Babbage."),
            (
                "dossier.toml",
                b"[[decision]]\nhide = 'person: Charles Babbage'\n\n[[decision]]\nhide = 'person: Nobody'\n",
            ),
        ],
    );
    let baked = bake::bake(&folder).expect("what does not fit stops nothing");
    let corpus = unpack(&baked.image).unwrap();
    assert_eq!(corpus.decisions.len(), 2);
    assert_eq!(corpus.entities.len(), 2, "what was found is kept");
    assert_eq!(Engine::open(corpus).corpus().known().count(), 1);
    let start = folder.display().to_string();
    let remarks: Vec<_> = baked
        .remarks
        .iter()
        .map(|told| told.strip_prefix(&start))
        .collect();
    let expected = "/dossier.toml, line 4 (byte 47): the decision that \u{201c}Nobody\u{201d} is \
                    hidden does not fit: no person is called \u{201c}Nobody\u{201d}. Copy the name \
                    from the list of entities, or remove the decision if the documents no longer \
                    mention it.";
    assert_eq!(remarks, [Some(expected)]);
}

#[test]
fn a_message_is_one_line() {
    let told = told(&folder(
        "one-line",
        &[("a.txt", b"a"), ("dossier.toml", b"x = [\n\n")],
    ));
    assert!(!told.is_empty());
    assert!(
        told.iter().all(|message| !message.contains('\n')),
        "{told:?}"
    );
}

#[test]
fn an_empty_folder_and_no_folder_are_told() {
    let empty = folder("empty", &[]);
    let remedy = "Put at least one document (.txt) into the folder.";
    assert_eq!(
        told(&empty),
        [format!("/: there are no documents. {remedy}")]
    );
    let told = told(&empty.join("none"));
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("cannot be read"), "{told:?}");
}

#[test]
fn the_seeds_of_this_project_are_good() {
    let corpus = unpack(dossier_corpus::IMAGE).expect("the build made an image");
    assert!(!corpus.documents.is_empty());
}
