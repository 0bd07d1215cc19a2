//! A row of lamps for each unit: what each period's lamp was, by a shape, a word and a colour.

use crate::render::svg::canvas::{Anchor, Canvas, LINE, Spot};
use crate::render::svg::legend::{self, Entry, Sign};
use crate::render::svg::pen::Pen;
use crate::render::svg::style::Style;
use crate::render::svg::text::{clean, widest, width, wrap};
use crate::report::chart::{LampRow, Lamps};
use crate::report::page::Mark;
use crate::words::number::DASH;

/// Height of a row, in sizes of type; of one whose words stand below their signs.
const ROW: f64 = 1.75;
const TALL: f64 = 2.9;
/// Width of a sign and of the space to its word, in sizes of type.
const SIGN: f64 = 1.0;
const SPACE: f64 = 0.3;
/// A word must stand nearer to its own sign than to the next.
const CLOSE: f64 = 1.3;

/// The columns: names, periods, notes.
struct Columns {
    name: f64,
    first: f64,
    step: f64,
    note: f64,
    /// Whether the words have no room beside their signs.
    stacked: bool,
}

pub(super) fn draw(view: &Lamps, style: &Style, canvas: &mut Canvas) -> f64 {
    if view.rows.is_empty() || view.periods.is_empty() {
        return canvas.nothing(style);
    }
    let style = style.fitted((view.rows.len() as f64 * ROW + 7.0) * style.text);
    let columns = Columns::of(view, &style);
    let top = legend::draw(&entries(view, &style), &style, canvas) + style.text * 0.4;
    let mut y = top + style.text * 1.5;
    let rows: Vec<(f64, Row)> = view
        .rows
        .iter()
        .map(|row| {
            let row = Row::of(row, &columns, &style);
            let at = y;
            y += row.height;
            (at, row)
        })
        .collect();
    draw_newest(view, &columns, (top, y), &style, canvas);
    draw_heads(view, &columns, top + style.text * 0.7, &style, canvas);
    for (at, row) in &rows {
        let grid = Pen::line(style.ink("grid"), style.thin);
        canvas.line(&[(0.0, *at), (style.width, *at)], &grid);
        row.draw(view, *at, &columns, &style, canvas);
    }
    y + style.thin
}

impl Columns {
    fn of(view: &Lamps, style: &Style) -> Columns {
        let size = style.text;
        let names = widest(view.rows.iter().map(|row| row.label.as_str()), size);
        let name = names.min(style.width * 0.28);
        // A telephone has no room for the notes, which the table below the drawing holds.
        let notes = view.rows.iter().map(|row| row.note.as_str()).chain([&*view.head]);
        let note = if style.phone() { 0.0 } else { widest(notes, style.small) * 1.08 };
        let first = name + size * 0.6;
        let room = style.width - first - note - if note > 0.0 { size * 0.6 } else { 0.0 };
        let step = room / view.periods.len() as f64;
        let word = widest(words(view), style.small);
        let beside = style.small * (SIGN + SPACE) + word;
        Columns { name, first, step, note, stacked: beside * CLOSE > step }
    }

    fn middle(&self, at: usize) -> f64 {
        self.first + self.step * (at as f64 + 0.5)
    }
}

fn words(view: &Lamps) -> impl Iterator<Item = &str> {
    view.rows.iter().flat_map(|row| &row.marks).map(|mark| mark.word.as_str())
}

/// The sign of a lamp: its place among the lamps says which shape.
fn sign(view: &Lamps, mark: &Mark) -> Sign {
    Sign::Lamp(view.legend.iter().position(|lamp| lamp.id == mark.id).unwrap_or_default())
}

fn entries(view: &Lamps, style: &Style) -> Vec<Entry> {
    let entry = |mark: &Mark| Entry {
        sign: sign(view, mark),
        pen: Pen::fill(style.own(&mark.color)),
        words: clean(&mark.word),
    };
    view.legend.iter().map(entry).collect()
}

/// A band behind the newest period, which the title speaks of.
fn draw_newest(
    view: &Lamps,
    columns: &Columns,
    (top, bottom): Spot,
    style: &Style,
    canvas: &mut Canvas,
) {
    let left = columns.first + columns.step * (view.periods.len() as f64 - 1.0);
    let pen = Pen::fill(style.ink("faint"));
    canvas.bar((left, top), columns.step, bottom - top, &pen);
}

fn draw_heads(
    view: &Lamps,
    columns: &Columns,
    y: f64,
    style: &Style,
    canvas: &mut Canvas,
) {
    let muted = Pen::fill(style.ink("muted"));
    let last = view.periods.len() - 1;
    let mut free = f64::MIN;
    for (at, period) in view.periods.iter().enumerate().rev() {
        let half = width(period, style.small) * 0.53;
        let x = columns.middle(at);
        // Where the heads are wider than their columns, the newest ones stay.
        if free > f64::MIN && x + half > free {
            continue;
        }
        let pen =
            if at == last { Pen::fill(style.ink("ink")).bold() } else { muted.clone() };
        canvas.centered((x, y), style.small, period, style.width, &pen);
        free = x - half - style.small * 0.3;
    }
    if columns.note > 0.0 {
        canvas.text((style.width, y), style.small, Anchor::End, &view.head, &muted);
    }
}

/// A row as laid out.
struct Row<'a> {
    row: &'a LampRow,
    name: Vec<String>,
    height: f64,
}

impl<'a> Row<'a> {
    fn of(row: &'a LampRow, columns: &Columns, style: &Style) -> Row<'a> {
        let name = wrap(&clean(&row.label), style.text, columns.name + 1.0);
        let least =
            if columns.stacked { TALL } else { ROW } * style.small.max(style.text * 0.9);
        let lines = name.len() as f64 * style.text * LINE + style.text * 0.5;
        Row { row, name, height: lines.max(least) }
    }

    fn draw(
        &self,
        view: &Lamps,
        top: f64,
        columns: &Columns,
        style: &Style,
        canvas: &mut Canvas,
    ) {
        let ink = Pen::fill(style.ink("ink"));
        let middle = top + self.height / 2.0;
        canvas.lines(&self.name, (0.0, middle), 0.5, style.text, Anchor::Start, &ink);
        if columns.note > 0.0 {
            let end = (style.width, middle);
            canvas.text(end, style.small, Anchor::End, &self.row.note, &ink);
        }
        for (at, mark) in self.row.marks.iter().enumerate() {
            draw_lamp(view, mark, (columns.middle(at), middle), columns, style, canvas);
        }
    }
}

/// A sign with its word beside it, or below it where the column is narrow.
fn draw_lamp(
    view: &Lamps,
    mark: &Mark,
    (x, y): Spot,
    columns: &Columns,
    style: &Style,
    canvas: &mut Canvas,
) {
    let size = style.small;
    if mark.id.is_empty() {
        let muted = Pen::fill(style.ink("muted"));
        canvas.text((x, y), size, Anchor::Middle, DASH, &muted);
        return;
    }
    let ink = Pen::fill(style.ink("ink"));
    let pen = Pen::fill(style.own(&mark.color));
    let word = width(&mark.word, size);
    let (sign_at, word_at) = match columns.stacked {
        true => ((x, y - size * 0.62), (x, y + size * 0.62)),
        false => {
            let left = x - (size * (SIGN + SPACE) + word) / 2.0;
            (
                (left + size * SIGN / 2.0, y),
                (left + size * (SIGN + SPACE) + word / 2.0, y),
            )
        }
    };
    legend::sign(sign(view, mark), sign_at, size, &pen, style, canvas);
    canvas.text(word_at, size, Anchor::Middle, &mark.word, &ink);
}
