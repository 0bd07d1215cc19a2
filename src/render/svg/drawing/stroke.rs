//! How a shape is painted: fill, stroke and classes, as attributes.

use crate::render::svg::variant::Variant;

/// A colour, with the name of its role where a style sheet may change it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ink {
    role: Option<&'static str>,
    color: String,
}

impl Ink {
    /// The colour of a role; grey unless it is written `#rrggbb`.
    pub(crate) fn of_role(role: &'static str, color: &str) -> Ink {
        let color = if is_color(color) { color } else { "#808080" };
        Ink { role: Some(role), color: color.to_owned() }
    }

    /// A colour from the data; `None` unless it is written `#rrggbb`.
    pub(crate) fn of_data(color: &str) -> Option<Ink> {
        is_color(color).then(|| Ink { role: None, color: color.to_owned() })
    }
}

fn is_color(text: &str) -> bool {
    let digits = text.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The paint of one shape.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Stroke {
    fill: Option<Ink>,
    stroke: Option<(Ink, f64)>,
    gradient: Option<String>,
    dash: Option<(f64, f64)>,
    radius: f64,
    bold: bool,
    halo: bool,
}

impl Stroke {
    pub(crate) fn fill(ink: Ink) -> Stroke {
        Stroke { fill: Some(ink), ..Stroke::default() }
    }

    pub(crate) fn line(ink: Ink, width: f64) -> Stroke {
        Stroke { stroke: Some((ink, width)), ..Stroke::default() }
    }

    /// A fill that fades out downwards, by the id of its gradient.
    pub(crate) fn fading(gradient: String) -> Stroke {
        Stroke { gradient: Some(gradient), ..Stroke::default() }
    }

    pub(crate) fn outlined(mut self, ink: Ink, width: f64) -> Stroke {
        self.stroke = Some((ink, width));
        self
    }

    pub(crate) fn dashed(mut self, on: f64, off: f64) -> Stroke {
        self.dash = Some((on, off));
        self
    }

    pub(crate) fn rounded(mut self, radius: f64) -> Stroke {
        self.radius = radius;
        self
    }

    pub(crate) fn bold(self) -> Stroke {
        self.bold_if(true)
    }

    pub(crate) fn bold_if(mut self, bold: bool) -> Stroke {
        self.bold = bold;
        self
    }

    /// Keeps the lines around a text away from it, so that it can be read on them.
    pub(crate) fn halo(mut self) -> Stroke {
        self.halo = true;
        self
    }

    pub(crate) fn has_halo(&self) -> bool {
        self.halo
    }

    pub(crate) fn is_bold(&self) -> bool {
        self.bold
    }

    /// The attributes, each with a blank before it. In a page, the style sheet knows the
    /// colours of the roles; a drawing in a document must carry everything itself.
    pub(crate) fn attributes(&self, variant: Variant) -> String {
        let styled = !variant.is_print();
        let written = |ink: &Ink| !styled || ink.role.is_none();
        let mut out = if styled { self.classes() } else { String::new() };
        match (&self.gradient, &self.fill) {
            (Some(id), _) => out += &format!(r#" fill="url(#{id})""#),
            (None, Some(ink)) if written(ink) => {
                out += &format!(r#" fill="{}""#, ink.color);
            }
            (None, None) if !styled => out += r#" fill="none""#,
            (None, _) => {}
        }
        if let Some((ink, width)) = &self.stroke {
            if written(ink) {
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
        out
    }

    fn classes(&self) -> String {
        let fill = self.fill.as_ref().and_then(|ink| ink.role);
        let line = self.stroke.as_ref().and_then(|(ink, _)| ink.role);
        let names = [
            fill.map(|role| format!("fill-{role}")),
            line.map(|role| format!("line-{role}")),
            self.halo.then(|| "halo".to_owned()),
        ];
        let names: Vec<String> = names.into_iter().flatten().collect();
        if names.is_empty() {
            return String::new();
        }
        format!(r#" class="{}""#, names.join(" "))
    }
}
