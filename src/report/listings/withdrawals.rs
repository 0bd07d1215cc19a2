//! What was taken back of a released edition's public version, as its table.

use crate::model::book::Book;
use crate::model::book::figure_id::FigureId;
use crate::model::edition::revision::Withdrawal;
use crate::model::value::period::Period;
use crate::report::listings::columns::Columns;
use crate::view::table::Table;
use crate::words::date;

/// The figures that the public had and has no more; `None` where nothing was taken back.
pub(crate) fn table(book: &Book, period: &Period) -> Option<Table> {
    let withdrawals = book.withdrawals(period);
    if withdrawals.is_empty() {
        return None;
    }
    let columns = Columns::<&Withdrawal>::new()
        .words("数", 40, |withdrawal| names(book, withdrawal))
        .words("原因", 30, |withdrawal| &withdrawal.reason)
        .words("撤回日期", 15, |withdrawal| date::day(withdrawal.date));
    let id = format!("withdrawals-{period}");
    let title = format!("{}通报公开版撤回的数", date::period(period));
    Some(columns.listing(id, title, withdrawals))
}

/// Indicators that were taken back whole, then single figures.
fn names(book: &Book, withdrawal: &Withdrawal) -> String {
    let name = |word: &str| {
        book.indicator(word).map_or(word.to_owned(), |(_, one)| one.name.clone())
    };
    let whole = withdrawal
        .indicators
        .iter()
        .map(|indicator| format!("{}（全部范围）", name(indicator.as_str())));
    let single = withdrawal.figures.iter().map(|figure| match figure {
        FigureId::Indicator(id, scope) | FigureId::Score(id, scope) => {
            format!("{} · {}", name(id.as_str()), book.scope_name(scope))
        }
    });
    whole.chain(single).collect::<Vec<_>>().join("；")
}
