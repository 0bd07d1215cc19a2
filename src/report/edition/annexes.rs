//! The further tables of an edition, on its page and its paper of data: a table each, of the kinds that it lists or that its text leaves out.

use crate::model::edition::Passage;
use crate::model::edition::table_call::TableCall;
use crate::report::edition::front_matter::{card, narrative};
use crate::report::edition::narrative::insert_tables;
use crate::report::listings::revisions;
use crate::report::tables::{
    FORM, LAMPS, Make, OVERVIEW, SCORE_FORMULAS, SCORES, TABLES, TableKind, table_called,
};
use crate::sheet::Sheet;
use crate::sheet::assessment::AssessmentView;
use crate::view::page::Block;
use crate::view::table::Table;

/// The tables of an assessment whose scores its page has in full.
const ON_SCORE_PAGE: [&TableKind; 3] = [LAMPS, SCORE_FORMULAS, SCORES];

/// Those that are made public with the results.
const PUBLISHED: [&TableKind; 2] = [LAMPS, SCORE_FORMULAS];

/// An annex: a table, which gives it its title.
pub(super) struct Annex<'a> {
    /// The table.
    pub(super) table: Table,
    /// The assessment whose scores it lists; `None` where it lists something else.
    pub(super) scores: Option<AssessmentView<'a>>,
}

/// A call of the tables of a kind.
struct Call<'a> {
    kind: &'static TableKind,
    /// The indicator, assessment or form that they are about, by name or id.
    about: Option<&'a str>,
}

/// The annexes, with the table of revisions last: those that the edition lists, else every table
/// of the whole that the narrative leaves out.
pub(super) fn annexes<'a>(sheet: &'a Sheet<'a>) -> Vec<Annex<'a>> {
    let listed = card(sheet).map(|card| card.tables.as_slice()).unwrap_or_default();
    let calls: Vec<Call> = if listed.is_empty() {
        left_over(sheet)
    } else {
        listed.iter().filter_map(Call::of).collect()
    };
    let period = &sheet.figures.period;
    let revised = revisions::table(sheet.book(), period, sheet.is_demo)
        .map(|table| Annex::of(table, None));
    calls.iter().flat_map(|call| call.annexes(sheet)).chain(revised).collect()
}

impl<'a> Annex<'a> {
    fn of(table: Table, scores: Option<AssessmentView<'a>>) -> Annex<'a> {
        Annex { table: Table { headed: true, ..table }, scores }
    }
}

impl<'a> Call<'a> {
    /// What the front matter calls; `None` where no table has the name.
    fn of(call: &'a TableCall) -> Option<Call<'a>> {
        let kind = table_called(&call.name)?;
        Some(Call { kind, about: call.about.as_deref() })
    }

    /// An annex for each of its tables.
    fn annexes<'s>(&self, sheet: &'s Sheet<'s>) -> Vec<Annex<'s>> {
        let scored = ON_SCORE_PAGE.iter().any(|kind| kind.name == self.kind.name);
        let annex = |block| match block {
            Block::Table { table } => {
                let scores = scored.then(|| sheet.assessment_view(self.about));
                Some(Annex::of(table, scores.flatten()))
            }
            _ => None,
        };
        let tables = insert_tables(sheet, self.kind, self.about);
        tables.into_iter().filter_map(annex).collect()
    }
}

fn left_over<'a>(sheet: &'a Sheet<'a>) -> Vec<Call<'a>> {
    let has_body = narrative(sheet).is_empty();
    let of_sheet = |kind: &&TableKind| {
        matches!(kind.make, Make::Sheet(_) | Make::Several(_))
            && !(has_body && kind.name == OVERVIEW.name)
            && inserts(sheet, kind).next().is_none()
    };
    let whole = TABLES.iter().filter(of_sheet).map(|kind| Call { kind, about: None });
    whole.chain(forms(sheet)).chain(score_tables(sheet)).collect()
}

/// The forms that the narrative does not insert.
fn forms<'a>(sheet: &'a Sheet<'a>) -> Vec<Call<'a>> {
    let inserted: Vec<_> =
        inserts(sheet, FORM).filter_map(|form| sheet.form(form)).collect();
    let left = sheet.forms().filter(|form| !inserted.contains(form));
    left.map(|form| Call { kind: FORM, about: Some(form.id.as_str()) }).collect()
}

/// The lamps and formulas of every assessment, as results are made public; those that the
/// narrative inserts are left out.
fn score_tables<'a>(sheet: &'a Sheet<'a>) -> Vec<Call<'a>> {
    let mut calls = Vec::new();
    for view in sheet.assessment_views() {
        let about = Some(view.assessment.name.as_str());
        let mut kinds = PUBLISHED.to_vec();
        kinds.retain(|kind| !inserts(sheet, kind).any(|inserted| inserted == about));
        calls.extend(kinds.into_iter().map(|kind| Call { kind, about }));
    }
    calls
}

/// What the tables of a kind that the narrative inserts are about.
fn inserts<'a>(
    sheet: &Sheet<'a>,
    kind: &TableKind,
) -> impl Iterator<Item = Option<&'a str>> {
    narrative(sheet).iter().filter_map(|passage| match passage {
        Passage::Table(insert) if insert.name == kind.name => {
            Some(insert.indicator.as_deref())
        }
        _ => None,
    })
}
