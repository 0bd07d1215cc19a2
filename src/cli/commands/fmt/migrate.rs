//! Rewrites what earlier versions spelled otherwise.

use anyhow::{Result, bail};

use crate::cli::console::{Exit, complain, print};
use crate::cli::data_arguments::DataArguments;
use crate::cli::record_file::prepare;
use crate::diagnostic::plain::plain_line;
use crate::load::earlier::{Renewed, renewed};
use crate::load::refused;
use crate::load::source::files::{Folder, LARGEST, ListedKind, Tree};
use crate::render::yaml::record_yaml;
use crate::view::revision::{RevisionLines, SCHEMA};

/// Rewrites the files that need it, all or none, or only lists them.
pub(super) fn run(
    arguments: &DataArguments,
    folder: &Folder,
    is_check: bool,
) -> Result<Exit> {
    let (mut changed, mut ready, mut is_disclosed) = (String::new(), Vec::new(), false);
    for listed in folder.list() {
        let Some((_, path)) = listed.path.split_once('/') else { continue };
        if !matches!(listed.kind, ListedKind::File(length) if length <= LARGEST) {
            continue;
        }
        let Ok(text) = String::from_utf8(folder.read(&listed.path)?) else { continue };
        let bytes = match renewed(path, &text) {
            None => continue,
            Some(Renewed::Text(text)) => text.into_bytes(),
            Some(Renewed::Disclosed(file)) => {
                is_disclosed = true;
                record_yaml(SCHEMA, &RevisionLines::of(&file))?
            }
        };
        let shown = arguments.data.join(&listed.path);
        if let Some(fault) = refused(path, bytes.clone(), &|_| true) {
            bail!(
                "{} 改写以后还有问题，什么也没有写：{}",
                shown.display(),
                fault.problem
            );
        }
        changed.push_str(&format!("{}\n", plain_line(&shown.to_string_lossy())));
        ready.push((shown, bytes));
    }
    print(&changed)?;
    let count = ready.len();
    if !is_check {
        let prepared: Result<Vec<_>> =
            ready.iter().map(|(path, bytes)| prepare(path, bytes)).collect();
        prepared?.into_iter().try_for_each(|file| file.place())?;
    }
    let what = if is_check { "还是旧的写法" } else { "改成了现在的写法" };
    complain(&format!("{count}个文件{what}\n"));
    if is_disclosed && !is_check {
        complain("公布的改动都记作“修订”；当时就错了的，把“类别”改成“更正”\n");
    }
    Ok(if is_check && count > 0 { Exit::Findings } else { Exit::Fine })
}
