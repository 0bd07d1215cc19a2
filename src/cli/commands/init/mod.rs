//! `tongbao init`: a book that checks and builds, from five answers.

mod answers;
mod files;
mod form;
mod given;
mod questions;

use std::fs;
use std::io::{IsTerminal, stdin};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use crate::cli::commands::init::answers::Answers;
use crate::cli::commands::init::given::Given;
use crate::cli::commands::init::questions::asked;
use crate::cli::console::{Exit, complain, print};
use crate::cli::findings::Findings;
use crate::cli::progress::{Progress, Voice};
use crate::cli::project;
use crate::cli::record_file::prepare;
use crate::diagnostic::format::FORMATS;
use crate::load::load_with;
use crate::load::place::locate;
use crate::load::source::laid::Laid;
use crate::model::value::word::Id;

/// 新建一个账本：问五个问题，写出能核对、能生成的一套文件
#[derive(Args, Debug)]
#[command(
    override_usage = "tongbao init [文件夹] [选项]",
    next_help_heading = "选项",
    after_help = "五个问题没有用选项写的，在屏幕上问；不在屏幕前运行的，要写全 --name、--first、--units"
)]
pub(crate) struct Arguments {
    /// 项目的文件夹，账本写在其中的 data/；不写则为当前的项目或文件夹
    #[arg(value_name = "文件夹", help_heading = "参数")]
    root: Option<PathBuf>,
    #[command(flatten)]
    given: Given,
    /// 账本的文件夹名，只用小写字母、数字和连字符；不写则用名称的拼音
    #[arg(long, value_name = "账本")]
    book: Option<String>,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    let answers = match arguments.given.answers() {
        Some(answers) => answers,
        None if stdin().is_terminal() => asked(&arguments.given, &mut stdin().lock())?,
        None => {
            bail!("写全 --name、--first、--units，或在屏幕前运行 tongbao init，逐个回答")
        }
    };
    let root = arguments.root.clone().unwrap_or_else(project::root);
    let id = arguments.book.clone().unwrap_or_else(|| answers.book_id());
    if !Id::is_plain(&id) {
        bail!("账本的文件夹名“{id}”不行：只用小写字母、数字和连字符，用 --book 另写一个");
    }
    if root.join("data").join(&id).symlink_metadata().is_ok() {
        bail!("已有账本 data/{id}，不会改动它；要另建的，用 --book 另写一个名字");
    }
    let book = files::of_book(&answers, &id);
    if let Some(findings) = findings(&book) {
        complain(&findings);
        complain("这样建的账本有以上问题，什么也没有写；改了回答再来\n");
        return Ok(Exit::Findings);
    }
    write(&root, &book)?;
    print(&closing(&root, &id, &answers))?;
    Ok(Exit::Fine)
}

/// Returns what a check has to say of the book; `None` if it is sound.
fn findings(book: &files::Files) -> Option<String> {
    let tree = Laid { below: None, above: book.clone() };
    let loaded = load_with(&tree, &|_| true, None);
    let progress = Progress::begin("核对账本", Voice::Quiet);
    let findings = Findings::of(&loaded, &progress).reported;
    let located = locate(&findings, &tree, &loaded.files, "data");
    (!located.is_empty()).then(|| (FORMATS[0].show)(&located, false))
}

/// Writes the book, and what of the project is not there yet.
fn write(root: &Path, book: &files::Files) -> Result<()> {
    let of_book = book.iter().map(|(path, bytes)| (format!("data/{path}"), bytes));
    let of_project = files::of_project();
    let of_project = of_project.iter().map(|(path, bytes)| (path.clone(), bytes));
    let absent =
        of_project.filter(|(path, _)| root.join(path).symlink_metadata().is_err());
    let prepared: Vec<_> = of_book
        .chain(absent)
        .map(|(path, bytes)| prepare(&root.join(path), bytes))
        .collect::<Result<_>>()?;
    prepared.into_iter().try_for_each(|file| file.place())?;
    // Git keeps no empty folder, but who looks for the place of the projects finds it.
    Ok(fs::create_dir_all(root.join("data"))?)
}

fn closing(root: &Path, id: &str, answers: &Answers) -> String {
    let place = root.strip_prefix(".").unwrap_or(root).join("data").join(id);
    let go = match &*root.to_string_lossy() {
        "" | "." => String::new(),
        root => format!("  cd {root}\n"),
    };
    format!(
        "{}：账本写在 {}，核对没有问题\n接着：\n{go}  \
         tongbao new project 名称=某项目 责任单位={}\n  tongbao check\n  tongbao build\n",
        answers.name,
        place.display(),
        answers.units.0[0].name,
    )
}
