//! Tells the program which tantivy it was built with.

fn main() {
    println!("cargo::rerun-if-changed=Cargo.lock");
    let lock = std::fs::read_to_string("Cargo.lock").unwrap_or_default();
    let after = lock.split_once("name = \"tantivy\"\nversion = \"");
    let version = after.and_then(|(_, rest)| rest.split('"').next());
    println!("cargo::rustc-env=TANTIVY={}", version.unwrap_or("?"));
}
