//! The engine as the browser bench calls it, beside other libraries in the same page
//! (`e2e/bench`); natively there is nothing here, see the program of the same name.

#[cfg(target_arch = "wasm32")]
pub mod page;
