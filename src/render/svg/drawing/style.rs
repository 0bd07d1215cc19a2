//! The measures of a variant, and the theme's colours by role.

use crate::render::svg::drawing::stroke::{Ink, Stroke};
use crate::render::svg::variant::Variant;
use crate::theme::Theme;

/// What a drawing needs to know about the place it is made for; lengths are user units.
#[derive(Clone, Copy)]
pub(crate) struct Style<'a> {
    pub(crate) variant: Variant,
    pub(crate) theme: &'a Theme,
    /// Width of the drawing.
    pub(crate) width: f64,
    /// Size of labels.
    pub(crate) text: f64,
    /// Size of what is secondary: axes, notes.
    pub(crate) small: f64,
    /// Size of the one number that matters most.
    pub(crate) big: f64,
    /// Width of a thin line.
    pub(crate) thin: f64,
    /// Height that the drawing should not exceed.
    tallest: f64,
}

/// Below this many points, print is hard to read.
const SMALLEST_PRINT: f64 = 7.5;

/// Half the width of a wide screen.
const HALF: f64 = 600.0;

impl<'a> Style<'a> {
    pub(crate) fn of(variant: Variant, theme: &'a Theme) -> Style<'a> {
        let (width, text, small, big, thin, tallest) = match variant {
            Variant::Web => (860.0, 14.5, 13.0, 23.0, 1.0, f64::MAX),
            Variant::Phone => (360.0, 14.0, 12.0, 20.0, 1.0, f64::MAX),
            Variant::Print => (442.0, 9.2, 8.4, 14.0, 0.6, 570.0),
            Variant::Half => (232.0, 8.2, 7.5, 11.0, 0.5, 205.0),
        };
        Style { variant, theme, width, text, small, big, thin, tallest }
    }

    /// Smaller type, as far as it stays readable, where the drawing would not fit a page.
    pub(crate) fn fitted(mut self, height: f64) -> Style<'a> {
        if height > self.tallest {
            self.text = (self.text * self.tallest / height).max(SMALLEST_PRINT);
            self.small = self.small.min(self.text);
        }
        self
    }

    /// The same for half the width of a wide screen.
    pub(crate) fn narrowed(self) -> Style<'a> {
        let is_wide = self.variant == Variant::Web;
        Style { width: if is_wide { HALF } else { self.width }, ..self }
    }

    /// Whether it is as narrow as on a telephone.
    pub(crate) fn phone(&self) -> bool {
        matches!(self.variant, Variant::Phone | Variant::Half)
    }

    /// A colour of the theme, by its role.
    pub(crate) fn ink(&self, role: &'static str) -> Ink {
        Ink::of_role(role, self.theme.color(role))
    }

    /// A colour that came with the data, such as a lamp's; grey where it is none.
    pub(crate) fn data_ink(&self, color: &str) -> Ink {
        Ink::of_data(color).unwrap_or_else(|| self.ink("muted"))
    }

    /// The families of type, as the value of `font-family`.
    pub(crate) fn families(&self) -> String {
        let role = if self.variant.is_print() { "chart" } else { "screen" };
        let quoted = |family: &&str| match *family {
            "sans-serif" | "serif" => (*family).to_owned(),
            name => format!("'{}'", name.replace('\'', "")),
        };
        let families = self.theme.families(role);
        families.iter().map(quoted).collect::<Vec<_>>().join(", ")
    }
}

/// Paint for words that may stand on lines.
pub(crate) fn halo(style: &Style, role: &'static str) -> Stroke {
    Stroke::fill(style.ink(role)).halo()
}
