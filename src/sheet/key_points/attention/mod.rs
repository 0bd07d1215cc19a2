//! 请领导关注: at most five lines, what is owed most first.

mod fallen;
mod largest;
mod nothing;
mod overdue;
mod stopped;
pub(super) mod turns;

use crate::sheet::key_points::focus::Focus;
use crate::sheet::key_points::phrase::Phrase;

/// Lines that a leader reads.
const LINES: usize = 5;

/// Makes a line; none where there is nothing of its kind.
type Pattern = fn(&Focus) -> Option<Phrase>;

/// The patterns in their order.
const PATTERNS: [Pattern; LINES] =
    [largest::line, nothing::line, fallen::line, stopped::line, overdue::line];

/// The lines; none where those who lag behind are not named.
pub(super) fn attention(focus: &Focus) -> Vec<Phrase> {
    let patterns = PATTERNS.iter().filter(|_| focus.names_all());
    patterns.filter_map(|line| line(focus)).collect()
}
