//! 下级的存档被改过、删了
//!
//! ## 为什么
//! `below/` 里的文件是下级发布的原件，本级的合计由它们相加；改一个数，合计就错了，两级的数也对不上。取来的时候，程序把下级 `released/SHA256SUMS` 里的指纹记进 `below/SHA256SUMS`，每次核对都比一遍。
//!
//! ## 怎么办
//! 用 git 恢复；下级公布了更正或修订的，用 `tongbao import --released` 重新取，不要手改。
//!
//! ## 例
//! 苍溪县发布的是 0.12 亿元，取来以后把它改成了 9.12：
//! ```yaml
//! # book.yaml
//! 名称: 某市
//! 全域: 全县
//! 标志: 某市招商引资工作通报
//! 发文机关: 领导小组办公室
//! 主送: 各县
//! 方案: [plan-2023]
//! 下级: [{编号: cangxi, 单位: 县交通局}]
//! ```
//! ```json
//! # below/cangxi/2023-06.json
//! {"schema": "tongbao-release/1", "book": "cangxi", "period": "2023-06", "issued": "2023-07-10", "sha256": "0", "version": "0.1.0", "scores": [], "figures": [
//! {"id": "funds/all", "name": "到位资金", "scope_name": "全县", "unit": "亿元", "value": "9.12", "demo": false, "level": "public"}]}
//! ```
//! ```sums
//! # below/SHA256SUMS
//! 1fffdfe5b99d744c22df760f85bc72bd65811ac45f71a7a8031e2448c77ac7da  cangxi/2023-06.json
//! ```
//! ```text
//! below-file-edited below/cangxi/2023-06.json below/cangxi/2023-06.json 和取来时的不同
//! ```

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::results::below::{Altered, altered};

pub(super) static RULE: Rule = rule!("below-file-edited", Error, check);

/// What to do.
const FETCH: &str =
    "用 git 恢复；下级有新的，用 tongbao import --released 重新取，不要手改";

fn check(book: &Book, reporter: &mut Reporter) {
    for altered in altered(book) {
        let (place, message) = told(&altered);
        reporter.report(place, message).help(FETCH.to_owned());
    }
}

fn told(altered: &Altered) -> (Place, String) {
    match altered {
        Altered::Edited(file, path) => {
            (Place::whole(*file), format!("{path} 和取来时的不同"))
        }
        Altered::Unlisted(file, path) => {
            (Place::whole(*file), format!("{path} 没有登记在 below/SHA256SUMS 里"))
        }
        Altered::Gone(path, file, span) => {
            (Place::span(*file, *span), format!("取来的 {path} 没有了，或者读不出来"))
        }
        Altered::Undisclosed(path, (file, span), listed, count) => (
            Place::span(*file, *span),
            format!("下级公布过{listed}次改动，{path} 里只有{count}次"),
        ),
    }
}
