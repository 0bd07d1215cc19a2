//! A small chart as high as a line of text: completion by month against the schedule.

use rust_decimal::Decimal;

use crate::render::svg::drawing::axis::{Axis, amount};
use crate::render::svg::drawing::canvas::{Canvas, Spot};
use crate::render::svg::drawing::stroke::Stroke;
use crate::render::svg::drawing::style::Style;
use crate::render::svg::drawing::text::escape;
use crate::render::svg::variant::Variant;
use crate::theme::Theme;
use crate::view::spark::Spark;

const WIDTH: f64 = 96.0;
const HEIGHT: f64 = 24.0;
/// Room for the dot at the end of the line.
const EDGE: f64 = 3.0;

pub(super) fn draw(view: &Spark, theme: &Theme) -> String {
    let style = Style::of(Variant::Web, theme);
    let mut canvas = Canvas::new(style, "spark");
    let months = f64::from(view.months.max(1)).max(view.actual.len() as f64);
    let across = Axis::exact(months, (EDGE, WIDTH - EDGE));
    let shares = view.actual.iter().chain(&view.schedule).copied().map(amount);
    let down = Axis::fitting(shares.chain([1.0]), (HEIGHT - EDGE, EDGE));
    let base = [(EDGE, down.zero()), (WIDTH - EDGE, down.zero())];
    canvas.line(&base, &Stroke::line(style.ink("grid"), 1.0));
    let schedule = Stroke::line(style.ink("axis"), 1.2).dashed(2.0, 2.4);
    canvas.line(&course(&view.schedule, &across, &down), &schedule);
    let actual = course(&view.actual, &across, &down);
    let ink = style.data_ink(&view.color);
    canvas.line(&actual, &Stroke::line(ink.clone(), 1.8));
    if let (Some(last), false) = (actual.last(), view.actual.is_empty()) {
        canvas.dot(*last, 2.4, &Stroke::fill(ink));
    }
    let (words, shapes) = (escape(&view.description), canvas.elements());
    format!(
        r#"<svg class="spark" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"><title>{words}</title>
{shapes}</svg>"#
    )
}

/// The places of the months' shares, from zero on.
fn course(shares: &[Decimal], across: &Axis, down: &Axis) -> Vec<Spot> {
    let months = shares
        .iter()
        .zip(1..)
        .map(|(share, month)| (across.at(f64::from(month)), down.at(amount(*share))));
    std::iter::once((across.zero(), down.zero())).chain(months).collect()
}
