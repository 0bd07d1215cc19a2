//! 已发布的通报文件没有了
//!
//! ## 为什么
//! 发布过的通报要一直查得到。用 git 取回 `editions/` 里的那个文件。

use crate::check::context::Context;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::stem;
use crate::words::date;

pub(super) static RULE: Rule = rule!("released-edition-gone", Error, Figures(check));

fn check(context: &Context, reporter: &mut Reporter) {
    let book = context.book;
    for release in &book.releases {
        let period = &release.record.period;
        let path = format!("editions/{period}.md");
        // A release under a wrong name is a fault of its own.
        let is_named = stem(&release.path) == period.to_string();
        if is_named && book.edition(period).is_none() && !book.lacks(&path) {
            let message = format!("{}已经发布，{path} 却没有了", date::period(period));
            reporter
                .report(Place::whole(release.file), message)
                .help("已发布的通报要一直保留；用 git 取回这个文件");
        }
    }
}
