//! The annexes of an edition: a table each, of the kinds that it lists or that its text leaves out.

use crate::model::edition::Passage;
use crate::report::edition::front_matter::{card, narrative};
use crate::report::edition::narrative::insert_tables;
use crate::report::listings::revisions;
use crate::report::tables::{Make, TABLES, TableKind, table_called};
use crate::sheet::Sheet;
use crate::sheet::assessment::AssessmentView;
use crate::view::page::Block;
use crate::view::table::Table;

/// The body of an edition without a narrative.
pub(super) const OVERVIEW: &str = "总体情况";
const FORM: &str = "统计表";

/// The tables of an assessment whose scores its page has in full.
const SCORES: &[&str] = &["五色图", "得分算式", "得分表"];

/// Those that are made public with the results.
const PUBLISHED_SCORES: &[&str] = &["五色图", "得分算式"];

/// An annex: a table, which gives it its title.
pub(super) struct Annex<'a> {
    /// The table.
    pub(super) table: Table,
    /// The assessment whose scores it lists; `None` where it lists something else.
    pub(super) scores: Option<AssessmentView<'a>>,
}

/// A call of the tables of a kind.
struct Call {
    kind: &'static TableKind,
    /// The indicator, assessment or form that they are about, by name or id.
    about: Option<String>,
}

/// The annexes, with the table of revisions last: those that the edition lists, else every table
/// of the whole that the narrative leaves out.
pub(super) fn annexes<'a>(sheet: &'a Sheet<'a>) -> Vec<Annex<'a>> {
    let listed = card(sheet).map(|card| card.annexes.as_slice()).unwrap_or_default();
    let calls: Vec<Call> = if listed.is_empty() {
        left_over(sheet)
    } else {
        listed.iter().filter_map(|words| Call::written(words)).collect()
    };
    let period = &sheet.figures.period;
    let revised = revisions::table(sheet.book(), period, sheet.is_demo());
    let revised = revised.map(|table| Annex { table, scores: None });
    calls.iter().flat_map(|call| call.annexes(sheet)).chain(revised).collect()
}

impl Call {
    /// The call that a clerk writes as `表名` or `表名 指标`; `None` where no table has the name.
    fn written(words: &str) -> Option<Call> {
        let (name, about) = match words.split_once(' ') {
            Some((name, about)) => (name, Some(about)),
            None => (words, None),
        };
        Call::of(name, about)
    }

    fn of(name: &str, about: Option<&str>) -> Option<Call> {
        Some(Call { kind: table_called(name)?, about: about.map(str::to_owned) })
    }

    /// An annex for each of its tables.
    fn annexes<'a>(&self, sheet: &'a Sheet<'a>) -> Vec<Annex<'a>> {
        let about = self.about.as_deref();
        let scored = SCORES.contains(&self.kind.name);
        let annex = |block| match block {
            Block::Table { table } => Some(Annex {
                table,
                scores: scored.then(|| sheet.assessment_view(about)).flatten(),
            }),
            _ => None,
        };
        insert_tables(sheet, self.kind, about).into_iter().filter_map(annex).collect()
    }
}

fn left_over(sheet: &Sheet) -> Vec<Call> {
    let overview = if narrative(sheet).is_empty() { OVERVIEW } else { "" };
    let of_sheet = |kind: &&TableKind| {
        matches!(kind.make, Make::Sheet(_) | Make::Several(_))
            && kind.name != overview
            && !is_inserted(sheet, kind.name)
    };
    let whole = TABLES.iter().filter(of_sheet).map(|kind| Call { kind, about: None });
    whole.chain(forms(sheet)).chain(score_tables(sheet)).collect()
}

/// The forms that the narrative does not insert.
fn forms(sheet: &Sheet) -> Vec<Call> {
    let inserted: Vec<_> =
        inserts(sheet, FORM).filter_map(|form| sheet.form(form)).collect();
    let left = sheet.forms().filter(|form| !inserted.contains(form));
    left.filter_map(|form| Call::of(FORM, Some(form.id.as_str()))).collect()
}

/// The lamps and formulas of every assessment, as results are made public; those that the
/// narrative inserts are left out.
fn score_tables(sheet: &Sheet) -> Vec<Call> {
    let mut calls = Vec::new();
    for view in sheet.assessment_views() {
        let assessment = view.assessment.name.as_str();
        let left = PUBLISHED_SCORES.iter().filter(|table| {
            !inserts(sheet, table).any(|about| about == Some(assessment))
        });
        calls.extend(left.filter_map(|table| Call::of(table, Some(assessment))));
    }
    calls
}

fn is_inserted(sheet: &Sheet, table: &str) -> bool {
    inserts(sheet, table).next().is_some()
}

/// What the tables of a name that the narrative inserts are about.
fn inserts<'a>(
    sheet: &Sheet<'a>,
    table: &'a str,
) -> impl Iterator<Item = Option<&'a str>> {
    narrative(sheet).iter().filter_map(move |passage| match passage {
        Passage::Table(insert) if insert.name == table => {
            Some(insert.indicator.as_deref())
        }
        _ => None,
    })
}
