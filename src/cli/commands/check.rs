//! `tongbao check`: every fault of all files in one run.

use anyhow::Result;
use clap::Args;

use crate::cli::console::{Exit, is_colored, print};
use crate::cli::data::Data;
use crate::cli::data_arguments::DataArguments;
use crate::cli::findings::block;
use crate::cli::values::item;
use crate::diagnostic::format::{FORMATS, Format};
use crate::diagnostic::{Located, Severity};

/// 核对数据：一次报出全部文件的全部问题
#[derive(Args, Debug)]
#[command(override_usage = "tongbao check [选项]", next_help_heading = "选项")]
pub(crate) struct Arguments {
    #[command(flatten)]
    data: DataArguments,
    /// 输出格式：text 给人看，json 每行一个问题，github、gitlab 显示在改动旁，sarif 给别的平台和编辑器
    #[arg(long, value_name = "格式", default_value = FORMATS[0].name, hide_default_value = true,
        hide_possible_values = true, value_parser = item(FORMATS, |format| format.name))]
    format: &'static Format,
    /// 有警告也算不通过
    #[arg(long)]
    strict: bool,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    let data = Data::open(&arguments.data)?;
    let findings = data.findings();
    let located = data.locate(&findings.reported);
    let took = data.progress.end();
    print(&(arguments.format.show)(&located, is_colored()))?;
    if arguments.format.name == FORMATS[0].name {
        let took = took.map_or_else(String::new, |took| format!("，{took}"));
        let closing = closing(&located, data.loaded.books.len(), findings.ruled, &took);
        data.progress.note(&closing);
    }
    Ok(if block(&located, arguments.strict) { Exit::Findings } else { Exit::Fine })
}

fn closing(findings: &[Located], books: usize, ruled: usize, took: &str) -> String {
    let errors = count(findings, Severity::Error);
    let warnings = count(findings, Severity::Warning);
    let ruled = match ruled {
        0 => String::new(),
        _ => format!("；另有 {ruled} 个问题已有裁定"),
    };
    if errors + warnings == 0 {
        return format!("核对了 {books} 个账本，没有问题{ruled}{took}\n");
    }
    let hint = "查看某类问题的说明：tongbao explain <代码>";
    format!(
        "核对了 {books} 个账本：错误 {errors} 个，警告 {warnings} 个{ruled}{took}\n{hint}\n"
    )
}

fn count(findings: &[Located], severity: Severity) -> usize {
    findings.iter().filter(|finding| finding.severity == severity).count()
}
