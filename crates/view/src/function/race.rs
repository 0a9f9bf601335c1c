//! A race drawn and told: each run in its own colour and with its own mark.

use crate::canvas::labels::Labels;
use crate::canvas::pen::{Axes, Canvas, Drawn, Ink, Pen, Plot, Point};
use crate::function::pictures::{Pictures, way};
use crate::function::{step_size_scale, summary};
use crate::options::show::{LEARNING_RATES, Show};
use crate::plots::contour_map::{Pair, around};
use crate::plots::stationary_marks;
use crate::text::messages::{Piece, Words};
use crate::text::number;
use downhill_core::Descent;
use downhill_core::function::stationary;
use downhill_core::numeric::math;
use downhill_core::run::descent;
use downhill_core::run::race::{Lanes, Race};
use downhill_core::run::snapshot::Status;
use downhill_core::run::timeline::Steps;

/// What is drawn of a race.
#[derive(Clone, Debug, Default)]
pub struct Racers {
    /// Where each has been, the present place last: on the curve, or over the plane.
    pub ways: Vec<Vec<Pair>>,
    /// Its height over the steps.
    curves: Vec<Vec<Pair>>,
    /// Whether each has a start of its own, which then carries its number.
    numbered: bool,
    /// How many steps there are to be.
    last: f64,
}

impl Racers {
    /// The runs as they stand; `iterations` is how many steps there are to be, 0 for no end.
    pub fn of(race: &Race, lanes: &Lanes, iterations: u32) -> Racers {
        let mut racers = Racers {
            numbered: *lanes == Lanes::Starts,
            last: f64::from(iterations.max(race.iteration()).max(10)),
            ..Racers::default()
        };
        for run in race.runs() {
            racers.ways.push(way(run));
            let mut curve = Vec::new();
            for point in run.history().points() {
                curve.push((f64::from(point.iteration), point.train));
            }
            let snapshot = run.snapshot();
            curve.push((f64::from(snapshot.iteration), snapshot.value));
            racers.curves.push(curve);
        }
        racers
    }

    /// Draws them in a picture with axes.
    pub fn draw<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        plot: &Plot,
        labels: &mut Labels<DB>,
    ) -> Drawn<DB> {
        let ways = draw_ways(pen, plot, &self.ways, |lane| lane, true)?;
        if !self.numbered {
            return Ok(());
        }
        for (lane, way) in ways.iter().enumerate() {
            if let Some(start) = way.first() {
                let ink = colour(lane, pen);
                labels.place(&(lane + 1).to_string(), &around(*start, 0.9 * pen.em), 0.8, ink)?;
            }
        }
        Ok(())
    }

    /// Draws their heights over the steps.
    pub fn draw_heights<DB: Canvas>(&self, pen: &Pen<DB>, words: Words) -> Drawn<DB, Option<Plot>> {
        if self.curves.is_empty() {
            return Ok(None);
        }
        pen.clear()?;
        // As high as the highest start: who flies off leaves the picture.
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for curve in &self.curves {
            high = curve.first().map_or(high, |first| high.max(first.1));
            low = curve.iter().fold(low, |low, point| low.min(point.1));
        }
        let margin = 0.06 * (high - low).max(1e-9);
        let plot = pen.axes(&Axes {
            x: (0.0, self.last),
            y: (low - margin, high + margin),
            x_name: words.get("steps"),
            y_name: words.get("height"),
            equal: false,
        })?;
        draw_ways(pen, &plot, &self.curves, |lane| lane, false)?;
        Ok(Some(plot))
    }
}

/// Lines with a mark at their ends, each that of a lane; on coloured ground, with a rim of
/// paper. Gives back where they are in the picture.
pub(crate) fn draw_ways<DB: Canvas>(
    pen: &Pen<DB>,
    plot: &Plot,
    ways: &[Vec<Pair>],
    lane: fn(usize) -> usize,
    rim: bool,
) -> Drawn<DB, Vec<Vec<Point>>> {
    let mut placed = Vec::new();
    for way in ways {
        placed.push(way.iter().map(|(x, y)| plot.at(*x, *y)).collect::<Vec<Point>>());
    }
    for (index, way) in placed.iter().enumerate() {
        for part in plot.clip_line(way) {
            if rim {
                pen.line(&part, Ink(pen.theme.paper, 0.6), 4.0)?;
            }
            pen.line(&part, colour(lane(index), pen), 2.0)?;
        }
    }
    for (index, way) in placed.iter().enumerate() {
        if let Some(end) = way.last().filter(|end| plot.contains(**end)) {
            draw_mark(pen, lane(index), *end, 1.0)?;
        }
    }
    Ok(placed)
}

/// A lane's colour.
pub fn colour<DB: Canvas>(lane: usize, pen: &Pen<DB>) -> Ink {
    let colours = &pen.theme.racers;
    colours[lane % colours.len()].into()
}

/// A lane's mark as a letter.
pub fn sign(lane: usize) -> &'static str {
    ["●", "▲", "■", "◆", "▼", "✚"][lane % 6]
}

/// Draws a lane's mark. Those of later lanes are smaller: at a common start, all are seen.
pub fn draw_mark<DB: Canvas>(pen: &Pen<DB>, lane: usize, at: Point, opacity: f64) -> Drawn<DB> {
    let lane = lane % 6;
    let radius = (0.62 - 0.05 * lane as f64) * pen.em * pen.theme.width.sqrt();
    let round: Vec<Point> = (0..16)
        .map(|corner| {
            let angle = std::f64::consts::TAU * f64::from(corner) / 16.0;
            (0.85 * math::cos(angle), 0.85 * math::sin(angle))
        })
        .collect();
    const CROSS: [Point; 12] = [
        (-0.35, -1.0),
        (0.35, -1.0),
        (0.35, -0.35),
        (1.0, -0.35),
        (1.0, 0.35),
        (0.35, 0.35),
        (0.35, 1.0),
        (-0.35, 1.0),
        (-0.35, 0.35),
        (-1.0, 0.35),
        (-1.0, -0.35),
        (-0.35, -0.35),
    ];
    let corners: &[Point] = match lane {
        0 => &round,
        1 => &[(0.0, -1.1), (1.0, 0.75), (-1.0, 0.75)],
        2 => &[(-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)],
        3 => &[(0.0, -1.15), (1.0, 0.0), (0.0, 1.15), (-1.0, 0.0)],
        4 => &[(0.0, 1.1), (1.0, -0.75), (-1.0, -0.75)],
        _ => &CROSS,
    };
    let mut outline = Vec::new();
    for (x, y) in corners.iter().chain(&corners[..2]) {
        outline.push((at.0 + radius * x, at.1 + radius * y));
    }
    let Ink(ink, _) = colour(lane, pen);
    pen.line(&outline, Ink(pen.theme.paper, opacity), 3.5)?;
    pen.polygon(&outline[..corners.len()], Ink(ink, opacity))?;
    pen.line(&outline, Ink(pen.theme.paper, opacity), 1.0)
}

/// How a run stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Its gradient is as good as 0.
    Settled,
    /// It is outside of the picture, or too far to compute.
    Left,
    /// It came to where there is no value or no slope.
    Stopped,
    /// None of these.
    Going,
}

/// How a run stands.
pub fn end(run: &Descent, pictures: &Pictures) -> End {
    let at = run.failed().unwrap_or(run.snapshot());
    if !descent::is_in_sight(&at.x, run.domain()) {
        End::Left
    } else if run.status() != Status::Running {
        End::Stopped
    } else if summary::level(run, pictures) {
        End::Settled
    } else {
        End::Going
    }
}

/// Whether none of them is still going.
pub fn over(race: &Race, pictures: &Pictures) -> bool {
    race.runs().iter().all(|run| end(run, pictures) != End::Going)
}

/// What a table says of a run.
pub struct Row {
    /// The colour's name.
    pub sign: String,
    /// Its mark as a letter.
    pub mark: &'static str,
    /// What it differs in.
    pub name: String,
    /// How high it is.
    pub height: String,
    /// Where it is and how it stands.
    pub told: String,
}

fn lane_sign(lane: usize) -> String {
    format!("racer-{}", lane % 6 + 1)
}

fn name(lanes: &Lanes, lane: usize) -> String {
    match lanes {
        Lanes::Starts => (lane + 1).to_string(),
        named => named.names()[lane].replace('_', " "),
    }
}

/// All of them.
pub fn table(
    race: &Race,
    lanes: &Lanes,
    spots: &[stationary::Point],
    pictures: &Pictures,
    words: Words,
) -> Vec<Row> {
    let mut rows = Vec::new();
    for (lane, run) in race.runs().iter().enumerate() {
        let x = &run.snapshot().x;
        // As near as the picture shows.
        let near = |spot: &&stationary::Point| {
            let apart = spot.x.iter().zip(x).zip(run.domain());
            apart.fold(true, |near, ((a, b), (low, high))| {
                near && (a - b).abs() <= 0.02 * (high - low)
            })
        };
        let how = match end(run, pictures) {
            End::Left => words.get("race_left").to_string(),
            End::Stopped => words.get("race_stopped").to_string(),
            End::Going => words.get("race_going").to_string(),
            End::Settled => match step_size_scale::nearest(spots, x).filter(near) {
                Some(it) => words.fill(
                    "race_settled_in",
                    &[
                        ("sign", stationary_marks::sign(it.kind)),
                        ("name", &stationary_marks::name(it, words)),
                    ],
                ),
                None => words.get("race_settled").to_string(),
            },
        };
        let start = number::place(&run.experiment().start, 3);
        let key = if *lanes == Lanes::Starts { "race_row_from" } else { "race_row" };
        let place = number::place(x, 3);
        rows.push(Row {
            sign: lane_sign(lane),
            mark: sign(lane),
            name: name(lanes, lane),
            height: number::significant(run.snapshot().value, 3),
            told: words.fill(key, &[("start", &start), ("place", &place), ("how", &how)]),
        });
    }
    rows
}

/// The races on offer, as values of the key and their names: around the present step size.
pub fn offers(learning_rate: f64, show: &Show, words: Words) -> Vec<(String, String)> {
    const APART: usize = 3;
    let rates = LEARNING_RATES.iter().filter_map(|text| text.parse::<f64>().ok());
    let here = rates.filter(|rate| *rate < learning_rate).count();
    let first = (here.max(3 * APART) - 3 * APART).min(LEARNING_RATES.len() - 1 - 5 * APART);
    let rates: Vec<&str> = (0..6).map(|lane| LEARNING_RATES[first + lane * APART]).collect();
    let mut offers = Vec::new();
    for (value, key) in [
        ("", "race_alone"),
        ("sgd,momentum,nesterov,adagrad,rmsprop,adam", "race_optimizers"),
        (&rates.join(","), "race_rates"),
        ("starts", "race_starts_name"),
    ] {
        offers.push((value.to_string(), words.get(key).to_string()));
    }
    let chosen = show.race.as_ref().map_or_else(String::new, |race| race.names().join(","));
    if !offers.iter().any(|(value, _)| *value == chosen) {
        offers.push((chosen.clone(), chosen.replace(',', ", ")));
    }
    offers
}

/// The one sentence.
pub fn sentence(race: &Race, lanes: &Lanes, pictures: &Pictures, words: Words) -> Vec<Piece> {
    let (mut counts, mut lowest, mut least) = ([0; 4], 0, f64::INFINITY);
    for (lane, run) in race.runs().iter().enumerate() {
        let end = end(run, pictures);
        counts[end as usize] += 1;
        let value = run.snapshot().value;
        if matches!(end, End::Settled | End::Going) && value < least {
            (lowest, least) = (lane, value);
        }
    }
    let what = words.get(match lanes {
        Lanes::Optimizers(_) => "optimizer",
        Lanes::LearningRates(_) => "step_size",
        Lanes::Starts => "start",
    });
    let key = match race.iteration() {
        0 if *lanes == Lanes::Starts => "race_starts",
        0 => "race_start",
        _ if least.is_infinite() => "race_none",
        _ => "race_moment",
    };
    // Only those that there are.
    let mut stand = String::new();
    for (count, key) in
        counts.into_iter().zip(["race_settled", "race_left", "race_stopped", "race_going"])
    {
        if count > 0 {
            if !stand.is_empty() {
                stand.push_str("; ");
            }
            stand.push_str(words.get(key));
            stand.push_str(": ");
            stand.push_str(&number::count(count));
        }
    }
    let mut told = words.pieces(
        key,
        &[
            ("count", &number::count(race.runs().len() as u32)),
            ("what", what),
            ("steps", &number::count(race.iteration())),
            ("lowest", &format!("{} {}", sign(lowest), name(lanes, lowest))),
            ("height", &number::significant(least, 3)),
            ("stand", &stand),
        ],
    );
    for piece in &mut told {
        if piece.sign == "racer-1" {
            piece.sign = lane_sign(lowest);
        }
    }
    told
}
