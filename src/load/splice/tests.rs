//! Edits keep what they do not touch, and say what was meant or nothing.

use super::*;

fn item(pairs: &[(&str, &str)]) -> Node {
    let pair = |(key, value): &(&str, &str)| ((*key).to_owned(), Node::scalar(*value));
    Node::Map(pairs.iter().map(pair).collect())
}

fn push(key: &'static str, after: &[&'static str], item: Node) -> Edit {
    Edit::Push { to: Vec::new(), key, after: after.to_vec(), item }
}

fn set(to: &[Way], key: &'static str, after: &[&'static str], value: &str) -> Edit {
    let value = Node::scalar(value);
    Edit::Set { to: to.to_vec(), key, after: after.to_vec(), value }
}

const RECORD: &str = "\
# 首行说明
编号: a-1
投资方:
  名称: 甲   # 企业

# 合同在前
合同:
  - {类型: 正式合同, 金额: 3亿元}  # 第一份
开工: {日期: 2023-05-10}
标签: [链主型]
到位资金:
  - {月份: 2023-05, 金额: 10万元}
  # 六月的
  - 月份: 2023-06
    金额: 20万元  # 更正过
备注:
";

#[test]
fn what_is_not_touched_stays() {
    let money = item(&[("月份", "2023-07"), ("说明", "甲, 乙: #丙")]);
    let edits = [
        push("到位资金", &[], money),
        push("标签", &[], Node::scalar("总部型")),
        push("合同", &[], item(&[("类型", "意向协议")])),
        push("证照", &["编号", "合同", "开工"], item(&[("证照", "营业执照")])),
        set(&[], "备注", &[], "无"),
        set(&[], "领域", &["编号", "投资方"], "生态工业"),
        set(&[Way::Key("投资方")], "注册地", &["名称"], "浙江省"),
        set(&[Way::Key("开工")], "报送", &["日期"], "2023-05-12"),
        set(&[Way::Key("合同"), Way::Item(0)], "金额", &[], "2亿元"),
    ];
    assert_eq!(
        edited(RECORD, &edits).unwrap(),
        "\
# 首行说明
编号: a-1
投资方:
  名称: 甲   # 企业
  注册地: 浙江省
领域: 生态工业

# 合同在前
合同:
  - {类型: 正式合同, 金额: 2亿元}  # 第一份
  - {类型: 意向协议}
开工: {日期: 2023-05-10, 报送: 2023-05-12}
证照:
  - {证照: 营业执照}
标签: [链主型, 总部型]
到位资金:
  - {月份: 2023-05, 金额: 10万元}
  # 六月的
  - 月份: 2023-06
    金额: 20万元  # 更正过
  - {月份: 2023-07, 说明: '甲, 乙: #丙'}
备注: 无
"
    );
}

#[test]
fn line_ends_and_a_missing_last_one_are_kept() {
    let text = "编号: a\r\n到位资金:\r\n  - {金额: 1万元}";
    let edit = push("到位资金", &[], item(&[("金额", "2万元")]));
    assert_eq!(edited(text, &[edit]).unwrap(), format!("{text}\r\n  - {{金额: 2万元}}"));
}

#[test]
fn what_has_no_place_gives_no_text() {
    let nowhere = set(&[Way::Key("没有")], "甲", &[], "乙");
    assert_eq!(edited(RECORD, &[nowhere]), None);
    assert_eq!(edited("甲: [", &[set(&[], "乙", &[], "丙")]), None);
    let block = "甲: |\n  几行\n  文字\n";
    assert_eq!(edited(block, &[set(&[], "甲", &[], "乙")]), None);
}

#[test]
fn texts_that_would_read_otherwise_are_quoted() {
    for text in [
        "no", "012", "a: b", "#甲", "- 甲", "'", "\"", "甲\n乙", "2023-07", "", "*甲",
        "是",
    ] {
        let edited = edited("编号: a\n", &[set(&[], "备注", &["编号"], text)]);
        assert!(edited.is_some(), "{text:?}");
    }
}
