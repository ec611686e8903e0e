//! Pages with a layer of text. The parser that reads them may panic, or take for ever, on files
//! that were made to harm; it works on a thread of its own that can be given up.

use std::panic;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use dossier_engine::document::{Fault, Manuscript};

/// How long a file may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// Bytes of stack: pages may be nested.
const STACK: usize = 16 << 20;

/// Letters per page below which a file has no text to speak of.
const LETTERS: usize = 8;

/// Takes the text out of a file, page by page, with a form feed between pages.
pub(crate) fn manuscript(bytes: &[u8]) -> Result<Manuscript, Fault> {
    let pages = pages(bytes.to_vec())?;
    let letters: usize = pages
        .iter()
        .map(|page| page.chars().filter(|c| c.is_alphanumeric()).count())
        .sum();
    if pages.is_empty() || letters < LETTERS * pages.len() {
        return Err(Fault::NoTextLayer);
    }
    let pages: Vec<&str> = pages.iter().map(|page| page.trim_matches('\n')).collect();
    Ok(Manuscript::plain(pages.join("\n\u{c}\n")))
}

fn pages(bytes: Vec<u8>) -> Result<Vec<String>, Fault> {
    let (send, receive) = mpsc::channel();
    let work = move || {
        let extract = || pdf_extract::extract_text_from_mem_by_pages(&bytes);
        let _ = send.send(panic::catch_unwind(panic::AssertUnwindSafe(extract)));
    };
    let thread = thread::Builder::new().stack_size(STACK).spawn(work);
    thread.map_err(|error| Fault::Unusable(error.to_string()))?;
    match receive.recv_timeout(PATIENCE) {
        Ok(Ok(Ok(pages))) => Ok(pages),
        Ok(Ok(Err(error))) => Err(Fault::Unusable(error.to_string())),
        Ok(Err(_)) => Err(Fault::Unusable("it is damaged".into())),
        Err(_) => Err(Fault::Unusable(format!(
            "it takes more than {} seconds",
            PATIENCE.as_secs()
        ))),
    }
}
