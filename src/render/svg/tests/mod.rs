//! What holds for every chart, and what each kind must show.

mod lamps;
pub(crate) mod samples;

use proptest::prelude::{ProptestConfig, any, prop};
use proptest::{prop_assert, proptest};
use rust_decimal::Decimal;

use crate::render::svg::drawing::text::width;
use crate::render::svg::tests::samples::chart as framed;
use crate::render::svg::variant::Variant;
use crate::render::svg::{chart, spark};
use crate::theme::Theme;
use crate::view::chart::{Chart, Drawing};

const VARIANTS: [Variant; 3] = [Variant::Web, Variant::Phone, Variant::Print];

/// Writes all samples, to be looked at: `SAMPLES=folder cargo test samples_to_look_at`.
#[test]
#[ignore = "writes pictures for people; it states nothing"]
fn samples_to_look_at() {
    let folder = std::env::var("SAMPLES").unwrap();
    let theme = Theme::builtin();
    for sample in samples::all() {
        for variant in VARIANTS {
            let path = format!("{folder}/{}-{variant:?}.svg", sample.id);
            std::fs::write(path, &*chart(&sample, variant, &theme)).unwrap();
        }
    }
    let view = samples::spark(&["0.02", "0.1", "0.22", "0.3", "0.38", "0.4"]);
    std::fs::write(format!("{folder}/spark.svg"), &*spark(&view, &theme)).unwrap();
}

fn drawn(chart_view: &Chart, variant: Variant) -> String {
    chart(chart_view, variant, &Theme::builtin()).into()
}

fn web(drawing: Drawing) -> String {
    drawn(&framed("it", drawing), Variant::Web)
}

/// The contents of all `<text>` elements, still escaped.
fn texts(svg: &str) -> Vec<&str> {
    let inner = |part: &str| part.find('>').map(|at| at + 1);
    let parts = svg.split("<text ").skip(1);
    parts.map(|part| &part[inner(part).unwrap()..part.find("</text>").unwrap()]).collect()
}

fn count(svg: &str, element: &str) -> usize {
    svg.matches(&format!("<{element} ")).count()
}

/// Fails unless tags are paired, attributes quoted and unique, and characters allowed.
fn assert_well_formed(svg: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = svg;
    while let Some(start) = rest.find('<') {
        let text = &rest[..start];
        assert!(!text.contains('>') && !text.contains("]]>"), "stray mark in {text}");
        let end = start + rest[start..].find('>').expect("a tag ends");
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "closing tag");
            continue;
        }
        let name = tag.split([' ', '/']).next().unwrap();
        let mut keys: Vec<&str> = tag
            .split('"')
            .step_by(2)
            .filter_map(|part| part.trim().strip_suffix('='))
            .collect();
        assert_eq!(tag.matches('"').count(), keys.len() * 2, "quotes of {tag}");
        let all = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), all, "attributes of {tag}");
        if !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty() && rest.trim().is_empty());
    assert!(svg.chars().all(|c| c == '\n' || !c.is_control()), "control character");
    for entity in svg.split('&').skip(1) {
        let names = ["lt;", "gt;", "amp;", "quot;", "#39;"];
        assert!(names.iter().any(|name| entity.starts_with(name)), "&{entity:.9}");
    }
}

#[test]
fn every_chart_is_well_formed_in_every_variant() {
    for sample in samples::all() {
        for variant in VARIANTS {
            assert_well_formed(&drawn(&sample, variant));
        }
    }
    assert_well_formed(&spark(&samples::spark(&["0.1", "1.2"]), &Theme::builtin()));
    assert_well_formed(&spark(&samples::spark(&[]), &Theme::builtin()));
}

#[test]
fn the_same_chart_is_the_same_bytes() {
    for sample in samples::all() {
        assert_eq!(drawn(&sample, Variant::Web), drawn(&sample, Variant::Web));
    }
}

#[test]
fn hostile_text_stays_text_wherever_it_comes_from() {
    let mut view = samples::year();
    let hostile = samples::HOSTILE.to_owned();
    view.ticks[3].text.clone_from(&hostile);
    view.actual[9].text.clone_from(&hostile);
    view.actual[2].note.clone_from(&hostile);
    view.milestones[0].word.clone_from(&hostile);
    let mut sample = framed("it", Drawing::Trajectory(view));
    sample.id.clone_from(&hostile);
    sample.title.clone_from(&hostile);
    sample.description.clone_from(&hostile);
    let mut bars = samples::odd_bars();
    bars.rows[0].mark.color = "red\" onload=\"alert(1)".to_owned();
    bars.legend[0].word.clone_from(&hostile);
    for sample in [sample, framed("bars", Drawing::Bars(bars))] {
        for variant in VARIANTS {
            let svg = drawn(&sample, variant);
            assert_well_formed(&svg);
            assert!(!svg.contains("<script") && !svg.contains("onload"));
            assert!(svg.contains("&lt;script&gt;"));
        }
    }
}

#[test]
fn title_and_description_belong_to_the_chart_by_ids_of_its_own() {
    let svg = web(Drawing::Pairs(samples::odd_pairs()));
    assert!(svg.contains(r#"role="img" aria-labelledby="web-it-title web-it-desc""#));
    assert!(svg.contains(r#"<title id="web-it-title">标题</title>"#));
    assert!(svg.contains(r#"<desc id="web-it-desc">说明</desc>"#));
    let ids = ["funds/unit:a", "funds-unit-a", "funds/unit-a", "资金"];
    let mut names: Vec<String> = ids
        .iter()
        .flat_map(|id| VARIANTS.map(|variant| (id, variant)))
        .map(|(id, variant)| {
            drawn(&framed(id, Drawing::Trajectory(samples::year())), variant)
        })
        .map(|svg| {
            svg.split("<title id=\"")
                .nth(1)
                .unwrap()
                .split('"')
                .next()
                .unwrap()
                .to_owned()
        })
        .collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), ids.len() * 3);
}

#[test]
fn the_print_variant_needs_no_style_sheet_and_names_its_font() {
    for sample in samples::all() {
        let svg = drawn(&sample, Variant::Print);
        assert!(
            !svg.contains("class=") && !svg.contains("var(") && !svg.contains("style=")
        );
        assert!(svg.contains(r#"font-family="'Bulletin Hei'"#));
        let sizes = svg.split("font-size=\"").skip(1);
        for size in sizes.map(|part| part.split('"').next().unwrap()) {
            assert!(size.parse::<f64>().unwrap() >= 7.5, "{size} in {}", sample.id);
        }
    }
}

#[test]
fn milestones_say_by_word_and_by_shape_what_became_of_them() {
    let svg = web(Drawing::Trajectory(samples::year()));
    for words in ["10% 未达到", "50% 已达到", "80% 已达到", "100% 未到期"] {
        assert!(texts(&svg).contains(&words), "{words}");
    }
    assert_eq!(svg.matches(r#"class="fill-met line-met""#).count(), 2);
    assert_eq!(svg.matches(r#"class="fill-paper line-missed""#).count(), 1);
    assert_eq!(svg.matches(r#"class="fill-paper line-muted""#).count(), 1);
    let crowded = web(Drawing::Trajectory(samples::crowded()));
    for word in ["已达到", "未达到", "未到期"] {
        assert!(texts(&crowded).contains(&word), "{word} in the legend");
    }
}

#[test]
fn value_target_and_projection_are_always_written() {
    for variant in VARIANTS {
        let sample = framed("it", Drawing::Trajectory(samples::crowded()));
        let svg = drawn(&sample, variant);
        for words in ["93.25", "目标 120", "预计 124.33"] {
            assert!(texts(&svg).contains(&words), "{words} in {variant:?}");
        }
    }
}

#[test]
fn each_bar_has_name_value_and_the_word_of_its_lamp() {
    let svg = web(Drawing::Bars(samples::ranking(29)));
    let words = texts(&svg);
    let values = words
        .iter()
        .filter(|text| text.starts_with(char::is_numeric) && text.contains('.'));
    assert_eq!(values.count(), 29);
    let lamps = samples::LAMPS.map(|(_, word, _)| word);
    assert_eq!(words.iter().filter(|text| lamps.contains(text)).count(), 29);
    assert!(words.contains(&"序时进度 83.33%"));
    // A bar and its track for each row; only the blue lamp is a square, and once in the legend.
    let blue = words.iter().filter(|text| **text == lamps[1]).count();
    assert_eq!(count(&svg, "rect"), 29 * 2 + blue + 1);
}

#[test]
fn what_is_unknown_has_a_reason_and_no_bar() {
    let valued = samples::bar("甲", Some("0.5"), 2);
    let unknown = samples::bar("乙", None, 0);
    let svg = web(Drawing::Bars(samples::bars(vec![valued, unknown])));
    assert_eq!(count(&svg, "rect"), 2 + 1, "the square stands in the legend");
    assert!(texts(&svg).contains(&"未下达任务目标，不参加本期排位"));
    let rows = vec![samples::pair("甲", "3", None)];
    let svg = web(Drawing::Pairs(samples::pairs(rows)));
    assert_eq!(count(&svg, "rect"), 1 + 2);
    assert!(texts(&svg).contains(&"未下达"));
}

#[test]
fn long_names_are_broken_and_never_cut() {
    let name = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸";
    for variant in VARIANTS {
        let rows = vec![samples::bar(name, Some("0.5"), 2)];
        let sample = framed("it", Drawing::Bars(samples::bars(rows)));
        assert!(texts(&drawn(&sample, variant)).concat().contains(name));
    }
}

#[test]
fn nothing_to_draw_is_said_in_words() {
    let empty = Drawing::Trajectory(samples::empty_trajectory());
    let none = Drawing::Bars(samples::bars(Vec::new()));
    for drawing in [empty, none, Drawing::Pairs(samples::pairs(Vec::new()))] {
        assert_eq!(texts(&web(drawing)), ["暂无数据"]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Whatever the numbers and names are, all that is drawn lies inside the drawing.
    #[test]
    fn nothing_leaves_the_drawing(
        values in prop::collection::vec(any::<i32>(), 0..20),
        places in 0u32..8,
        name in "\\PC{0,24}",
    ) {
        let exact = |value: &i32| Decimal::new(i64::from(*value), places);
        let row = |value: &i32| samples::bar(&name, Some(&exact(value).to_string()), 1);
        let bars = samples::bars(values.iter().map(row).collect());
        let mut year = samples::year();
        year.actual = values.iter().zip(1..).map(|(value, at)| {
            samples::point(at, &exact(value).to_string(), "")
        }).collect();
        for drawing in [Drawing::Bars(bars), Drawing::Trajectory(year)] {
            for variant in VARIANTS {
                let svg = drawn(&framed("it", drawing.clone()), variant);
                assert_well_formed(&svg);
                let view = svg.split("viewBox=\"0 0 ").nth(1).unwrap();
                let size: Vec<f64> = view.split(['"', ' ']).take(2)
                    .map(|part| part.parse().unwrap()).collect();
                let usual = svg.split("font-size=\"").nth(1).unwrap();
                let usual: f64 = usual.split('"').next().unwrap().parse().unwrap();
                for (index, text) in svg.split("<text ").skip(1).enumerate() {
                    let at = |key: &str| -> f64 {
                        let value = text.split(&format!("{key}=\"")).nth(1).unwrap();
                        value.split('"').next().unwrap().parse().unwrap()
                    };
                    let inner = texts(&svg)[index].replace("&lt;", "<").replace("&gt;", ">");
                    let inner = inner.replace("&quot;", "'").replace("&#39;", "'");
                    let sized = text.split("</text>").next().unwrap().contains(" font-size=");
                    let size_of_type = if sized { at("font-size") } else { usual };
                    let wide = width(&inner.replace("&amp;", "&"), size_of_type);
                    let left = match text.split("text-anchor=\"").nth(1) {
                        Some(anchor) if anchor.starts_with("end") => at("x") - wide,
                        Some(_) => at("x") - wide / 2.0,
                        None => at("x"),
                    };
                    prop_assert!(left > -2.0 && left + wide < size[0] + 2.0, "{inner}");
                    prop_assert!((-1.0..=size[1] + 1.0).contains(&at("y")));
                }
            }
        }
    }
}
