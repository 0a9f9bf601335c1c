//! Posters: pictures in so few bytes that a page has them before anything else.

use super::raster::Rasterizer;
use anyhow::{Context, Result, bail};
use color_quant::NeuQuant;
use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use resvg::tiny_skia::Pixmap;

/// The largest number of bytes of a poster.
pub const MOST: usize = 10_000;

/// A point of a polyline, in the drawing's steps.
type At = (f64, f64);

/// An SVG file without the points and the digits that nobody sees missing, nor what is so anyway.
pub fn svg(drawing: &str) -> Result<Vec<u8>> {
    const FONT: &str = " font-family=\"system-ui, sans-serif\"";
    const NOT_FILLED: &str = " fill=\"none\"";
    let mut before = "";
    let parts = drawing.split('"').map(|part| {
        // In words there are no quotation marks: every other part is a value.
        let name = std::mem::replace(&mut before, part);
        match part.parse::<f64>() {
            _ if name.ends_with(" points=") => thinned(part),
            Ok(number) if name.ends_with('=') => ((100.0 * number).round() / 100.0).to_string(),
            _ => part.to_string(),
        }
    });
    let mut text = parts.collect::<Vec<_>>().join("\"");
    for usual in [FONT, NOT_FILLED, " opacity=\"1\"", " stroke=\"none\"", "\n"] {
        text = text.replace(usual, "");
    }
    let text = text.replacen("<svg", &format!("<svg{FONT}{NOT_FILLED}"), 1);
    if text.len() > MOST {
        let bytes = text.len();
        bail!("this poster has {bytes} bytes, more than {MOST}: write a *.png, or another --view");
    }
    Ok(text.into_bytes())
}

/// A polyline's points without those that lie almost between others. A text that is none stays.
fn thinned(text: &str) -> String {
    let point = |pair: &str| {
        let (x, y) = pair.split_once(',')?;
        Some((x.parse().ok()?, y.parse().ok()?))
    };
    let Some(points) = text.split_whitespace().map(point).collect::<Option<Vec<At>>>() else {
        return text.to_string();
    };
    let mut kept: Vec<At> = points.first().copied().into_iter().collect();
    keep(&points, &mut kept);
    kept.iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
}

/// Keeps the last one of some points, and before it the one furthest from the line between both
/// ends, with what is needed on both sides of it, if it is far enough (Douglas and Peucker 1973).
fn keep(points: &[At], kept: &mut Vec<At>) {
    /// A quarter of a pixel.
    const NEAR: f64 = 2.0;
    let [from, .., to] = points else { return };
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx.hypot(dy);
    let away = |at: &At| {
        let (x, y) = (at.0 - from.0, at.1 - from.1);
        if length > 0.0 { (x * dy - y * dx).abs() / length } else { x.hypot(y) }
    };
    let inside = 1..points.len() - 1;
    match inside.max_by(|a, b| away(&points[*a]).total_cmp(&away(&points[*b]))) {
        Some(far) if away(&points[far]) > NEAR => {
            keep(&points[..=far], kept);
            keep(&points[far..], kept);
        }
        _ => kept.push(*to),
    }
}

/// A PNG file of a drawing, with as many colours and pixels as there is room for, and its width
/// and height.
pub fn png(drawing: &str, rasterizer: &Rasterizer) -> Result<(Vec<u8>, (u32, u32))> {
    const SHARES: [f32; 7] = [1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4];
    const COLOURS: [usize; 4] = [64, 32, 24, 16];
    for share in SHARES {
        let pixels = rasterizer.pixels(drawing, share)?;
        for colours in COLOURS {
            let file = indexed(&pixels, colours)?;
            if file.len() <= MOST {
                return Ok((file, (pixels.width(), pixels.height())));
            }
        }
    }
    bail!("this poster has more than {MOST} bytes: make its --size smaller")
}

/// A PNG file of so many colours.
fn indexed(pixels: &Pixmap, count: usize) -> Result<Vec<u8>> {
    let colours = NeuQuant::new(1, count, pixels.data());
    let indices: Vec<u8> =
        pixels.data().chunks_exact(4).map(|pixel| colours.index_of(pixel) as u8).collect();
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(colours.color_map_rgb());
    encoder.set_filter(Filter::NoFilter);
    encoder.set_compression(Compression::High);
    let written = encoder.write_header().and_then(|mut it| it.write_image_data(&indices));
    written.context("the PNG cannot be written")?;
    Ok(file)
}
