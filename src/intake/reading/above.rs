//! What stands above a table: its code, its day, the unit of its numbers.

use chrono::NaiveDate;

use crate::intake::form::Code;
use crate::intake::form::issue::DAY_LABEL;
use crate::intake::reading::asked::Asked;
use crate::intake::reading::doubt::{At, Doubts};
use crate::intake::reading::number::narrow;
use crate::intake::reading::time::day;
use crate::load::workbook::{Grid, Value};
use crate::model::value::quantity::Denomination;

/// What stands before the name of who filled a form in.
const BY_LABEL: &str = "填报单位";

/// What the lines above a table say.
pub(super) struct Above {
    pub(super) code: Option<Code>,
    pub(super) day: Option<NaiveDate>,
    pub(super) unit: Option<Denomination>,
    /// Who filled the form in.
    pub(super) by: Option<String>,
}

/// Returns what the lines above the table say; `None` after noting that they belong to another
/// program or version.
pub(super) fn above(grid: &Grid, at: &At, doubts: &mut Doubts) -> Option<Above> {
    let mut above = Above { code: None, day: None, unit: None, by: None };
    for (place, cell) in grid.cells.range(..(12, 0)) {
        let Value::Text(text) = &cell.value else { continue };
        match Code::read(text) {
            Some(Ok(code)) => above.code = Some(code),
            Some(Err(problem)) => {
                let help = "用现在的版本重新导出一份表：tongbao export --forms";
                doubts.refused(&at.cell(*place), problem, help);
                return None;
            }
            None => {}
        }
        if let Some((_, rest)) = text.split_once(DAY_LABEL) {
            let word = rest.split(['（', '(']).next().unwrap_or_default().trim();
            if !word.is_empty() {
                match day(word) {
                    Ok(day) => above.day = Some(day),
                    Err(problem) => {
                        doubts.doubtful(
                            &at.cell(*place),
                            problem,
                            "写成 2023-11-06 这样",
                        );
                    }
                }
            }
        }
        if let Some((_, rest)) = text.split_once(BY_LABEL) {
            let (_, rest) = rest.split_once(['：', ':']).unwrap_or_default();
            above.by = rest.split_whitespace().next().map(str::to_owned);
        }
        let narrow = narrow(text);
        if let Some((_, rest)) = narrow.split_once("单位:") {
            let word = rest.split_whitespace().next().unwrap_or_default();
            above.unit = above.unit.or(Denomination::of(word));
        }
    }
    Some(above)
}

/// Whether a form is of the book, the period and a unit that are asked for.
pub(super) fn is_taken(
    above: &Above,
    asked: Asked,
    at: &At,
    doubts: &mut Doubts,
) -> bool {
    let Some(code) = &above.code else { return true };
    let book = asked.book;
    if code.book != book.id {
        let problem = format!("这是账本“{}”的表，现在导入的是“{}”", code.book, book.id);
        doubts.refused(at, problem, "用 --book 写对账本");
        return false;
    }
    if let Some(period) = asked.period.filter(|period| **period != code.period) {
        let problem = format!("这是 {} 的表，要的是 {period} 的", code.period);
        doubts.refused(at, problem, "换成这一期的表，或改 --period");
        return false;
    }
    let unit = code.unit.as_deref();
    if let Some(unit) = unit.filter(|unit| book.unit_called(unit).is_none()) {
        let problem = format!("这是单位“{unit}”的表，账本里没有这个单位");
        doubts.refused(at, problem, "重新导出一份表再填");
        return false;
    }
    let by = above.by.as_deref().and_then(|word| book.unit_called(word));
    if let (Some(unit), Some(by)) = (unit.and_then(|unit| book.unit_called(unit)), by)
        && unit.id != by.id
    {
        let problem = format!("填报单位写的是{}，这份表是发给{}的", by.name, unit.name);
        doubts.refused(at, problem, "核对是谁报的；填错了表的，填到自己的表里再报");
        return false;
    }
    true
}
