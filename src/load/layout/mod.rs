//! The one layout of data files: keys in the order of the dictionary, one spacing; comments stay with
//! what they stand at. What comes out says the same as what went in, or the file is left as it is.

mod comments;
mod places;
mod same;
mod writer;

use crate::load::layout::comments::Comments;
use crate::load::layout::places::places;
use crate::load::layout::same::says_the_same;
use crate::load::layout::writer::Writer;
use crate::load::read_yaml;
use crate::load::slots::{Role, Slot};
use crate::model::dictionary::Kind;
use crate::model::dictionary::written::Written;

/// Why a file is left as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is not a record that people write.
    NotOurs,
    /// It cannot be read.
    Broken,
    /// It has something that has no layout here, such as a text of several lines.
    Unusual,
}

/// Returns a file of a book laid out, given its path in the book.
pub fn laid_out(path: &str, text: &str) -> Result<String, Kept> {
    let slot = Slot::at(path).map_err(|_| Kept::NotOurs)?;
    let kind = slot.kind.filter(|_| slot.role != Role::Published).ok_or(Kept::NotOurs)?;
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    if !path.ends_with(".md") {
        return record(&text, kind);
    }
    let parts = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
    let (front, body) = parts.ok_or(Kept::Broken)?;
    let front = record(&format!("{front}\n"), kind)?;
    Ok(format!("---\n{front}---\n{}\n", body.trim_end()))
}

/// Lays a record out, and holds the outcome against what there was.
fn record(text: &str, kind: &'static Kind) -> Result<String, Kept> {
    let laid = once(text, kind)?;
    let is_settled = once(&laid, kind).is_ok_and(|again| again == laid);
    if is_settled && says_the_same(text, &laid) { Ok(laid) } else { Err(Kept::Unusual) }
}

fn once(text: &str, kind: &'static Kind) -> Result<String, Kept> {
    let written = match read_yaml(text) {
        (Some(written @ Written::Map { .. }), faults) if faults.is_empty() => written,
        _ => return Err(Kept::Broken),
    };
    let places = places(text, &written).ok_or(Kept::Unusual)?;
    let comments = Comments::of(text, &places).ok_or(Kept::Unusual)?;
    Ok(Writer::new(text, comments).whole(&written, kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(text: &str) -> Result<String, Kept> {
        laid_out("projects/2023/x-1.yaml", text)
    }

    #[test]
    fn keys_get_the_order_of_the_dictionary_and_one_space() {
        let text = "责任单位:   县交通局\r\n\r\n\r\n合同:\n    - {签订:  2023-01-05,类型: 正式合同 , 金额: 3亿元}\n名称: 甲   \n编号: x-1";
        let laid = "编号: x-1\n名称: 甲\n责任单位: 县交通局\n\n合同:\n  - {类型: 正式合同, 签订: 2023-01-05, 金额: 3亿元}\n";
        assert_eq!(project(text).unwrap(), laid);
    }

    #[test]
    fn comments_stay_with_what_they_stand_at() {
        let text = "# 头\n\n# 单位\n责任单位: 县交通局 # 牵头\n# 名称\n名称: 甲\n编号: x-1\n合同: # 两份\n  # 第一份\n  - {类型: 正式合同, 签订: 2023-01-05, 金额: 3亿元}   # 已核\n  # 还有一份\n备注: 乙\n# 尾\n";
        let laid = "编号: x-1\n# 名称\n名称: 甲\n# 头\n\n# 单位\n责任单位: 县交通局 # 牵头\n合同: # 两份\n  # 第一份\n  - {类型: 正式合同, 签订: 2023-01-05, 金额: 3亿元} # 已核\n  # 还有一份\n备注: 乙\n# 尾\n";
        assert_eq!(project(text).unwrap(), laid);
    }

    #[test]
    fn blocks_are_indented_by_two_and_blanks_stay_blank() {
        let text = "编号: p\n目标表:\n- 名称: 表\n  编号: u\n  行:\n      - 单位: 甲\n        目标:\n           到位资金:\n           正式合同额: 3亿元\n";
        let laid = "编号: p\n目标表:\n  - 编号: u\n    名称: 表\n    行:\n      - 单位: 甲\n        目标:\n          到位资金:\n          正式合同额: 3亿元\n";
        assert_eq!(laid_out("plans/p.yaml", text).unwrap(), laid);
    }

    #[test]
    fn what_has_no_layout_here_is_left_as_it_is() {
        assert_eq!(project("编号: |\n  x\n"), Err(Kept::Unusual));
        assert_eq!(project("编号: [x\n"), Err(Kept::Broken));
        assert_eq!(
            project("合同: [{类型: 甲, # 注\n 签订: 2023-01-05}]\n"),
            Err(Kept::Unusual)
        );
        assert_eq!(laid_out("released/2023-06.json", "{}"), Err(Kept::NotOurs));
        assert_eq!(laid_out("revisions/2023-06.yaml", "改动: []\n"), Err(Kept::NotOurs));
    }

    #[test]
    fn the_narrative_of_an_edition_is_left_as_it_is() {
        let text = "---\n标题:  甲\n期: 2023-06\n---\n\n## 一\n\n甲  乙\n\n";
        let laid = "---\n期: 2023-06\n标题: 甲\n---\n\n## 一\n\n甲  乙\n";
        assert_eq!(laid_out("editions/2023-06.md", text).unwrap(), laid);
    }
}
