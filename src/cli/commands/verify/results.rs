//! `tongbao verify FOLDER`: recompute written results from the data, and say what differs.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::error::Category;
use walkdir::WalkDir;

use crate::cli::console::{Exit, complain, print};
use crate::cli::data::Data;
use crate::cli::data_arguments::DataArguments;
use crate::cli::findings::{Findings, block};
use crate::diagnostic::plain::plain_line;
use crate::figures::audience::Audience;
use crate::figures::basis::Basis;
use crate::load::Loaded;
use crate::model::book::Book;
use crate::model::book::current::{Moved, moved};
use crate::model::dictionary::Level;
use crate::model::edition::release;
use crate::model::value::period::Period;
use crate::results::comparison::{Comparison, compare};
use crate::results::figures_file;
use crate::results::release::{computed, released_file};
use crate::sheet::Sheet;
use crate::sheet::revised::moved_in_words;

/// Name of the files that hold the results of editions, and of the folders with released ones.
const NAME: &str = "figures.json";
const RELEASED: &str = "released";
/// Differences of one file that are printed; the rest is counted.
const MOST: usize = 50;

/// Runs the command.
pub(super) fn run(path: &Path, arguments: &DataArguments) -> Result<Exit> {
    let files = files(path)?;
    let data = Data::open(arguments)?;
    data.progress.end();
    let findings = data.complain_of(&Findings::of_records(&data.loaded).reported);
    if block(&findings, false) {
        complain("数据有错，不能重算；先改好\n");
        return Ok(Exit::Findings);
    }
    let mut differing = 0;
    for file in &files {
        let comparison = verify(file, &data.loaded)?;
        let worded = worded(file, &comparison);
        if comparison.differences.is_empty() {
            data.progress.say(&worded)?;
        } else {
            differing += 1;
            print(&worded)?;
        }
    }
    let same = files.len() - differing;
    data.progress.note(&format!(
        "核对了{}个文件：{same}个与数据一致，{differing}个不同\n",
        files.len()
    ));
    Ok(if differing == 0 { Exit::Fine } else { Exit::Findings })
}

/// Returns the files with results in a folder, or the one that is named.
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
    let mut files = Vec::new();
    for entry in WalkDir::new(path).follow_links(false).sort_by_file_name() {
        let entry = entry.with_context(|| format!("读不了“{}”", path.display()))?;
        if entry.file_type().is_file() && holds_results(entry.path()) {
            files.push(entry.into_path());
        }
    }
    if files.is_empty() {
        bail!("“{}”里没有 figures.json；写 tongbao build 生成的文件夹", path.display());
    }
    Ok(files)
}

fn holds_results(path: &Path) -> bool {
    is_called(path, NAME)
        || path.parent().is_some_and(|folder| is_called(folder, RELEASED))
}

fn is_called(path: &Path, name: &str) -> bool {
    path.file_name().is_some_and(|last| last == name)
}

/// What a file of results says of itself.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Head {
    schema: String,
    book: String,
    period: String,
    audience: String,
}

/// Compares a file with the data; what keeps it from being compared is its one difference.
fn verify(path: &Path, loaded: &Loaded) -> Result<Comparison> {
    let bytes = fs::read(path).with_context(|| format!("读不出“{}”", path.display()))?;
    Ok(recompute(&bytes, &loaded.books).unwrap_or_else(Comparison::refused))
}

/// Computes what a file holds from the data, and compares; fails with what is wrong with the file.
fn recompute(bytes: &[u8], books: &[Book]) -> Result<Comparison, String> {
    let head: Head =
        serde_json::from_slice(bytes).map_err(|error| match error.classify() {
            Category::Data => "不是 tongbao 生成的结果".to_owned(),
            _ => format!("不是完整的 JSON（第{}行）", error.line()),
        })?;
    if head.schema.is_empty() {
        return Err("不是 tongbao 生成的结果：没有写明格式（schema）".to_owned());
    }
    let book = books
        .iter()
        .find(|book| book.id == head.book)
        .ok_or_else(|| format!("数据里没有账本“{}”", head.book))?;
    let period: Period =
        head.period.parse().map_err(|_| format!("“{}”不是一期", head.period))?;
    let until = book.counted_until().unwrap_or(period.end()).max(period.end());
    match head.schema.as_str() {
        release::SCHEMA => released(book, &Basis::of(book, until), &period, bytes),
        figures_file::SCHEMA => {
            let level = Level::with_id(&head.audience)
                .ok_or_else(|| format!("“{}”不是一种受众", head.audience))?;
            let redacted = book.redacted_for(level);
            let audience = Audience { level, book: &redacted };
            let basis = Basis::for_audience(audience, book, until);
            let figures = basis.figures(&period);
            compare(bytes, &Sheet::alone(&basis, &figures))
        }
        other => Err(format!("不认得“{other}”这种格式")),
    }
}

/// A released file must be the one in the data, and its figures stand but for disclosed changes.
fn released(
    book: &Book,
    basis: &Basis,
    period: &Period,
    bytes: &[u8],
) -> Result<Comparison, String> {
    let release = book
        .release(period)
        .map(|release| &release.record)
        .ok_or_else(|| format!("数据里没有 {period} 的发布存档"))?;
    let mut differences = Vec::new();
    let is_file_of = |level: &Level| {
        let seen = book.redacted_for(*level);
        let release = seen.release(period);
        release.is_some_and(|release| released_file(&release.record).as_ref() == bytes)
    };
    if !Level::ALL.iter().any(is_file_of) {
        differences.push("与数据里的发布存档不是同一份".to_owned());
    }
    for Moved { figure, parts, .. } in moved(book, period, &computed(basis, period)) {
        let parts = moved_in_words(book, &figure, &parts, ("公布为", "按数据为"));
        differences.push(format!("{}：{parts}", figure.title()));
    }
    let count = release.figures.len() + release.scores.len();
    Ok(Comparison { count, differences })
}

fn worded(path: &Path, comparison: &Comparison) -> String {
    let Comparison { count, differences } = comparison;
    let path = path.to_string_lossy();
    let path = plain_line(&path);
    if differences.is_empty() {
        return format!("{path}：{count}个数，与数据一致\n");
    }
    let mut text = format!("{path}：{}处不同\n", differences.len());
    for difference in differences.iter().take(MOST) {
        text.push_str(&format!("  {}\n", plain_line(difference)));
    }
    if differences.len() > MOST {
        text.push_str(&format!("  还有{}处不再列出\n", differences.len() - MOST));
    }
    text
}
