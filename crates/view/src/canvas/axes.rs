//! Axes: their numbers, lines and names.

use crate::canvas::image::Canvas;
use crate::canvas::pen::{Beside, Drawn, Pen};
use crate::canvas::plot::Plot;
use crate::canvas::theme::Rgb;
use crate::text::messages::Words;
use downhill_core::numeric::math;
use plotters::prelude::*;
use plotters_backend::BackendCoord;

/// Axes: ranges and names.
pub struct Axes<'a> {
    /// Range from left to right.
    pub x: (f64, f64),
    /// Range from bottom to top.
    pub y: (f64, f64),
    /// Name of the x axis.
    pub x_name: &'a str,
    /// Name of the y axis.
    pub y_name: &'a str,
    /// Whether both axes have the same scale: width over height of the plot is then that of the
    /// ranges.
    pub equal: bool,
    /// Whether numbers alone are shown, without a grid: under a landscape.
    pub quiet: bool,
    /// Language of the numbers.
    pub words: Words,
}

impl<DB: Canvas> Pen<'_, DB> {
    /// Draws axes that fill the picture, and returns their rectangle.
    pub fn axes(&self, axes: &Axes) -> Drawn<DB, Plot> {
        self.axes_with(axes, ticks, |values| axes.words.ticks(values))
    }

    /// Draws axes with a logarithmic y axis; `axes.y` are logarithms to base 10.
    pub fn log_axes(&self, axes: &Axes) -> Drawn<DB, Plot> {
        self.axes_with(axes, powers, |ys| {
            ys.iter().map(|y| axes.words.tick(math::pow(10.0, *y))).collect()
        })
    }

    fn axes_with(
        &self,
        axes: &Axes,
        ticks_up: fn((f64, f64), usize) -> Vec<f64>,
        texts_up: impl Fn(&[f64]) -> Vec<String>,
    ) -> Drawn<DB, Plot> {
        let (width, height) = self.size();
        let below = 2.9 * self.em;
        let (mut right, mut above) = (0.9 * self.em, 0.7 * self.em);
        let count = |length: f64, apart: f64| (length / apart).clamp(2.0, 8.0) as usize;
        // Most labels fit into the usual room, and are not measured.
        let widest = |labels: &[String]| -> Drawn<DB, f64> {
            let long = labels.iter().filter(|label| label.chars().count() > 7);
            long.map(|label| Ok(self.text_size(label, 0.9)?.0))
                .try_fold(0.0, |most: f64, size: Drawn<DB, f64>| Ok(most.max(size?)))
        };
        let room = height - above - below;
        let up = ticks_up(axes.y, count(room, 2.5 * self.em));
        let up_texts = texts_up(&up);
        // Labels with many digits need more room than others.
        let left = (widest(&up_texts)? + 1.9 * self.em).max(3.9 * self.em).min(0.5 * width);
        if axes.equal {
            let (room_x, room_y) = (width - left - right, room);
            let ratio = (axes.x.1 - axes.x.0) / (axes.y.1 - axes.y.0);
            if room_x / room_y > ratio {
                right += room_x - room_y * ratio;
            } else {
                above += room_y - room_x / ratio;
            }
        }
        let (left, below) = (self.steps(left), self.steps(below));
        let (width, height) = (self.steps(width), self.steps(height));
        let (from, to) = ((left, self.steps(above)), (width - self.steps(right), height - below));
        let css = |(x, y): BackendCoord| (f64::from(x) / self.unit, f64::from(y) / self.unit);
        let plot = Plot { from: css(from), to: css(to), x: axes.x, y: axes.y };

        let length = plot.to.0 - plot.from.0;
        let mut along = ticks(axes.x, count(length, 4.0 * self.em));
        let mut along_texts = axes.words.ticks(&along);
        let apart = widest(&along_texts)? + 0.8 * self.em;
        if apart * along.len() as f64 > length + self.em {
            along = ticks(axes.x, count(length, apart));
            along_texts = axes.words.ticks(&along);
        }
        let up = match axes.equal {
            true => ticks_up(axes.y, count(plot.to.1 - plot.from.1, 2.5 * self.em)),
            false => up,
        };
        let up_texts = texts_up(&up);
        let across = |x: f64| self.coordinate(plot.at(x, axes.y.0)).0;
        let upward = |y: f64| self.coordinate(plot.at(axes.x.0, y)).1;
        let xs: Vec<(String, i32)> =
            along_texts.into_iter().zip(along.into_iter().map(across)).collect();
        let ys: Vec<(String, i32)> = up_texts.into_iter().zip(up.into_iter().map(upward)).collect();
        let theme = self.theme;
        let stroke = |a: BackendCoord, b: BackendCoord, ink: Rgb| {
            self.area.draw(&PathElement::new([a, b], self.stroke(ink.into(), 1.0)))
        };
        if !axes.quiet {
            for (_, x) in &xs {
                stroke((*x, from.1), (*x, to.1), theme.grid)?;
            }
            for (_, y) in &ys {
                stroke((from.0, *y), (to.0, *y), theme.grid)?;
            }
        }

        let tick = self.steps(0.25 * self.em);
        let label = |text: &str, at: BackendCoord, beside: Beside| {
            let style = self.text_style(0.9, theme.muted.into(), beside);
            self.area.draw_text(text, &style, at)
        };
        // The last step before the plot.
        let edge = from.0 - 1;
        if !axes.quiet {
            stroke((edge, from.1), (edge, to.1), theme.muted)?;
        }
        for (text, y) in ys {
            label(&text, (from.0 - 2 * tick, y), Beside::Left)?;
            if !axes.quiet {
                stroke((edge - tick, y), (edge, y), theme.muted)?;
            }
        }
        if !axes.quiet {
            stroke((from.0, to.1), (to.0, to.1), theme.muted)?;
        }
        for (text, x) in xs {
            label(&text, (x, to.1 + 2 * tick), Beside::Below)?;
            stroke((x, to.1), (x, to.1 + tick), theme.muted)?;
        }

        // A name is as large as there is room for it.
        let name = |text: &str, room: i32, beside: Beside| {
            let length = f64::from(self.steps(self.text_size(text, 0.95)?.0));
            let size = 0.95 * (f64::from(room) / length.max(1.0)).min(1.0);
            Ok((self.text_style(size, theme.ink.into(), beside), length as i32 / 2))
        };
        let (upwards, half) = name(axes.y_name, height, Beside::Below)?;
        let upwards = upwards.transform(FontTransform::Rotate270);
        // In the middle, or as far from there as a long name needs.
        let at = ((from.1 + to.1) / 2).max(half).min((height - half).max(height / 2));
        self.area.draw_text(axes.y_name, &upwards, (0, at))?;
        let middle = (from.0 + to.0) / 2;
        let (along, _) = name(axes.x_name, width, Beside::Above)?;
        self.area.draw_text(axes.x_name, &along, (middle, height))?;
        Ok(plot)
    }
}

/// Ticks of a range: multiples of 1, 2 or 5 times a power of ten, as many as possible up to
/// `most`, which is at least 2.
fn ticks((low, high): (f64, f64), most: usize) -> Vec<f64> {
    let size = math::log10(high - low).floor() as i32;
    let steps = (0..).flat_map(|finer| {
        let exponent = size - finer;
        [(1.0, exponent + 1), (5.0, exponent), (2.0, exponent)]
    });
    let multiples = |(factor, exponent): (f64, i32)| {
        // A quotient by 10 is rounded once: 3/10 is 0.3, 3 times 0.1 is not.
        let power = math::power_of_ten(exponent.abs());
        let (up, down) = if exponent < 0 { (factor, power) } else { (factor * power, 1.0) };
        let first = (low * down / up - 1e-9).ceil();
        let count = ((high * down / up + 1e-9).floor() - first + 1.0).max(0.0) as usize;
        (first, count, up, down)
    };
    let fits = steps.map(multiples).take_while(|(_, count, ..)| *count <= most);
    let (first, count, up, down) = fits.last().unwrap_or((0.0, 0, 1.0, 1.0));
    (0..count).map(|index| (first + index as f64) * up / down).collect()
}

/// Ticks of a logarithmic axis: powers of ten between two logarithms, as many as possible up to
/// `most`; if there is but one, also 2 and 5 times a power.
fn powers((low, high): (f64, f64), most: usize) -> Vec<f64> {
    let whole = |every: i32| -> Vec<f64> {
        let from = (low - 1e-9).ceil() as i32;
        let all = (from..=(high + 1e-9).floor() as i32).filter(|it| it.rem_euclid(every) == 0);
        all.map(f64::from).collect()
    };
    let few = (1..).map(whole).find(|found| found.len() <= most).unwrap_or_default();
    if few.len() > 1 {
        return few;
    }
    let from = low.floor() as i32;
    let parts = (from..=high as i32 + 1)
        .flat_map(|power| [1.0, 2.0, 5.0].map(|part| f64::from(power) + math::log10(part)));
    parts.filter(|at| (low - 1e-9..=high + 1e-9).contains(at)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_as_many_as_fit() {
        assert_eq!(ticks((0.0, 1.0), 6), [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        assert_eq!(ticks((0.0, 1.0), 5), [0.0, 0.5, 1.0]);
        assert_eq!(ticks((-0.31, 0.3), 8), [-0.3, -0.2, -0.1, 0.0, 0.1, 0.2, 0.3]);
        assert_eq!(ticks((0.0, 57.0), 4), [0.0, 20.0, 40.0]);
        assert_eq!(ticks((0.0, 0.57), 60).last(), Some(&0.57));
        assert_eq!(ticks((1e20, 3e20), 3), [1e20, 2e20, 3e20]);
        assert_eq!(ticks((1.2, 1.3), 2), [1.2, 1.3]);
    }

    #[test]
    fn powers_of_ten_are_whole_or_there_are_some_between() {
        assert_eq!(powers((-3.0, 1.0), 8), [-3.0, -2.0, -1.0, 0.0, 1.0]);
        assert_eq!(powers((-3.0, 1.0), 3), [-2.0, 0.0]);
        let within = powers((-0.2, 0.9), 4);
        assert_eq!(within.len(), 3, "1, 2 and 5: {within:?}");
    }
}
