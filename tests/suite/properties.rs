//! What holds for any projects: rows add up, order does not matter, late facts change nothing.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rust_decimal::Decimal;
use tongbao::figures::basis::Basis;
use tongbao::figures::outcome::Known;
use tongbao::load::load;
use tongbao::load::source::files::Folder;
use tongbao::model::book::Book;
use tongbao::model::book::scope::Scope;
use tongbao::model::dictionary::Word;
use tongbao::model::value::period::Period;

use crate::shipped::figures;
use crate::stage::{Stage, suite};

const UNITS: &[&str] =
    &["县交通局", "县商务委", "工贸园区", "县科技局", "县城管局", "大昌镇"];
const SECTORS: &[&str] = &["", "领域: 商贸物流\n", "领域: 生态工业\n"];
const KINDS: &[&str] = &["正式合同", "正式合同", "框架协议"];
const RENEWALS: &[&str] = &["", "续签: 重签, ", "续签: 增资, "];

prop_compose! {
    /// A contract, as it is written.
    fn contract()(kind in 0..3usize, month in 1..=12u32, cents in 1..900_000u32, renewal in 0..3usize, known in any::<bool>(), lag in 0..40u32) -> String {
        let recognised = if known { format!(", 认定: 2023-{month:02}-20") } else { String::new() };
        let submitted = match lag { 0..20 => String::new(), lag => format!(", 报送: {}", day(month, lag)) };
        format!("  - {{类型: {}, 签订: 2023-{month:02}-11, {}金额: {cents}万元{recognised}{submitted}, 凭证: [合同文本]}}\n", KINDS[kind], RENEWALS[renewal])
    }
}

prop_compose! {
    /// Money of a month, as it is written.
    fn entry()(month in 1..=12u32, cents in 1..90_000u32, proof in any::<bool>(), lag in 0..60u32) -> String {
        let proof = if proof { ", 凭证: [银行回单]" } else { "" };
        let submitted = match lag { 0..30 => String::new(), lag => format!(", 报送: {}", day(month, lag)) };
        format!("  - {{月份: 2023-{month:02}, 金额: {cents}万元{proof}{submitted}}}\n")
    }
}

prop_compose! {
    /// A project without its id, as it is written.
    fn project()(
        unit in 0..6usize, sector in 0..3usize, joint in 0..6usize, share in 1..100u32,
        reported in proptest::option::of(1..=12u32), started in proptest::option::of(1..=12u32),
        contracts in proptest::collection::vec(contract(), 0..3), funds in proptest::collection::vec(entry(), 0..4),
    ) -> String {
        let mut text = format!("名称: 某项目\n投资方: {{名称: 某公司}}\n来源地: 市外\n{}责任单位: {}\n", SECTORS[sector], UNITS[unit]);
        if joint != unit {
            let (own, other) = (UNITS[unit], UNITS[joint]);
            text += &format!("联合: [{{单位: {own}, 占比: {share}%}}, {{单位: {other}, 占比: {}%}}]\n", 100 - share);
            text += &reported.map(|month| format!("联合报告: 2023-{month:02}-15\n")).unwrap_or_default();
        }
        text += &started.map(|month| format!("开工: {{日期: 2023-{month:02}-02, 认定: 2023-{month:02}-09}}\n")).unwrap_or_default();
        if !contracts.is_empty() { text += &format!("合同:\n{}", contracts.concat()); }
        if !funds.is_empty() { text += &format!("到位资金:\n{}", funds.concat()); }
        text
    }
}

/// The day that lies some days after the beginning of a month.
fn day(month: u32, lag: u32) -> chrono::NaiveDate {
    let first = chrono::NaiveDate::from_ymd_opt(2023, month, 1).unwrap();
    first + chrono::Days::new(u64::from(lag) + 1)
}

/// The book of the worked examples with some projects, in this order.
fn county(projects: &[String]) -> Book {
    let stage = Stage::empty().book("demo", &suite("figures/county"));
    for (at, text) in projects.iter().enumerate() {
        stage.write(
            &format!("demo/projects/2023/xm-{at}.yaml"),
            format!("编号: xm-{at}\n{text}").as_bytes(),
        );
    }
    let mut loaded = load(&Folder::open(&stage.data()).unwrap());
    assert!(loaded.diagnostics.is_empty(), "{:#?}", loaded.diagnostics);
    loaded.books.remove(0)
}

fn values(book: &Book, period: &str) -> BTreeMap<String, serde_json::Value> {
    figures(book, period)
        .into_iter()
        .map(|(id, figure)| (id, figure["value"].clone()))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_rows_add_up_to_the_whole(projects in proptest::collection::vec(project(), 0..8), month in 1..=12u32) {
        let book = county(&projects);
        let period = Period::parse(&format!("2023-{month:02}")).unwrap();
        let basis = Basis::of(&book, period.end());
        for one in basis.figures(&period).indicators {
            let series = &basis.series[one.series];
            let rows = series.rows_at(&one.moment);
            let value = |scope: &Scope| one.figure(scope).unwrap().value.known().unwrap();
            let parts: Decimal = rows.parts().iter().map(value).sum();
            prop_assert_eq!(parts, value(&Scope::All), "{}", series.indicator.id);
            for figure in &one.figures {
                let below = rows.below(&figure.scope);
                let parts: Decimal = below.iter().map(value).sum();
                prop_assert!(below.is_empty() || parts == value(&figure.scope), "{}", figure.id);
            }
        }
    }

    #[test]
    fn the_order_of_the_records_does_not_matter(projects in proptest::collection::vec(project(), 0..8), month in 1..=12u32) {
        let period = format!("2023-{month:02}");
        let reversed: Vec<String> = projects.iter().rev().cloned().collect();
        prop_assert_eq!(values(&county(&projects), &period), values(&county(&reversed), &period));
    }

    #[test]
    fn what_is_submitted_after_the_cutoff_changes_nothing(projects in proptest::collection::vec(project(), 0..5), month in 1..=12u32, cents in 1..90_000u32) {
        let period = format!("2023-{month:02}");
        let before = values(&county(&projects), &period);
        let late = day(month, 42);
        let text = format!(
            "名称: 某项目\n投资方: {{名称: 某公司}}\n来源地: 市外\n责任单位: 县交通局\n\
             开工: {{日期: 2023-01-02, 认定: 2023-01-09}}\n\
             合同:\n  - {{类型: 正式合同, 签订: 2023-{month:02}-11, 金额: {cents}万元, 报送: {late}, 认定: {late}}}\n\
             到位资金:\n  - {{月份: 2023-{month:02}, 金额: {cents}万元, 报送: {late}, 凭证: [银行回单]}}\n"
        );
        let with = [projects, vec![text]].concat();
        prop_assert_eq!(before, values(&county(&with), &period));
    }
}
