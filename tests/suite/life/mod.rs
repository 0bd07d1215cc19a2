//! A year that stays true: what was known when, and what later knowledge may change.

mod county;
mod disclosed;
mod dishonest;
mod holes;
mod honest;
mod later;
mod leaders;
mod recognised;
mod released;
mod reports;
mod scenarios;
mod sealed;
mod silent;
mod units;
mod vintage;
mod year;
