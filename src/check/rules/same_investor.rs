//! 同一投资方以同样金额签了两个项目，或者同一个项目换个名称又报了一次
//!
//! ## 为什么
//! 同一个项目由两个单位各报一次，或者换个叫法再报一次，就会重复计算。同一天、同样金额、用字又大半相同的，
//! 投资方写得不同也算。确是两个项目，可以不管这条提醒。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-2.yaml
//! 编号: xm-2
//! 名称: 物流园项目
//! ```
//! ```text
//! same-investor projects/2023/xm-2.yaml:5:11 “某某物流有限公司”以同样的3.2亿元还签了“冷链物流项目”（xm-1）
//! ```
//!
//! ```yaml
//! # projects/2023/xm-2.yaml
//! 编号: xm-2
//! 名称: 冷链物流（一期）
//! 投资方: {名称: 某某冷链公司}
//! ```
//! ```text
//! same-investor projects/2023/xm-2.yaml:3:5 与“冷链物流项目”（xm-1）同在2023-03-18签约，金额都是3.2亿元，名称也像
//! ```
//!
//! ```yaml
//! # projects/2023/xm-2.yaml
//! 编号: xm-2
//! 合同: [{类型: 正式合同, 签订: 2023-04-18, 金额: 3.5亿元}]
//! ```
//! ```text
//! （没有问题）
//! ```

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::book::Filed;
use crate::model::dictionary::route;
use crate::model::record::project::Project;
use crate::model::value::quantity::Base;

pub(super) static RULE: Rule = rule!("same-investor", Warning, check);

/// Names of fewer characters are alike by chance.
const FEW: usize = 4;

fn check(book: &Book, reporter: &mut Reporter) {
    other_names(book, reporter);
    let mut first: BTreeMap<(&str, String), &Filed<Project>> = BTreeMap::new();
    for project in &book.projects {
        let record = &project.record;
        let Some(contract) = record.first_formal() else { continue };
        let amount = contract.amount.0;
        let key = (
            record.investor.name.as_str(),
            format!("{:?} {}", amount.unit.base, amount.amount().normalize()),
        );
        let Some(other) = first.get(&key) else {
            first.insert(key, project);
            continue;
        };
        let (investor, name, id) =
            (&record.investor.name, &other.record.name, &other.record.id);
        let message = format!("“{investor}”以同样的{amount}还签了“{name}”（{id}）");
        let route = || route!(Project.investor.name);
        reporter
            .report(Place::value(project.file, route()), message)
            .help("核对是不是同一个项目报了两次；是就删去一份，联合招商写进“联合”")
            .about(record.id.as_str())
            .also(Place::value(other.file, route()), "另一个项目");
    }
}

/// Projects of several investors that were signed on one day with one amount, and are called alike.
fn other_names(book: &Book, reporter: &mut Reporter) {
    let mut first: BTreeMap<(NaiveDate, Base, Decimal), &Filed<Project>> =
        BTreeMap::new();
    for project in &book.projects {
        let record = &project.record;
        let Some(contract) = record.first_formal() else { continue };
        let (signed, amount) = (contract.signed, contract.amount.0);
        let other =
            *first.entry((signed, amount.unit.base, amount.amount())).or_insert(project);
        let (name, id) = (&other.record.name, &other.record.id);
        let is_known = record.investor.name == other.record.investor.name;
        if is_known || !is_alike(name, &record.name) {
            continue;
        }
        let message =
            format!("与“{name}”（{id}）同在{signed}签约，金额都是{amount}，名称也像");
        let place =
            |project: &Filed<Project>| Place::value(project.file, route!(Project.name));
        reporter
            .report(place(project), message)
            .help("核对是不是同一个项目报了两次；是就删去一份，联合招商写进“联合”")
            .about(record.id.as_str())
            .also(place(other), "另一个项目");
    }
}

/// Returns whether most of the characters of the shorter of two names are in the other. Those whose
/// numbers differ are of a series: 一期 and 二期.
fn is_alike(one: &str, other: &str) -> bool {
    let [of_one, of_other] = [one, other].map(numbers);
    if of_one != of_other && !of_one.is_empty() && !of_other.is_empty() {
        return false;
    }
    let [one, other] = [one, other].map(|name| -> Vec<char> {
        let bare = name.replace("项目", "").replace("工程", "");
        bare.chars().filter(|mark| mark.is_alphanumeric()).collect()
    });
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let common = short.iter().filter(|mark| long.contains(mark)).count();
    short.len() >= FEW && common * 3 >= short.len() * 2
}

fn numbers(name: &str) -> Vec<char> {
    let is_number =
        |mark: &char| mark.is_ascii_digit() || "一二三四五六七八九十".contains(*mark);
    name.chars().filter(is_number).collect()
}
