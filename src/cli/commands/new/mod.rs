//! `tongbao new`: a record in its place, with the next id and the line for editors.

mod draft;
mod edition;
mod numbering;
mod period_words;
mod plan;
mod record;
mod report;

use std::path::Path;

use anyhow::{Result, bail};
use clap::Args;

use crate::cli::commands::new::draft::{Asked, Draft};
use crate::cli::console::Exit;
use crate::cli::data::Data;
use crate::cli::data_arguments::DataArguments;
use crate::cli::findings::Findings;
use crate::cli::project::today::Today;
use crate::cli::record_file::prepare;
use crate::cli::values::item;
use crate::diagnostic::{Located, Severity};
use crate::load::load_with;
use crate::load::place::locate;
use crate::load::source::laid::Laid;
use crate::model::book::Book;

/// A kind of what can be made.
#[derive(Debug)]
struct Kind {
    name: &'static str,
    make: fn(&Asked) -> Result<Draft>,
}

const KINDS: &[Kind] = &[
    Kind { name: "project", make: record::project },
    Kind { name: "activity", make: record::activity },
    Kind { name: "edition", make: edition::edition },
    Kind { name: "report", make: report::report },
    Kind { name: "plan", make: plan::plan },
];

/// 新写一份：项目、活动、一期通报、一个月的上报数、下一年的方案
#[derive(Args, Debug)]
#[command(
    override_usage = "tongbao new <类别> [期或年] [键=值]… [选项]",
    next_help_heading = "选项",
    after_help = "例：tongbao new project 名称=港口仓储项目 责任单位=县交通局 来源地=省外\n    tongbao new edition\n    tongbao new report 2026-03\n    tongbao new plan 2027"
)]
pub(crate) struct Arguments {
    /// project 项目，activity 活动，edition 通报，report 上报数，plan 方案
    #[arg(value_name = "类别", help_heading = "参数", hide_possible_values = true,
        value_parser = item(KINDS, |kind| kind.name))]
    kind: &'static Kind,
    /// 通报、上报数写期，不写则接着上一期；方案写年；项目、活动照数据的写法写 键=值
    #[arg(value_name = "期、年或键=值", help_heading = "参数")]
    words: Vec<String>,
    #[command(flatten)]
    today: Today,
    #[command(flatten)]
    data: DataArguments,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    let data = Data::open(&arguments.data)?;
    data.progress.end();
    let book = data.one_book()?;
    let read = |path: &str| data.text(&format!("{}/{path}", book.id));
    let today = arguments.today.day();
    let paths = data.paths_in(&book.id);
    let asked =
        Asked { paths: &paths, book, words: &arguments.words, today, read: &read };
    let draft = (arguments.kind.make)(&asked)?;
    let place = data.path(&format!("{}/{}", book.id, draft.path));
    if place.symlink_metadata().is_ok() {
        bail!("已有“{}”，不会改动它", place.display());
    }
    let wrong = wrong(&data, book, &draft);
    if wrong.iter().any(|finding| finding.severity == Severity::Error) {
        data.complain_with(&wrong);
        bail!("这样写有以上问题，什么也没有写；改了再来");
    }
    prepare(&place, draft.text.as_bytes())?.place()?;
    data.progress.say(&told(&place, &draft, book, &data))?;
    Ok(Exit::Fine)
}

/// Returns what is wrong with the draft besides what is left to be filled in.
fn wrong(data: &Data, book: &Book, draft: &Draft) -> Vec<Located> {
    let path = format!("{}/{}", book.id, draft.path);
    let above = [(path.clone(), draft.text.clone().into_bytes())].into();
    let tree = Laid { below: Some(data.folder.clone()), above };
    let loaded = load_with(&tree, &|_| true, None);
    let findings = Findings::of_records(&loaded).reported;
    let shown = data.path(&path);
    let prefix = data.path("");
    let mut located = locate(&findings, &tree, &loaded.files, &prefix.to_string_lossy());
    located.retain(|finding| {
        Path::new(finding.order().0) == shown && !draft.left_open.contains(&finding.code)
    });
    located
}

fn told(place: &Path, draft: &Draft, book: &Book, data: &Data) -> String {
    let mut told = format!("写好 {}\n", place.display());
    for line in &draft.told {
        told.push_str(&format!("{line}\n"));
    }
    let only =
        if data.has_one_book() { String::new() } else { format!(" --book {}", book.id) };
    told.push_str(&format!("写完以后：tongbao check{only}\n"));
    told
}
