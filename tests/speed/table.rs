//! Results as a table in Markdown.

use crate::process::Cost;

/// A table that grows as results come in.
pub(crate) struct Table {
    /// What the results are held against, and what the column is called.
    unit: f64,
}

impl Table {
    /// Begins a table; one column has the seconds in a unit of its own.
    pub(crate) fn begin(title: &str, unit: f64, called: &str) -> Table {
        println!("\n### {title}\n\n| | CPU, s | {called} | peak, MiB | bar |");
        println!("|---|---:|---:|---:|---|");
        Table { unit }
    }

    /// Adds a line.
    pub(crate) fn line(&self, step: &str, cost: Cost, bar: &str) {
        let Cost { seconds, peak } = cost;
        println!(
            "| {step} | {seconds:.3} | {:.2} | {peak:.0} | {bar} |",
            seconds / self.unit
        );
    }
}
