//! Starts the page.

use dossier::app::App;
use dossier::browser::fault;

fn main() {
    fault::catch_panics();
    if let Some(root) = dossier::browser::page::element("app") {
        yew::Renderer::<App>::with_root(root).render();
    }
}
