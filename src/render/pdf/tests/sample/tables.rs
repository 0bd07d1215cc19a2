//! The tables of the sample document.

use crate::render::pdf::tests::sample::pieces::{mark, number};
use crate::view::table::{Cell, Column, Row, RowKind, Table};

/// Units of an invented county.
const UNITS: [&str; 26] = [
    "县经济信息委",
    "县农业农村委",
    "县文化旅游委",
    "县商务委",
    "县发展改革委",
    "县住房城乡建委",
    "县交通局",
    "县卫生健康委",
    "县教委",
    "县科技局",
    "县民政局",
    "县财政局",
    "县规划自然资源局",
    "县生态环境局",
    "县水利局",
    "县林业局",
    "县应急管理局",
    "县市场监管局",
    "县体育事业发展中心",
    "工业园区管委会",
    "高唐街道",
    "龙门街道",
    "官渡镇",
    "骡坪镇",
    "大昌镇",
    "招商投资促进中心（驻外招商一分局）",
];

fn column(group: &str, head: &str, numeric: bool, weight: u8) -> Column {
    Column { group: group.to_owned(), head: head.to_owned(), numeric, weight, telling: 0 }
}

fn numeric(text: String) -> Cell {
    Cell { inlines: vec![number(&text)], ..Cell::default() }
}

fn hundredths(value: usize) -> String {
    format!("{}.{:02}", value / 100, value % 100)
}

/// A long table with merged heads, subtotals, a total and lamps.
pub(in crate::render::pdf) fn progress_table() -> Table {
    let row = |at: usize, name: &str, kind: RowKind| {
        let target = 500 + at * 37 % 900;
        let actual = 120 + at * 91 % 800;
        let rank =
            if kind == RowKind::Body { (at + 1).to_string() } else { String::new() };
        let cells = vec![
            Cell::text(rank),
            Cell::text(name),
            numeric(hundredths(target)),
            numeric(hundredths(actual)),
            numeric(format!("{}%", hundredths(actual * 10_000 / target))),
            numeric(hundredths(actual / 3)),
            numeric("—".to_owned()),
            numeric(format!("{}.{}0", at * 7 % 40, at % 10)),
            Cell { mark: mark(at), ..Cell::default() },
        ];
        Row { kind, cells }
    };
    let mut rows = vec![row(26, "全县合计", RowKind::Total)];
    for (at, name) in UNITS.iter().enumerate() {
        if at == 20 {
            rows.push(row(27, "乡镇（街道）小计", RowKind::Subtotal));
        }
        rows.push(row(at, name, RowKind::Body));
    }
    Table {
        id: "units".to_owned(),
        title: "各责任单位招商引资完成情况（含演示数据）".to_owned(),
        headed: false,
        unit: "亿元".to_owned(),
        columns: vec![
            column("", "名次", false, 2),
            column("", "责任单位", false, 8),
            column("到位资金", "目标", true, 3),
            column("到位资金", "完成", true, 3),
            column("到位资金", "完成率", true, 4),
            column("正式合同额", "完成", true, 3),
            column("正式合同额", "完成率", true, 4),
            column("", "得分", true, 3),
            column("", "亮灯", false, 3),
        ],
        rows,
        notes: vec![
            "“—”表示本期未下达目标，不计算完成率。".to_owned(),
            "完成率按四舍五入保留两位小数；名次按得分从高到低排列。".to_owned(),
        ],
        wide: false,
        records: false,
        excerpt: None,
        filters: Vec::new(),
    }
}

/// A table of projects that needs a turned page.
pub(super) fn project_table() -> Table {
    let rows = (0..34).map(|at: usize| Row {
        kind: RowKind::Body,
        cells: vec![
            Cell::text((at + 1).to_string()),
            Cell::text(format!(
                "{}年产{}万件清洁能源装备零部件项目",
                UNITS[at % 20],
                at * 5 + 10
            )),
            Cell::text(UNITS[at % UNITS.len()]),
            Cell::text("县领导甲"),
            Cell::text("清洁能源"),
            numeric(hundredths(at * 311 % 2000 + 150)),
            numeric(hundredths(at * 97 % 700 + 20)),
            Cell::text(format!("2023-0{}-15", at % 6 + 1)),
            Cell::text(if at.is_multiple_of(3) {
                "已开工"
            } else {
                "已落地，正在办理用地手续"
            }),
            Cell { mark: mark(at + 2), ..Cell::default() },
        ],
    });
    Table {
        id: "projects".to_owned(),
        title: "新签约项目明细表".to_owned(),
        headed: false,
        unit: "亿元".to_owned(),
        columns: vec![
            column("", "序号", false, 1),
            column("", "项目名称", false, 10),
            column("", "责任单位", false, 5),
            column("", "牵头领导", false, 3),
            column("", "产业链", false, 3),
            column("资金", "合同额", true, 3),
            column("资金", "到位资金", true, 3),
            column("", "签约日期", false, 4),
            column("", "进展", false, 6),
            column("", "状态", false, 3),
        ],
        rows: rows.collect(),
        notes: vec!["项目名称为演示数据。".to_owned()],
        wide: true,
        records: false,
        excerpt: None,
        filters: Vec::new(),
    }
}
