//! The `git` command, which only reads: nothing in a commit, a setting or the environment has a say in it.

use std::env;
use std::io::{ErrorKind, Write};
use std::process::{Child, Command, Output, Stdio};

use anyhow::{Context, Result, anyhow, bail};

use crate::load::source::git::home::Home;

/// Variables that say where a person keeps settings; all others of git's could name another
/// repository, as those do that it gives to hooks.
const KEPT: [&str; 3] = ["GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM"];

/// The `git` command in a repository.
#[derive(Clone, Debug)]
pub(super) struct Git {
    /// The repository.
    pub(super) home: Home,
}

impl Git {
    /// Returns the id of what an expression names, if there is such a thing.
    pub(super) fn object(&self, expression: &str) -> Result<Option<String>> {
        let arguments =
            ["rev-parse", "--verify", "--quiet", "--end-of-options", expression];
        let output = self.run(&arguments, b"")?;
        let id = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        // What excludes commits is an expression too, and is printed with a mark.
        let is_id = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_hexdigit());
        Ok((output.status.success() && is_id).then_some(id))
    }

    /// Returns what a command that must succeed prints.
    pub(super) fn succeed(&self, arguments: &[&str]) -> Result<Vec<u8>> {
        let output = self.run(arguments, b"")?;
        if !output.status.success() {
            bail!(self.problem(&String::from_utf8_lossy(&output.stderr)));
        }
        Ok(output.stdout)
    }

    /// Runs a command with some input.
    pub(super) fn run(&self, arguments: &[&str], input: &[u8]) -> Result<Output> {
        let mut child = self.spawn(arguments, Stdio::piped())?;
        let mut pipe = child.stdin.take().context("git 命令没有启动")?;
        // A reader that stopped early says so in its own result.
        let _ = pipe.write_all(input);
        drop(pipe);
        child.wait_with_output().context("git 中途停了")
    }

    /// Starts a command whose input and output are pipes, with a place for what it complains of.
    pub(super) fn spawn(&self, arguments: &[&str], complaints: Stdio) -> Result<Child> {
        let mut command = self.command();
        command.args(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(complaints);
        command.spawn().map_err(|error| match error.kind() {
            ErrorKind::NotFound => anyhow!("没有找到 git 命令，先装好 git 再来"),
            _ => anyhow!(error).context("git 命令没有启动"),
        })
    }

    /// The command in an environment of our own.
    fn command(&self) -> Command {
        let Home { folder, is_bare, quarantine, .. } = &self.home;
        let mut command = Command::new("git");
        for (name, _) in env::vars_os() {
            let text = name.to_string_lossy();
            if text.starts_with("GIT_") && !KEPT.contains(&&*text) {
                command.env_remove(name);
            }
        }
        // What git says is looked for in English.
        command.env("LC_ALL", "C");
        // Replaced objects, grafts and fetched objects would make the result depend on the machine,
        // and a repository may name any command as its way to fetch.
        command.env("GIT_NO_REPLACE_OBJECTS", "1").env("GIT_NO_LAZY_FETCH", "1");
        command.env("GIT_GRAFT_FILE", "/dev/null/none");
        command.env("GIT_ALLOW_PROTOCOL", "none").env("GIT_OPTIONAL_LOCKS", "0");
        if let Some(parent) = folder.parent() {
            command.env("GIT_CEILING_DIRECTORIES", parent);
        }
        if let Some(quarantine) = quarantine {
            command.env("GIT_OBJECT_DIRECTORY", quarantine);
            command.env("GIT_ALTERNATE_OBJECT_DIRECTORIES", folder.join("objects"));
        }
        let bare = if *is_bare { "all" } else { "explicit" };
        command.arg("-C").arg(folder);
        command.args(["-c", &format!("safe.bareRepository={bare}")]);
        command.args(["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"]);
        command
    }

    /// Returns what is wrong, in words of ours; what git says itself is the last resort.
    pub(super) fn problem(&self, told: &str) -> String {
        let shown = self.home.folder.display();
        if told.contains("dubious ownership") {
            return format!(
                "“{shown}”是别的用户的仓库，git 不读；信得过就先运行 \
                 git config --global --add safe.directory {shown}"
            );
        }
        if told.contains("not a git repository") {
            return format!(
                "“{shown}”里的 .git 不是仓库，或者它的仓库已经移走；核对 .git"
            );
        }
        let missing = ["promisor", "missing", "lazy fetching", "unable to read"];
        if missing.iter().any(|word| told.contains(word)) {
            return format!(
                "仓库“{shown}”里缺少这个版本的文件；部分克隆的先运行 git fetch --refetch \
                 --filter=blob:limit=1g，不是的用 git fsck 核对"
            );
        }
        format!("git 读不了仓库“{shown}”，用 git fsck 核对（git：{}）", told.trim())
    }
}
