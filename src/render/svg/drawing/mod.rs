//! What all charts are drawn with: canvas, axes, legends, labels, strokes.

pub(crate) mod axis;
pub(crate) mod backend;
pub(crate) mod canvas;
pub(crate) mod lamp;
pub(crate) mod legend;
pub(crate) mod placing;
pub(crate) mod stroke;
pub(crate) mod style;
pub(crate) mod text;
