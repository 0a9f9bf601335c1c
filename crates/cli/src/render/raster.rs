//! SVG into pixels, and pixels into PNG and GIF.

use anyhow::{Context, Result, ensure};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Family, Query};
use resvg::usvg::{Options, Tree};

/// Families that stand in for the system's own sans-serif one, if it does not say which that is.
const FAMILIES: [&str; 6] =
    ["DejaVu Sans", "Liberation Sans", "Noto Sans", "Arial", "Helvetica", "Inter"];

/// Draws SVG with the fonts of this computer.
pub struct Rasterizer {
    options: Options<'static>,
}

impl Rasterizer {
    /// Reads which fonts there are. Fails if there is none: pictures without their words mislead.
    pub fn new() -> Result<Rasterizer> {
        let mut options = Options::default();
        let fonts = options.fontdb_mut();
        fonts.load_system_fonts();
        let has = |fonts: &Database, family| {
            fonts.query(&Query { families: &[family], ..Query::default() }).is_some()
        };
        if !has(fonts, Family::SansSerif) {
            let known = FAMILIES.into_iter().find(|name| has(fonts, Family::Name(name)));
            let first = fonts.faces().find_map(|face| Some(face.families.first()?.0.clone()));
            let family = known.map(str::to_string).or(first).context(
                "this computer has no font for the words in a PNG or GIF: install one, such as \
                 DejaVu Sans (Debian: apt-get install fonts-dejavu-core), or write an *.svg",
            )?;
            fonts.set_sans_serif_family(family);
        }
        Ok(Rasterizer { options })
    }

    /// The pixels of a drawing, so many for each CSS pixel.
    pub fn pixels(&self, svg: &str, scale: f32) -> Result<Pixmap> {
        let tree = Tree::from_str(svg, &self.options).context("the drawing cannot be read")?;
        let side = |length: f32| (length * scale).round() as u32;
        let (width, height) = (side(tree.size().width()), side(tree.size().height()));
        let mut pixels = Pixmap::new(width, height).context("there is no room for its pixels")?;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        Ok(pixels)
    }
}

/// A PNG file of all colours.
pub fn png(pixels: &Pixmap) -> Result<Vec<u8>> {
    pixels.encode_png().context("the PNG cannot be written")
}

/// A GIF file of pictures of one size, so many a second, again and again.
pub fn gif(
    (width, height): (u32, u32),
    pace: f64,
    pictures: impl Iterator<Item = Result<Pixmap>>,
) -> Result<Vec<u8>> {
    const UNWRITABLE: &str = "the GIF cannot be written";
    /// 1 is slow and exact, 30 fast and coarse.
    const SPEED: i32 = 10;
    let side = |length: u32| u16::try_from(length).context("a side is too long for a GIF");
    let (width, height) = (side(width)?, side(height)?);
    let mut file = Vec::new();
    let mut encoder = gif::Encoder::new(&mut file, width, height, &[]).context(UNWRITABLE)?;
    encoder.set_repeat(gif::Repeat::Infinite).context(UNWRITABLE)?;
    // A frame's time is in hundredths of a second: what one is too short, another is longer.
    let due = |count: usize| (100.0 * count as f64 / pace).round();
    for (place, picture) in pictures.enumerate() {
        let mut pixels = picture?.take();
        ensure!(pixels.len() == 4 * usize::from(width) * usize::from(height), UNWRITABLE);
        let mut frame = gif::Frame::from_rgba_speed(width, height, &mut pixels, SPEED);
        frame.delay = (due(place + 1) - due(place)) as u16;
        encoder.write_frame(&frame).context(UNWRITABLE)?;
    }
    drop(encoder);
    Ok(file)
}
