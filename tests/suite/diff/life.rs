//! What becomes of a record is told as a sentence in the words of its fields.

use tongbao::load::pair::State;
use tongbao::load::source::files::Folder;

use crate::diff::bureau::compare;
use crate::stage::Stage;

const PATH: &str = "projects/2023/xm-1.yaml";

/// What is told of the project of the minimal book, given its text before and after.
fn told(before: &str, after: &str) -> Vec<String> {
    let state = |text: &str| {
        let stage = Stage::minimal().with(PATH, text);
        let state = State::Folder(Folder::open(&stage.data()).unwrap());
        (stage, state)
    };
    let ((_before, before), (_after, after)) = (state(before), state(after));
    let changes = compare(&before, &after);
    let fields = changes.books[0].records[0].fields.iter();
    fields.map(|field| field.text()).collect()
}

fn project() -> String {
    std::fs::read_to_string(crate::stage::suite(&format!("minimal/{PATH}"))).unwrap()
}

/// What is told where lines are added to the project.
fn added(lines: &str) -> Vec<String> {
    told(&project(), &format!("{}{lines}", project()))
}

#[test]
fn a_change_says_what_was_and_what_is_since_when() {
    let change = "变更:\n  - {自: 2023-10-01, 报送: 2023-10-09, 责任单位: 县商务委, 原因: 县政府专题会议调整}\n";
    let sentence = "变更：责任单位 县交通局→县商务委，自2023-10-01（县政府专题会议调整），2023-10-09报送";
    assert_eq!(added(change), [sentence]);
    let changed = format!("{}{change}", project());
    let gone = sentence.replace("变更：", "变更：删去 ");
    assert_eq!(told(&changed, &project()), [gone]);
    // What the next one changes is what the one before it set.
    let next =
        "  - {自: 2023-11-01, 报送: 2023-11-09, 责任单位: 县交通局, 原因: 又调回}\n";
    assert_eq!(
        told(&changed, &format!("{changed}{next}")),
        ["变更：责任单位 县商务委→县交通局，自2023-11-01（又调回），2023-11-09报送"]
    );
}

#[test]
fn a_class_is_told_by_the_names_of_its_fields() {
    let change =
        "变更: [{报送: 2023-07-20, 投资方: {类别: [专精特新]}, 原因: 名单公布}]\n";
    assert_eq!(
        added(change),
        ["变更：投资方类别 无→专精特新（名单公布），2023-07-20报送"]
    );
}

#[test]
fn an_end_and_a_move_are_told_in_a_sentence() {
    assert_eq!(
        added("终止: {日期: 2023-08-15, 报送: 2023-08-18, 原因: 投资方退出}\n"),
        ["终止：2023-08-15终止，投资方退出，2023-08-18报送"]
    );
    assert_eq!(
        added(
            "搬迁: {日期: 2023-09-15, 范围: 市域内, 迁出地: 某县, 文件: 会议纪要, 报送: 2023-10-12}\n"
        ),
        ["搬迁：2023-09-15搬迁，市域内，由某县迁来，凭会议纪要，2023-10-12报送"]
    );
}

#[test]
fn a_correction_and_a_withdrawal_are_told_of_their_entry() {
    let contract = "{类型: 正式合同, 签订: 2023-02-10, 金额: 5亿元}";
    let plain = project();
    let plain: String = plain
        .split_inclusive('\n')
        .take_while(|line| !line.starts_with("合同"))
        .collect();
    let (before, rest) = (format!("{plain}合同: [{contract}]\n"), plain);
    let after = |addition: &str| {
        let other = contract.replace('}', &format!(", {addition}}}"));
        format!("{rest}合同: [{other}]\n")
    };
    assert_eq!(
        told(&before, &after("更正: [{报送: 2023-10-09, 金额: 4亿元, 原因: 附件核减}]")),
        [
            "合同〔正式合同 2023-02-10〕 更正：金额 5亿元→4亿元（-1亿元）（附件核减），2023-10-09报送"
        ]
    );
    assert_eq!(
        told(&before, &after("更正: [{报送: 2023-10-09, 作废: 是, 原因: 重复录入}]")),
        ["合同〔正式合同 2023-02-10〕 更正：作废（重复录入），2023-10-09报送"]
    );
    assert_eq!(told(&before, &after("作废: 是")), ["合同〔正式合同 2023-02-10〕：作废"]);
}
