//! Pages with a layer of text. The parser that reads them may panic, or take for ever, on files
//! that were made to harm; it works on a thread of its own that can be given up, page by page, and
//! on pages from which everything but text was taken away before.

mod deadline;
mod fonts;
mod glyphs;
mod lines;
mod order;
mod page;
mod steps;
mod unpacked;

use std::panic::{self, AssertUnwindSafe};
use std::time::Duration;
#[cfg(not(target_arch = "wasm32"))]
use std::{
    sync::{Once, mpsc},
    thread,
};

use dossier_engine::document::{Facts, Fault, Lines, Manuscript};
use pdf_extract::Document;

use deadline::Deadline;
use glyphs::Glyphs;

/// How long a file may take, and how long one of its pages.
const PATIENCE: Duration = Duration::from_secs(20);
const PATIENCE_WITH_A_PAGE: Duration = Duration::from_secs(2);

/// Bytes of stack: objects may be nested.
#[cfg(not(target_arch = "wasm32"))]
const STACK: usize = 16 << 20;

/// What the thread is called that works on a file.
#[cfg(not(target_arch = "wasm32"))]
const THREAD: &str = "pages";

/// Letters per page below which a file has no text to speak of.
const LETTERS: usize = 8;

/// What was read of a file.
struct Pages {
    /// The text of each page.
    texts: Vec<String>,
    /// The numbers of the pages that could not be read, from 1.
    unread: Vec<usize>,
}

/// Takes the text out of a file, page by page, with a form feed between pages. A page that cannot
/// be read is told among the facts.
pub(crate) fn manuscript(bytes: &[u8]) -> Result<Manuscript, Fault> {
    let Pages { texts, unread } = patiently(bytes.to_vec())?;
    let letters = texts.iter().flat_map(|page| page.chars());
    let letters = letters.filter(|c| c.is_alphanumeric()).count();
    if texts.len() == unread.len() && !texts.is_empty() {
        return Err(damaged());
    }
    if texts.is_empty() || letters < LETTERS * (texts.len() - unread.len()) {
        return Err(Fault::NoTextLayer);
    }
    let mut others = vec![("pages".to_owned(), texts.len().to_string())];
    if !unread.is_empty() {
        let numbers: Vec<String> = unread.iter().map(usize::to_string).collect();
        others.push(("pages that could not be read".into(), numbers.join(", ")));
    }
    Ok(Manuscript {
        lines: Lines::Fitted,
        facts: Facts {
            others,
            ..Facts::default()
        },
        ..Manuscript::plain(texts.join("\n\u{c}\n"))
    })
}

fn damaged() -> Fault {
    Fault::Unusable("it is damaged".into())
}

/// Reads a file where it can be given up as a whole.
#[cfg(target_arch = "wasm32")]
fn patiently(bytes: Vec<u8>) -> Result<Pages, Fault> {
    read(&bytes, Deadline::after(PATIENCE))
}

/// Reads a file on a thread of its own, and waits for it only so long.
#[cfg(not(target_arch = "wasm32"))]
fn patiently(bytes: Vec<u8>) -> Result<Pages, Fault> {
    keep_quiet();
    let (send, receive) = mpsc::channel();
    let until = Deadline::after(PATIENCE);
    let work = move || {
        let read = panic::catch_unwind(AssertUnwindSafe(|| read(&bytes, until)));
        let _ = send.send(read.unwrap_or_else(|_| Err(damaged())));
    };
    let thread = thread::Builder::new().name(THREAD.into()).stack_size(STACK);
    let started = thread.spawn(work);
    started.map_err(|error| Fault::Unusable(error.to_string()))?;
    let waited = receive.recv_timeout(PATIENCE);
    waited.unwrap_or_else(|_| Err(too_slow()))
}

fn too_slow() -> Fault {
    let seconds = PATIENCE.as_secs();
    Fault::Unusable(format!("it takes more than {seconds} seconds"))
}

/// A panic on such a thread is no news: what became of the page is told with the file.
#[cfg(not(target_arch = "wasm32"))]
fn keep_quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let loud = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if thread::current().name() != Some(THREAD) {
                loud(panic);
            }
        }));
    });
}

fn read(bytes: &[u8], until: Deadline) -> Result<Pages, Fault> {
    unpacked::hold_before(bytes)?;
    // What the parser has to say about it, nobody can use.
    let mut file = Document::load_mem(bytes).map_err(|_| damaged())?;
    if file.is_encrypted() {
        let open = file.decrypt("");
        open.map_err(|_| Fault::Unusable("it is locked with a password".into()))?;
    }
    unpacked::hold(&file, bytes.len())?;
    let pages: Vec<_> = file.page_iter().collect();
    let mut read = Pages {
        texts: Vec::with_capacity(pages.len()),
        unread: Vec::new(),
    };
    for (number, page) in (1..).zip(pages) {
        if until.is_past() {
            return Err(too_slow());
        }
        let until = until.or_after(PATIENCE_WITH_A_PAGE);
        let text = panic::catch_unwind(AssertUnwindSafe(|| {
            let mut glyphs = Glyphs::until(until);
            page::show(&mut file, page, &mut glyphs)?;
            Some(lines::written(&order::columns(glyphs.finish())))
        }));
        let text = text.ok().flatten();
        if text.is_none() {
            read.unread.push(number);
        }
        read.texts.push(text.unwrap_or_default());
    }
    Ok(read)
}

#[cfg(test)]
mod tests;
