//! 已发布的数变了
//!
//! ## 为什么
//! 通报一经发布，数就是公布过的。后来改数据使它变了，或者没有了，要么是改错了，要么该公布修订，不能悄悄变。
//!
//! ## 怎么办
//! 先看是不是改错了旧月份的数据，是就改回去；迟报的资金写成以后报送的记录，更正写成带日期的更正，都不会动已发布的数。确要更正已发布的数，运行 `tongbao revise --reason <原因> --date <日期>`：程序把各期变动的数一次写进 `revisions/`，网页和公文标出新数并附修订表，发布时的存档不动。

use crate::check::context::Context;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::results::moved::{MOVED, moved_figures};
use crate::sheet::revised::moved_in_words;
use crate::words::date;

pub(super) static RULE: Rule = rule!(MOVED, Error, Figures(check));

fn check(context: &Context, reporter: &mut Reporter) {
    let book = context.book;
    for release in &book.releases {
        let Some(basis) = context.basis() else { return };
        let when = date::period(&release.record.period);
        for moved in moved_figures(basis, release) {
            let (title, id) = (moved.figure.title(), &moved.figure.id);
            let message = if moved.gone {
                format!("{when}已发布的“{title}”（{id}）现在没有了")
            } else {
                let words = ("公布为", "现在算出");
                let parts = moved_in_words(book, &moved.figure, &moved.parts, words);
                format!("{when}已发布的“{title}”变了：{parts}")
            };
            let help = "改错了就改回去；确要更正，用 tongbao revise --reason <原因> --date <日期> 公布修订";
            reporter
                .report(Place::whole(release.file), message)
                .help(help)
                .about(id.to_string());
        }
    }
}
