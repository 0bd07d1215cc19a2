//! Where a user's caches are, as the system has it.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

/// Returns the folder of this program's cache; `None` where the user has no home.
pub(super) fn place() -> Option<PathBuf> {
    place_by(|name| env::var_os(name))
}

/// Returns the folder as some variables say; a path that is not absolute says nothing.
fn place_by(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let folder =
        |name| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let usual = || {
        if cfg!(windows) {
            folder("LOCALAPPDATA")
        } else if cfg!(target_os = "macos") {
            Some(folder("HOME")?.join("Library/Caches"))
        } else {
            Some(folder("HOME")?.join(".cache"))
        }
    };
    Some(folder("XDG_CACHE_HOME").or_else(usual)?.join("tongbao"))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    /// The place where these variables are all that there are.
    fn place_with(variables: &[(&str, &str)]) -> Option<PathBuf> {
        place_by(|name| {
            let known = variables.iter().find(|(known, _)| *known == name);
            known.map(|(_, value)| OsString::from(value))
        })
    }

    #[test]
    fn the_cache_is_where_caches_are() {
        let home = ("HOME", "/home/a");
        for (variables, place) in [
            (&[home][..], Some("/home/a/.cache/tongbao")),
            (&[home, ("XDG_CACHE_HOME", "/caches")], Some("/caches/tongbao")),
            (&[home, ("XDG_CACHE_HOME", "caches")], Some("/home/a/.cache/tongbao")),
            (&[home, ("XDG_CACHE_HOME", "")], Some("/home/a/.cache/tongbao")),
            (&[("HOME", "")], None),
            (&[], None),
        ] {
            assert_eq!(place_with(variables), place.map(PathBuf::from), "{variables:?}");
        }
    }
}
