//! 发布的存档不完整或被改过
//!
//! ## 为什么
//! `released/` 里的文件由 `tongbao release` 写，是发布时的原样，不能手改、改名。用 git 取回发布时提交的那一份。

use crate::check::context::Context;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::stem;

pub(super) static RULE: Rule = rule!("broken-release", Error, Figures(check));

fn check(context: &Context, reporter: &mut Reporter) {
    for release in &context.book.releases {
        let period = &release.record.period;
        if stem(&release.path) != period.to_string() {
            let message = format!("存档里写的期是 {period}，与文件名不同");
            reporter
                .report(Place::whole(release.file), message)
                .help("存档由程序写，不要改名；用 git 取回发布时提交的那一份");
        }
    }
}
