//! The tests that need the whole program, in one binary.

mod case;
mod faults;
mod hostile;
mod manual;
mod oracle;
mod schema;
