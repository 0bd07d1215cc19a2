//! 占比: a part in per cent of a whole, which the text has to name without doubt.

use crate::claims::amount::{Amount, Dimension, contains, without};
use crate::claims::found::{FoundClaim, likeliest};
use crate::claims::prose::Place;
use crate::claims::prose::sum::total;

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
    pub(super) fn is_share(&self) -> bool {
        is_share(self.one()) || self.printed_whole().is_some()
    }

    /// The whole that stands right before: 占全市总量（200亿元）的35%.
    fn printed_whole(&self) -> Option<&'a Amount> {
        let one = self.one();
        let of = one.is_joined() && one.before.trim_end().ends_with('的');
        let last = self.own[..self.at].last()?;
        (of && last.is_quantity() && last.follows(&["占"])).then_some(last)
    }

    pub(super) fn share(&self) -> Option<FoundClaim> {
        if self.one().clause.contains("分别") {
            return None;
        }
        if let Some(whole) = self.printed_whole() {
            let of = |one: &&Amount| one.is_actual() && one.dimension == whole.dimension;
            return self.quotient("占比", self.before().skip(1).find(of)?, whole);
        }
        let part = (0..self.at).rev().find(|at| self.own[*at].is_quantity())?;
        let certain = self.whole(part, part).filter(|_| self.own[part].is_actual());
        let certain =
            certain.and_then(|whole| self.quotient("占比", &self.own[part], whole));
        likeliest(certain, self.possible(part))
    }

    /// The claim for every part and whole that may be meant.
    fn possible(&self, last: usize) -> Vec<FoundClaim> {
        let parts = self.own[..=last].iter().rev();
        let pairs = parts.flat_map(|part| {
            let wholes = self.own[..=last].iter().chain(self.earlier.iter().flatten());
            let fits = move |one: &&Amount| is_larger(one, part);
            wholes.filter(fits).map(move |whole| (part, whole))
        });
        pairs.filter_map(|(part, whole)| self.quotient("占比", part, whole)).collect()
    }

    /// The only number that can be the whole of a part in a list that begins at a place.
    fn whole(&self, part: usize, list: usize) -> Option<&'a Amount> {
        let wanted = &self.own[part];
        let name = without(share_words(self.one()), GENERAL);
        let before = |own: &'a [Amount], until: usize| -> Vec<&'a Amount> {
            let fits = |at: &usize| {
                is_larger(&own[*at], wanted)
                    && own[*at].is_actual()
                    && same_kind(&own[*at], wanted)
                    && !is_part(own, *at)
                    && (own[*at].clause.contains(&name) || own[*at].after.contains(&name))
            };
            (0..until).filter(fits).map(|at| &own[at]).collect()
        };
        let earlier = self.earlier.iter().flat_map(|own| before(own, own.len()));
        let paragraph: Vec<&Amount> =
            before(self.own, list).into_iter().chain(earlier).collect();
        let total = contains(share_words(self.one()), TOTAL);
        if total || !name.is_empty() {
            return only(&paragraph);
        }
        // Without a name, the whole is what 其中 follows.
        let parted = (0..=list).rev().find(|at| self.own[*at].before.contains("其中"))?;
        let opens = self.own[parted].before.trim_start().starts_with("其中");
        let wholes = match self.earlier.last() {
            Some(last) if parted == 0 && opens => before(last, last.len()),
            _ => before(self.own, parted),
        };
        only(&wholes)
    }

    /// Shares in a list, against the parts in a list before: 分别为…，占比分别为….
    pub(super) fn shares(&self) -> Vec<FoundClaim> {
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
        let held = |one: usize, whole: &Amount| {
            Place { at: self.at + one, ..*self }.quotient("占比", &parts[one], whole)
        };
        let of_sum: Vec<Option<FoundClaim>> =
            (0..count).map(|one| held(one, &all)).collect();
        let fitting = of_sum.iter().flatten().filter(|claim| !claim.fails()).count();
        let judge = |one: usize| {
            let printed =
                self.whole(start + one, start).and_then(|whole| held(one, whole));
            let certain = printed.or_else(|| of_sum[one].clone().filter(|_| fitting > 1));
            let others = Place { at: self.at + one, ..*self }.possible(start + one);
            likeliest(certain, others)
        };
        (0..count).filter_map(judge).collect()
    }
}

fn only<'b>(all: &[&'b Amount]) -> Option<&'b Amount> {
    all.first().copied().filter(|_| all.len() == 1)
}

fn is_share(one: &Amount) -> bool {
    let told = one.follows(&["占", "比重"]) && !one.follows(CHANGE);
    one.dimension == Dimension::Percent && told
}

/// The words from 占 on, which name the whole.
fn share_words(one: &Amount) -> &str {
    let phrase = one.phrase();
    phrase.find('占').map_or("", |at| &phrase[at..])
}

fn is_larger(whole: &Amount, part: &Amount) -> bool {
    whole.dimension == part.dimension
        && part.is_quantity()
        && whole.value >= part.value
        && !std::ptr::eq(whole, part)
}

/// Whether it is a part itself: a share of it follows, or it stands in a list.
fn is_part(own: &[Amount], at: usize) -> bool {
    let shared = own[at + 1..].iter().take_while(|one| !one.is_quantity()).any(is_share);
    let listed = |next: Option<&Amount>| {
        next.is_some_and(|next| {
            let mark = next.before.trim_start_matches(['）', ')']);
            mark.starts_with(['、', '和']) && next.dimension == own[at].dimension
        })
    };
    shared || listed(own.get(at + 1)) || listed(own.get(at).filter(|_| at > 0))
}

/// Whether two numbers are of the same kind, as far as their words tell.
pub(super) fn same_kind(one: &Amount, other: &Amount) -> bool {
    let kind = |one: &Amount| {
        let named = |words: &&[&str]| one.follows(words) || contains(&one.after, words);
        KINDS.iter().position(named)
    };
    kind(one).zip(kind(other)).is_none_or(|(one, other)| one == other)
}
