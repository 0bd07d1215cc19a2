//! Rows of bars in the lamps' colours, with the schedule as a dashed line.

use crate::render::svg::axis::{Axis, amount};
use crate::render::svg::canvas::{Anchor, Canvas, LINE};
use crate::render::svg::legend::{self, Entry, Sign};
use crate::render::svg::pen::Pen;
use crate::render::svg::style::Style;
use crate::render::svg::text::{clean, widest, width, wrap};
use crate::report::chart::{Bar, Bars};
use crate::report::page::Mark;

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
    let rows = view.rows.len() as f64;
    let style = style.fitted((rows * 1.6 + 7.0) * style.text);
    let columns = Columns::of(view, &style);
    let axis = axis(view, &style, &columns);
    let top = legend::draw(&entries(view, &style), &style, canvas)
        + if view.schedule.is_some() { style.text * 1.3 } else { style.text * 0.3 };
    let mut bottom = top;
    let mut rows = Vec::new();
    for bar in &view.rows {
        let row = Row::of(bar, bottom, &axis, &columns, &style);
        bottom += row.height;
        rows.push(row);
    }
    draw_grid(&axis, &style, (top, bottom), canvas);
    for row in &rows {
        row.draw(&axis, &columns, &style, canvas);
    }
    draw_schedule(view, &axis, &style, (top, bottom), canvas);
    bottom + style.small * 1.8
}

impl Columns {
    fn of(view: &Bars, style: &Style) -> Columns {
        let size = style.text;
        let known = view.rows.iter().filter(|row| row.value.is_some());
        let value = widest(known.map(|row| row.text.as_str()), size) * 1.06;
        let word =
            widest(view.rows.iter().map(|row| row.mark.word.as_str()), style.small);
        let word = word.min(style.width * 0.25);
        let word_width = if word > 0.0 { word + style.small * 1.7 } else { 0.0 };
        let value_end = style.width - word_width;
        if style.phone() {
            let end = style.width - style.small * 1.5;
            let bars = (style.small * 1.5, end);
            let name = value_end - value - size;
            return Columns { name, bars, value: value_end, word: value_end };
        }
        let names = widest(view.rows.iter().map(|row| row.label.as_str()), size);
        let name = names.min(style.width * 0.34).max(style.small * 1.5);
        let bars = (name + size * 0.8, value_end - value.max(size * 1.6) - size);
        Columns { name, bars, value: value_end, word: value_end }
    }
}

fn axis(view: &Bars, style: &Style, columns: &Columns) -> Axis {
    let schedule = view.schedule.as_ref().map(|point| amount(point.value));
    let values = view.rows.iter().filter_map(|row| row.value).map(amount);
    let shown = values.chain(schedule).map(|v| v.clamp(-1.0, LONGEST));
    let steps = if style.phone() { 5 } else { 8 };
    Axis::over(shown.chain([1.0]).map(|v| v * 100.0), steps, columns.bars)
}

fn entries(view: &Bars, style: &Style) -> Vec<Entry> {
    let entry = |mark: &Mark| Entry {
        sign: Sign::Swatch,
        pen: Pen::fill(style.own(&mark.color)),
        words: clean(&mark.word),
    };
    view.legend.iter().filter(|mark| !mark.word.is_empty()).map(entry).collect()
}

fn draw_grid(axis: &Axis, style: &Style, (top, bottom): (f64, f64), canvas: &mut Canvas) {
    let grid = Pen::line(style.ink("grid"), 1.0);
    let strong = Pen::line(style.ink("axis"), 1.2);
    for (value, text) in axis.marks() {
        let x = axis.at(value);
        let main = value == 0.0 || value == 100.0;
        canvas.line(&[(x, top), (x, bottom)], if main { &strong } else { &grid });
        let pen = Pen::fill(style.ink(if main { "ink" } else { "muted" }));
        let y = bottom + style.small * 0.95;
        canvas.text((x, y), style.small, Anchor::Middle, &format!("{text}%"), &pen);
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

    fn draw(&self, axis: &Axis, columns: &Columns, style: &Style, canvas: &mut Canvas) {
        let size = style.text;
        let ink = Pen::fill(style.ink("ink"));
        let middle = self.top + self.height / 2.0;
        let (first, bar) = if style.phone() {
            (self.top + size * 0.85, self.top + self.height - size * 0.8)
        } else {
            (middle, middle)
        };
        let anchor = if style.phone() { Anchor::Start } else { Anchor::End };
        let name_x = if style.phone() { 0.0 } else { columns.name };
        let above = if style.phone() { 0.0 } else { 0.5 };
        canvas.lines(&self.name, (name_x, first), above, size, anchor, &ink);
        match self.bar.value.map(amount) {
            Some(value) => {
                let pen = ink.bold_if(value >= 1.0);
                let text = &self.bar.text;
                canvas.text((columns.value, first), size, Anchor::End, text, &pen);
                draw_bar(self.bar, value, bar, axis, style, canvas);
            }
            None => {
                let pen = Pen::fill(style.ink("muted"));
                let x = axis.zero() + size * 0.4;
                let above = if style.phone() { 1.0 } else { 0.5 };
                let lines = &self.reason;
                canvas.lines(lines, (x, bar), above, style.small, Anchor::Start, &pen);
            }
        }
        draw_mark(self.bar, first, columns, style, canvas);
    }
}

/// The word of the lamp beside its colour, as colour alone is lost in black and white.
fn draw_mark(row: &Bar, y: f64, columns: &Columns, style: &Style, canvas: &mut Canvas) {
    if row.mark.word.is_empty() {
        return;
    }
    let x = columns.word + style.small * 0.95;
    canvas.dot((x, y), style.small * 0.32, &Pen::fill(style.own(&row.mark.color)));
    let x = x + style.small * 0.6;
    let pen = Pen::fill(style.ink("ink"));
    let room = style.width - x;
    let size = style.small * (room / width(&row.mark.word, style.small)).clamp(0.6, 1.0);
    canvas.text((x, y), size, Anchor::Start, &row.mark.word, &pen);
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
    let track = Pen::fill(style.ink("faint")).rounded(round);
    canvas.bar((zero, top), axis.at(100.0) - zero, thick, &track);
    let end = axis.at(value * 100.0);
    let color = if row.mark.color.is_empty() {
        style.ink("blue")
    } else {
        style.own(&row.mark.color)
    };
    let (left, right) = (zero.min(end), zero.max(end));
    if right - left > 0.05 {
        let wide = (right - left).max(1.5);
        let pen = Pen::fill(color).rounded(round.min(wide / 2.0));
        canvas.bar((left, top), wide, thick, &pen);
    }
    if value > LONGEST {
        draw_cut(end - thick * 1.2, top, thick, style, canvas);
    }
}

/// Two slanted strokes in the colour of the paper: the bar is longer than the axis.
fn draw_cut(x: f64, top: f64, thick: f64, style: &Style, canvas: &mut Canvas) {
    let pen = Pen::line(style.ink("paper"), thick * 0.2);
    for shift in [0.0, thick * 0.4] {
        let from = (x + shift - thick * 0.2, top + thick * 1.1);
        canvas.line(&[from, (x + shift + thick * 0.2, top - thick * 0.1)], &pen);
    }
}

fn draw_schedule(
    view: &Bars,
    axis: &Axis,
    style: &Style,
    (top, bottom): (f64, f64),
    canvas: &mut Canvas,
) {
    let Some(schedule) = &view.schedule else { return };
    let x = axis.at(amount(schedule.value) * 100.0);
    let line = [(x, top - style.text * 0.25), (x, bottom)];
    canvas.line(&line, &Pen::line(style.ink("paper"), 3.2));
    let dash = style.text * 0.4;
    canvas.line(&line, &Pen::line(style.ink("red"), 1.6).dashed(dash, dash * 0.9));
    let words = clean(format!("{} {}", schedule.note, schedule.text).trim());
    let half = width(&words, style.text) * 0.53;
    let x = x.min(style.width - half).max(half);
    let pen = Pen::fill(style.ink("red")).bold();
    canvas.text((x, top - style.text * 0.85), style.text, Anchor::Middle, &words, &pen);
}
