//! What is said over the New Year stays said: of money that came too late for its year, and of who had not
//! reported, whatever editions and reports follow.

use std::fs;

use tongbao::figures::basis::Basis;
use tongbao::model::dictionary::Word;
use tongbao::model::value::period::Period;
use tongbao::report::tables::{Make, TABLES};
use tongbao::sheet::Sheet;
use tongbao::view::inline::Inline;

use crate::shipped::{books, figures};
use crate::stage::{Stage, suite};
use crate::worked::told;

/// Money of June in time; of December some that came in February, and some that came in May.
const MONEY: [&str; 3] = [
    "  - {月份: 2023-06, 金额: 990万元, 报送: 2023-07-05, 凭证: [银行回单]}\n",
    "  - {月份: 2023-12, 金额: 80万元, 报送: 2024-02-20, 凭证: [银行回单]}\n",
    "  - {月份: 2023-12, 金额: 7万元, 报送: 2024-05-06, 凭证: [银行回单]}\n",
];

/// Two years of a county whose plan has a rule for money that is late over the New Year.
struct Years(Stage);

impl Years {
    fn new(rule: &str, duties: &str) -> Years {
        let stage = Stage::empty().book("demo", &suite("figures/county"));
        let years = Years(stage);
        let plan = years.read("plans/plan-2023.yaml");
        let plan = plan.replacen("序时:\n", &format!("跨年: {rule}\n{duties}序时:\n"), 1);
        years.write("plans/plan-2023.yaml", &plan);
        years.write("plans/plan-2024.yaml", &plan.replace("2023", "2024"));
        let card = years.read("book.yaml");
        years.write("book.yaml", &card.replace("[plan-2023]", "[plan-2023, plan-2024]"));
        years
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.data().join("demo").join(path)).unwrap()
    }

    fn write(&self, path: &str, text: &str) {
        self.0.write(&format!("demo/{path}"), text.as_bytes());
    }

    fn money(&self, rows: &[&str]) {
        self.write(
            "projects/2023/xm-1.yaml",
            &format!(
                "编号: xm-1\n名称: 某公路服务项目\n投资方: {{名称: 某公司, 注册地: 江苏省苏州市}}\n来源地: 省外\n责任单位: 县交通局\n\
                 合同:\n  - {{类型: 正式合同, 签订: 2023-06-05, 金额: 3亿元, 报送: 2023-06-09, 认定: 2023-06-12, 凭证: [合同文本]}}\n\
                 开工: {{日期: 2023-06-07, 报送: 2023-06-20, 认定: 2023-06-21, 凭证: [施工协议]}}\n到位资金:\n{}",
                rows.concat()
            ),
        );
    }

    /// Puts in an edition that takes money up to its own day, if one is given.
    fn edition(&self, period: &str, issued: &str, cutoff: Option<&str>) {
        let cutoff =
            cutoff.map(|day| format!("截止:\n  - {{事项: 资金, 日期: {day}}}\n"));
        let cutoff = cutoff.unwrap_or_default();
        let text = format!(
            "---\n期: {period}\n印发: {issued}\n标题: 通报\n受众: 内部\n{cutoff}---\n\n通报。\n"
        );
        self.write(&format!("editions/{period}.md"), &text);
    }

    /// The money that a period counts.
    fn funds(&self, period: &str) -> String {
        let figures = figures(&books(&self.0.data())[0], period);
        told(&figures, &format!("{period} funds/all value"))
    }

    /// What the page of the project says.
    fn page(&self) -> String {
        self.0.run(&["build", "--without", "pdf", "--audience", "内部"]).fine();
        fs::read_to_string(self.0.out().join("demo/projects/xm-1.html")).unwrap()
    }
}

#[track_caller]
fn says(text: &str, words: &[&str]) {
    for words in words {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn the_page_of_a_project_says_what_became_of_late_money_of_a_settled_year() {
    let years = Years::new("年度结算计入", "");
    years.money(&MONEY);
    years.edition("2023-12", "2024-01-10", None);
    years.edition("2024-02", "2024-03-08", None);
    // Worked out: 990 in December; nothing of 2023 in February 2024.
    assert_eq!(years.funds("2023-12"), "2023-12 funds/all value 0.099");
    assert_eq!(years.funds("2024-02"), "2024-02 funds/all value 0");
    let late = "2024年2月20日报送，晚于截止日2024年1月7日";
    let page = years.page();
    says(&page, &[&format!("到位资金：{late}，在2023年年度结算时计入")]);
    assert!(!page.contains("2024年5月6日"), "nobody knew of that in March");
    years.edition("2023", "2024-03-20", Some("2024-03-10"));
    years.edition("2024-06", "2024-07-09", None);
    // 990 + 80 in the settlement; the 7 came after it.
    assert_eq!(years.funds("2023"), "2023 funds/all value 0.107");
    assert_eq!(years.funds("2023-12"), "2023-12 funds/all value 0.099");
    assert_eq!(years.funds("2024-06"), "2024-06 funds/all value 0");
    says(
        &years.page(),
        &[
            &format!("到位资金：{late}，已在2023年年度结算时计入"),
            "未计入到位资金：2024年5月6日报送，晚于截止日2024年3月10日，2023年的数已经结清，不再计入",
        ],
    );
}

#[test]
fn the_page_of_a_project_says_that_late_money_counts_in_the_year_in_which_it_came() {
    let years = Years::new("计入次年", "");
    years.money(&MONEY);
    years.edition("2023-12", "2024-01-10", None);
    years.edition("2024-02", "2024-03-08", None);
    assert_eq!(years.funds("2023-12"), "2023-12 funds/all value 0.099");
    assert_eq!(years.funds("2024-01"), "2024-01 funds/all value 0");
    assert_eq!(years.funds("2024-02"), "2024-02 funds/all value 0.008");
    assert_eq!(years.funds("2024-06"), "2024-06 funds/all value 0.0087");
    says(&years.page(), &["计入到位资金"]);
}

/// The lists that tell who had not reported and what is not counted, and why: each row as words. What
/// becomes of what is not counted may be told otherwise later.
fn lists(years: &Years, period: &str) -> Vec<String> {
    let book = &books(&years.0.data())[0];
    let basis = Basis::of(book, Period::parse("2024").unwrap().end());
    let figures = basis.figures(&Period::parse(period).unwrap());
    let sheet = Sheet::alone(&basis, &figures);
    let mut rows = Vec::new();
    for kind in TABLES {
        let tables = match kind.make {
            Make::Sheet(make) => Vec::from_iter(make(&sheet)),
            Make::Several(make) => make(&sheet),
            _ => continue,
        };
        let is_foretold = ["未计入情况", "迟报和更正"].contains(&kind.name);
        for row in tables.iter().flat_map(|table| &table.rows) {
            let cells = row.cells.len() - usize::from(is_foretold);
            let cells = row.cells.iter().take(cells);
            let cells = cells
                .map(|cell| cell.inlines.iter().map(Inline::plain).collect::<String>());
            rows.push(format!("{}：{}", kind.name, cells.collect::<Vec<_>>().join(" ")));
        }
    }
    rows.push(years.funds(period));
    rows
}

#[test]
fn who_had_not_reported_and_what_is_carried_over_stand_whatever_follows() {
    let duty = "报送任务:\n  - {编号: money, 名称: 资金月报, 周期: 每月, 期限: 次月7日, 起: 2023-11-01, 单位: [县交通局, 县商务委], 事项: [资金], 依据: 三}\n";
    let years = Years::new("计入次年", duty);
    let carried =
        "  - {月份: 2023-12, 金额: 60万元, 报送: 2024-01-20, 凭证: [银行回单]}\n";
    years.money(&[MONEY[0], carried]);
    years.edition("2023-12", "2024-01-10", None);
    years.edition("2024-01", "2024-02-09", None);
    let periods = ["2023-11", "2023-12", "2024-01"];
    let before = periods.map(|period| lists(&years, period));
    let silent = |rows: &[String], unit: &str| {
        rows.iter().any(|row| row.starts_with("未报清单") && row.contains(unit))
    };
    assert!(silent(&before[1], "县商务委") && silent(&before[1], "县交通局"));
    assert_eq!(before[2].last().unwrap(), "2024-01 funds/all value 0.006");
    let later = "  - {月份: 2024-01, 金额: 30万元, 报送: 2024-03-02, 凭证: [银行回单]}\n";
    years.money(&[MONEY[0], carried, MONEY[1], MONEY[2], later]);
    for (id, period) in [("ling-1", "2023-12"), ("ling-2", "2024-01")] {
        let report = format!(
            "编号: {id}\n类别: 报送\n日期: 2024-03-05\n报送: 2024-03-05\n事项: 当月没有到位资金\n单位: [县商务委]\n报送任务: money\n期: {period}\n"
        );
        years.write(&format!("activities/2024/{id}.yaml"), &report);
    }
    years.edition("2024-02", "2024-04-01", Some("2024-03-31"));
    years.edition("2023", "2024-04-20", Some("2024-04-10"));
    years.edition("2024-06", "2024-07-09", None);
    for (period, before) in periods.iter().zip(before) {
        assert_eq!(lists(&years, period), before, "{period}");
    }
    assert_eq!(years.funds("2024-02"), "2024-02 funds/all value 0.017");
}
