//! Rows of two bars: the actual value filled, the target as an outline.

use rust_decimal::Decimal;

use crate::render::svg::drawing::axis::{Axis, amount};
use crate::render::svg::drawing::canvas::{Anchor, Canvas, LINE};
use crate::render::svg::drawing::legend;
use crate::render::svg::drawing::legend::{Entry, Sign};
use crate::render::svg::drawing::stroke::Stroke;
use crate::render::svg::drawing::style::{Style, halo};
use crate::render::svg::drawing::text::{clean, widest, width, wrap};
use crate::view::chart::{Pair, Pairs};

/// Height of a row without its gap, in sizes of type.
const PAIR: f64 = 2.1;
/// Space between two rows, in sizes of type.
const GAP: f64 = 0.85;

/// The columns of the drawing: names, bars with room for their values, notes.
struct Columns {
    name: f64,
    bars: (f64, f64),
    note: f64,
}

pub(super) fn draw(view: &Pairs, style: &Style, canvas: &mut Canvas) -> f64 {
    if view.rows.is_empty() {
        return canvas.nothing(style);
    }
    let shared = shared_target(view);
    let bare = shared.map(|_| without_targets(view));
    let view = bare.as_ref().unwrap_or(view);
    let count = view.rows.len() as f64;
    let style = style.fitted((count * (PAIR + GAP) + 5.0) * style.text);
    let columns = Columns::of(view, &style);
    let targets = view.rows.iter().filter_map(|row| row.target).chain(shared);
    let values = view.rows.iter().map(|row| row.actual).chain(targets).map(amount);
    let axis = Axis::tight(values, if style.phone() { 4 } else { 6 }, columns.bars);
    let top = legend::draw(&entries(view, &style), &style, canvas) + style.text * 0.2;
    let mut bottom = top;
    let mut rows = Vec::new();
    for pair in &view.rows {
        let row = Row::of(pair, bottom, &axis, &columns, &style);
        bottom += row.height;
        rows.push(row);
    }
    // On a telephone names stand above their bars, and no line may run through them.
    let bands = if style.phone() {
        rows.iter().map(|row| row.band(&style)).collect()
    } else {
        vec![(top, bottom)]
    };
    draw_grid(&axis, &style, &bands, canvas);
    for row in &rows {
        row.draw(&axis, &columns, &style, canvas);
    }
    if let Some(target) = shared {
        let x = axis.at(amount(target));
        for (from, to) in &bands {
            canvas.line(&[(x, *from), (x, *to)], &shared_pen(&style));
        }
    }
    bottom + style.small * 1.8
}

impl Columns {
    fn of(view: &Pairs, style: &Style) -> Columns {
        let texts = view.rows.iter().flat_map(|row| {
            let target = row.target.is_some().then_some(row.target_text.as_str());
            [Some(row.actual_text.as_str()), target].into_iter().flatten()
        });
        let value = widest(texts, style.small) * 1.06 + style.small;
        let notes = view.rows.iter().map(|row| row.note.as_str());
        let note = widest(notes, style.small).min(style.width * 0.3);
        if style.phone() {
            let bars = (1.0, style.width - value);
            let name = style.width - note - style.text;
            return Columns { name, bars, note };
        }
        let names = widest(view.rows.iter().map(|row| row.label.as_str()), style.text);
        let name = names.min(style.width * 0.3).max(style.small * 1.5);
        let note_width = if note > 0.0 { note + style.small } else { 0.0 };
        let from = name + style.text * 0.8;
        let to = style.width - note_width - value;
        let bars = (from, to.max(from + style.text));
        Columns { name, bars, note }
    }
}

/// The target that all rows have; then it is one line, and no bar of each row.
fn shared_target(view: &Pairs) -> Option<Decimal> {
    let mut targets = view.rows.iter().map(|row| row.target);
    let first = targets.next()??;
    (view.rows.len() > 2 && targets.all(|target| target == Some(first))).then_some(first)
}

fn without_targets(view: &Pairs) -> Pairs {
    let bare =
        |row: &Pair| Pair { target: None, target_text: String::new(), ..row.clone() };
    let text = view.rows.first().map(|row| row.target_text.as_str()).unwrap_or_default();
    let target = format!("{} {text}（虚线）", view.target);
    Pairs { rows: view.rows.iter().map(bare).collect(), target, ..view.clone() }
}

fn shared_pen(style: &Style) -> Stroke {
    let dash = style.text * 0.4;
    Stroke::line(style.ink("ink"), style.thin * 1.4).dashed(dash, dash * 0.7)
}

fn actual_pen(style: &Style) -> Stroke {
    Stroke::fill(style.ink("blue"))
}

fn target_pen(style: &Style) -> Stroke {
    Stroke::fill(style.ink("faint")).outlined(style.ink("muted"), style.thin)
}

fn entries(view: &Pairs, style: &Style) -> Vec<Entry> {
    let named = [(&view.actual, actual_pen(style)), (&view.target, target_pen(style))];
    named
        .into_iter()
        .filter(|(words, _)| !words.is_empty())
        .map(|(words, stroke)| Entry { sign: Sign::Swatch, stroke, words: clean(words) })
        .collect()
}

fn draw_grid(axis: &Axis, style: &Style, bands: &[(f64, f64)], canvas: &mut Canvas) {
    let bottom = bands.last().map_or(0.0, |band| band.1);
    let mut free = f64::MIN;
    for (value, text) in axis.marks() {
        let x = axis.at(value);
        let role = if value == 0.0 { "axis" } else { "grid" };
        for (from, to) in bands {
            let line = [(x, *from), (x, *to)];
            canvas.line(&line, &Stroke::line(style.ink(role), style.thin));
        }
        let half = width(&text, style.small) / 2.0;
        if x - half > free {
            let stroke = Stroke::fill(style.ink("muted"));
            let spot = (x, bottom + style.small * 0.95);
            canvas.centered(spot, style.small, &text, style.width, &stroke);
            free = x + half + style.small * 0.5;
        }
    }
}

/// A row as laid out.
struct Row<'a> {
    pair: &'a Pair,
    name: Vec<String>,
    note: Vec<String>,
    reason: Vec<String>,
    top: f64,
    height: f64,
}

impl<'a> Row<'a> {
    fn of(
        pair: &'a Pair,
        top: f64,
        axis: &Axis,
        columns: &Columns,
        style: &Style,
    ) -> Row<'a> {
        let name = wrap(&clean(&pair.label), style.text, columns.name);
        let note = wrap(&clean(&pair.note), style.small, columns.note + 1.0);
        let room = style.width - columns.note - axis.zero() - style.small * 2.0;
        let reason = match pair.target {
            Some(_) => Vec::new(),
            None => wrap(&clean(&pair.target_text), style.small, room),
        };
        let block = |lines: &[String], size: f64| lines.len() as f64 * size * LINE;
        let words = block(&name, style.text).max(block(&note, style.small));
        let pair_height = tall(pair, &reason, style);
        let height =
            if style.phone() { words + pair_height } else { words.max(pair_height) };
        Row { pair, name, note, reason, top, height: height + style.text * GAP }
    }

    /// From where to where the bars stand.
    fn band(&self, style: &Style) -> (f64, f64) {
        let bottom = self.top + self.height - style.text * GAP / 2.0;
        (bottom - tall(self.pair, &self.reason, style), bottom)
    }

    fn draw(&self, axis: &Axis, columns: &Columns, style: &Style, canvas: &mut Canvas) {
        let ink = halo(style, "ink");
        let bold = ink.clone().bold();
        let pair_height = tall(self.pair, &self.reason, style);
        let middle = self.top + self.height / 2.0;
        let end = style.width;
        let pair_top = if style.phone() {
            let y = self.top + style.text * (GAP / 2.0 + 0.5);
            canvas.lines(&self.name, (0.0, y), 0.0, style.text, Anchor::Start, &ink);
            canvas.lines(&self.note, (end, y), 0.0, style.small, Anchor::End, &bold);
            self.top + self.height - pair_height - style.text * GAP / 2.0
        } else {
            let x = columns.name;
            canvas.lines(&self.name, (x, middle), 0.5, style.text, Anchor::End, &ink);
            canvas.lines(&self.note, (end, middle), 0.5, style.small, Anchor::End, &bold);
            middle - pair_height / 2.0
        };
        self.draw_bars(pair_top, axis, style, canvas);
    }

    fn draw_bars(&self, top: f64, axis: &Axis, style: &Style, canvas: &mut Canvas) {
        let line = style.text * PAIR / 2.0;
        let (zero, pair) = (axis.zero(), self.pair);
        let (size, gap) = (style.small, style.small * 0.45);
        let ink = halo(style, "ink");
        let end = draw_bar(pair.actual, top, axis, style, &actual_pen(style), canvas);
        let upper = top + line / 2.0;
        let beside = (end.max(zero) + gap, upper);
        canvas.text(beside, size, Anchor::Start, &pair.actual_text, &ink);
        let muted = halo(style, "muted");
        let lower = upper + line;
        let Some(target) = pair.target else {
            let beside = (zero + gap, lower);
            canvas.lines(&self.reason, beside, 0.0, size, Anchor::Start, &muted);
            return;
        };
        let end = draw_bar(target, top + line, axis, style, &target_pen(style), canvas);
        let beside = (end.max(zero) + gap, lower);
        canvas.text(beside, size, Anchor::Start, &pair.target_text, &muted);
    }
}

/// The height of the bars of a row; without a target and a reason for that there is one bar.
fn tall(pair: &Pair, reason: &[String], style: &Style) -> f64 {
    if pair.target.is_none() && pair.target_text.is_empty() {
        return style.text * PAIR / 2.0;
    }
    let more = (reason.len() as f64 - 1.0).max(0.0) * style.small * LINE;
    style.text * PAIR + more
}

/// Draws a bar from zero and returns where it ends.
fn draw_bar(
    value: Decimal,
    top: f64,
    axis: &Axis,
    style: &Style,
    stroke: &Stroke,
    canvas: &mut Canvas,
) -> f64 {
    let (zero, end) = (axis.zero(), axis.at(amount(value)));
    let thick = style.text * 0.8;
    if !value.is_zero() {
        let wide = (end - zero).abs().max(1.5);
        let left = if end < zero { zero - wide } else { zero };
        let stroke = stroke.clone().rounded((thick * 0.18).min(wide / 2.0));
        canvas.bar(
            (left, top + style.text * (PAIR / 2.0 - 0.8) / 2.0),
            wide,
            thick,
            &stroke,
        );
    }
    end
}
