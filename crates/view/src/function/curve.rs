//! Curve of a function of one variable: its pieces, with gaps where it is undefined or jumps, and
//! bands where it oscillates faster than can be drawn.

use crate::canvas::geometry::{Pair, Point};
use crate::canvas::image::Canvas;
use crate::canvas::labels::Labels;
use crate::canvas::pen::{Drawn, Ink, Pen};
use crate::canvas::plot::Plot;
use crate::plots::{axis_range, color_scale};
use downhill_core::numeric::math;

/// Number of columns of a curve, each about as wide as a pixel or two.
const COLUMNS: usize = 400;
/// Number of samples in a column, before its steep parts are refined.
const SAMPLES: usize = 8;
/// Number of samples in a column in which the function oscillates faster than can be drawn.
const SAMPLES_OF_BAND: usize = 32;
/// Number of columns around one in which turns are counted, and from how many on single waves cannot
/// be drawn; then the same for its neighbours, and for itself.
const CROWDED: [(usize, usize); 3] = [(11, 7), (3, 2), (1, 3)];
/// Share of the range below which going up and down is no turn.
const RIPPLE: f64 = 0.01;
/// Largest number of columns between two bands that belongs to them.
const GAP: usize = 5;

/// A curve in pieces: between two of them is a gap, where the function is undefined or jumps, or
/// a band, where it oscillates faster than can be drawn.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// Pieces, from left to right.
    pub pieces: Vec<Vec<Pair>>,
    /// Bands, from left to right.
    pub bands: Vec<Vec<Extremes>>,
    /// Visible range of the values.
    pub range: Pair,
    /// Range of the values in the curve's gentle parts; `range` where all of it is gentle.
    pub gentle: Pair,
}

/// Extremes of a function that oscillates, at a place in a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extremes {
    /// Place.
    pub x: f64,
    /// Lowest value nearby.
    pub low: f64,
    /// Highest value nearby.
    pub high: f64,
}

impl Line {
    /// Traces f over a window.
    pub fn new(window: Pair, f: impl Fn(f64) -> f64) -> Line {
        let columns = Columns::new(window, &f);
        let end = (window.1, f(window.1));
        let values = columns.samples.iter().flatten().chain([&end]).map(|sample| sample.1);
        let (low, high) = color_scale::range(&values.collect::<Vec<f64>>());
        let band = columns.bands(RIPPLE * (high - low));
        let mut tracer =
            Tracer { f: &f, range: (low, high), left: 40_000, pieces: vec![Vec::new()] };
        let mut last = None;
        for (column, samples) in columns.samples.iter().enumerate() {
            if !band[column] {
                samples.iter().for_each(|next| tracer.reach(&mut last, *next));
                continue;
            }
            // The curve before it reaches up to the band.
            if let (Some(_), Some(first)) = (last, samples.first()) {
                tracer.reach(&mut last, *first);
            }
            tracer.gap();
            last = None;
        }
        if band.last() == Some(&false) {
            tracer.reach(&mut last, end);
        }
        let mut pieces = tracer.pieces;
        pieces.retain(|piece| !piece.is_empty());
        let margin = 0.06 * (high - low);
        let range = (low - margin, high + margin);
        let sizes = columns.samples.iter().flatten().map(|sample| sample.1.abs());
        let gentle = gentle(color_scale::quantile(&sizes.collect::<Vec<_>>(), 0.75), range);
        Line { pieces, bands: columns.extremes(&band), range, gentle }
    }

    /// Whether there is nothing to be drawn.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty() && self.bands.is_empty()
    }

    /// Fills the ground under the curve.
    pub fn draw_ground<DB: Canvas>(&self, pen: &Pen<DB>, plot: &Plot) -> Drawn<DB> {
        let bands = self.bands.iter().map(|band| band.iter().map(|it| plot.at(it.x, it.high)));
        for band in bands {
            pen.ground(&band.collect::<Vec<_>>(), plot)?;
        }
        for piece in &self.pieces {
            let points = piece.iter().map(|(x, y)| plot.at(*x, *y));
            pen.ground(&points.collect::<Vec<_>>(), plot)?;
        }
        Ok(())
    }

    /// Draws the curve into a plot.
    pub fn draw<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        plot: &Plot,
        labels: &mut Labels<DB>,
        ink: Ink,
    ) -> Drawn<DB> {
        for band in &self.bands {
            let at = |x: f64, value: f64| plot.held(plot.at(x, value));
            let above = band.iter().map(|it| at(it.x, it.high));
            let below = band.iter().rev().map(|it| at(it.x, it.low));
            let outline: Vec<Point> = above.chain(below).collect();
            pen.polygon(&outline, ink)?;
            labels.avoid_line(&outline);
        }
        for piece in &self.pieces {
            let points: Vec<Point> = piece.iter().map(|(x, y)| plot.at(*x, *y)).collect();
            for part in plot.clip_line(&points) {
                pen.line(&part, ink, 2.5)?;
                labels.avoid_line(&part);
            }
        }
        Ok(())
    }
}

/// The part of a range that shows three quarters of a curve, which are no larger than `usual`,
/// with some room: all of it, unless steep ends would leave that part flat.
fn gentle(usual: Option<f64>, range: Pair) -> Pair {
    /// How often the usual size goes into a range that is shown whole.
    const WHOLE: f64 = 2.5;
    const ROOM: f64 = 1.3;
    match usual {
        Some(usual) if usual > 0.0 && range.1.max(-range.0) > WHOLE * usual => {
            (range.0.max(-ROOM * usual), range.1.min(ROOM * usual))
        }
        _ => range,
    }
}

/// Steps that leave no large gap, whole multiples of which are spread evenly.
const GOLDEN: f64 = 0.618_033_988_749_894_9;
const SILVER: f64 = 0.414_213_562_373_095_03;

/// Samples of a function, column by column.
struct Columns<'a> {
    f: &'a dyn Fn(f64) -> f64,
    window: Pair,
    samples: Vec<Vec<Pair>>,
}

impl Columns<'_> {
    fn new(window: Pair, f: &dyn Fn(f64) -> f64) -> Columns<'_> {
        let mut columns = Columns { f, window, samples: Vec::new() };
        columns.samples = (0..COLUMNS).map(|column| columns.sample(column, SAMPLES)).collect();
        columns
    }

    /// Left edge of a column.
    fn edge(&self, column: usize) -> f64 {
        self.window.0 + (self.window.1 - self.window.0) * column as f64 / COLUMNS as f64
    }

    /// So many samples in a column, the first at its edge, from left to right: unevenly, or a wave
    /// as long as they are apart would look flat.
    fn sample(&self, column: usize, count: usize) -> Vec<Pair> {
        let (from, to) = (self.edge(column), self.edge(column + 1));
        let spread = |index: usize| (index as f64 * GOLDEN + column as f64 * SILVER).fract();
        let mut shares: Vec<f64> = std::iter::once(0.0).chain((1..count).map(spread)).collect();
        shares.sort_by(f64::total_cmp);
        let place = |share: f64| from + (to - from) * share;
        shares.into_iter().map(|share| (place(share), (self.f)(place(share)))).collect()
    }

    /// Number of times that the samples in each column turn from rising to falling or back, by
    /// more than `least`.
    fn turns(&self, least: f64) -> Vec<usize> {
        let mut counts = vec![0; COLUMNS];
        let mut rising = None;
        // The last extreme, and its column.
        let mut extreme: Option<(f64, usize)> = None;
        for (column, samples) in self.samples.iter().enumerate() {
            for (_, value) in samples.iter().filter(|it| it.1.is_finite()) {
                let (from, place) = *extreme.get_or_insert((*value, column));
                let up = *value > from;
                if rising == Some(up) {
                    extreme = Some((*value, column));
                } else if (value - from).abs() > least {
                    counts[place] += usize::from(rising.is_some());
                    (rising, extreme) = (Some(up), Some((*value, column)));
                }
            }
        }
        counts
    }

    /// Whether each column belongs to a band.
    fn bands(&self, least: f64) -> Vec<bool> {
        let turns = self.turns(least);
        let crowded = |column: usize, (around, least): (usize, usize)| {
            let from = column.saturating_sub(around / 2).min(COLUMNS - around);
            turns[from..from + around].iter().sum::<usize>() >= least
        };
        let [wide, near, own] = CROWDED;
        let is_band = |it| crowded(it, wide) && crowded(it, near) || crowded(it, own);
        let mut band: Vec<bool> = (0..COLUMNS).map(is_band).collect();
        let mut last: Option<usize> = None;
        for column in 0..COLUMNS {
            if band[column] {
                if let Some(last) = last.filter(|last| column - last <= GAP + 1) {
                    band[last..column].fill(true);
                }
                last = Some(column);
            }
        }
        band
    }

    /// Extremes at the edges of each column of each band.
    fn extremes(&self, band: &[bool]) -> Vec<Vec<Extremes>> {
        let of_column = |column: usize| -> Pair {
            let values = self.sample(column, SAMPLES_OF_BAND).into_iter().map(|it| it.1);
            axis_range::extent(values.filter(|it| it.is_finite()))
        };
        let extremes: Vec<Option<Pair>> =
            (0..COLUMNS).map(|column| band[column].then(|| of_column(column))).collect();
        let mut bands: Vec<Vec<Extremes>> = Vec::new();
        for column in (0..COLUMNS).filter(|column| band[*column]) {
            if column == 0 || !band[column - 1] {
                bands.push(Vec::new());
            }
            // A wave may be longer than a column.
            let from = column.saturating_sub(1).min(COLUMNS - 3);
            let beside = &extremes[from..from + 3];
            let ends = beside.iter().flatten().flat_map(|(low, high)| [*low, *high]);
            let (low, high) = axis_range::extent(ends.filter(|it| it.is_finite()));
            if let (Some(band), true) = (bands.last_mut(), low <= high) {
                let ends = [self.edge(column), self.edge(column + 1)];
                band.extend(ends.map(|x| Extremes { x, low, high }));
            }
        }
        bands.retain(|band| !band.is_empty());
        bands
    }
}

/// Traces a function from left to right; each gap begins a new piece.
struct Tracer<'a> {
    f: &'a dyn Fn(f64) -> f64,
    /// Visible range of the values.
    range: Pair,
    /// Remaining number of evaluations: the function may oscillate faster than the picture
    /// resolves.
    left: u32,
    pieces: Vec<Vec<Pair>>,
}

impl Tracer<'_> {
    fn add(&mut self, (x, y): Pair) {
        match self.pieces.last_mut() {
            Some(piece) if y.is_finite() => piece.push((x, y)),
            _ => self.gap(),
        }
    }

    /// Goes on to a point from the last one, if there is one.
    fn reach(&mut self, last: &mut Option<Pair>, next: Pair) {
        match last.replace(next) {
            Some(last) => self.follow(last, next, 60),
            None => self.add(next),
        }
    }

    fn gap(&mut self) {
        if self.pieces.last().is_some_and(|piece| !piece.is_empty()) {
            self.pieces.push(Vec::new());
        }
    }

    /// Adds the points between a, which is there already, and b, and b itself. A jump that
    /// remains under bisection is a gap; one that vanishes is a steep part.
    fn follow(&mut self, a: Pair, b: Pair, halvings: u32) {
        let defined = (a.1.is_finite(), b.1.is_finite());
        let (low, high) = self.range;
        let height = high - low;
        // Far out of sight, nobody sees how steep it is.
        let seen = |value: f64| math::clamp(value, low - height, high + height);
        // Smaller jumps cannot be told from a steep place on the picture.
        let level = (seen(b.1) - seen(a.1)).abs() <= 0.02 * height;
        if defined == (false, false) || defined == (true, true) && level || self.left == 0 {
            return self.add(b);
        }
        let middle = a.0 + (b.0 - a.0) / 2.0;
        if halvings == 0 || middle <= a.0 || middle >= b.0 {
            self.gap();
            return self.add(b);
        }
        self.left -= 1;
        let middle = (middle, (self.f)(middle));
        self.follow(a, middle, halvings - 1);
        self.follow(middle, b, halvings - 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(f: impl Fn(f64) -> f64) -> Vec<(Pair, Pair)> {
        let line = Line::new((-5.0, 5.0), f);
        line.pieces.iter().map(|piece| (piece[0], piece[piece.len() - 1])).collect()
    }

    #[test]
    fn a_steep_place_is_one_curve_and_a_jump_is_two() {
        assert_eq!(ends(|x| x * x).len(), 1);
        assert_eq!(ends(|x| 1.0 / (1.0 + (-2000.0 * x).exp())).len(), 1, "steep");
        assert_eq!(ends(f64::signum).len(), 2);
        assert_eq!(ends(f64::floor).len(), 11, "each step of ten, and the end of the last");
        assert_eq!(ends(f64::tan).len(), 5, "four poles");
    }

    #[test]
    fn no_line_is_joined_across_a_pole() {
        for pole in [0.0, 0.003] {
            let ends = ends(|x| 1.0 / (x - pole));
            let [(_, left), (right, _)] = ends[..] else { panic!("{ends:?}") };
            assert!(left.0 < pole && pole < right.0 && right.0 - left.0 < 1e-9);
            assert!(left.1 < -1e6 && right.1 > 1e6);
        }
        assert_eq!(ends(|x| 1.0 / (x * x)).len(), 2);
    }

    #[test]
    fn a_curve_reaches_the_end_of_where_it_is_defined() {
        let ends = ends(f64::sqrt);
        assert_eq!(ends.len(), 1);
        assert!(ends[0].0.0.abs() < 1e-9 && ends[0].1.0 == 5.0, "{ends:?}");
        let logarithm = Line::new((-5.0, 5.0), f64::ln);
        assert!(logarithm.pieces[0][0].0 < 1e-9);
        assert!(Line::new((-5.0, 5.0), |_| f64::NAN).pieces.is_empty());
    }

    #[test]
    fn following_a_function_stays_cheap() {
        for frequency in [1e2, 1e3, 1e4, 1e9] {
            let calls = std::cell::Cell::new(0);
            Line::new((-5.0, 5.0), |x| {
                calls.set(calls.get() + 1);
                (frequency * x).sin() * 1e6
            });
            assert!(calls.get() < 60_000, "{frequency}: {}", calls.get());
        }
    }

    /// Fast waves are a solid band from the lowest to the highest value, whatever their frequency:
    /// there are no beats.
    #[test]
    fn what_oscillates_too_fast_to_be_drawn_is_a_band_between_its_extremes() {
        let pi = std::f64::consts::PI;
        // Some of them would be 0 at each of 401 even samples.
        for frequency in [
            100.0,
            120.0,
            40.0 * pi,
            80.0 * pi,
            250.0,
            251.3,
            400.0,
            1e3,
            2e3 * pi,
            12_345.6,
            1e5,
            1e6,
        ] {
            let line = Line::new((-5.0, 5.0), |x| (frequency * x).sin());
            assert_eq!((line.bands.len(), line.pieces.len()), (1, 0), "{frequency}");
            let band = &line.bands[0];
            assert_eq!((band[0].x, band[band.len() - 1].x), (-5.0, 5.0), "{frequency}");
            for Extremes { x, low, high } in band {
                assert!(*low < -0.98 && *high > 0.98, "{frequency} at {x}: {low} {high}");
            }
            assert!(line.range.0 < -1.0 && line.range.1 > 1.0, "{frequency}");
        }
    }

    #[test]
    fn a_band_is_as_high_as_the_waves_are_there() {
        // Waves in an envelope, that is drawn; and slow ones beside fast ones.
        let line = Line::new((0.0, 4.0), |x| x * (500.0 * x).sin());
        for Extremes { x, low, high } in line.bands.iter().flatten().filter(|it| it.x > 0.5) {
            assert!((high - x).abs() < 0.06 * x && (low + x).abs() < 0.06 * x, "{x}: {low} {high}");
        }
        let chirp = Line::new((0.0, 10.0), |x| (3.0 * x * x * x).sin());
        assert_eq!((chirp.pieces.len(), chirp.bands.len()), (1, 1));
        let inverse = Line::new((-1.0, 1.0), |x| (1.0 / x).sin());
        assert!(!inverse.bands.is_empty() && !inverse.pieces.is_empty());
    }

    #[test]
    fn what_can_be_drawn_is_no_band() {
        let curves: [fn(f64) -> f64; 12] = [
            |x| x * x,
            |x| (3.0 * x).sin(),
            |x| (20.0 * x).sin(),
            |x| (40.0 * x).sin(),
            |_| 1.0,
            |x| x.sin() * x.sin() + x.cos() * x.cos(),
            f64::floor,
            f64::tan,
            |x| (50.0 * x).floor(),
            |x| 1.0 / x,
            |x| x.abs(),
            |x| {
                x.powi(6) - 6.0 * x.powi(5) + 15.0 * x.powi(4) - 20.0 * x.powi(3) + 15.0 * x * x
                    - 6.0 * x
                    + 1.0
            },
        ];
        for (index, f) in curves.into_iter().enumerate() {
            assert!(Line::new((-5.0, 5.0), f).bands.is_empty(), "{index}");
        }
    }
}
