//! No amount of a record is counted nowhere: it is in a figure, left out with a reason, or found.

use std::collections::BTreeSet;

use chrono::Datelike;
use proptest::prelude::*;
use tongbao::check::run::check;
use tongbao::diagnostic::{Diagnostic, Spot};
use tongbao::figures::basis::Basis;
use tongbao::figures::facts::fact::{Judgement, RecordAt};
use tongbao::load::load;
use tongbao::load::source::files::Folder;
use tongbao::model::book::Book;
use tongbao::model::dictionary::{Step, Word};
use tongbao::model::plan::indicator::MeasureKind;
use tongbao::model::value::date::Month;
use tongbao::model::value::period::Period;

use crate::shipped::BOOKS;
use crate::stage::{Stage, suite};

/// An entry of a project: the project, the list, and the place in that.
type EntryAt = (usize, &'static str, usize);

/// The payments and contracts of a book in the years of its plans, where a plan has an indicator
/// that takes all of that kind.
fn entries(book: &Book) -> Vec<EntryAt> {
    let spans = || book.plans.iter().map(|plan| plan.record.span);
    let first = spans().map(|span| span.start).min().unwrap();
    let takes = |kind: MeasureKind| {
        let mut indicators = book.plans.iter().flat_map(|plan| &plan.record.indicators);
        indicators
            .any(|indicator| indicator.measure == kind && indicator.filter.is_none())
    };
    let mut entries = Vec::new();
    for (at, filed) in book.projects.iter().enumerate() {
        // What came before the plans to a project that was there already is of earlier plans.
        let signed = filed.record.contracts.iter().map(|contract| contract.signed).min();
        let is_earlier = |month: Month| {
            month.end() < first && signed.is_some_and(|signed| signed <= month.end())
        };
        let funds = filed.record.funds.iter().enumerate();
        let funds = funds.filter(|(_, entry)| !is_earlier(entry.month));
        if takes(MeasureKind::Funds) {
            entries.extend(funds.map(|(index, _)| (at, "到位资金", index)));
        }
        let contracts = filed.record.contracts.iter().enumerate();
        let contracts = contracts.filter(|(_, contract)| contract.signed >= first);
        if takes(MeasureKind::Contract) {
            entries.extend(contracts.map(|(index, _)| (at, "合同", index)));
        }
    }
    entries
}

/// The entries that count in a year of a plan, or are left out with a reason.
fn told(book: &Book) -> BTreeSet<EntryAt> {
    let spans = || book.plans.iter().map(|plan| plan.record.span);
    let last = spans().map(|span| span.end).max().unwrap();
    let basis = Basis::of(book, last);
    let mut told = BTreeSet::new();
    let years = spans().flat_map(|span| span.start.year()..=span.end.year());
    for year in years.collect::<BTreeSet<_>>() {
        let figures = basis.figures(&Period::parse(&year.to_string()).unwrap());
        for indicator in &figures.indicators {
            let facts = basis.series[indicator.series].facts.iter();
            for (fact, judgement) in facts.zip(&indicator.judgements) {
                let RecordAt::Project(at) = fact.record else { continue };
                if *judgement != Judgement::Outside {
                    told.extend(entry(at, fact.entry.steps().collect()));
                }
            }
        }
    }
    told
}

/// The entry that steps lead to or into.
fn entry(project: usize, steps: Vec<Step>) -> Option<EntryAt> {
    match steps.as_slice() {
        [Step::Field(list), Step::Index(index), ..] => {
            Some((project, list.key.as_str(), *index))
        }
        _ => None,
    }
}

/// The entries that a finding is about.
fn found(book: &Book, findings: &[Diagnostic]) -> BTreeSet<EntryAt> {
    let mut found = BTreeSet::new();
    for place in findings.iter().flat_map(|finding| &finding.places) {
        let at = book.projects.iter().position(|filed| filed.file == place.place.file);
        if let (Some(at), Spot::Route(steps, _)) = (at, &place.place.spot) {
            found.extend(entry(at, steps.clone()));
        }
    }
    found
}

/// The entries that are in no figure, have no reason and no finding.
fn lost(book: &Book) -> Vec<EntryAt> {
    let checked = check(std::slice::from_ref(book), &tongbao::report::callable());
    let told: BTreeSet<EntryAt> =
        told(book).union(&found(book, &checked.reported)).copied().collect();
    entries(book).into_iter().filter(|entry| !told.contains(entry)).collect()
}

#[test]
fn no_amount_of_the_shipped_books_is_counted_nowhere() {
    let mut entries_seen = 0;
    for book in BOOKS.iter() {
        assert_eq!(lost(book), Vec::<EntryAt>::new(), "{}", book.id);
        entries_seen += entries(book).len();
    }
    assert!(entries_seen > 500, "only {entries_seen} entries");
}

prop_compose! {
    /// A payment with any month and amount, as it is written.
    fn payment()(year in prop_oneof![6 => Just(2023), 1 => 2003..2043], month in 1..=12u32, amount in 1..9_000u32, unit in prop_oneof![6 => Just("万元"), 1 => Just("亿元"), 1 => Just("元"), 1 => Just("万美元")], proof in any::<bool>(), late in proptest::option::of(2023..2040)) -> String {
        let proof = if proof { ", 凭证: [银行回单]" } else { "" };
        let late = late.map(|year| format!(", 报送: {year}-12-20")).unwrap_or_default();
        format!("  - {{月份: {year}-{month:02}, 金额: {amount}{unit}{proof}{late}}}\n")
    }
}

prop_compose! {
    /// A project that was signed in 2023 or in a mistyped year.
    fn project()(year in prop_oneof![6 => Just(2023), 1 => 2003..2043], month in 1..=12u32, formal in any::<bool>(), amount in 1..90u32, started in any::<bool>(), payments in proptest::collection::vec(payment(), 1..4)) -> String {
        let kind = if formal { "正式合同" } else { "框架协议" };
        let started = if started { format!("开工: {{日期: {year}-{month:02}-12, 认定: {year}-{month:02}-19}}\n") } else { String::new() };
        format!("名称: 某项目\n投资方: {{名称: 某公司}}\n来源地: 市外\n责任单位: 县交通局\n合同:\n  - {{类型: {kind}, 签订: {year}-{month:02}-11, 金额: {amount}亿元, 认定: {year}-{month:02}-12}}\n{started}到位资金:\n{}", payments.concat())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_amount_of_any_book_is_counted_nowhere(projects in proptest::collection::vec(project(), 1..6)) {
        let stage = Stage::empty().book("demo", &suite("figures/county"));
        for (at, text) in projects.iter().enumerate() {
            let text = format!("编号: p-{at}\n{text}");
            stage.write(&format!("demo/projects/2023/p-{at}.yaml"), text.as_bytes());
        }
        let loaded = load(&Folder::open(&stage.data()).unwrap());
        prop_assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
        let lost = lost(&loaded.books[0]);
        prop_assert!(lost.is_empty(), "{lost:?}");
    }
}
