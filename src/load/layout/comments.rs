//! The comments and blank lines of a text, each with what it stands at.

use std::collections::{BTreeMap, BTreeSet};

use crate::load::layout::places::{Places, line_of};

/// Comments by the entry or item that they stand at, which is known by where it begins.
#[derive(Default)]
pub(super) struct Comments {
    /// Lines above; an empty one is a blank line.
    above: BTreeMap<usize, Vec<String>>,
    /// Lines below that are indented like it or deeper, where a block ends.
    below: BTreeMap<usize, Vec<String>>,
    /// Behind it on its line, by the byte at which the line begins.
    behind: BTreeMap<usize, String>,
    /// Lines at the end of the file.
    last: Vec<String>,
}

impl Comments {
    /// Finds the comments; `None` if a line has something that is neither a part nor a comment.
    pub(super) fn of(text: &str, places: &Places) -> Option<Comments> {
        let mut comments = Comments::default();
        let (mut waiting, mut start) = (Vec::new(), 0);
        let begun: BTreeSet<usize> =
            places.starts.iter().map(|at| line_of(text, *at)).collect();
        for line in text.split_inclusive('\n') {
            let content = line.trim();
            if content.is_empty() || content.starts_with('#') {
                let indent = line.len() - line.trim_start().len();
                waiting.push((indent, content.to_owned()));
            } else {
                let is_begun = begun.contains(&start);
                let next = places.starts.partition_point(|at| *at < start);
                let next = *places.starts.get(next).filter(|_| is_begun)?;
                comments.settle(text, places, &mut waiting, Some(next));
                comments.behind(line, start, places)?;
            }
            start += line.len();
        }
        comments.settle(text, places, &mut waiting, None);
        Some(comments)
    }

    /// Gives the lines before an entry, or before the end, to what they belong to.
    fn settle(
        &mut self,
        text: &str,
        places: &Places,
        waiting: &mut Vec<(usize, String)>,
        next: Option<usize>,
    ) {
        let indent = next.map_or(0, |next| {
            let line = line_of(text, next);
            text[line..].len() - text[line..].trim_start().len()
        });
        let at = next.unwrap_or(text.len());
        let before = places.starts.partition_point(|start| *start < at);
        let before = before.checked_sub(1).map(|index| places.starts[index]);
        let mut is_below = true;
        for (own, line) in waiting.drain(..) {
            is_below &= own > indent && !line.is_empty();
            match (before.filter(|_| is_below), next) {
                (Some(before), _) => self.below.entry(before).or_default().push(line),
                (None, Some(next)) => self.above.entry(next).or_default().push(line),
                (None, None) => self.last.push(line),
            }
        }
    }

    fn behind(&mut self, line: &str, start: usize, places: &Places) -> Option<()> {
        let end = places.ends.get(&start).copied().unwrap_or(start);
        let rest = line.get(end - start..)?;
        let rest = rest.trim_start_matches(':').trim();
        if rest.starts_with('#') {
            self.behind.insert(start, rest.to_owned());
            return Some(());
        }
        rest.is_empty().then_some(())
    }

    /// Takes the lines above.
    pub(super) fn above(&mut self, start: usize) -> Vec<String> {
        self.above.remove(&start).unwrap_or_default()
    }

    /// Takes the lines below.
    pub(super) fn below(&mut self, start: usize) -> Vec<String> {
        self.below.remove(&start).unwrap_or_default()
    }

    /// Takes what stands behind, given a byte of the line.
    pub(super) fn behind_on(&mut self, text: &str, at: usize) -> Option<String> {
        self.behind.remove(&line_of(text, at))
    }

    /// Takes the lines at the end.
    pub(super) fn last(&mut self) -> Vec<String> {
        std::mem::take(&mut self.last)
    }
}
