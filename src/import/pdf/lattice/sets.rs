//! Disjoint sets that are joined until all that belongs together is in one set (union-find).

/// The numbers from 0 in disjoint sets; at first each is in a set of its own.
#[derive(Debug)]
pub struct Sets {
    parent: Vec<usize>,
}

impl Sets {
    /// This many sets of one number each.
    pub fn new(count: usize) -> Self {
        Self { parent: (0..count).collect() }
    }

    /// Joins the sets of two numbers.
    pub fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        // The lower number is the root, so that sets keep the order of their first members.
        if let Some(parent) = self.parent.get_mut(one.max(other)) {
            *parent = one.min(other);
        }
    }

    fn root(&mut self, mut of: usize) -> usize {
        while let Some(parent) = self.parent.get(of).copied().filter(|parent| *parent != of) {
            // Halves the path for later searches.
            let above = self.parent.get(parent).copied().unwrap_or(parent);
            if let Some(slot) = self.parent.get_mut(of) {
                *slot = above;
            }
            of = above;
        }
        of
    }

    /// The number of each member's set; sets are numbered in the order of their first members.
    pub fn numbered(&mut self) -> Vec<usize> {
        let mut numbers: Vec<usize> = Vec::with_capacity(self.parent.len());
        let mut next = 0;
        for member in 0..self.parent.len() {
            let root = self.root(member);
            let number = if root == member { next } else { numbers.get(root).copied().unwrap_or(next) };
            next += usize::from(root == member);
            numbers.push(number);
        }
        numbers
    }
}
