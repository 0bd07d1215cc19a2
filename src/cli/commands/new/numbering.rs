//! The next id of a record, after the pattern of those that are there.

/// Returns the next id of a year; `first` says how the first one begins where there is none yet.
///
/// Ids end in a number. The pattern is that of the newest record of the year, else that of the newest
/// record of another year with the year put in.
pub(super) fn next_id<'a>(
    ids: impl Iterator<Item = &'a str>,
    year: &str,
    first: &str,
) -> String {
    let mut numbered: Vec<Numbered> = ids.filter_map(Numbered::of).collect();
    numbered.sort();
    let of_year = numbered.iter().rfind(|id| id.stem.contains(year));
    if let Some(newest) = of_year {
        return newest.followed_by(newest.stem, newest.number + 1);
    }
    let Some(newest) = numbered.last() else { return format!("{first}-{year}-001") };
    match year_in(newest.stem) {
        Some(old) => newest.followed_by(&newest.stem.replace(old, year), 1),
        None => newest.followed_by(newest.stem, newest.number + 1),
    }
}

/// An id that ends in a number.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Numbered<'a> {
    /// The year in the stem, which comes first in the order.
    year: Option<&'a str>,
    number: u64,
    stem: &'a str,
    width: usize,
}

impl<'a> Numbered<'a> {
    fn of(id: &'a str) -> Option<Numbered<'a>> {
        let stem = id.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = &id[stem.len()..];
        let number = digits.parse().ok()?;
        Some(Numbered { year: year_in(stem), number, stem, width: digits.len() })
    }

    fn followed_by(&self, stem: &str, number: u64) -> String {
        format!("{stem}{number:0width$}", width = self.width)
    }
}

/// The year between hyphens.
fn year_in(stem: &str) -> Option<&str> {
    let is_year =
        |part: &&str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    stem.split('-').find(is_year)
}

#[cfg(test)]
mod tests {
    use super::next_id;

    #[test]
    fn the_next_id_goes_on_after_the_pattern_of_the_newest() {
        for (ids, year, next) in [
            (&["ws-2023-001", "ws-2023-020", "ws-2022-999"][..], "2023", "ws-2023-021"),
            (&["ws-2023-001", "ws-2023-020"], "2024", "ws-2024-001"),
            (&["ws-2023-099", "ws-2024-002"], "2025", "ws-2025-001"),
            (&["dz-hd-009", "dz-hd-010"], "2023", "dz-hd-011"),
            (&["xm-9"], "2023", "xm-10"),
            (&["abc"], "2026", "xin-2026-001"),
            (&[], "2026", "xin-2026-001"),
        ] {
            assert_eq!(next_id(ids.iter().copied(), year, "xin"), next, "{ids:?}");
        }
    }
}
