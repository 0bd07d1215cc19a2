//! The element around a drawing: its size, its type, and the names that a reader of screens says.

use crate::render::svg::drawing::canvas::{Canvas, Spot};
use crate::render::svg::drawing::style::Style;
use crate::render::svg::drawing::text::escape;
use crate::render::svg::variant::Variant;
use crate::view::chart::Chart;

/// Returns the id of a chart's element; those of two charts differ if the charts' ids do.
pub(crate) fn id(variant: Variant, chart: &str) -> String {
    let place = match variant {
        Variant::Web => "web",
        Variant::Phone => "phone",
        Variant::Print => "print",
        Variant::Half => "half",
    };
    let mut id = format!("{place}-");
    for c in chart.chars() {
        if c.is_ascii_alphanumeric() || c == '-' {
            id.push(c);
        } else {
            id += &format!("_{:x}_", u32::from(c));
        }
    }
    id
}

/// Returns the complete element of a chart that is drawn so high.
pub(crate) fn around(canvas: &Canvas, chart: &Chart, height: f64) -> String {
    let size = (canvas.style.width.ceil(), height.ceil());
    let gradient = if canvas.fades { gradient(canvas) } else { String::new() };
    let (elements, hints) = (canvas.elements(), &canvas.hints);
    format!("{}{gradient}{elements}{hints}</svg>", opening(canvas, chart, size))
}

fn opening(canvas: &Canvas, chart: &Chart, (width, height): Spot) -> String {
    let Canvas { style, id, .. } = canvas;
    let (title, description) = (escape(&chart.title), escape(&chart.description));
    let size = match style.variant {
        Variant::Web => r#"class="chart chart-web" width="100%""#.to_owned(),
        Variant::Phone => r#"class="chart chart-phone" width="100%""#.to_owned(),
        Variant::Print | Variant::Half => format!(r#"width="{width}" height="{height}""#),
    };
    let Style { small, .. } = style;
    let families = style.families();
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {size} role="img" aria-labelledby="{id}-title {id}-desc" font-family="{families}" font-size="{small}" stroke-linejoin="round" stroke-linecap="round">
<title id="{id}-title">{title}</title>
<desc id="{id}-desc">{description}</desc>
"#
    )
}

/// The gradient of an area below a line.
fn gradient(canvas: &Canvas) -> String {
    let color = canvas.style.theme.color("blue");
    let color = if color.starts_with('#') { escape(color) } else { String::new() };
    let stop = |at: &str, opacity: &str| {
        format!(r#"<stop offset="{at}" stop-color="{color}" stop-opacity="{opacity}"/>"#)
    };
    format!(
        "<defs><linearGradient id=\"{}\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"1\">{}{}</linearGradient></defs>\n",
        canvas.fade(),
        stop("0", "0.24"),
        stop("1", "0.03"),
    )
}
