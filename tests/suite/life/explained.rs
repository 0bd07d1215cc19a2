//! One trace: what the terminal says of a record is what the site says of it.

use crate::release::Desk;

const PROJECT: &str = "data/demo/projects/2023/xm-1.yaml";

#[test]
fn the_terminal_tells_changes_corrections_and_evidence_as_the_site_does() {
    let desk = Desk::minimal();
    let edition = desk.read("data/demo/editions/2023-06.md");
    let edition = edition.replace("2023-06", "2023-10").replace("07-10", "11-10");
    desk.write("data/demo/editions/2023-10.md", &edition.replace("1—6月", "1—10月"));
    let money = "  - {月份: 2023-05, 金额: 1200万元, 凭证: [银行回单]}\n";
    let more = "  - {月份: 2023-10, 金额: 500万元, 报送: 2023-11-03, 凭证: [进账单]}\n  - {月份: 2023-10, 金额: -20万元, 更正: 2023-11-05, 凭证: [进账单], 说明: 录错}\n变更: [{自: 2023-10-01, 报送: 2023-10-09, 责任单位: 县商务委, 原因: 分工调整}]\n";
    desk.replace(PROJECT, money, &format!("{money}{more}"));
    let ran = desk.run(&["build", "--without", "pdf"]);
    assert_eq!(ran.code, Some(0), "{}", ran.told);
    let page = desk.read("output/demo/units/shangwu.html");
    let told = desk.run(&["explain", "funds/unit:shangwu", "--period", "2023-10"]).out;
    for words in [
        "自2023年10月起由县商务委负责；进账单",
        "自2023年10月起由县商务委负责；更正；进账单",
    ] {
        assert!(page.contains(words), "{words}: {page}");
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(told.contains("计入0.05亿元"), "{told}");
}
