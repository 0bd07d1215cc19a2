//! 公文的附件太多
//!
//! ## 为什么
//! 通报的正文有一两个附件，每个一张表，看的人才看得完。再多的表列在网页上和数据资料里，
//! 公文只印前2个。
//!
//! ## 怎么办
//! `公文` 的 `附件` 只留最要紧的两张表，其他的写到 `附表`。
//!
//! ## 例
//! ```yaml
//! # editions/2023-06.md
//! ---
//! 期: 2023-06
//! 印发: 2023-07-10
//! 标题: 关于2023年1—6月招商引资工作情况的通报
//! 公文: {附件: [单位完成情况, 总体情况, 新签约项目]}
//! ---
//! ```
//! ```text
//! annexes-many editions/2023-06.md:5:25 公文的附件有3个，只印前2个
//! ```
//!
//! ```yaml
//! # editions/2023-06.md
//! ---
//! 期: 2023-06
//! 印发: 2023-07-10
//! 标题: 关于2023年1—6月招商引资工作情况的通报
//! 公文: {附件: [单位完成情况, 总体情况]}
//! ---
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::edition::EditionCard;
use crate::model::edition::paper::{MOST_ANNEXES, Paper};
use crate::model::record::registry::BookCard;

pub(super) static RULE: Rule = rule!("annexes-many", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    let card = &book.card;
    let place = Place::value(card.file, route!(BookCard.paper.annexes[MOST_ANNEXES]));
    judge(card.record.paper.as_ref(), place, reporter);
    for edition in &book.editions {
        let route = route!(EditionCard.paper.annexes[MOST_ANNEXES]);
        let place = Place::value(edition.file, route);
        judge(edition.record.card.paper.as_ref(), place, reporter);
    }
}

fn judge(paper: Option<&Paper>, place: Place, reporter: &mut Reporter) {
    let count = paper.map_or(0, |paper| paper.annexes.len());
    if count > MOST_ANNEXES {
        let message = format!("公文的附件有{count}个，只印前{MOST_ANNEXES}个");
        reporter.report(place, message).help("留最要紧的两个，其他的表写到“附表”");
    }
}
