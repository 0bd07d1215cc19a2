//! The months that a text is about: `1—6月`, `截至6月底`, `前6个月`, `上半年`, `一季度`.

/// What a number covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// Months of a year, from the first to the last.
    Months(u32, u32),
    /// 本月: the month that the text is about.
    ThisMonth,
    /// 上月止: everything before that month.
    BeforeThisMonth,
    /// 累计: everything up to its end.
    ToDate,
}

/// Spans of months by their words; where one is part of another, the longer one is first.
const SPANS: &[(&str, (u32, u32))] = &[
    ("前三季度", (1, 9)),
    ("上半年", (1, 6)),
    ("下半年", (7, 12)),
    ("一季度", (1, 3)),
    ("二季度", (4, 6)),
    ("三季度", (7, 9)),
    ("四季度", (10, 12)),
    ("1季度", (1, 3)),
    ("2季度", (4, 6)),
    ("3季度", (7, 9)),
    ("4季度", (10, 12)),
    ("全年", (1, 12)),
];
const BEFORE: &[&str] = &[
    "上月止",
    "上月底",
    "上月末",
    "上月累计",
    "至上月",
    "截止上月",
    "上期累计",
    "上期止",
];
const TO_DATE: &[&str] = &["本月止", "本月底", "本月末", "至本月", "截止本月", "累计"];
const THIS: &[&str] = &["本月", "当月", "本期", "当期"];
/// Words that make the end of a month the end of a span from January on.
const UNTIL: &[&str] = &["截至", "截止", "至", "到"];
const RANGE: &[char] = &['-', '—', '–', '～', '~', '至', '到'];

/// Returns the period that words name last; a text with plain numbers is expected.
pub fn period(words: &str) -> Option<Period> {
    let has = |names: &[&str]| names.iter().any(|name| words.contains(name));
    if has(BEFORE) {
        return Some(Period::BeforeThisMonth);
    }
    let numbered =
        words.rmatch_indices('月').find_map(|(at, _)| months_before(words, at));
    let span = SPANS.iter().filter_map(|(name, span)| Some((words.rfind(name)?, *span)));
    // 前三季度 ends where 三季度 does, and is the first of the two in the list.
    let span = span.rev().max_by_key(|(at, _)| *at);
    let covered =
        |name: &str| SPANS.iter().any(|(long, _)| *long == name && words.contains(name));
    let span = if covered("前三季度") { Some((0, (1, 9))) } else { span };
    let named = match (numbered, span) {
        (Some((at, _)), Some((other, span))) if other > at => Some(span),
        (numbered, span) => numbered.or(span).map(|(_, months)| months),
    };
    match named {
        Some((first, last)) if first == last && has(&["累计", "止"]) => {
            Some((1, last))
        }
        named => named,
    }
    .map(|(first, last)| Period::Months(first, last))
    .or_else(|| has(TO_DATE).then_some(Period::ToDate))
    .or_else(|| has(THIS).then_some(Period::ThisMonth))
}

/// Returns the periods of numbers in a list: 1月、2月和3月分别为, 1—3月分别为; none without 分别.
pub fn listed_periods(words: &str) -> Vec<Period> {
    if !words.contains("分别") {
        return Vec::new();
    }
    let named: Vec<Period> = words.split(['、', '和', '及']).filter_map(period).collect();
    match named.as_slice() {
        [Period::Months(first, last)] => {
            (*first..=*last).map(|month| Period::Months(month, month)).collect()
        }
        _ => named,
    }
}

/// Returns whether periods fill another one, each month once: three months a quarter, or 上月止 and
/// 本月 what is 累计.
pub fn fill(periods: &[Period], whole: Period) -> bool {
    let is_month = |period: &Period| match period {
        Period::ThisMonth => true,
        Period::Months(first, last) => first == last,
        _ => false,
    };
    let is_up_to = |period: Period| match period {
        Period::ToDate => true,
        Period::Months(first, last) => first == 1 && last > 1,
        _ => false,
    };
    if let [one, two] = periods
        && [one, two].contains(&&Period::BeforeThisMonth)
    {
        return (is_month(one) || is_month(two)) && is_up_to(whole);
    }
    let Period::Months(first, last) = whole else { return false };
    let mut sorted = periods.to_vec();
    sorted.sort_by_key(|period| match period {
        Period::Months(first, _) => *first,
        _ => u32::MAX,
    });
    let mut next = first;
    for period in &sorted {
        match period {
            Period::Months(from, to) if *from == next => next = to + 1,
            _ => return false,
        }
    }
    sorted.len() > 1 && next == last + 1
}

/// Returns where the months that end at 月 begin, and which they are.
fn months_before(words: &str, at: usize) -> Option<(usize, (u32, u32))> {
    let before = words[..at].trim_end();
    let is_count = before.ends_with('个');
    let (start, last) = month(before.trim_end_matches('个'))?;
    let behind = &words[at + '月'.len_utf8()..];
    let ahead = words[..start].trim_end();
    if is_count {
        return ahead.ends_with('前').then_some((start, (1, last)));
    }
    let bare =
        ahead.trim_end_matches(RANGE).trim_end_matches('份').trim_end_matches('月');
    if bare.len() < ahead.len()
        && let Some((from, first)) = month(bare)
        && first < last
    {
        return Some((from, (first, last)));
    }
    let until = UNTIL.iter().any(|word| ahead.ends_with(word));
    let ends = ["底", "末"].iter().any(|word| behind.starts_with(word));
    Some((start, if until || ends { (1, last) } else { (last, last) }))
}

/// Returns where the month that a text ends with begins, and which it is.
fn month(text: &str) -> Option<(usize, u32)> {
    let start = text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let month = text[start..].parse().ok().filter(|month| (1..=12).contains(month))?;
    Some((start, month))
}

/// Words beside a period that do not say what is measured.
const GENERAL: &[&str] = &[
    "其中", "分别", "合计", "共计", "总计", "累计", "上月", "本月", "当月", "截至",
    "截止", "实际", "完成", "实现", "全市", "全县", "全区", "全省", "我市", "我县",
    "我区", "项目", "资金", "金额", "单月", "今年", "本年", "共", "总", "新", "已", "为",
    "的", "了", "数", "额", "年", "月", "份", "底", "末", "止", "至", "到", "和",
];

/// Returns what words measure, without the period that they name.
pub fn measure(words: &str) -> String {
    let spans = SPANS.iter().map(|(name, _)| *name).chain(GENERAL.iter().copied());
    let bare = spans.fold(words.to_owned(), |text, word| text.replace(word, ""));
    let is_left = |mark: &char| mark.is_alphabetic() && !RANGE.contains(mark);
    bare.chars().filter(is_left).collect()
}

/// Returns the last month that a text covers: `1—6月`, `截至6月底`, `前6个月`, `上半年`, `一季度`.
pub fn months(text: &str) -> Option<u32> {
    const WORDS: &[(&str, u32)] = &[("一季度", 3), ("上半年", 6), ("前三季度", 9)];
    for (at, _) in text.match_indices('月') {
        let before = text[..at].trim_end_matches('个');
        let start = before.trim_end_matches(|c: char| c.is_ascii_digit());
        let month = before[start.len()..].parse::<u32>().ok();
        const STARTS: &[&str] = &[
            "1-", "1—", "1－", "1至", "1～", "1~", "1月-", "1月—", "1月－", "1月至",
            "截至", "截止", "前",
        ];
        let ranged = STARTS.iter().any(|word| start.ends_with(word));
        if let Some(month) = month.filter(|month| ranged && (1..=12).contains(month)) {
            return Some(month);
        }
    }
    WORDS.iter().find(|(word, _)| text.contains(word)).map(|(_, month)| *month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_written_in_several_ways() {
        assert_eq!(months("2006年1-10月"), Some(10));
        assert_eq!(months("2023年1—6月"), Some(6));
        assert_eq!(months("上半年"), Some(6));
        assert_eq!(months("截至9月底"), Some(9));
        assert_eq!(months("今年前11个月"), Some(11));
        assert_eq!(months("6月底"), None);
    }

    #[test]
    fn a_number_has_the_period_that_is_named_last() {
        let months = |first, last| Some(Period::Months(first, last));
        for (words, expected) in [
            ("其中1月", months(1, 1)),
            ("2023年1—6月累计到位", months(1, 6)),
            ("1月至5月", months(1, 5)),
            ("截至6月底", months(1, 6)),
            ("6月止累计", months(1, 6)),
            ("前三季度", months(1, 9)),
            ("第三季度", months(7, 9)),
            ("前5个月", months(1, 5)),
            ("历时5个月", None),
            ("上月止累计到位", Some(Period::BeforeThisMonth)),
            ("本月到位", Some(Period::ThisMonth)),
            ("累计到位", Some(Period::ToDate)),
            ("到位", None),
        ] {
            assert_eq!(period(words), expected, "{words}");
        }
        assert_eq!(listed_periods("1月、2月和3月分别为").len(), 3);
        assert_eq!(listed_periods("1—6月分别签约").len(), 6);
        assert_eq!(measure("1—6月全市累计签约项目"), "签约");
    }

    #[test]
    fn a_period_is_filled_without_a_gap_or_an_overlap() {
        let months = |spans: &[(u32, u32)]| -> Vec<Period> {
            spans.iter().map(|(first, last)| Period::Months(*first, *last)).collect()
        };
        assert!(fill(&months(&[(3, 3), (1, 1), (2, 2)]), Period::Months(1, 3)));
        assert!(!fill(&months(&[(1, 1), (3, 3)]), Period::Months(1, 3)));
        assert!(!fill(&months(&[(1, 3), (3, 6)]), Period::Months(1, 6)));
        assert!(!fill(&months(&[(1, 6)]), Period::Months(1, 6)));
        assert!(fill(&[Period::ThisMonth, Period::BeforeThisMonth], Period::ToDate));
    }
}
