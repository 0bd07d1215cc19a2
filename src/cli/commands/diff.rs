//! `tongbao diff BASE [HEAD]`: what changed in records and in results, with causes.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::cli::args::{DataArguments, DiffArguments, read_period};
use crate::cli::commands::check::findings;
use crate::cli::{FINDINGS, FINE, complain, print};
use crate::diagnostic::{Located, Severity};
use crate::diff::{Input, changes};
use crate::load::pair::{Pair, Side, State};
use crate::load::place::locate;
use crate::load::source::files::Folder;
use crate::load::source::git::Repository;
use crate::render::diff::{json, markdown, text};
use crate::render::html::changes_page;
use crate::theme::Theme;
use crate::view::changes::Changes;
use crate::view::changes::consequence::{GATES, Gate};

/// The ways to show what changed.
pub(crate) const SHAPES: &[&str] = &["text", "md", "html", "json"];

/// Runs the command.
pub(crate) fn run(arguments: &DiffArguments) -> Result<u8> {
    let period = arguments.period.as_deref().map(read_period).transpose()?;
    let data = &arguments.data;
    let (before, before_name) = state(data, &arguments.base)?;
    let (after, after_name) = match &arguments.head {
        Some(head) => state(data, head)?,
        None => (State::Folder(Folder::open(&data.data)?), "工作区".to_owned()),
    };
    // Whether a face has every character is the business of `check`; here it would only cost.
    let pair = Pair::load(&before, &after, data.book.as_deref(), &|_| true)?;
    if let Some(book) = &data.book {
        known(&pair, book)?;
    }
    let (old, new) = (located(&pair.before), located(&pair.after));
    let input = Input {
        names: (before_name, after_name),
        pair: &pair,
        findings: (&old, &new),
        period,
    };
    let changes = changes(&input);
    let shown = show(&changes, arguments)?;
    match &arguments.out {
        Some(file) => fs::write(file, shown)
            .with_context(|| format!("写不了“{}”", file.display()))?,
        None => print(&shown)?,
    }
    Ok(verdict(&changes, &new, arguments))
}

/// Findings or closed gates, said on standard error; fine where there are none.
fn verdict(changes: &Changes, after: &[Located], arguments: &DiffArguments) -> u8 {
    let mut code = FINE;
    let errors =
        after.iter().filter(|finding| finding.severity == Severity::Error).count();
    if errors > 0 {
        complain(&format!("改后的数据有{errors}个错误，详见 tongbao check\n"));
        code = FINDINGS;
    }
    let is_set = |gate: &&Gate| arguments.fail_on.iter().any(|name| name == gate.name);
    for gate in GATES.iter().filter(is_set) {
        let consequences = gate.closed_by.iter();
        for consequence in consequences.filter(|consequence| changes.has(**consequence)) {
            complain(&format!("不放行（{}）：{}\n", gate.name, consequence.label()));
            code = FINDINGS;
        }
    }
    code
}

fn show(changes: &Changes, arguments: &DiffArguments) -> Result<String> {
    Ok(match arguments.format.as_str() {
        "md" => markdown(changes, arguments.max_bytes),
        "json" => json(changes)?,
        "html" => changes_page(changes, &Theme::builtin())?,
        _ => text(changes),
    })
}

/// A revision by its name, or a folder; what looks like a path is a folder.
fn state(data: &DataArguments, name: &str) -> Result<(State, String)> {
    let path = Path::new(name);
    let is_path = name.starts_with(['.', '/']) || name.ends_with('/');
    let folder = || -> Result<(State, String)> {
        Ok((State::Folder(Folder::open(path)?), name.trim_end_matches('/').to_owned()))
    };
    if is_path {
        return folder();
    }
    let found = Repository::around(&data.data)
        .and_then(|repository| Ok((repository.revision(name)?, repository)));
    match found {
        Ok((revision, repository)) => {
            let short = &revision.short;
            let told = if short.is_empty() || name.starts_with(short.as_str()) {
                name.to_owned()
            } else {
                format!("{name}（{short}）")
            };
            Ok((State::Revision(repository, revision), told))
        }
        Err(_) if path.is_dir() => folder(),
        Err(error) => Err(error),
    }
}

fn known(pair: &Pair, book: &str) -> Result<()> {
    let has = |side: &Side| side.loaded.books.iter().any(|known| known.id == book);
    if !has(&pair.before) && !has(&pair.after) {
        bail!("两边都没有账本“{book}”");
    }
    Ok(())
}

/// Every finding of a state; of a revision, lines are known only in the files that differ.
///
/// Places are told inside the data folder, which may be called otherwise on the other side.
fn located(side: &Side) -> Vec<Located> {
    let (found, _) = findings(&side.loaded);
    locate(&found, side.tree.as_ref(), &side.loaded.files, "")
}
