//! How a shape is painted: fill, stroke and classes, as attributes.

use crate::render::svg::Variant;

/// A colour, with the name of its role where a style sheet may change it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ink {
    role: Option<&'static str>,
    color: String,
}

impl Ink {
    pub(super) fn role(role: &'static str, color: &str) -> Ink {
        let color = if is_color(color) { color } else { "#808080" };
        Ink { role: Some(role), color: color.to_owned() }
    }

    /// A colour from the data; none unless it is written `#rrggbb`.
    pub(super) fn own(color: &str) -> Option<Ink> {
        is_color(color).then(|| Ink { role: None, color: color.to_owned() })
    }
}

fn is_color(text: &str) -> bool {
    let digits = text.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The paint of one shape.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Pen {
    fill: Option<Ink>,
    stroke: Option<(Ink, f64)>,
    gradient: Option<String>,
    dash: Option<(f64, f64)>,
    radius: f64,
    bold: bool,
    halo: bool,
}

impl Pen {
    pub(super) fn fill(ink: Ink) -> Pen {
        Pen { fill: Some(ink), ..Pen::default() }
    }

    pub(super) fn line(ink: Ink, width: f64) -> Pen {
        Pen { stroke: Some((ink, width)), ..Pen::default() }
    }

    /// A fill that fades out downwards, by the id of its gradient.
    pub(super) fn fading(gradient: &str) -> Pen {
        Pen { gradient: Some(gradient.to_owned()), ..Pen::default() }
    }

    pub(super) fn outlined(mut self, ink: Ink, width: f64) -> Pen {
        self.stroke = Some((ink, width));
        self
    }

    pub(super) fn dashed(mut self, on: f64, off: f64) -> Pen {
        self.dash = Some((on, off));
        self
    }

    pub(super) fn rounded(mut self, radius: f64) -> Pen {
        self.radius = radius;
        self
    }

    pub(super) fn bold(mut self) -> Pen {
        self.bold = true;
        self
    }

    pub(super) fn bold_if(mut self, bold: bool) -> Pen {
        self.bold = bold;
        self
    }

    /// Text with an edge in the colour of the paper, so that it can be read on lines.
    pub(super) fn halo(mut self, paper: Ink, width: f64) -> Pen {
        self.stroke = Some((paper, width));
        self.halo = true;
        self
    }

    /// The colour of the edge around text, and the pen that writes without it.
    pub(super) fn without_edge(mut self) -> (Option<Ink>, Pen) {
        if !std::mem::take(&mut self.halo) {
            return (None, self);
        }
        (self.stroke.take().map(|(ink, _)| ink), self)
    }

    pub(super) fn is_bold(&self) -> bool {
        self.bold
    }

    /// The attributes, each with a blank before it. In a page, the style sheet knows the
    /// colours of the roles; a drawing in a document must carry everything itself.
    pub(super) fn attributes(&self, variant: Variant) -> String {
        let styled = variant != Variant::Print;
        let own = |ink: &Ink| !styled || ink.role.is_none();
        let mut out = self.classes(variant);
        match (&self.gradient, &self.fill) {
            (Some(id), _) => out += &format!(r#" fill="url(#{id})""#),
            (None, Some(ink)) if own(ink) => out += &format!(r#" fill="{}""#, ink.color),
            (None, Some(_)) => {}
            (None, None) if styled => {}
            (None, None) => out += r#" fill="none""#,
        }
        if let Some((ink, width)) =
            self.stroke.as_ref().filter(|_| !(styled && self.halo))
        {
            if own(ink) {
                out += &format!(r#" stroke="{}""#, ink.color);
            }
            if (*width - 1.0).abs() > 0.04 {
                out += &format!(r#" stroke-width="{width:.1}""#);
            }
        }
        if let Some((on, off)) = self.dash {
            out += &format!(r#" stroke-dasharray="{on:.1} {off:.1}""#);
        }
        if self.radius > 0.0 {
            out += &format!(r#" rx="{:.1}""#, self.radius);
        }
        if self.bold {
            out += r#" font-weight="bold""#;
        }
        if self.halo && !styled {
            out += r#" paint-order="stroke""#;
        }
        out
    }

    fn classes(&self, variant: Variant) -> String {
        if variant == Variant::Print {
            return String::new();
        }
        let fill = self.fill.as_ref().and_then(|ink| ink.role);
        let stroke = self.stroke.as_ref().and_then(|(ink, _)| ink.role);
        let line = stroke.map(|role| match self.halo {
            true => "halo".to_owned(),
            false => format!("line-{role}"),
        });
        let fill = fill.map(|role| format!("fill-{role}"));
        let names: Vec<String> = fill.into_iter().chain(line).collect();
        if names.is_empty() {
            String::new()
        } else {
            format!(r#" class="{}""#, names.join(" "))
        }
    }
}
