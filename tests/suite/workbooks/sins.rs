//! Twenty ways in which offices fill in tables: each is read rightly, or found.

use encoding_rs::GBK;

use crate::workbooks::filled::{
    came, came_as, column, digits, form, lines, sheet, shipped, together, write,
};

/// The findings of a workbook of money in which one cell of a project was filled in so.
fn money(head: &str, text: &str) -> (Vec<String>, Vec<String>) {
    let book = shipped("wushan");
    let form = form("到位资金");
    let mut workbook = together(&book, "2024-04");
    let funds = sheet(&mut workbook, "到位资金");
    let row = (0..funds.rows.len())
        .find(|row| digits(funds, *row, 0) == "ws-2022-030")
        .unwrap();
    write(funds, row, column(form, "本月"), "250");
    write(funds, row, column(form, head), text);
    let planned = came(&book, &workbook, None);
    let pushed = planned.files.values().flat_map(|file| &file.edits);
    let pushed = pushed.map(|edit| format!("{edit:?}")).collect();
    (lines(&planned), pushed)
}

#[track_caller]
fn is_read(head: &str, text: &str, says: &str) {
    let (found, pushed) = money(head, text);
    assert_eq!(found, Vec::<String>::new(), "{text}");
    assert!(pushed.iter().any(|edit| edit.contains(says)), "{text}: {pushed:?}");
}

#[track_caller]
fn is_found(head: &str, text: &str, says: &str) {
    let (found, _) = money(head, text);
    assert!(found.iter().any(|line| line.contains(says)), "{text}: {found:?}");
}

#[test]
fn numbers_in_all_their_spellings() {
    is_read("本月", "1,200.00", "1200万元");
    is_read("本月", "２５０．５", "250.5万元");
    is_read("本月", "0.025亿元", "0.025亿元");
    is_read("本月", " 250 万元 ", "250万元");
    is_read("凭证", "银行回单、统计部门核定", "统计部门核定");
    is_read("月份", "2024.4", "2024-04");
    is_read("月份", "4月", "2024-04");
    is_read("没有变化", "—", "250万元");
}

#[test]
fn what_cannot_be_known_is_found_at_its_cell() {
    is_found("本月", "约250", "月报.xlsx!到位资金!E");
    is_found("本月", "无", "“无”是零，还是没有填");
    is_found("本月", "0100", "“0100”不是一个数");
    is_found("本月", "-30", "负数");
    is_found("本月", "250百万元", "百万元");
    is_found("本月", "250亩", "这里要写金额");
    is_found("月份", "2024-03", "这张表报的是2024-04，这一行写的是2024-03");
    is_found("本年累计", "9999", "累计写的是9999万元");
    is_found("上期累计", "1700", "上期累计写的是1700万元，账本里是1600万元");
    is_found("没有变化", "是", "选了没有变化，本月又填了250万元");
    is_found("项目名称", "别的项目", "这里写的是“别的项目”");
    is_found("说明", "联系13812345678", "手机号");
}

#[test]
fn a_table_of_the_offices_own_is_read_by_its_heads() {
    let book = shipped("wushan");
    let table = "县交通局2024年4月到位资金情况表,,,,\r\n,,,单位：万元,\r\n\
        序号,项目名称,到位月份,本月到位资金（亿元）,联系人\r\n\
        1,巫峡镇公路服务综合体项目,2024年4月,0.025,张三\r\n\
        ,小计,,0.025,\r\n\
        2,双龙镇临港物流基地项目,2024.4.30,0.01,李四\r\n\
        ,合 计,,0.035,\r\n\
        备注：以上为截至月底数,,,,\r\n";
    let (bytes, ..) = GBK.encode(table);
    let planned = came_as(&book, &bytes, "资金.csv", None);
    let found = lines(&planned);
    assert_eq!(found, ["passed-over 资金.csv “联系人”是个人信息，没有读，不进账本"]);
    let money = |path: &str| format!("{:?}", planned.files[path].edits);
    assert!(money("projects/2022/ws-2022-030.yaml").contains("0.025亿元"));
    assert!(money("projects/2023/ws-2023-002.yaml").contains("0.01亿元"));
    assert_eq!(planned.files.len(), 2, "{:?}", planned.files);
}
