//! 没有发布过的一期有公布的改动
//!
//! ## 为什么
//! 没有发布的数直接改数据就行，不需要公布；也可能是发布的存档被删了，用 git 取回来。

use crate::check::context::Context;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::stem;

pub(super) static RULE: Rule = rule!("revision-without-release", Error, Figures(check));

fn check(context: &Context, reporter: &mut Reporter) {
    let book = context.book;
    for file in &book.revisions {
        let period = stem(&file.path);
        let is_lacking = book.lacks(&format!("released/{period}.json"));
        if book.release_revised_by(file).is_none() && !is_lacking {
            reporter
                .report(
                    Place::whole(file.file),
                    format!("{period} 没有发布过，不会有公布的改动"),
                )
                .help("删去这个文件；没有发布的数直接改数据就行");
        }
    }
}
