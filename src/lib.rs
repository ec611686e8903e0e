//! The explorer: the browser app, the only code that names yew or web-sys.
