//! Workbooks, out and in: the tables of an edition, the forms of the units, and what comes back.

mod edits;
mod filled;
mod hidden;
mod hostile;
mod marked;
mod months;
mod outside;
mod packed;
mod silent;
mod sins;
mod tables;
