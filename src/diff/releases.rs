//! Changes of released files.

use crate::diff::book_pairs::Sides;
use crate::load::Loaded;
use crate::load::pair::{Pair, released};
use crate::model::edition::release::sums::{Line, SUMS};
use crate::view::changes::consequence::Consequence;
use crate::view::changes::{BookChanges, Headline};

/// Adds the changes of released files, which nobody may edit.
pub(super) fn add_releases(changes: &mut BookChanges, sides: &Sides, pair: &Pair) {
    let Pair { before: old, after: new, paths, .. } = pair;
    let (was, is) = sides.ids();
    let (before, after) = (released(&old.loaded, was), released(&new.loaded, is));
    let path = |book: &str, period: &str| format!("{book}/released/{period}.json");
    let touched = |period: &&String| {
        let (was, is) = (path(was, period), path(is, period));
        paths.contains(&was) && old.tree.read(&was).ok() != new.tree.read(&is).ok()
    };
    let line = |what: &str, period: &String| {
        format!("{period}的存档（released/{period}.json）{what}")
    };
    let (mut lost, mut edited) = (Vec::new(), Vec::new());
    for period in before.iter().filter(touched) {
        if after.contains(period) {
            edited.push(line("被改动", period));
        } else {
            // A deleted release is both data that is lost and a release that was edited.
            lost.push(line("被删除", period));
            edited.push(line("被删除", period));
        }
    }
    let entered = |side: &Loaded, id: &str| {
        let book = side.books.iter().find(|book| book.id == id);
        book.and_then(|book| Some((*book.sums()?.record).clone())).unwrap_or_default()
    };
    let (old_sums, new_sums) = (entered(&old.loaded, was), entered(&new.loaded, is));
    for line in old_sums.files {
        let is_there = |other: &Line<String>| {
            (&other.period, &other.content) == (&line.period, &line.content)
        };
        if !new_sums.files.iter().any(is_there) {
            edited.push(format!("{}在 {SUMS} 里的登记被改动", line.period));
        }
    }
    let new = after.iter().filter(|period| !before.contains(*period));
    changes.others.extend(new.map(|period| format!("{period}：新发布")));
    for (consequence, lines) in
        [(Consequence::Lost, lost), (Consequence::Archive, edited)]
    {
        add_lines(&mut changes.headline, consequence, lines);
    }
}

/// Adds lines to a consequence of the headline, which stays sorted by gravity.
fn add_lines(headline: &mut Vec<Headline>, consequence: Consequence, lines: Vec<String>) {
    if lines.is_empty() {
        return;
    }
    match headline.iter_mut().find(|entry| entry.consequence == consequence) {
        Some(entry) => entry.lines.extend(lines),
        None => headline.push(Headline { consequence, lines }),
    }
    headline.sort_by_key(|entry| entry.consequence);
}
