//! Roll-ups: a city adds up what its counties released, says who is missing, and gives nothing away.

mod ground;
mod offices;
mod tagged;
mod trees;
mod withdrawn;
