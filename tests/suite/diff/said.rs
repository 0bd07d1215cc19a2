//! What a narrative says is told where only one side's figures agree with it.

use tongbao::render::diff::{Extent, text};
use tongbao::view::changes::{Changes, StatementChange};

use crate::diff::bureau::Bureau;

const EDITION: &str = "demo/editions/2023-06.md";
const PROJECT: &str = "demo/projects/2023/xm-1.yaml";
const NARRATIVE: &str = "县商务委尚无到位资金。县交通局尚无到位资金。全县到位资金0.12亿元，完成全年目标10亿元的2.00%。";

/// The changes of a book whose narrative says this, from 1200万元 to another amount.
fn changed(narrative: &str, amount: &str) -> Changes {
    let bureau = Bureau::minimal();
    let edition = bureau.read(EDITION);
    let head = &edition[..edition.rfind("---\n").unwrap()];
    bureau.write(EDITION, format!("{head}---\n\n{narrative}\n").as_bytes());
    bureau.commit("said");
    bureau.replace(PROJECT, "金额: 1200万元", &format!("金额: {amount}"));
    bureau.commit("changed");
    bureau.diff("said", "changed")
}

fn lines(changes: &Changes) -> Vec<String> {
    changes.books[0].statements.iter().map(StatementChange::line).collect()
}

#[test]
fn what_no_longer_holds_is_told_and_what_holds_only_now() {
    let changes = changed(NARRATIVE, "2000万元");
    let expected = [
        "2023年6月“全县到位资金0.12亿元”不再成立，改后数据是0.20亿元",
        "2023年6月“全县到位资金完成率2.00%”改后成立，改前数据是1.20%",
    ];
    assert_eq!(lines(&changes), expected);
    let text = text(&changes, Extent::Screen);
    assert!(
        text.contains(&format!("正文里的说法2句：\n    {}\n", expected[0])),
        "{text}"
    );
}

#[test]
fn what_holds_on_both_sides_or_on_none_is_not_told() {
    let narrative = "县商务委尚无到位资金。县交通局尚无到位资金。全县到位资金{{ 到位资金 }}，正式合同额3.20亿元。";
    assert_eq!(lines(&changed(narrative, "2000万元")), Vec::<String>::new());
}
