//! What all charts are drawn with: canvas, axes, legends, labels, strokes.

pub(super) mod axis;
mod backend;
pub(super) mod canvas;
pub(super) mod frame;
pub(super) mod lamp;
pub(super) mod legend;
pub(super) mod placing;
pub(super) mod stroke;
pub(super) mod style;
pub(super) mod text;
