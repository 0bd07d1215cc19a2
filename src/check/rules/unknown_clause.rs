//! 依据的条款没有列在方案的“条款”里
//!
//! ## 为什么
//! 每个目标、口径都要能查到文件的出处；“条款”是出处的目录，写错的条款在这里露出来。
//! 列了某一条，它的上级和下级也算列了。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 截止:
//!   - {事项: 资金, 日: 次月7日, 依据: 附件2 六（一）}
//! ```
//! ```text
//! unknown-clause plans/plan-2023.yaml:3:27 “附件2 六（一）”没有列在方案的“条款”里
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 截止:
//!   - {事项: 资金, 日: 次月7日, 依据: 二}
//! ```
//! ```text
//! （没有问题）
//! ```

use std::collections::BTreeSet;

use crate::check::names::references;
use crate::check::{Reporter, Rule, rule};
use crate::model::book::Book;
use crate::model::dictionary::Word;
use crate::model::value::clause::Clause;

pub(super) static RULE: Rule = rule!("unknown-clause", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    let cited = references::<Clause>(book);
    for plan in &book.plans {
        let mut seen = BTreeSet::new();
        for (word, place) in cited.iter().filter(|(_, place)| place.file == plan.file) {
            let Ok(clause) = Clause::parse(word) else { continue };
            let is_listed = plan.record.clauses.iter().any(|note| {
                clause.is_within(&note.clause) || note.clause.is_within(&clause)
            });
            if is_listed || clause == Clause::whole() || !seen.insert(clause.id) {
                continue;
            }
            let help =
                format!("在“条款”里加一项：{{条: {word}, 要点: …}}，或改正条款的写法");
            let message = format!("“{word}”没有列在方案的“条款”里");
            reporter.report(place.clone(), message).help(help).about(*word);
        }
    }
}
