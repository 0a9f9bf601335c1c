//! Grammar of the command line: subcommands, their options, and their help.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use downhill_core::export::{self, EXPORTS};
use downhill_view::canvas::theme::THEMES;
use downhill_view::options::show::View;
use downhill_view::text::messages::LANGUAGES;
use std::ffi::OsString;
use std::num::ParseFloatError;
use std::path::PathBuf;

/// Experiments of Downhill as numbers, tables, programs and pictures.
#[derive(Parser)]
#[command(
    version,
    propagate_version = true,
    after_help = "'downhill COMMAND --help' explains a command, with examples."
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

impl Arguments {
    /// Parses the program's arguments. A formula may begin with a minus sign: what is no option is
    /// taken for one.
    pub fn read(given: Vec<OsString>) -> Result<Arguments, clap::Error> {
        Arguments::try_parse_from(&given).or_else(|error| match with_formula_last(given) {
            Some(given) if error.use_stderr() => Arguments::try_parse_from(given),
            _ => Err(error),
        })
    }
}

/// The arguments of `function` with a formula that looks like an option after `--`.
fn with_formula_last(mut given: Vec<OsString>) -> Option<Vec<OsString>> {
    let text = |index: usize| given.get(index).and_then(|it| it.to_str());
    if text(1) != Some("function") || given.iter().any(|it| it == "--") {
        return None;
    }
    // An option's name has two letters or more, and nothing else before its value.
    let is_name = |name: &str| name.len() > 1 && name.bytes().all(|it| it.is_ascii_lowercase());
    let is_option = |it: &str| {
        let name = it.strip_prefix("--").and_then(|it| it.split('=').next());
        name.is_some_and(is_name)
    };
    let is_value =
        |index: usize| text(index - 1).is_some_and(|it| ["--at", "--domain"].contains(&it));
    let at = (2..given.len()).find(|index| {
        let looks = text(*index).is_some_and(|it| it.starts_with('-') && !is_option(it));
        looks && !is_value(*index)
    })?;
    let formula = given.remove(at);
    given.extend(["--".into(), formula]);
    Some(given)
}

#[derive(Subcommand)]
pub enum Command {
    /// Print every state of a run, one line each
    ///
    /// Prints the states after 0, 1, … N updates: as JSON one object a line, with 17
    /// significant digits and null for a number that is not finite. A run that diverges ends
    /// with the line of its first state that is not finite.
    #[command(after_help = "\
Examples:
  downhill trace 'batch_size=10&seed=2' --iterations 50
  downhill trace 'function=rosenbrock&start=-1,1&learning_rate=0.001' --format csv
  downhill trace layers=4 --curvature | head -n 1
  downhill trace layers=3 --data grades.csv --target passed")]
    Trace(TraceArguments),

    /// Print a hash of a run's whole trajectory
    ///
    /// Prints one hash of the parameters of all states after 0, 1, … N updates. Equal hashes
    /// mean equal trajectories, bit for bit.
    #[command(after_help = "\
Examples:
  downhill digest 'optimizer=adam&learning_rate=0.01' --iterations 30
  downhill digest 'function=himmelblau&start=0,0'")]
    Digest(RunArguments),

    /// Print a trained network as a program, weights or a table
    ///
    /// Prints the network after N updates: numpy and pytorch are programs that print the same
    /// loss, weights is JSON, data is CSV with split and predictions, history is CSV, and
    /// experiment is JSON, custom data and weights included.
    #[command(after_help = "\
Examples:
  downhill export numpy 'seed=2&l2=0.01' --iterations 300 > loss.py
  downhill export data data=iris --iterations 200 > iris.csv
  downhill export experiment 'seed=2&layers=3' | downhill trace -")]
    Export(ExportArguments),

    /// Print derivatives and stationary points of a function
    ///
    /// Prints one JSON object: the formula, its derivatives with the rules applied to obtain
    /// them, and the minima, maxima, saddles, level points and kinks in the domain; with --at
    /// also value, gradient and curvature at a point.
    #[command(after_help = "\
Examples:
  downhill function 'x^2 + sin(3x)' --at 0.5
  downhill function rosenbrock --at -1,1 --domain -2,2,-1,3
  downhill function '-x^2 + 1' --at 1")]
    Function(FunctionArguments),

    /// Draw a still picture, a strip of them, or an animation
    ///
    /// Draws a picture of an address's figure as the page does, and writes it to a file: the kind
    /// of file is the ending of its name, .svg, .png or .gif. With several --frames, an SVG or PNG
    /// is a strip, one picture beside the other under its step; a GIF is an animation.
    #[command(after_help = "\
Examples:
  downhill render 'scene=derivative' -o ball.svg
  downhill render data=moons --at 120 --view surface --size 1200x800 --theme print -o moons.png
  downhill render 'scene=descent' --frames 0,2,10,50 --size 360x300 -o strip.svg
  downhill render 'scene=gradient' --frames 0..40/2 --pace 12 -o descent.gif
  downhill render 'scene=network' --at 60 --view surface --poster -o poster.png")]
    Render(RenderArguments),

    /// Write oEmbed descriptions and thumbnails of all scenes
    ///
    /// Writes oembed/SCENE.json and oembed/SCENE.png for each scene into a folder, and prints for
    /// each the link by which a page tells of its description.
    #[command(after_help = "\
Examples:
  downhill oembed --base https://example.org/downhill/ --into dist
  downhill oembed --base https://example.org/downhill/ --into dist --size 960x640")]
    Oembed(OembedArguments),
}

/// Experiment and length of a run.
#[derive(Args)]
pub struct RunArguments {
    /// File in JSON, - for standard input, or a query
    ///
    /// A query is the part after the ? of the page's address, such as 'batch_size=10&seed=2' or
    /// 'function=rosenbrock&start=-1,1'. Keys and values that are not valid are an error, and
    /// nothing is computed.
    pub experiment: String,

    /// Number of updates
    #[arg(long, value_name = "N", default_value_t = 100, allow_negative_numbers = true)]
    pub iterations: u32,

    /// CSV file to learn from instead of the experiment's data
    ///
    /// Columns of numbers are the inputs. The target is the last column of words that come again,
    /// or else the last column of numbers.
    #[arg(long, value_name = "FILE.csv")]
    pub data: Option<PathBuf>,

    /// Column of the CSV file to be learned
    #[arg(long, value_name = "COLUMN", requires = "data")]
    pub target: Option<String>,
}

#[derive(Args)]
pub struct TraceArguments {
    #[command(flatten)]
    pub run: RunArguments,

    /// Format of the lines
    #[arg(long, value_enum, default_value_t = Format::Json)]
    pub format: Format,

    /// Add the largest eigenvalue of the Hessian of each coming batch's loss
    #[arg(long)]
    pub curvature: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Json,
    Csv,
}

#[derive(Args)]
pub struct ExportArguments {
    /// Kind of file
    #[arg(value_name = "EXPORT", value_parser = export_parser())]
    pub export: &'static export::Definition,

    #[command(flatten)]
    pub run: RunArguments,
}

#[derive(Args)]
pub struct FunctionArguments {
    /// Formula, name of a built-in function, or an experiment that has a function
    ///
    /// A formula is written as on the page, such as 'x^2 + sin(3x)'. An experiment is a file in
    /// JSON, - for standard input, or a query such as 'function=rosenbrock&start=-1,1'.
    pub formula: String,

    /// Point at which value, gradient and curvature are computed
    #[arg(
        long,
        value_name = "X[,Y]",
        value_delimiter = ',',
        value_parser = coordinate,
        allow_hyphen_values = true,
        action = ArgAction::Set
    )]
    pub at: Option<Vec<f64>>,

    /// Interval of each variable in which stationary points are searched
    #[arg(long, value_name = "LOW,HIGH[,LOW,HIGH]", allow_hyphen_values = true)]
    pub domain: Option<String>,
}

#[derive(Args)]
pub struct RenderArguments {
    /// Address of a figure, or the part of it after the ?
    ///
    /// As the page's share button gives it, such as 'scene=descent&start=1.9'. Keys and values
    /// that are not valid are an error, and nothing is drawn.
    #[arg(value_name = "PERMALINK")]
    pub address: String,

    /// Step to draw; without it, the address's own
    #[arg(long, value_name = "N", conflicts_with = "frames", allow_negative_numbers = true)]
    pub at: Option<u32>,

    /// Steps to draw, rising: 0,10,50 or 0..120 or 0..120/5, the last one included
    #[arg(long, value_name = "LIST")]
    pub frames: Option<String>,

    #[arg(long, help = views_help())]
    pub view: Option<String>,

    /// Width and height of each picture in CSS pixels
    #[arg(long, value_name = "WIDTHxHEIGHT", default_value = "720x480")]
    pub size: String,

    #[arg(long, help = themes_help())]
    pub theme: Option<String>,

    #[arg(long, help = languages_help())]
    pub language: Option<String>,

    /// Pictures a second of an animation, 1 to 50
    ///
    /// 10 unless said otherwise.
    #[arg(long, value_name = "N")]
    pub pace: Option<String>,

    /// Make the file small, at most 10 kB, to stand in for the figure
    ///
    /// An SVG is for curves. A PNG gets few colours and, if it must, fewer pixels.
    #[arg(long, conflicts_with = "frames")]
    pub poster: bool,

    /// File to write, *.svg, *.png or *.gif
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
}

#[derive(Args)]
pub struct OembedArguments {
    /// Address under which the page's folder is found
    #[arg(long, value_name = "URL")]
    pub base: String,

    /// Folder that gets the folder oembed
    #[arg(long, value_name = "DIR")]
    pub into: PathBuf,

    /// Width and height of the embedded figure in CSS pixels
    #[arg(long, value_name = "WIDTHxHEIGHT", default_value = "800x560")]
    pub size: String,
}

/// Names of the views.
pub fn views() -> String {
    View::ALL.map(|(id, _)| id).join(", ")
}

/// Names of the themes; `print` is the one in which the page is printed.
pub fn themes() -> String {
    let ids: Vec<&str> = THEMES.iter().map(|theme| theme.id).collect();
    format!("{}, print", ids.join(", "))
}

fn views_help() -> String {
    format!("Picture to draw: {}; without it, the scene's first", views())
}

fn themes_help() -> String {
    format!("Colours: {}; without it, the address's", themes())
}

fn languages_help() -> String {
    format!("Language: {}; without it, the address's, or else en", LANGUAGES.join(", "))
}

fn export_parser() -> impl TypedValueParser<Value = &'static export::Definition> {
    PossibleValuesParser::new(EXPORTS.iter().map(|it| it.id)).try_map(|id| export::from_id(&id))
}

fn coordinate(text: &str) -> Result<f64, ParseFloatError> {
    text.trim().parse()
}
