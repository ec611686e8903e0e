//! What holds of files of every format that is text.

use proptest::prelude::*;

use super::read;

/// What means something in one format or another, and letters of one to four bytes.
const MORSELS: &[&str] = &[
    "a",
    "Rain",
    "é",
    "¡",
    "中",
    "🌧",
    "\u{301}",
    "\u{ad}",
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "\n\n",
    ".",
    ",",
    "1",
    "`",
    "``",
    "*",
    "__",
    "~~",
    "# ",
    "> ",
    "- ",
    "1. ",
    "|",
    "\n|---|\n",
    "[a](b)",
    "![é](b)",
    "[^1]",
    "[^1]: ",
    "\\",
    "---\n",
    "title: ",
    "    ",
    "<b>",
    "</b>",
    "<b\n",
    "<p>",
    "<div>",
    "<br>",
    "<li>",
    "<table><td>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<pre>",
    "<title>",
    "&amp;",
    "&eacute;",
    "&#233;",
    "&",
    "\"",
    "{\"text\":\"",
    "\"}\n",
    "{",
    "text,title\n",
    "From: é@b.example\n",
    "Subject: ",
    "=?utf-8?q?=C3=A9?=",
    "=C3=A9",
    "=C3",
    "=\n",
    "w6k=\n",
    "--x\n",
    "--x--\n",
    "Content-Type: text/html\n",
    "Content-Type: multipart/mixed; boundary=x\n",
    "Content-Transfer-Encoding: quoted-printable\n",
    "Content-Transfer-Encoding: base64\n",
    "On Monday A wrote:\n",
];

proptest! {
    #[test]
    fn of_any_morsels_a_text_is_read_that_leads_back_to_the_file(
        ending in prop::sample::select(&["txt", "md", "html", "eml", "csv", "jsonl"][..]),
        morsels in prop::collection::vec(prop::sample::select(MORSELS), 0..30),
    ) {
        let file = morsels.concat();
        for document in read(&format!("a.{ending}"), file.as_bytes()).into_iter().flatten() {
            let is_whole = ["txt", "md", "html"].contains(&ending);
            prop_assert!(!is_whole || document.original() == file);
            let offsets = document.offsets();
            for (at, ch) in document.text.char_indices() {
                let there = offsets.original_of(dossier_engine::text::Span::new(at, at + ch.len_utf8()));
                prop_assert!(document.original().get(there.range()).is_some(), "{ch:?} at {at}");
            }
        }
    }
}
