//! Lines that a merge has left behind.

use crate::load::text::fault::{fault, lines};
use crate::model::dictionary::Fault;
use crate::model::dictionary::written::Span;

/// Signs at the start of a line, with what may follow them.
const START: &str = "<<<<<<<";
const BASE: &str = "|||||||";
const MIDDLE: &str = "=======";
const END: &str = ">>>>>>>";

const CODE: &str = "merge-conflict";
const HELP: &str =
    "两边的写法各取所需，删掉 <<<<<<<、|||||||、=======、>>>>>>> 各行，再提交";

/// What merges have left in a text.
#[derive(Default)]
pub(super) struct Left {
    /// Conflicts from their start to their end, between which nothing can be read.
    pub conflicts: Vec<Fault>,
    /// Single lines of conflicts that somebody has put right.
    pub lines: Vec<Fault>,
}

/// Returns what merges have left in a text.
pub(super) fn left_in(text: &str) -> Left {
    let mut left = Left::default();
    let mut is_open = false;
    for (start, line) in lines(text) {
        let end = start + line.len();
        let is = |sign: &str| is_sign(line, sign);
        if is(START) {
            is_open = true;
            let problem = "合并时的冲突还没有处理";
            left.conflicts.push(fault(CODE, start, end, problem, HELP));
        } else if is(END) && is_open {
            is_open = false;
            let span = Span { start: start as u32, end: end as u32 };
            let last = left.conflicts.last_mut();
            last.into_iter().for_each(|last| last.other = Some((span, "冲突到这里为止")));
        } else if !is_open && (is(BASE) || is(END) || line.trim_end() == MIDDLE) {
            let problem = "这一行是合并冲突留下的";
            left.lines.push(fault(CODE, start, end, problem, HELP));
        }
    }
    left
}

fn is_sign(line: &str, sign: &str) -> bool {
    line.strip_prefix(sign).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_conflict_is_one_fault_and_each_leftover_is() {
        let count = |text: &str| {
            let left = left_in(text);
            left.conflicts.len() + left.lines.len()
        };
        assert_eq!(
            count("<<<<<<< HEAD\n甲\n||||||| base\n乙\n=======\n丙\n>>>>>>> x\n"),
            1
        );
        for text in ["=======\n", "甲\n||||||| base\n", ">>>>>>> x\n", "<<<<<<< HEAD\n"]
        {
            assert_eq!(count(text), 1, "{text}");
        }
        for text in ["甲 =======\n", "========\n", "|||||||甲\n", "<<<<<<<<\n"] {
            assert_eq!(count(text), 0, "{text}");
        }
    }
}
