//! What the charts of the shipped book must show.

use crate::figures::basis::Basis;
use crate::figures::outcome::Known;
use crate::load::load;
use crate::load::source::files::Folder;
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Word;
use crate::model::value::period::Period;
use crate::report::charts::{CHARTS, Draw, chart_called};
use crate::report::listings::spark::spark;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::chart::{Bars, Chart, Drawing, Trajectory};

fn book() -> Book {
    let folder = Folder::open("data".as_ref()).unwrap().only("wushan").unwrap();
    load(&folder).books.remove(0)
}

/// Looks at the funds of a period.
fn with_funds<T>(period: &str, look: impl FnOnce(&IndicatorView) -> T) -> T {
    let (book, period) = (book(), Period::parse(period).unwrap());
    let basis = Basis::of(&book, period.end());
    let figures = basis.figures(&period);
    let sheet = Sheet::alone(&basis, &figures);
    let view = sheet.view("到位资金").unwrap();
    look(&view)
}

fn drawn(view: &IndicatorView, name: &str) -> Chart {
    match chart_called(name).unwrap().draw {
        Draw::Indicator(draw) => draw(view).unwrap(),
        Draw::Assessment(_) => panic!("{name} is drawn from an assessment"),
    }
}

fn trajectory(view: &IndicatorView) -> Trajectory {
    match drawn(view, "走势").drawing {
        Drawing::Trajectory(drawing) => drawing,
        other => panic!("{other:?}"),
    }
}

fn bars(view: &IndicatorView) -> Bars {
    match drawn(view, "单位完成率").drawing {
        Drawing::Bars(drawing) => drawing,
        other => panic!("{other:?}"),
    }
}

#[test]
fn names_are_unique() {
    let names: std::collections::BTreeSet<_> =
        CHARTS.iter().map(|kind| kind.name).collect();
    assert_eq!(names.len(), CHARTS.len());
}

#[test]
fn a_trajectory_ends_at_the_figure_and_its_points_say_whether_they_are_met() {
    with_funds("2023-06", |view| {
        let drawing = trajectory(view);
        let last = drawing.actual.last().unwrap();
        assert_eq!((last.at, Some(last.value)), (6, view.whole().value.known()));
        assert_eq!(drawing.ticks.len(), 12);
        let words: Vec<_> = drawing
            .milestones
            .iter()
            .map(|point| (point.at, point.text.as_str(), point.word.as_str()))
            .collect();
        let verdicts = &view.whole().verdicts;
        let word = |at: usize| match verdicts[at].met {
            Some(true) => "已达到",
            _ => "未达到",
        };
        assert_eq!(
            words,
            [
                (3, "10%", word(0)),
                (6, "50%", word(1)),
                (9, "80%", "未到期"),
                (12, "100%", "未到期")
            ]
        );
    });
}

#[test]
fn a_title_states_the_finding_and_marks_demo_data() {
    with_funds("2023-06", |view| {
        let title = drawn(view, "走势").title;
        let met =
            view.whole().verdicts.last().and_then(|verdict| verdict.met) == Some(true);
        let word =
            if met { "，达到二季度节点" } else { "，未达到二季度节点" };
        assert!(title.starts_with("截至6月底到位资金"), "{title}");
        assert!(title.contains(word) && title.ends_with("（演示数据）"), "{title}");
    });
    with_funds("2023-07", |view| {
        let title = drawn(view, "走势").title;
        assert!(title.contains("序时进度") && !title.contains("节点"), "{title}");
    });
}

#[test]
fn units_stand_in_order_of_completion_and_unknown_ones_last() {
    with_funds("2023-06", |view| {
        let drawing = bars(view);
        let values: Vec<_> = drawing.rows.iter().map_while(|row| row.value).collect();
        assert!(values.windows(2).all(|pair| pair[0] >= pair[1]));
        assert!(drawing.rows[values.len()..].iter().all(|row| row.value.is_none()));
        assert_eq!(drawing.legend.len(), 5);
        assert_eq!(drawing.legend[1].word, "蓝·达标（≥0且＜10）");
        assert_eq!(drawing.schedule.unwrap().text, "50.00%");
    });
}

#[test]
fn a_spark_runs_over_the_year_and_has_no_months_to_come() {
    with_funds("2023-04", |view| {
        let small = spark(view, &Scope::All).unwrap();
        assert_eq!((small.months, small.actual.len(), small.schedule.len()), (12, 4, 12));
        assert_eq!(small.actual.last().copied(), view.whole().completion.known());
    });
}

#[test]
fn the_title_over_the_lamps_counts_what_is_drawn_below() {
    let (book, period) = (book(), Period::parse("2023-06").unwrap());
    let basis = Basis::of(&book, period.end());
    let figures = basis.figures(&period);
    let sheet = Sheet::alone(&basis, &figures);
    let assessment_view = sheet.assessment_views().next().unwrap();
    let Draw::Assessment(draw) = chart_called("五色图").unwrap().draw else {
        panic!("lamps are drawn from an assessment")
    };
    let chart = draw(&assessment_view).unwrap();
    let Drawing::Lamps(lamps) = &chart.drawing else { panic!("{:?}", chart.drawing) };
    assert!(lamps.rows.iter().all(|row| row.marks.len() == lamps.periods.len()));
    assert!(lamps.periods.last().unwrap().contains("6月"));
    for lamp in &lamps.legend {
        let newest = lamps.rows.iter().filter_map(|row| row.marks.last());
        let count = newest.filter(|mark| mark.id == lamp.id).count();
        let name = lamp.word.split('·').next().unwrap();
        let counted = chart.title.contains(&format!("{name}灯{count}个"));
        assert_eq!(counted, count > 0, "{name} {count} in {}", chart.title);
    }
}
