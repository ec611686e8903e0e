//! Time, as far as a bench needs it.

use std::hint::black_box;
use std::time::Instant;

/// What a task gives, and the milliseconds of processor time it took. Where the system does not
/// tell processor time, the time on the clock.
pub(crate) fn timed<T>(task: impl FnOnce() -> T) -> (T, f64) {
    let (start, clock) = (on_processor(), Instant::now());
    let result = black_box(task());
    let passed = clock.elapsed().as_secs_f64() * 1e3;
    let took = start.zip(on_processor()).map(|(start, end)| end - start);
    (result, took.unwrap_or(passed))
}

/// The least milliseconds on the clock that a short task took in several runs: the least is the one
/// that other programs disturbed least.
pub(crate) fn quickest<T>(task: impl Fn() -> T) -> f64 {
    let run = |_| {
        let clock = Instant::now();
        black_box(task());
        clock.elapsed().as_secs_f64() * 1e3
    };
    (0..9).map(run).fold(f64::MAX, f64::min)
}

/// Milliseconds that this thread has run so far.
fn on_processor() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = told.split(' ').next()?.parse().ok()?;
    Some(nanoseconds / 1e6)
}

/// Milliseconds of many tasks.
pub(crate) struct Spread(Vec<f64>);

impl Spread {
    /// Takes them in any order.
    pub(crate) fn of(mut milliseconds: Vec<f64>) -> Self {
        milliseconds.sort_by(f64::total_cmp);
        Self(milliseconds)
    }

    fn at(&self, share: f64) -> f64 {
        let last = self.0.len().saturating_sub(1);
        let place = (last as f64 * share).round() as usize;
        self.0.get(place).copied().unwrap_or(f64::NAN)
    }

    /// Half of them take at most so long, and 95 of 100.
    pub(crate) fn cell(&self) -> String {
        format!("{:.3} / {:.3}", self.at(0.5), self.at(0.95))
    }
}
