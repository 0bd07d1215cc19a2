//! Files that are handed out: written beside others, and never over one that says something else.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::cli::console::Exit;
use crate::cli::data::Data;
use crate::cli::output::location::apart_from;
use crate::cli::record_file::prepare;

/// A file to write.
#[derive(Debug)]
pub(in crate::cli) struct NewFile {
    /// Path inside the folder, with `/`.
    pub(in crate::cli) path: String,
    /// Content.
    pub(in crate::cli) bytes: Vec<u8>,
}

/// Writes files into a folder, and says so.
pub(in crate::cli) fn hand_out(
    out: &Path,
    data: &Data,
    files: &[NewFile],
) -> Result<Exit> {
    write_new(out, &data.path(""), files)?;
    data.progress.end();
    let count = files.len();
    data.progress.say(&format!("写了{count}个文件，在 {}\n", out.display()))?;
    Ok(Exit::Fine)
}

/// Writes files into a folder that lies apart from the data; none where one of them is there
/// already and differs, since somebody may have filled it in.
pub(in crate::cli) fn write_new(
    out: &Path,
    data: &Path,
    files: &[NewFile],
) -> Result<()> {
    apart_from(out, data)?;
    let mut wanted = Vec::new();
    for file in files {
        let target = out.join(&file.path);
        match fs::symlink_metadata(&target) {
            Err(_) => wanted.push((target, file)),
            Ok(_) if is_same(&target, &file.bytes) => {}
            Ok(_) => bail!(
                "“{}”已经有了，而且内容不同，可能有人填过；移走它，或用 --out 写到别处",
                target.display()
            ),
        }
    }
    let prepared: Result<Vec<_>> =
        wanted.iter().map(|(target, file)| prepare(target, &file.bytes)).collect();
    let prepared = prepared.context("没有写完，一个文件也没有换上")?;
    prepared.into_iter().try_for_each(|file| file.place())
}

fn is_same(target: &Path, bytes: &[u8]) -> bool {
    let is_file = fs::symlink_metadata(target).is_ok_and(|entry| entry.is_file());
    is_file && fs::read(target).is_ok_and(|own| own == bytes)
}
