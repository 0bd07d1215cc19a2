//! `tongbao check`: every fault of all files in one run.

use std::env;
use std::io::IsTerminal;

use anyhow::Result;

use crate::check::check;
use crate::cli::args::{CheckArguments, DataArguments};
use crate::cli::{FINDINGS, FINE, complain, print};
use crate::diagnostic::format::FORMATS;
use crate::diagnostic::{Located, Severity};
use crate::load::files::Folder;
use crate::load::load;
use crate::load::place::locate;

/// Runs the command.
pub(super) fn run(arguments: &CheckArguments) -> Result<u8> {
    let folder = open(&arguments.data)?;
    let loaded = load(&folder);
    let checked = check(&loaded.books);
    let findings = [loaded.diagnostics, checked.reported].concat();
    let prefix = arguments.data.data.to_string_lossy();
    let located = locate(&findings, &folder, &loaded.files, &prefix);
    let format = FORMATS.iter().find(|format| format.name == arguments.format);
    let format = format.unwrap_or(&FORMATS[0]);
    print(&(format.show)(&located, is_colored()))?;
    if format.name == FORMATS[0].name {
        complain(&closing(&located, loaded.books.len(), checked.ruled.len()));
    }
    let blocking = |finding: &Located| {
        finding.severity == Severity::Error
            || (arguments.strict && finding.severity == Severity::Warning)
    };
    Ok(if located.iter().any(blocking) { FINDINGS } else { FINE })
}

/// The folder with the data, or the one book of it that is asked for.
pub(super) fn open(arguments: &DataArguments) -> Result<Folder> {
    let folder = Folder::open(&arguments.data)?;
    match &arguments.book {
        Some(book) => folder.only(book),
        None => Ok(folder),
    }
}

/// Colours are for people at a terminal who did not turn them off.
fn is_colored() -> bool {
    std::io::stdout().is_terminal()
        && env::var_os("NO_COLOR").is_none_or(|off| off.is_empty())
}

fn closing(findings: &[Located], books: usize, ruled: usize) -> String {
    let count =
        |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let ruled = match ruled {
        0 => String::new(),
        _ => format!("；另有 {ruled} 个问题已有裁定"),
    };
    if errors + warnings == 0 {
        return format!("核对了 {books} 个账本，没有问题{ruled}\n");
    }
    let hint = "查看某类问题的说明：tongbao explain <代码>";
    format!(
        "核对了 {books} 个账本：错误 {errors} 个，警告 {warnings} 个{ruled}\n{hint}\n"
    )
}
