//! Charts as series and texts; not how they are drawn.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::view::inline::Mark;
use crate::view::table::Table;

/// A chart with its title, its description for screen readers and its drawing data.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Chart {
    /// Id on the page, unique, also the anchor.
    pub id: String,
    /// Title: states the finding; says 演示 itself where the data are demo.
    pub title: String,
    /// Line under the title: what is drawn, in which unit.
    pub subtitle: String,
    /// Caption under the chart in the PDF, such as 全县到位资金与节点目标.
    pub caption: String,
    /// What the chart shows, in one or two sentences, for those who cannot see it.
    pub description: String,
    /// What is drawn.
    pub drawing: Drawing,
    /// The same as a table.
    pub numbers: Table,
    /// How a page of the site shows it.
    pub on_screen: OnScreen,
}

/// How a page of the site shows a chart.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum OnScreen {
    /// Drawn, with the table of its numbers folded up below.
    Drawing,
    /// As the table alone.
    Table {
        /// The marks in its cells, with the words of their conditions.
        legend: Vec<Mark>,
    },
}

/// What is drawn, by kind of chart.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Drawing {
    /// Cumulative values by month against the milestones of a curve.
    Trajectory(Trajectory),
    /// One bar a row in the lamps' colours, with the schedule as a line.
    Bars(Bars),
    /// Actual against target, one pair of bars a row.
    Pairs(Pairs),
    /// A row of lamps for each unit, one for each period.
    Lamps(Lamps),
    /// How far each row is below what is due or above it.
    Gaps(Gaps),
}

/// Cumulative values over the months of a span of one or several years.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Trajectory {
    /// Label of each month's tick, the whole span; empty labels are drawn without text.
    pub ticks: Vec<Tick>,
    /// The actual cumulative values; `at` is 1 for the end of the first month.
    pub actual: Vec<Point>,
    /// The points of the curve, as amounts; empty if the plan has no curve.
    pub milestones: Vec<Milestone>,
    /// Whether the curve is drawn as steps between its points, or straight.
    pub stepped: bool,
    /// The target at the end of the span.
    pub target: Option<Point>,
    /// The projection for the end of the span.
    pub projection: Option<Point>,
}

/// A tick on the time axis.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tick {
    /// Position: months since the start of the span.
    pub at: u32,
    /// Text, such as 6月 or 2023年; empty for a tick without text.
    pub text: String,
    /// Whether a vertical line marks it as the end of the year that its text names.
    pub line: bool,
}

/// A value at a time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Point {
    /// Months since the start of the span.
    pub at: u32,
    /// Value, in the chart's unit.
    pub value: Decimal,
    /// Value as printed.
    pub text: String,
    /// A note such as 2023年底 or 完成 56.20%; may be empty.
    pub note: String,
}

/// A point of the curve.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Milestone {
    /// Months since the start of the span.
    pub at: u32,
    /// Amount due.
    pub value: Decimal,
    /// Label, such as 50%.
    pub text: String,
    /// Whether it was met; `None` if it is not due yet.
    pub met: Option<bool>,
    /// The word for that: 已达到, 未达到, 未到期.
    pub word: String,
}

/// Rows of bars.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bars {
    /// The rows, in the order drawn.
    pub rows: Vec<Bar>,
    /// The schedule as a share, with its label; `None` without a curve.
    pub schedule: Option<Point>,
    /// The lamps in use, in their order, with the words of their conditions.
    pub legend: Vec<Mark>,
}

/// One bar.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bar {
    /// Name of the row.
    pub label: String,
    /// Completion as a share (1 = 100 %); `None` if it is unknown.
    pub value: Option<Decimal>,
    /// Value as printed, or the reason why it is missing.
    pub text: String,
    /// Lamp.
    pub mark: Mark,
}

/// Rows of pairs of bars.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pairs {
    /// The rows, in the order drawn.
    pub rows: Vec<Pair>,
    /// Name of the first bar, such as 完成数.
    pub actual: String,
    /// Name of the second bar, such as 目标.
    pub target: String,
}

/// One pair of bars.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pair {
    /// Name of the row.
    pub label: String,
    /// Actual value, in the chart's unit.
    pub actual: Decimal,
    /// Actual value as printed.
    pub actual_text: String,
    /// Target, in the chart's unit; `None` if none was set.
    pub target: Option<Decimal>,
    /// Target as printed, or the reason why it is missing.
    pub target_text: String,
    /// Text at the end of the row, such as 完成 56.20%.
    pub note: String,
}

/// Bars to both sides of what is due.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Gaps {
    /// The rows, in the order drawn.
    pub rows: Vec<Gap>,
}

/// One bar: below what is due to the left, above it to the right.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Gap {
    /// Name of the row.
    pub label: String,
    /// How far it is above, in the chart's unit; negative where it is below.
    pub value: Decimal,
    /// That as printed, with its sign.
    pub text: String,
    /// The same with its unit and what else is said of the row.
    pub hint: String,
    /// Lamp; empty id for none.
    pub mark: Mark,
    /// Whether it is a group of the rows that follow.
    pub is_group: bool,
}

/// The lamps of units over the periods.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Lamps {
    /// Heads of the periods, the newest last.
    pub periods: Vec<String>,
    /// The rows, in the order drawn.
    pub rows: Vec<LampRow>,
    /// The lamps in their order, with the words of their conditions.
    pub legend: Vec<Mark>,
    /// Head of the notes, such as 得分.
    pub head: String,
}

/// The lamps of a unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LampRow {
    /// Name of the row.
    pub label: String,
    /// The lamp of each period, its word short; empty id for none.
    pub marks: Vec<Mark>,
    /// Text at the end of the row, such as 103.30分.
    pub note: String,
}
