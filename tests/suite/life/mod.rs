//! A year that stays true: what was known when, and what later knowledge may change.

mod archive;
mod county;
mod disclosed;
mod dishonest;
mod explained;
mod held;
mod holes;
mod honest;
mod later;
mod leaders;
mod many;
mod new_year;
mod quiet;
mod recognised;
mod released;
mod reports;
mod scenarios;
mod sealed;
mod silent;
mod told;
mod units;
mod vintage;
mod year;
