//! The shells of pages, which are the templates of a theme, with holes for what a page holds.

use anyhow::Context as _;
use serde::Serialize;
use tera::{Context, Tera, Value};

use crate::render::html::assets::Dress;
use crate::render::html::markup::Markup;
use crate::theme::Theme;
use crate::view::site::Marks;

/// Bytes that hold the rest of most pages.
const SHELL: usize = 2 * 1024;

/// The shells of a theme, made ready once.
pub(super) struct Shells {
    tera: Tera,
}

/// What a page puts into the holes of its shell.
pub(super) struct Holes {
    context: Context,
    /// Bytes of all that is put in.
    size: usize,
}

impl Shells {
    /// Reads the templates of the theme; each page bears the marks.
    pub(super) fn new(theme: &Theme, marks: Marks) -> anyhow::Result<Shells> {
        let mut tera = Tera::new();
        tera.autoescape_on([".html"]);
        tera.global_context().insert("audience", marks.audience);
        tera.global_context().insert("watermark", marks.watermark);
        let templates = theme.folder("html/").map(|(path, bytes)| {
            let name = path.trim_start_matches("html/").to_owned();
            (name, String::from_utf8_lossy(bytes).into_owned())
        });
        tera.add_raw_templates(templates.collect::<Vec<(String, String)>>())
            .context("主题的网页模板有错")?;
        Ok(Shells { tera })
    }

    /// A page in its shell.
    pub(super) fn print(
        &self,
        shell: &str,
        dress: &Dress,
        holes: Holes,
    ) -> anyhow::Result<Vec<u8>> {
        let Holes { context, size } = holes
            .safe("policy", &dress.policy)
            .safe("styles", &dress.styles)
            .safe("scripts", &dress.scripts);
        let mut bytes = Vec::with_capacity(size + SHELL);
        self.tera.render_to(shell, &context, &mut bytes)?;
        Ok(bytes)
    }
}

impl Holes {
    /// No holes yet.
    pub(super) fn new() -> Holes {
        Holes { context: Context::new(), size: 0 }
    }

    /// Holes with the fields of a view.
    pub(super) fn of(view: &impl Serialize) -> anyhow::Result<Holes> {
        Ok(Holes { context: Context::from_serialize(view)?, size: 0 })
    }

    /// Puts a text into a hole; the shell escapes it.
    pub(super) fn text(mut self, hole: &'static str, text: &str) -> Holes {
        self.context.insert_value(hole, Value::normal_string(text));
        self
    }

    /// Puts markup of our own into a hole.
    pub(super) fn ours(self, hole: &'static str, markup: &'static str) -> Holes {
        self.safe(hole, markup)
    }

    /// Puts a list into a hole, whose values the shell knows.
    pub(super) fn list(mut self, hole: &'static str, values: &[impl Serialize]) -> Holes {
        self.context.insert(hole, values);
        self
    }

    /// Puts markup into a hole, which the shell prints as it is.
    pub(super) fn markup(self, hole: &'static str, markup: &Markup) -> Holes {
        self.safe(hole, markup.as_str())
    }

    fn safe(mut self, hole: &'static str, text: &str) -> Holes {
        self.context.insert_value(hole, Value::safe_string(text));
        self.size += text.len();
        self
    }
}
