//! Map of the basins of attraction: the starting points in a function's pictures, coloured by
//! the minimum reached.

use crate::canvas::geometry::Point;
use crate::canvas::image::{Canvas, Image};
use crate::canvas::labels::{Labels, around};
use crate::canvas::pen::{Drawn, Pen};
use crate::canvas::plot::Plot;
use crate::canvas::theme::{Rgb, Theme, mix};
use crate::plots::stationary_marks;
use crate::text::messages::{Piece, Words};
use downhill_core::analysis::basin::{Basins, Cell, End, STAGES};
use downhill_core::function::stationary;

/// Number of colours; more minima share them.
const COLOURS: usize = 8;
/// Number of minima that the legend names: those with a colour of their own.
const NAMED: usize = COLOURS;
/// Darkening of the slowest starting point against the fastest, in [`SHADES`] shades.
const SHADE: f64 = 0.3;
const SHADES: usize = 8;
/// Height of the strip under a curve, in em.
const STRIP: f64 = 1.1;

/// The map as far as computed, as plain data.
#[derive(Clone, Debug, PartialEq)]
pub struct Starts {
    columns: usize,
    rows: usize,
    cells: Vec<Cell>,
    updates: u16,
    minima: Vec<Vec<f64>>,
    /// Index of each minimum's colour.
    colours: Vec<usize>,
    /// Number of starting points for each outcome, counted once.
    counts: Vec<(End, usize)>,
}

impl Starts {
    /// Current state of the basins.
    pub fn new(basins: &Basins) -> Starts {
        Starts {
            columns: basins.columns(),
            rows: basins.rows(),
            cells: basins.cells().to_vec(),
            updates: basins.updates(),
            minima: basins.minima().to_vec(),
            colours: colours(basins.minima()),
            counts: counts(basins),
        }
    }

    /// Share of all starting points with such an outcome.
    fn share(&self, is: impl Fn(End) -> bool) -> f64 {
        let counts = self.counts.iter().filter(|(end, _)| is(*end));
        counts.map(|(_, count)| count).sum::<usize>() as f64 / self.cells.len() as f64
    }

    /// The map as an image, at the resolution of the last stage, so that its textures are stable
    /// during refinement.
    pub fn image(&self, theme: &Theme) -> Image {
        let columns = STAGES[STAGES.len() - 1];
        let rows = if self.rows == 1 { 16 } else { columns };
        let shades = theme.basins.map(|colour| -> [Rgb; SHADES] {
            std::array::from_fn(|shade| {
                mix(colour, [0; 3], SHADE * shade as f64 / (SHADES - 1) as f64)
            })
        });
        let slow = |updates: u16| {
            let late = f64::from(updates) / f64::from(self.updates);
            (late.sqrt() * (SHADES - 1) as f64).round() as usize
        };
        let slow: Vec<usize> = (0..=self.updates).map(slow).collect();
        let grey = |share| mix(theme.paper, theme.muted, share);
        let (light, middle, dark) = (grey(0.12), grey(0.38), grey(0.7));
        let mut image = Image { columns, rows, rgba: Vec::with_capacity(4 * columns * rows) };
        for row in 0..rows {
            let first = (rows - 1 - row) * self.rows / rows * self.columns;
            for column in 0..columns {
                let Cell { end, updates } = self.cells[first + column * self.columns / columns];
                let colour = match end {
                    End::Minimum(minimum) => {
                        let colour = self.colours[usize::from(minimum)];
                        Some(shades[colour][slow[usize::from(updates)]])
                    }
                    // Hatched.
                    End::Unsettled if (row + column) % 8 < 4 => Some(light),
                    End::Unsettled => Some(middle),
                    End::Left => Some(dark),
                    // Dotted.
                    End::Stopped if row % 6 < 2 && column % 6 < 2 => Some(dark),
                    End::Stopped | End::Unknown => None,
                };
                let [red, green, blue] = colour.unwrap_or_default();
                image.rgba.extend([red, green, blue, if colour.is_some() { 255 } else { 0 }]);
            }
        }
        image
    }

    /// Draws the map of a function of one variable, as a strip along the lower side of its axes.
    pub fn draw_strip<DB: Canvas>(&self, pen: &Pen<DB>, plot: &Plot) -> Drawn<DB> {
        let strip = Plot { from: (plot.from.0, plot.to.1 - STRIP * pen.em), ..*plot };
        pen.image(&self.image(pen.theme), &strip)
    }

    /// Draws the numbers of the minima that the legend names beside their marks.
    pub fn draw_numbers<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        labels: &mut Labels<DB>,
        at: impl Fn(&[f64]) -> Point,
    ) -> Drawn<DB> {
        for (index, minimum) in self.minima.iter().take(NAMED).enumerate() {
            let places = around(at(minimum), 1.1 * pen.em);
            labels.place(&(index + 1).to_string(), &places, 1.0, pen.theme.ink)?;
        }
        Ok(())
    }

    /// Legend of the colours: each minimum with number, mark, position and share of the starting
    /// points; then the other outcomes.
    pub fn legend(&self, spots: &[stationary::Point], words: Words) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut add = |key: &str, sign: String, share: f64, values: &[(&str, &str)]| {
            if share > 0.0 {
                let share = match share < 0.01 {
                    true => words.get("basin_share_least").to_string(),
                    false => format!("{} %", words.fixed(100.0 * share, 0)),
                };
                let text = words.fill(key, &[&[("share", share.as_str())], values].concat());
                pieces.extend([Piece { text, sign }, Piece::plain(" ")]);
            }
        };
        let at = |minimum: usize| self.share(|end| end == End::Minimum(minimum as u16));
        for (index, minimum) in self.minima.iter().take(NAMED).enumerate() {
            let mark = spots.iter().find(|spot| spot.x == *minimum);
            let values = [
                ("number", &*(index + 1).to_string()),
                ("mark", mark.map_or("", |spot| stationary_marks::sign(spot.kind))),
                ("place", &words.place(minimum, 3)),
            ];
            add("basin", format!("basin-{}", self.colours[index] + 1), at(index), &values);
        }
        let rest = |end| matches!(end, End::Minimum(minimum) if usize::from(minimum) >= NAMED);
        let count = self.minima.len().saturating_sub(NAMED).to_string();
        add("basins_rest", String::new(), self.share(rest), &[("count", &count)]);
        for (key, end) in [
            ("basins_unsettled", End::Unsettled),
            ("basins_left", End::Left),
            ("basins_stopped", End::Stopped),
        ] {
            let steps = self.updates.to_string();
            let sign = key.replace('_', "-");
            add(key, sign, self.share(|it| it == end), &[("steps", &steps)]);
        }
        pieces
    }
}

fn counts(basins: &Basins) -> Vec<(End, usize)> {
    let minima = basins.minima().len();
    let ends = (0..minima).map(|minimum| End::Minimum(minimum as u16));
    let others = [End::Unsettled, End::Left, End::Stopped, End::Unknown];
    let mut counts: Vec<(End, usize)> = ends.chain(others).map(|end| (end, 0)).collect();
    for cell in basins.cells() {
        let place = match cell.end {
            End::Minimum(minimum) => usize::from(minimum),
            End::Unsettled => minima,
            End::Left => minima + 1,
            End::Stopped => minima + 2,
            End::Unknown => minima + 3,
        };
        counts[place].1 += 1;
    }
    counts
}

/// Colour of each minimum: a new one while there is one, then the one whose minima are farthest
/// away.
fn colours(minima: &[Vec<f64>]) -> Vec<usize> {
    let mut colours: Vec<usize> = Vec::with_capacity(minima.len());
    for (index, minimum) in minima.iter().enumerate() {
        let apart = |other: &Vec<f64>| -> f64 {
            minimum.iter().zip(other).map(|(a, b)| (a - b) * (a - b)).sum()
        };
        let mut nearest = [f64::INFINITY; COLOURS];
        for (other, colour) in minima[..index].iter().zip(&colours) {
            nearest[*colour] = nearest[*colour].min(apart(other));
        }
        let mut farthest = 0;
        for colour in 1..COLOURS {
            if nearest[colour] > nearest[farthest] {
                farthest = colour;
            }
        }
        colours.push(farthest);
    }
    colours
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_comes_again_only_when_all_are_used_and_then_far_away() {
        let minima: Vec<Vec<f64>> = (0..20).map(|place| vec![f64::from(place)]).collect();
        let colours = colours(&minima);
        assert_eq!(colours[..COLOURS], [0, 1, 2, 3, 4, 5, 6, 7]);
        for (index, colour) in colours.iter().enumerate() {
            let before = colours[..index].iter().rposition(|other| other == colour);
            assert!(before.is_none_or(|before| index - before >= COLOURS / 2), "{colours:?}");
        }
    }
}
