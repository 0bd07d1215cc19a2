//! `tongbao diff BASE [HEAD]`: what changed in records and in results, with causes.

mod allowed;
mod sides;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::cli::commands::diff::allowed::{allowances, remind};
use crate::cli::commands::diff::sides::{Named, Sides};
use crate::cli::console::{Exit, complain, print};
use crate::cli::data_arguments::DataArguments;
use crate::cli::findings::Findings;
use crate::cli::output::location::apart_from;
use crate::cli::progress::Progress;
use crate::cli::project::supposed::Supposed;
use crate::cli::values::{audience, item, word};
use crate::diagnostic::{Located, Severity};
use crate::diff::{Input, changes};
use crate::load::pair::{Pair, Side, State};
use crate::load::place::locate;
use crate::model::book::Book;
use crate::model::dictionary::Level;
use crate::model::value::period::Period;
use crate::render::diff::{Extent, budget, json, markdown, text};
use crate::render::html::changes_page;
use crate::theme::Theme;
use crate::view::changes::Changes;
use crate::view::changes::consequence::{ALLOWABLE, GATES, Gate};

/// A way to show what changed.
#[derive(Debug)]
struct Shape {
    /// Name on the command line.
    name: &'static str,
    /// Formats changes as the arguments say.
    show: fn(&Changes, &Arguments) -> Result<String>,
}

/// All ways, the default first.
const SHAPES: &[Shape] = &[
    Shape { name: "text", show: |changes, own| Ok(text(changes, own.extent())) },
    Shape { name: "md", show: |changes, own| Ok(markdown(changes, own.bytes(changes))) },
    Shape { name: "html", show: |changes, _| changes_page(changes, &Theme::builtin()) },
    Shape { name: "json", show: |changes, _| json(changes) },
];

const EXAMPLES: &str = "例：tongbao diff main　　与主分支比较\n　　tongbao diff v1 v2 --format html --out diff.html";

/// 比较两个版本：记录改了什么，结果因此变了什么，原因是什么
#[derive(Args, Debug)]
#[command(override_usage = "tongbao diff <改前> [改后] [选项]\n　　　tongbao diff --overlay <文件夹> [选项]", next_help_heading = "选项",
    after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// 改前：git 里的版本，或一个数据文件夹（写成 ./文件夹）；写分支名或 main...mine 的，从两边分开处比起
    #[arg(
        value_name = "改前",
        help_heading = "参数",
        required_unless_present = "overlay"
    )]
    base: Option<String>,
    /// 改后：同上；不写则为眼前的数据文件夹
    #[arg(value_name = "改后", help_heading = "参数")]
    head: Option<String>,
    /// 推演：不写改前改后，比账本和盖上这个文件夹里的文件以后（里面照账本的样子放）；已发布的各期不比
    #[arg(long, value_name = "文件夹", conflicts_with_all = ["base", "head"])]
    overlay: Option<PathBuf>,
    #[command(flatten)]
    data: DataArguments,
    /// 按哪一期算结果，如 2023-06；不写则为改动的记录最早计入的各期
    #[arg(long, value_name = "期", value_parser = word::<Period>)]
    period: Option<Period>,
    /// 给谁看：公开、内部或领导，只比、只写给他看的；不写则全部写出
    #[arg(long, value_name = "受众", hide_possible_values = true, value_parser = audience())]
    audience: Option<Level>,
    /// 输出格式：text 看屏幕，md 作评论，html 单个网页，json 给程序
    #[arg(long, value_name = "格式", default_value = SHAPES[0].name, hide_default_value = true,
        hide_possible_values = true, value_parser = item(SHAPES, |shape| shape.name))]
    format: &'static Shape,
    /// 写到这个文件；不写则输出到屏幕
    #[arg(long, value_name = "文件")]
    out: Option<PathBuf>,
    /// md 最多多少字节，不写则看改动多少，由6000到20000；先写后果最重的，写不下的注明
    #[arg(long, value_name = "字节")]
    max_bytes: Option<usize>,
    /// 看屏幕时全部列出：每个数连同原因，每条记录逐字段
    #[arg(long)]
    full: bool,
    /// 有这些后果就算不通过，可写几个，用逗号隔开：
    /// lost 数据减少，released 已发布的数变动没有公布或存档被改动，rule 规则和目标变动，goal 目标达成变化，lamp 灯或节点变化，rank 名次变化
    #[arg(long, value_name = "后果", value_delimiter = ',', hide_possible_values = true,
        value_parser = item(GATES, |gate| gate.name))]
    fail_on: Vec<&'static Gate>,
    /// 认可改后各次提交说明里单写一行的 Tongbao-allow: lost=编号 原因，写明的那条记录删了也放行；
    /// 只写 lost，只在服务器的钩子、流程里用
    #[arg(long, value_name = "后果", value_delimiter = ',', hide_possible_values = true,
        value_parser = item(ALLOWABLE, |gate| gate.name))]
    allow: Vec<&'static Gate>,
}

impl Arguments {
    fn extent(&self) -> Extent {
        if self.full { Extent::Whole } else { Extent::Screen }
    }

    fn bytes(&self, changes: &Changes) -> usize {
        self.max_bytes.unwrap_or_else(|| budget(changes))
    }
}

/// What is to be compared.
struct Asked {
    sides: Sides,
    /// The folders that are read besides the data.
    folders: Vec<PathBuf>,
    /// Id of the only book that is looked at.
    book: Option<String>,
}

impl Asked {
    fn by(arguments: &Arguments) -> Result<Asked> {
        let data = &arguments.data;
        let (Some(base), None) = (&arguments.base, &arguments.overlay) else {
            return Asked::supposed(arguments);
        };
        let named = Named::read(base, arguments.head.as_deref())?;
        let sides = named.find(&data.data)?;
        let folders = named.folders().into_iter().map(Path::to_owned).collect();
        Ok(Asked { sides, folders, book: data.book_id()? })
    }

    /// A book as it is, and as it would be.
    fn supposed(arguments: &Arguments) -> Result<Asked> {
        let over = arguments.overlay.clone().unwrap_or_default();
        let supposed = Supposed::open(&arguments.data, &over)?;
        let names = ("眼前的账本".to_owned(), supposed.name());
        let Supposed { laid, book, .. } = supposed;
        let before = laid.below.clone().map(State::Folder).context("没有账本")?;
        let sides = Sides { before, after: State::Laid(laid), names };
        Ok(Asked { sides, folders: vec![over], book: Some(book) })
    }
}

/// Fails where an edition that was released is asked for, which nothing supposed moves.
fn not_released(pair: &Pair, period: &Period) -> Result<()> {
    let mut books = pair.after.loaded.books.iter();
    if books.any(|book| book.release(period).is_some()) {
        bail!("{period} 已经发布，推演不改已发布的；--period 写以后的一期");
    }
    Ok(())
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    let data = &arguments.data;
    let Asked { sides, folders, book } = Asked::by(arguments)?;
    let allowances = allowances(&arguments.allow, &sides)?;
    let apart: Vec<&Path> = folders.iter().map(PathBuf::as_path).collect();
    let cache = data.cache(&apart);
    let progress = Progress::begin("读取两个版本", data.voice());
    let mut pair = cache.reading(|records| {
        // Whether a face has every character is the business of `check`; here it would only cost.
        Pair::load(&sides.before, &sides.after, book.as_deref(), &|_| true, records)
    })?;
    progress.aside(|| cache.tell());
    progress.aside(|| require(&pair, book.as_deref()))?;
    if arguments.overlay.is_some() {
        pair.after.loaded.suppose();
        arguments.period.as_ref().map_or(Ok(()), |period| not_released(&pair, period))?;
    }
    let (old, new) = (located(&pair.before, &progress), located(&pair.after, &progress));
    progress.step("比较记录和结果");
    let changes = changes(&Input {
        names: sides.names,
        pair: &pair,
        findings: (&old, &new),
        audience: arguments.audience.unwrap_or(Level::Leader),
        period: arguments.period.clone(),
        gates: &arguments.fail_on,
        allowances: &allowances,
    });
    progress.end();
    write(arguments, &apart, &(arguments.format.show)(&changes, arguments)?)?;
    remind(&changes, &allowances);
    Ok(verdict(&changes, &new, &arguments.fail_on))
}

fn write(arguments: &Arguments, apart: &[&Path], shown: &str) -> Result<()> {
    let Some(file) = &arguments.out else { return print(shown) };
    for folder in apart.iter().copied().chain([&*arguments.data.data]) {
        apart_from(file, folder)?;
    }
    if file.is_symlink() {
        bail!("“{}”是链接，写了会改动别处的文件；用 --out 写到别处", file.display());
    }
    fs::write(file, shown).with_context(|| format!("写不了“{}”", file.display()))
}

/// Prints the errors of the state after, and the gates that closed, to standard error.
fn verdict(changes: &Changes, after: &[Located], gates: &[&Gate]) -> Exit {
    let mut exit = Exit::Fine;
    let errors =
        after.iter().filter(|finding| finding.severity == Severity::Error).count();
    if errors > 0 {
        complain(&format!("改后的数据有{errors}个错误，详见 tongbao check\n"));
        exit = Exit::Findings;
    }
    for gate in GATES.iter().filter(|gate| gates.contains(gate)) {
        let consequences = gate.closed_by.iter();
        for consequence in consequences.filter(|consequence| changes.has(**consequence)) {
            complain(&format!("不放行（{}）：{}\n", gate.name, consequence.label()));
            exit = Exit::Findings;
        }
    }
    exit
}

/// Fails where a side has no book, so that no gate stays open because nothing was compared; a
/// state before the first book is said to be one.
fn require(pair: &Pair, book: Option<&str>) -> Result<()> {
    let (old, new) = (books(&pair.before), books(&pair.after));
    match book {
        Some(id) if !old.contains(id) && !new.contains(id) => {
            bail!("两边都没有账本“{id}”")
        }
        None if new.is_empty() => bail!("改后没有账本，没有可比的；核对版本和 --data"),
        _ if !old.is_empty() && is_akin(pair, &old, &new) => {}
        _ if !old.is_empty() => {
            bail!("改前没有改后的任何一个账本，不是同一份数据；核对版本和 --data")
        }
        _ if pair.before.tree.list().iter().all(|listed| is_prelude(&listed.path)) => {
            complain("改前还没有账本：改后的全部是新的，没有可比的结果\n");
        }
        _ if is_akin(pair, &old, &new) => {}
        _ => bail!("改前没有账本，没有可比的；核对版本和 --data"),
    }
    Ok(())
}

/// Returns the folders of the books of a side, whether they were read or not.
fn books(side: &Side) -> BTreeSet<String> {
    let listed = side.tree.list().into_iter().map(|listed| listed.path);
    let cards =
        listed.filter_map(|path| Some(path.strip_suffix("/book.yaml")?.to_owned()));
    cards.filter(|id| !id.contains('/')).collect()
}

/// Returns whether both sides have a book in common; else they are of other data, and nothing could be
/// seen to be lost.
fn is_akin(pair: &Pair, old: &BTreeSet<String>, new: &BTreeSet<String>) -> bool {
    let is_renamed = |old: &Book| {
        let name = &old.card.record.name;
        pair.after.loaded.books.iter().any(|new| new.card.record.name == *name)
    };
    !old.is_disjoint(new) || pair.before.loaded.books.iter().any(is_renamed)
}

/// Returns whether a file of the data folder may be there before the first book.
fn is_prelude(path: &str) -> bool {
    path == "README.md" || path.starts_with("schema/") || path.starts_with("manual/")
}

/// Every finding of a state; of a revision, lines are known only in the files that differ.
///
/// Paths are relative to the data folder, as the folder may have another name on the other side.
fn located(side: &Side, progress: &Progress) -> Vec<Located> {
    let findings = Findings::of(&side.loaded, progress);
    locate(&findings.reported, side.tree.as_ref(), &side.loaded.files, "")
}
