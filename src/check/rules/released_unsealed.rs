//! 已发布的存档还没有登记
//!
//! ## 为什么
//! 发布时程序把存档的 SHA-256 写进 `released/SHA256SUMS`，以后谁改了存档都查得出（`released-file-edited`）。以前发布的账本没有这个文件，存档被改了查不出来。
//!
//! ## 怎么办
//! 核对 `released/` 里的存档都是发布时的原样、都已提交到 git，运行一次 `tongbao release --seal`，把 `released/SHA256SUMS` 提交到 git。以后每次发布由程序接着登记。本来有、现在没有了的，用 git 恢复。
//!
//! ## 例
//! ```json
//! # released/2023-06.json
//! {"schema": "tongbao-release/1", "book": "demo", "period": "2023-06", "issued": "2023-07-10", "sha256": "0", "commit": "0", "version": "0.1.0", "scores": [], "figures": []}
//! ```
//! ```text
//! released-unsealed released/2023-06.json 已发布的1期存档没有登记，被改了查不出来
//! ```
//!
//! 登记了的：
//! ```json
//! # released/2023-06.json
//! {"schema": "tongbao-release/1", "book": "demo", "period": "2023-06", "issued": "2023-07-10", "sha256": "0", "commit": "0", "version": "0.1.0", "scores": [], "figures": []}
//! ```
//! ```sums
//! # released/SHA256SUMS
//! 7c539e76a8f7261649fc5b6236d2a3a231efe4fe1d50fe60992221e9b4020c2b  2023-06.json
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::edition::release::sums::SUMS;

/// The code of the finding that released files are not entered.
pub const RELEASED_UNSEALED: &str = "released-unsealed";

pub(super) static RULE: Rule = rule!(RELEASED_UNSEALED, Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    let mut releases = book.releases.iter();
    let Some(first) = releases.next().filter(|_| book.sums().is_none()) else { return };
    if book.lacks(SUMS) {
        return;
    }
    let count = releases.count() + 1;
    let message = format!("已发布的{count}期存档没有登记，被改了查不出来");
    reporter.report(Place::whole(first.file), message).help(format!(
        "核对存档都是发布时的原样，运行 tongbao release --seal --book {}；{SUMS} 删了的，用 git 恢复",
        book.id
    ));
}
