//! 下级的数放错了地方
//!
//! ## 为什么
//! 下级的数只能由它发布的存档来：存档放在 `below/<编号>/<期>.json`，编号写在 `book.yaml` 的 `下级` 里，文件里写的账本和期要与放的地方一致，否则一个县的数算到了另一个县名下。手写的数没有存档可查，不能写 `性质: 下级`。
//!
//! ## 怎么办
//! 存档用 `tongbao import --released` 取，不要自己放；手写的数写 `性质: 上报` 或 `引用`，只作对照。
//!
//! ## 例
//! ```yaml
//! # reported/2023-06.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 县交通局, 期: 2023-06, 值: 1.2亿元, 性质: 下级}
//! ```
//! ```text
//! below-misplaced reported/2023-06.yaml:3:52 下级的数由程序从下级的存档取，不能手写
//! ```
//!
//! ```yaml
//! # reported/2023-06.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 县交通局, 期: 2023-06, 值: 1.2亿元, 性质: 上报}
//! ```
//! ```text
//! （没有问题）
//! ```

use std::collections::BTreeSet;

use crate::check::totals::totals;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::below::lives::BelowLife;
use crate::model::book::Book;
use crate::model::dictionary::Route;
use crate::model::record::reported::{Total, TotalKind};

pub(super) static RULE: Rule = rule!("below-misplaced", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for placed in totals(book, TotalKind::Below) {
        if placed.path.starts_with("reported/") {
            let message = "下级的数由程序从下级的存档取，不能手写";
            reporter
                .report(placed.place(Route::<Total>::kind), message.to_owned())
                .help("只作对照的写 性质: 上报 或 引用；要相加的，等下级发布以后用 tongbao import --released 取".to_owned());
        }
    }
    let declared = book.card.record.below.iter().map(|below| below.id.as_str());
    let declared: BTreeSet<&str> = declared.collect();
    for BelowLife { file, path, release, .. } in book.lives_below() {
        let mut names = path.split('/').skip(1);
        let folder = names.next().unwrap_or_default();
        let period = names.next().and_then(|name| name.split('.').next());
        let problem = if !declared.contains(folder) {
            format!("book.yaml 的“下级”里没有 {folder}")
        } else if release.book != folder {
            format!("这是账本 {} 的存档，放在了 {folder} 的文件夹里", release.book)
        } else if period != Some(release.period.to_string().as_str()) {
            format!("这是 {} 的存档，文件名是另一期", release.period)
        } else {
            continue;
        };
        reporter
            .report(Place::whole(file), problem)
            .help("删去它，用 tongbao import --released 重新取".to_owned());
    }
}
