//! The tests that need the whole program, in one binary.

#![expect(clippy::unwrap_used, reason = "what a test builds itself is there")]

mod architecture;
mod rooms;
mod audience;
mod below;
mod build;
mod cache;
mod case;
mod command_line;
mod cookbook;
mod costs;
mod counties;
mod desk;
mod dictionary;
mod diff;
mod documents;
mod earlier;
mod faults;
mod features;
mod figures;
mod folders;
mod formats;
mod history;
mod hostile;
mod issued;
mod key_points;
mod licences;
mod life;
mod manual;
mod narrative;
mod neutral;
mod newcomer;
mod nothing_lost;
mod numbers;
mod open_tables;
mod oracle;
mod output;
mod outside;
mod pages;
mod paging;
mod places;
mod printed;
mod promises;
mod properties;
mod quantity;
mod reader;
mod readme;
mod recipes;
mod release;
mod requirements;
mod rounding;
mod rulings;
mod schema;
mod scores;
mod serve;
mod shipped;
mod slips;
mod stage;
mod start;
mod statements;
mod successive;
mod support;
mod supposed;
mod taken_over;
mod transcript;
mod verify;
mod word;
mod workbooks;
mod worked;

/// How many cases a property has that takes a minute: a few here, and as many as `PROPTEST_CASES` says
/// where it is set.
fn cases(few: u32) -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok();
    asked.map_or(few, |number| number.parse().unwrap())
}
