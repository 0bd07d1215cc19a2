//! What was released stands, whatever becomes of units and leaders later.

use crate::release::Desk;

const UNITS: &str = "data/demo/units.yaml";

#[test]
fn a_life_that_goes_on_moves_no_released_figure() {
    let desk = Desk::minimal();
    desk.release("2023-06");
    let later = [
        // Known later: renamed, and in another group.
        (
            "县交通局, 分组: 县级部门",
            "县交通局, 分组: 县级部门, 变更: [{自: 2023-05-01, 报送: 2023-10-09, 名称: 县交通运输委, 分组: 园区, 原因: 机构改革}]",
        ),
        // From a later day on: merged, with the successor that was not there before.
        (
            "县商务委, 分组: 县级部门}",
            "县商务委, 分组: 县级部门, 并入: {单位: 县商贸委, 自: 2023-10-01}}\n  - {编号: shangmao, 名称: 县商贸委, 分组: 园区, 起用: 2023-10-01}",
        ),
        ("名称: 县级部门}", "名称: 县级部门}\n  - {编号: parks, 名称: 园区}"),
        (
            "县领导甲, 领域",
            "县领导甲, 变更: [{报送: 2023-10-09, 任期: [{至: 2023-05-31}], 原因: 调离}], 领域",
        ),
    ];
    for (old, new) in later {
        desk.replace(UNITS, old, new);
    }
    let ran = desk.run(&["check"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.told);
}

#[test]
fn what_is_said_to_have_been_so_before_a_release_moves_it() {
    let desk = Desk::minimal();
    desk.release("2023-06");
    let old = "县交通局, 分组: 县级部门}";
    desk.replace(
        UNITS,
        old,
        "县交通局, 分组: 县级部门, 并入: {单位: 县商务委, 自: 2023-05-01}}",
    );
    let ran = desk.run(&["check"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("released-figure-moved"), "{}", ran.out);
}
