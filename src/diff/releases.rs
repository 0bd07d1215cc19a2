//! Changes of released files.

use std::collections::BTreeSet;

use crate::diff::book_pairs::Sides;
use crate::load::Loaded;
use crate::load::pair::{Pair, released_files};
use crate::model::edition::release::document::DOCUMENT;
use crate::model::edition::release::sums::{Line, SUMS, WITHDRAWN};
use crate::model::value::period::Period;
use crate::view::changes::consequence::Consequence;
use crate::view::changes::{BookChanges, Headline};

/// What files under `released/` are, in words behind their period.
const DOCUMENT_WORDS: &str = "印发的公文";
const WITHDRAWN_WORDS: &str = "撤销发布时留下的存档";

/// Adds the changes of released files, which nobody may edit.
pub(super) fn add_releases(changes: &mut BookChanges, sides: &Sides, pair: &Pair) {
    let Pair { before: old, after: new, paths, .. } = pair;
    let (was, is) = sides.ids();
    let before = released_files(&old.loaded, was);
    let after = released_files(&new.loaded, is);
    let path = |book: &str, name: &str| format!("{book}/released/{name}");
    let touched = |name: &&String| {
        let (was, is) = (path(was, name), path(is, name));
        paths.contains(&was) && old.tree.read(&was).ok() != new.tree.read(&is).ok()
    };
    let line = |what: &str, name: &String| format!("{}{what}", called(name));
    let (mut lost, mut edited) = (Vec::new(), Vec::new());
    for name in before.iter().filter(touched) {
        if after.contains(name) {
            edited.push(line("被改动", name));
        } else {
            // A deleted release is both data that is lost and a release that was edited.
            lost.push(line("被删除", name));
            edited.push(line("被删除", name));
        }
    }
    let entered = |side: &Loaded, id: &str| {
        let book = side.books.iter().find(|book| book.id == id);
        book.and_then(|book| Some((*book.sums()?.record).clone())).unwrap_or_default()
    };
    let (old_sums, new_sums) = (entered(&old.loaded, was), entered(&new.loaded, is));
    let struck = struck(&old_sums.files, &new_sums.files)
        .chain(self::struck(&old_sums.documents, &new_sums.documents))
        .chain(self::struck(&old_sums.levels, &new_sums.levels))
        .chain(self::struck(&old_sums.withdrawn, &new_sums.withdrawn));
    let struck: BTreeSet<&Period> = struck.collect();
    let entry = |period: &&Period| format!("{period}在 {SUMS} 里的登记被改动");
    edited.extend(struck.iter().map(entry));
    let new = after.iter().filter(|name| !before.contains(*name));
    changes.others.extend(new.map(|name| fresh(name)));
    for (consequence, lines) in
        [(Consequence::Lost, lost), (Consequence::Archive, edited)]
    {
        add_lines(&mut changes.headline, consequence, lines);
    }
}

/// Returns the periods whose lines are gone or others.
fn struck<'a, T: PartialEq>(
    old: &'a [Line<T>],
    new: &'a [Line<T>],
) -> impl Iterator<Item = &'a Period> {
    let is_same = |line: &Line<T>, other: &Line<T>| {
        (&line.period, &line.content) == (&other.period, &other.content)
    };
    let is_gone = move |line: &&Line<T>| !new.iter().any(|other| is_same(line, other));
    old.iter().filter(is_gone).map(|line| &line.period)
}

/// Calls a file under `released/` by what it is.
fn called(name: &str) -> String {
    let (period, what) = kind(name);
    format!("{period}{what}（released/{name}）")
}

/// Says what a file under `released/` is that was not there before.
fn fresh(name: &str) -> String {
    match kind(name) {
        (period, DOCUMENT_WORDS) => format!("{period}：存下印发的公文"),
        (period, WITHDRAWN_WORDS) => format!("{period}：撤销发布"),
        (period, _) => format!("{period}：新发布"),
    }
}

/// Returns the period of a file under `released/`, and what the file is.
fn kind(name: &str) -> (&str, &'static str) {
    if let Some(period) = name.strip_suffix(DOCUMENT) {
        (period, DOCUMENT_WORDS)
    } else if let Some(period) = name.strip_suffix(WITHDRAWN) {
        (period, WITHDRAWN_WORDS)
    } else {
        (name.strip_suffix(".json").unwrap_or(name), "的存档")
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
