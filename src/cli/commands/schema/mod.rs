//! `tongbao schema`: the JSON Schemas for editors and for other programs, or the field reference for
//! clerks.

mod outputs;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::cli::commands::schema::outputs::OUTPUTS;
use crate::cli::console::{Exit, print};
use crate::cli::data::Data;
use crate::cli::data_arguments::DataArguments;
use crate::load::dictionary::fields::field_reference;
use crate::load::dictionary::offered::Offered;
use crate::load::dictionary::schema::schema;
use crate::load::slots::kinds;

/// 输出格式说明：数据和结果的 JSON Schema，或字段表
#[derive(Args, Debug)]
#[command(override_usage = "tongbao schema [选项]", next_help_heading = "选项")]
pub(crate) struct Arguments {
    #[command(flatten)]
    data: DataArguments,
    /// 写到这个文件夹，每类记录、每种结果一个文件；写了 --book 的，只写各类记录，写到其中以账本命名的文件夹；不写则输出到屏幕
    #[arg(long, value_name = "文件夹", conflicts_with = "fields")]
    out: Option<PathBuf>,
    /// 输出字段表（Markdown），而不是 JSON Schema
    #[arg(long)]
    fields: bool,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    if arguments.fields {
        print(&field_reference())?;
        return Ok(Exit::Fine);
    }
    let (folder, offered) = match &arguments.data.book {
        Some(_) => names_of_book(&arguments.data)?,
        None => (String::new(), Offered::default()),
    };
    let records = kinds().map(|kind| (kind.id, schema(kind, &offered)));
    let outputs = OUTPUTS.iter().map(|(name, text)| (*name, (*text).to_owned()));
    let outputs = outputs.filter(|_| arguments.data.book.is_none());
    let schemas: Vec<Schema> = records.chain(outputs).collect();
    match &arguments.out {
        Some(out) => write(&out.join(folder), &schemas)?,
        None => schemas.iter().try_for_each(|(_, text)| print(text))?,
    }
    Ok(Exit::Fine)
}

/// A schema with the name of its file.
type Schema = (&'static str, String);

/// Returns the id of the one book that is asked for, and its names, as far as its files can be read.
fn names_of_book(arguments: &DataArguments) -> Result<(String, Offered)> {
    let data = Data::open(arguments)?;
    data.progress.end();
    let book = data.loaded.books.first();
    Ok(book.map(|book| (book.id.clone(), Offered::of(book))).unwrap_or_default())
}

fn write(folder: &Path, schemas: &[Schema]) -> Result<()> {
    fs::create_dir_all(folder)
        .with_context(|| format!("建不了文件夹“{}”", folder.display()))?;
    let place = |(name, text)| (folder.join(format!("{name}.json")), text);
    let files: Vec<(PathBuf, &String)> =
        schemas.iter().map(|(name, text)| place((*name, text))).collect();
    if let Some((path, _)) = files.iter().find(|(path, text)| !is_free(path, text)) {
        bail!(
            "“{}”不是本程序生成的，写了会弄丢它；把它移到别处，或用 --out 写到别处",
            path.display()
        );
    }
    for (path, text) in &files {
        fs::write(path, text).with_context(|| format!("写不了“{}”", path.display()))?;
    }
    Ok(())
}

/// Returns whether nothing is in a place but a schema of the same kind of record.
fn is_free(path: &Path, text: &str) -> bool {
    /// The lines of a schema that say what it is of.
    const HEAD: usize = 3;
    match path.symlink_metadata() {
        Ok(entry) => {
            let present = fs::read_to_string(path).unwrap_or_default();
            entry.is_file() && present.lines().take(HEAD).eq(text.lines().take(HEAD))
        }
        Err(_) => true,
    }
}
