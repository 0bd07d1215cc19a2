//! Index of the records that have files of their own: from a word to the records that it calls.

use std::sync::OnceLock;

use crate::model::book::many::Many;

/// Positions of records, in the order of the words by which they are called; made when it is first
/// asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Called(OnceLock<Vec<u32>>);

impl Called {
    /// Returns the positions of the records that a word calls, in their order; `word_of` gives the
    /// word of a record, or `None` where it has none.
    pub(crate) fn positions<T>(
        &self,
        records: &Many<T>,
        word: &str,
        word_of: fn(&T) -> Option<&str>,
    ) -> impl DoubleEndedIterator<Item = usize> {
        let of = |at: u32| word_of(&records[at as usize].record);
        let sorted = self.0.get_or_init(|| {
            let positions = (0..).zip(records.iter());
            let named = positions.filter(|(_, filed)| word_of(&filed.record).is_some());
            let mut sorted: Vec<u32> = named.map(|(at, _)| at).collect();
            sorted.sort_by_key(|at| of(*at));
            sorted
        });
        let start = sorted.partition_point(|at| of(*at) < Some(word));
        let alike = sorted[start..].partition_point(|at| of(*at) == Some(word));
        sorted[start..start + alike].iter().map(|at| *at as usize)
    }
}
