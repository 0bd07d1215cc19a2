//! 正文里的说法和数不符
//!
//! ## 为什么
//! 正文自己说的“某单位完成了目标”“12个单位欠进度”“欠进度的单位面扩大”，读者当作事实；数据改了，这些话不会跟着改。
//!
//! ## 怎么办
//! 照数改写这句话。只核对说得明白的话：一个短句里，指名的单位（或“全县12个单位”“26个单位中十二个”）欠进度、超进度、低于序时、高于序时、达到序时进度、完成全年目标、未完成全年目标、尚无某项指标、居本组第几位，此外没有别的词；或者“欠进度的单位面扩大”“欠进度的单位比上月减少”“欠进度的单位与上月一样多”。单位可以写在冒号前面；点评里的意见说的是被点评的单位。说到别的月份、季度、去年，或者说打算、预计的，不核对。没有写明指标的，按这句话引用的指标，再没有的，按总体情况的各项指标，有一项相符就算相符。
//!
//! 直接写的数也核对：同一句里写明了是谁的、哪个指标的，旁边没有不认得的词，才算读懂，如“全县到位资金54.08亿元，完成全年目标70亿元的77.25%”；与数据不同的，说数据是多少。读不懂的不说。外来的文件用 tongbao verify --text 文件 --book 账本 --period 期，按同样的办法逐个核对。
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
use crate::check::{Reporter, Rule, rule};
use crate::claims::said::{may_say, said};
use crate::claims::statements::{Stated, looks_back};
use crate::claims::typed::{Typed, of_comment, of_narrative};
use crate::diagnostic::Place;
use crate::model::book::{Book, Filed};
use crate::model::dictionary::route;
use crate::model::edition::{Comment, Edition, EditionCard};
use crate::sheet::Sheet;

pub(super) static RULE: Rule = rule!("statement-unmet", Warning, Figures(check));

fn check(context: &Context, reporter: &mut Reporter) {
    for edition in &context.book.editions {
        let narrative = of_narrative(&edition.record.narrative);
        let comments = comments(context.book, edition);
        let all: Vec<&[Typed]> = std::iter::once(&*narrative)
            .chain(comments.iter().map(Vec::as_slice))
            .collect();
        if !all.iter().any(|typed| may_say(typed, context.book)) {
            continue;
        }
        let Some(basis) = context.basis() else { return };
        let period = &edition.record.card.period;
        let figures = basis.figures(period);
        let sheet = Sheet::alone(basis, &figures);
        let looks_back = all.iter().any(|typed| looks_back(typed));
        let before = basis.book.edition_before(period).filter(|_| looks_back);
        let before = before.map(|period| basis.figures(period));
        let before = before.as_ref().map(|figures| Sheet::alone(basis, figures));
        for (at, typed) in all.into_iter().enumerate() {
            for said in said(typed, &sheet, before.as_ref()) {
                let comment = at.checked_sub(1);
                tell(edition, comment, said, reporter);
            }
        }
    }
}

/// Returns the sentences of each comment on a unit.
fn comments(book: &Book, edition: &Filed<Edition>) -> Vec<Vec<Typed<'static>>> {
    let comments = edition.record.card.comments.iter();
    let of = |comment: &Comment| {
        let unit = book.unit(&comment.unit);
        unit.map(|unit| of_comment(&unit.name, &comment.text)).unwrap_or_default()
    };
    comments.map(of).collect()
}

/// Reports a statement of the narrative, or of a comment, that the figures contradict.
fn tell(
    edition: &Filed<Edition>,
    comment: Option<usize>,
    stated: Stated,
    reporter: &mut Reporter,
) {
    let Stated { text, span, instead: Some(instead), .. } = stated else { return };
    let place = match comment {
        Some(at) => Place::value(edition.file, route!(EditionCard.comments[at].text)),
        None => Place::span(edition.file, span),
    };
    let message = format!("“{text}”：{instead}");
    let reported = reporter.report(place, message);
    reported.help("照数改写这句话，能引用的用引用").about(text);
}
