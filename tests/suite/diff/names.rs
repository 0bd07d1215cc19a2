//! Names are read before they are compared: another way to write the same is no change.

use crate::diff::bureau::{Bureau, figures};

const REPORTED: &str = "demo/reported/2023-06.yaml";
const PROJECT: &str = "demo/projects/2023/xm-1.yaml";
const UNITS: &str = "demo/units.yaml";

/// The minimal county, whose 县交通局 has an alias and a total of its own.
fn aliased() -> Bureau {
    let bureau = Bureau::minimal();
    bureau.replace(UNITS, "名称: 县交通局,", "名称: 县交通局, 别名: [交通局],");
    bureau.replace(REPORTED, "范围: 全县", "范围: 县交通局");
    bureau.commit("aliased");
    bureau
}

#[test]
fn an_alias_or_an_id_for_a_name_is_no_change() {
    let bureau = aliased();
    for word in ["交通局", "jiaotong"] {
        bureau.replace(REPORTED, "范围: 县交通局", &format!("范围: {word}"));
        bureau.replace(PROJECT, "责任单位: 县交通局", &format!("责任单位: {word}"));
        bureau.replace(PROJECT, "领域: 商贸物流", "领域: logistics");
        bureau.replace(
            "demo/activities/2023/hd-1.yaml",
            "[县交通局]",
            &format!("[{word}]"),
        );
        bureau.replace(
            "demo/plans/plan-2023.yaml",
            "单位: 县交通局, 目标: {正式合同额",
            &format!("单位: {word}, 目标: {{contract"),
        );
        bureau.commit(&format!("by-{word}"));
        assert!(bureau.diff("aliased", &format!("by-{word}")).books.is_empty());
        bureau.git(&["reset", "--quiet", "--hard", "aliased"]);
    }
}

#[test]
fn a_unit_that_is_called_otherwise_is_the_same_unit() {
    let bureau = aliased();
    for path in [
        UNITS,
        REPORTED,
        PROJECT,
        "demo/activities/2023/hd-1.yaml",
        "demo/plans/plan-2023.yaml",
    ] {
        let text = bureau.read(path).replace("县交通局", "县交通运输局");
        bureau.write(path, text.as_bytes());
    }
    bureau.commit("renamed");
    let book = bureau.only("aliased", "renamed");
    assert!(book.headline.is_empty(), "{:?}", book.headline);
    assert!(figures(&book).is_empty(), "{:?}", figures(&book));
    let names: Vec<&str> = book.records.iter().map(|record| record.kind.id).collect();
    assert_eq!(names, ["units"], "only the registry says otherwise");
}

#[test]
fn the_total_of_a_unit_under_its_alias_moves_for_one_record() {
    let bureau = aliased();
    bureau.replace(
        REPORTED,
        "范围: 县交通局, 期: 2023-06, 值: 1.2亿元",
        "范围: 交通局, 期: 2023-06, 值: 1.3亿元",
    );
    bureau.commit("more");
    let book = bureau.only("aliased", "more");
    assert_eq!(book.records.len(), 1);
    assert_eq!(book.records[0].fields.len(), 1, "{:?}", book.records[0].fields);
    assert_eq!(book.records[0].fields[0].text(), "值：1.2亿元→1.3亿元（+0.1亿元）");
}
