//! 通报的正文超过4000字
//!
//! ## 为什么
//! 《整治形式主义为基层减负若干规定》（2024-08-06印发）：部署专项工作或者具体任务的文件一般不超过4000字。
//! 只数正文里的字，不数空格、表和自动填入的数。这只是提醒，不影响计算，也不印出来。

use crate::check::burden::binds;
use crate::check::narrative::typed;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::edition::EditionCard;

pub(super) static RULE: Rule = rule!("long-document", Note, check);

/// Characters that such a document has at most.
const MOST: usize = 4000;

fn check(book: &Book, reporter: &mut Reporter) {
    for edition in &book.editions {
        let card = &edition.record.card;
        let count = typed(&edition.record.narrative)
            .flat_map(|(text, _)| text.chars())
            .filter(|character| !character.is_whitespace())
            .count();
        if count > MOST && binds(card.issued.unwrap_or(card.period.end())) {
            let place = Place::value(edition.file, route!(EditionCard.title));
            reporter
                .report(place, format!("正文有{count}字，超过{MOST}字"))
                .help("删去空话套话，细目放进附件的表里")
                .about(card.period.to_string());
        }
    }
}
