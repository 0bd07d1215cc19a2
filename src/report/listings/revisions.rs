//! What was changed or taken back since an edition was released, as its tables.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::figures::facts::moment::register_for;
use crate::model::book::Book;
use crate::model::book::figure_id::FigureId;
use crate::model::book::registered::Registered;
use crate::model::book::scope::Scope;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::revision::{
    DisclosedChange, DisclosedFigure, DisclosedSentence, Withdrawal,
};
use crate::model::value::period::Period;
use crate::report::listings::columns::Columns;
use crate::sheet::Sheet;
use crate::sheet::revised::{changed_texts, kinds, part_name};
use crate::view::table::{Row, RowKind, Table};
use crate::words::date;
use crate::words::demo;

/// What a row shows.
#[derive(Clone, Copy)]
enum Changed<'a> {
    /// A figure with its changed parts.
    Figure(&'a [DisclosedFigure]),
    /// A sentence.
    Sentence(&'a DisclosedSentence),
}

/// The disclosed changes to an edition; `None` where there are none. What was changed for one reason
/// stands together, and the parts of a figure in one row.
pub fn table(book: &Book, period: &Period, is_demo: bool) -> Option<Table> {
    let changes = book.disclosed(period);
    let first = changes.first()?;
    let units: BTreeMap<&FigureId, &str> = book
        .release(period)
        .into_iter()
        .flat_map(|release| &release.record.figures)
        .map(|given| (&given.entry.id, given.entry.unit.as_str()))
        .collect();
    let kinds = kinds(changes);
    let columns = columns(book, &units, changes, &kinds);
    let title =
        format!("{}通报{kinds}情况{}", date::period(period), demo::after_title(is_demo));
    let rows = rows(&columns, changes);
    // A single reason is said once below; each of several heads what it changed.
    let why = (changes.len() == 1).then(|| {
        let (day, kind) = (date::day(first.date), first.kind.label());
        format!("{day}{kind}，原因：{}。", first.reason)
    });
    Some(Table {
        records: true,
        notes: why.into_iter().chain(dash(changes)).collect(),
        ..columns.table(format!("revisions-{period}"), title, rows)
    })
}

fn columns<'a>(
    book: &'a Book,
    units: &'a BTreeMap<&FigureId, &str>,
    changes: &[DisclosedChange],
    kinds: &str,
) -> Columns<'a, Changed<'a>> {
    let has_sentences = changes.iter().any(|change| !change.sentences.is_empty());
    let head = if has_sentences { "数或文字" } else { "数" };
    let mut all = changes.iter().map(|change| change.kind);
    let first = all.next();
    let is_one_kind = all.all(|kind| Some(kind) == first);
    let now = if is_one_kind { format!("{kinds}后") } else { "改后".to_owned() };
    let texts = move |changed| match changed {
        Changed::Figure(parts) => {
            let unit = units.get(&parts[0].figure).copied().unwrap_or_default();
            texts(book, parts, unit)
        }
        Changed::Sentence(sentence) => (sentence.said.clone(), sentence.now.clone()),
    };
    Columns::<Changed>::new()
        .words(head, 18, |changed| match changed {
            Changed::Figure(parts) => parts[0].name.clone(),
            Changed::Sentence(_) => "文字".to_owned(),
        })
        .words("发布时", 24, move |changed| texts(changed).0)
        .words(&now, 24, move |changed| texts(changed).1)
}

/// A row for each changed figure and sentence, under the reason where there are several.
fn rows<'a>(
    columns: &Columns<'a, Changed<'a>>,
    changes: &'a [DisclosedChange],
) -> Vec<Row> {
    let mut rows = Vec::new();
    for change in changes {
        if changes.len() > 1 {
            let (day, kind) = (date::day(change.date), change.kind.label());
            rows.push(columns.heading(0, format!("{day}{kind}：{}", change.reason)));
        }
        let figures = change.figures.chunk_by(|one, other| one.figure == other.figure);
        let sentences = change.sentences.iter().map(Changed::Sentence);
        let changed = figures.map(Changed::Figure).chain(sentences);
        rows.extend(changed.map(|changed| columns.row(RowKind::Body, changed)));
    }
    rows
}

/// What a dash means, where there is one.
fn dash(changes: &[DisclosedChange]) -> Option<String> {
    let mut figures = changes.iter().flat_map(|change| &change.figures);
    let lacks = |figure: &DisclosedFigure| figure.old.is_none() || figure.new.is_none();
    figures.any(lacks).then(|| "“—”：没有这个数。".to_owned())
}

/// A figure's changes for one reason: its parts before and after.
fn texts(book: &Book, parts: &[DisclosedFigure], unit: &str) -> (String, String) {
    // A verdict that stays is told by the completion it rests on.
    let listed = parts.iter().filter(|changed| !changed.keeps_verdict());
    let texts = listed.map(|changed| {
        let (old, new) = changed_texts(book, changed, unit);
        // A lead says itself what it is: 超1.48个百分点.
        let label = match changed.part {
            FrozenPart::Lead => String::new(),
            _ => part_name(book, &changed.figure, &changed.part),
        };
        (format!("{label}{old}"), format!("{label}{new}"))
    });
    let (old, new): (Vec<String>, Vec<String>) = texts.unzip();
    (old.join("；"), new.join("；"))
}

/// What was disclosed of earlier editions since the one before a sheet was issued, each reason in one
/// sentence: an edition says what became of those before it.
pub(crate) fn since_last(sheet: &Sheet) -> Vec<String> {
    let (book, period) = (sheet.book(), &sheet.figures.period);
    let issued = |period: &Period| book.edition(period)?.record.card.issued;
    let Some(before) = book.edition_before(period).and_then(issued) else {
        return Vec::new();
    };
    let until = issued(period).unwrap_or(sheet.last_day());
    let mut reasons: BTreeMap<Reason, Vec<(&Period, &DisclosedChange)>> = BTreeMap::new();
    let mut releases: Vec<&Period> =
        book.releases.iter().map(|release| &release.record.period).collect();
    releases.sort_by_key(|of| (Reverse(of.end()), Reverse(of.days().start)));
    for of in releases.into_iter().filter(|of| *of != period) {
        let new = book.disclosed(of).iter();
        for change in new.filter(|one| before < one.date && one.date <= until) {
            let reason = (change.date, change.kind.label(), change.reason.as_str());
            reasons.entry(reason).or_default().push((of, change));
        }
    }
    reasons.iter().filter_map(|(reason, of)| sentence(book, *reason, of)).collect()
}

/// What changes have in common that are one: their day, their kind, and why.
type Reason<'a> = (NaiveDate, &'static str, &'a str);

/// What was changed for one reason, by its gravest figure; the newest edition comes first.
fn sentence(
    book: &Book,
    (day, kind, why): Reason,
    changes: &[(&Period, &DisclosedChange)],
) -> Option<String> {
    let (newest, first) = changes.first()?;
    let figures = || changes.iter().flat_map(|(_, change)| &change.figures);
    let count = figures().map(|one| &one.figure).collect::<BTreeSet<_>>().len();
    let said: usize = changes.iter().map(|(_, change)| change.sentences.len()).sum();
    let whole = |one: &&DisclosedFigure| {
        let is_whole = matches!(&one.figure, FigureId::Indicator(_, Scope::All));
        (is_whole && one.part == FrozenPart::Value, is_whole)
    };
    let gravest = first.figures.iter().rev().max_by_key(whole);
    let what = match (gravest, first.sentences.first()) {
        (Some(figure), _) => {
            let unit = unit_of(book, newest, &figure.figure);
            let (old, new) = texts(book, std::slice::from_ref(figure), unit);
            format!("{}{old}改为{new}", figure.name)
        }
        (None, Some(one)) => format!("“{}”改为“{}”", one.said, one.now),
        (None, None) => return None,
    };
    let editions = match changes.len() {
        1 => date::period(newest),
        several => format!("{}等{several}期", date::period(newest)),
    };
    let rest = [
        (count > 1).then(|| format!("{count}个数")),
        (said > usize::from(count == 0)).then(|| format!("{said}处文字")),
    ];
    let rest: Vec<String> = rest.into_iter().flatten().collect();
    let rest = if rest.is_empty() {
        String::new()
    } else {
        format!("（共{}）", rest.join("、"))
    };
    let day = date::day(day);
    Some(format!("{kind}：{editions}通报，{what}{rest}，原因：{why}（{day}公布）。"))
}

/// The unit of a released figure.
fn unit_of<'a>(book: &'a Book, period: &Period, figure: &FigureId) -> &'a str {
    let release = book.release(period).into_iter();
    let mut figures = release.flat_map(|release| &release.record.figures);
    let given = figures.find(|given| given.entry.id == *figure);
    given.map_or("", |given| given.entry.unit.as_str())
}

/// The figures that the public had and has no more; `None` where nothing was taken back.
pub(crate) fn withdrawals(book: &Book, period: &Period) -> Option<Table> {
    let withdrawals = book.withdrawals(period);
    if withdrawals.is_empty() {
        return None;
    }
    let register = register_for(book, period);
    let columns = Columns::<&Withdrawal>::new()
        .words("数", 40, |withdrawal| names(book, register, withdrawal))
        .words("原因", 30, |withdrawal| &withdrawal.reason)
        .words("撤回日期", 15, |withdrawal| date::day(withdrawal.date));
    let id = format!("withdrawals-{period}");
    let title = format!("{}通报公开版撤回的数", date::period(period));
    Some(columns.records(id, title, withdrawals))
}

/// Indicators that were taken back whole, then single figures.
fn names(book: &Book, register: Registered, withdrawal: &Withdrawal) -> String {
    let name = |word: &str| {
        book.indicator(word).map_or(word.to_owned(), |(_, one)| one.name.clone())
    };
    let whole = withdrawal
        .indicators
        .iter()
        .map(|indicator| format!("{}（全部范围）", name(indicator.as_str())));
    let single = withdrawal.figures.iter().map(|figure| match figure {
        FigureId::Indicator(id, scope) | FigureId::Score(id, scope) => {
            format!("{} · {}", name(id.as_str()), register.scope_name(scope))
        }
    });
    whole.chain(single).collect::<Vec<_>>().join("；")
}
