//! The list of shapes that a drawing puts down, and the element around them.

use crate::render::svg::Variant;
use crate::render::svg::drawing::backend;
use crate::render::svg::drawing::backend::type_size;
use crate::render::svg::drawing::stroke::Stroke;
use crate::render::svg::drawing::style::Style;
use crate::render::svg::drawing::text::{NOTHING, clean, escape, width};

/// A place in user units, from the upper left corner.
pub(crate) type Spot = (f64, f64);

/// From one line of a text to the next, in sizes of type.
pub(crate) const LINE: f64 = 1.15;

/// How much wider bold type is, about.
const BOLD: f64 = 1.06;

/// Which end of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// Something drawn.
#[derive(Clone, Debug)]
pub(crate) enum Shape {
    Line(Vec<Spot>),
    Area(Vec<Spot>),
    Bar { corner: Spot, width: f64, height: f64 },
    Dot { center: Spot, radius: f64 },
    Text { baseline: Spot, size: f64, anchor: Anchor, text: String },
}

/// The shapes of a drawing, in the order painted.
#[derive(Default)]
pub(crate) struct Canvas {
    shapes: Vec<(Shape, Stroke)>,
    hints: Vec<(Spot, f64, String)>,
}

impl Canvas {
    pub(crate) fn shapes(&self) -> &[(Shape, Stroke)] {
        &self.shapes
    }

    pub(crate) fn line(&mut self, spots: &[Spot], stroke: &Stroke) {
        if spots.len() > 1 {
            self.shapes.push((Shape::Line(spots.to_vec()), stroke.clone()));
        }
    }

    pub(crate) fn area(&mut self, spots: &[Spot], stroke: &Stroke) {
        self.shapes.push((Shape::Area(spots.to_vec()), stroke.clone()));
    }

    pub(crate) fn bar(&mut self, corner: Spot, width: f64, height: f64, stroke: &Stroke) {
        self.shapes.push((Shape::Bar { corner, width, height }, stroke.clone()));
    }

    pub(crate) fn dot(&mut self, center: Spot, radius: f64, stroke: &Stroke) {
        self.shapes.push((Shape::Dot { center, radius }, stroke.clone()));
    }

    /// A diamond, the sign of a milestone.
    pub(crate) fn diamond(&mut self, (x, y): Spot, radius: f64, stroke: &Stroke) {
        let corners =
            [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)];
        self.area(&corners, stroke);
    }

    /// Text whose middle is at the height given: the middle of Han is above the baseline.
    pub(crate) fn text(
        &mut self,
        (x, y): Spot,
        size: f64,
        anchor: Anchor,
        text: &str,
        stroke: &Stroke,
    ) {
        let text = clean(text);
        if !text.is_empty() {
            let baseline = (x, y + 0.36 * size);
            self.shapes
                .push((Shape::Text { baseline, size, anchor, text }, stroke.clone()));
        }
    }

    /// Text in the middle over a place, moved where it would leave the drawing.
    pub(crate) fn centered(
        &mut self,
        (x, y): Spot,
        size: f64,
        text: &str,
        room: f64,
        stroke: &Stroke,
    ) {
        let half =
            width(&clean(text), size) * if stroke.is_bold() { BOLD / 2.0 } else { 0.5 };
        let x = x.min(room - half).max(half);
        self.text((x, y), size, Anchor::Middle, text, stroke);
    }

    /// Lines of text around a height: `above` is the share of the block that stands above it.
    pub(crate) fn lines(
        &mut self,
        lines: &[String],
        (x, y): Spot,
        above: f64,
        size: f64,
        anchor: Anchor,
        stroke: &Stroke,
    ) {
        let pitch = size * LINE;
        let first = y - (lines.len() as f64 - 1.0) * pitch * above;
        for (index, line) in lines.iter().enumerate() {
            self.text((x, first + index as f64 * pitch), size, anchor, line, stroke);
        }
    }

    /// Words that a browser shows while the pointer is near a place.
    pub(crate) fn hint(&mut self, center: Spot, radius: f64, text: String) {
        self.hints.push((center, radius, text));
    }

    /// Says that there is nothing to draw, and returns the height taken.
    pub(crate) fn nothing(&mut self, style: &Style) -> f64 {
        let stroke = Stroke::fill(style.ink("muted"));
        let middle = (style.width / 2.0, style.text * 2.5);
        self.text(middle, style.text, Anchor::Middle, NOTHING, &stroke);
        style.text * 5.0
    }

    /// The complete element.
    pub(crate) fn finish(self, frame: &Frame, style: &Style, height: f64) -> String {
        let size = (style.width.ceil(), height.ceil());
        let shapes = match style.variant {
            Variant::Print => on_boxes(self.shapes),
            Variant::Web | Variant::Phone => self.shapes,
        };
        let painted = backend::paint(&shapes, size, style);
        let mut out = frame.open(style, size);
        if painted.contains(&format!("url(#{})", frame.fade())) {
            out.push_str(&frame.gradient(style));
        }
        out.push_str(&painted);
        if style.variant == Variant::Web {
            for ((x, y), radius, text) in &self.hints {
                let place = format!(r#"cx="{x:.1}" cy="{y:.1}" r="{radius:.1}""#);
                let text = escape(text);
                out += &format!(
                    "<circle {place} fill=\"transparent\"><title>{text}</title></circle>\n"
                );
            }
        }
        out + "</svg>"
    }
}

/// Text with an edge stands on a box instead: a PDF holds the edge of every letter as a drawing.
fn on_boxes(shapes: Vec<(Shape, Stroke)>) -> Vec<(Shape, Stroke)> {
    let on_box = |(shape, stroke): (Shape, Stroke)| {
        let (paper, stroke) = stroke.without_edge();
        let boxed = paper.zip(behind(&shape, &stroke));
        let boxed = boxed.map(|(paper, shape)| (shape, Stroke::fill(paper)));
        boxed.into_iter().chain([(shape, stroke)])
    };
    shapes.into_iter().flat_map(on_box).collect()
}

/// The box that a text fills.
fn behind(shape: &Shape, stroke: &Stroke) -> Option<Shape> {
    let Shape::Text { baseline: (x, y), size, anchor, text } = shape else { return None };
    let edge = 0.12 * size;
    let width = width(text, *size) * if stroke.is_bold() { BOLD } else { 1.0 };
    let left = match anchor {
        Anchor::Start => *x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    };
    let corner = (left - edge, y - 0.85 * size);
    Some(Shape::Bar { corner, width: width + 2.0 * edge, height: size + edge })
}

/// Names and texts of a chart's element; the ids are unique if the charts' ids are.
pub(crate) struct Frame {
    id: String,
    title: String,
    description: String,
}

impl Frame {
    pub(crate) fn of(
        variant: Variant,
        id: &str,
        title: &str,
        description: &str,
    ) -> Frame {
        let place = match variant {
            Variant::Web => "web",
            Variant::Phone => "phone",
            Variant::Print => "print",
        };
        let mut name = format!("{place}-");
        for c in id.chars() {
            match c {
                c if c.is_ascii_alphanumeric() || c == '-' => name.push(c),
                c => name += &format!("_{:x}_", u32::from(c)),
            }
        }
        Frame { id: name, title: escape(title), description: escape(description) }
    }

    /// Id of the gradient below a line.
    pub(crate) fn fade(&self) -> String {
        format!("{}-fade", self.id)
    }

    fn open(&self, style: &Style, (width, height): Spot) -> String {
        let Frame { id, title, description } = self;
        let families = style.families();
        let size = match style.variant {
            Variant::Web => r#"class="chart chart-web" width="100%""#.to_owned(),
            Variant::Phone => r#"class="chart chart-phone" width="100%""#.to_owned(),
            Variant::Print => format!(r#"width="{width}" height="{height}""#),
        };
        let usual = type_size(style.small);
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {size} role="img" aria-labelledby="{id}-title {id}-desc" font-family="{families}"{usual} stroke-linejoin="round" stroke-linecap="round">
<title id="{id}-title">{title}</title>
<desc id="{id}-desc">{description}</desc>
"#
        )
    }

    fn gradient(&self, style: &Style) -> String {
        let color = style.theme.color("blue");
        let color = if color.starts_with('#') { escape(color) } else { String::new() };
        let id = self.fade();
        let stop = |at: &str, opacity: &str| {
            format!(
                r#"<stop offset="{at}" stop-color="{color}" stop-opacity="{opacity}"/>"#
            )
        };
        format!(
            "<defs><linearGradient id=\"{id}\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"1\">{}{}</linearGradient></defs>\n",
            stop("0", "0.24"),
            stop("1", "0.03"),
        )
    }
}
