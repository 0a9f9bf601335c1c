//! `downhill render`: still pictures, strips of them and animations of an address's figure.

pub mod poster;
pub mod raster;

use crate::arguments::{RenderArguments, themes, views};
use crate::read;
use anyhow::{Context, Result, bail, ensure};
use downhill_app::Application;
use downhill_view::canvas::theme::Theme;
use downhill_view::options::show::View;
use downhill_view::svg::{self, Drawing};
use downhill_view::text::messages::LANGUAGES;
use downhill_view::text::native::{self, ENGLISH};
use raster::Rasterizer;
use std::path::Path;

/// The largest number of pictures in a strip, and of frames in an animation.
const MOST_IN_STRIP: usize = 24;
const MOST_FRAMES: usize = 1000;

/// The largest width of a strip's pictures together.
const WIDEST: u64 = 16_384;

/// Kinds of files.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Svg,
    Png,
    Gif,
}

/// Draws what is asked for and writes it to its file.
pub fn draw(arguments: &RenderArguments) -> Result<()> {
    let output = &arguments.output;
    let kind = kind(output)?;
    let size = size(&arguments.size)?;
    let steps = arguments.frames.as_deref().map(frames).transpose()?;
    let pace = match (&arguments.pace, kind) {
        (None, _) => 10.0,
        (Some(text), Kind::Gif) => pace(text)?,
        (Some(_), _) => bail!("--pace is for an animation, a *.gif"),
    };
    let wanted = arguments.view.as_deref().map(view).transpose()?;
    let mut app =
        figure(&arguments.address, arguments.theme.as_deref(), arguments.language.as_deref())?;
    let view = available(&app, wanted)?;
    let bytes = match (kind, steps) {
        (Kind::Gif, _) if arguments.poster => bail!("a poster is an *.svg or a *.png"),
        (Kind::Gif, None) => bail!("a GIF is an animation: add --frames, such as --frames 0..50"),
        (Kind::Gif, Some(steps)) => {
            let most = MOST_FRAMES;
            ensure!(steps.len() <= most, "--frames: an animation has up to {most} frames");
            let rasterizer = Rasterizer::new()?;
            let pictures = steps
                .into_iter()
                .map(|step| rasterizer.pixels(&still(&mut app, Some(step), view, size)?.svg, 1.0));
            raster::gif(size, pace, pictures)?
        }
        (_, steps) => {
            let svg = match steps {
                None => still(&mut app, arguments.at, view, size)?.svg,
                Some(steps) => strip(&mut app, &steps, view, size)?.svg,
            };
            match (kind, arguments.poster) {
                (Kind::Png, true) => poster::png(&svg, &Rasterizer::new()?)?.0,
                (Kind::Png, false) => raster::png(&Rasterizer::new()?.pixels(&svg, 1.0)?)?,
                (_, true) => poster::svg(&svg)?,
                (_, false) => svg.into_bytes(),
            }
        }
    };
    write(output, &bytes)
}

/// Writes a file. Fails with its name.
pub fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(file, bytes).with_context(|| file.display().to_string())
}

/// The figure of an address, in a theme and a language if these are given. Fails with the places if
/// anything of the address cannot be read.
pub fn figure(address: &str, theme: Option<&str>, language: Option<&str>) -> Result<Application> {
    let query = read::query_of(address);
    ensure!(
        query.is_empty() || query.contains('='),
        "“{address}” is no address of a figure, such as 'scene=descent&start=1.9'"
    );
    let mut app = Application::new(query, ENGLISH)?;
    read::refuse(app.problems())?;
    match theme {
        None => {}
        Some("print") => app.set_printing(true),
        Some(id) if Theme::from_id(id).is_some() => app.set("theme", id)?,
        Some(id) => bail!("--theme: there is no “{id}”; there are {}", themes()),
    }
    if let Some(id) = language.or(app.language()) {
        let there = LANGUAGES.join(", ");
        let words = native::words(id);
        app.set_words(
            words.with_context(|| format!("--language: there is no “{id}”; there are {there}"))?,
        );
    }
    Ok(app)
}

/// The picture of a figure after so many steps, or where its address leads.
pub fn still(
    app: &mut Application,
    step: Option<u32>,
    view: View,
    size: (u32, u32),
) -> Result<Drawing> {
    if let Some(step) = step {
        app.arrive_at(step)?;
    }
    Ok(app.still(view, size, text_size(size)))
}

/// Pictures after these steps side by side.
fn strip(app: &mut Application, steps: &[u32], view: View, size: (u32, u32)) -> Result<Drawing> {
    let wide = steps.len() as u64 * u64::from(size.0);
    ensure!(steps.len() <= MOST_IN_STRIP, "--frames: a strip has up to {MOST_IN_STRIP} pictures");
    ensure!(wide <= WIDEST, "--size: this strip would be {wide} pixels wide, more than {WIDEST}");
    let one = |step: &u32| {
        let title = app.words().fill("still_title", &[("count", &app.words().count(*step))]);
        Ok((title, still(app, Some(*step), view, size)?))
    };
    let stills = steps.iter().map(one).collect::<Result<Vec<_>>>()?;
    Ok(svg::strip(app.theme(), &stills, size, text_size(size)))
}

/// The text's size in CSS pixels: it grows with the picture, so that a large one can be shown
/// small.
fn text_size((width, height): (u32, u32)) -> f64 {
    (f64::from(width).min(1.5 * f64::from(height)) / 48.0).clamp(11.0, 64.0)
}

/// The view that is asked for, or the scene's first. Fails if the figure has none such.
fn available(app: &Application, wanted: Option<View>) -> Result<View> {
    let there = app.pictures();
    let ids: Vec<&str> = there.iter().map(|view| view.id()).collect();
    match wanted {
        Some(view) if !there.contains(&view) => {
            bail!("--view: this figure has no {}; it has {}", view.id(), ids.join(", "))
        }
        wanted => wanted.or(there.first().copied()).context("this figure has no picture"),
    }
}

fn view(id: &str) -> Result<View> {
    View::from_id(id).with_context(|| format!("--view: there is no “{id}”; there are {}", views()))
}

fn kind(file: &Path) -> Result<Kind> {
    match file.extension().and_then(|it| it.to_str()).map(str::to_ascii_lowercase).as_deref() {
        Some("svg") => Ok(Kind::Svg),
        Some("png") => Ok(Kind::Png),
        Some("gif") => Ok(Kind::Gif),
        _ => bail!("--output: “{}” is to end in .svg, .png or .gif", file.display()),
    }
}

/// Width and height from a text such as `720x480`.
pub fn size(text: &str) -> Result<(u32, u32)> {
    const SIDES: std::ops::RangeInclusive<u32> = 64..=4096;
    let side = |text: &str| text.trim().parse().ok().filter(|side| SIDES.contains(side));
    text.split_once('x').and_then(|(width, height)| side(width).zip(side(height))).with_context(
        || {
            let (least, most) = SIDES.into_inner();
            format!(
                "--size: “{text}” is to be width x height, each {least} to {most}, as in 720x480"
            )
        },
    )
}

fn pace(text: &str) -> Result<f64> {
    let pace = text.trim().parse().ok().filter(|pace| (1.0..=50.0).contains(pace));
    pace.with_context(|| format!("--pace: “{text}” is to be a number from 1 to 50"))
}

/// Rising steps from a text such as `0,10,50` or `0..120/5`, which has the last one, too.
fn frames(text: &str) -> Result<Vec<u32>> {
    let expected =
        || format!("--frames: “{text}” is to be rising steps, as in 0,10,50 or 0..120 or 0..120/5");
    let mut steps: Vec<u32> = Vec::new();
    for part in text.split(',') {
        let (part, every) = part.split_once('/').unwrap_or((part, "1"));
        let (from, to) = part.split_once("..").unwrap_or((part, part));
        let number = |text: &str| text.trim().parse::<u32>().ok();
        let (Some(from), Some(to), Some(every @ 1..)) = (number(from), number(to), number(every))
        else {
            bail!(expected())
        };
        // One more than an animation may have is enough to be refused.
        steps.extend((from..=to).step_by(every as usize).take(MOST_FRAMES + 1));
        ensure!(from <= to, expected());
    }
    ensure!(steps.windows(2).all(|pair| pair[0] < pair[1]), expected());
    Ok(steps)
}
