//! What was due and did not come: totals that end too early, holes, corrections, old quotes, and
//! the lists of those who sent nothing.

use std::fs;

use proptest::prelude::*;
use serde_json::Value;
use tongbao::model::book::Book;

use crate::shipped::{books, figures};
use crate::stage::{Stage, repository, suite};
use crate::worked::said;

/// The book of 惠东, whose two kinds of projects report investment as cumulative totals.
fn huidong() -> Stage {
    Stage::empty().book("demo", &suite("life/huidong"))
}

/// The book with only these totals of 2022; each is `<unit> <period> <value> <more keys>`.
fn reporting(totals: &[&str]) -> Book {
    let stage = huidong();
    for month in ["2022-05", "2022-07", "2022-08", "2024-04"] {
        fs::remove_file(stage.data().join(format!("demo/reported/{month}.yaml")))
            .unwrap();
    }
    write(&stage, totals);
    books(&stage.data()).remove(0)
}

/// Writes totals into the files of their months.
fn write(stage: &Stage, totals: &[&str]) {
    let mut files = std::collections::BTreeMap::<&str, String>::new();
    for total in totals {
        let mut words = total.splitn(4, ' ');
        let mut word = || words.next().unwrap_or_default();
        let (unit, month, value, more) = (word(), word(), word(), word());
        let text = files.entry(month).or_insert_with(|| "总数:\n".to_owned());
        text.push_str(&format!(
            "  - {{指标: 完成投资, 范围: {unit}, 期: {month}, 值: {value}亿元, 性质: 上报{more}}}\n"
        ));
    }
    for (month, text) in files {
        stage.write(&format!("demo/reported/{month}.yaml"), text.as_bytes());
    }
}

/// That each line comes out as it was worked out.
fn holds(book: &Book, lines: &[&str]) {
    let wrong: Vec<String> = lines
        .iter()
        .map(|line| (line, said(book, line)))
        .filter(|(line, said)| **line != said)
        .map(|(line, said)| format!("worked out: {line}\nprogram:    {said}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

const UPPER: &str = "省、市重点项目";
const COUNTY: &str = "县重点项目";

#[test]
fn months_that_were_reported_come_out_as_the_county_printed_them() {
    let stage = huidong();
    let book = &books(&stage.data())[0];
    holds(
        book,
        &[
            "2022-05 invest/all value 88.4",
            "2022-05 invest/all completion_text 46.4%",
            "2022-05 invest/unit:upper lead_text 超4.4个百分点",
            "2022-07 invest/all value 118.6",
            "2022-08 invest/all value 134.86",
            "2024-04 invest/all value 96.3",
            "2024-04 invest/all lead_text 欠1.6个百分点",
        ],
    );
}

#[test]
fn a_month_that_nobody_reported_has_no_value_but_that_of_its_own_date() {
    let stage = huidong();
    let book = &books(&stage.data())[0];
    holds(
        book,
        &[
            "2022-06 invest/all value -",
            "2022-06 invest/all unknown 截至5月底88.4亿元，此后未上报",
            "2022-06 invest/unit:upper unknown 截至5月底69.9亿元，此后未上报",
            "2022-06 invest/all completion -",
            "2022-06 invest/all lead -",
            "2022-06 invest/all projection -",
            "2022-06 invest/all schedule 0.6",
            // Nothing was reported of January, so there is no earlier number either.
            "2022-01 invest/all value -",
            "2022-01 invest/all unknown 未上报",
        ],
    );
}

#[test]
fn a_hole_is_no_point_of_a_chart_and_no_number_of_a_page() {
    let stage = huidong();
    let edition =
        fs::read_to_string(stage.data().join("demo/editions/2022-05.md")).unwrap();
    let june = edition.replace("2022-05", "2022-06").replace("1—5月", "1—6月");
    let june = june
        .replace("印发: 2022-06-12", "印发: 2022-07-12")
        .replace("期号: 5", "期号: 6");
    stage.write(
        "demo/editions/2022-06.md",
        format!("{june}\n{{{{ 图 \"走势\" 完成投资 }}}}\n").as_bytes(),
    );
    let july = fs::read_to_string(stage.data().join("demo/editions/2022-07.md")).unwrap();
    stage.write(
        "demo/editions/2022-07.md",
        format!("{july}\n{{{{ 图 \"走势\" 完成投资 }}}}\n").as_bytes(),
    );
    stage.run(&["build", "--without", "pdf"]).fine();
    let page = |period: &str| {
        fs::read_to_string(stage.out().join("demo").join(period).join("index.html"))
            .unwrap()
    };
    assert!(page("2022-06").contains("—（截至5月底88.4亿元，此后未上报）"));
    assert!(!page("2022-06").contains("value=\"88.4\""));
    let course = page("2022-07");
    let row = |month: &str| format!("<th scope=\"row\">{month}<td>");
    assert!(course.contains(&(row("5月") + "88.4")) && course.contains(&row("7月")));
    assert!(!course.contains(&row("6月")), "{course}");
}

#[test]
fn a_sum_says_whom_it_lacks_or_is_not_printed() {
    let totals = [
        &format!("{UPPER} 2022-05 69.9 , 累计: 是"),
        &format!("{COUNTY} 2022-05 18.5 , 累计: 是"),
        &format!("{UPPER} 2022-06 80 , 累计: 是"),
    ];
    let totals = totals.map(|total| total.as_str());
    let book = reporting(&totals);
    holds(
        &book,
        &[
            "2022-06 invest/all value 80",
            "2022-06 invest/all without [\"unit:county\"]",
            "2022-06 invest/unit:upper without -",
            "2022-06 invest/unit:county unknown 截至5月底18.5亿元，此后未上报",
            "2022-05 invest/all without -",
        ],
    );
    let stage = huidong();
    fs::remove_file(stage.data().join("demo/reported/2022-07.yaml")).unwrap();
    write(&stage, &totals);
    let plan =
        fs::read_to_string(stage.data().join("demo/plans/huidong-2022.yaml")).unwrap();
    let strict =
        plan.replacen("    取数: 上报数\n", "    取数: 上报数\n    缺报: 不列合计\n", 1);
    stage.write("demo/plans/huidong-2022.yaml", strict.as_bytes());
    holds(
        &books(&stage.data())[0],
        &[
            "2022-06 invest/all value -",
            "2022-06 invest/all unknown 有单位未上报，不列数",
            "2022-06 invest/unit:upper value 80",
        ],
    );
}

#[test]
fn the_text_around_a_sum_names_whom_it_lacks() {
    let stage = huidong();
    write(&stage, &[&format!("{UPPER} 2022-07 92.2 , 累计: 是")]);
    stage.run(&["build", "--without", "pdf"]).fine();
    let page = stage.out().join("demo/2022-07/index.html");
    let page = fs::read_to_string(page).unwrap();
    assert!(page.contains("（不含县重点项目，未报）"), "{page}");
    assert!(page.contains("全县不含县重点项目，未报。"), "{page}");
}

#[test]
fn the_newest_cumulative_total_and_what_came_after_it_count_never_both() {
    let total = |month: &str, value: &str, more: &str| {
        format!("{UPPER} 2022-{month} {value} {more}")
    };
    let totals = [
        total("04", "50", ""),
        total("05", "69.9", ", 累计: 是"),
        total("06", "5", ""),
        total("07", "80", ", 累计: 是"),
        total("08", "3", ""),
    ];
    let totals: Vec<&str> = totals.iter().map(String::as_str).collect();
    holds(
        &reporting(&totals),
        &[
            "2022-04 invest/unit:upper value 50",
            "2022-05 invest/unit:upper value 69.9",
            "2022-06 invest/unit:upper value 74.9",
            "2022-07 invest/unit:upper value 80",
            "2022-08 invest/unit:upper value 83",
        ],
    );
}

#[test]
fn a_cumulative_total_that_falls_is_found_with_the_line_that_puts_it_right() {
    let stage = huidong();
    write(
        &stage,
        &[&format!("{UPPER} 2022-06 5"), &format!("{UPPER} 2022-07 60 , 累计: 是")],
    );
    holds(&books(&stage.data())[0], &["2022-07 invest/unit:upper value 60"]);
    let ran = stage.run(&["check"]);
    assert!(ran.codes().contains(&"total-falls"), "{}", ran.stdout);
    assert!(ran.stdout.contains("更正: [{报送:"), "{}", ran.stdout);
}

#[test]
fn a_total_that_was_wrong_changes_from_the_day_on_which_that_is_known() {
    let right = ", 累计: 是, 更正: [{报送: 2022-08-05, 值: 65亿元, 原因: 重复统计}]";
    let gone = ", 更正: [{报送: 2022-07-05, 作废: 是, 原因: 不是本县项目}]";
    let totals = [
        format!("{UPPER} 2022-05 69.9 {right}"),
        format!("{UPPER} 2022-06 5"),
        format!("{UPPER} 2022-07 6"),
        format!("{COUNTY} 2022-05 18.5"),
        format!("{COUNTY} 2022-06 4 {gone}"),
    ];
    let totals: Vec<&str> = totals.iter().map(String::as_str).collect();
    let book = reporting(&totals);
    holds(
        &book,
        &[
            // Known until 10 July and before: as it was reported.
            "2022-05 invest/unit:upper value 69.9",
            "2022-06 invest/unit:upper value 74.9",
            // Known by 10 August: 65 + 5 + 6.
            "2022-07 invest/unit:upper value 76",
            // Withdrawn before 10 July: nothing was reported of June.
            "2022-06 invest/unit:county value -",
            "2022-06 invest/unit:county unknown 截至5月底18.5亿元，此后未上报",
        ],
    );
}

#[test]
fn a_total_of_the_whole_that_comes_later_leaves_earlier_sums_alone() {
    let mut totals = vec![
        format!("{UPPER} 2022-05 69.9 , 累计: 是"),
        format!("{COUNTY} 2022-05 18.5 , 累计: 是"),
    ];
    let lines = |totals: &[String]| -> Vec<String> { totals.to_vec() };
    let before = lines(&totals);
    let before: Vec<&str> = before.iter().map(String::as_str).collect();
    let before = figures(&reporting(&before), "2022-05");
    totals.push(format!("{UPPER} 2022-06 80 , 累计: 是"));
    totals.push("全县 2022-06 101 , 累计: 是, 报送: 2022-07-08".to_owned());
    let after: Vec<&str> = totals.iter().map(String::as_str).collect();
    let after = reporting(&after);
    assert_eq!(before, figures(&after, "2022-05"));
    holds(&after, &["2022-06 invest/all value 101", "2022-06 invest/all without -"]);
}

#[test]
fn a_quote_stands_under_its_own_date_and_leaves_with_its_period() {
    let stage = Stage::empty().book("demo", &suite("life/pengze"));
    let book = &books(&stage.data())[0];
    holds(
        book,
        &[
            "2024-03 inner/all value -",
            "2024-03 inner/all unknown 截至2月底14.17亿元，此后未公布",
            "2024-03 inner/all projection -",
            "2024-02 inner/all value 14.17",
            "2024-03 trips/unit:zhujian value 3",
        ],
    );
    stage.run(&["build", "--without", "pdf"]).fine();
    let page = fs::read_to_string(stage.out().join("demo/2024-03/index.html")).unwrap();
    assert!(page.contains("—（截至2月底14.17亿元，此后未公布）"));
    assert!(!page.contains("已公布数"), "{page}");
    assert!(!page.contains("value=\"14.17\"") && !page.contains("56.68"));
}

#[test]
fn quotes_and_ranks_of_another_plan_stay_with_their_own_editions() {
    let stage = huidong();
    stage.run(&["build", "--without", "pdf"]).fine();
    let page = fs::read_to_string(stage.out().join("demo/2024-04/index.html")).unwrap();
    assert!(page.contains("96.4") && !page.contains("134.9"));
    assert!(!page.contains("比上期"), "{page}");
}

#[test]
fn a_quote_is_known_from_the_day_on_which_it_was_published() {
    let stage = Stage::empty().book("demo", &suite("life/pengze"));
    let path = "demo/reported/2024-03.yaml";
    let text = fs::read_to_string(stage.data().join(path)).unwrap();
    let published = text.replacen(
        "值: 14.17亿元, 性质: 引用,",
        "值: 14.17亿元, 性质: 引用, 公布: 2024-03-20,",
        1,
    );
    stage.write(path, published.as_bytes());
    let book = &books(&stage.data())[0];
    // The plan's cut-off for February is 10 March.
    holds(book, &["2024-02 inner/all value -", "2024-02 inner/all unknown 未上报"]);
}

/// A duty of the book to report the investment of each month by the 10th of the next.
const DUTY: &str = "报送任务:\n  - {编号: invest, 名称: 投资完成数, 周期: 每月, 期限: 次月10日, 起: 2022-05-01, 单位: [省、市重点项目, 县重点项目], 指标: [完成投资], 依据: 一}\n";

/// The table of those who reported nothing, of a month of the book with the duty and these totals.
fn unreported(month: &str, totals: &[&str]) -> Option<String> {
    let stage = huidong();
    let path = "demo/plans/huidong-2022.yaml";
    let plan = fs::read_to_string(stage.data().join(path)).unwrap();
    stage.write(path, format!("{plan}{DUTY}").as_bytes());
    for file in ["2022-05", "2022-07", "2022-08"] {
        fs::remove_file(stage.data().join(format!("demo/reported/{file}.yaml"))).unwrap();
    }
    write(&stage, totals);
    table(&books(&stage.data())[0], month)
}

fn table(book: &Book, month: &str) -> Option<String> {
    use tongbao::figures::basis::Basis;
    use tongbao::model::dictionary::Word;
    use tongbao::model::value::period::Period;
    use tongbao::report::tables::{Make, table_called};
    use tongbao::sheet::Sheet;
    let period = Period::parse(month).unwrap();
    let basis = Basis::of(book, period.end());
    let figures = basis.figures(&period);
    let sheet = Sheet::alone(&basis, &figures);
    let Make::Sheet(make) = table_called("未报清单").unwrap().make else {
        panic!("no table")
    };
    make(&sheet).map(|table| serde_json::to_string(&table).unwrap())
}

#[test]
fn what_was_not_reported_zero_and_not_due_are_told_apart() {
    let missing =
        unreported("2022-05", &[&format!("{UPPER} 2022-05 69.9 , 报送: 2022-06-09")]);
    let missing = missing.unwrap();
    assert!(missing.contains("县重点") && missing.contains("2022年6月10日"), "{missing}");
    assert!(!missing.contains("报了零"), "{missing}");
    let zero = unreported(
        "2022-05",
        &[&format!("{UPPER} 2022-05 69.9"), &format!("{COUNTY} 2022-05 0")],
    );
    assert!(zero.unwrap().contains("报了零"));
    // Nothing was due before the first period.
    assert_eq!(unreported("2022-04", &[&format!("{UPPER} 2022-04 1")]), None);
}

#[test]
fn a_unit_that_never_reports_is_missed_where_a_duty_binds_it() {
    let stage = huidong();
    let path = "demo/plans/huidong-2022.yaml";
    let plan = fs::read_to_string(stage.data().join(path)).unwrap();
    stage.write(path, format!("{plan}{DUTY}").as_bytes());
    write(&stage, &[&format!("{UPPER} 2022-05 69.9 , 累计: 是")]);
    holds(
        &books(&stage.data())[0],
        &[
            "2022-05 invest/all value 69.9",
            "2022-05 invest/all without [\"unit:county\"]",
            "2022-05 invest/unit:county unknown 未上报",
        ],
    );
}

#[test]
fn a_month_between_that_was_left_out_is_named_beside_the_sum() {
    let stage = huidong();
    let path = "demo/plans/huidong-2022.yaml";
    let plan = fs::read_to_string(stage.data().join(path)).unwrap();
    stage.write(path, format!("{plan}{DUTY}").as_bytes());
    fs::remove_file(stage.data().join("demo/reported/2022-08.yaml")).unwrap();
    let totals =
        [(UPPER, "05"), (UPPER, "07"), (COUNTY, "05"), (COUNTY, "06"), (COUNTY, "07")];
    let totals = totals.map(|(unit, month)| format!("{unit} 2022-{month} 2"));
    let totals: Vec<&str> = totals.iter().map(String::as_str).collect();
    write(&stage, &totals);
    holds(
        &books(&stage.data())[0],
        &[
            "2022-07 invest/unit:upper value 4",
            "2022-07 invest/unit:upper without [\"unit:upper 2022-06\"]",
            "2022-07 invest/all value 10",
            "2022-07 invest/all without [\"unit:upper 2022-06\"]",
            "2022-06 invest/unit:upper value -",
            "2022-06 invest/all value 4",
            "2022-06 invest/all without [\"unit:upper\"]",
        ],
    );
}

#[test]
fn wushan_lists_who_sent_nothing_and_proposes_what_that_costs() {
    let stage = Stage::empty().book("wushan", &repository("data/wushan"));
    let book = &books(&stage.data())[0];
    let table = table(book, "2023-09").unwrap();
    for words in [
        "签约合同和开工项目",
        "到位资金及凭证",
        "2023年9月23日",
        "2023年10月7日",
        "扣分建议",
        "核定后登记才计分",
    ] {
        assert!(table.contains(words), "{words}: {table}");
    }
    // All 26 units reported their visits of the month, and so their work.
    let work = table.split("当月工作情况").nth(1).unwrap();
    assert!(work.split("到位资金及凭证").next().unwrap().contains('—'), "{table}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    /// A book in which some months of some units were never reported, as totals of the month or of the
    /// year so far.
    #[test]
    fn a_hole_has_no_value_anywhere(
        reported in proptest::collection::vec(any::<bool>(), 24),
        cumulative in any::<bool>(),
    ) {
        let units = [(UPPER, "unit:upper"), (COUNTY, "unit:county")];
        let more = if cumulative { ", 累计: 是" } else { "" };
        let mut totals = Vec::new();
        for (at, (name, _)) in units.iter().enumerate() {
            for month in (1..=12usize).filter(|month| reported[at * 12 + month - 1]) {
                totals.push(format!("{name} 2022-{month:02} {month}.25 {more}"));
            }
        }
        let totals: Vec<&str> = totals.iter().map(String::as_str).collect();
        let book = reporting(&totals);
        for month in 1..=12usize {
            let told = figures(&book, &format!("2022-{month:02}"));
            let is_known = |scope: &str| told[&format!("invest/{scope}")].get("value").is_some();
            let came = [reported[month - 1], reported[12 + month - 1]];
            prop_assert_eq!(is_known("unit:upper"), came[0]);
            prop_assert_eq!(is_known("unit:county"), came[1]);
            prop_assert_eq!(is_known("all"), came[0] || came[1]);
            for scope in ["all", "unit:upper", "unit:county"] {
                let figure = &told[&format!("invest/{scope}")];
                let parts = ["text", "completion", "lead", "remaining", "projection", "rank"];
                let has_none = parts.iter().all(|part| figure.get(*part).is_none());
                prop_assert!(is_known(scope) || has_none, "{figure}");
            }
            let points = told["invest/all"].get("verdicts").and_then(Value::as_array);
            for point in points.into_iter().flatten() {
                prop_assert!(point["point"] != "2022-10" || reported[9] || reported[21] || point.get("actual").is_none());
            }
        }
    }
}
