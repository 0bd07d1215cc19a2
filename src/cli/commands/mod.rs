//! The commands, one file each: its `Arguments`, whose comments are its help, and its `run`.

mod build;
mod check;
mod completion;
mod diff;
mod explain;
mod export;
mod fmt;
mod help;
mod import;
mod init;
mod new;
mod release;
mod revise;
mod schema;
mod serve;
mod status;
mod verify;

use anyhow::Result;
use clap::Subcommand;

use self::release::unrelease;
use crate::cli::console::Exit;

/// The layout of help.
pub(super) const TEMPLATE: &str =
    "{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}";

/// Lists the commands by their names and files, in the order of the help.
macro_rules! commands {
    ($($name:ident => $file:ident,)+; about all: $($about:ident => $telling:ident,)+) => {
        /// A command as it is typed.
        #[derive(Debug, Subcommand)]
        pub(super) enum Command {
            $(#[command(help_template = TEMPLATE)] $name($file::Arguments),)+
            $(#[command(help_template = TEMPLATE)] $about($telling::Arguments),)+
        }

        impl Command {
            /// Runs it; those that are about all commands get them.
            pub(super) fn run(&self, all: &dyn Fn() -> clap::Command) -> Result<Exit> {
                match self {
                    $(Command::$name(arguments) => $file::run(arguments),)+
                    $(Command::$about(arguments) => $telling::run(arguments, all()),)+
                }
            }
        }
    };
}

commands! {
    Check => check,
    Build => build,
    Diff => diff,
    Init => init,
    New => new,
    Fmt => fmt,
    Status => status,
    Serve => serve,
    Schema => schema,
    Explain => explain,
    Release => release,
    Unrelease => unrelease,
    Revise => revise,
    Verify => verify,
    Export => export,
    Import => import,
    ;
    about all:
    Completion => completion,
    Help => help,
}
