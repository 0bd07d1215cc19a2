//! The words that stand between a name and its number. Any other word may turn what is said, so that
//! the number is not read.

/// A word that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Word {
    /// 目标, 任务.
    Target,
    /// 完成率.
    Rate,
    /// 序时进度.
    Schedule,
    /// 超.
    Ahead,
    /// 欠, 低于.
    Behind,
    /// 超欠: the sign is beside the number.
    Either,
    /// 还差, 剩余.
    Remaining,
    /// 月均需完成.
    Needed,
    /// 全年预计完成.
    Projected,
    /// 全年, of a target.
    Annual,
    /// 完成, 实现.
    Done,
    /// 分别.
    Each,
    /// 的.
    Of,
    /// Between the members of a list.
    Joint,
    /// It begins a comparison or a share, whose numbers are of no figure.
    Aside,
    /// It leaves everything as it is.
    Filler,
}

const WORDS: &[(&str, Word)] = &[
    ("占全年目标任务", Word::Target),
    ("占全年目标", Word::Target),
    ("占全年任务", Word::Target),
    ("占年度目标", Word::Target),
    ("占年度任务", Word::Target),
    ("目标任务", Word::Target),
    ("任务目标", Word::Target),
    ("目标数", Word::Target),
    ("任务数", Word::Target),
    ("目标", Word::Target),
    ("任务", Word::Target),
    ("完成率", Word::Rate),
    ("完成比例", Word::Rate),
    ("完成进度", Word::Rate),
    ("序时进度", Word::Schedule),
    ("时序进度", Word::Schedule),
    ("时间进度", Word::Schedule),
    ("序时", Word::Schedule),
    ("应达到", Word::Schedule),
    ("应达", Word::Schedule),
    ("节点", Word::Schedule),
    ("进度", Word::Schedule),
    ("超欠", Word::Either),
    ("超（欠）", Word::Either),
    ("超(欠)", Word::Either),
    ("超过", Word::Ahead),
    ("高于", Word::Ahead),
    ("快于", Word::Ahead),
    ("领先", Word::Ahead),
    ("超", Word::Ahead),
    ("低于", Word::Behind),
    ("落后于", Word::Behind),
    ("落后", Word::Behind),
    ("慢于", Word::Behind),
    ("滞后", Word::Behind),
    ("欠", Word::Behind),
    ("还需到位", Word::Remaining),
    ("还需完成", Word::Remaining),
    ("还需", Word::Remaining),
    ("还差", Word::Remaining),
    ("尚差", Word::Remaining),
    ("剩余", Word::Remaining),
    ("月均需完成", Word::Needed),
    ("月均需", Word::Needed),
    ("月均", Word::Needed),
    ("全年预计完成", Word::Projected),
    ("全年预计", Word::Projected),
    ("预计全年完成", Word::Projected),
    ("预计全年", Word::Projected),
    ("全年", Word::Annual),
    ("年度", Word::Annual),
    ("年初", Word::Annual),
    ("实际完成", Word::Done),
    ("累计完成", Word::Done),
    ("完成数", Word::Done),
    ("完成", Word::Done),
    ("实现", Word::Done),
    ("达到", Word::Done),
    ("分别为", Word::Each),
    ("分别", Word::Each),
    ("的", Word::Of),
    ("、", Word::Joint),
    ("和", Word::Joint),
    ("及", Word::Joint),
    ("与", Word::Joint),
    ("同比", Word::Aside),
    ("环比", Word::Aside),
    ("增长", Word::Aside),
    ("增幅", Word::Aside),
    ("增加", Word::Aside),
    ("下降", Word::Aside),
    ("减少", Word::Aside),
    ("比上年", Word::Aside),
    ("比去年", Word::Aside),
    ("较上年", Word::Aside),
    ("较去年", Word::Aside),
    ("比上月", Word::Aside),
    ("较上月", Word::Aside),
    ("占比", Word::Aside),
    ("占", Word::Aside),
    ("其中", Word::Filler),
    ("实际", Word::Filler),
    ("累计", Word::Filler),
    ("共计", Word::Filler),
    ("合计", Word::Filler),
    ("共", Word::Filler),
    ("已", Word::Filler),
    ("达", Word::Filler),
    ("为", Word::Filler),
    ("是", Word::Filler),
    ("有", Word::Filler),
    ("了", Word::Filler),
    ("新", Word::Filler),
    ("距", Word::Filler),
    ("距离", Word::Filler),
    ("个数", Word::Filler),
    ("各责任单位", Word::Filler),
    ("各单位", Word::Filler),
    ("各领域", Word::Filler),
    ("总体情况", Word::Filler),
    ("完成情况", Word::Filler),
    ("情况", Word::Filler),
    ("统计表", Word::Filler),
    ("表", Word::Filler),
    (" ", Word::Filler),
    ("\u{3000}", Word::Filler),
];

impl Word {
    /// Returns the longest word that a text begins with, and its length.
    pub(super) fn at_start(text: &str) -> Option<(usize, Word)> {
        let known = WORDS.iter().filter(|(word, _)| text.starts_with(word));
        known.map(|(word, kind)| (word.len(), *kind)).max_by_key(|(length, _)| *length)
    }
}
