//! What the rows of a form hold before anybody fills them in.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::intake::form::column::{Column, Role};
use crate::intake::form::sums::{
    before, in_ten_thousands, of_month, reported_before, reported_of,
};
use crate::intake::form::tables::{Form, Target};
use crate::model::book::Book;
use crate::model::dictionary::Word;
use crate::model::dictionary::{Correctable, Field, Leaf, Step, Value};
use crate::model::plan::indicator::Indicator;
use crate::model::record::project::{FundsEntry, Project};
use crate::model::value::amount::Money;
use crate::model::value::date::Month;
use crate::model::value::period::Period;
use crate::model::value::quantity::{Denomination, Quantity};
use crate::view::workbook::{Content, SheetCell, SheetNumber};

/// What a row is made from.
pub(super) struct Known<'a> {
    /// The book.
    pub(super) book: &'a Book,
    /// The period of the form.
    pub(super) period: &'a Period,
}

impl Known<'_> {
    /// Returns the rows of a form about projects.
    pub(super) fn of_projects(
        &self,
        form: &Form,
        projects: &[&Project],
    ) -> Vec<Vec<SheetCell>> {
        let rows = projects.iter().flat_map(|project| match form.target {
            Target::Contract => self.contracts(form, project),
            Target::Start if is_started_before(project, self.period) => Vec::new(),
            _ => vec![self.row(form, project, None)],
        });
        rows.collect()
    }

    /// The contracts that were signed in the period.
    fn contracts(&self, form: &Form, project: &Project) -> Vec<Vec<SheetCell>> {
        let days = self.period.days();
        let own = project.contracts.iter().enumerate();
        let own = own.filter(|(_, one)| !one.is_withdrawn() && days.contains(one.signed));
        own.map(|(at, _)| self.row(form, project, Some(at))).collect()
    }

    fn row(&self, form: &Form, project: &Project, at: Option<usize>) -> Vec<SheetCell> {
        let cell = |column: &Column| {
            let content = self.content(form, column, project, at);
            if column.asked {
                SheetCell::asked(content)
            } else {
                SheetCell::given(content)
            }
        };
        let mut cells: Vec<SheetCell> = form.columns.iter().map(cell).collect();
        for (column, cell) in form.columns.iter().zip(&mut cells) {
            cell.asked &= !matches!(column.role, Role::ProjectId | Role::ProjectName);
        }
        cells
    }

    fn content(
        &self,
        form: &Form,
        column: &Column,
        project: &Project,
        at: Option<usize>,
    ) -> Content {
        match column.role {
            Role::ProjectId => Content::Text(project.id.to_string()),
            Role::ProjectName => Content::Text(project.name.clone()),
            Role::Before => {
                let month = Month::of(self.period.days().start);
                let sum = before(project, month).and_then(in_ten_thousands);
                sum.map_or(Content::Blank, number)
            }
            Role::Agrees => agrees(form),
            Role::Own(way) => match form.target {
                Target::Project => own(project, way, None, column),
                Target::Contract => own(project, way, at.map(|at| ("合同", at)), column),
                Target::Start => match &project.started {
                    Some(start) if start.is_withdrawn() => Content::Blank,
                    Some(_) => own_started(project, way, column),
                    None => Content::Blank,
                },
                Target::Funds => self.funds(project, way, column),
                Target::Total => Content::Blank,
            },
            _ => Content::Blank,
        }
    }

    /// What is known of the money of the period's month.
    fn funds(&self, project: &Project, way: &[&Field], column: &Column) -> Content {
        let month = Month::of(self.period.end());
        let own = |entry: &FundsEntry| entry.month == month && entry.corrected.is_none();
        let at = project.funds.iter().position(own);
        match way.last().map(|field| field.id) {
            Some("month") => Content::Text(month.to_string()),
            Some("amount") => {
                let sum = of_month(project, month).flatten();
                sum.map_or(Content::Blank, |sum| self::quantity(sum, column.unit))
            }
            _ => own_at(project, way, at.map(|at| ("到位资金", at)), column),
        }
    }

    /// Returns the rows of the totals of a unit.
    pub(super) fn of_totals(
        &self,
        form: &Form,
        totals: &[(&Indicator, String)],
    ) -> Vec<Vec<SheetCell>> {
        let row = |(indicator, scope): &(&Indicator, String)| {
            let cell = |column: &Column| {
                let content = self.total(form, column, indicator, scope);
                SheetCell { content, asked: column.asked }
            };
            form.columns.iter().map(cell).collect()
        };
        totals.iter().map(row).collect()
    }

    fn total(
        &self,
        form: &Form,
        column: &Column,
        indicator: &Indicator,
        scope: &str,
    ) -> Content {
        match column.role {
            Role::Measure => Content::Text(indicator.unit.word.to_owned()),
            Role::Before => {
                let sum = reported_before(self.book, indicator, scope, self.period);
                sum.map_or(Content::Blank, number)
            }
            Role::Agrees => agrees(form),
            Role::Own(way) => match way.last().map(|field| field.id) {
                Some("indicator") => Content::Text(indicator.name.clone()),
                Some("scope") => Content::Text(scope.to_owned()),
                Some("value") => {
                    let value = reported_of(self.book, indicator, scope, self.period);
                    let value = value.and_then(|value| value.in_unit(indicator.unit));
                    value.map_or(Content::Blank, number)
                }
                _ => Content::Blank,
            },
            _ => Content::Blank,
        }
    }
}

/// Whether a project started before a period, so that nobody asks for it again.
fn is_started_before(project: &Project, period: &Period) -> bool {
    let start = project.started.as_ref().filter(|start| !start.is_withdrawn());
    start.is_some_and(|start| start.known_on(NaiveDate::MAX).date < period.days().start)
}

/// The cell that tells whether the sums of a row fit.
fn agrees(form: &Form) -> Content {
    let at = |role: fn(&Role) -> bool| {
        form.columns.iter().position(|column| role(&column.role))
    };
    let first = at(|role| matches!(role, Role::Before));
    let whole = at(|role| matches!(role, Role::ToDate));
    match (first, whole) {
        (Some(first), Some(whole)) => {
            Content::Sum { parts: [first, whole.saturating_sub(1)], whole }
        }
        _ => Content::Blank,
    }
}

/// What a project says at the end of a way.
fn own(
    project: &Project,
    way: &[&Field],
    at: Option<(&str, usize)>,
    column: &Column,
) -> Content {
    match (at, way) {
        (None, [field]) if field.key.as_str() == "合同" => Content::Blank,
        _ => own_at(project, way, at, column),
    }
}

fn own_started(project: &Project, way: &[&Field], column: &Column) -> Content {
    said(project, column, |route| {
        matches!(route, [Step::Field(own), rest @ ..]
            if own.key.as_str() == "开工" && is_way(rest, way))
    })
}

/// What a project says at the end of a way inside one of its entries, or in itself.
fn own_at(
    project: &Project,
    way: &[&Field],
    at: Option<(&str, usize)>,
    column: &Column,
) -> Content {
    said(project, column, |route| match at {
        None => is_way(route, way),
        Some((list, index)) => {
            matches!(route, [Step::Field(own), Step::Index(item), rest @ ..]
                if own.key.as_str() == list && *item == index && is_way(rest, way))
        }
    })
}

/// Whether a route leads along a way, to a scalar or to the items of a list.
fn is_way(route: &[Step], way: &[&Field]) -> bool {
    let fields = route.iter().take_while(|step| matches!(step, Step::Field(_)));
    let same = fields
        .zip(way)
        .all(|(step, field)| matches!(step, Step::Field(own) if own.key == field.key));
    let rest = route.get(way.len()..).unwrap_or_default();
    let ends = rest.is_empty() || matches!(rest, [Step::Index(_)]);
    same && route.len() >= way.len()
        && ends
        && route[..way.len()].iter().all(|step| matches!(step, Step::Field(_)))
}

/// The scalars on the routes that are meant, together.
fn said(
    project: &Project,
    column: &Column,
    is_meant: impl Fn(&[Step]) -> bool,
) -> Content {
    let mut texts = Vec::new();
    let mut route = Vec::new();
    project.visit(&mut route, &mut |route: &[Step], leaf: Leaf<'_>| {
        if is_meant(route) {
            texts.push(match leaf {
                Leaf::Reference(_, text) => text.to_owned(),
                Leaf::Day(day) => day.to_string(),
                Leaf::Text(text) => text.to_string(),
            });
        }
    });
    let text = texts.join("、");
    let amount = (!column.unit.is_empty()).then(|| Quantity::parse(&text).ok()).flatten();
    match amount {
        Some(amount) => quantity(amount, column.unit),
        None if text.is_empty() => Content::Blank,
        None => Content::Text(text),
    }
}

/// A quantity in the unit of its column; in words where it is of another kind.
fn quantity(quantity: Quantity, unit: &str) -> Content {
    let number = Denomination::of(unit).and_then(|unit| quantity.in_unit(unit));
    number.map_or_else(|| Content::Text(Money(quantity).to_string()), self::number)
}

fn number(number: Decimal) -> Content {
    let digits = number.normalize().to_string();
    SheetNumber::of(&digits, "").map_or(Content::Text(digits), Content::Number)
}
