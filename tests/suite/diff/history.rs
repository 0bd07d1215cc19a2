//! Twelve commits over the book of 巫山: each diff says what the commit did.

use rust_decimal::Decimal;
use tongbao::render::diff::{Extent, json, text};
use tongbao::view::changes::Change;
use tongbao::view::changes::consequence::Consequence;

use crate::diff::bureau::{
    Bureau, assert_causes_add_up, difference, figures, first_entry, lines, movement,
    moves, number, project_of,
};

#[test]
fn twelve_commits_over_a_book_are_told_by_what_they_do() {
    let bureau = Bureau::wushan();
    let own = project_of(&bureau, "县交通局");

    correct_funds(&bureau, &own);
    move_project(&bureau, &own);
    change_target(&bureau);
    change_weight(&bureau);
    rename_unit(&bureau);
    let moved = move_and_reflow(&bureau, &own);
    delete_project(&bureau, &moved);
    merge_twice(&bureau);
    assert_causes_add_up(&bureau.diff("base", "deleted"));
}

const PLAN: &str = "wushan/plans/wushan-2023.yaml";

/// A funds entry is corrected: everything that holds it moves by as much, for that one record.
fn correct_funds(bureau: &Bureau, own: &str) {
    let (line, amount) = first_entry(bureau, own);
    let more = number(&amount) + Decimal::from(1000);
    bureau.replace(own, &line, &line.replace(&amount, &format!("{more}万元")));
    bureau.commit("funds");
    let book = bureau.only("base", "funds");
    let whole = movement(&book, "funds/all");
    assert_eq!(difference(whole), Some(number("0.1")));
    assert_eq!(whole.causes.len(), 1);
    assert!(whole.causes[0].note.contains(&format!("{amount}→{more}万元（+1000万元）")));
    let unit = movement(&book, "funds/unit:jiaotong");
    assert_eq!(difference(unit), Some(number("0.1")));
    assert!(unit.text().starts_with("县交通局 到位资金 "), "{}", unit.text());
    assert!(lines(&book, Consequence::Lost).is_empty());
    assert_eq!(book.records.len(), 1);
}

/// A project goes to another unit: one loses what the other gains, and the whole stays.
fn move_project(bureau: &Bureau, own: &str) {
    bureau.replace(own, "责任单位: 县交通局", "责任单位: 县商务委");
    bureau.commit("moved-unit");
    let book = bureau.only("funds", "moved-unit");
    let from = difference(movement(&book, "funds/unit:jiaotong")).unwrap();
    let to = difference(movement(&book, "funds/unit:shangwuwei")).unwrap();
    assert_eq!(from, -to);
    assert!(!figures(&book).contains(&"funds/all"));
    assert_eq!(
        movement(&book, "funds/unit:jiaotong").causes[0].note,
        "责任单位：县交通局→县商务委"
    );
}

/// A target is changed: the ratio moves by its denominator alone, and no record did it.
fn change_target(bureau: &Bureau) {
    let row = "单位: 县经济信息委, 牵头领导: [县领导丙], 目标: {正式合同额: 20亿元, 到位资金: 5亿元}";
    bureau.replace(PLAN, row, &row.replace("5亿元", "4亿元"));
    bureau.commit("target");
    let book = bureau.only("moved-unit", "target");
    let unit = movement(&book, "funds/unit:jingxinwei");
    assert!(unit.causes.is_empty());
    assert_eq!(unit.ratio[0].name, "目标");
    assert_eq!(unit.ratio[0].moved, "5.00→4.00亿元");
    let field = &book.records[0].fields[0];
    assert_eq!((field.before.as_str(), field.difference.as_str()), ("5亿元", "-1亿元"));
}

/// A weight is changed: scores move by their items.
fn change_weight(bureau: &Bureau) {
    let points = "分值: 20\n        封顶: 20";
    bureau.replace(PLAN, points, &points.replace("20", "10"));
    bureau.commit("weight");
    let changes = bureau.diff("target", "weight");
    assert_causes_add_up(&changes);
    assert!(
        !lines(&changes.books[0], Consequence::Score).is_empty(),
        "{}",
        text(&changes, Extent::Whole)
    );
}

/// A unit gets another name and keeps the old one as an alias: no result moves.
fn rename_unit(bureau: &Bureau) {
    let registry = "wushan/units.yaml";
    bureau.replace(
        registry,
        "名称: 县城管局, 简称",
        "名称: 县城市管理局, 别名: [县城管局], 简称",
    );
    bureau.commit("renamed");
    let book = bureau.only("weight", "renamed");
    assert!(moves(&book).is_empty() && book.headline.is_empty(), "{book:?}");
    assert_eq!(book.records.len(), 1);
    assert!(book.records[0].fields[0].text().contains("县城管局→县城市管理局"));
}

/// A file is moved: nothing at all.
fn move_and_reflow(bureau: &Bureau, own: &str) -> String {
    let moved = own.replace("/2023/", "/2022/");
    bureau.git(&["mv", &format!("data/{own}"), &format!("data/{moved}")]);
    bureau.commit("file-moved");
    assert!(bureau.diff("renamed", "file-moved").books.is_empty());

    // Comments come, keys change places and the layout: nothing at all.
    let text = bureau.read(&moved);
    let (first, rest) = text.split_at(text.find("名称:").unwrap());
    let (name, rest) = rest.split_at(rest.find('\n').unwrap() + 1);
    let reflowed = format!("# 说明\n{first}{rest}{name}").replace(", 认定:", ",  认定:");
    bureau.write(&moved, reflowed.as_bytes());
    bureau.commit("reflowed");
    assert!(bureau.diff("file-moved", "reflowed").books.is_empty());
    moved
}

/// A project is deleted: that comes first, and it explains everything.
fn delete_project(bureau: &Bureau, moved: &str) {
    bureau.remove(moved);
    bureau.commit("deleted");
    let book = bureau.only("reflowed", "deleted");
    assert_eq!(book.headline[0].consequence, Consequence::Lost);
    assert!(book.headline[0].lines[0].ends_with("已删除"), "{:?}", book.headline[0]);
    assert_eq!(book.records[0].change, Change::Gone);
    let whole = movement(&book, "funds/all");
    assert!(difference(whole).unwrap().is_sign_negative());
    assert_eq!(whole.causes[0].note, "删除");
}

/// Two merges: each does to its first parent what its branch did.
fn merge_twice(bureau: &Bureau) {
    for (branch, unit) in [("first", "县农业农村委"), ("second", "县发展改革委")]
    {
        bureau.git(&["checkout", "--quiet", "-b", branch]);
        let path = project_of(bureau, unit);
        let (line, amount) = first_entry(bureau, &path);
        bureau.replace(
            &path,
            &line,
            &line.replace(&amount, &amount.replace("万元", "0万元")),
        );
        bureau.commit(&format!("on-{branch}"));
        bureau.git(&["checkout", "--quiet", "main"]);
        bureau.git(&["merge", "--quiet", "--no-ff", branch, "--message", "merge"]);
        let own = bureau.diff(&format!("on-{branch}^"), &format!("on-{branch}"));
        let merge = bureau.diff("HEAD^1", "HEAD");
        assert!(!merge.books[0].results[0].moves.is_empty());
        assert_eq!(json(&own).unwrap(), json(&merge).unwrap());
    }
}
