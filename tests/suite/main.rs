//! The tests that need the whole program, in one binary.

#![expect(clippy::unwrap_used, reason = "what a test builds itself is there")]

mod case;
mod faults;
mod hostile;
mod manual;
mod oracle;
mod schema;
