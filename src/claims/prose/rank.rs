//! Names in a list for the first or the last few whose numbers are out of order.

use crate::claims::found_claim::FoundClaim;
use crate::claims::number::amount::{Amount, contains};
use crate::claims::number::unit::Dimension;
use crate::claims::prose::place::Place;

const NUMERALS: &str = "两二三四五六七八九十0123456789";
const RATIO: &[&str] = &["率", "进度", "增幅", "增速", "增长", "占比", "比重"];
const QUANTITY: &[&str] = &["总量", "资金", "金额", "个数", "数量", "项目数", "签约"];
/// What is ranked may be another number than the one printed.
const OTHER: &[&str] = &["得分", "综合", "考核", "总分", "评分", "排名不分", "不分先后"];

impl Place<'_> {
    pub(super) fn rank(&self) -> Option<FoundClaim> {
        let list = self.list();
        let head = &self.amount().before;
        let ratio = self.amount().dimension == Dimension::Percent;
        let other = if ratio {
            contains(head, QUANTITY) && !contains(head, RATIO)
        } else {
            contains(head, RATIO)
        };
        let is_ranked = names_ranks(head) || self.is_ranked_behind(list);
        if list.len() < 3 || other || contains(head, OTHER) || !is_ranked {
            return None;
        }
        let falls = list.windows(2).all(|pair| pair[0].value >= pair[1].value);
        let rises = list.windows(2).all(|pair| pair[0].value <= pair[1].value);
        // The last few may be listed from either end.
        let pair = list.windows(2).find(|pair| pair[0].value < pair[1].value)?;
        let [above, below] = pair else { return None };
        let basis = format!("排在{}之后，却比它高", named(above));
        (!falls && !rises).then(|| self.fault("名次", &named(below), basis))
    }
}

impl Place<'_> {
    /// Returns whether a list is followed by words for the first few: …，居前三位.
    fn is_ranked_behind(&self, list: &[Amount]) -> bool {
        let end = self.at + list.len();
        let tail = || Some(self.sentence.text.rsplit_once(&list.last()?.text)?.1);
        let behind = match self.amounts.get(end) {
            Some(next) => next.before.as_str(),
            None => tail().unwrap_or_default(),
        };
        let clause = behind
            .trim_start_matches(['，', ',', '）', ')'])
            .split(['，', ',', '；', '。'])
            .next()
            .unwrap_or_default();
        contains(clause, &["居", "列", "排"])
            && ["位", "名", "强"].iter().any(|end| clause.trim_end().ends_with(end))
            && names_ranks(clause)
    }
}

/// Returns the number with the name before it.
fn named(amount: &Amount) -> String {
    let phrase = amount.phrase().trim_start_matches(['、', '和', '及', '与']);
    let name = if names_ranks(phrase) { "" } else { phrase };
    format!("{name}{}", amount.text)
}

/// Returns whether words are for the first or the last few: 前三位, 后两名.
fn names_ranks(text: &str) -> bool {
    const ENDS: [&str; 10] =
        ["位", "名", "强", "的", "为", "是", "依次", "分别", "：", ":"];
    text.match_indices(['前', '后']).any(|(at, mark)| {
        let behind = &text[at + mark.len()..];
        let after = behind.trim_start_matches(|c| NUMERALS.contains(c));
        after.len() < behind.len() && ENDS.iter().any(|end| after.starts_with(end))
    })
}
