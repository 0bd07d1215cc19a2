//! The appearance: templates, styles, colours, words and fonts of a theme.

pub mod coverage;
pub mod fonts;
mod pairs;

use std::borrow::Cow;
use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use crate::theme::pairs::parse_pairs;

static BUILTIN: Dir = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// A theme: every file by its path inside the theme's folder, overrides already laid over the built-in ones.
#[derive(Clone, Debug)]
pub struct Theme {
    files: BTreeMap<String, Cow<'static, [u8]>>,
    settings: BTreeMap<String, String>,
}

impl Theme {
    /// The theme inside the binary.
    pub fn builtin() -> Theme {
        Theme::with(BTreeMap::new()).expect("the built-in theme is complete")
    }

    /// The built-in theme with some files replaced or added, by their paths inside the folder.
    pub fn with(overrides: BTreeMap<String, Vec<u8>>) -> anyhow::Result<Theme> {
        let mut files = BTreeMap::new();
        collect(&BUILTIN, &mut files);
        let mut settings = parse_pairs("theme.txt", &text_of(&files, "theme.txt"))?;
        if let Some(text) = overrides.get("theme.txt") {
            settings.extend(parse_pairs("theme.txt", &String::from_utf8_lossy(text))?);
        }
        files
            .extend(overrides.into_iter().map(|(path, bytes)| (path, Cow::Owned(bytes))));
        Ok(Theme { files, settings })
    }

    /// Returns a text file of the theme, such as `html/page.html`; empty if there is none.
    pub fn text(&self, path: &str) -> String {
        text_of(&self.files, path)
    }

    /// The files below a folder, such as `fonts/`, by path in order.
    pub fn folder<'a>(
        &'a self,
        prefix: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        let below = self.files.range(prefix.to_owned()..);
        below
            .take_while(move |(path, _)| path.starts_with(prefix))
            .map(|(path, bytes)| (path.as_str(), bytes.as_ref()))
    }

    /// The files that are not built in, by path in order.
    pub fn own_files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().filter_map(|(path, bytes)| match bytes {
            Cow::Owned(bytes) => Some((path.as_str(), bytes.as_slice())),
            Cow::Borrowed(_) => None,
        })
    }

    /// A colour as `#rrggbb`.
    pub fn color(&self, name: &str) -> &str {
        self.setting(&format!("color.{name}"))
    }

    /// The families of a role of type, first choice first.
    pub fn families(&self, role: &str) -> Vec<&str> {
        self.setting(&format!("font.{role}")).split(',').map(str::trim).collect()
    }

    /// All settings of `theme.txt`, by key in order.
    pub fn settings(&self) -> &BTreeMap<String, String> {
        &self.settings
    }

    fn setting(&self, key: &str) -> &str {
        self.settings.get(key).map_or("", String::as_str)
    }
}

fn text_of(files: &BTreeMap<String, Cow<'static, [u8]>>, path: &str) -> String {
    files
        .get(path)
        .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
        .unwrap_or_default()
}

fn collect(dir: &'static Dir, files: &mut BTreeMap<String, Cow<'static, [u8]>>) {
    for file in dir.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        files.insert(path, Cow::Borrowed(file.contents()));
    }
    for child in dir.dirs() {
        collect(child, files);
    }
}
