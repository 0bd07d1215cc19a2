//! Released files of books below, verified before they are taken.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::cli::below::{Changes, Fetched, changes};
use crate::cli::console::{Exit, complain, print};
use crate::cli::data::Data;
use crate::cli::data_arguments::DataArguments;
use crate::cli::record_file::{prepare, remove};

/// Takes them into a book.
pub(super) fn run(
    arguments: &DataArguments,
    released: &[PathBuf],
    tag: Option<&str>,
) -> Result<Exit> {
    let data = Data::open(arguments)?;
    data.progress.end();
    let [book] = &data.loaded.books[..] else {
        bail!("数据文件夹里不止一个账本，用 --book 写明放进哪一个")
    };
    let fetched: Vec<Fetched> = released
        .iter()
        .map(|folder| Fetched::from(folder, tag))
        .collect::<Result<_>>()?;
    let Changes { written, removed } = match changes(book, &fetched) {
        Ok(changes) => changes,
        Err(refusals) => {
            refusals.iter().for_each(|refusal| complain(&format!("不取：{refusal}\n")));
            complain("一个文件也没有写\n");
            return Ok(Exit::Findings);
        }
    };
    let place = |path: &str| data.path(&format!("{}/{path}", book.id));
    let new: Vec<&(String, Vec<u8>)> = written
        .iter()
        .filter(|(path, bytes)| std::fs::read(place(path)).ok().as_ref() != Some(bytes))
        .collect();
    let prepared: Vec<_> = new
        .iter()
        .map(|(path, bytes)| prepare(&place(path), bytes))
        .collect::<Result<_>>()?;
    prepared.into_iter().try_for_each(|file| file.place())?;
    removed.iter().try_for_each(|path| remove(&place(path)))?;
    let names = new.iter().map(|(path, _)| format!("{}/{path}", book.id));
    let gone = removed.iter().map(|path| format!("{}/{path} 下级已撤回", book.id));
    let told = fetched.iter().filter_map(|one| one.told.clone());
    let lines = names.chain(gone).chain(told);
    print(&lines.map(|line| format!("{line}\n")).collect::<String>())?;
    print(&format!("{}个下级账本核对无误，写了{}个文件\n", fetched.len(), new.len()))?;
    Ok(Exit::Fine)
}
