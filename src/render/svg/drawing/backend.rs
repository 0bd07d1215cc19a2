//! The way through plotters: shapes go in, elements with their paint come out.
//!
//! The SVG backend of plotters knows whole numbers and plain colours only. So it draws ten
//! times as large as needed, and each shape's colour is the number of its stroke; afterwards
//! the numbers are divided by ten and the colours replaced by the pens' attributes. No text
//! can imitate an attribute, as plotters escapes quotes and angle brackets.

use plotters::backend::SVGBackend;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, IntoFont, RGBColor, TextStyle};

use crate::render::svg::drawing::canvas::{Anchor, Shape, Spot};
use crate::render::svg::drawing::stroke::Stroke;
use crate::render::svg::drawing::style::Style;

/// How much larger plotters draws.
const FINE: f64 = 10.0;
/// Plotters writes the size of type divided by this.
const TYPE: f64 = 1.24;

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;

/// The elements of the shapes, one a line; text is of the usual size unless it says another.
pub(crate) fn paint(shapes: &[(Shape, Stroke)], size: Spot, style: &Style) -> String {
    let mut pens: Vec<&Stroke> = Vec::new();
    let mut raw = String::new();
    {
        let (width, height) = fine(size);
        let size = (width.unsigned_abs(), height.unsigned_abs());
        let area = SVGBackend::with_string(&mut raw, size).into_drawing_area();
        for (shape, stroke) in shapes {
            let number =
                pens.iter().position(|known| *known == stroke).unwrap_or_else(|| {
                    pens.push(stroke);
                    pens.len() - 1
                });
            draw(&area, shape, numbered(number));
        }
        area.present().expect("a picture in memory can always be written");
    }
    let attributes: Vec<String> =
        pens.iter().map(|stroke| stroke.attributes(style.variant)).collect();
    joined(&rewrite(&raw, &attributes)).replace(&type_size(style.small), "")
}

/// The size of type as an attribute with a blank before it; no text can imitate it.
pub(crate) fn type_size(size: f64) -> String {
    format!(" font-size=\"{size}\"")
}

/// Lines of one stroke that follow one another become one path: a grid has dozens of them.
fn joined(elements: &str) -> String {
    let mut out = String::with_capacity(elements.len());
    let mut lines =
        elements.lines().map(|line| (line, points_and_paint(line))).peekable();
    while let Some((line, parts)) = lines.next() {
        let Some((points, paint)) = parts else {
            out.push_str(line);
            out.push('\n');
            continue;
        };
        let mut path = format!("M{points}");
        let same =
            |next: &Option<(&str, &str)>| next.is_some_and(|(_, one)| one == paint);
        while let Some((_, Some((points, _)))) = lines.next_if(|(_, next)| same(next)) {
            path.push_str(&format!("M{points}"));
        }
        out.push_str(&format!("<path d=\"{path}\"{paint}\n"));
    }
    out
}

/// The points of a line, and what follows them in its element.
fn points_and_paint(element: &str) -> Option<(&str, &str)> {
    element.strip_prefix("<polyline points=\"")?.split_once('"')
}

fn numbered(number: usize) -> RGBColor {
    let [.., red, green, blue] = number.to_be_bytes();
    RGBColor(red, green, blue)
}

fn fine((x, y): Spot) -> (i32, i32) {
    let whole = |value: f64| (value * FINE).round().clamp(-1e7, 1e7) as i32;
    (whole(x), whole(y))
}

fn draw(area: &Area, shape: &Shape, color: RGBColor) {
    let all = |spots: &[Spot]| spots.iter().copied().map(fine).collect::<Vec<_>>();
    let filled = color.filled();
    let drawn = match shape {
        Shape::Line(spots) => area.draw(&PathElement::new(all(spots), color)),
        Shape::Area(spots) => area.draw(&Polygon::new(all(spots), color)),
        Shape::Bar { corner: (x, y), width, height } => {
            let corners = [fine((*x, *y)), fine((x + width, y + height))];
            area.draw(&Rectangle::new(corners, filled))
        }
        Shape::Dot { center, radius } => {
            area.draw(&Circle::new(fine(*center), fine((*radius, 0.0)).0, filled))
        }
        Shape::Text { baseline, size, anchor, text } => {
            let style = type_style(*size, *anchor, &color);
            area.draw(&Text::new(text.as_str(), fine(*baseline), style))
        }
    };
    drawn.expect("a picture in memory can always be drawn");
}

fn type_style(size: f64, anchor: Anchor, color: &RGBColor) -> TextStyle<'_> {
    let across = match anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    let style = TextStyle::from(("", size * FINE * TYPE).into_font());
    style.color(color).pos(Pos::new(across, VPos::Center))
}

/// The elements inside the element that plotters made, in user units and with their paint.
fn rewrite(raw: &str, pens: &[String]) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut inside_text = false;
    for line in raw.lines() {
        if line.starts_with("<svg") || line == "</svg>" || line.is_empty() {
            continue;
        }
        if line == "</text>" {
            out.push_str("</text>\n");
            inside_text = false;
        } else if line.starts_with('<') {
            inside_text = line.starts_with("<text");
            element(line, pens, &mut out);
            if !inside_text {
                out.push('\n');
            }
        } else if inside_text {
            out.push_str(line);
        }
    }
    out
}

/// One opening tag: `<rect x="100" … fill="#000002"/>`.
fn element(tag: &str, pens: &[String], out: &mut String) {
    let mut parts = tag.split('"');
    let mut paint = "";
    let mut key = parts.next().unwrap_or_default();
    let name_end = key.find(' ').unwrap_or(key.len());
    out.push_str(&key[..name_end]);
    key = &key[name_end..];
    while let Some(value) = parts.next() {
        match (key.trim().trim_end_matches('='), value) {
            ("opacity" | "dy" | "font-family" | "stroke-width", _) => {}
            ("fill" | "stroke", "none") | ("text-anchor", "start") => {}
            ("fill" | "stroke", color) => {
                let number = usize::from_str_radix(color.trim_start_matches('#'), 16);
                paint = number.ok().and_then(|n| pens.get(n)).map_or("", String::as_str);
            }
            ("text-anchor", anchor) => attribute(out, "text-anchor", anchor),
            (name, numbers) => attribute(out, name, &in_units(numbers)),
        }
        key = parts.next().unwrap_or_default();
    }
    out.push_str(paint);
    out.push_str(key.trim());
}

fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    out.push_str(value);
    out.push('"');
}

/// Numbers divided by ten, with one decimal at most.
fn in_units(numbers: &str) -> String {
    let one = |number: &str| {
        let tenths = number.parse::<f64>().unwrap_or_default().round() as i64;
        let sign = if tenths < 0 { "-" } else { "" };
        match (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10) {
            (whole, 0) => format!("{sign}{whole}"),
            (whole, rest) => format!("{sign}{whole}.{rest}"),
        }
    };
    let spot = |spot: &str| spot.split(',').map(one).collect::<Vec<_>>().join(",");
    numbers.split_whitespace().map(spot).collect::<Vec<_>>().join(" ")
}
