//! Slips of the pen: 万 for 亿 both ways, and years with a wrong digit. Each is found at its place,
//! and what honest books hold is not.

use crate::case::Case;

const PROJECT: &str = "projects/2023/xm-1.yaml";
const PLAN: &str = "plans/plan-2023.yaml";
const TOTALS: &str = "reported/2023-06.yaml";

/// The codes of what is found with some keys of a file of the minimal book replaced.
fn codes(path: &str, text: &str) -> Vec<&'static str> {
    let findings = Case::minimal().laid_over(path, text).findings();
    findings.iter().map(|finding| finding.code).collect()
}

/// A project with a contract and payments of May and June.
fn project(contract: &str, payments: &[&str]) -> String {
    let rows = payments.iter().enumerate().map(|(at, amount)| {
        format!("  - {{月份: 2023-0{}, 金额: {amount}, 凭证: [银行回单]}}\n", at + 5)
    });
    format!(
        "合同:\n  - {{类型: 正式合同, 签订: 2023-03-18, 金额: {contract}}}\n到位资金:\n{}",
        rows.collect::<String>()
    )
}

#[test]
fn a_payment_that_its_contract_cannot_bear_is_found() {
    let found = |payments: &[&str]| codes(PROJECT, &project("3.2亿元", payments));
    for slip in ["1200亿元", "33亿元", "0.12万元", "0.12元", "3元"] {
        assert_eq!(found(&[slip]), ["power-of-ten"], "{slip}");
        assert!(
            found(&["1200万元", slip]).contains(&"power-of-ten"),
            "{slip} beside another"
        );
    }
    for honest in ["1200万元", "3.2亿元", "3.4亿元", "10万元", "0元"] {
        assert_eq!(found(&[honest]), [""; 0], "{honest}");
    }
    assert_eq!(found(&["2.5亿元", "1.2亿元"]), ["funds-exceed"]);
    assert_eq!(found(&["2.5亿元", "0.9亿元"]), [""; 0]);
}

#[test]
fn the_likelier_number_is_named_only_where_it_is_near() {
    let help = |payments: &[&str]| {
        let case = Case::minimal().laid_over(PROJECT, &project("3.2亿元", payments));
        case.findings()[0].help.clone()
    };
    assert!(help(&["1200亿元", "900万元"]).contains("可能是1200万元"));
    assert!(help(&["0.12万元", "900万元"]).contains("可能是0.12亿元"));
    // 33亿元 would be 33万元, which nothing here is near.
    assert!(!help(&["33亿元", "900万元"]).contains("可能是"));
    assert!(!help(&["1200亿元"]).contains("可能是"), "nothing to be near");
}

#[test]
fn a_contract_is_of_the_size_of_its_goals_and_its_book() {
    // The largest goal for contracts is 65亿元.
    assert_eq!(codes(PROJECT, &project("32000亿元", &["2000亿元"])), ["power-of-ten"]);
    assert_eq!(codes(PROJECT, &project("651亿元", &["2亿元"])), ["power-of-ten"]);
    assert_eq!(codes(PROJECT, &project("600亿元", &["2亿元"])), [""; 0]);
    let book = |odd: &str| {
        let mut case = Case::minimal();
        for (at, amount) in
            ["2亿元", "1.5亿元", "8000万元", "12亿元", odd].iter().enumerate()
        {
            let id = format!("xm-{}", at + 2);
            let text = format!(
                "编号: {id}\n名称: 项目{id}\n投资方: {{名称: 某某公司{id}}}\n{}",
                project(amount, &[])
            )
            .replace("到位资金:\n", "到位资金: []\n");
            case = case.laid_over(&format!("projects/2023/{id}.yaml"), &text);
        }
        let findings = case.findings();
        findings.iter().map(|finding| finding.code).collect::<Vec<_>>()
    };
    assert_eq!(book("3万元"), ["power-of-ten"]);
    assert_eq!(book("15000元"), ["power-of-ten"]);
    assert_eq!(book("1.5亿元"), [""; 0]);
    assert_eq!(book("300万元"), [""; 0]);
    // Honestly small: 万 or 亿 would not bring it near the others.
    assert_eq!(book("12万元"), [""; 0]);
    assert_eq!(book("200元"), ["power-of-ten"]);
}

#[test]
fn amounts_of_other_currencies_are_held_against_each_other_at_the_declared_rate() {
    let rate = "汇率: [{币种: 美元, 汇率: 7, 起用: 2023-01-01, 依据: 二}]";
    let found = |payments: &[&str]| {
        let case = Case::minimal().laid_over(PLAN, rate);
        let findings = case.laid_over(PROJECT, &project("3.2亿元", payments)).findings();
        findings.iter().map(|finding| finding.code).collect::<Vec<_>>()
    };
    assert_eq!(found(&["5亿美元"]), ["power-of-ten"]);
    assert_eq!(found(&["1000美元"]), ["power-of-ten"]);
    assert_eq!(found(&["4000万美元", "1亿元"]), ["funds-exceed"]);
    assert_eq!(found(&["3000万美元", "1亿元"]), [""; 0]);
}

#[test]
fn other_amounts_of_a_project_are_about_as_large_as_its_contract() {
    let with = |text: &str| {
        codes(PROJECT, &format!("{}{text}", project("3.2亿元", &["1200万元"])))
    };
    assert_eq!(with("备案: {日期: 2023-04-06, 金额: 3万元}\n"), ["power-of-ten"]);
    assert_eq!(with("投资总额: 32000亿元\n"), ["power-of-ten"]);
    assert_eq!(with("预计产值: 5万元\n"), ["power-of-ten"]);
    assert_eq!(
        with("备案: {日期: 2023-04-06, 金额: 30亿元}\n预计产值: 20亿元\n"),
        [""; 0]
    );
}

/// A table with cells for as many units, and the goal of the whole.
fn goals(whole: &str, cells: &[&str]) -> String {
    let rows = cells.iter().enumerate().map(|(at, cell)| {
        let unit = ["县交通局", "县商务委"][at % 2];
        let sector = ["商贸物流", "生态工业"][at / 2];
        format!("      - {{领域: {sector}, 单位: {unit}, 目标: {{到位资金: {cell}}}}}\n")
    });
    format!(
        "目标:\n  - {{编号: year, 指标: 到位资金, 范围: 全县, 值: {whole}, 依据: 二}}\n目标表:\n  - 编号: units\n    名称: 任务分解表\n    依据: 附件1\n    行:\n{}",
        rows.collect::<String>()
    )
}

#[test]
fn a_goal_is_of_the_size_of_its_table() {
    let found = |whole: &str, cells: &[&str]| {
        let mut found = codes(PLAN, &goals(whole, cells));
        // What the minimal book quotes is far above a goal that is too small.
        found.retain(|code| *code != "odd-total" && *code != "unit-sector");
        found
    };
    let cells = ["7亿元", "3亿元", "2亿元", "4亿元"];
    for slip in ["16万元", "160000亿元", "16元", "1亿元 "] {
        let expected: &[&str] = if slip == "1亿元 " { &[] } else { &["odd-goal"] };
        assert_eq!(found(slip.trim(), &cells), expected, "{slip}");
    }
    for slip in ["3万元", "30000亿元"] {
        let cells = ["7亿元", slip, "2亿元", "4亿元"];
        assert!(found("16亿元", &cells).contains(&"odd-goal"), "{slip}");
    }
    for honest in ["0.3亿元", "3000万元", "30亿元", "0元"] {
        let cells = ["7亿元", honest, "2亿元", "4亿元"];
        assert_eq!(found("16亿元", &cells), [""; 0], "{honest}");
    }
}

#[test]
fn a_total_is_of_the_size_of_its_goal_its_course_and_the_records() {
    let quoted = |value: &str| {
        codes(
            TOTALS,
            &format!(
                "总数:\n  - {{指标: 到位资金, 范围: 全县, 期: 2023-06, 值: {value}, 性质: 引用, 累计: 是}}\n"
            ),
        )
    };
    // The goal is 10亿元, the records hold 1200万元.
    for slip in ["12000亿元", "1000亿元", "1200元", "1200亿元"] {
        assert_eq!(quoted(slip), ["odd-total"], "{slip}");
    }
    for honest in ["0.12亿元", "1.2亿元", "12亿元", "1000万元", "0元"] {
        assert_eq!(quoted(honest), [""; 0], "{honest}");
    }
    let course = |values: &[&str]| {
        let mut case = Case::minimal();
        for (at, value) in values.iter().enumerate() {
            let text = format!(
                "总数:\n  - {{指标: 到位资金, 范围: 县交通局, 期: 2023-0{0}, 值: {value}, 性质: 上报}}\n",
                at + 1
            );
            case = case.with(&format!("reported/2023-0{}.yaml", at + 1), text);
        }
        let findings = case.findings();
        findings.iter().map(|finding| finding.code).collect::<Vec<_>>()
    };
    assert_eq!(course(&["0.5亿元", "0.8亿元", "0.6万元", "0.7亿元"]), ["odd-total"]);
    assert_eq!(course(&["0.5亿元", "8000亿元", "0.6亿元", "0.7亿元"]), ["odd-total"]);
    assert_eq!(course(&["0.5亿元", "0.8亿元", "2000万元", "1.9亿元"]), [""; 0]);
}

#[test]
fn a_year_with_a_wrong_digit_is_found_in_every_kind_of_record() {
    let contract = |more: &str| {
        format!("合同: [{{类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元{more}}}]\n")
    };
    for year in ["2032", "2013", "2203", "1923", "0023"] {
        let day = |month: &str| format!("{year}-{month}");
        let projects = [
            format!(
                "合同: [{{类型: 正式合同, 签订: {}, 金额: 3.2亿元}}]\n",
                day("03-18")
            ),
            contract(&format!(", 报送: {}", day("03-20"))),
            contract(&format!(", 认定: {}", day("03-20"))),
            format!("开工: {{日期: {}}}\n", day("05-12")),
            format!("备案: {{日期: {}, 金额: 3亿元}}\n", day("04-06")),
            format!("终止: {{日期: {}, 原因: 撤资}}\n", day("06-20")),
            format!(
                "到位资金:\n  - {{月份: {year}-05, 金额: 1200万元, 凭证: [银行回单]}}\n"
            ),
            format!(
                "到位资金:\n  - {{月份: 2023-05, 金额: 1200万元, 报送: {}, 凭证: [银行回单]}}\n",
                day("06-05")
            ),
        ];
        for text in projects {
            assert!(!codes(PROJECT, &text).is_empty(), "{text}");
        }
        let plans = [
            format!("日期: {}\n", day("01-20")),
            format!(
                "裁定:\n  - {{编号: reading, 依据: 二, 问题: 没有写明, 取: 一种读法, 日期: {}}}\n",
                day("02-01")
            ),
        ];
        for text in plans {
            assert!(!codes(PLAN, &text).is_empty(), "{text}");
        }
        let quoted = format!(
            "总数:\n  - {{指标: 到位资金, 范围: 全县, 期: 2023-06, 值: 1.2亿元, 性质: 引用, 公布: {}}}\n",
            day("07-20")
        );
        assert!(!codes(TOTALS, &quoted).is_empty(), "{quoted}");
        let activity = format!("日期: {}\n", day("03-10"));
        assert!(!codes("activities/2023/hd-1.yaml", &activity).is_empty(), "{activity}");
    }
}

#[test]
fn money_of_a_year_before_the_contract_is_found_and_of_the_month_before_it_is_not() {
    let paid = |month: &str| {
        codes(
            PROJECT,
            &format!(
                "到位资金:\n  - {{月份: {month}, 金额: 1200万元, 凭证: [银行回单]}}\n"
            ),
        )
    };
    for slip in ["2022-05", "2022-12", "2013-05", "2003-05"] {
        assert_eq!(paid(slip), ["funds-before-contract"], "{slip}");
    }
    for honest in ["2023-01", "2023-02", "2023-12"] {
        assert_eq!(paid(honest), [""; 0], "{honest}");
    }
}

#[test]
fn dates_that_honest_books_hold_are_not_found() {
    let projects = [
        "备案: {日期: 2020-04-06, 金额: 3亿元}\n",
        "约定: [{环节: 投产, 日期: 2027-06-30}]\n",
        "终止: {日期: 2024-06-20, 报送: 2024-07-02, 原因: 撤资}\n",
        "合同: [{类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元, 报送: 2024-11-20}]\n",
    ];
    for text in projects {
        assert_eq!(codes(PROJECT, text), [""; 0], "{text}");
    }
    let rate = "汇率: [{币种: 美元, 汇率: 6.6, 起用: 2016-01-01, 依据: 二}]\n";
    assert_eq!(codes(PLAN, rate), [""; 0]);
}
