//! What a folder is told before anything is published.

use super::*;

/// A folder of its own for each test, emptied first.
fn folder(name: &str, files: &[(&str, &[u8])]) -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("dossier-check-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    for (file, bytes) in files {
        std::fs::write(folder.join(file), bytes).unwrap();
    }
    folder
}

#[test]
fn a_good_folder_is_described() {
    let folder = folder(
        "good",
        &[(
            "a.txt",
            "Rain\n\nBy Ada Loon\n\nIt rained\u{a0}there.".as_bytes(),
        )],
    );
    let checked = check(&folder, Form::Table);
    std::fs::remove_dir_all(folder).unwrap();
    let expected = "a.txt\n  file       text, UTF-8, 36 bytes, 7 words\n  title      Rain (stated in the text)\n  \
                    author     Ada Loon (stated in the text)\n  repairs    1 no-break space\n  set apart  0 % \
                    boilerplate\n\n1 document, 0 problems\n";
    assert_eq!(checked.printed, expected);
    assert!(checked.good);
}

#[test]
fn rows_of_a_table_are_told_together() {
    let rows: String = (1..=60)
        .map(|n| format!("{n},Day {n},It rained.\n"))
        .collect();
    let table = format!("id,title,text\n{rows}61,None,\n");
    let folder = folder("rows", &[("a.csv", table.as_bytes())]);
    let checked = check(&folder, Form::Table);
    std::fs::remove_dir_all(folder).unwrap();
    let expected = "a.csv\n  rows       UTF-8, 60 documents, 120 words\n  title      60 of 60, first “Day 1” \
                    (its row says so (title))\n  repairs    none\n\n! a-61.csv: the file has no text in it\n";
    assert!(checked.printed.starts_with(expected), "{}", checked.printed);
}

#[test]
fn a_bad_file_leaves_the_others_unharmed() {
    let folder = folder("bad", &[("a.txt", b"It rained."), ("b.txt", b"\0\x01\x02")]);
    let checked = check(&folder, Form::Json);
    std::fs::remove_dir_all(folder).unwrap();
    let report: serde_json::Value = serde_json::from_str(&checked.printed).unwrap();
    assert_eq!(report["documents"][0]["file"], "a.txt");
    assert_eq!(report["problems"][0]["file"], "b.txt");
    assert!(!checked.good);
}

#[test]
fn decisions_that_do_not_fit_are_listed_and_stop_nothing() {
    let folder = folder(
        "misfits",
        &[
            ("a.txt", b"Then Ada Lovelace wrote to Charles Babbage."),
            (
                "dossier.toml",
                b"[[decision]]\nhide = 'person: Charles Babbage'\n\n[[decision]]\nhide = 'person: Nobody'\n",
            ),
        ],
    );
    let checked = check(&folder, Form::Table);
    std::fs::remove_dir_all(folder).unwrap();
    assert!(checked.good);
    let remarks: Vec<&str> = checked
        .printed
        .lines()
        .filter(|line| line.starts_with('~'))
        .collect();
    assert_eq!(remarks.len(), 1, "{}", checked.printed);
    assert!(
        remarks[0].starts_with("~ dossier.toml, line 4"),
        "{remarks:?}"
    );
    assert!(
        remarks[0].contains("no person is called \u{201c}Nobody\u{201d}"),
        "{remarks:?}"
    );
}
