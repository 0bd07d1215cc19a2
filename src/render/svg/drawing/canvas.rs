//! What a drawing puts its shapes on: places in user units, each shape with its stroke.

use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{BLACK, IntoFont, TextStyle};
use plotters_backend::{BackendCoord, DrawingBackend};

use crate::render::svg::drawing::backend::{Drawn, FINE, SvgBackend};
use crate::render::svg::drawing::stroke::Stroke;
use crate::render::svg::drawing::style::Style;
use crate::render::svg::drawing::text::{NOTHING, clean, escape, width};
use crate::render::svg::variant::Variant;

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

/// The shapes of a drawing, in the order painted.
pub(crate) struct Canvas<'a> {
    /// The style of the element around the drawing.
    pub(crate) style: Style<'a>,
    /// What the ids of the drawing begin with.
    pub(crate) id: String,
    /// Whether an area fades out, so that the drawing needs the gradient for it.
    pub(crate) fades: bool,
    /// Circles that cannot be seen, above all shapes, with the words that they show.
    pub(crate) hints: String,
    svg: SvgBackend,
}

impl Canvas<'_> {
    /// An empty canvas; `id` must be that of no other drawing on the page.
    pub(crate) fn new<'a>(style: Style<'a>, id: &str) -> Canvas<'a> {
        let svg = SvgBackend::new(style.small);
        Canvas { style, id: id.to_owned(), fades: false, hints: String::new(), svg }
    }

    /// The elements of the shapes, one a line.
    pub(crate) fn elements(&self) -> &str {
        self.svg.elements()
    }

    /// Id of the gradient below a line.
    pub(crate) fn fade(&self) -> String {
        format!("{}-fade", self.id)
    }

    /// Draws a shape with a stroke; the colours that plotters asks for as well are not used.
    fn draw(&mut self, stroke: &Stroke, shape: impl FnOnce(&mut SvgBackend) -> Drawn) {
        self.svg.paint(stroke.attributes(self.style.variant));
        shape(&mut self.svg).expect("drawing in memory cannot fail");
    }

    /// A place in the backend's pixels, moved inside the drawing, whose lower end is not known yet.
    fn place(&self, (x, y): Spot) -> BackendCoord {
        (pixels(x).clamp(0, pixels(self.style.width.ceil())), pixels(y).max(0))
    }

    fn places(&self, spots: &[Spot]) -> Vec<BackendCoord> {
        spots.iter().map(|spot| self.place(*spot)).collect()
    }

    /// A line through some places.
    pub(crate) fn line(&mut self, spots: &[Spot], stroke: &Stroke) {
        if spots.len() > 1 {
            let places = self.places(spots);
            self.draw(stroke, |svg| svg.draw_path(places, &BLACK));
        }
    }

    /// A polygon.
    pub(crate) fn area(&mut self, spots: &[Spot], stroke: &Stroke) {
        let corners = self.places(spots);
        self.draw(stroke, |svg| svg.fill_polygon(corners, &BLACK));
    }

    /// An area whose colour fades out downwards.
    pub(crate) fn fading_area(&mut self, spots: &[Spot]) {
        self.fades = true;
        let stroke = Stroke::fading(self.fade());
        self.area(spots, &stroke);
    }

    /// A rectangle, from its upper left corner.
    pub(crate) fn bar(&mut self, (x, y): Spot, width: f64, height: f64, stroke: &Stroke) {
        let (corner, opposite) =
            (self.place((x, y)), self.place((x + width, y + height)));
        self.draw(stroke, |svg| svg.draw_rect(corner, opposite, &BLACK, true));
    }

    /// A circle.
    pub(crate) fn dot(&mut self, center: Spot, radius: f64, stroke: &Stroke) {
        let (center, radius) = (self.place(center), pixels(radius).unsigned_abs());
        self.draw(stroke, |svg| svg.draw_circle(center, radius, &BLACK, true));
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
        if text.is_empty() {
            return;
        }
        let baseline = (x, y + 0.36 * size);
        // A PDF holds the edge of every letter as a drawing, so there a box keeps lines away.
        if stroke.has_halo() && self.style.variant.is_print() {
            let width = width(&text, size) * if stroke.is_bold() { BOLD } else { 1.0 };
            self.box_behind(baseline, size, anchor, width);
        }
        let (place, type_style) = (self.place(baseline), type_style(size, anchor));
        self.draw(stroke, |svg| svg.draw_text(&text, &type_style, place));
    }

    /// A box in the colour of the paper, as large as a text.
    fn box_behind(&mut self, (x, y): Spot, size: f64, anchor: Anchor, width: f64) {
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        let edge = 0.12 * size;
        let paper = Stroke::fill(self.style.ink("paper"));
        let corner = (left - edge, y - 0.85 * size);
        self.bar(corner, width + 2.0 * edge, size + edge, &paper);
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
        let inside = x.min(room - half).max(half);
        self.text((inside, y), size, Anchor::Middle, text, stroke);
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
    pub(crate) fn hint(&mut self, (x, y): Spot, radius: f64, text: &str) {
        if self.style.variant == Variant::Web {
            let place = format!(r#"cx="{x:.1}" cy="{y:.1}" r="{radius:.1}""#);
            let text = escape(text);
            self.hints += &format!(
                "<circle {place} fill=\"transparent\"><title>{text}</title></circle>\n"
            );
        }
    }

    /// Says that there is nothing to draw, and returns the height taken.
    pub(crate) fn nothing(&mut self, style: &Style) -> f64 {
        let stroke = Stroke::fill(style.ink("muted"));
        let middle = (style.width / 2.0, style.text * 2.5);
        self.text(middle, style.text, Anchor::Middle, NOTHING, &stroke);
        style.text * 5.0
    }
}

/// A length in the backend's pixels.
fn pixels(units: f64) -> i32 {
    (units * FINE).round().clamp(-1e7, 1e7) as i32
}

/// Size and anchor as plotters has them; the element around the drawing names the family.
fn type_style(size: f64, anchor: Anchor) -> TextStyle<'static> {
    let across = match anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    TextStyle::from(("", size * FINE).into_font()).pos(Pos::new(across, VPos::Bottom))
}
