//! The JSON Schemas of what the program writes for other programs.

/// Each by the name of its file. The tests hold them against all that the shipped books give.
pub(super) const OUTPUTS: &[(&str, &str)] = &[
    ("figures", include_str!("figures.json")),
    ("release", include_str!("release.json")),
    ("diff", include_str!("diff.json")),
    ("findings", include_str!("findings.json")),
];
