//! 来源区域不在名录里
//!
//! ## 为什么
//! 区域的名称写错，按来源区域统计的指标就什么也数不到。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 指标:
//!   - {编号: contract, 名称: 正式合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 合同金额, 依据: 二}
//!   - {编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 到位的资金, 依据: 二}
//!   - {编号: south, 名称: 大湾区合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 合同金额, 依据: 二, 范围: {来源区域: [大湾去]}}
//! ```
//! ```text
//! unknown-region plans/plan-2023.yaml:5:93 没有叫“大湾去”的来源区域
//! ```
//!
//! ```yaml
//! # units.yaml
//! 来源区域:
//!   - {编号: gba, 名称: 粤港澳大湾区, 注册地: [广东省, 香港, 澳门]}
//! ```
//! ```yaml
//! # plans/plan-2023.yaml
//! 指标:
//!   - {编号: contract, 名称: 正式合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 合同金额, 依据: 二}
//!   - {编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 到位的资金, 依据: 二}
//!   - {编号: south, 名称: 大湾区合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 合同金额, 依据: 二, 范围: {来源区域: [粤港澳大湾区]}}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::names::{references, report_unknown};
use crate::check::{Reporter, Rule, rule};
use crate::model::book::Book;
use crate::model::value::reference::RegionRef;

pub(super) static RULE: Rule = rule!("unknown-region", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    if book.lacks("units.yaml") {
        return;
    }
    let named = references::<RegionRef>(book);
    let names = book.registry.record.regions.iter().map(|region| region.name.as_str());
    let is_known = |word: &str| book.region_called(word).is_some();
    report_unknown::<RegionRef>(reporter, named, is_known, names);
}
