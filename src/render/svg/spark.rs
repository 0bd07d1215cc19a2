//! A small chart as high as a line of text: completion by month against the schedule.

use rust_decimal::Decimal;

use crate::render::svg::Variant;
use crate::render::svg::drawing::axis::{Axis, amount};
use crate::render::svg::drawing::backend;
use crate::render::svg::drawing::canvas::{Canvas, Spot};
use crate::render::svg::drawing::stroke::Stroke;
use crate::render::svg::drawing::style::Style;
use crate::render::svg::drawing::text::escape;
use crate::theme::Theme;
use crate::view::spark::Spark;

const WIDTH: f64 = 96.0;
const HEIGHT: f64 = 24.0;
/// Room for the dot at the end of the line.
const EDGE: f64 = 3.0;

pub(super) fn draw(view: &Spark, theme: &Theme) -> String {
    let style = Style::of(Variant::Web, theme);
    let mut canvas = Canvas::default();
    let span = [f64::from(view.months.max(1)), view.actual.len() as f64];
    let across = Axis::exact(span[0].max(span[1]), (EDGE, WIDTH - EDGE));
    let shares = view.actual.iter().chain(&view.schedule).copied().map(amount);
    let down = Axis::fitting(shares.chain([1.0]), (HEIGHT - EDGE, EDGE));
    let course = |shares: &[Decimal]| -> Vec<Spot> {
        let start = (across.zero(), down.zero());
        let month = |(index, share): (usize, &Decimal)| {
            (across.at(index as f64 + 1.0), down.at(amount(*share)))
        };
        std::iter::once(start).chain(shares.iter().enumerate().map(month)).collect()
    };
    let base = [(EDGE, down.zero()), (WIDTH - EDGE, down.zero())];
    canvas.line(&base, &Stroke::line(style.ink("grid"), 1.0));
    let schedule = Stroke::line(style.ink("axis"), 1.2).dashed(2.0, 2.4);
    canvas.line(&course(&view.schedule), &schedule);
    let actual = course(&view.actual);
    canvas.line(&actual, &Stroke::line(style.own(&view.color), 1.8));
    if let (Some(last), false) = (actual.last(), view.actual.is_empty()) {
        canvas.dot(*last, 2.4, &Stroke::fill(style.own(&view.color)));
    }
    let words = escape(&view.description);
    let shapes = backend::paint(canvas.shapes(), (WIDTH, HEIGHT), &style);
    format!(
        r#"<svg class="spark" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"><title>{words}</title>
{shapes}</svg>"#
    )
}
