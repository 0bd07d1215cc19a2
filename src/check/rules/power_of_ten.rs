//! 金额与本项目的其他金额差得太远
//!
//! ## 为什么
//! “亿”写成“万”或反过来，金额就差一万倍；到位资金远大于合同额、
//! 备案与合同差上千倍，都值得再看一眼。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同: [{类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元}]
//! 到位资金:
//!   - {月份: 2023-05, 金额: 1200亿元, 凭证: [银行回单]}
//! ```
//! ```text
//! power-of-ten projects/2023/xm-1.yaml:4:23 到位资金1200亿元是合同额3.2亿元的375倍
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同: [{类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元}]
//! 备案: {日期: 2023-04-06, 金额: 3亿元}
//! 到位资金:
//!   - {月份: 2023-05, 金额: 1200万元, 凭证: [银行回单]}
//!   - {月份: 2023-06, 金额: 3.1亿元, 凭证: [银行回单]}
//! ```
//! ```text
//! （没有问题）
//! ```

use rust_decimal::Decimal;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::{Step, route};
use crate::model::record::project::Project;
use crate::model::value::quantity::Quantity;

pub(super) static RULE: Rule = rule!("power-of-ten", Warning, check);

/// An amount further off than this is worth a look; funds may pass a contract, but hardly so far.
const FUNDS_LIMIT: i64 = 10;
/// Amounts of one project that are to be alike differ by less than this.
const LIKE_LIMIT: i64 = 1000;

fn check(book: &Book, reporter: &mut Reporter) {
    for project in &book.projects {
        for (quantity, what, route, times) in suspects(&project.record) {
            let message = format!("{what}{quantity}是{times}");
            reporter
                .report(Place::value(project.file, route), message)
                .help("核对单位是“亿元”还是“万元”，小数点有没有点错")
                .about(project.record.id.as_str());
        }
    }
}

type Suspect = (Quantity, &'static str, Vec<Step>, String);

fn suspects(project: &Project) -> Vec<Suspect> {
    let mut suspects = Vec::new();
    let Some(contract) = largest(project) else { return suspects };
    let against = |quantity: &Quantity| -> Option<Decimal> {
        quantity.over(&contract).map(|ratio| ratio.abs())
    };
    let limit = Decimal::from(LIKE_LIMIT);
    let filing = project.filing.as_ref().and_then(|filing| filing.amount);
    if let Some((money, ratio)) =
        filing.and_then(|money| Some((money, against(&money.0)?)))
    {
        let far = ratio >= limit || ratio * limit <= Decimal::ONE;
        if far && !ratio.is_zero() {
            suspects.push((
                money.0,
                "备案金额",
                route!(Project.filing.amount),
                times(&contract, ratio),
            ));
        }
    }
    for (index, entry) in project.funds.iter().enumerate() {
        let Some(ratio) = against(&entry.amount.0) else { continue };
        if ratio > Decimal::from(FUNDS_LIMIT) {
            let route = route!(Project.funds[index].amount);
            suspects.push((entry.amount.0, "到位资金", route, times(&contract, ratio)));
        }
    }
    suspects
}

/// Returns the largest formal contract.
fn largest(project: &Project) -> Option<Quantity> {
    let amounts = project.contracts.iter().map(|contract| contract.amount.0);
    let first = amounts.clone().next()?;
    let alike = amounts.filter(|quantity| quantity.unit.base == first.unit.base);
    alike.max_by_key(|quantity| quantity.amount())
}

fn times(contract: &Quantity, ratio: Decimal) -> String {
    if ratio < Decimal::ONE {
        let times = (Decimal::ONE / ratio).round();
        return format!("合同额{contract}的{times}分之一");
    }
    format!("合同额{contract}的{}倍", ratio.round().normalize())
}
