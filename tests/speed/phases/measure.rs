//! How CPU time and memory are measured.

use std::fs;
use std::hint::black_box;

/// How often each phase is measured, after a run that is not counted.
const RUNS: usize = 5;
/// The kernel counts in hundredths of a second, so a measurement of a short phase repeats it until
/// about so many of them have passed.
const TICKS: u64 = 20;

/// Prints the CPU time of a phase in milliseconds, of this program and those that it starts, as
/// median, least and most of its runs, with the peak of memory so far. Returns the median.
pub(super) fn measured<T>(name: &str, phase: impl Fn() -> T) -> f64 {
    let repeats = (TICKS / ticks_of(1, &phase).max(1)).max(1);
    let run = |_| ticks_of(repeats, &phase) as f64 * 10.0 / repeats as f64;
    let mut runs: Vec<f64> = (0..RUNS).map(run).collect();
    runs.sort_by(f64::total_cmp);
    let (least, median, most) = (runs[0], runs[RUNS / 2], runs[RUNS - 1]);
    println!("{name:45} {median:9.1} ms  ({least:.1} to {most:.1})  {:5} MiB", peak());
    median
}

fn ticks_of<T>(repeats: u64, phase: impl Fn() -> T) -> u64 {
    let before = cpu_ticks();
    for _ in 0..repeats {
        black_box(phase());
    }
    cpu_ticks() - before
}

/// Hundredths of a second of CPU that this program and its finished children have used.
fn cpu_ticks() -> u64 {
    let stat =
        fs::read_to_string("/proc/self/stat").expect("Linux counts CPU time there");
    let after = stat.rsplit(')').next().unwrap();
    after
        .split_whitespace()
        .skip(11)
        .take(4)
        .map(|ticks| ticks.parse::<u64>().unwrap())
        .sum()
}

/// The most memory that this program has had resident, in MiB.
fn peak() -> u64 {
    let status =
        fs::read_to_string("/proc/self/status").expect("Linux counts memory there");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024
}
