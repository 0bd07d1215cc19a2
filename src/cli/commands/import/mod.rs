//! `tongbao import`: what comes from elsewhere, shown or verified before it is taken.

mod arguments;
mod marked;
mod released;
mod workbooks;

use anyhow::Result;

use crate::cli::console::Exit;

pub(crate) use crate::cli::commands::import::arguments::Arguments;

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    if arguments.released.is_empty() {
        return workbooks::run(arguments);
    }
    let tag = arguments.tag.as_deref();
    released::run(&arguments.data, &arguments.released, tag)
}
