//! What the columns of a table hold.

/// What a column holds, by the words of its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Target,
    Value,
    LastYear,
    Rate,
    Schedule,
    Lead,
    Growth,
    Share,
    Score,
    Rank,
    Number,
    Other,
}

/// Heads by the words they contain; the first that fits counts.
const HEADS: &[(&[&str], Column)] = &[
    (&["名次", "排名", "排位", "位次"], Column::Rank),
    (&["序号", "编号"], Column::Number),
    (
        &["超欠", "超序时", "欠序时", "超进度", "欠进度", "超（欠）", "超(欠)"],
        Column::Lead,
    ),
    (&["序时"], Column::Schedule),
    (&["同比", "增幅", "增长"], Column::Growth),
    (&["占比", "比重"], Column::Share),
    (&["完成率", "完成比例", "完成进度", "占目标", "占任务", "%", "％"], Column::Rate),
    (&["上年", "去年", "同期"], Column::LastYear),
    (&["目标", "任务", "计划"], Column::Target),
    (&["得分", "总分", "分数"], Column::Score),
    (&["完成", "到位", "实际", "累计", "本期", "金额", "签约", "开工"], Column::Value),
];

impl Column {
    /// Returns what a column holds by its head.
    pub(super) fn of(head: &str) -> Column {
        HEADS
            .iter()
            .find(|(words, _)| words.iter().any(|word| head.contains(word)))
            .map_or(Column::Other, |(_, kind)| *kind)
    }

    /// Returns whether it holds what is computed from other columns.
    pub(super) fn is_derived(self) -> bool {
        matches!(
            self,
            Column::Rate | Column::Lead | Column::Growth | Column::Share | Column::Rank
        )
    }
}
