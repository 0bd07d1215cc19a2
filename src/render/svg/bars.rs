//! Rows of bars in the lamps' colours, with the schedule as a dashed line.

use crate::render::svg::drawing::axis::{Axis, amount};
use crate::render::svg::drawing::canvas::{Anchor, Canvas, LINE};
use crate::render::svg::drawing::lamp;
use crate::render::svg::drawing::legend;
use crate::render::svg::drawing::legend::Entry;
use crate::render::svg::drawing::stroke::Stroke;
use crate::render::svg::drawing::style::{Style, halo};
use crate::render::svg::drawing::text::{clean, widest, width, wrap};
use crate::view::chart::{Bar, Bars, Point};

/// Beyond this many times the target a bar is cut, so that the others can still be compared.
const LONGEST: f64 = 4.0;

/// The columns of the drawing: names, bars, values, words of the lamps.
struct Columns {
    name: f64,
    bars: (f64, f64),
    value: f64,
    word: f64,
}

pub(super) fn draw(view: &Bars, style: &Style, canvas: &mut Canvas) -> f64 {
    if view.rows.is_empty() {
        return canvas.nothing(style);
    }
    let count = view.rows.len() as f64;
    let style = style.fitted((count * 1.6 + 7.0) * style.text);
    let columns = Columns::of(view, &style);
    let axis = axis_of(view, &style, &columns);
    let top = legend::draw(&entries(view, &style), &style, canvas)
        + if view.schedule.is_some() { style.text * 1.3 } else { style.text * 0.3 };
    let mut bottom = top;
    let mut rows = Vec::new();
    for bar in &view.rows {
        let row = Row::of(bar, bottom, &axis, &columns, &style);
        bottom += row.height;
        rows.push(row);
    }
    // On a telephone names stand above their bars, and no line may run through them.
    let bands = if style.phone() {
        rows.iter().map(|row| row.band(&style)).collect()
    } else {
        vec![(top - style.text * 0.25, bottom)]
    };
    draw_grid(&axis, &style, &bands, canvas);
    for row in &rows {
        row.draw_bar(&axis, &style, canvas);
    }
    if let Some(schedule) = &view.schedule {
        draw_schedule(schedule, &axis, &style, top, &bands, canvas);
    }
    for row in &rows {
        row.draw_words(&axis, &columns, &style, canvas);
    }
    bottom + style.small * 1.8
}

impl Columns {
    fn of(view: &Bars, style: &Style) -> Columns {
        let size = style.text;
        let valued = view.rows.iter().filter(|row| row.value.is_some());
        let value = widest(valued.map(|row| row.text.as_str()), size) * 1.06;
        let words = view.rows.iter().map(|row| row.mark.word.as_str());
        let word = widest(words, style.small).min(style.width * 0.25);
        let word_width = if word > 0.0 { word + style.small * 1.7 } else { 0.0 };
        let value_end = style.width - word_width;
        if style.phone() {
            let bars = (1.0, style.width - 1.0);
            let name = value_end - value - size;
            return Columns { name, bars, value: value_end, word: value_end };
        }
        let names = widest(view.rows.iter().map(|row| row.label.as_str()), size);
        let name = names.min(style.width * 0.34).max(style.small * 1.5);
        let from = name + size * 0.8;
        let to = value_end - value.max(size * 1.6) - size;
        let bars = (from, to.max(from + size));
        Columns { name, bars, value: value_end, word: value_end }
    }
}

fn axis_of(view: &Bars, style: &Style, columns: &Columns) -> Axis {
    let values = view.rows.iter().filter_map(|row| row.value);
    let schedule = view.schedule.as_ref().map(|point| point.value);
    let shares = values.chain(schedule).map(|share| amount(share).clamp(-1.0, LONGEST));
    let steps = if style.phone() { 5 } else { 8 };
    Axis::tight(shares.chain([1.0]).map(|share| share * 100.0), steps, columns.bars)
}

fn entries(view: &Bars, style: &Style) -> Vec<Entry> {
    let named = view.legend.iter().filter(|mark| !mark.word.is_empty());
    named.map(|mark| Entry::of_lamp(mark, style)).collect()
}

fn draw_grid(axis: &Axis, style: &Style, bands: &[(f64, f64)], canvas: &mut Canvas) {
    let bottom = bands.last().map_or(0.0, |band| band.1);
    let grid = Stroke::line(style.ink("grid"), style.thin);
    let strong = Stroke::line(style.ink("axis"), style.thin * 1.2);
    for (value, text) in axis.marks() {
        let x = axis.at(value);
        let main = value == 0.0 || value == 100.0;
        for (from, to) in bands {
            canvas.line(&[(x, *from), (x, *to)], if main { &strong } else { &grid });
        }
        let stroke = Stroke::fill(style.ink(if main { "ink" } else { "muted" }));
        let spot = (x, bottom + style.small * 0.95);
        canvas.centered(spot, style.small, &format!("{text}%"), style.width, &stroke);
    }
}

/// A row as laid out.
struct Row<'a> {
    bar: &'a Bar,
    name: Vec<String>,
    reason: Vec<String>,
    top: f64,
    height: f64,
}

impl<'a> Row<'a> {
    fn of(
        bar: &'a Bar,
        top: f64,
        axis: &Axis,
        columns: &Columns,
        style: &Style,
    ) -> Row<'a> {
        let name = wrap(&clean(&bar.label), style.text, columns.name);
        let room = columns.value - axis.zero() - style.text;
        let reason = match bar.value {
            Some(_) => Vec::new(),
            None => wrap(&clean(&bar.text), style.small, room),
        };
        let more =
            |lines: &[String]| (lines.len() as f64 - 1.0).max(0.0) * style.text * LINE;
        let height = if style.phone() {
            style.text * 2.7 + more(&name) + more(&reason)
        } else {
            style.text * 1.6 + more(&name).max(more(&reason))
        };
        Row { bar, name, reason, top, height }
    }

    /// The heights of the first line of the name and of the bar.
    fn levels(&self, style: &Style) -> (f64, f64) {
        if style.phone() {
            let bottom = self.top + self.height;
            return (self.top + style.text * 0.85, bottom - style.text * 0.8);
        }
        let middle = self.top + self.height / 2.0;
        (middle, middle)
    }

    /// From where to where lines cross the bar.
    fn band(&self, style: &Style) -> (f64, f64) {
        let middle = self.levels(style).1;
        (middle - style.text * 0.55, middle + style.text * 0.55)
    }

    fn draw_bar(&self, axis: &Axis, style: &Style, canvas: &mut Canvas) {
        if let Some(value) = self.bar.value {
            draw_bar(self.bar, amount(value), self.levels(style).1, axis, style, canvas);
        }
    }

    fn draw_words(
        &self,
        axis: &Axis,
        columns: &Columns,
        style: &Style,
        canvas: &mut Canvas,
    ) {
        let size = style.text;
        let (name, bar) = self.levels(style);
        let ink = halo(style, "ink");
        // On a telephone the blocks of lines hang from the name and stand on the bar.
        let (x, above, anchor) = if style.phone() {
            (0.0, 0.0, Anchor::Start)
        } else {
            (columns.name, 0.5, Anchor::End)
        };
        canvas.lines(&self.name, (x, name), above, size, anchor, &ink);
        let beside = (axis.zero() + size * 0.4, bar);
        let above = if style.phone() { 1.0 } else { 0.5 };
        let muted = halo(style, "muted");
        canvas.lines(&self.reason, beside, above, style.small, Anchor::Start, &muted);
        if let Some(value) = self.bar.value.map(amount) {
            let stroke = ink.bold_if(value >= 1.0);
            canvas.text(
                (columns.value, name),
                size,
                Anchor::End,
                &self.bar.text,
                &stroke,
            );
        }
        draw_mark(self.bar, name, columns, style, canvas);
    }
}

/// The word of the lamp beside its colour, as colour alone is lost in black and white.
fn draw_mark(row: &Bar, y: f64, columns: &Columns, style: &Style, canvas: &mut Canvas) {
    if row.mark.word.is_empty() {
        return;
    }
    let sign_x = columns.word + style.small * 0.95;
    lamp::draw(&row.mark, (sign_x, y), style.small * 0.36, style, canvas);
    let word_x = sign_x + style.small * 0.6;
    let stroke = Stroke::fill(style.ink("ink"));
    let room = style.width - word_x;
    let size = style.small * (room / width(&row.mark.word, style.small)).clamp(0.6, 1.0);
    canvas.text((word_x, y), size, Anchor::Start, &row.mark.word, &stroke);
}

fn draw_bar(
    row: &Bar,
    value: f64,
    middle: f64,
    axis: &Axis,
    style: &Style,
    canvas: &mut Canvas,
) {
    let thick = style.text * if style.phone() { 0.7 } else { 0.95 };
    let top = middle - thick / 2.0;
    let zero = axis.zero();
    let round = thick * 0.2;
    let track = Stroke::fill(style.ink("faint")).rounded(round);
    canvas.bar((zero, top), axis.at(100.0) - zero, thick, &track);
    let end = axis.at(value * 100.0);
    let color = if row.mark.color.is_empty() {
        style.ink("blue")
    } else {
        style.data_ink(&row.mark.color)
    };
    let (left, right) = (zero.min(end), zero.max(end));
    if right - left > 0.05 {
        let wide = (right - left).max(1.5);
        let stroke = Stroke::fill(color).rounded(round.min(wide / 2.0));
        canvas.bar((left, top), wide, thick, &stroke);
    }
    if value > LONGEST {
        draw_cut(end - thick * 1.2, top, thick, style, canvas);
    }
}

/// Two slanted strokes in the colour of the paper: the bar is longer than the axis.
fn draw_cut(x: f64, top: f64, thick: f64, style: &Style, canvas: &mut Canvas) {
    let stroke = Stroke::line(style.ink("paper"), thick * 0.2);
    for shift in [0.0, thick * 0.4] {
        let from = (x + shift - thick * 0.2, top + thick * 1.1);
        canvas.line(&[from, (x + shift + thick * 0.2, top - thick * 0.1)], &stroke);
    }
}

/// The dashed line of the schedule, straight over the bars, which it does not cut.
fn draw_schedule(
    schedule: &Point,
    axis: &Axis,
    style: &Style,
    top: f64,
    bands: &[(f64, f64)],
    canvas: &mut Canvas,
) {
    let x = axis.at(amount(schedule.value) * 100.0);
    let dash = style.text * 0.4;
    let stroke =
        Stroke::line(style.ink("red"), style.thin * 1.6).dashed(dash, dash * 0.9);
    for (from, to) in bands {
        canvas.line(&[(x, *from), (x, *to)], &stroke);
    }
    let words = format!("{} {}", schedule.note, schedule.text);
    let stroke = Stroke::fill(style.ink("red")).bold();
    let spot = (x, top - style.text * 0.85);
    canvas.centered(spot, style.text, &clean(&words), style.width, &stroke);
}
