//! `tongbao build`: check, compute, write; nothing is written where there are errors.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;

use crate::cli::book_maker::{BookMaker, Made, More};
use crate::cli::console::{Exit, complain};
use crate::cli::data::Data;
use crate::cli::data_arguments::DataArguments;
use crate::cli::findings::block;
use crate::cli::output::Output;
use crate::cli::project;
use crate::cli::published::{Published, redacted};
use crate::cli::themes::Themes;
use crate::cli::values::{DEFAULT_AUDIENCE, audience, item, word};
use crate::diagnostic::Diagnostic;
use crate::model::dictionary::Level;
use crate::model::value::period::Period;
use crate::render::files::{KINDS, formats_without};

/// 生成通报：核对、测算，写出网页、公文版 PDF 和数据
#[derive(Args, Debug)]
#[command(override_usage = "tongbao build [选项]", next_help_heading = "选项")]
pub(crate) struct Arguments {
    #[command(flatten)]
    data: DataArguments,
    /// 输出文件夹，不写则为 output
    #[arg(
        long,
        value_name = "文件夹",
        default_value = project::output(),
        hide_default_value = true
    )]
    out: PathBuf,
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
    /// 不生成某些种类的文件：pdf（全部 PDF）、docx（Word 版）、brief（领导参阅）、data（数据资料）、message（群消息）、json，用逗号隔开
    #[arg(long, value_name = "种类", value_delimiter = ',', hide_possible_values = true,
        value_parser = item(KINDS, |kind| kind))]
    without: Vec<&'static &'static str>,
    /// 有警告也算不通过
    #[arg(long)]
    strict: bool,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    let data = Data::open_for(&arguments.data, &arguments.out)?;
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
    write(arguments, &data, &published)?;
    Ok(Exit::Fine)
}

/// Makes the books one after the other, then puts them in place together, and last the page that
/// lists them.
fn write(arguments: &Arguments, data: &Data, published: &[Published]) -> Result<()> {
    let progress = &data.progress;
    let themes = Themes::of(&arguments.data.themes);
    let without: Vec<&str> = arguments.without.iter().map(|kind| **kind).collect();
    let formats = formats_without(&without);
    let maker =
        BookMaker::new(&data.cache, themes, arguments.audience, formats, progress)?;
    none_in_vain(&arguments.draft, published)?;
    // It may have to wait for another run, and says so.
    let output = progress.aside(|| {
        Output::open(&arguments.out, &arguments.data.data, arguments.audience)
    })?;
    let (mut stage, mut closing, mut kept) = (output.stage(), Vec::new(), data.others());
    let mut all = Vec::new();
    let more = More { single_file: arguments.single_file, tables: arguments.tables };
    for book in published {
        let (id, name) = (&book.book.id, &book.book.card.record.name);
        let Some(made) = maker.book(book, more, &mut stage)? else {
            closing.push(format!("{name}：还没有通报，没有可生成的\n"));
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

/// Fails if the period of a draft is in no plan.
fn none_in_vain(drafts: &[Period], published: &[Published]) -> Result<()> {
    for draft in drafts {
        if !published.iter().any(|book| book.periods.contains(draft)) {
            bail!("没有哪个方案的期间包含 {draft}，不能生成它的草稿");
        }
    }
    Ok(())
}
