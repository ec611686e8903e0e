//! What survives a reload. Storage may be denied, full or wiped: then nothing is kept, and all
//! else works.

use web_sys::Storage;

/// What was kept under this name.
pub fn read(name: &str) -> Option<String> {
    local()?.get_item(&key(name)).ok()?
}

/// Keeps a value, or forgets it.
pub fn write(name: &str, value: Option<&str>) {
    let Some(storage) = local() else { return };
    let _ = match value {
        Some(value) => storage.set_item(&key(name), value),
        None => storage.remove_item(&key(name)),
    };
}

fn local() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn key(name: &str) -> String {
    format!("dossier.{name}")
}
