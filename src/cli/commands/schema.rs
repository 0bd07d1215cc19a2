//! `tongbao schema`: the JSON Schemas for editors, or the field reference for clerks.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;

use crate::cli::console::{Exit, print};
use crate::load::dictionary::fields::field_reference;
use crate::load::dictionary::schema::schema;
use crate::load::slots::kinds;

/// 输出数据格式：JSON Schema 或字段表
#[derive(Args, Debug)]
#[command(override_usage = "tongbao schema [选项]", next_help_heading = "选项")]
pub(crate) struct Arguments {
    /// 写到这个文件夹，每类记录一个文件；不写则输出到屏幕
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
    } else if let Some(folder) = &arguments.out {
        write(folder)?;
    } else {
        for kind in kinds() {
            print(&schema(kind))?;
        }
    }
    Ok(Exit::Fine)
}

fn write(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)
        .with_context(|| format!("建不了文件夹“{}”", folder.display()))?;
    for kind in kinds() {
        let path = folder.join(format!("{}.json", kind.id));
        fs::write(&path, schema(kind))
            .with_context(|| format!("写不了“{}”", path.display()))?;
    }
    Ok(())
}
