//! 五色图: the lamp of each unit in each period, by the newest ranks.

use crate::figures::scores::context::lamp_set;
use crate::figures::scores::unit::UnitScore;
use crate::model::dictionary::Level;
use crate::model::plan::assessment::lamp::LampSet;
use crate::report::charts::{ChartKind, Draw};
use crate::report::listings::lamp_course::LampCourse;
use crate::report::listings::lamp_words::legend;
use crate::sheet::assessment::AssessmentView;
use crate::sheet::part::lamp_mark;
use crate::sheet::score_text;
use crate::view::chart::{Chart, Drawing, LampRow, Lamps, OnScreen};
use crate::view::inline::Mark;
use crate::view::table::{Cell, Column, Row, Table};
use crate::words::date;
use crate::words::number::DASH;

pub(super) const CHART: ChartKind =
    ChartKind { name: "五色图", level: Level::Internal, draw: Draw::Assessment(draw) };

fn draw(assessment_view: &AssessmentView) -> Option<Chart> {
    let set = lamp_set(assessment_view.plan, assessment_view.assessment)?;
    let course = LampCourse::of(assessment_view);
    let name = &assessment_view.assessment.name;
    let period = date::period(&assessment_view.sheet.figures.period);
    let finding = finding(assessment_view, set, &course);
    let lamps = Lamps {
        periods: course.heads.clone(),
        rows: assessment_view
            .ranked()
            .iter()
            .map(|unit| row(assessment_view, &course, unit))
            .collect(),
        legend: legend(set),
        head: "得分".to_owned(),
    };
    Some(Chart {
        id: format!("chart-lamps-{}", assessment_view.assessment.id),
        title: format!("{finding}{}", assessment_view.demo_mark()),
        subtitle: format!("{name}各期亮灯，按{period}名次排列；括号内是各灯的得分"),
        caption: format!("{name}五色图"),
        description: format!(
            "各单位逐期亮灯图，按{period}名次排列。{finding}。各期的灯见所附的表。"
        ),
        numbers: numbers(&lamps),
        on_screen: OnScreen::Table { legend: lamps.legend.clone() },
        drawing: Drawing::Lamps(lamps),
    })
}

/// A row of marks for each unit.
fn numbers(lamps: &Lamps) -> Table {
    let mut columns = vec![Column::words("单位", 1)];
    columns.extend(lamps.periods.iter().map(|period| Column::words(period, 1)));
    columns.push(Column::numbers(&lamps.head, 1));
    Table::bare(columns, lamps.rows.iter().map(table_row).collect())
}

fn table_row(row: &LampRow) -> Row {
    let mut cells = vec![Cell::text(&row.label)];
    cells.extend(row.marks.iter().map(|mark| {
        if mark.id.is_empty() { Cell::text(DASH) } else { Cell::mark(mark.clone()) }
    }));
    cells.push(Cell::text(&row.note));
    Row::body(cells)
}

fn row(
    assessment_view: &AssessmentView,
    course: &LampCourse,
    unit: &UnitScore,
) -> LampRow {
    LampRow {
        label: assessment_view.sheet.short_name(&unit.scope()),
        marks: marks(course, unit),
        note: score_text::total(assessment_view.assessment, unit),
    }
}

/// The lamps by the one word of their colour, which leaves room for the periods.
fn marks(course: &LampCourse, unit: &UnitScore) -> Vec<Mark> {
    let mark = |score: Option<&UnitScore>| {
        let lamp = score.and_then(|score| score.lamp.as_ref());
        let word = lamp.map(|lamp| lamp.name.clone()).unwrap_or_default();
        Mark { word, ..lamp_mark(lamp) }
    };
    course.scores(unit).map(mark).collect()
}

/// How many units have which lamp, and how many turned for the better and for the worse.
fn finding(
    assessment_view: &AssessmentView,
    set: &LampSet,
    course: &LampCourse,
) -> String {
    let place =
        |mark: &Mark| set.lamps.iter().position(|lamp| lamp.id.as_str() == mark.id);
    let units = assessment_view.scores.units.len();
    let (mut counts, mut better, mut worse) = (vec![0; set.lamps.len()], 0, 0);
    for unit in &assessment_view.scores.units {
        let marks = marks(course, unit);
        let mut newest = marks.iter().rev().map(place);
        let (Some(Some(now)), before) = (newest.next(), newest.next().flatten()) else {
            continue;
        };
        counts[now] += 1;
        better += usize::from(before.is_some_and(|before| now < before));
        worse += usize::from(before.is_some_and(|before| now > before));
    }
    let dark = units - counts.iter().sum::<usize>();
    let lit = counts
        .iter()
        .zip(&set.lamps)
        .filter(|(count, _)| **count > 0)
        .map(|(count, lamp)| format!("{}灯{count}个", lamp.name));
    let lit: Vec<String> =
        lit.chain((dark > 0).then(|| format!("不亮灯{dark}个"))).collect();
    let turned = match (course.heads.len() > 1, better, worse) {
        (false, ..) => String::new(),
        (true, 0, 0) => "，与上期相同".to_owned(),
        (true, better, worse) => format!("；比上期好转{better}个、变差{worse}个"),
    };
    format!("{units}个单位中{}{turned}", lit.join("、"))
}
