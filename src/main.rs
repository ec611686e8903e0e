//! Starts the page.

use dossier::app::App;
use dossier::browser::{boot, fault};

fn main() {
    fault::catch_panics();
    if let Some(root) = boot::stage() {
        yew::Renderer::<App>::with_root(root).render();
    }
}
