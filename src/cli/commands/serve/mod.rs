//! `tongbao serve`: the books as they are now, at an address of this machine alone; what is edited is
//! made again and the page shows it.

mod http;
mod rebuild;
mod request;
mod response;
mod shown;
mod watch;

use std::io::{BufRead, stdin};
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result};
use clap::Args;

use crate::cli::commands::serve::http::serve;
use crate::cli::commands::serve::rebuild::Rebuild;
use crate::cli::commands::serve::shown::Shown;
use crate::cli::commands::serve::watch::watched;
use crate::cli::console::{Exit, print};
use crate::cli::data_arguments::DataArguments;
use crate::cli::project;
use crate::cli::project::today::Today;

/// 边改边看：只在本机打开网页，数据一改就重新生成，问题显示在网页上
#[derive(Args, Debug)]
#[command(override_usage = "tongbao serve [选项]", next_help_heading = "选项")]
pub(crate) struct Arguments {
    #[command(flatten)]
    data: DataArguments,
    #[command(flatten)]
    today: Today,
    /// 端口；不写则为 8390，写 0 则任选一个空着的
    #[arg(long, value_name = "端口", default_value_t = 8390, hide_default_value = true)]
    port: u16,
    /// 也排公文（PDF），慢一些
    #[arg(long)]
    pdf: bool,
}

/// Runs the command until a line is typed or the process is ended.
pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, arguments.port))
        .with_context(|| format!("端口 {} 用不了，用 --port 另写一个", arguments.port))?;
    let port = listener.local_addr()?.port();
    // A folder that is not there is said at once, not on a page.
    project::open(&arguments.data.data)?;
    let shown = Arc::new(Shown::default());
    let changes = watched(&[&arguments.data.data, &arguments.data.themes])?;
    print(&format!(
        "在浏览器里打开 http://127.0.0.1:{port}/ ；只有这台电脑能看。按回车或 Ctrl+C 停下\n"
    ))?;
    let stop = Arc::clone(&shown);
    thread::spawn(move || {
        // The end of the input is no line: who starts it without a terminal ends the process.
        let read = stdin().lock().read_line(&mut String::new());
        if read.is_ok_and(|bytes| bytes > 0) {
            stop.stop();
        }
    });
    let pages = Arc::clone(&shown);
    thread::spawn(move || serve(&listener, port, &pages));
    let rebuild =
        Rebuild { data: &arguments.data, today: &arguments.today, pdf: arguments.pdf };
    rebuild.until_stopped(&shown, &changes);
    print("停下了，没有在磁盘上留下什么\n")?;
    Ok(Exit::Fine)
}
