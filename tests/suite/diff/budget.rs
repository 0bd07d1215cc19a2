//! A comment stays within its bytes, whatever moved.

use tongbao::render::diff::{Extent, budget, markdown, text};

use crate::diff::bureau::Bureau;

#[test]
fn a_comment_keeps_within_its_budget_and_says_what_was_left_out() {
    let bureau = Bureau::minimal();
    let units: String = (0..1000)
        .map(|at| format!("  - {{编号: u{at}, 名称: 单位{at}, 分组: 县级部门}}\n"))
        .collect();
    let registry = bureau.read("demo/units.yaml");
    bureau.write("demo/units.yaml", format!("{registry}{units}").as_bytes());
    let plan = bureau.read("demo/plans/plan-2023.yaml");
    let counted = "指标:\n  - {编号: signed, 名称: 签约项目数, 取数: 项目个数, 来源: 项目, 单位: 个, \
        时段: 本年累计, 口径: 签约的项目, 依据: 二}\n";
    // A unit without a target has a row of its own only where no table sets targets.
    let plan = plan.replacen("指标:\n", counted, 1);
    let plan = plan.split("目标表:").next().unwrap();
    bureau.write("demo/plans/plan-2023.yaml", plan.as_bytes());
    bureau.commit("units");
    let project = bureau.read("demo/projects/2023/xm-1.yaml");
    for at in 0..1000 {
        let own = project.replace("编号: xm-1", &format!("编号: y-{at}"));
        let own = own.replace("县交通局", &format!("单位{at}"));
        bureau.write(&format!("demo/projects/2023/y-{at}.yaml"), own.as_bytes());
    }
    bureau.commit("projects");
    let changes = bureau.diff("units", "projects");
    let moved = changes.books[0].results[0].moves.len();
    assert!(moved >= 3000, "{moved}");
    let comment = markdown(&changes, budget(&changes));
    assert!(comment.len() <= 20_000, "{}", comment.len());
    let screen = text(&changes, Extent::Screen);
    assert!(screen.lines().count() <= 80, "{screen}");
    let comment = markdown(&changes, 50_000);
    assert!(comment.len() <= 50_000, "{}", comment.len());
    assert!(comment.len() > 30_000, "{}", comment.len());
    assert!(comment.contains("未列出"));
    for most in [1000, 500, 100] {
        assert!(markdown(&changes, most).len() <= most, "even where headings do not fit");
    }
    let told = ["新增 项目1000个", "**全县**", "达到目标", "各单位和分项"];
    let places = told.map(|text| comment.find(text).unwrap_or_else(|| panic!("{text}")));
    assert!(
        places.is_sorted(),
        "{places:?}: what was changed, the whole, goals, the parts"
    );
}
