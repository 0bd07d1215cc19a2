//! Mutated files: whatever is read from a data folder, a bulletin or a release never crashes the program.
//!
//! Every input is a shipped file with a few edits. `cargo test --test fuzz` tries a few hundred of
//! them for each reader; `PROPTEST_CASES=20000` tries as many as CI does, and `tests/fuzz/run`
//! goes on for ten minutes with new seeds.

#![expect(clippy::unwrap_used, reason = "what a test builds itself is there")]

mod call;
mod claims;
mod mutation;
mod narrative;
mod release;
mod seeds;
mod workbook;
mod yaml;

#[allow(dead_code, reason = "the suite uses more of it")]
#[path = "../suite/case.rs"]
mod case;
#[allow(dead_code, reason = "the suite uses more of it")]
#[path = "../suite/workbooks/packed.rs"]
mod packed;
#[path = "../suite/oracle.rs"]
mod oracle;
