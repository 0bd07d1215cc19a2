//! What holds for every chart, and what each kind must show.

use crate::render::svg::{Variant, chart, samples, spark};
use crate::theme::Theme;

const VARIANTS: [Variant; 3] = [Variant::Web, Variant::Phone, Variant::Print];

/// Writes all samples, to be looked at: `SAMPLES=folder cargo test samples_to_look_at`.
#[test]
fn samples_to_look_at() {
    let Ok(folder) = std::env::var("SAMPLES") else { return };
    let theme = Theme::builtin();
    for sample in samples::all() {
        for variant in VARIANTS {
            let path = format!("{folder}/{}-{variant:?}.svg", sample.id);
            std::fs::write(path, chart(&sample, variant, &theme)).unwrap();
        }
    }
    let view = samples::spark(&["0.02", "0.1", "0.22", "0.3", "0.38", "0.4"]);
    std::fs::write(format!("{folder}/spark.svg"), spark(&view, &theme)).unwrap();
}
