//! What may differ between the states of a registry.

/// Something for each of a book's rolls; one for all where it is the same in each.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ByRoll<T>(Vec<T>);

impl<T: PartialEq> ByRoll<T> {
    /// Collects what there is for each roll, in their order; there is at least one.
    pub(in crate::figures) fn of(each: impl IntoIterator<Item = T>) -> ByRoll<T> {
        let mut each: Vec<T> = each.into_iter().collect();
        if each.iter().skip(1).all(|other| *other == each[0]) {
            each.truncate(1);
        }
        ByRoll(each)
    }

    /// Makes something else of what there is for each roll.
    pub(in crate::figures) fn map<U: PartialEq>(
        &self,
        make: impl FnMut(&T) -> U,
    ) -> ByRoll<U> {
        ByRoll::of(self.0.iter().map(make))
    }
}

impl<T> ByRoll<T> {
    /// Returns what there is for the roll at a position.
    pub fn at(&self, roll: usize) -> &T {
        self.0.get(roll).unwrap_or(&self.0[0])
    }

    /// Returns what there is, each that differs from the others of all rolls at least once.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.iter()
    }
}
