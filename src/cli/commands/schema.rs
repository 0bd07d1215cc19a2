//! `tongbao schema`: the JSON Schemas for editors, or the field reference for clerks.

use std::fs;

use anyhow::{Context, Result};

use crate::cli::args::SchemaArguments;
use crate::cli::{FINE, print};
use crate::load::dictionary::fields::field_reference;
use crate::load::dictionary::schema::schema;
use crate::load::slots::kinds;

/// Runs the command.
pub(crate) fn run(arguments: &SchemaArguments) -> Result<u8> {
    if arguments.fields {
        print(&field_reference())?;
        return Ok(FINE);
    }
    let Some(folder) = &arguments.out else {
        for kind in kinds() {
            print(&schema(kind))?;
        }
        return Ok(FINE);
    };
    fs::create_dir_all(folder)
        .with_context(|| format!("建不了文件夹“{}”", folder.display()))?;
    for kind in kinds() {
        let path = folder.join(format!("{}.json", kind.id));
        fs::write(&path, schema(kind))
            .with_context(|| format!("写不了“{}”", path.display()))?;
    }
    Ok(FINE)
}
