//! Style sheets and scripts: a page that is sent alone carries those that it uses and names their
//! hashes; others share one sheet and one script in their book's folder.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::render::html::link::Way;
use crate::render::html::markup::Markup;
use crate::theme::Theme;

/// A style sheet or script that pages carry.
struct Supply {
    name: String,
    text: String,
    /// Its hash as a source of the content security policy.
    hash: String,
}

impl Supply {
    fn new(name: &str, text: String) -> Supply {
        let hash = format!("'sha256-{}'", STANDARD.encode(Sha256::digest(&text)));
        Supply { name: name.to_owned(), text, hash }
    }
}

/// The style sheet that the pages of a book share, in its folder.
pub(super) const SHEET: &str = "site.css";

/// The script that the pages of a book share, in its folder.
pub(super) const SCRIPT: &str = "site.js";

/// The styles of the sheet, in the order in which later ones prevail.
const STYLES: &[&str] = &[
    "colors", "base", "cards", "chart", "drawing", "facts", "table", "sieve", "trace",
    "glance", "search",
];

/// The scripts of the script; each does nothing on a page without what it is for.
const SCRIPTS: &[&str] = &["find", "table", "trace", "search"];

/// What every page is allowed: pictures inside it, and nothing else.
const POLICY: &str =
    "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:";

/// What a page with files beside it is allowed too. On a server they are of its own origin; on a
/// disk no file is of another's, so that the scheme is named.
const BESIDE: &str = "; style-src 'self' file:; script-src 'self' file:";

/// What a page wears and runs.
pub(super) struct Dress {
    /// Its content security policy.
    pub(super) policy: String,
    /// Elements with its styles, or a link to them.
    pub(super) styles: String,
    /// Elements with its scripts, or that fetch them.
    pub(super) scripts: String,
}

impl Dress {
    /// What a page wears and runs that reads the files in its book's folder.
    pub(super) fn beside(way: Way) -> Dress {
        let (mut styles, mut scripts) = (Markup::default(), Markup::default());
        styles.push("<link rel=\"stylesheet\"").attribute("href", &way.to(SHEET));
        scripts.push("<script").attribute("src", &way.to(SCRIPT));
        Dress {
            policy: format!("{POLICY}{BESIDE}"),
            styles: styles.push(">\n").as_str().to_owned(),
            scripts: scripts.push("></script>\n").as_str().to_owned(),
        }
    }
}

/// All style sheets and scripts of a theme.
pub(super) struct Assets {
    styles: Vec<Supply>,
    scripts: Vec<Supply>,
}

impl Assets {
    /// Reads them from the folders `css` and `js` of the theme; colours come first.
    pub(super) fn new(theme: &Theme) -> Assets {
        let mut styles = vec![Supply::new("colors", colors(theme))];
        styles.extend(folder(theme, "css/", ".css", tight));
        Assets { styles, scripts: folder(theme, "js/", ".js", compact) }
    }

    /// What a page wears and runs that carries these styles and scripts, and nothing else.
    pub(super) fn dress(&self, styles: &[&str], scripts: &[&str]) -> Dress {
        let mut policy = POLICY.to_owned();
        let styles = carried("style", chosen(&self.styles, styles), &mut policy);
        let scripts = carried("script", chosen(&self.scripts, scripts), &mut policy);
        Dress { policy, styles, scripts }
    }

    /// The files that the pages of a book share, by their names in its folder.
    pub(super) fn shared(&self) -> [(&'static str, String); 2] {
        let styles = chosen(&self.styles, STYLES).map(|style| style.text.as_str());
        let scripts = chosen(&self.scripts, SCRIPTS).map(|script| script.text.as_str());
        let scripts: Vec<&str> = scripts.collect();
        [(SHEET, styles.collect()), (SCRIPT, scripts.join("\n"))]
    }
}

/// The supplies of these names, in the order of the names, by which later ones prevail.
fn chosen<'a>(all: &'a [Supply], names: &'a [&str]) -> impl Iterator<Item = &'a Supply> {
    names.iter().filter_map(|name| all.iter().find(|supply| supply.name == *name))
}

/// Elements with these supplies; the policy allows them by their hashes.
fn carried<'a>(
    element: &str,
    supplies: impl Iterator<Item = &'a Supply>,
    policy: &mut String,
) -> String {
    let (mut elements, mut sources) = (String::new(), String::new());
    for Supply { text, hash, .. } in supplies {
        elements.push_str(&format!("<{element}>{text}</{element}>\n"));
        sources.push_str(&format!(" {hash}"));
    }
    if !sources.is_empty() {
        policy.push_str(&format!("; {element}-src{sources}"));
    }
    elements
}

fn folder(
    theme: &Theme,
    prefix: &str,
    ending: &str,
    smaller: fn(&str) -> String,
) -> Vec<Supply> {
    let files = theme.folder(prefix).filter_map(|(path, bytes)| {
        let name = path.strip_prefix(prefix)?.strip_suffix(ending)?;
        Some(Supply::new(name, smaller(&String::from_utf8_lossy(bytes))))
    });
    files.collect()
}

/// The colours of the theme as variables: `color.*`, and `dark.*` for dark screens.
fn colors(theme: &Theme) -> String {
    let variables = |group: &str| {
        let mut text = String::new();
        for (key, value) in theme.settings() {
            if let Some(name) = key.strip_prefix(group)
                && value
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || "#(),.% ".contains(c))
            {
                text.push_str(&format!("--{name}:{value};"));
            }
        }
        text
    };
    format!(
        ":root{{{}}}@media screen and (prefers-color-scheme:dark){{:root{{{}}}}}",
        variables("color."),
        variables("dark.")
    )
}

/// Leaves out comments between `/*` and `*/`, blank lines and indentation.
fn compact(text: &str) -> String {
    let mut kept = String::new();
    let mut remaining = text;
    while let Some((before, after)) = remaining.split_once("/*") {
        kept.push_str(before);
        remaining = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(remaining);
    let lines = kept.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<&str>>().join("\n")
}

/// A style sheet without the blanks that mean nothing; every page of the site carries it.
fn tight(text: &str) -> String {
    let mut tight = compact(text).replace('\n', " ");
    for (loose, close) in
        [(" {", "{"), ("{ ", "{"), ("; ", ";"), (": ", ":"), (", ", ","), (" }", "}")]
    {
        tight = tight.replace(loose, close);
    }
    tight.replace("} ", "}").replace(";}", "}").replace(" > ", ">")
}

#[cfg(test)]
mod tests {
    use super::{Assets, compact, tight};
    use crate::theme::Theme;

    #[test]
    fn every_colour_that_a_style_uses_is_declared_for_light_and_dark() {
        let theme = Theme::builtin();
        let assets = Assets::new(&theme);
        let (colors, others) = assets.styles.split_first().unwrap();
        let used = others.iter().flat_map(|style| style.text.split("var(").skip(1));
        let mut count = 0;
        for name in used.filter_map(|use_of| use_of.split(')').next()) {
            assert_eq!(colors.text.matches(&format!("{name}:")).count(), 2, "{name}");
            count += 1;
        }
        assert!(count > 20);
    }

    #[test]
    fn a_style_sheet_keeps_its_meaning_without_blanks() {
        let text = ".a > b, i { c: d(1rem - 2px); }\n@media (e: f) {\n  g h { i: j; }\n}";
        assert_eq!(tight(text), ".a>b,i{c:d(1rem - 2px)}@media (e:f){g h{i:j}}");
    }

    #[test]
    fn comments_and_indentation_are_left_out() {
        assert_eq!(compact("/* a */\n  b {\n    c: d; /* e */\n  }\n"), "b {\nc: d;\n}");
    }
}
