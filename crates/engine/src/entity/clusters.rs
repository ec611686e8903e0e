//! Which names are one, as joins are made: a disjoint-set forest.

/// So many things, each alone at first.
pub(super) struct Clusters {
    parent: Vec<usize>,
}

impl Clusters {
    pub(super) fn of(count: usize) -> Self {
        Self {
            parent: (0..count).collect(),
        }
    }

    /// The thing that stands for all that are one with it: the first of them.
    pub(super) fn root(&mut self, mut at: usize) -> usize {
        while self.parent[at] != at {
            self.parent[at] = self.parent[self.parent[at]];
            at = self.parent[at];
        }
        at
    }

    /// Makes two one; says whether they were not so before.
    pub(super) fn join(&mut self, one: usize, other: usize) -> bool {
        let (one, other) = (self.root(one), self.root(other));
        let (first, second) = (one.min(other), one.max(other));
        self.parent[second] = first;
        first != second
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_joined_is_one_and_the_first_stands_for_it() {
        let mut clusters = Clusters::of(4);
        assert!(clusters.join(3, 1));
        assert!(clusters.join(2, 3));
        assert!(!clusters.join(1, 2));
        let roots: Vec<_> = (0..4).map(|at| clusters.root(at)).collect();
        assert_eq!(roots, [0, 1, 1, 1]);
    }
}
