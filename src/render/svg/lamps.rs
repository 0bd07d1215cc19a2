//! A row of lamps for each unit: what each period's lamp was, by a shape, a word and a colour.
//!
//! Pages print the lamps as a table; only documents have them drawn.

use crate::render::svg::drawing::canvas::{Anchor, Canvas, LINE, Spot};
use crate::render::svg::drawing::lamp;
use crate::render::svg::drawing::legend;
use crate::render::svg::drawing::legend::Entry;
use crate::render::svg::drawing::stroke::Stroke;
use crate::render::svg::drawing::style::Style;
use crate::render::svg::drawing::text::{clean, widest, width, wrap};
use crate::view::chart::{LampRow, Lamps};
use crate::view::inline::Mark;
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
    let style = &style.fitted((view.rows.len() as f64 * ROW + 7.0) * style.text);
    let columns = Columns::of(view, style);
    let top = legend::draw(&entries(view, style), style, canvas) + style.text * 0.4;
    let mut bottom = top + style.text * 1.5;
    let mut rows = Vec::new();
    for row in &view.rows {
        let laid_out = Row::of(row, bottom, &columns, style);
        bottom += laid_out.height;
        rows.push(laid_out);
    }
    draw_newest(view, &columns, (top, bottom), style, canvas);
    draw_heads(view, &columns, top + style.text * 0.7, style, canvas);
    for row in &rows {
        row.draw(&columns, style, canvas);
    }
    bottom + style.thin
}

impl Columns {
    fn of(view: &Lamps, style: &Style) -> Columns {
        let size = style.text;
        let names = widest(view.rows.iter().map(|row| row.label.as_str()), size);
        let name = names.min(style.width * 0.28);
        let notes = view.rows.iter().map(|row| row.note.as_str()).chain([&*view.head]);
        let note = widest(notes, style.small) * 1.08;
        let first = name + size * 0.6;
        let gap = if note > 0.0 { size * 0.6 } else { 0.0 };
        let step = (style.width - first - note - gap) / view.periods.len() as f64;
        let word = widest(words(view), style.small);
        let beside = style.small * (SIGN + SPACE) + word;
        Columns { name, first, step, note, stacked: beside * CLOSE > step }
    }

    /// The middle of a period.
    fn middle(&self, at: usize) -> f64 {
        self.first + self.step * (at as f64 + 0.5)
    }
}

fn words(view: &Lamps) -> impl Iterator<Item = &str> {
    view.rows.iter().flat_map(|row| &row.marks).map(|mark| mark.word.as_str())
}

fn entries(view: &Lamps, style: &Style) -> Vec<Entry> {
    view.legend.iter().map(|mark| Entry::of_lamp(mark, style)).collect()
}

/// A band behind the newest period, which the title speaks of.
fn draw_newest(
    view: &Lamps,
    columns: &Columns,
    (top, bottom): Spot,
    style: &Style,
    canvas: &mut Canvas,
) {
    let left = columns.middle(view.periods.len() - 1) - columns.step / 2.0;
    let stroke = Stroke::fill(style.ink("faint"));
    canvas.bar((left, top), columns.step, bottom - top, &stroke);
}

fn draw_heads(
    view: &Lamps,
    columns: &Columns,
    y: f64,
    style: &Style,
    canvas: &mut Canvas,
) {
    let muted = Stroke::fill(style.ink("muted"));
    let last = view.periods.len() - 1;
    let mut free = f64::MIN;
    for (at, period) in view.periods.iter().enumerate().rev() {
        let half = width(period, style.small) * 0.53;
        let x = columns.middle(at);
        // Where the heads are wider than their columns, the newest ones stay.
        if free > f64::MIN && x + half > free {
            continue;
        }
        let stroke = if at == last {
            Stroke::fill(style.ink("ink")).bold()
        } else {
            muted.clone()
        };
        canvas.centered((x, y), style.small, period, style.width, &stroke);
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
    top: f64,
    height: f64,
}

impl<'a> Row<'a> {
    fn of(row: &'a LampRow, top: f64, columns: &Columns, style: &Style) -> Row<'a> {
        let name = wrap(&clean(&row.label), style.text, columns.name + 1.0);
        let least =
            if columns.stacked { TALL } else { ROW } * style.small.max(style.text * 0.9);
        let lines = name.len() as f64 * style.text * LINE + style.text * 0.5;
        Row { row, name, top, height: lines.max(least) }
    }

    fn draw(&self, columns: &Columns, style: &Style, canvas: &mut Canvas) {
        let (ink, grid) =
            (Stroke::fill(style.ink("ink")), Stroke::line(style.ink("grid"), style.thin));
        canvas.line(&[(0.0, self.top), (style.width, self.top)], &grid);
        let middle = self.top + self.height / 2.0;
        canvas.lines(&self.name, (0.0, middle), 0.5, style.text, Anchor::Start, &ink);
        if columns.note > 0.0 {
            let end = (style.width, middle);
            canvas.text(end, style.small, Anchor::End, &self.row.note, &ink);
        }
        for (at, mark) in self.row.marks.iter().enumerate() {
            draw_lamp(mark, (columns.middle(at), middle), columns, style, canvas);
        }
    }
}

/// A sign with its word beside it, or below it where the column is narrow.
fn draw_lamp(
    mark: &Mark,
    (x, y): Spot,
    columns: &Columns,
    style: &Style,
    canvas: &mut Canvas,
) {
    let size = style.small;
    if mark.id.is_empty() {
        let muted = Stroke::fill(style.ink("muted"));
        canvas.text((x, y), size, Anchor::Middle, DASH, &muted);
        return;
    }
    let ink = Stroke::fill(style.ink("ink"));
    let (sign_at, word_at, anchor) = if columns.stacked {
        let shift = size * 0.62;
        ((x, y - shift), (x, y + shift), Anchor::Middle)
    } else {
        let left = x - (size * (SIGN + SPACE) + width(&mark.word, size)) / 2.0;
        let word = (left + size * (SIGN + SPACE), y);
        ((left + size * SIGN / 2.0, y), word, Anchor::Start)
    };
    lamp::draw(mark, sign_at, size * 0.5, style, canvas);
    canvas.text(word_at, size, anchor, &mark.word, &ink);
}
