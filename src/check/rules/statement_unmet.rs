//! 正文里的说法和数不符
//!
//! ## 为什么
//! 正文自己说的“某单位完成了目标”“12个单位欠进度”“欠进度的单位面扩大”，读者当作事实；数据改了，这些话不会跟着改。
//!
//! ## 怎么办
//! 照数改写这句话。只核对说得明白的话：一个短句里，指名的单位（或“全县12个单位”）欠进度、超进度、完成全年目标、未完成全年目标、尚无某项指标，此外没有别的词；或者“欠进度的单位面扩大”“欠进度的单位比上月减少”。说到别的月份、季度、去年，或者说打算、预计的，不核对。没有写明指标的，按这句话引用的指标，再没有的，按总体情况的各项指标，有一项相符就算相符。
//!
//! ## 例
//! ```yaml
//! # editions/2023-06.md
//! 县交通局尚无到位资金。
//! ```
//! ```text
//! statement-unmet editions/2023-06.md:7:1 “县交通局尚无到位资金”：县交通局有到位资金0.12亿元
//! ```
//!
//! ```yaml
//! # editions/2023-06.md
//! 县交通局要尽快完成全年目标。
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::context::Context;
use crate::check::statements::{Statement, Unmet, stating};
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::figures::basis::Basis;
use crate::model::book::Book;
use crate::model::value::period::Period;
use crate::sheet::Sheet;

pub(super) static RULE: Rule = rule!("statement-unmet", Warning, Figures(check));

fn check(context: &Context, reporter: &mut Reporter) {
    for edition in &context.book.editions {
        let clauses = stating(&edition.record.narrative);
        let statements: Vec<Statement> =
            clauses.iter().filter_map(Statement::of).collect();
        if statements.is_empty() {
            continue;
        }
        let Some(basis) = context.basis() else { return };
        for unmet in unmet(basis, &edition.record.card.period, &statements) {
            let Unmet { text, span, instead } = unmet;
            reporter
                .report(Place::span(edition.file, span), format!("“{text}”：{instead}"))
                .help("照数改写这句话，能引用的用引用")
                .about(text);
        }
    }
}

/// Returns the statements that the figures of a period contradict.
fn unmet(basis: &Basis, period: &Period, statements: &[Statement]) -> Vec<Unmet> {
    let figures = basis.figures(period);
    let before = before(basis.book, period).map(|period| basis.figures(period));
    let sheet = Sheet::alone(basis, &figures);
    let before = before.as_ref().map(|figures| Sheet::alone(basis, figures));
    let unmet = |statement: &Statement| statement.unmet(&sheet, before.as_ref());
    statements.iter().filter_map(unmet).collect()
}

/// Returns the edition before one, in its series and under its plan.
fn before<'a>(book: &'a Book, period: &Period) -> Option<&'a Period> {
    let periods = book.editions.iter().map(|edition| &edition.record.card.period);
    let earlier = periods.filter(|other| {
        other.same_series(period)
            && other.end() < period.end()
            && book.is_under_one_plan(other.end(), period.end())
    });
    earlier.max_by_key(|other| other.end())
}
