//! The browser's own things, each behind a thin wrapper: whatever can be refused is refused here.

pub mod boot;
pub mod brush;
pub mod fault;
pub mod files;
pub mod history;
pub mod layout;
pub mod page;
pub mod passages;
pub mod storage;
