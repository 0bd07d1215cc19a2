//! The tables that a plan prescribes, in its own layout, as units print, check and seal them.

use crate::figures::basis::Basis;
use crate::figures::period::Figures;
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::plan::Plan;
use crate::model::plan::form::{Form, FormColumn};
use crate::model::record::registry::Unit;
use crate::model::value::period::Period;
use crate::sheet::part::FigurePart;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::table::RowKind;
use crate::view::workbook::{
    Content, SheetCell, SheetColumn, SheetNumber, SheetRow, Worksheet,
};
use crate::words::date;

/// What a sheet says that is for the seal: its numbers are known and are not read back.
pub const FOR_SEAL: &str = "供核对、盖章，不导入";
/// Widths of columns, in characters.
const FIRST: u8 = 24;
const NUMBER: u8 = 13;

/// The numbers of a period, as they are known so far.
pub(super) struct Known<'a> {
    plan: &'a Plan,
    basis: Basis<'a>,
    figures: Figures,
}

impl<'a> Known<'a> {
    /// Of a book.
    pub(super) fn of(book: &'a Book, plan: &'a Plan, period: &Period) -> Known<'a> {
        let basis = Basis::of(book, period.end());
        let figures = basis.figures(period);
        Known { plan, basis, figures }
    }

    /// Returns the tables that have rows for some of the units.
    pub(super) fn layouts(&self, units: &[&Unit], name: &str) -> Vec<Worksheet> {
        let sheet = Sheet::alone(&self.basis, &self.figures);
        let forms = self.plan.forms.iter();
        forms.filter_map(|form| layout(&sheet, form, units, name)).collect()
    }
}

fn layout(sheet: &Sheet, form: &Form, units: &[&Unit], name: &str) -> Option<Worksheet> {
    let is_theirs = |scope: &Scope| matches!(scope, Scope::Unit(id) if units.iter().any(|unit| unit.id.as_str() == id));
    let scopes: Vec<Scope> = sheet.rows_of(form).into_iter().filter(is_theirs).collect();
    let columns = form.columns.iter();
    let columns: Vec<(&FormColumn, IndicatorView)> = columns
        .filter_map(|column| Some((column, sheet.view(column.indicator.as_str())?)))
        .collect();
    if scopes.is_empty() || columns.is_empty() {
        return None;
    }
    let row = |scope: &Scope| {
        let values = columns.iter().map(|(_, view)| value(view, scope));
        let cells = [SheetCell::text(sheet.name(scope))].into_iter().chain(values);
        SheetRow { kind: RowKind::Body, cells: cells.collect() }
    };
    let card = &sheet.book().card.record;
    let until = date::day(sheet.figures.period.end());
    Some(Worksheet {
        name: form.name.clone(),
        title: form.name.clone(),
        lines: vec![
            format!(
                "本表{FOR_SEAL}　制定机关：{}　依据：{}",
                card.issuer,
                form.clause.cited()
            ),
            format!(
                "填报单位（盖章）：{name}　　填报人：　　　　　　审核人：　　　　　　"
            ),
            format!("截至{until}　　填报时间：　　　　年　　月　　日"),
        ],
        columns: heads(form, &columns),
        rows: scopes.iter().map(row).collect(),
        notes: vec![
            "注：数由账本里的记录算出；“—”是还没有报。不符的，改报上来的表，不在这里改。"
                .to_owned(),
        ],
    })
}

fn heads(form: &Form, columns: &[(&FormColumn, IndicatorView)]) -> Vec<SheetColumn> {
    let first = form.first.clone().unwrap_or_else(|| "填报单位".to_owned());
    let first = SheetColumn { head: first, width: FIRST, ..SheetColumn::default() };
    let others = columns.iter().map(|(column, view)| SheetColumn {
        group: column.group.clone().unwrap_or_default(),
        head: format!("{}（{}）", column.name, view.unit()),
        width: NUMBER,
        ..SheetColumn::default()
    });
    [first].into_iter().chain(others).collect()
}

fn value(view: &IndicatorView, scope: &Scope) -> SheetCell {
    let Some(figure) = view.figure(scope) else { return SheetCell::default() };
    let text = view.number(figure, FigurePart::Value, false).text.to_string();
    let number = SheetNumber::printed(&text);
    SheetCell::given(number.map_or(Content::Text(text), Content::Number))
}
