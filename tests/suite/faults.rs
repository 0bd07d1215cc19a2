//! Faults that clerks make, all found in one run.

use tongbao::diagnostic::Severity;
use tongbao::diagnostic::format::FORMATS;

use crate::case::Case;

/// The five faults that everybody makes, in five files.
fn five_faults() -> Case {
    Case::minimal()
        .laid_over("projects/2023/a.yaml", "编号: a\n投资方: {名称: 甲公司}\n合同: [{类型: 正式合同, 签订: 2023-03-18, 金额: 3.2}]\n")
        .laid_over("projects/2023/b.yaml", "编号: b\n投资方: {名称: 乙公司}\n开工: {日期: 2023-13-01}\n")
        .laid_over("projects/2023/c.yaml", "编号: c\n名称: 城南仓库项目\n投资方: {名称: 丙公司}\n责任单位: 县交通居\n")
        .laid_over("projects/2023/d.yaml", "编号: d\n名称: 石料加工厂\n投资方: {名称: 丁公司}\n来源地: 市外\n来源地: 境外\n")
        .laid_over("projects/2023/e.yaml", "编号: e\n投资方: {名称: 戊公司}\n来源地：市外\n")
}

#[test]
fn five_faults_in_five_files_are_five_errors() {
    let found = five_faults().findings();
    let codes: Vec<&str> = found.iter().map(|finding| finding.code).collect();
    let expected = [
        "amount-without-unit",
        "bad-date",
        "unknown-unit",
        "duplicate-key",
        "full-width-punctuation",
    ];
    assert_eq!(codes, expected, "{:#?}", five_faults().lines());
    assert!(found.iter().all(|finding| finding.severity == Severity::Error));
    assert!(found.iter().all(|finding| !finding.help.is_empty()));
}

#[test]
fn a_broken_registry_does_not_raise_follow_on_findings() {
    let case = Case::minimal().with("units.yaml", "单位： []\n");
    assert_eq!(
        case.lines(),
        ["full-width-punctuation units.yaml:1:3 键后面用了全角冒号"]
    );
    let case = Case::minimal().with("plans/plan-2023.yaml", "编号: 'plan\n");
    assert_eq!(case.lines().len(), 1, "{:?}", case.lines());
}

#[test]
fn a_broken_record_is_still_looked_through_for_unknown_names() {
    let text = "开工: {日期: 2023-13-01}\n责任单位: 县交通居\n";
    let found = Case::minimal().laid_over("projects/2023/xm-1.yaml", text).lines();
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn the_mark_stands_under_the_fault_though_characters_are_wide() {
    let case =
        Case::minimal().laid_over("projects/2023/xm-1.yaml", "责任单位: 县交通居\n");
    let text = (FORMATS[0].show)(&case.findings(), false);
    let lines: Vec<&str> = text.lines().collect();
    let width = |text: &str| {
        text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>()
    };
    let source = lines.iter().position(|line| line.contains("责任单位: ")).unwrap();
    let (before, _) = lines[source].split_once("县交通居").unwrap();
    let marks = lines[source + 1];
    assert_eq!(width(before), marks.find('^').unwrap(), "\n{text}");
    assert_eq!(marks.matches('^').count(), 8, "\n{text}");
    assert!(
        text.starts_with("错误[unknown-unit]: 没有叫“县交通居”的责任单位\n"),
        "{text}"
    );
    assert!(text.contains("办法: 是否应为“县交通局”？"), "{text}");
}

#[test]
fn json_and_github_show_the_same_findings() {
    let found = five_faults().findings();
    let json = (FORMATS[1].show)(&found, false);
    for (line, finding) in json.lines().zip(&found) {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(value["code"], finding.code);
        assert_eq!(
            value["places"][0]["line"],
            finding.places[0].position.as_ref().unwrap().line
        );
    }
    assert_eq!(json.lines().count(), found.len());
    let github = (FORMATS[2].show)(&found, false);
    assert!(
        github.starts_with("::error file=demo/projects/2023/a.yaml,line=3,col="),
        "{github}"
    );
    assert_eq!(github.lines().count(), found.len());
}

#[test]
fn a_ruling_takes_its_finding_out_of_the_report() {
    let listings = "领域分工:\n  - {领域: 商贸物流, 依据: 二, 单位: [县交通局]}\n  - {领域: 商贸物流, 依据: 附件1, 单位: [县商务委]}\n";
    let ruling = "裁定:\n  - 编号: units\n    依据: 二\n    问题: 两处不同\n    取: 以附件1为准\n    日期: 2023-02-01\n    所涉问题: [{代码: text-table-differ, 涉及: 商贸物流, 数: [单位多县商务委, 单位少县交通局]}]\n";
    let open = Case::minimal().laid_over("plans/plan-2023.yaml", listings);
    assert_eq!(open.lines().len(), 1);
    let ruled =
        Case::minimal().laid_over("plans/plan-2023.yaml", &format!("{listings}{ruling}"));
    assert_eq!(ruled.lines(), Vec::<String>::new());
    let loaded = tongbao::load::load(&ruled);
    let checked = tongbao::check::run::check(&loaded.books, &tongbao::report::callable());
    assert_eq!(checked.ruled.len(), 1);
    assert_eq!(checked.ruled[0].ruling, "units");
}

#[test]
fn a_year_before_every_plan_is_a_mistyped_one() {
    let funds = "到位资金:\n  - {月份: 0203-05, 金额: 1200万元, 凭证: [银行回单]}\n";
    let case = Case::minimal().laid_over("projects/2023/xm-1.yaml", funds);
    assert!(
        case.findings().iter().any(|finding| finding.code == "bad-date"),
        "{:?}",
        case.lines()
    );
}

#[test]
fn an_edition_of_a_campaign_that_no_plan_declares_is_a_fault() {
    let edition = "---\n期: bairi3-2023-07-31\n标题: 通报\n---\n\n正文。\n";
    let case = Case::minimal().with("editions/bairi3-2023-07-31.md", edition);
    let codes: Vec<&str> = case.findings().iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["unknown-declaration"], "{:?}", case.lines());
}
