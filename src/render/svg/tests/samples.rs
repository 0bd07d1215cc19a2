//! Charts for the tests: usual ones, and those that break careless drawings.

use rust_decimal::Decimal;

use crate::view::chart::{
    Bar, Bars, Chart, Drawing, Milestone, OnScreen, Pair, Pairs, Point, Tick, Trajectory,
};
use crate::view::inline::Mark;
use crate::view::spark::Spark;
use crate::view::table::Table;

pub(crate) const HOSTILE: &str =
    "<script>alert(\"1\")</script>]]>&'\u{0}\u{1b}\n\u{202e}";
const LONG: &str = "中共县委城乡融合发展和招商引资工作委员会";

pub(crate) fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

pub(crate) fn chart(id: &str, drawing: Drawing) -> Chart {
    let text = |text: &str| text.to_owned();
    Chart {
        id: text(id),
        title: text("标题"),
        subtitle: String::new(),
        caption: String::new(),
        description: text("说明"),
        drawing,
        numbers: Table::default(),
        on_screen: OnScreen::Drawing,
    }
}

pub(crate) fn point(at: u32, value: &str, note: &str) -> Point {
    Point { at, value: number(value), text: value.to_owned(), note: note.to_owned() }
}

fn milestone(at: u32, value: &str, text: &str, met: Option<bool>) -> Milestone {
    let word = match met {
        Some(true) => "已达到",
        Some(false) => "未达到",
        None => "未到期",
    };
    Milestone {
        at,
        value: number(value),
        text: text.to_owned(),
        met,
        word: word.to_owned(),
    }
}

fn months(count: u32) -> Vec<Tick> {
    let tick = |at| Tick { at, text: format!("{at}月"), line: false };
    (1..=count).map(tick).collect()
}

/// A year until October, with a stepped curve, a target and a projection.
pub(crate) fn year() -> Trajectory {
    let values = [118, 265, 453, 598, 762, 968, 1098, 1243, 1422];
    let mut actual: Vec<Point> =
        values.iter().zip(1..).map(|(v, at)| point(at, &v.to_string(), "")).collect();
    actual.push(point(10, "1528.6", "完成 87.60%"));
    Trajectory {
        ticks: months(12),
        actual,
        milestones: vec![
            milestone(1, "174.5", "10%", Some(false)),
            milestone(6, "872.5", "50%", Some(true)),
            milestone(9, "1396", "80%", Some(true)),
            milestone(12, "1745", "100%", None),
        ],
        stepped: true,
        target: Some(point(12, "1745", "目标")),
        projection: Some(point(12, "1816", "预计")),
    }
}

/// Three years, without a curve.
pub(crate) fn three_years() -> Trajectory {
    let mut value = 0;
    let actual = (1..=22).map(|at| {
        value += 40 + (at * 37 % 60) as i32;
        let note = match at {
            12 => "2025年底",
            22 => "2026年10月 · 完成 56.20%",
            _ => "",
        };
        point(at, &value.to_string(), note)
    });
    let tick = |at| Tick {
        at,
        text: if at % 12 == 0 { format!("{}年", 2024 + at / 12) } else { String::new() },
        line: at % 12 == 0,
    };
    Trajectory {
        actual: actual.collect(),
        ticks: (1..=36).filter(|at| at % 3 == 0).map(tick).collect(),
        milestones: Vec::new(),
        stepped: false,
        target: Some(point(36, "3000", "三年目标")),
        projection: Some(point(36, "2760", "按现进度2027年底预计")),
    }
}

/// A curve with a point for every month, nearly equal values, target reached.
pub(crate) fn crowded() -> Trajectory {
    let due = |at: u32| {
        let met = (at < 9).then_some(!at.is_multiple_of(3));
        milestone(at, &(at * 10).to_string(), &format!("{}%", at * 8), met)
    };
    let actual =
        (1..=9).map(|at| point(at, &format!("{}.25", at * 10 + 3), "")).collect();
    Trajectory {
        ticks: months(12),
        actual,
        milestones: (1..=12).map(due).collect(),
        stepped: false,
        target: Some(point(12, "120", "")),
        projection: Some(point(12, "124.33", "")),
    }
}

/// The year is over, and target, projection and value are nearly the same.
pub(crate) fn finished() -> Trajectory {
    let mut view = year();
    view.actual.push(point(11, "1640", ""));
    view.actual.push(point(12, "1742.35", "完成 99.85%"));
    view.projection = None;
    view.milestones[3].met = Some(false);
    view.milestones[3].word = "未达到".to_owned();
    view
}

pub(crate) fn only_target() -> Trajectory {
    Trajectory { actual: Vec::new(), projection: None, ..year() }
}

pub(crate) fn negative() -> Trajectory {
    Trajectory {
        actual: vec![point(1, "-3.5", ""), point(2, "-1.25", ""), point(3, "0.8", "")],
        milestones: Vec::new(),
        target: None,
        projection: None,
        ..year()
    }
}

pub(crate) fn empty_trajectory() -> Trajectory {
    Trajectory {
        ticks: Vec::new(),
        actual: Vec::new(),
        milestones: Vec::new(),
        stepped: false,
        target: None,
        projection: None,
    }
}

pub(crate) const LAMPS: [(&str, &str, &str); 5] = [
    ("green", "完成", "#1b7f5c"),
    ("blue", "较快", "#2f6db5"),
    ("yellow", "一般", "#d9a406"),
    ("orange", "偏慢", "#e0702a"),
    ("red", "滞后", "#c6282e"),
];

fn mark(index: usize, condition: &str) -> Mark {
    let (id, word, color) = LAMPS[index];
    let word = format!("{word}{condition}");
    Mark { id: id.to_owned(), word, color: color.to_owned() }
}

pub(crate) fn bar(label: &str, share: Option<&str>, lamp: usize) -> Bar {
    let value = share.map(number);
    let percent = |v: Decimal| format!("{:.2}%", v * Decimal::ONE_HUNDRED);
    let text = value.map_or("未下达任务目标，不参加本期排位".to_owned(), percent);
    let mark = if value.is_some() { mark(lamp, "") } else { Mark::default() };
    Bar { label: label.to_owned(), value, text, mark }
}

pub(crate) fn bars(rows: Vec<Bar>) -> Bars {
    let conditions =
        ["（≥100%）", "（80%—100%）", "（60%—80%）", "（40%—60%）", "（＜40%）"];
    let legend = conditions.iter().enumerate().map(|(i, words)| mark(i, words)).collect();
    let schedule =
        Point { text: "83.33%".to_owned(), ..point(10, "0.8333", "序时进度") };
    Bars { rows, schedule: Some(schedule), legend }
}

/// So many rows, from far above the target down.
pub(crate) fn ranking(count: u32) -> Bars {
    let names = ["高新技术产业开发区", "县经济信息委", "县农业农村委", "巫峡镇", LONG];
    let row = |index: u32| {
        let share = Decimal::new(1124, 3)
            - Decimal::new(i64::from(index) * 1100, 3) / Decimal::from(count);
        let lamp = match share {
            s if s >= Decimal::ONE => 0,
            s if s >= number("0.8") => 1,
            s if s >= number("0.6") => 2,
            s if s >= number("0.4") => 3,
            _ => 4,
        };
        bar(names[index as usize % 4], Some(&share.to_string()), lamp)
    };
    bars((0..count).map(row).collect())
}

/// Long names, nothing known, zero, negative, far above.
pub(crate) fn odd_bars() -> Bars {
    bars(vec![
        bar(LONG, Some("4"), 0),
        bar("最好", Some("37.5"), 0),
        bar(LONG, None, 0),
        bar("零", Some("0"), 4),
        bar("负", Some("-0.21"), 4),
        bar(HOSTILE, Some("0.001"), 4),
    ])
}

pub(crate) fn pair(label: &str, actual: &str, target: Option<&str>) -> Pair {
    Pair {
        label: label.to_owned(),
        actual: number(actual),
        actual_text: actual.to_owned(),
        target: target.map(number),
        target_text: target.unwrap_or("未下达").to_owned(),
        note: target.map_or(String::new(), |_| "完成 56.20%".to_owned()),
    }
}

pub(crate) fn pairs(rows: Vec<Pair>) -> Pairs {
    Pairs { rows, actual: "完成数".to_owned(), target: "目标".to_owned() }
}

pub(crate) fn odd_pairs() -> Pairs {
    pairs(vec![
        pair("先进材料产业链", "112.5", Some("300")),
        pair("清洁能源", "286", Some("260")),
        pair(LONG, "41.25", None),
        pair("文化旅游", "0", Some("80")),
        pair("现代农业", "-12.5", Some("60")),
        pair(HOSTILE, "33.33", Some("33.33")),
    ])
}

pub(crate) fn spark(actual: &[&str]) -> Spark {
    let schedule = (1..=12).map(|month| Decimal::from(month) / Decimal::from(12));
    Spark {
        months: 12,
        actual: actual.iter().map(|share| number(share)).collect(),
        schedule: schedule.collect(),
        description: "六月底完成 40%".to_owned(),
        color: LAMPS[4].2.to_owned(),
    }
}

/// Every drawing of this file, by name.
pub(crate) fn all() -> Vec<Chart> {
    let trajectories = [
        ("year", year()),
        ("three-years", three_years()),
        ("crowded", crowded()),
        ("finished", finished()),
        ("only-target", only_target()),
        ("negative", negative()),
        ("empty-trajectory", empty_trajectory()),
    ];
    let bars = [
        ("bars-29", ranking(29)),
        ("bars-3", ranking(3)),
        ("bars-60", ranking(60)),
        ("bars-odd", odd_bars()),
        ("bars-none", bars(Vec::new())),
    ];
    let many = (0..26).map(|_| pair("县经济信息委", "18.5", Some("33"))).collect();
    let pairs = [("pairs", odd_pairs()), ("pairs-26", pairs(many))];
    let trajectories =
        trajectories.into_iter().map(|(id, view)| chart(id, Drawing::Trajectory(view)));
    let bars = bars.into_iter().map(|(id, view)| chart(id, Drawing::Bars(view)));
    let pairs = pairs.into_iter().map(|(id, view)| chart(id, Drawing::Pairs(view)));
    trajectories.chain(bars).chain(pairs).collect()
}
