//! How sure a name is: the share of names that were right, by how much better their labels fitted
//! than any others.

use dossier_engine::mention::tagger::SURE;

/// A table of per cents for the margins that the model tells apart, never falling: neighbours that
/// would fall are taken together (pool adjacent violators). `verdicts` are places in the table and
/// whether the name was right.
pub fn table(verdicts: &[(usize, bool)]) -> [u8; SURE] {
    let mut pools: Vec<Pool> = Vec::new();
    for place in 0..SURE {
        let here = verdicts.iter().filter(|verdict| verdict.0 == place);
        pools.push(Pool {
            places: 1,
            right: here.clone().filter(|verdict| verdict.1).count() as f64 + 0.5,
            all: here.count() as f64 + 1.0,
        });
        while let [.., before, last] = pools.as_slice()
            && before.share() > last.share()
        {
            let joined = before.with(last);
            pools.truncate(pools.len() - 2);
            pools.push(joined);
        }
    }
    let mut table = [0; SURE];
    let shares = pools
        .iter()
        .flat_map(|pool| std::iter::repeat_n(pool.share(), pool.places));
    for (percent, share) in table.iter_mut().zip(shares) {
        *percent = (share * 100.0).round() as u8;
    }
    table
}

/// Neighbouring places taken together.
struct Pool {
    places: usize,
    right: f64,
    all: f64,
}

impl Pool {
    fn share(&self) -> f64 {
        self.right / self.all
    }

    fn with(&self, other: &Pool) -> Pool {
        Pool {
            places: self.places + other.places,
            right: self.right + other.right,
            all: self.all + other.all,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_greater_margin_is_never_less_sure() {
        let verdicts: Vec<_> = (0..SURE * 90)
            .map(|n| (n % SURE, n % 7 < 2 + n % SURE / 8 && n % SURE != 20))
            .collect();
        let table = table(&verdicts);
        assert!(table.is_sorted());
        assert!(table[0] < 50 && table[SURE - 1] > 50);
    }
}
