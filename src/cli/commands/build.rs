//! `tongbao build`: check, compute, write; nothing is written where there are errors.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use crate::cli::book_maker::{BookMaker, Made, More};
use crate::cli::console::{Exit, complain};
use crate::cli::data::Data;
use crate::cli::data_arguments::DataArguments;
use crate::cli::findings::block;
use crate::cli::output::Output;
use crate::cli::output::mark::Holds;
use crate::cli::project;
use crate::cli::published::{Published, redacted};
use crate::cli::themes::Themes;
use crate::cli::values::{DEFAULT_AUDIENCE, audience, item, word};
use crate::diagnostic::Diagnostic;
use crate::model::dictionary::Level;
use crate::model::value::period::Period;
use crate::render::files::{KINDS, formats_without};
use crate::report::edition::notices::{SUPPOSED, audience_mark};
use crate::view::site::Marks;

/// 生成通报：核对、测算，写出网页、公文版 PDF 和数据
#[derive(Args, Debug)]
#[command(override_usage = "tongbao build [选项]", next_help_heading = "选项")]
pub(crate) struct Arguments {
    #[command(flatten)]
    data: DataArguments,
    /// 输出文件夹，不写则为 output
    #[arg(long, value_name = "文件夹")]
    out: Option<PathBuf>,
    /// 推演：把这个文件夹里的文件盖在账本上算（里面照账本的样子放），每页注明“推演”，写到 --out 的文件夹
    #[arg(long, value_name = "文件夹", conflicts_with = "tables")]
    overlay: Option<PathBuf>,
    /// 每期另写一个单文件网页，图表和来历都在里面，可作附件发送
    #[arg(long)]
    single_file: bool,
    /// 每个账本另写开放数据表（CSV），网页上有链接；公开版可供任何程序取用
    #[arg(long)]
    tables: bool,
    /// 给谁看：公开、内部或领导，不写则为内部；一次只生成一种
    #[arg(long, value_name = "受众", default_value = DEFAULT_AUDIENCE.label(), hide_default_value = true,
        hide_possible_values = true, value_parser = audience())]
    audience: Level,
    /// 还没有通报文件的一期也生成，标明“草稿”，如 2023-07；可写几次
    #[arg(long, value_name = "期", value_parser = word::<Period>)]
    draft: Vec<Period>,
    /// 不生成某些种类的文件：pdf（全部 PDF）、docx（Word 版）、brief（领导参阅）、data（数据资料）、xlsx（表格）、message（群消息）、json，用逗号隔开
    #[arg(long, value_name = "种类", value_delimiter = ',', hide_possible_values = true,
        value_parser = item(KINDS, |kind| kind))]
    without: Vec<&'static &'static str>,
    /// 有警告也算不通过
    #[arg(long)]
    strict: bool,
}

impl Arguments {
    /// Returns the folder to write; what is supposed is written where somebody says.
    fn out(&self) -> Result<&Path> {
        match (&self.out, &self.overlay) {
            (Some(out), _) => Ok(out),
            (None, None) => Ok(Path::new(project::output())),
            (None, Some(_)) => {
                bail!(
                    "推演另写一个文件夹，不与通报混在一起；用 --out 写明，如 --out 推演"
                )
            }
        }
    }

    fn marks(&self) -> Marks {
        let watermark = if self.overlay.is_some() { SUPPOSED } else { "" };
        Marks { audience: audience_mark(self.audience), watermark }
    }

    fn holds(&self) -> Holds {
        Holds { level: self.audience, is_supposed: self.overlay.is_some() }
    }
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    let out = arguments.out()?;
    let data = match &arguments.overlay {
        Some(over) => Data::open_supposed(&arguments.data, out, over)?,
        None => Data::open_for(&arguments.data, out)?,
    };
    let findings = data.complain_of(&data.findings().reported);
    if block(&findings, arguments.strict) {
        return Ok(Exit::Findings);
    }
    data.progress.step("测算");
    let (books, level) = (&data.loaded.books, arguments.audience);
    let redacted = redacted(books, level);
    let published = Published::all(books, &redacted, level, &arguments.draft);
    let obstacles: Vec<Diagnostic> =
        published.iter().flat_map(Published::obstacles).collect();
    if !data.complain_of(&obstacles).is_empty() {
        return Ok(Exit::Findings);
    }
    write(arguments, out, &data, &published)?;
    Ok(Exit::Fine)
}

/// Makes the books one after the other, then puts them in place together, and last the page that
/// lists them.
fn write(
    arguments: &Arguments,
    out: &Path,
    data: &Data,
    published: &[Published],
) -> Result<()> {
    let progress = &data.progress;
    let themes = Themes::of(&arguments.data.themes);
    let without: Vec<&str> = arguments.without.iter().map(|kind| **kind).collect();
    let formats = formats_without(&without);
    let maker =
        BookMaker::new(&data.cache, themes, arguments.marks(), formats, progress)?;
    none_in_vain(&arguments.draft, published)?;
    // It may have to wait for another run, and says so.
    let output =
        progress.aside(|| Output::open(out, &arguments.data.data, arguments.holds()))?;
    let (mut stage, mut closing, mut kept) = (output.stage(), Vec::new(), data.others());
    let mut all = Vec::new();
    let more = More { single_file: arguments.single_file, tables: arguments.tables };
    for book in published {
        let (id, name) = (&book.book.id, &book.book.card.record.name);
        let Some(made) = maker.book(book, more, &mut stage)? else {
            closing.push(format!("{name}：{}，没有可生成的\n", lack(book)));
            continue;
        };
        kept.insert(id.clone());
        closing.push(format!(
            "{name}：{}期通报，{}个文件，最新一期 {}\n",
            made.editions,
            made.files,
            output.first_page(id),
        ));
        all.push(made);
    }
    progress.step("换上新的通报");
    output.publish(stage, &kept)?;
    data.cache.keep_notes();
    output.portal(&maker.portal(&output.places()?)?)?;
    let took = progress.end();
    closing.iter().try_for_each(|line| progress.say(line))?;
    if let Some(took) = took {
        complain(&format!("{}，{took}\n", total(&all)));
    }
    Ok(())
}

fn total(books: &[Made]) -> String {
    let editions: usize = books.iter().map(|made| made.editions).sum();
    let files: usize = books.iter().map(|made| made.files).sum();
    format!("共{}个账本，{editions}期通报，{files}个文件", books.len())
}

/// Why there is nothing to make of a book.
fn lack(book: &Published) -> &'static str {
    if book.book.is_supposed {
        "各期都已发布，推演不改已发布的；用 --draft 写明推演哪一期"
    } else {
        "还没有通报"
    }
}

/// Fails if the period of a draft is in no plan.
fn none_in_vain(drafts: &[Period], published: &[Published]) -> Result<()> {
    for draft in drafts {
        if !published.iter().any(|book| book.periods.contains(draft)) {
            bail!("没有哪个方案的期间包含 {draft}，不能生成它的草稿");
        }
    }
    Ok(())
}
