//! The backend on which plotters draws: it writes SVG elements.
//!
//! Plotters counts in whole pixels; a pixel here is a tenth of a user unit. Its styles know
//! colours and widths only, so classes, dashes and round corners come as the paint that the
//! backend is given before a shape.

use std::convert::Infallible;
use std::fmt::{Display, Formatter, Write};

use plotters_backend::text_anchor::HPos;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle};
use plotters_backend::{BackendTextStyle, DrawingBackend, DrawingErrorKind};

use crate::render::svg::drawing::text::escape;

/// Pixels in a user unit.
pub(super) const FINE: f64 = 10.0;

/// What came of drawing a shape: writing to memory cannot fail, but the trait asks.
pub(super) type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// The elements drawn so far, one a line, and the paint of the next.
pub(super) struct SvgBackend {
    elements: String,
    paint: String,
    /// The paint of the last element if that is a path.
    path: Option<String>,
    /// The size of type that a text has without saying so.
    usual: String,
}

impl SvgBackend {
    /// An empty drawing, whose texts say their size of type unless it is the usual one.
    pub(super) fn new(usual: f64) -> SvgBackend {
        SvgBackend {
            elements: String::new(),
            paint: String::new(),
            path: None,
            usual: usual.to_string(),
        }
    }

    /// Paints what follows with some attributes, each with a blank before it.
    pub(super) fn paint(&mut self, attributes: String) {
        self.paint = attributes;
    }

    /// The elements in the order drawn.
    pub(super) fn elements(&self) -> &str {
        &self.elements
    }

    /// Writes an element of a name with its geometry and the paint.
    fn shape(&mut self, name_and_geometry: &str) -> Drawn {
        self.path = None;
        self.elements += &format!("<{name_and_geometry}{}/>\n", self.paint);
        Ok(())
    }
}

impl DrawingBackend for SvgBackend {
    type ErrorType = Infallible;

    /// The frame around a drawing is made when its height is known; until then nothing ends it.
    fn get_size(&self) -> (u32, u32) {
        (i32::MAX.unsigned_abs(), i32::MAX.unsigned_abs())
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        _: &S,
        _: bool,
    ) -> Drawn {
        let (x, y) = (Units(left), Units(top));
        let (width, height) = (Units(right - left), Units(bottom - top));
        self.shape(&format!(r#"rect x="{x}" y="{y}" width="{width}" height="{height}""#))
    }

    /// Lines of one paint that follow one another become one path: a grid has dozens of them.
    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        _: &S,
    ) -> Drawn {
        let end = format!("\"{}/>\n", self.paint);
        if self.path.as_ref() == Some(&self.paint) {
            self.elements.truncate(self.elements.len() - end.len());
        } else {
            self.elements.push_str("<path d=\"");
            self.path = Some(self.paint.clone());
        }
        self.elements += &format!("M{}{end}", points(path));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        _: &S,
        _: bool,
    ) -> Drawn {
        let (x, y, radius) = (Units(x), Units(y), Units(radius.cast_signed()));
        self.shape(&format!(r#"circle cx="{x}" cy="{y}" r="{radius}""#))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        _: &S,
    ) -> Drawn {
        self.shape(&format!(r#"polygon points="{}""#, points(corners)))
    }

    /// The left end, the middle or the right end of the baseline stands at the place.
    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Drawn {
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => r#" text-anchor="middle""#,
            HPos::Right => r#" text-anchor="end""#,
        };
        let size = match Units(style.size().round() as i32) {
            size if size.to_string() == self.usual => String::new(),
            size => format!(r#" font-size="{size}""#),
        };
        let (x, y, paint, text) = (Units(x), Units(y), &self.paint, escape(text));
        self.path = None;
        self.elements +=
            &format!("<text x=\"{x}\" y=\"{y}\"{anchor}{size}{paint}>{text}</text>\n");
        Ok(())
    }
}

/// Pixels as user units, with one decimal at most.
#[derive(Clone, Copy)]
struct Units(i32);

impl Display for Units {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        match (self.0.unsigned_abs() / 10, self.0.unsigned_abs() % 10) {
            (whole, 0) => write!(out, "{sign}{whole}"),
            (whole, tenths) => write!(out, "{sign}{whole}.{tenths}"),
        }
    }
}

fn points(places: impl IntoIterator<Item = BackendCoord>) -> String {
    let mut points = String::new();
    for (x, y) in places {
        let blank = if points.is_empty() { "" } else { " " };
        // Writing to a text cannot fail.
        let _ = write!(points, "{blank}{},{}", Units(x), Units(y));
    }
    points
}
