//! `tongbao verify FOLDER`: recompute written results from the data, and say what differs.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use walkdir::WalkDir;

use crate::check::check;
use crate::cli::args::DataArguments;
use crate::cli::commands::check::{blocking, load_printable, open, show_findings};
use crate::cli::{FINDINGS, FINE, complain, print};
use crate::figures::Basis;
use crate::figures::audience::Audience;
use crate::load::Loaded;
use crate::model::book::Book;
use crate::model::book::current::moved;
use crate::model::dictionary::{Level, Word};
use crate::model::edition::release::SCHEMA;
use crate::model::value::period::Period;
use crate::results::comparison::{Comparison, compare};
use crate::results::release::computed;
use crate::sheet::Sheet;
use crate::sheet::revised::moved_in_words;

/// Name of the files that hold the results of editions, and of the folders with released ones.
const NAME: &str = "figures.json";
const RELEASED: &str = "released";
/// Differences of one file that are printed; the rest is counted.
const MOST: usize = 50;

/// Runs the command.
pub(super) fn run(path: &Path, arguments: &DataArguments) -> Result<u8> {
    let files = files(path)?;
    let folder = open(arguments)?;
    let loaded = load_printable(&folder, arguments)?;
    let findings = [loaded.diagnostics.clone(), check(&loaded.books).reported].concat();
    let located = show_findings(&findings, &folder, &loaded.files, arguments);
    if located.iter().any(|finding| blocking(finding, false)) {
        complain("数据有错，不能重算；先改好\n");
        return Ok(FINDINGS);
    }
    let mut differing = 0;
    for file in &files {
        let told = verify(file, &loaded)?;
        differing += usize::from(!told.differences.is_empty());
        print(&worded(file, &told))?;
    }
    let same = files.len() - differing;
    complain(&format!(
        "核对了{}个文件：{same}个与数据一致，{differing}个不同\n",
        files.len()
    ));
    Ok(if differing == 0 { FINE } else { FINDINGS })
}

/// The files with results in a folder, or the one that is named.
fn files(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    if !path.is_dir() {
        bail!(
            "找不到“{}”；写 tongbao build 生成的文件夹，或其中一个 figures.json",
            path.display()
        );
    }
    let entries = WalkDir::new(path).follow_links(false).sort_by_file_name();
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry.with_context(|| format!("读不了“{}”", path.display()))?;
        if entry.file_type().is_file() && holds_results(entry.path()) {
            found.push(entry.into_path());
        }
    }
    if found.is_empty() {
        bail!("“{}”里没有 figures.json；写 tongbao build 生成的文件夹", path.display());
    }
    Ok(found)
}

fn holds_results(path: &Path) -> bool {
    let is = |path: &Path, name: &str| path.file_name().is_some_and(|own| own == name);
    is(path, NAME) || path.parent().is_some_and(|folder| is(folder, RELEASED))
}

fn verify(path: &Path, loaded: &Loaded) -> Result<Comparison> {
    let bytes = fs::read(path).with_context(|| format!("读不出“{}”", path.display()))?;
    let fail = |problem: String| Comparison { count: 0, differences: vec![problem] };
    let file: Value = match serde_json::from_slice(&bytes) {
        Ok(file) => file,
        Err(error) => {
            return Ok(fail(format!("不是完整的 JSON（第{}行）", error.line())));
        }
    };
    let text = |key: &str| file.get(key).and_then(Value::as_str).unwrap_or_default();
    if text("schema").is_empty() {
        return Ok(fail("不是 tongbao 生成的结果：没有写明格式（schema）".to_owned()));
    }
    let Some(book) = loaded.books.iter().find(|book| book.id == text("book")) else {
        return Ok(fail(format!("数据里没有账本“{}”", text("book"))));
    };
    let Ok(period) = Period::parse(text("period")) else {
        return Ok(fail(format!("“{}”不是一期", text("period"))));
    };
    let until = book.counted_until().unwrap_or(period.end()).max(period.end());
    Ok(match text("schema") {
        SCHEMA => released(book, &Basis::of(book, until), &period, &bytes),
        "tongbao-figures/1" => {
            let Some(level) = level(text("audience")) else {
                return Ok(fail(format!("“{}”不是一种受众", text("audience"))));
            };
            let seen = book.redacted_for(level);
            let audience = Audience { level, book: &seen };
            let basis = Basis::for_audience(audience, book, until);
            let figures = basis.figures(&period);
            compare(&file, &Sheet::alone(&basis, &figures))
        }
        other => fail(format!("不认得“{other}”这种格式")),
    })
}

/// The audience that a file says it was made for.
fn level(id: &str) -> Option<Level> {
    Level::ALL.iter().find(|level| level.id() == id).copied()
}

/// A released file must be the one in the data, and its figures stand but for disclosed changes.
fn released(book: &Book, basis: &Basis, period: &Period, bytes: &[u8]) -> Comparison {
    let Some(release) = book.release(period) else {
        let told = format!("数据里没有 {period} 的发布存档");
        return Comparison { count: 0, differences: vec![told] };
    };
    let mut told = Vec::new();
    if !release.record.files.values().any(|file| file.as_ref() == bytes) {
        told.push("与数据里的发布存档不是同一份".to_owned());
    }
    for one in moved(book, period, &computed(basis, period)) {
        let parts = moved_in_words(book, &one.figure, &one.parts, ("公布为", "按数据为"));
        told.push(format!("{}：{parts}", one.figure.title()));
    }
    Comparison { count: release.record.figures.len(), differences: told }
}

fn worded(path: &Path, told: &Comparison) -> String {
    let path = path.display();
    if told.differences.is_empty() {
        return format!("{path}：{}个数，与数据一致\n", told.count);
    }
    let mut text = format!("{path}：{}处不同\n", told.differences.len());
    for difference in told.differences.iter().take(MOST) {
        text.push_str(&format!("  {difference}\n"));
    }
    if told.differences.len() > MOST {
        text.push_str(&format!("  还有{}处不再列出\n", told.differences.len() - MOST));
    }
    text
}
