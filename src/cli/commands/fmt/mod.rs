//! `tongbao fmt`: data files in one layout, with their comments.

mod migrate;

use anyhow::Result;
use clap::Args;

use crate::cli::console::{Exit, complain, print};
use crate::cli::data_arguments::DataArguments;
use crate::cli::record_file::prepare;
use crate::diagnostic::plain::plain_line;
use crate::load::layout::{Kept, laid_out};
use crate::load::source::files::{LARGEST, ListedKind, Tree};

/// 排版：键按字段表的次序、空格缩进一律，注释照留；意思不变，否则不动那个文件
#[derive(Args, Debug)]
#[command(override_usage = "tongbao fmt [选项]", next_help_heading = "选项")]
pub(crate) struct Arguments {
    #[command(flatten)]
    data: DataArguments,
    /// 只列出没有排好的文件，不改；有就算不通过
    #[arg(long)]
    check: bool,
    /// 不排版，把以前版本的写法改成现在的（如通报的“附件”改为“附表”）；注释、次序照旧
    #[arg(long)]
    migrate: bool,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    let folder = arguments.data.folder()?;
    if arguments.migrate {
        return migrate::run(&arguments.data, &folder, arguments.check);
    }
    let (mut changed, mut broken) = (Vec::new(), 0);
    let mut ready = Vec::new();
    for listed in folder.list() {
        let Some((_, path)) = listed.path.split_once('/') else { continue };
        // A link is no way to what lies elsewhere; `check` says that it must not be there.
        if !matches!(listed.kind, ListedKind::File(length) if length <= LARGEST) {
            continue;
        }
        let Ok(text) = String::from_utf8(folder.read(&listed.path)?) else { continue };
        let shown = arguments.data.data.join(&listed.path);
        match laid_out(path, &text) {
            Ok(laid) if laid != text => {
                if !arguments.check {
                    ready.push(prepare(&shown, laid.as_bytes())?);
                }
                changed.push(plain_line(&shown.to_string_lossy()).into_owned());
            }
            Err(Kept::Broken) => {
                complain(&format!(
                    "没有动 {}：读不出来，先运行 tongbao check\n",
                    shown.display()
                ));
                broken += 1;
            }
            Err(Kept::Unusual) => complain(&format!(
                "没有动 {}：有几行长的文字或括号，照原样留着\n",
                shown.display()
            )),
            Ok(_) | Err(Kept::NotOurs) => {}
        }
    }
    ready.into_iter().try_for_each(|file| file.place())?;
    let listed: String = changed.iter().map(|path| format!("{path}\n")).collect();
    print(&listed)?;
    let what = if arguments.check { "没有排好" } else { "排好了" };
    complain(&format!("{}个文件{what}\n", changed.len()));
    let is_failed = broken > 0 || arguments.check && !changed.is_empty();
    Ok(if is_failed { Exit::Findings } else { Exit::Fine })
}
