//! 已发布的存档被改过、删了
//!
//! ## 为什么
//! `released/` 里的存档是公布过的数，发布以后一个字也不再改；改了它，数悄悄变了也查不出来。发布时程序把每份存档的 SHA-256 写进 `released/SHA256SUMS`，每次核对都比一遍：被改动、截断、删除，或者两边合并时拼在一起的，都查得出。在 `released/` 里运行 `sha256sum -c SHA256SUMS` 也能核对。
//!
//! 账本把印发的公文（PDF）也存下来的（`公文` 里写了 `存档`），`released/2023-06.pdf` 就是发出去的那一份，同样登记、同样核对；是给谁看的，写在登记里。
//!
//! `revise` 公布了几处改动也记在里面：`revisions/` 里的文件删了，或者少了几条，公布过的改动就没有了。
//!
//! ## 怎么办
//! 用 git 恢复，如 `git restore released/2023-06.json`；已经提交的，从发布时的提交里取回。没有恢复以前，`revise` 和 `release` 都不做。存档错了也不改存档：改数据，再用 `tongbao revise` 公布。
//!
//! 没有登记的存档，不是 `tongbao release` 写的，删去；是登记以前发布的，核对无误后运行 `tongbao release --seal`。
//!
//! ## 例
//! 发布时全县到位资金是 0.12 亿元，以后把存档里的改成了 0.2：
//! ```json
//! # released/2023-06.json
//! {"schema": "tongbao-release/1", "book": "demo", "period": "2023-06", "issued": "2023-07-10", "sha256": "0", "commit": "0", "version": "0.1.0", "scores": [], "figures": [
//! {"id": "funds/all", "name": "到位资金", "scope_name": "全县", "unit": "亿元", "value": "0.2", "target": "10", "completion": "0.012", "level": "public"}]}
//! ```
//! ```sums
//! # released/SHA256SUMS
//! 1fffdfe5b99d744c22df760f85bc72bd65811ac45f71a7a8031e2448c77ac7da  2023-06.json
//! ```
//! ```text
//! released-file-edited released/2023-06.json 2023年6月的存档被改过，和发布时的不同
//! ```
//!
//! 原样的：
//! ```json
//! # released/2023-06.json
//! {"schema": "tongbao-release/1", "book": "demo", "period": "2023-06", "issued": "2023-07-10", "sha256": "0", "commit": "0", "version": "0.1.0", "scores": [], "figures": [
//! {"id": "funds/all", "name": "到位资金", "scope_name": "全县", "unit": "亿元", "value": "0.12", "target": "10", "completion": "0.012", "level": "public"}]}
//! ```
//! ```sums
//! # released/SHA256SUMS
//! 1fffdfe5b99d744c22df760f85bc72bd65811ac45f71a7a8031e2448c77ac7da  2023-06.json
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::{Book, FileId, stem};
use crate::model::edition::release::document::DOCUMENT;
use crate::model::edition::release::sums::WITHDRAWN;
use crate::model::value::period::Period;
use crate::results::sealed::{Tampered, tampered};
use crate::words::date;

/// The code of the finding that a released file is not what was released.
pub const RELEASED_FILE_EDITED: &str = "released-file-edited";

pub(super) static RULE: Rule = rule!(RELEASED_FILE_EDITED, Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    let Some(sums) = book.sums() else { return };
    for tampered in tampered(book).unwrap_or_default() {
        let (place, message, help) = told(&tampered, sums.file);
        reporter.report(place, message).help(help);
    }
}

/// Calls a file under `released/` by what it is.
fn called(path: &str) -> String {
    let what = if path.ends_with(DOCUMENT) { "印发的公文" } else { "存档" };
    let period = stem(path).parse().map(|period: Period| date::period(&period));
    format!("{}的{what}", period.unwrap_or_else(|_| stem(path).to_owned()))
}

fn told(tampered: &Tampered, sums: FileId) -> (Place, String, String) {
    let restore = |path: String| {
        format!(
            "用 git 恢复发布时的那一份（git restore {path}，已经提交的从发布时的提交里取回）；公布的数要改，改数据再用 tongbao revise 公布"
        )
    };
    match tampered {
        Tampered::Edited(kept) => (
            Place::whole(kept.file),
            format!("{}被改过，和发布时的不同", called(kept.path)),
            restore(kept.path.to_owned()),
        ),
        Tampered::Gone(line, ending) => {
            let path = format!("released/{}{ending}", line.period);
            let message = format!("{}没有了，或者读不出来", called(&path));
            (Place::span(sums, line.span), message, restore(path))
        }
        Tampered::Unlisted(kept) => (
            Place::whole(kept.file),
            format!("{}没有登记在 released/SHA256SUMS 里", called(kept.path)),
            "不是 tongbao release 写的，删去；SHA256SUMS 少了行的，用 git 恢复；是登记以前发布的，核对无误后运行 tongbao release --seal".to_owned(),
        ),
        Tampered::TakenBack(line) => (
            Place::span(sums, line.span),
            format!(
                "{}撤销发布时留下的存档改过，或者没有了",
                date::period(&line.period)
            ),
            restore(format!("released/{}{WITHDRAWN}", line.period)),
        ),
        Tampered::Undisclosed(line, count) => (
            Place::span(sums, line.span),
            format!(
                "{}公布过{}次改动，revisions/{}.yaml 里只有{count}次",
                date::period(&line.period),
                line.content,
                line.period
            ),
            format!(
                "用 git 恢复 revisions/{}.yaml：公布过的改动要一直查得到",
                line.period
            ),
        ),
    }
}
