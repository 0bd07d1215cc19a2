//! How commits hang together, and what their messages say.

use anyhow::{Result, bail};

use crate::load::source::git::Repository;

/// A line of a commit's message that begins with a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trailer {
    /// Who wrote the commit, as the commit says.
    pub author: String,
    /// What follows the key.
    pub value: String,
}

impl Repository {
    /// Returns whether a name is that of a branch, here or of another repository, and not of a tag.
    pub fn is_branch(&self, name: &str) -> Result<bool> {
        // Anything else is a way to a commit that starts at a name.
        if name.contains(['^', '~', ':', '@', '{']) {
            return Ok(false);
        }
        let is_there = |place: &str| {
            let found = self.git.object(&format!("refs/{place}/{name}^{{commit}}"))?;
            anyhow::Ok(found.is_some())
        };
        Ok(!is_there("tags")? && (is_there("heads")? || is_there("remotes")?))
    }

    /// Returns how many commits of one the other lacks, and the newest that both have; `None` where it
    /// lacks none, or where they have nothing in common.
    pub fn behind(&self, base: &str, head: &str) -> Result<Option<(String, String)>> {
        let Some(head) = self.git.object(&format!("{head}^{{commit}}"))? else {
            return Ok(None);
        };
        if base.is_empty() {
            return Ok(None);
        }
        let count = self.text(&["rev-list", "--count", &format!("{head}..{base}")])?;
        let common = self.common(base, &head)?;
        Ok(common.filter(|_| count != "0").map(|common| (count, common)))
    }

    /// Returns the newest commit that two have in common; `None` where there is none.
    fn common(&self, one: &str, other: &str) -> Result<Option<String>> {
        let output = self.git.run(&["merge-base", one, other], b"")?;
        let common = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        Ok(Some(common).filter(|common| !common.is_empty()))
    }

    /// Returns the commit at which two revisions parted.
    pub fn parting(&self, base: &str, head: &str) -> Result<String> {
        let commits = [base, head].map(|name| self.revision(name));
        let [base_commit, head_commit] = commits;
        match self.common(&base_commit?.commit, &head_commit?.commit)? {
            Some(common) => Ok(common),
            None => bail!(
                "“{base}”和“{head}”没有共同的提交，不知道从哪里分开；没有取全历史的先运行 \
                 git fetch --unshallow"
            ),
        }
    }

    /// Returns what the messages of the commits that one lacks say after a key, the newest first.
    pub fn trailers(&self, base: &str, head: &str, key: &str) -> Result<Vec<Trailer>> {
        let range = format!("{base}..{head}");
        let listing =
            self.git.succeed(&["rev-list", "--header", "--end-of-options", &range])?;
        let listing = String::from_utf8_lossy(&listing).into_owned();
        Ok(listing.split('\0').flat_map(|commit| said(commit, key)).collect())
    }
}

/// Returns what a commit says after a key. Its head ends at the first empty line; each line of its
/// message stands behind four spaces.
fn said(commit: &str, key: &str) -> Vec<Trailer> {
    let (head, message) = commit.split_once("\n\n").unwrap_or((commit, ""));
    let author = head.lines().find_map(|line| line.strip_prefix("author "));
    let author = author.and_then(|line| Some(line.rsplit_once(" <")?.0));
    let lines = message.lines().filter_map(|line| line.strip_prefix("    "));
    let values = lines.filter_map(|line| {
        Some(line.strip_prefix(key)?.strip_prefix(':')?.trim().to_owned())
    });
    let author = author.unwrap_or_default().trim().to_owned();
    values.map(|value| Trailer { author: author.clone(), value }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_a_message_counts_where_it_begins_with_the_key() {
        let commit = "1a2b\ntree 3c\nauthor 张 三 <z@x.cn> 1 +0800\ncommitter 李四 <l@x.cn> 1 +0800\n\n    题\n    \n    见 Allow: 乙\n    Allow: 甲 原因\n";
        let trailer = |value: &str| Trailer {
            author: "张 三".to_owned(),
            value: value.to_owned(),
        };
        assert_eq!(said(commit, "Allow"), [trailer("甲 原因")]);
        assert!(said("\n", "Allow").is_empty());
    }
}
