//! Names that are called the first or the last few, with their numbers, out of order.

use crate::claims::amount::{Amount, Dimension, contains};
use crate::claims::found::FoundClaim;
use crate::claims::prose::Place;

const NUMERALS: &str = "两二三四五六七八九十0123456789";
const RATIO: &[&str] = &["率", "进度", "增幅", "增速", "增长", "占比", "比重"];
const QUANTITY: &[&str] = &["总量", "资金", "金额", "个数", "数量", "项目数", "签约"];
/// What is ranked may be another number than the one printed.
const OTHER: &[&str] = &["得分", "综合", "考核", "总分", "评分", "排名不分", "不分先后"];

impl Place<'_> {
    pub(super) fn rank(&self) -> Option<FoundClaim> {
        let list = self.list();
        let head = &self.one().before;
        let ratio = self.one().dimension == Dimension::Percent;
        let other = if ratio {
            contains(head, QUANTITY) && !contains(head, RATIO)
        } else {
            contains(head, RATIO)
        };
        let told = names_ranks(head) || self.is_told_behind(list);
        if list.len() < 3 || other || contains(head, OTHER) || !told {
            return None;
        }
        let falls = list.windows(2).all(|two| two[0].value >= two[1].value);
        let rises = list.windows(2).all(|two| two[0].value <= two[1].value);
        // The last few may be told from either end.
        let two = list.windows(2).find(|two| two[0].value < two[1].value)?;
        let [above, below] = two else { return None };
        let told = format!("排在{}之后，却比它高", named(above));
        (!falls && !rises).then(|| self.fault("名次", &named(below), told))
    }
}

impl Place<'_> {
    /// Whether a list is called the first few right behind it: …，居前三位.
    fn is_told_behind(&self, list: &[Amount]) -> bool {
        let end = self.at + list.len();
        let tail = || Some(self.sentence.text.rsplit_once(&list.last()?.text)?.1);
        let behind = match self.own.get(end) {
            Some(next) => next.before.as_str(),
            None => tail().unwrap_or_default(),
        };
        let clause = behind.trim_start_matches(['，', ',', '）', ')']);
        let clause = clause.split(['，', ',', '；', '。']).next().unwrap_or_default();
        contains(clause, &["居", "列", "排"])
            && ["位", "名", "强"].iter().any(|end| clause.trim_end().ends_with(end))
            && names_ranks(clause)
    }
}

/// The number with the name before it.
fn named(one: &Amount) -> String {
    let name = one.phrase().trim_start_matches(['、', '和', '及', '与']);
    let name = if names_ranks(name) { "" } else { name };
    format!("{name}{}", one.text)
}

/// Whether words call what follows the first or the last few: 前三位, 后两名.
fn names_ranks(text: &str) -> bool {
    let marks = text.char_indices().filter(|(_, mark)| matches!(mark, '前' | '后'));
    let mut rests = marks.map(|(at, mark)| &text[at + mark.len_utf8()..]);
    rests.any(|rest| {
        let after = rest.trim_start_matches(|c| NUMERALS.contains(c));
        let counted = after.len() < rest.len();
        let ends = ["位", "名", "强", "的", "为", "是", "依次", "分别", "：", ":"];
        counted && ends.iter().any(|end| after.starts_with(end))
    })
}
