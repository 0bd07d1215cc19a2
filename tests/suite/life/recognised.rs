//! 核定: what a superior organ recognised stands beside the book's own number, from when it is known.

use tongbao::figures::audience::Audience;
use tongbao::figures::basis::Basis;
use tongbao::load::load_with;
use tongbao::model::dictionary::{Level, Word};
use tongbao::model::value::period::Period;
use tongbao::report::tables::{Make, table_called};
use tongbao::report::traces::depth::Depth;
use tongbao::report::traces::figure::trace;
use tongbao::results::figures_file::FiguresFile;
use tongbao::sheet::Sheet;
use tongbao::view::inline::Inline;
use tongbao::view::table::Cell;

use crate::case::Case;
use crate::stage::Stage;

const EDITION: &str = "---\n期: {period}\n印发: {issued}\n标题: 通报\n---\n\n全县到位资金{{ 到位资金 }}。\n\n{{ 表 \"核定对照\" }}\n";

/// The whole of 县交通局's 0.12 was recognised as 0.1; what is known of it came on 28 February.
const RECOGNISED: &str = "总数:\n  - {指标: 到位资金, 范围: 全县, 期: 2023, 值: 1000万元, 性质: 核定, 核定机关: 市招商投资局, \
    认定: 2024-02-26, 报送: 2024-02-28, 核减原因: 一笔凭证不齐}\n  \
    - {指标: 到位资金, 范围: 县交通局, 期: 2023, 值: 0.125亿元, 性质: 核定, 核定机关: 市招商投资局, 认定: 2024-02-26, 核减原因: 漏报一笔}\n  \
    - {指标: 实际利用外资, 范围: 全县, 期: 2023, 值: 300万美元, 性质: 核定, 核定机关: 市商务委, 认定: 2024-01-20}\n";

fn edition(period: &str, issued: &str) -> String {
    EDITION.replace("{period}", period).replace("{issued}", issued)
}

fn case(recognised: &str) -> Case {
    Case::minimal()
        .with("reported/2023-12.yaml", recognised)
        .with("editions/2023-12.md", edition("2023-12", "2024-01-10"))
        .with("editions/2023.md", edition("2023", "2024-03-15"))
}

/// The rows of the table in an edition, cell by cell, as an audience gets them.
fn rows(case: &Case, period: &str, level: Level) -> Vec<Vec<String>> {
    let book = load_with(case, &|_| true, None).books.remove(0);
    let seen = book.redacted_for(level);
    let period = Period::parse(period).unwrap();
    let audience = Audience { level, book: &seen };
    let basis = Basis::for_audience(audience, &book, period.end());
    let figures = basis.figures(&period);
    let sheet = Sheet::alone(&basis, &figures);
    let Make::Sheet(make) = table_called("核定对照").unwrap().make else {
        panic!("the table is of the whole sheet")
    };
    let rows = make(&sheet).map(|table| table.rows).unwrap_or_default();
    let text = |cell: &Cell| cell.inlines.iter().map(Inline::plain).collect::<String>();
    rows.iter().map(|row| row.cells.iter().map(text).collect()).collect()
}

#[test]
fn the_year_prints_both_and_december_keeps_what_it_said() {
    let case = case(RECOGNISED);
    assert_eq!(case.lines(), Vec::<String>::new());
    assert_eq!(rows(&case, "2023-12", Level::Internal), Vec::<Vec<String>>::new());
    let day = "2024年2月26日";
    // 0.1 − 0.12; as printed, 0.12 is all that there is; 0.125 has a place more.
    assert_eq!(
        rows(&case, "2023", Level::Internal),
        [
            [
                "到位资金",
                "全县",
                "0.12亿元",
                "0.10亿元",
                "核减0.02亿元",
                "市招商投资局",
                day,
                "一笔凭证不齐"
            ],
            [
                "到位资金",
                "县交通局",
                "0.12亿元",
                "0.125亿元",
                "核增0.005亿元",
                "市招商投资局",
                day,
                "漏报一笔"
            ],
            [
                "实际利用外资",
                "全县",
                "—",
                "300万美元",
                "—",
                "市商务委",
                "2024年1月20日",
                "—"
            ],
        ]
    );
}

#[test]
fn the_public_is_told_no_reasons_and_nothing_of_what_it_does_not_get() {
    let case = case(RECOGNISED);
    let table = rows(&case, "2023", Level::Public);
    assert_eq!(table.len(), 3);
    assert!(table.iter().all(|row| row.len() == 7), "{table:?}");
    let restricted = "公开限制:\n  - {指标: 到位资金, 各类: [单位], 处理: 不公开, 理由: 一个单位往往只有一个项目}\n";
    let table =
        rows(&case.laid_over("plans/plan-2023.yaml", restricted), "2023", Level::Public);
    let scopes: Vec<&str> = table.iter().map(|row| row[1].as_str()).collect();
    assert_eq!(scopes, ["全县", "全县"], "what 县交通局 has is not public");
}

#[test]
fn a_review_of_what_was_recognised_is_a_correction_of_it() {
    let reviewed = "总数:\n  - {指标: 到位资金, 范围: 全县, 期: 2023, 值: 0.1亿元, 性质: 核定, 核定机关: 市招商投资局, \
        认定: 2024-02-26, 更正: [{报送: 2024-03-10, 值: 0.11亿元, 原因: 补交凭证}, {报送: 2024-03-20, 作废: 是, 原因: 重新核定}]}\n";
    assert_eq!(rows(&case(reviewed), "2023", Level::Internal)[0][4], "核减0.01亿元");
}

#[test]
fn a_recognised_total_enters_no_number_and_stands_in_the_trace() {
    let figures = |recognised: &str| {
        let book = load_with(&case(recognised), &|_| true, None).books.remove(0);
        let period = Period::parse("2023").unwrap();
        let basis = Basis::of(&book, period.end());
        let figures = basis.figures(&period);
        let sheet = Sheet::alone(&basis, &figures);
        let view = sheet.view("到位资金").unwrap();
        trace(&view, view.whole(), Depth::Everything)
    };
    let (with, without) = (figures(RECOGNISED), figures("总数: []\n"));
    assert_eq!((&with.text, &*with.text), (&without.text, "0.12亿元"));
    let told = "市招商投资局2024年2月26日核定0.10亿元，核减0.02亿元（一笔凭证不齐）；核定数不计入";
    assert!(with.steps.iter().any(|step| step == told), "{:?}", with.steps);
    assert!(without.steps.iter().all(|step| !step.contains("核定")));
}

#[test]
fn the_data_has_it_beside_the_value_for_those_who_may_have_it() {
    let told = |level: Level, plan: &str| {
        let case = case(RECOGNISED).laid_over("plans/plan-2023.yaml", plan);
        let book = load_with(&case, &|_| true, None).books.remove(0);
        let seen = book.redacted_for(level);
        let of = |period: &str| {
            let period = Period::parse(period).unwrap();
            let audience = Audience { level, book: &seen };
            let basis = Basis::for_audience(audience, &book, period.end());
            let figures = basis.figures(&period);
            let bytes = FiguresFile::of(&Sheet::alone(&basis, &figures)).bytes();
            let file: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
            let figures = file["figures"].as_array().unwrap().clone();
            let told = figures.into_iter().filter(|one| !one["recognised"].is_null());
            told.map(|one| {
                (one["id"].clone(), one["value"].clone(), one["recognised"].clone())
            })
            .collect::<Vec<_>>()
        };
        assert!(of("2023-12").is_empty(), "December knew nothing of it");
        of("2023")
    };
    let whole = serde_json::json!([{"period": "2023", "value": "0.1", "difference": "-0.02", "organ": "市招商投资局",
        "date": "2024-02-26", "cause": "一笔凭证不齐", "demo": false}]);
    let unit = serde_json::json!([{"period": "2023", "value": "0.125", "difference": "0.005", "organ": "市招商投资局",
        "date": "2024-02-26", "cause": "漏报一笔", "demo": false}]);
    let internal = told(Level::Internal, "");
    assert_eq!(
        internal,
        [
            ("funds/all".into(), "0.12".into(), whole),
            ("funds/unit:jiaotong".into(), "0.12".into(), unit)
        ]
    );
    let public = told(Level::Public, "");
    assert_eq!(public.len(), 2);
    assert!(public.iter().all(|(.., told)| told[0]["cause"].is_null()), "{public:?}");
    let restricted = "公开限制:\n  - {指标: 到位资金, 各类: [单位], 处理: 不公开, 理由: 一个单位往往只有一个项目}\n";
    let public = told(Level::Public, restricted);
    assert_eq!(public.len(), 1, "what 县交通局 has is not public: {public:?}");
}

#[test]
fn the_pages_of_the_year_have_it_and_those_of_december_do_not() {
    let stage = Stage::minimal()
        .with("reported/2023-12.yaml", RECOGNISED)
        .with("editions/2023-12.md", edition("2023-12", "2024-01-10"))
        .with("editions/2023.md", edition("2023", "2024-03-15"));
    stage.run(&["build", "--without", "pdf"]).fine();
    let page = |period: &str| {
        let path = format!("demo/{period}/index.html");
        std::fs::read_to_string(stage.out().join(path)).unwrap()
    };
    let part = "data-figure=\"funds/all\" data-part=\"reduction\"";
    assert!(page("2023").contains(part), "the reduction is a number of its figure");
    assert!(page("2023").contains("核减0.02亿元"));
    assert!(!page("2023-12").contains("核减"));
}
