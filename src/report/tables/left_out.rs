//! 未计入情况: what a rule leaves out of the indicators with targets, and why.

use crate::figures::facts::fact::{Judgement, LeftOut};
use crate::model::dictionary::Level;
use crate::report::listings::fact_list::FactList;
use crate::report::tables::{Make, TableKind};
use crate::sheet::Sheet;
use crate::view::table::Table;

pub(super) const TABLE: TableKind = TableKind {
    name: "未计入情况",
    meaning: "有记录而按规定没有计入的合同和资金，逐笔列出原因（迟报的另列，往年结清以后才报来的在这里）",
    level: Level::Internal,
    make: Make::Sheet(make),
};

fn make(sheet: &Sheet) -> Option<Table> {
    let mut list = FactList::default();
    for view in sheet.headline() {
        for (fact, judgement) in view.judged() {
            let words = match judgement {
                Judgement::Outside => view.lost(fact),
                _ => reason(judgement).map(|reason| view.reason(fact, reason)),
            };
            if let Some(words) = words {
                list.add(fact, words, &view.indicator().name);
            }
        }
    }
    list.table(sheet, "left-out", "未计入情况", "没有计入的原因")
}

/// The rule that leaves a fact out; what was reported too late stands in a list of its own.
fn reason(judgement: &Judgement) -> Option<&LeftOut> {
    match judgement {
        Judgement::LeftOut(LeftOut::Late(late)) if !late.is_recognition() => None,
        Judgement::LeftOut(LeftOut::Silent(..)) => None,
        Judgement::LeftOut(reason) => Some(reason),
        Judgement::Counts(_) | Judgement::Outside => None,
    }
}
