//! 占比: a part in per cent of a whole, if the text names the whole unambiguously.

use crate::claims::found_claim::{FoundClaim, likeliest};
use crate::claims::number::amount::{Amount, contains, without};
use crate::claims::number::unit::Dimension;
use crate::claims::prose::place::Place;
use crate::claims::prose::sums::sum::total;

/// Words of a change, not of a share.
const CHANGE: &[&str] = &["提升", "提高", "上升", "下降", "增长", "同比"];
const TOTAL: &[&str] = &["总", "全部", "所有"];
/// Words that leave open which whole is meant; others name one.
const GENERAL: &[&str] = &[
    "占比", "比重", "比例", "占", "总量", "总额", "总数", "总", "全部", "所有", "项目",
    "资金", "金额", "额", "到位", "签约", "招商", "引资", "个数", "数", "达到", "达",
    "分别", "为", "到", "了", "的", "其",
];
/// What money is of: a part and its whole are of the same.
const KINDS: &[&[&str]] =
    &[&["到位", "到资"], &["利用"], &["签约", "协议", "合同"], &["投资"], &["企业"]];

impl<'a> Place<'a> {
    pub(in crate::claims::prose) fn is_share(&self) -> bool {
        is_share(self.amount()) || self.is_bracketed() || self.printed_whole().is_some()
    }

    /// Returns the whole directly before: 占全市总量（200亿元）的35%.
    fn printed_whole(&self) -> Option<&'a Amount> {
        let amount = self.amount();
        let of = amount.is_joined() && amount.before.trim_end().ends_with('的');
        let last = self.amounts[..self.at].last()?;
        (of && last.is_quantity() && last.follows(&["占"])).then_some(last)
    }

    pub(in crate::claims::prose) fn share(&self) -> Option<FoundClaim> {
        if self.amount().clause.contains("分别") {
            return None;
        }
        if let Some(whole) = self.printed_whole() {
            let part = self.before().skip(1).find(|amount| {
                amount.is_actual() && amount.dimension == whole.dimension
            })?;
            return self.quotient("占比", part, whole);
        }
        let part = (0..self.at).rev().find(|at| self.amounts[*at].is_quantity())?;
        let (list, part) = (part, &self.amounts[part]);
        let is_named = !without(share_words(self.amount()), GENERAL).is_empty();
        let own = (!self.is_bracketed()).then(|| self.whole(list, list)).flatten();
        let listed = || self.listed_whole(part).filter(|_| !is_named);
        let certain = (own.or_else(listed))
            .filter(|_| part.is_actual())
            .and_then(|whole| self.quotient("占比", part, whole));
        likeliest(certain, [self.possible(list), self.of_later_sum(part)].concat())
    }

    /// Returns the claims for all parts and wholes that may be meant.
    fn possible(&self, last: usize) -> Vec<FoundClaim> {
        let parts = self.amounts[..=last].iter().rev();
        let pairs = parts.flat_map(|part| {
            let wholes =
                self.amounts[..=last].iter().chain(self.earlier.iter().flatten());
            let larger = wholes.filter(move |amount| is_larger(amount, part));
            larger.map(move |whole| (part, whole))
        });
        pairs.filter_map(|(part, whole)| self.quotient("占比", part, whole)).collect()
    }

    /// Returns the only candidate for the whole of a part; `list` is where the list of the part
    /// begins. `None` if there are several or none.
    fn whole(&self, part: usize, list: usize) -> Option<&'a Amount> {
        let wanted = &self.amounts[part];
        let name = without(share_words(self.amount()), GENERAL);
        let before = |amounts: &'a [Amount], until: usize| -> Vec<&'a Amount> {
            let fits = |at: &usize| {
                let amount = &amounts[*at];
                is_larger(amount, wanted)
                    && amount.is_actual()
                    && same_kind(amount, wanted)
                    && !is_part(amounts, *at)
                    && (amount.clause.contains(&name) || amount.after.contains(&name))
            };
            (0..until).filter(fits).map(|at| &amounts[at]).collect()
        };
        let earlier =
            self.earlier.iter().flat_map(|amounts| before(amounts, amounts.len()));
        let paragraph: Vec<&Amount> =
            before(self.amounts, list).into_iter().chain(earlier).collect();
        let total = contains(share_words(self.amount()), TOTAL);
        if total || !name.is_empty() {
            return only(&paragraph);
        }
        // Without a name, the whole is what 其中 follows.
        let parted =
            (0..=list).rev().find(|at| self.amounts[*at].before.contains("其中"))?;
        let opens = self.amounts[parted].before.trim_start().starts_with("其中");
        let wholes = match self.earlier.last() {
            Some(last) if parted == 0 && opens => before(last, last.len()),
            _ => before(self.amounts, parted),
        };
        only(&wholes)
    }

    /// Shares in a list, against the parts in a list before: 分别为…，占比分别为….
    pub(in crate::claims::prose) fn shares(&self) -> Vec<FoundClaim> {
        let count = self.list().len();
        let Some(start) = self.at.checked_sub(count) else { return Vec::new() };
        let parts = Place { at: start, ..*self }.list();
        if parts.len() != count || !parts[0].is_quantity() {
            return Vec::new();
        }
        let Some(sum) = total(parts) else { return Vec::new() };
        let words: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
        let text = format!("（{}）", words.join("＋"));
        let all = Amount { value: sum, text, ..parts[0].clone() };
        let held = |index: usize, whole: &Amount| {
            Place { at: self.at + index, ..*self }.quotient("占比", &parts[index], whole)
        };
        let of_sum: Vec<Option<FoundClaim>> =
            (0..count).map(|index| held(index, &all)).collect();
        let fitting = of_sum.iter().flatten().filter(|claim| !claim.fails()).count();
        let judge = |index: usize| {
            let printed =
                self.whole(start + index, start).and_then(|whole| held(index, whole));
            let certain =
                printed.or_else(|| of_sum[index].clone().filter(|_| fitting > 1));
            let others = Place { at: self.at + index, ..*self }.possible(start + index);
            likeliest(certain, others)
        };
        (0..count).filter_map(judge).collect()
    }
}

fn only<'b>(all: &[&'b Amount]) -> Option<&'b Amount> {
    all.first().copied().filter(|_| all.len() == 1)
}

pub(in crate::claims::prose) fn is_share(amount: &Amount) -> bool {
    amount.dimension == Dimension::Percent
        && amount.follows(&["占", "比重"])
        && !amount.follows(CHANGE)
}

/// Returns the words from 占 on, which name the whole.
pub(in crate::claims::prose) fn share_words(amount: &Amount) -> &str {
    let phrase = amount.phrase();
    phrase.find('占').map_or("", |at| &phrase[at..])
}

pub(super) fn is_larger(whole: &Amount, part: &Amount) -> bool {
    whole.dimension == part.dimension
        && part.is_quantity()
        && whole.value >= part.value
        && !std::ptr::eq(whole, part)
}

/// Returns whether it is a part itself: a share of it follows, or it stands in a list.
fn is_part(amounts: &[Amount], at: usize) -> bool {
    let shared =
        amounts[at + 1..].iter().take_while(|amount| !amount.is_quantity()).any(is_share);
    let listed = |next: Option<&Amount>| {
        next.is_some_and(|next| {
            let mark = next.before.trim_start_matches(['）', ')']);
            mark.starts_with(['、', '和']) && next.dimension == amounts[at].dimension
        })
    };
    shared || listed(amounts.get(at + 1)) || listed(amounts.get(at).filter(|_| at > 0))
}

/// Returns whether two numbers are of the same kind, judging by their words.
pub(in crate::claims::prose) fn same_kind(left: &Amount, right: &Amount) -> bool {
    let kind = |amount: &Amount| {
        let names =
            |words: &&[&str]| amount.follows(words) || contains(&amount.after, words);
        KINDS.iter().position(names)
    };
    kind(left).zip(kind(right)).is_none_or(|(left, right)| left == right)
}
