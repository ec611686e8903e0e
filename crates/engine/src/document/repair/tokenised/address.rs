//! Web addresses in pieces.

/// How many words and marks from the start on are one web address: `https : / / example . org`;
/// zero if none begins there.
pub(super) fn pieces(words: &[&str]) -> usize {
    let start = match words {
        ["http" | "https" | "ftp", ":", "/", "/", host, ..] if is_word(host) => 5,
        ["http" | "https" | "ftp", "://", host, ..] if is_word(host) => 3,
        ["www", ".", host, ..] if is_word(host) => 3,
        _ => return 0,
    };
    let mut at = start;
    let mut path = false;
    // Labels of the host so far; "www" counts for none.
    let mut labels = usize::from(words[start - 1] != "www");
    while let [mark, rest @ ..] = &words[at..] {
        let next = rest.first().copied().unwrap_or_default();
        let goes_on = is_word(next) && rest.get(1).copied().is_some_and(is_inner_mark);
        match *mark {
            "." if !path && is_word(next) && (labels < 2 || goes_on) => labels += 1,
            "/" if goes_on || is_word(next) && rest.len() == 1 => path = true,
            "/" => return at + 1,
            // In a path a full stop may end the sentence; one before a known ending does not.
            "." if path && (is_file_ending(next) || is_number(next)) => {}
            "-" | "_" | "~" | "=" | "&" | "?" | "%" | "#" | "+" if path && is_word(next) => {}
            "-" if is_word(next) => {}
            "-" if path && next == "\"" && rest.get(1) == Some(&"-") => {
                at += 2;
                continue;
            }
            _ => return at,
        }
        at += 2;
    }
    at
}

fn is_word(word: &str) -> bool {
    !word.is_empty() && word.chars().all(char::is_alphanumeric)
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit()) && !word.is_empty()
}

/// What the names of files on the web end in.
fn is_file_ending(word: &str) -> bool {
    matches!(
        word,
        "html"
            | "htm"
            | "xhtml"
            | "shtml"
            | "php"
            | "asp"
            | "aspx"
            | "jsp"
            | "do"
            | "ece"
            | "pdf"
            | "txt"
            | "xml"
            | "json"
            | "csv"
            | "doc"
            | "docx"
            | "jpg"
            | "jpeg"
            | "png"
            | "gif"
            | "mp3"
            | "mp4"
            | "zip"
    )
}

/// Marks that may stand inside of an address, and do not also end a sentence.
fn is_inner_mark(mark: &str) -> bool {
    matches!(
        mark,
        "/" | "-" | "_" | "~" | "=" | "&" | "?" | "%" | "#" | "+"
    )
}
