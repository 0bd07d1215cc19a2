//! The two states of a comparison, as the command line names them.

use std::path::Path;

use anyhow::{Result, bail};

use crate::cli::console::complain;
use crate::cli::project;
use crate::load::pair::State;
use crate::load::source::files::Folder;
use crate::load::source::git::history::Trailer;
use crate::load::source::git::{Repository, Revision};

/// The names of two states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    base: String,
    /// `None` is the data folder as it is.
    head: Option<String>,
    /// Whether the state before is where the two parted.
    parted: bool,
}

/// The two states, and what they are called.
pub(super) struct Sides {
    pub(super) before: State,
    pub(super) after: State,
    pub(super) names: (String, String),
}

impl Named {
    /// Reads the names; `A...B` is B against where it parted from A, `A..B` is B against A.
    pub(super) fn read(base: &str, head: Option<&str>) -> Result<Named> {
        let range =
            [("...", true), ("..", false)].into_iter().find_map(|(dots, parted)| {
                let ends = base.split_once(dots).filter(|_| !is_folder(base))?;
                Some((ends, parted))
            });
        let Some(((from, to), parted)) = range else {
            let head = head.map(str::to_owned);
            return Ok(Named { base: base.to_owned(), head, parted: false });
        };
        if head.is_some() {
            bail!("“{base}”已经写了改前和改后，后面不再写改后");
        }
        let end = |name: &str| if name.is_empty() { "HEAD" } else { name }.to_owned();
        Ok(Named { base: end(from), head: Some(end(to)), parted })
    }

    /// Returns the sides that are folders.
    pub(super) fn folders(&self) -> Vec<&Path> {
        let sides = [Some(&self.base), self.head.as_ref()];
        let sides = sides.into_iter().flatten().filter(|side| is_folder(side));
        sides.map(Path::new).collect()
    }

    /// Finds both states; `data` is the data folder.
    pub(super) fn find(&self, data: &Path) -> Result<Sides> {
        let (after, after_name) = match &self.head {
            Some(head) => state(data, head)?,
            None => (State::Folder(project::open(data)?), "工作区".to_owned()),
        };
        let (before, before_name) = if is_folder(&self.base) {
            folder(&self.base)?
        } else {
            self.before(&Repository::around(data)?)?
        };
        Ok(Sides { before, after, names: (before_name, after_name) })
    }

    /// Finds the state before in a repository. A branch goes on while one works on another, so that the
    /// work is held against where it began, not against what others have added since.
    fn before(&self, repository: &Repository) -> Result<(State, String)> {
        let head = match self.head.as_deref() {
            Some(head) if is_folder(head) => None,
            other => Some(other.unwrap_or("HEAD")),
        };
        let named = repository.revision(&self.base)?;
        let behind =
            head.map(|head| repository.behind(&named.commit, head)).transpose()?;
        let behind = behind.flatten();
        let start = match (&behind, head) {
            (_, Some(head)) if self.parted => repository.parting(&self.base, head)?,
            (Some((_, common)), _) if repository.is_branch(&self.base)? => common.clone(),
            (behind, _) => {
                if let Some((count, common)) = behind {
                    warn_behind(&self.base, count, common);
                }
                let name = called(&named);
                return Ok((State::Revision(repository.clone(), named), name));
            }
        };
        let name = match behind {
            Some((count, _)) => {
                let base = &self.base;
                complain(&format!(
                    "“{base}”在分开以后又有{count}次提交，改后还没有合并过来；只比改后自己的改动\n"
                ));
                format!("{base}（分开处{}）", short(&start))
            }
            None => called(&named),
        };
        Ok((State::Revision(repository.clone(), repository.revision(&start)?), name))
    }
}

impl Sides {
    /// Returns what the commits that came after the state before say after a key; none where a side is a
    /// folder that no repository holds.
    pub(super) fn trailers(&self, key: &str) -> Result<Vec<Trailer>> {
        let State::Revision(repository, base) = &self.before else {
            return Ok(Vec::new());
        };
        let head = match &self.after {
            State::Revision(_, head) => head.commit.as_str(),
            State::Folder(_) | State::Laid(_) => "HEAD",
        };
        if base.commit.is_empty() || head.is_empty() {
            return Ok(Vec::new());
        }
        repository.trailers(&base.commit, head, key)
    }
}

/// Returns whether a name looks like a path; else it is a revision, so that no folder of a commit
/// passes for a branch.
fn is_folder(name: &str) -> bool {
    name.starts_with('.') || name.ends_with('/') || Path::new(name).is_absolute()
}

/// Returns the state that a name stands for, and what it is called.
fn state(data: &Path, name: &str) -> Result<(State, String)> {
    if is_folder(name) {
        return folder(name);
    }
    let repository = Repository::around(data)?;
    let revision = repository.revision(name)?;
    let name = called(&revision);
    Ok((State::Revision(repository, revision), name))
}

fn folder(name: &str) -> Result<(State, String)> {
    let folder = Folder::open(Path::new(name))?;
    Ok((State::Folder(folder), name.trim_end_matches('/').to_owned()))
}

/// Returns what a revision is called: `main（1a2b3c4d）`.
fn called(revision: &Revision) -> String {
    let Revision { name, commit, .. } = revision;
    let short = short(commit);
    if name.starts_with(short) { name.clone() } else { format!("{name}（{short}）") }
}

fn short(commit: &str) -> &str {
    &commit[..8.min(commit.len())]
}

/// Says so where the state after lacks commits of the one before, since what these added will be
/// told as taken away.
fn warn_behind(name: &str, count: &str, common: &str) {
    complain(&format!(
        "改后没有“{name}”里的{count}次提交，它们加进来的会列成删去的；\
         只看这边的改动：tongbao diff {}\n",
        short(common),
    ));
}

#[cfg(test)]
mod tests {
    use super::Named;

    #[test]
    fn three_dots_are_from_where_two_parted_and_two_are_not() {
        let read = |base: &str| {
            let Named { base, head, parted } = Named::read(base, None).unwrap();
            (base, head, parted)
        };
        let named = |base: &str, head: &str, parted| {
            (base.to_owned(), Some(head.to_owned()), parted)
        };
        assert_eq!(read("main...mine"), named("main", "mine", true));
        assert_eq!(read("main..mine"), named("main", "mine", false));
        assert_eq!(read("main..."), named("main", "HEAD", true));
        assert_eq!(read("../data"), ("../data".to_owned(), None, false));
        assert!(Named::read("main...mine", Some("other")).is_err());
    }
}
