//! A small data folder in memory: the minimal book with some files laid over it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use tongbao::check::run::{check, check_figures};
use tongbao::diagnostic::{Located, Severity};
use tongbao::load::load_with;
use tongbao::load::place::locate;
use tongbao::load::source::files::{Listed, ListedKind, Tree};
use tongbao::load::themes::unknown_themes;
use tongbao::report::callable;
use tongbao::theme::Theme;
use tongbao::theme::fonts::Fonts;

/// Files by path, the book being `demo`.
#[derive(Clone)]
pub(crate) struct Case {
    files: BTreeMap<String, Vec<u8>>,
}

impl Case {
    /// The minimal book.
    pub(crate) fn minimal() -> Case {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/minimal");
        let mut files = BTreeMap::new();
        for path in files_in(&root) {
            let name =
                path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
            files.insert(format!("demo/{name}"), fs::read(&path).unwrap());
        }
        Case { files }
    }

    /// No book at all.
    pub(crate) fn empty() -> Case {
        Case { files: BTreeMap::new() }
    }

    /// Puts a file in, or replaces it.
    pub(crate) fn with(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Case {
        self.files.insert(format!("demo/{path}"), bytes.into());
        self
    }

    /// Lays keys over a file: they stand first, then the keys of the minimal file that they do not replace.
    pub(crate) fn laid_over(self, path: &str, text: &str) -> Case {
        let folder = format!("demo/{}", path.split('/').next().unwrap_or(path));
        let minimal = Case::minimal().files;
        let own = minimal.get(&format!("demo/{path}"));
        let alike = || minimal.iter().find(|(name, _)| name.starts_with(&folder));
        let base = own.or_else(|| alike().map(|(_, bytes)| bytes));
        let base = base.map_or("", |bytes| std::str::from_utf8(bytes).unwrap());
        let whole = if !path.ends_with(".md") {
            merged(text, base)
        } else if text.starts_with("---") {
            text.to_owned()
        } else {
            format!("{}---\n\n{text}", &base[..base.rfind("---\n").unwrap()])
        };
        self.with(path, whole)
    }

    /// Every finding of loading and checking.
    pub(crate) fn findings(&self) -> Vec<Located> {
        let loaded = load_with(self, &|character| covered().covers(character), None);
        let themes = unknown_themes(&loaded.books, |name| name == "default");
        let checked = check(&loaded.books, &callable());
        let mut findings = [loaded.diagnostics, themes, checked.reported].concat();
        if findings.iter().all(|finding| finding.severity != Severity::Error) {
            findings.extend(loaded.books.iter().flat_map(check_figures));
        }
        locate(&findings, self, &loaded.files, "")
    }

    /// Whether no finding is an error.
    pub(crate) fn has_no_errors(&self) -> bool {
        self.findings().iter().all(|finding| finding.severity != Severity::Error)
    }

    /// The files that differ from those of another case, by their paths in the book.
    pub(crate) fn beyond<'a>(
        &'a self,
        other: &'a Case,
    ) -> impl Iterator<Item = (String, String)> + 'a {
        let own = self.files.iter();
        let own = own.filter(|(path, bytes)| other.files.get(*path) != Some(bytes));
        own.filter_map(|(path, bytes)| {
            let text = String::from_utf8(bytes.clone()).ok()?;
            Some((path.strip_prefix("demo/")?.to_owned(), text))
        })
    }

    /// Every finding as `code path:line:column message`.
    pub(crate) fn lines(&self) -> Vec<String> {
        let line = |finding: &Located| {
            let place = &finding.places[0];
            let path = place.path.strip_prefix("demo/").unwrap_or(&place.path);
            let at = place.position.as_ref();
            let at =
                at.map(|at| format!(":{}:{}", at.line, at.column)).unwrap_or_default();
            format!("{} {path}{at} {}", finding.code, finding.message)
        };
        self.findings().iter().map(line).collect()
    }
}

impl Tree for Case {
    fn list(&self) -> Vec<Listed> {
        let listed = |(path, bytes): (&String, &Vec<u8>)| Listed {
            path: path.clone(),
            kind: ListedKind::File(bytes.len() as u64),
        };
        self.files.iter().map(listed).collect()
    }

    fn read(&self, path: &str) -> anyhow::Result<Vec<u8>> {
        self.files.get(path).cloned().ok_or_else(|| anyhow::anyhow!("no {path}"))
    }
}

/// Every file in a folder, sorted.
pub(crate) fn files_in(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files_in(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

fn merged(text: &str, base: &str) -> String {
    let mut whole = text.trim_end().to_owned() + "\n";
    let given: Vec<&str> = text.lines().filter_map(key).collect();
    let mut keep = true;
    for line in base.lines() {
        if let Some(key) = key(line) {
            keep = !given.contains(&key);
        }
        if keep {
            whole.push_str(line);
            whole.push('\n');
        }
    }
    whole
}

/// The key that a line begins with, at the left margin.
fn key(line: &str) -> Option<&str> {
    let end = line.find([':', '：'])?;
    let first = line.chars().next()?;
    (!first.is_whitespace() && !matches!(first, '#' | '-' | '<' | '>' | '='))
        .then(|| line[..end].trim())
}

/// The fonts of the built-in theme, unpacked once.
fn covered() -> &'static Fonts {
    static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
        Fonts::read(&Theme::builtin()).expect("the built-in fonts are whole")
    });
    &FONTS
}
