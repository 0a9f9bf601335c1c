//! Thumbnails: the outputs of the current run and of each kept run, side by side.

use crate::canvas::geometry::Point;
use crate::canvas::image::Canvas;
use crate::canvas::pen::{Beside, Drawn, Pen};
use crate::canvas::theme::Rgb;
use crate::network::boundary::Boundary;
use crate::network::regression::Fit;
use crate::plots::run_marks::{self, lane};
use crate::text::messages::Words;
use downhill_core::Run;
use std::rc::Rc;

/// Outputs of one run.
#[derive(Clone, Debug)]
enum Small {
    Boundary(Boundary),
    Fit(Fit),
}

impl Small {
    fn of(run: &Run) -> Small {
        match Fit::suits(run) {
            true => {
                let mut fit = Fit::default();
                fit.update(run, None);
                Small::Fit(fit)
            }
            false => {
                let mut boundary = Boundary::default();
                boundary.update(run, None);
                Small::Boundary(boundary)
            }
        }
    }
}

/// Thumbnails of the kept runs; each is computed once, as they do not change.
#[derive(Clone, Debug, Default)]
pub(crate) struct Side {
    kept: Vec<(Rc<Run>, Small)>,
}

impl Side {
    /// Computes the missing ones.
    pub(crate) fn update(&mut self, kept: &[Rc<Run>]) {
        let here = |(run, _): &(Rc<Run>, Small), of: &Rc<Run>| Rc::ptr_eq(run, of);
        if self.kept.len() == kept.len() && self.kept.iter().zip(kept).all(|(it, of)| here(it, of))
        {
            return;
        }
        let mut before = std::mem::take(&mut self.kept);
        for run in kept {
            let small = match before.iter().position(|it| here(it, run)) {
                Some(place) => before.swap_remove(place).1,
                None => Small::of(run),
            };
            self.kept.push((run.clone(), small));
        }
    }

    /// Draws them beside the current run's, of which `boundary` or `fit` is up to date.
    pub(crate) fn draw<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        present: &Run,
        (boundary, fit): (&Boundary, &Fit),
        words: Words,
    ) -> Drawn<DB> {
        pen.clear()?;
        let count = self.kept.len() + 1;
        let cell = |index| cell(index, count, pen.size(), pen.em);
        let [from, to] = cell(0);
        title(pen, from, words.get("kept_now"), pen.theme.ink)?;
        match Fit::suits(present) {
            true => fit.draw_small(pen, [from, to], present, pen.theme.ball)?,
            false => boundary.draw_small(pen, [from, to], present)?,
        }
        frame(pen, [from, to], pen.theme.ink)?;
        for (index, (run, small)) in self.kept.iter().enumerate() {
            let [from, to] = cell(index + 1);
            let lane = lane(index);
            let colour = pen.theme.racers[lane];
            let number = (index + 1).to_string();
            title(pen, from, &[run_marks::sign(lane), " ", &number].concat(), colour)?;
            match small {
                Small::Fit(fit) => fit.draw_small(pen, [from, to], run, colour)?,
                Small::Boundary(boundary) => boundary.draw_small(pen, [from, to], run)?,
            }
            frame(pen, [from, to], colour)?;
            if run.split().table != present.split().table {
                let (text, size) = (words.get("kept_other_data"), 0.8);
                let (width, height) = pen.text_size(text, size)?;
                let at = ((from.0 + to.0) / 2.0, to.1 - 0.7 * height);
                pen.patch(at, (width.min(to.0 - from.0), height))?;
                pen.text(text, at, Beside::Centre, size, pen.theme.ink)?;
            }
        }
        Ok(())
    }
}

/// Number of thumbnails in a row.
const IN_A_ROW: usize = 3;

/// Height of a title, in em.
const TITLE: f64 = 1.4;

/// Upper left and lower right corner of a thumbnail. Its title is above.
fn cell(index: usize, count: usize, (width, height): (f64, f64), em: f64) -> [Point; 2] {
    let (columns, rows) = (count.min(IN_A_ROW) as f64, count.div_ceil(IN_A_ROW) as f64);
    let gap = 0.6 * em;
    let (wide, high) = ((width - gap * (columns - 1.0) - 2.0) / columns, height / rows);
    let left = 1.0 + (index % IN_A_ROW) as f64 * (wide + gap);
    let top = (index / IN_A_ROW) as f64 * high;
    [(left, top + TITLE * em), (left + wide, top + high - 1.0)]
}

/// Index of the thumbnail under a point: 0 for the current run's; `None` beside them.
pub fn pick(count: usize, size: (f64, f64), em: f64, (x, y): Point) -> Option<usize> {
    (0..count).find(|index| {
        let [from, to] = cell(*index, count, size, em);
        (from.0..=to.0).contains(&x) && (from.1 - TITLE * em..=to.1).contains(&y)
    })
}

/// Draws the title of a thumbnail, above its upper left corner.
fn title<DB: Canvas>(pen: &Pen<DB>, from: Point, text: &str, ink: Rgb) -> Drawn<DB> {
    pen.text(text, (from.0, from.1 - TITLE / 2.0 * pen.em), Beside::Right, 0.95, ink)
}

fn frame<DB: Canvas>(pen: &Pen<DB>, [from, to]: [Point; 2], ink: Rgb) -> Drawn<DB> {
    pen.line(&[from, (to.0, from.1), to, (from.0, to.1), from], ink, 1.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_picked_where_it_is_drawn() {
        let (size, em) = ((300.0, 90.0), 12.0);
        for count in 2..6 {
            for index in 0..count {
                let [from, to] = cell(index, count, size, em);
                assert!(to.0 > from.0 && to.1 > from.1 && to.0 <= size.0 && to.1 <= size.1);
                let middle = (from.0 + to.0) / 2.0;
                assert_eq!(pick(count, size, em, (middle, to.1 - 5.0)), Some(index));
                assert_eq!(pick(count, size, em, (middle, from.1 - 9.0)), Some(index), "its title");
                assert_eq!(pick(count, size, em, (to.0 + 2.0, to.1)), None, "beside it");
            }
        }
    }
}
