//! Where an output folder may be: apart from the data, and new, empty or our own.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};

use crate::cli::output::folder::{MARK, entries};
use crate::cli::output::own_files::is_passed_over;
use crate::cli::output::refusal::{failure, listed};

/// Returns the place of a folder, which need not exist, without links and without `..`.
pub(in crate::cli) fn located(typed: &Path) -> Result<PathBuf> {
    let absolute =
        std::path::absolute(typed).with_context(|| failure("看不懂路径", typed))?;
    let mut missing = Vec::new();
    for path in absolute.ancestors() {
        match fs::canonicalize(path) {
            Ok(real) => {
                return Ok(missing
                    .into_iter()
                    .rev()
                    .fold(real, |path, name| path.join(name)));
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let name = path.file_name();
                missing.push(name.ok_or_else(|| anyhow!(failure("看不懂路径", typed)))?);
            }
            Err(error) => return Err(error).with_context(|| failure("到不了", typed)),
        }
    }
    bail!(failure("到不了", typed))
}

/// Fails if a folder is the data, holds it or lies in it.
pub(in crate::cli) fn apart_from(typed: &Path, data: &Path) -> Result<()> {
    let (root, real) = (located(typed)?, located(data)?);
    let relation = if root == real {
        "就是"
    } else if real.starts_with(&root) {
        "包着"
    } else if root.starts_with(&real) {
        "属于"
    } else {
        return Ok(());
    };
    bail!(
        "“{}”{relation}数据文件夹“{}”，往里写会毁掉数据；用 --out 写到别处",
        typed.display(),
        data.display(),
    )
}

/// Fails if a folder without our mark holds anything, or lies in another output folder.
pub(super) fn is_adoptable(root: &Path, typed: &Path) -> Result<()> {
    let around = root.ancestors().skip(1).find(|folder| folder.join(MARK).is_dir());
    if let Some(around) = around {
        bail!(
            "“{}”在另一个输出文件夹“{}”里，那边生成时会认不得它；用 --out 写到别处",
            typed.display(),
            around.display(),
        );
    }
    if root.symlink_metadata().is_ok_and(|entry| !entry.is_dir()) {
        bail!("“{}”是文件，--out 要写文件夹", typed.display());
    }
    let names = entries(root)?.into_iter().map(|entry| entry.name);
    let names: Vec<String> = names.filter(|name| !is_passed_over(name)).collect();
    if names.is_empty() {
        return Ok(());
    }
    bail!(
        "“{}”里已有别的文件（{}），不是本程序做的输出文件夹，不能写在里面；\
         用 --out 写一个新的或空的文件夹。如果是旧版本生成的，删掉它再来",
        typed.display(),
        listed(&names),
    )
}
