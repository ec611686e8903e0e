//! How long something took: time on the processor where the system tells it, else on the clock. Other
//! programs that run beside it then do not count.

use std::fs;
use std::hint::black_box;
use std::time::Instant;

/// The seconds that some work took.
pub fn seconds<T>(work: impl FnOnce() -> T) -> f64 {
    let (begun, clock) = (on_processor(), Instant::now());
    black_box(work());
    match begun.zip(on_processor()) {
        Some((begun, ended)) => ended - begun,
        None => clock.elapsed().as_secs_f64(),
    }
}

/// The seconds that the least disturbed of five runs took.
pub fn best_of_five<T>(mut work: impl FnMut() -> T) -> f64 {
    let runs = (0..5).map(|_| seconds(&mut work));
    runs.fold(f64::INFINITY, f64::min)
}

/// Seconds that this thread has run so far.
fn on_processor() -> Option<f64> {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = told.split(' ').next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}
