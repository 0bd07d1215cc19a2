//! Where rounding hides that a goal is not reached, the table says so.

use tongbao::figures::basis::Basis;
use tongbao::load::load_with;
use tongbao::model::dictionary::Word;
use tongbao::model::value::period::Period;
use tongbao::report::tables::{Make, table_called};
use tongbao::sheet::Sheet;
use tongbao::sheet::part::FigurePart;
use tongbao::view::table::Table;

use crate::case::Case;
use crate::stage::suite;

const FUNDS: &str = "    口径: 当年到位的资金\n    依据: 二\n";
const CURVE: &str = "序时:\n  - {编号: quarters, 名称: 进度, 点间: 直线, 依据: 二, 节点: [{期: 2023-Q2, 应达: 70%}, {期: 2023-Q4, 应达: 100%}]}\n";

/// What is told of a period of a book where 县交通局 has an amount besides its 0.12亿元, of 7亿元.
fn with_sheet<T>(amount: &str, period: &str, tell: impl Fn(&Sheet) -> T) -> T {
    let project = format!(
        "编号: xm-2\n名称: 农批市场项目\n演示: 是\n投资方: {{名称: 某某商贸有限公司}}\n来源地: 市外\n领域: 商贸物流\n\
         责任单位: 县交通局\n合同:\n  - {{类型: 正式合同, 签订: 2023-01-10, 金额: 9亿元}}\n开工: {{日期: 2023-01-20}}\n\
         到位资金:\n  - {{月份: 2023-03, 金额: {amount}, 凭证: [银行回单]}}\n"
    );
    let plan = std::fs::read_to_string(suite("minimal/plans/plan-2023.yaml")).unwrap();
    let plan = plan.replacen(FUNDS, &format!("{FUNDS}    序时: quarters\n"), 1).replacen(
        "指标:\n",
        &format!("{CURVE}指标:\n"),
        1,
    );
    let case = Case::minimal()
        .with("projects/2023/xm-2.yaml", project)
        .with("plans/plan-2023.yaml", plan);
    assert_eq!(case.lines(), Vec::<String>::new());
    let book = load_with(&case, &|_| true, None).books.remove(0);
    let basis = Basis::of(&book, Period::parse("2023").unwrap().end());
    let figures = basis.figures(&Period::parse(period).unwrap());
    tell(&Sheet::alone(&basis, &figures))
}

/// The notes of a table that tell what rounding hides.
fn notes(amount: &str, table: &str, period: &str) -> Vec<String> {
    with_sheet(amount, period, |sheet| {
        let tables: Vec<Table> = match table_called(table).unwrap().make {
            Make::Sheet(make) => Vec::from_iter(make(sheet)),
            Make::Several(make) => make(sheet),
            Make::Indicator(make) => {
                Vec::from_iter(make(&sheet.view("到位资金").unwrap()))
            }
            _ => panic!("the table is of another kind"),
        };
        let notes = tables.into_iter().flat_map(|table| table.notes);
        notes.filter(|note| note.starts_with("尾差")).collect()
    })
}

const HIDDEN: &str = "没有达到，差的不足印出的最后一位，四舍五入后看不出来。";

#[test]
fn a_gap_that_is_printed_as_nothing_is_told() {
    // 0.12 and 6.8796 are 6.9996 of 7: printed 7.00, 99.99 %, and a gap of 0.00.
    for (table, who) in [
        ("单位完成情况", "县交通局"),
        ("目标任务完成情况", "县交通局"),
        ("未完成任务单位", "县交通局到位资金"),
    ] {
        assert_eq!(
            notes("68796万元", table, "2023-12"),
            [format!("尾差：{who}{HIDDEN}")]
        );
        // 6.99 and 7 are what they are printed as.
        for amount in ["6.87亿元", "6.88亿元"] {
            assert_eq!(notes(amount, table, "2023-12"), Vec::<String>::new(), "{amount}");
        }
    }
}

#[test]
fn running_text_names_the_least_that_is_printed() {
    let told = |amount: &str| {
        with_sheet(amount, "2023-12", |sheet| {
            let view = sheet.view("到位资金").unwrap();
            let unit = view.units().next().unwrap();
            view.plain(unit, FigurePart::Gap, true)
        })
    };
    assert_eq!(told("68796万元"), "距目标还差不足0.01亿元");
    assert_eq!(told("6.87亿元"), "距目标还差0.01亿元");
    assert_eq!(told("6.88亿元"), "与目标持平");
}

#[test]
fn a_rate_that_is_printed_as_the_whole_is_told() {
    // 6.99999 of 7 are 99.99986 %, printed 100.00%.
    let told = notes("68799.9万元", "单位完成情况", "2023-12");
    assert_eq!(told, [format!("尾差：县交通局{HIDDEN}")]);
}

#[test]
fn a_point_that_is_printed_as_reached_is_told() {
    // 70 % of 10亿元 are due by June: 6.9996 are not 7, nor are they 10 by the end of the year.
    let told = notes("68796万元", "节点完成情况", "2023-07");
    assert_eq!(told, [format!("尾差：2023年第二季度{HIDDEN}")]);
    assert_eq!(notes("6.88亿元", "节点完成情况", "2023-07"), Vec::<String>::new());
}
