//! Makes the workbooks of forms: one for each unit, or one for all.

use crate::intake::form::code::Code;
use crate::intake::form::column::{Column, Role};
use crate::intake::form::duty::{duties, plan_of};
use crate::intake::form::layout;
use crate::intake::form::rows::Known;
use crate::intake::form::sums::is_same_scope;
use crate::intake::form::tables::{FORMS, Form, Target};
use crate::intake::form::words::choices;
use crate::model::book::Book;
use crate::model::dictionary::Correctable;
use crate::model::plan::Plan;
use crate::model::plan::duty::Duty;
use crate::model::plan::indicator::{Indicator, SourceKind};
use crate::model::record::project::Project;
use crate::model::record::registry::Unit;
use crate::model::record::reported::TotalKind;
use crate::model::value::period::Period;
use crate::view::table::RowKind;
use crate::view::workbook::{SheetCell, SheetColumn, SheetRow, Workbook, Worksheet};
use crate::words::date;

/// A workbook of forms, and for which unit.
#[derive(Debug)]
pub struct Issued {
    /// Id of the unit; `None` for all.
    pub unit: Option<String>,
    /// The workbook.
    pub workbook: Workbook,
}

/// Returns the workbooks for a period, each with the forms that its unit hands in by the plans.
pub fn issued(book: &Book, period: &Period, together: bool) -> Vec<Issued> {
    let Some(wanted) = Wanted::of(book, period) else { return Vec::new() };
    let register = book.registered(period.end(), period.end());
    let units: Vec<&Unit> = register
        .units()
        .iter()
        .filter(|unit| !wanted.forms(&[unit]).is_empty())
        .collect();
    if together {
        let workbook = wanted.workbook(&units, None);
        return workbook
            .map(|workbook| Issued { unit: None, workbook })
            .into_iter()
            .collect();
    }
    let one = |unit: &&Unit| {
        let id = unit.id.to_string();
        let workbook = wanted.workbook(&[*unit], Some(id.clone()))?;
        Some(Issued { unit: Some(id), workbook })
    };
    units.iter().filter_map(one).collect()
}

/// Returns the forms that a workbook for a unit and period has, or the one for all units.
pub fn forms_of(book: &Book, period: &Period, unit: Option<&str>) -> Vec<&'static Form> {
    let Some(wanted) = Wanted::of(book, period) else { return Vec::new() };
    let units = book.registered(period.end(), period.end()).units();
    let is_theirs = |one: &&Unit| unit.is_none_or(|unit| one.id.as_str() == unit);
    wanted.forms(&units.iter().filter(is_theirs).collect::<Vec<&Unit>>())
}

/// What is wanted of whom.
struct Wanted<'a> {
    book: &'a Book,
    plan: &'a Plan,
    period: &'a Period,
    layouts: layout::Known<'a>,
}

impl<'a> Wanted<'a> {
    fn of(book: &'a Book, period: &'a Period) -> Option<Wanted<'a>> {
        let plan = plan_of(book, period)?;
        Some(Wanted {
            book,
            plan,
            period,
            layouts: layout::Known::of(book, plan, period),
        })
    }

    fn workbook(&self, units: &[&Unit], unit: Option<String>) -> Option<Workbook> {
        let name = match units {
            [one] if unit.is_some() => one.name.clone(),
            _ => "各单位".to_owned(),
        };
        let period = date::period(self.period);
        let title =
            format!("{}{period}招商引资报表（{name}）", self.book.card.record.name);
        let mut sheets: Vec<Worksheet> = (self.forms(units).into_iter())
            .map(|form| self.sheet(form, units, unit.clone(), &name))
            .collect();
        sheets.extend(self.layouts.layouts(units, &name));
        (!sheets.is_empty()).then_some(Workbook { title, sheets })
    }

    /// The forms that units hand in: those of their duties, or where the plan says nothing of
    /// records all that they have rows for.
    fn forms(&self, units: &[&Unit]) -> Vec<&'static Form> {
        let is_wanted = |form: &&'static Form| match form.target {
            Target::Total => !self.totals(units).is_empty(),
            target => self.brings(target, units),
        };
        FORMS.iter().filter(is_wanted).collect()
    }

    fn brings(&self, target: Target, units: &[&Unit]) -> bool {
        if self.plan.duties.iter().all(|duty| duty.facts.is_empty()) {
            return !self.positions(units).is_empty();
        }
        duties(self.plan, target, None).any(|duty| self.binds(duty, units))
    }

    fn binds(&self, duty: &Duty, units: &[&Unit]) -> bool {
        let register = self.book.registered(self.period.end(), self.period.end());
        let bound = register.units_in(&duty.units);
        units.iter().any(|unit| bound.iter().any(|own| own.id == unit.id))
    }

    /// The projects that units answer for at the end of the period and that go on, by their
    /// positions.
    fn positions(&self, units: &[&Unit]) -> Vec<usize> {
        let (book, end) = (self.book, self.period.end());
        let is_theirs = |at: &usize| {
            let then = book.project_as_of(*at, end, end);
            let unit = book.unit(&then.unit);
            let stopped = book.projects[*at].record.stopped.as_ref();
            stopped.is_none_or(Correctable::is_withdrawn)
                && unit.is_some_and(|unit| units.iter().any(|own| own.id == unit.id))
        };
        (0..book.projects.len()).filter(is_theirs).collect()
    }

    /// These projects: a form about them shows what they are at the end of the period, one about
    /// their entries all that was entered.
    fn projects(&self, form: &Form, units: &[&Unit]) -> Vec<&'a Project> {
        let (book, end) = (self.book, self.period.end());
        let project = |at: usize| match form.target {
            Target::Project => book.project_as_of(at, end, end),
            _ => &book.projects[at].record,
        };
        self.positions(units).into_iter().map(project).collect()
    }

    /// The indicators whose totals units report, each with its scope: by their duties, and all that
    /// they reported before.
    fn totals(&self, units: &[&Unit]) -> Vec<(&'a Indicator, String)> {
        let mut totals = Vec::new();
        for unit in units {
            for indicator in &self.plan.indicators {
                if self.is_reported(indicator, unit) {
                    totals.push((indicator, unit.name.clone()));
                }
            }
        }
        totals
    }

    fn is_reported(&self, indicator: &Indicator, unit: &Unit) -> bool {
        let book = self.book;
        let mut duties = duties(self.plan, Target::Total, Some(indicator));
        let is_due = duties.any(|duty| self.binds(duty, &[unit]));
        let was_reported = || {
            let files = book.reported.iter();
            files.flat_map(|file| &file.record.totals).any(|total| {
                total.kind == TotalKind::Reported
                    && self.plan.span.contains(total.period.end())
                    && indicator.is_called(total.indicator.as_str())
                    && is_same_scope(book, total.scope.as_str(), &unit.name)
            })
        };
        is_due || indicator.source == SourceKind::Reported && was_reported()
    }

    fn sheet(
        &self,
        form: &'static Form,
        units: &[&Unit],
        unit: Option<String>,
        name: &str,
    ) -> Worksheet {
        let card = &self.book.card.record;
        let period = date::period(self.period);
        let code =
            Code { book: self.book.id.clone(), period: self.period.clone(), unit, form };
        let paper = self.plan.number.as_ref().unwrap_or(&self.plan.name);
        let valid = date::day(self.plan.span.end);
        Worksheet {
            name: form.name.to_owned(),
            title: format!("{}{period}招商引资报表（{}）", card.name, form.name),
            lines: vec![
                format!(
                    "{code}　（不要改动）　制定机关：{}　文号：{paper}　有效期至：{valid}",
                    card.issuer
                ),
                format!(
                    "填报单位（盖章）：{name}　　报送期：{period}{}",
                    self.due(form, units)
                ),
                format!("{DAY_LABEL}　　　　（写成 2023-11-06 这样）"),
            ],
            columns: form
                .columns
                .iter()
                .map(|column| self.column(column, units))
                .collect(),
            rows: self.rows(form, units),
            notes: form.notes.iter().map(|note| format!("注：{note}")).collect(),
        }
    }

    /// The day by which the form is due, if a duty says so.
    fn due(&self, form: &Form, units: &[&Unit]) -> String {
        let mut duties = duties(self.plan, form.target, None);
        let duty = duties.find(|duty| self.binds(duty, units));
        duty.map_or_else(String::new, |duty| {
            let day = date::day(duty.due.for_end(self.period.end()));
            format!("　　报送期限：{day}")
        })
    }

    fn column(&self, column: &Column, units: &[&Unit]) -> SheetColumn {
        let title = column.title();
        let is_month = matches!(self.period, Period::Month(_));
        let is_unit = column.field().is_some_and(|field| field.id == "unit");
        // A unit's form has nothing of another one.
        let choices = if !column.asked {
            Vec::new()
        } else if is_unit {
            units.iter().map(|unit| unit.name.clone()).collect()
        } else {
            choices(self.book, column)
        };
        SheetColumn {
            head: if is_month { title } else { title.replace("本月", "本期") },
            width: column.width,
            note: column.note(),
            choices,
            ..SheetColumn::default()
        }
    }

    fn rows(&self, form: &Form, units: &[&Unit]) -> Vec<SheetRow> {
        let known = Known { book: self.book, period: self.period };
        let mut rows = match form.target {
            Target::Total => known.of_totals(form, &self.totals(units)),
            _ => known.of_projects(form, &self.projects(form, units)),
        };
        let blank = |column: &Column| SheetCell {
            asked: !matches!(column.role, Role::Before | Role::Agrees),
            ..SheetCell::default()
        };
        let blank: Vec<SheetCell> = form.columns.iter().map(blank).collect();
        rows.extend(std::iter::repeat_n(blank, form.blank_rows));
        let row = |cells| SheetRow { kind: RowKind::Body, cells };
        rows.into_iter().map(row).collect()
    }
}

/// What stands before the day on which a form was filled in.
pub const DAY_LABEL: &str = "填报日期：";
